/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What documents and tables tell of changes: how often, and of what. */
#include "config.h"

#include "record/document.h"
#include "record/kinds.h"

#define ID(n)    liaison_id_new_from_parts (1800000000000 + (n), 0, n)
#define EXERCISE 1

/* One items-changed as it was heard. */
typedef struct
{
  guint position, removed, added;
} Heard;

typedef struct
{
  LiaisonDocument *document;
  LiaisonTable *events;
  GArray *heard;  /* of Heard, from the events' table */
  guint notified; /* properties of events */
  guint changed;  /* "changed" of the document */
} Fixture;

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, Fixture *fixture)
{
  Heard heard = { position, removed, added };
  g_array_append_val (fixture->heard, heard);
}

static void
notify_cb (LiaisonRecord *record, GParamSpec *pspec, Fixture *fixture)
{
  fixture->notified++;
}

static void
changed_cb (LiaisonDocument *document, const LiaisonChange *changes, guint n, Fixture *fixture)
{
  g_assert_cmpuint (n, >, 0);
  fixture->changed++;
}

static LiaisonEventData *
event_new (guint number)
{
  return (LiaisonEventData *) liaison_block_new (&liaison_event_kind.shape, ID (number));
}

static const LiaisonBlock *
get_block (Fixture *fixture, guint number)
{
  LiaisonRecord *record = liaison_document_find (fixture->document, ID (number));
  return record != NULL ? liaison_record_get_block (record) : NULL;
}

/* Events with even numbers from 10 on. */
static void
set_up (Fixture *fixture, gconstpointer n)
{
  *fixture = (Fixture){ liaison_document_new (ID (EXERCISE)) };
  fixture->heard = g_array_new (FALSE, FALSE, sizeof (Heard));
  fixture->events = liaison_document_get_table (fixture->document, LIAISON_KIND_EVENT);
  for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
    g_assert_true (liaison_document_fill (fixture->document, &liaison_event_kind,
                                          &event_new (10 + 2 * i)->block));
  for (guint i = 0; i < GPOINTER_TO_UINT (n); i++)
    g_signal_connect (liaison_table_get (fixture->events, i), "notify", G_CALLBACK (notify_cb),
                      fixture);
  g_signal_connect (fixture->events, "items-changed", G_CALLBACK (items_changed_cb), fixture);
  g_signal_connect (fixture->document, "changed", G_CALLBACK (changed_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->document);
  g_array_unref (fixture->heard);
}

/* Makes blocks' changes and releases them. */
static void
apply (Fixture *fixture, LiaisonChange *changes, guint n)
{
  liaison_document_apply (fixture->document, changes, n);
  for (guint i = 0; i < n; i++)
    if (changes[i].after != NULL)
      liaison_block_unref ((LiaisonBlock *) changes[i].after);
}

static LiaisonChange
lasting (Fixture *fixture, guint number, gint64 duration)
{
  const LiaisonBlock *before = get_block (fixture, number);
  LiaisonEventData *after = (gpointer) liaison_block_copy (before);
  after->duration = duration;
  return (LiaisonChange){ before, &after->block };
}

static void
check_heard (Fixture *fixture, guint index, guint position, guint removed, guint added)
{
  const Heard *heard = &g_array_index (fixture->heard, Heard, index);
  g_assert_cmpuint (index, <, fixture->heard->len);
  g_assert_cmpuint (heard->position, ==, position);
  g_assert_cmpuint (heard->removed, ==, removed);
  g_assert_cmpuint (heard->added, ==, added);
}

static void
test_edit (Fixture *fixture, gconstpointer data)
{
  LiaisonChange change = lasting (fixture, 14, 3600);
  guint64 version = liaison_document_get_version (fixture->document);

  apply (fixture, &change, 1);
  g_assert_cmpuint (fixture->notified, ==, 1);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
  check_heard (fixture, 0, 2, 1, 1);
  g_assert_cmpuint (fixture->changed, ==, 1);
  g_assert_cmpuint (liaison_document_get_version (fixture->document), ==, version + 1);
}

static void
test_several_fields (Fixture *fixture, gconstpointer data)
{
  LiaisonChange change = lasting (fixture, 14, 3600);
  LiaisonEventData *after = (LiaisonEventData *) change.after;

  after->priority = 3;
  after->locked = TRUE;
  apply (fixture, &change, 1);
  g_assert_cmpuint (fixture->notified, ==, 3);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
}

static void
test_few (Fixture *fixture, gconstpointer data)
{
  LiaisonChange changes[] = { lasting (fixture, 18, 1), lasting (fixture, 10, 2) };

  apply (fixture, changes, 2);
  g_assert_cmpuint (fixture->notified, ==, 2);
  g_assert_cmpuint (fixture->heard->len, ==, 2);
  check_heard (fixture, 0, 4, 1, 1);
  check_heard (fixture, 1, 0, 1, 1);
  g_assert_cmpuint (fixture->changed, ==, 1);
}

static void
test_many (Fixture *fixture, gconstpointer data)
{
  LiaisonChange changes[100];

  for (guint i = 0; i < 100; i++)
    changes[i] = lasting (fixture, 10 + 2 * (i + 20), 60);
  apply (fixture, changes, 100);
  g_assert_cmpuint (fixture->notified, ==, 100);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
  check_heard (fixture, 0, 20, 100, 100);
}

static void
test_insertions (Fixture *fixture, gconstpointer data)
{
  LiaisonChange first = { NULL, &event_new (13)->block };
  LiaisonChange several[] = { { NULL, &event_new (11)->block }, { NULL, &event_new (99)->block } };

  apply (fixture, &first, 1);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
  check_heard (fixture, 0, 2, 0, 1);
  apply (fixture, several, 2);
  /* Between 10 and 12, and at the end: all from the first on. */
  g_assert_cmpuint (fixture->heard->len, ==, 2);
  check_heard (fixture, 1, 1, 5, 7);
  g_assert_cmpuint (fixture->notified, ==, 0);
}

static void
test_removals (Fixture *fixture, gconstpointer data)
{
  LiaisonChange changes[] = { { get_block (fixture, 12) }, { get_block (fixture, 14) } };

  apply (fixture, changes, 2);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
  check_heard (fixture, 0, 1, 2, 0);
  g_assert_null (liaison_document_find (fixture->document, ID (12)));
  g_assert_cmpuint (liaison_document_get_size (fixture->document), ==, 4);
}

static void
test_all_at_once (Fixture *fixture, gconstpointer data)
{
  LiaisonChange changes[] = { { get_block (fixture, 12) },
                              { NULL, &event_new (17)->block },
                              lasting (fixture, 14, 60) };

  apply (fixture, changes, 3);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
  /* 10 | 12 14 16 | 18 became 10 | 14 16 17 | 18. */
  check_heard (fixture, 0, 1, 3, 3);
  g_assert_cmpuint (fixture->notified, ==, 1);
  g_assert_cmpuint (fixture->changed, ==, 1);
}

static void
test_all_gone (Fixture *fixture, gconstpointer data)
{
  LiaisonChange changes[5];

  for (guint i = 0; i < 5; i++)
    changes[i] = (LiaisonChange){ get_block (fixture, 10 + 2 * i) };
  apply (fixture, changes, 5);
  g_assert_cmpuint (fixture->heard->len, ==, 1);
  check_heard (fixture, 0, 0, 5, 0);
  g_assert_cmpuint (liaison_table_get_size (fixture->events), ==, 0);
}

/* The same id goes on as a record of another kind. */
static void
test_other_kind (Fixture *fixture, gconstpointer data)
{
  LiaisonChange change = { get_block (fixture, 12),
                           liaison_block_new (&liaison_site_kind.shape, ID (12)) };
  LiaisonTable *sites = liaison_document_get_table (fixture->document, LIAISON_KIND_SITE);

  apply (fixture, &change, 1);
  check_heard (fixture, 0, 1, 1, 0);
  g_assert_cmpuint (liaison_table_get_size (fixture->events), ==, 4);
  g_assert_cmpuint (liaison_table_get_size (sites), ==, 1);
  g_assert_true (liaison_document_find (fixture->document, ID (12))
                 == liaison_table_get (sites, 0));
  g_assert_true (liaison_record_get_kind (liaison_table_get (sites, 0)) == &liaison_site_kind);
}

static LiaisonChange
hanging (Fixture *fixture, guint number, guint on)
{
  const LiaisonBlock *before = get_block (fixture, number);
  LiaisonEventData *after = (gpointer) liaison_block_copy (before);
  after->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                                   .edge = LIAISON_ANCHOR_END,
                                   .anchor = on != 0 ? liaison_anchor_for (ID (on)) : 0 };
  if (on == 0)
    after->start.edge = LIAISON_ANCHOR_STARTEX;
  return (LiaisonChange){ before, &after->block };
}

static void
start_notified_cb (LiaisonRecord *record, GParamSpec *pspec, guint *n)
{
  (*n)++;
}

/* 12 hangs on 10, 14 on 12, 16 on STARTEX and, in a circle, 18 on 14 and 10 on 18. */
static void
hang_them (Fixture *fixture, guint starts[5], gboolean circle)
{
  LiaisonChange changes[] = { hanging (fixture, 12, 10), hanging (fixture, 14, 12),
                              hanging (fixture, 16, 0), hanging (fixture, 18, 14),
                              hanging (fixture, 10, 18) };
  if (!circle)
    {
      liaison_block_unref ((LiaisonBlock *) changes[4].after);
      apply (fixture, changes, 4);
    }
  else
    apply (fixture, changes, 5);
  for (guint i = 0; i < 5; i++)
    {
      starts[i] = 0;
      g_signal_connect (liaison_table_get (fixture->events, i), "notify::start",
                        G_CALLBACK (start_notified_cb), &starts[i]);
    }
  fixture->notified = 0;
  g_array_set_size (fixture->heard, 0);
}

/* Those that follow are told, once each; not the one on STARTEX; and the one that was edited only
 * where a circle leads back. */
static void
check_followers (Fixture *fixture, gboolean circle)
{
  guint starts[5];

  hang_them (fixture, starts, circle);
  LiaisonChange change = lasting (fixture, 10, 3600);
  apply (fixture, &change, 1);
  g_assert_cmpuint (starts[0], ==, circle ? 1 : 0);
  g_assert_cmpuint (starts[1], ==, 1);
  g_assert_cmpuint (starts[2], ==, 1);
  g_assert_cmpuint (starts[3], ==, 0);
  g_assert_cmpuint (starts[4], ==, 1);
  g_assert_cmpuint (fixture->heard->len, ==, 4);
}

static void
test_followers (Fixture *fixture, gconstpointer data)
{
  check_followers (fixture, FALSE);
}

static void
test_circle (Fixture *fixture, gconstpointer data)
{
  check_followers (fixture, TRUE);
}

static void
test_startex_moves (Fixture *fixture, gconstpointer data)
{
  guint starts[5];
  const LiaisonBlock *before = get_block (fixture, EXERCISE);
  LiaisonExerciseData *after = (gpointer) liaison_block_copy (before);
  LiaisonChange change = { before, &after->block };

  hang_them (fixture, starts, FALSE);
  after->startex = (LiaisonInstant){ .form = LIAISON_INSTANT_FIXED, .seconds = 1809324000 };
  apply (fixture, &change, 1);
  g_assert_cmpuint (starts[3], ==, 1);
  g_assert_cmpuint (starts[0] + starts[1] + starts[2] + starts[4], ==, 0);
}

/* Someone whose title is edited in the same group must still be told that its time has moved, and
 * so must who follows it. */
static void
test_edited_follower (Fixture *fixture, gconstpointer data)
{
  guint starts[5];

  hang_them (fixture, starts, FALSE);
  const LiaisonBlock *before = get_block (fixture, 12);
  LiaisonEventData *after = (gpointer) liaison_block_copy (before);
  after->priority = 5;
  LiaisonChange changes[] = { lasting (fixture, 10, 3600), { before, &after->block } };
  apply (fixture, changes, 2);
  g_assert_cmpuint (starts[1], ==, 1);
  g_assert_cmpuint (starts[2], ==, 1);
  g_assert_cmpuint (starts[4], ==, 1);
}

/* A chain as long as a plan must not take the stack with it. */
static void
test_long_chain (void)
{
  Fixture fixture;
  guint n = 200000, last_heard = 0;

  set_up (&fixture, GUINT_TO_POINTER (0));
  for (guint i = 0; i < n; i++)
    {
      LiaisonEventData *event = event_new (10 + 2 * i);
      event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                                       .edge = LIAISON_ANCHOR_END,
                                       .anchor = liaison_anchor_for (ID (8 + 2 * i)) };
      g_assert_true (liaison_document_fill (fixture.document, &liaison_event_kind, &event->block));
    }
  g_signal_connect (liaison_table_get (fixture.events, n - 1), "notify::start",
                    G_CALLBACK (start_notified_cb), &last_heard);
  LiaisonChange change = lasting (&fixture, 10, 3600);
  apply (&fixture, &change, 1);
  g_assert_cmpuint (last_heard, ==, 1);
  g_assert_cmpuint (fixture.heard->len, ==, 1);
  check_heard (&fixture, 0, 0, n, n);
  tear_down (&fixture, NULL);
}

static void
test_snapshot (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonSnapshot) before = liaison_document_get_snapshot (fixture->document);
  g_autoptr (LiaisonSnapshot) same = liaison_document_get_snapshot (fixture->document);
  LiaisonChange change = lasting (fixture, 14, 3600);
  guint n;

  g_assert_true (before == same);
  apply (fixture, &change, 1);
  g_autoptr (LiaisonSnapshot) after = liaison_document_get_snapshot (fixture->document);
  g_assert_true (before != after);
  g_assert_cmpint (LIAISON_DATA (Event, liaison_snapshot_find (before, ID (14)))->duration, ==,
                   LIAISON_DURATION_UNSET);
  g_assert_cmpint (LIAISON_DATA (Event, liaison_snapshot_find (after, ID (14)))->duration, ==,
                   3600);
  liaison_snapshot_get (after, LIAISON_KIND_EVENT, &n);
  g_assert_cmpuint (n, ==, 5);
  g_assert_null (liaison_snapshot_find (after, ID (15)));
}

static void
test_fill (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (ID (EXERCISE));
  LiaisonTable *events = liaison_document_get_table (document, LIAISON_KIND_EVENT);
  guint position;

  /* Highest first, and one twice. */
  for (guint i = 100; i >= 10; i--)
    g_assert_true (liaison_document_fill (document, &liaison_event_kind, &event_new (i)->block));
  g_assert_false (liaison_document_fill (document, &liaison_event_kind, &event_new (50)->block));
  g_assert_false (liaison_document_fill (document, &liaison_site_kind,
                                         liaison_block_new (&liaison_site_kind.shape, ID (50))));
  g_assert_cmpuint (liaison_table_get_size (events), ==, 91);
  for (guint i = 0; i < 91; i++)
    g_assert_true (
        liaison_id_same (liaison_record_get_id (liaison_table_get (events, i)), ID (10 + i)));
  g_assert_true (liaison_table_find (events, ID (60), &position));
  g_assert_cmpuint (position, ==, 50);
  g_assert_false (liaison_table_find (events, ID (101), &position));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, n, test) g_test_add (path, Fixture, GUINT_TO_POINTER (n), set_up, test, tear_down)
  ADD ("/record/document/one-edit", 5, test_edit);
  ADD ("/record/document/several-fields", 5, test_several_fields);
  ADD ("/record/document/few-records", 5, test_few);
  ADD ("/record/document/many-records", 200, test_many);
  ADD ("/record/document/insertions", 5, test_insertions);
  ADD ("/record/document/removals", 5, test_removals);
  ADD ("/record/document/all-at-once", 5, test_all_at_once);
  ADD ("/record/document/all-gone", 5, test_all_gone);
  ADD ("/record/document/other-kind", 5, test_other_kind);
  ADD ("/record/document/startex-moves", 5, test_startex_moves);
  ADD ("/record/document/edited-follower", 5, test_edited_follower);
  ADD ("/record/document/snapshot", 5, test_snapshot);
  ADD ("/record/document/followers", 5, test_followers);
  ADD ("/record/document/followers-in-a-circle", 5, test_circle);
  g_test_add_func ("/record/document/long-chain", test_long_chain);
  g_test_add_func ("/record/document/fill", test_fill);
  return g_test_run ();
}
