/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Snapshots that are made of the one before are what one made anew would be, and stay as they were.
 */
#include "config.h"

#include "record/document.h"
#include "record/kinds.h"

#define MOST   300
#define KEPT   12
#define ROUNDS 400
#define ID(n)  liaison_id_new_from_parts (1800000000000 + (n), 0, n)

/* A snapshot and what was in the document when it was asked for. */
typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonBlock *blocks[MOST]; /* by number; references owned, or NULL */
} Moment;

typedef struct
{
  LiaisonDocument *document;
  LiaisonBlock *now[MOST]; /* borrowed from the document */
  GArray *changes;         /* of LiaisonChange */
} Work;

static LiaisonBlock *
block_new (guint number)
{
  const LiaisonKind *kind = g_test_rand_bit () ? &liaison_event_kind : &liaison_site_kind;
  return liaison_block_new (&kind->shape, ID (number));
}

/* One of the records comes, goes, changes, or goes on as another kind. */
static void
change_one (Work *work, guint number)
{
  LiaisonChange change = { work->now[number], NULL };

  if (change.before == NULL || g_test_rand_int_range (0, 4) == 0)
    change.after = change.before != NULL && g_test_rand_bit () ? NULL : block_new (number);
  else
    change.after = liaison_block_copy (change.before);
  work->now[number] = (LiaisonBlock *) change.after;
  g_array_append_val (work->changes, change);
}

static void
apply (Work *work)
{
  liaison_document_apply (work->document, (const LiaisonChange *) (gpointer) work->changes->data,
                          work->changes->len);
  for (guint i = 0; i < work->changes->len; i++)
    {
      const LiaisonBlock *after = g_array_index (work->changes, LiaisonChange, i).after;
      if (after != NULL)
        liaison_block_unref ((LiaisonBlock *) after);
    }
  g_array_set_size (work->changes, 0);
}

static void
check (const Moment *moment)
{
  LiaisonKindId kinds[] = { LIAISON_KIND_EVENT, LIAISON_KIND_SITE };

  for (guint i = 0; i < MOST; i++)
    g_assert_true (liaison_snapshot_find (moment->snapshot, ID (i)) == moment->blocks[i]);
  for (guint kind = 0; kind < G_N_ELEMENTS (kinds); kind++)
    {
      guint n, seen = 0;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (moment->snapshot, kinds[kind], &n);
      for (guint i = 0; i < MOST; i++)
        if (moment->blocks[i] != NULL
            && liaison_kind_for_shape (moment->blocks[i]->shape)->id == kinds[kind])
          {
            g_assert_cmpuint (seen, <, n);
            g_assert_true (blocks[seen++] == moment->blocks[i]);
          }
      g_assert_cmpuint (seen, ==, n);
    }
}

static void
moment_clear (Moment *moment)
{
  for (guint i = 0; i < MOST; i++)
    g_clear_pointer (&moment->blocks[i], liaison_block_unref);
  g_clear_pointer (&moment->snapshot, liaison_snapshot_unref);
}

static void
moment_take (Moment *moment, Work *work)
{
  moment_clear (moment);
  moment->snapshot = liaison_document_get_snapshot (work->document);
  for (guint i = 0; i < MOST; i++)
    moment->blocks[i] = work->now[i] != NULL ? liaison_block_ref (work->now[i]) : NULL;
}

/* Mostly a few changes a time, as people make them; now and then more than differences are kept of.
 */
static void
test_as_if_anew (void)
{
  Work work = { .document = liaison_document_new (liaison_id_new (1)),
                .changes = g_array_new (FALSE, FALSE, sizeof (LiaisonChange)) };
  Moment moments[KEPT] = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    {
      guint n = round == 0 ? MOST : round % 40 == 0 ? 700 : (guint) g_test_rand_int_range (1, 12);
      Moment *moment = &moments[g_test_rand_int_range (0, KEPT)];
      for (guint i = 0; i < n; i++)
        change_one (&work, round == 0 ? i : (guint) g_test_rand_int_range (0, MOST));
      apply (&work);
      if (g_test_rand_int_range (0, 3) == 0)
        continue;
      moment_take (moment, &work);
      g_assert_cmpuint (liaison_snapshot_get_version (moment->snapshot), ==,
                        liaison_document_get_version (work.document));
      for (guint i = 0; i < KEPT; i++)
        if (moments[i].snapshot != NULL)
          check (&moments[i]);
    }
  for (guint i = 0; i < KEPT; i++)
    moment_clear (&moments[i]);
  g_array_unref (work.changes);
  g_object_unref (work.document);
}

/* What other kinds hold is not copied for a change of one. */
static void
test_shares (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (liaison_id_new (1));
  LiaisonBlock *before = liaison_block_new (&liaison_event_kind.shape, ID (1)), *after;
  guint n;

  liaison_document_fill (document, &liaison_event_kind, before);
  liaison_document_fill (document, &liaison_site_kind,
                         liaison_block_new (&liaison_site_kind.shape, ID (2)));
  g_autoptr (LiaisonSnapshot) first = liaison_document_get_snapshot (document);
  after = liaison_block_copy (before);
  liaison_document_apply (document, &(LiaisonChange){ before, after }, 1);
  liaison_block_unref (after);
  g_autoptr (LiaisonSnapshot) second = liaison_document_get_snapshot (document);
  g_assert_true (liaison_snapshot_get (first, LIAISON_KIND_SITE, &n)
                 == liaison_snapshot_get (second, LIAISON_KIND_SITE, &n));
  g_assert_true (liaison_snapshot_find (first, ID (1)) == before);
  g_assert_true (liaison_snapshot_find (second, ID (1)) == after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/snapshot/as-if-anew", test_as_if_anew);
  g_test_add_func ("/record/snapshot/shares", test_shares);
  return g_test_run ();
}
