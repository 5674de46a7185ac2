/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who may see a record changes when somebody changes its marking, its originator or a group that it
 * names: by nothing else. */
#include "config.h"

#include "edit/editor.h"
#include "record/intern.h"
#include "record/kinds.h"
#include "record/record.h"
#include "record/release-list.h"

#include <string.h>

#define NOW    G_GINT64_CONSTANT (1790000000)
#define EVENTS 20

static const char *const codes[] = { "FR", "NO", "PL", "JP", "KE" };

typedef struct
{
  LiaisonDocument *document;
  LiaisonEditor *editor;
  GRand *random;
  GArray *ids; /* of LiaisonId: the events */
} Plan;

static gint64
now_cb (gpointer data)
{
  return NOW * 1000;
}

static const char *
pick_code (Plan *self)
{
  return liaison_intern (codes[g_rand_int_range (self->random, 0, G_N_ELEMENTS (codes))], 2);
}

static LiaisonMarking *
make_marking (Plan *self, LiaisonId group)
{
  g_autoptr (LiaisonCodes) nations = NULL;
  g_autoptr (LiaisonIds) groups =
      g_rand_boolean (self->random) ? liaison_ids_new (&group, 1) : NULL;
  const char *one = pick_code (self), *other = pick_code (self);

  nations = liaison_codes_new ((const char *const[]){ one, other }, 2);
  return liaison_marking_new (liaison_intern ("EXERCISE-UNCLASSIFIED", 21), nations, groups);
}

static LiaisonBlock *
make_event (Plan *self, LiaisonId group)
{
  LiaisonBlock *block =
      liaison_block_new (&liaison_event_kind.shape, liaison_editor_new_id (self->editor));
  LiaisonEventData *event = (LiaisonEventData *) block;

  if (g_rand_int_range (self->random, 0, 5) > 0)
    event->marking = make_marking (self, group);
  event->originator = pick_code (self);
  event->title = liaison_text_new ("en", "Event");
  return block;
}

static void
add (Plan *self, const LiaisonKind *kind, LiaisonBlock *block)
{
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Add");
  g_autoptr (GError) error = NULL;

  liaison_proposal_add_record (proposal, block);
  liaison_editor_commit (self->editor, proposal, &error);
  g_assert_no_error (error);
  liaison_block_unref (block);
}

static LiaisonCodes *
list_of (Plan *self, LiaisonId id)
{
  LiaisonLookup lookup = liaison_document_get_lookup (self->document);

  return liaison_release_list_of (
      &lookup, liaison_record_get_block (liaison_document_find (self->document, id)));
}

static GPtrArray *
list_all (Plan *self)
{
  GPtrArray *lists = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_codes_unref);

  for (guint i = 0; i < self->ids->len; i++)
    g_ptr_array_add (lists, list_of (self, g_array_index (self->ids, LiaisonId, i)));
  return lists;
}

static void
assert_same (Plan *self, GPtrArray *before)
{
  g_autoptr (GPtrArray) after = list_all (self);

  for (guint i = 0; i < before->len; i++)
    g_assert_true (liaison_codes_equal (before->pdata[i], after->pdata[i]));
}

static void
set_title (Plan *self, LiaisonId id)
{
  LiaisonSlot slot = liaison_slot_text (id, LIAISON_FIELD (Event, title), liaison_intern ("en", 2));
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Rename");
  g_autoptr (GError) error = NULL;
  g_autofree char *title = g_strdup_printf ("Event %u", g_rand_int (self->random));

  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string (title));
  liaison_editor_commit (self->editor, proposal, &error);
  g_assert_no_error (error);
}

/* A nation that joins is on no list by that. */
static void
add_nation (Plan *self)
{
  LiaisonBlock *block =
      liaison_block_new (&liaison_nation_kind.shape, liaison_editor_new_id (self->editor));

  ((LiaisonNationData *) block)->code = pick_code (self);
  add (self, &liaison_nation_kind, block);
}

/* As a table duplicates: the copy goes where the original goes, and nowhere else. */
static void
duplicate (Plan *self, LiaisonId id)
{
  const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (self->document, id));
  LiaisonId copy = liaison_editor_new_id (self->editor);
  g_autoptr (LiaisonCodes) one = NULL, other = NULL;

  add (self, &liaison_event_kind, liaison_block_copy_as (block, copy));
  one = list_of (self, id);
  other = list_of (self, copy);
  g_assert_true (liaison_codes_equal (one, other));
}

static void
take_step (Plan *self)
{
  LiaisonId id = g_array_index (self->ids, LiaisonId, g_rand_int_range (self->random, 0, EVENTS));

  switch (g_rand_int_range (self->random, 0, 5))
    {
    case 0:
      set_title (self, id);
      break;
    case 1:
      add_nation (self);
      break;
    case 2:
      duplicate (self, id);
      break;
    case 3:
      if (liaison_editor_can_undo (self->editor))
        liaison_editor_undo (self->editor, NULL);
      break;
    default:
      if (liaison_editor_can_redo (self->editor))
        liaison_editor_redo (self->editor, NULL);
      break;
    }
}

static void
fill (Plan *self)
{
  LiaisonId group = liaison_id_new_from_parts (NOW, 0, 7);
  LiaisonBlock *block = liaison_block_new (&liaison_group_kind.shape, group);

  ((LiaisonGroupData *) block)->members =
      liaison_codes_new ((const char *const[]){ "FR", "JP" }, 2);
  liaison_document_fill (self->document, &liaison_group_kind, block);
  for (guint i = 0; i < EVENTS; i++)
    {
      LiaisonBlock *event = make_event (self, group);

      g_array_append_val (self->ids, event->id);
      liaison_document_fill (self->document, &liaison_event_kind, event);
    }
}

static void
test_nothing_widens (void)
{
  for (guint seed = 0; seed < 20; seed++)
    {
      g_autoptr (LiaisonDocument) document =
          liaison_document_new (liaison_id_new_from_parts (NOW, 0, 1));
      g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, now_cb, NULL);
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
      Plan plan = { document, editor, random, ids };
      g_autoptr (GPtrArray) lists = NULL;

      fill (&plan);
      lists = list_all (&plan);
      for (guint i = 0; i < 60; i++)
        {
          take_step (&plan);
          assert_same (&plan, lists);
        }
    }
}

static void
test_sets (void)
{
  g_autoptr (LiaisonCodes) one = liaison_codes_new ((const char *const[]){ "FR", "NO" }, 2);
  g_autoptr (LiaisonCodes) other = liaison_codes_new ((const char *const[]){ "NO", "PL" }, 2);
  g_autoptr (LiaisonCodes) both = liaison_release_list_intersect (one, other);
  guint n;

  g_assert_cmpstr (liaison_codes_get (both, &n)[0], ==, "NO");
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (liaison_release_list_intersect (one, NULL));
  g_assert_true (liaison_release_list_covers (one, both));
  g_assert_true (liaison_release_list_covers (one, NULL));
  g_assert_false (liaison_release_list_covers (both, one));
  g_assert_false (liaison_release_list_covers (NULL, one));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/release/lists/nothing-widens-them", test_nothing_widens);
  g_test_add_func ("/release/lists/sets", test_sets);
  return g_test_run ();
}
