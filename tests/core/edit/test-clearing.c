/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/clearing.h"
#include "edit/editor.h"
#include "record/kinds.h"
#include "record/record.h"
#include "record/release-list.h"

#define NOW G_GINT64_CONSTANT (1790000000)

/* Headquarters over brigades over battalions, and what the fixture does with them. */
typedef struct
{
  LiaisonDocument *document;
  LiaisonEditor *editor;
  LiaisonProposal *proposal; /* while records are deleted */
  const LiaisonKind *kind;   /* of the user that is looked at */
  GHashTable *gone;
} Plan;

static gint64
now_cb (gpointer data)
{
  return NOW * 1000;
}

static LiaisonId
id_of (guint number)
{
  return liaison_id_new_from_parts (NOW, 0, number);
}

static void
plan_init (Plan *self)
{
  *self = (Plan){ .document = liaison_document_new (id_of (1)) };
  self->editor = liaison_editor_new (self->document, now_cb, NULL);
  self->gone = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
}

static void
plan_clear (Plan *self)
{
  g_clear_pointer (&self->gone, g_hash_table_unref);
  g_clear_object (&self->editor);
  g_clear_object (&self->document);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Plan, plan_clear)

/* @parent: 0 for none. */
static void
add_participant (Plan *self, guint number, guint parent)
{
  LiaisonBlock *block = liaison_block_new (&liaison_participant_kind.shape, id_of (number));

  if (parent != 0)
    ((LiaisonParticipantData *) block)->parent = id_of (parent);
  liaison_document_fill (self->document, &liaison_participant_kind, block);
}

static void
put_cb (const LiaisonSlot *slot, LiaisonValue value, gpointer data)
{
  Plan *self = data;

  liaison_proposal_take (self->proposal, self->kind, slot, value);
}

/* As a table deletes: what stays is cleared of what goes, in one group. */
static void
delete_participants (Plan *self, const guint *numbers, guint n)
{
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Delete");
  g_autoptr (LiaisonSnapshot) plan = liaison_document_get_snapshot (self->document);
  const LiaisonClearing clearing = {
    .lookup = liaison_snapshot_get_lookup (plan), .gone = self->gone, .put = put_cb, .data = self
  };
  g_autoptr (GError) error = NULL;
  guint n_blocks;
  const LiaisonBlock *const *blocks =
      liaison_snapshot_get (plan, LIAISON_KIND_PARTICIPANT, &n_blocks);

  self->proposal = proposal;
  self->kind = &liaison_participant_kind;
  for (guint i = 0; i < n; i++)
    {
      LiaisonId id = id_of (numbers[i]);

      g_hash_table_add (self->gone, g_memdup2 (&id, sizeof id));
    }
  for (guint i = 0; i < n_blocks; i++)
    if (g_hash_table_contains (self->gone, &blocks[i]->id))
      liaison_proposal_remove_record (proposal, blocks[i]);
    else
      liaison_clearing_look (&clearing, blocks[i]);
  liaison_editor_commit (self->editor, proposal, &error);
  g_assert_no_error (error);
}

static void
assert_parent (Plan *self, guint number, guint parent)
{
  LiaisonRecord *record = liaison_document_find (self->document, id_of (number));
  LiaisonId found = LIAISON_DATA (Participant, liaison_record_get_block (record))->parent;

  g_assert_true (liaison_id_same (found, parent != 0 ? id_of (parent) : (LiaisonId){ 0 }));
}

static void
test_children_move_up (void)
{
  g_auto (Plan) plan;

  plan_init (&plan);
  add_participant (&plan, 10, 0);
  add_participant (&plan, 11, 10);
  add_participant (&plan, 12, 11);
  add_participant (&plan, 13, 12);
  add_participant (&plan, 14, 12);
  delete_participants (&plan, (const guint[]){ 11, 12 }, 2);
  assert_parent (&plan, 10, 0);
  assert_parent (&plan, 13, 10);
  assert_parent (&plan, 14, 10);
  liaison_editor_undo (plan.editor, NULL);
  assert_parent (&plan, 13, 12);
}

static void
test_top_goes (void)
{
  g_auto (Plan) plan;

  plan_init (&plan);
  add_participant (&plan, 10, 0);
  add_participant (&plan, 11, 10);
  delete_participants (&plan, (const guint[]){ 10 }, 1);
  assert_parent (&plan, 11, 0);
}

/* Two that stand under each other, as a bad file may have them, and one whose parent is not there.
 */
static void
test_circles (void)
{
  g_auto (Plan) plan;

  plan_init (&plan);
  add_participant (&plan, 10, 11);
  add_participant (&plan, 11, 10);
  add_participant (&plan, 12, 13);
  add_participant (&plan, 13, 99);
  delete_participants (&plan, (const guint[]){ 11, 13 }, 2);
  assert_parent (&plan, 10, 0);
  assert_parent (&plan, 12, 0);
}

static LiaisonCodes *
list_of (Plan *self, guint number)
{
  LiaisonLookup lookup = liaison_document_get_lookup (self->document);

  return liaison_release_list_of (
      &lookup, liaison_record_get_block (liaison_document_find (self->document, id_of (number))));
}

/* Deletes what others go to: a group by its id, or a nation by its code. */
static void
delete_reader (Plan *self, guint number, LiaisonId target, guint user)
{
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Delete");
  const LiaisonClearing clearing = { .lookup = liaison_document_get_lookup (self->document),
                                     .gone = self->gone,
                                     .put = put_cb,
                                     .data = self };
  g_autoptr (GError) error = NULL;

  self->proposal = proposal;
  self->kind = &liaison_participant_kind;
  g_hash_table_add (self->gone, g_memdup2 (&target, sizeof target));
  liaison_clearing_look (
      &clearing, liaison_record_get_block (liaison_document_find (self->document, id_of (user))));
  liaison_proposal_remove_record (
      proposal, liaison_record_get_block (liaison_document_find (self->document, id_of (number))));
  liaison_editor_commit (self->editor, proposal, &error);
  g_assert_no_error (error);
}

static void
add_readers (Plan *self)
{
  LiaisonBlock *group = liaison_block_new (&liaison_group_kind.shape, id_of (20)),
               *nation = liaison_block_new (&liaison_nation_kind.shape, id_of (21));
  const LiaisonId ids[] = { id_of (20) };
  const char *const codes[] = { "FR", "NO" };
  LiaisonBlock *block = liaison_block_new (&liaison_participant_kind.shape, id_of (10));
  g_autoptr (LiaisonCodes) nations = liaison_codes_new (codes, 2);
  g_autoptr (LiaisonIds) groups = liaison_ids_new (ids, 1);

  ((LiaisonGroupData *) group)->members = liaison_codes_new ((const char *const[]){ "JP" }, 1);
  ((LiaisonNationData *) nation)->code = g_intern_string ("FR");
  ((LiaisonParticipantData *) block)->marking =
      liaison_marking_new (g_intern_string ("EXERCISE-UNCLASSIFIED"), nations, groups);
  liaison_document_fill (self->document, &liaison_group_kind, group);
  liaison_document_fill (self->document, &liaison_nation_kind, nation);
  liaison_document_fill (self->document, &liaison_participant_kind, block);
}

/* Whoever leaves takes nobody in: lists become narrower, and are as they were when it is undone. */
static void
test_lists_narrow (void)
{
  for (guint way = 0; way < 2; way++)
    {
      g_auto (Plan) plan;
      g_autoptr (LiaisonCodes) before = NULL, after = NULL, again = NULL;

      plan_init (&plan);
      add_readers (&plan);
      before = list_of (&plan, 10);
      if (way == 0)
        delete_reader (&plan, 20, id_of (20), 10);
      else
        delete_reader (&plan, 21, liaison_id_for_code ("FR"), 10);
      after = list_of (&plan, 10);
      g_assert_true (liaison_release_list_covers (before, after));
      g_assert_false (liaison_release_list_covers (after, before));
      liaison_editor_undo (plan.editor, NULL);
      again = list_of (&plan, 10);
      g_assert_true (liaison_codes_equal (before, again));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/clearing/children-move-up", test_children_move_up);
  g_test_add_func ("/edit/clearing/top-goes", test_top_goes);
  g_test_add_func ("/edit/clearing/circles", test_circles);
  g_test_add_func ("/edit/clearing/lists-narrow", test_lists_narrow);
  return g_test_run ();
}
