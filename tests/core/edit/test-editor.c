/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The one door: what it does, takes back, brings again, skips and refuses. */
#include "config.h"

#include "edit/changeset.h"
#include "edit/editor.h"
#include "edit/join.h"
#include "record/block-json.h"
#include "record/kinds.h"

#include "random-block.h"

#define EXERCISE random_block_id (900)
#define EVENT    random_block_id (901)
#define SITE     random_block_id (902)

typedef struct
{
  LiaisonDocument *document;
  LiaisonEditor *editor;
  gint64 now;
  guint committed, notified;
  LiaisonEditGroup *last;
} Fixture;

static gint64
now_cb (gpointer data)
{
  Fixture *fixture = data;
  return fixture->now++;
}

static void
committed_cb (LiaisonEditor *editor, LiaisonEditGroup *group, Fixture *fixture)
{
  fixture->committed++;
  g_clear_pointer (&fixture->last, liaison_edit_group_unref);
  fixture->last = liaison_edit_group_ref (group);
}

static void
modified_cb (Fixture *fixture)
{
  fixture->notified++;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  *fixture = (Fixture){ liaison_document_new (EXERCISE) };
  fixture->now = 1000;
  fixture->editor = liaison_editor_new (fixture->document, now_cb, fixture);
  liaison_editor_set_author (fixture->editor, "Anna");
  LiaisonEventData *event = (gpointer) liaison_block_new (&liaison_event_kind.shape, EVENT);
  event->title = liaison_text_new ("en", "Bridge");
  g_assert_true (liaison_document_fill (fixture->document, &liaison_event_kind, &event->block));
  g_signal_connect (fixture->editor, "committed", G_CALLBACK (committed_cb), fixture);
  g_signal_connect_swapped (fixture->editor, "notify::modified", G_CALLBACK (modified_cb), fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->last, liaison_edit_group_unref);
  g_assert_finalize_object (fixture->editor);
  g_assert_finalize_object (fixture->document);
}

static const LiaisonEventData *
get_event (Fixture *fixture)
{
  return LIAISON_DATA (Event,
                       liaison_record_get_block (liaison_document_find (fixture->document, EVENT)));
}

static const char *
get_title (Fixture *fixture, const char *language)
{
  return liaison_text_lookup (get_event (fixture)->title, language);
}

static LiaisonProposal *
propose_title (const char *language, const char *title)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Change {record}");
  LiaisonSlot slot = liaison_slot_text (EVENT, LIAISON_FIELD (Event, title), language);

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", EVENT));
  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string (title));
  return proposal;
}

static void
commit (Fixture *fixture, LiaisonProposal *proposal)
{
  g_autoptr (GError) error = NULL;
  gboolean done = liaison_editor_commit (fixture->editor, proposal, &error);

  g_assert_no_error (error);
  g_assert_true (done);
  liaison_proposal_free (proposal);
}

static void
test_commit (Fixture *fixture, gconstpointer data)
{
  commit (fixture, propose_title ("fr", "Pont"));
  g_assert_cmpstr (get_title (fixture, "fr"), ==, "Pont");
  g_assert_cmpstr (get_title (fixture, "en"), ==, "Bridge");
  g_assert_cmpuint (fixture->committed, ==, 1);
  g_assert_cmpstr (fixture->last->author, ==, "Anna");
  g_assert_cmpint (fixture->last->when, ==, 1000);
  g_assert_cmpstr (fixture->last->sentence, ==, "Change {record}");
  g_assert_cmpuint (fixture->last->operands->len, ==, 1);
  const LiaisonEdit *edit = &g_array_index (fixture->last->edits, LiaisonEdit, 0);
  g_assert_cmpint (edit->before.form, ==, LIAISON_VALUE_NONE);
  g_assert_cmpstr (edit->after.as.string, ==, "Pont");
  g_assert_cmpuint (liaison_editor_get_history (fixture->editor)->len, ==, 1);
}

static void
test_nothing (Fixture *fixture, gconstpointer data)
{
  commit (fixture, propose_title ("en", "Bridge"));
  g_assert_cmpuint (fixture->committed, ==, 0);
  g_assert_false (liaison_editor_can_undo (fixture->editor));
  g_assert_false (liaison_editor_get_modified (fixture->editor));
}

/* There and back within one group is nothing either. */
static void
test_there_and_back (Fixture *fixture, gconstpointer data)
{
  LiaisonProposal *proposal = propose_title ("en", "Tunnel");
  LiaisonSlot slot = liaison_slot_text (EVENT, LIAISON_FIELD (Event, title), "en");

  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string ("Bridge"));
  commit (fixture, proposal);
  g_assert_cmpuint (fixture->committed, ==, 0);
  g_assert_false (liaison_editor_can_undo (fixture->editor));
}

static void
test_undo_redo (Fixture *fixture, gconstpointer data)
{
  guint skipped = 99;

  commit (fixture, propose_title ("fr", "Pont"));
  commit (fixture, propose_title ("fr", "Le pont"));
  g_assert_true (liaison_editor_undo (fixture->editor, &skipped));
  g_assert_cmpuint (skipped, ==, 0);
  g_assert_cmpstr (get_title (fixture, "fr"), ==, "Pont");
  g_assert_cmpuint (fixture->committed, ==, 3);
  g_assert_true (liaison_editor_peek_redo (fixture->editor) != NULL);
  g_assert_true (liaison_editor_undo (fixture->editor, NULL));
  g_assert_null (get_title (fixture, "fr"));
  g_assert_false (liaison_editor_undo (fixture->editor, NULL));
  g_assert_true (liaison_editor_redo (fixture->editor, &skipped));
  g_assert_true (liaison_editor_redo (fixture->editor, NULL));
  g_assert_false (liaison_editor_redo (fixture->editor, NULL));
  g_assert_cmpstr (get_title (fixture, "fr"), ==, "Le pont");
  /* A new edit forgets what was undone. */
  g_assert_true (liaison_editor_undo (fixture->editor, NULL));
  commit (fixture, propose_title ("pl", "Most"));
  g_assert_false (liaison_editor_can_redo (fixture->editor));
}

/* Somebody else's edit, as a shared folder brings it: past the editor. */
static void
change_behind (Fixture *fixture, const char *title)
{
  g_autoptr (LiaisonChangeset) changeset = liaison_changeset_new (fixture->document);
  LiaisonSlot slot = liaison_slot_text (EVENT, LIAISON_FIELD (Event, title), "fr");
  g_auto (LiaisonValue) value = liaison_value_string (title);

  g_assert_true (liaison_changeset_set (changeset, &liaison_event_kind, &slot, &value, NULL));
  g_assert_true (liaison_changeset_apply (changeset));
}

static void
test_undo_skips (Fixture *fixture, gconstpointer data)
{
  LiaisonProposal *proposal = propose_title ("fr", "Pont");
  LiaisonSlot slot = liaison_slot_text (EVENT, LIAISON_FIELD (Event, title), "pl");
  guint skipped;

  liaison_proposal_take (proposal, &liaison_event_kind, &slot, liaison_value_string ("Most"));
  commit (fixture, proposal);
  change_behind (fixture, "Passerelle");
  g_assert_true (liaison_editor_undo (fixture->editor, &skipped));
  g_assert_cmpuint (skipped, ==, 1);
  g_assert_cmpstr (get_title (fixture, "fr"), ==, "Passerelle");
  g_assert_null (get_title (fixture, "pl"));
  g_assert_cmpuint (fixture->last->edits->len, ==, 1);
}

static void
test_modified (Fixture *fixture, gconstpointer data)
{
  g_assert_false (liaison_editor_get_modified (fixture->editor));
  commit (fixture, propose_title ("fr", "Pont"));
  g_assert_true (liaison_editor_get_modified (fixture->editor));
  g_assert_cmpuint (fixture->notified, >, 0);
  g_assert_true (liaison_editor_undo (fixture->editor, NULL));
  g_assert_false (liaison_editor_get_modified (fixture->editor));
  g_assert_true (liaison_editor_redo (fixture->editor, NULL));
  liaison_editor_mark_saved (fixture->editor);
  g_assert_false (liaison_editor_get_modified (fixture->editor));
  g_assert_true (liaison_editor_undo (fixture->editor, NULL));
  g_assert_true (liaison_editor_get_modified (fixture->editor));
  /* Another way to as many edits is not the one that was saved. */
  commit (fixture, propose_title ("fr", "Passerelle"));
  g_assert_true (liaison_editor_get_modified (fixture->editor));
  liaison_editor_mark_saved (fixture->editor);
  liaison_editor_mark_modified (fixture->editor);
  g_assert_true (liaison_editor_get_modified (fixture->editor));
}

static void
test_read_only (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonProposal) proposal = propose_title ("fr", "Pont");
  g_autoptr (GError) error = NULL;

  commit (fixture, propose_title ("pl", "Most"));
  liaison_editor_set_read_only (fixture->editor, TRUE);
  g_assert_false (liaison_editor_commit (fixture->editor, proposal, &error));
  g_assert_error (error, LIAISON_EDIT_ERROR, LIAISON_EDIT_ERROR_READ_ONLY);
  g_assert_false (liaison_editor_can_undo (fixture->editor));
  g_assert_false (liaison_editor_undo (fixture->editor, NULL));
  g_assert_null (get_title (fixture, "fr"));
  g_assert_cmpstr (get_title (fixture, "pl"), ==, "Most");
}

/* The edit at the end of @bad is refused; the one before must not have been made either. */
static void
check_refused (Fixture *fixture, LiaisonProposal *bad, int code)
{
  g_autoptr (LiaisonProposal) proposal = bad;
  g_autoptr (GError) error = NULL;
  guint64 version = liaison_document_get_version (fixture->document);

  g_assert_false (liaison_editor_commit (fixture->editor, proposal, &error));
  g_assert_error (error, LIAISON_EDIT_ERROR, code);
  g_assert_null (get_title (fixture, "fr"));
  g_assert_cmpuint (liaison_document_get_version (fixture->document), ==, version);
  g_assert_cmpuint (fixture->committed, ==, 0);
  g_assert_false (liaison_editor_get_modified (fixture->editor));
}

static void
test_refusals (Fixture *fixture, gconstpointer data)
{
  LiaisonProposal *proposal = propose_title ("fr", "Pont");
  LiaisonSlot slot = liaison_slot_field (SITE, LIAISON_FIELD (Event, priority));
  g_autoptr (LiaisonBlock) exercise = liaison_block_new (&liaison_exercise_kind.shape, EXERCISE);
  g_autoptr (LiaisonBlock) second = liaison_block_new (&liaison_exercise_kind.shape, SITE);
  gint64 nine = 9, much = 1001;

  liaison_proposal_take (
      proposal, &liaison_event_kind, &slot,
      liaison_value_field (&liaison_event_kind.shape.fields[LIAISON_FIELD (Event, priority)],
                           &nine));
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_NO_RECORD);

  proposal = propose_title ("fr", "Pont");
  slot.record = EVENT;
  liaison_proposal_take (
      proposal, &liaison_event_kind, &slot,
      liaison_value_field (&liaison_event_kind.shape.fields[LIAISON_FIELD (Event, priority)],
                           &much));
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_BAD_VALUE);

  proposal = propose_title ("fr", "Pont");
  liaison_proposal_take (proposal, &liaison_site_kind, &slot, liaison_value_boolean (TRUE));
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_BAD_VALUE);

  proposal = propose_title ("fr", "Pont");
  liaison_proposal_remove_record (proposal, exercise);
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_EXERCISE);

  proposal = propose_title ("fr", "Pont");
  liaison_proposal_add_record (proposal, second);
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_EXERCISE);

  /* A field of an item that is not there. */
  proposal = propose_title ("fr", "Pont");
  slot = liaison_slot_item_field (EVENT, LIAISON_FIELD (Event, bookings), random_block_id (1),
                                  LIAISON_FIELD (Booking, amount));
  liaison_proposal_take (
      proposal, &liaison_event_kind, &slot,
      liaison_value_field (&liaison_booking_shape.fields[LIAISON_FIELD (Booking, amount)], &nine));
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_NO_RECORD);
}

/* An id stays with its kind, even where the record goes first. */
static void
test_other_kind (Fixture *fixture, gconstpointer data)
{
  LiaisonProposal *proposal = propose_title ("fr", "Pont");
  g_autoptr (LiaisonBlock) site = liaison_block_new (&liaison_site_kind.shape, EVENT);

  liaison_proposal_remove_record (
      proposal, liaison_record_get_block (liaison_document_find (fixture->document, EVENT)));
  liaison_proposal_add_record (proposal, site);
  check_refused (fixture, proposal, LIAISON_EDIT_ERROR_BAD_VALUE);
}

/* All of the plan as text. */
static char *
dump (LiaisonDocument *document)
{
  GString *text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);

  liaison_json_writer_begin_array (writer);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        liaison_block_write (blocks[i], writer);
    }
  liaison_json_writer_end_array (writer);
  g_assert_true (liaison_json_writer_finish (writer, NULL));
  return g_string_free (text, FALSE);
}

static LiaisonBlock *
random_record (GRand *chance, guint number)
{
  const LiaisonKind *kind = liaison_kind_get (1 + number % (LIAISON_N_KINDS - 1));
  return random_block_new (&kind->shape, random_block_id (100 + number), 20, chance, NULL);
}

/* Whole fields, languages, items, members and records, by chance. */
static LiaisonProposal *
random_proposal (LiaisonDocument *document, GRand *chance)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Change {n}");

  for (guint n = g_rand_int_range (chance, 1, 6); n > 0; n--)
    {
      g_autoptr (LiaisonBlock) wanted = random_record (chance, g_rand_int_range (chance, 0, 40));
      LiaisonRecord *record = liaison_document_find (document, wanted->id);
      if (record == NULL || g_rand_int_range (chance, 0, 8) == 0)
        {
          liaison_proposal_add_record (proposal, wanted);
          continue;
        }
      if (g_rand_int_range (chance, 0, 8) == 0)
        {
          liaison_proposal_remove_record (proposal, wanted);
          return proposal;
        }
      guint field = g_rand_int_range (chance, 0, wanted->shape->n_fields);
      LiaisonSlot slot = liaison_slot_field (wanted->id, field);
      if (wanted->shape->fields[field].type == LIAISON_FIELD_TEXT && g_rand_boolean (chance))
        slot = liaison_slot_text (wanted->id, field, "fr");
      else if (wanted->shape->fields[field].type == LIAISON_FIELD_ITEMS)
        slot = liaison_slot_item (wanted->id, field,
                                  random_block_id (g_rand_int_range (chance, 0, 7)));
      else if (wanted->shape->fields[field].type == LIAISON_FIELD_REFERENCES)
        slot.member = random_block_id (g_rand_int_range (chance, 0, 7));
      LiaisonValue value;
      liaison_block_get_slot (wanted, &slot, &value);
      liaison_proposal_take (proposal, liaison_kind_for_shape (wanted->shape), &slot, value);
    }
  return proposal;
}

static void
test_undo_all (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (EXERCISE);
  Fixture fixture = { .now = 1 };
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, now_cb, &fixture);
  g_autoptr (GRand) chance = g_rand_new_with_seed (g_test_rand_int ());
  g_autofree char *before = NULL, *after = NULL, *undone = NULL, *redone = NULL;
  guint skipped;

  for (guint i = 0; i < 20; i++)
    {
      LiaisonBlock *block = random_record (chance, i);
      g_assert_true (
          liaison_document_fill (document, liaison_kind_for_shape (block->shape), block));
    }
  before = dump (document);
  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (LiaisonProposal) proposal = random_proposal (document, chance);
      liaison_editor_commit (editor, proposal, NULL);
    }
  after = dump (document);
  g_assert_cmpuint (liaison_editor_get_history (editor)->len, >, 100);
  g_assert_cmpstr (before, !=, after);
  while (liaison_editor_undo (editor, &skipped))
    g_assert_cmpuint (skipped, ==, 0);
  undone = dump (document);
  g_assert_cmpstr (undone, ==, before);
  g_assert_false (liaison_editor_get_modified (editor));
  while (liaison_editor_redo (editor, &skipped))
    g_assert_cmpuint (skipped, ==, 0);
  redone = dump (document);
  g_assert_cmpstr (redone, ==, after);
}

/* What is joined goes and comes together; what was done before and after stands for itself. */
static void
test_joined (Fixture *fixture, gconstpointer data)
{
  guint skipped;

  liaison_editor_join (fixture->editor);
  commit (fixture, propose_title ("en", "one"));
  liaison_editor_join (fixture->editor);
  commit (fixture, propose_title ("fr", "deux"));
  liaison_editor_join (fixture->editor);
  commit (fixture, propose_title ("de", "drei"));
  liaison_editor_join (fixture->editor);
  commit (fixture, propose_title ("pl", "cztery"));
  g_assert_true (liaison_editor_undo (fixture->editor, &skipped));
  g_assert_null (get_title (fixture, "pl"));
  g_assert_cmpstr (get_title (fixture, "de"), ==, "drei");
  g_assert_true (liaison_editor_undo (fixture->editor, &skipped));
  g_assert_cmpuint (skipped, ==, 0);
  g_assert_null (get_title (fixture, "de"));
  g_assert_cmpstr (get_title (fixture, "en"), ==, "Bridge");
  g_assert_false (liaison_editor_can_undo (fixture->editor));
  g_assert_true (liaison_editor_redo (fixture->editor, NULL));
  g_assert_cmpstr (get_title (fixture, "de"), ==, "drei");
  g_assert_null (get_title (fixture, "pl"));
  g_assert_true (liaison_editor_redo (fixture->editor, NULL));
  g_assert_cmpstr (get_title (fixture, "pl"), ==, "cztery");
  g_assert_false (liaison_editor_can_redo (fixture->editor));
  /* What follows an undone run is not taken for a part of it. */
  liaison_editor_undo (fixture->editor, NULL);
  liaison_editor_undo (fixture->editor, NULL);
  commit (fixture, propose_title ("en", "two"));
  commit (fixture, propose_title ("en", "three"));
  g_assert_true (liaison_editor_undo (fixture->editor, NULL));
  g_assert_cmpstr (get_title (fixture, "en"), ==, "two");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/edit/editor/commit", test_commit);
  ADD ("/edit/editor/nothing", test_nothing);
  ADD ("/edit/editor/there-and-back", test_there_and_back);
  ADD ("/edit/editor/undo-redo", test_undo_redo);
  ADD ("/edit/editor/undo-skips", test_undo_skips);
  ADD ("/edit/editor/joined", test_joined);
  ADD ("/edit/editor/modified", test_modified);
  ADD ("/edit/editor/read-only", test_read_only);
  ADD ("/edit/editor/refusals", test_refusals);
  ADD ("/edit/editor/other-kind", test_other_kind);
  g_test_add_func ("/edit/editor/undo-all", test_undo_all);
  return g_test_run ();
}
