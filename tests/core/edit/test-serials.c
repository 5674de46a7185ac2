/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A serial that a record once had is not given to another. */
#include "config.h"

#include "edit/new-record.h"
#include "edit/serials.h"
#include "record/kinds/exercise.h"
#include "record/kinds/inject.h"

#include "random-block.h"

static gint64
stopped_clock (gpointer data)
{
  return 0;
}

static LiaisonBlock *
make_inject (guint number, const char *serial)
{
  LiaisonBlock *inject = liaison_block_new (&liaison_inject_kind.shape, random_block_id (number));

  ((LiaisonInjectData *) inject)->serial = g_ref_string_new (serial);
  return inject;
}

static void
commit (LiaisonEditor *editor, const LiaisonBlock *block, gboolean add)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Test");

  if (add)
    liaison_proposal_add_record (proposal, block);
  else
    liaison_proposal_remove_record (proposal, block);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
}

static void
assert_next (LiaisonDocument *document, LiaisonTrail *trail, const char *expected)
{
  g_autofree char *next = liaison_serials_make_next (document, trail, &liaison_inject_kind);
  g_assert_cmpstr (next, ==, expected);
}

static void
test_never_reused (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (random_block_id (900));
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, stopped_clock, NULL);
  g_autoptr (LiaisonTrail) trail = liaison_trail_new ();
  g_autofree char *high = g_strdup_printf ("%s-041", liaison_inject_kind.prefix);
  g_autofree char *after = g_strdup_printf ("%s-042", liaison_inject_kind.prefix);
  g_autofree char *first = g_strdup_printf ("%s-001", liaison_inject_kind.prefix);
  g_autofree char *long_one = g_strdup_printf ("%s-20271026150000", liaison_inject_kind.prefix);
  g_autoptr (LiaisonBlock) inject = make_inject (1, high);
  g_autoptr (LiaisonBlock) dated = make_inject (2, long_one);

  assert_next (document, trail, first);
  liaison_trail_follow (trail, editor);
  commit (editor, dated, TRUE);
  assert_next (document, trail, first);
  commit (editor, inject, TRUE);
  assert_next (document, trail, after);
  commit (editor, inject, FALSE);
  assert_next (document, trail, after);
  assert_next (document, NULL, first);
}

/* With an id, a serial and the usual marking; and no part of the plan until somebody proposes it. */
static void
test_new_record (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (random_block_id (900));
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, stopped_clock, NULL);
  g_autofree char *first = g_strdup_printf ("%s-001", liaison_inject_kind.prefix);
  LiaisonExerciseData *exercise = (gpointer) liaison_block_copy (
      liaison_record_get_block (liaison_document_get_exercise (document)));
  LiaisonMarking *usual = liaison_marking_new (g_intern_string ("EX-U"), NULL, NULL);

  g_autoptr (LiaisonBlock) unmarked = liaison_new_record (editor, NULL, &liaison_inject_kind);
  g_assert_null (LIAISON_DATA (Inject, unmarked)->marking);
  exercise->default_marking = usual;
  liaison_document_fill (document, &liaison_exercise_kind, &exercise->block);
  g_autoptr (LiaisonBlock) made = liaison_new_record (editor, NULL, &liaison_inject_kind);
  g_assert_true (LIAISON_DATA (Inject, made)->marking == usual);
  g_assert_cmpstr (LIAISON_DATA (Inject, made)->serial, ==, first);
  g_assert_false (liaison_id_same (made->id, unmarked->id));
  g_assert_null (liaison_document_find (document, made->id));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/serials/never-reused", test_never_reused);
  g_test_add_func ("/edit/serials/new-record", test_new_record);
  return g_test_run ();
}
