/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference between two plans, done to the one, gives the other. */
#include "config.h"

#include "edit/difference.h"

#include "edit/editor.h"
#include "random-block.h"
#include "record/block-json.h"
#include "record/field-type.h"
#include "record/kinds/event.h"
#include "record/kinds/nation.h"

#include <string.h>

/* Records of each kind, at most. */
#define RECORDS 5

static gint64
now (gpointer data)
{
  return 1800000000000;
}

/* All records as a file has them. */
static char *
get_bytes (LiaisonDocument *document)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);

  liaison_json_writer_begin_array (writer);
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);

      liaison_json_writer_integer (writer, kind);
      for (guint i = 0; i < n; i++)
        liaison_block_write (blocks[i], writer);
    }
  liaison_json_writer_end_array (writer);
  g_assert_true (liaison_json_writer_finish (writer, NULL));
  return g_strdup (text->str);
}

static LiaisonEditGroup *
compare (LiaisonDocument *before, LiaisonDocument *after)
{
  g_autoptr (LiaisonSnapshot) from = liaison_document_get_snapshot (before);
  g_autoptr (LiaisonSnapshot) to = liaison_document_get_snapshot (after);

  return liaison_difference_new (from, to);
}

/* Does the group's edits to @document by the one door. */
static void
apply (LiaisonDocument *document, const LiaisonEditGroup *group)
{
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (document, now, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new (group->sentence);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < group->edits->len; i++)
    {
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, i);
      LiaisonValue after;

      liaison_value_copy (&after, &edit->after);
      liaison_proposal_take (proposal, edit->kind, &edit->slot, after);
    }
  liaison_editor_commit (editor, proposal, &error);
  g_assert_no_error (error);
}

/* The same values but for about one field in eight. */
static LiaisonBlock *
vary (const LiaisonBlock *block, GRand *random)
{
  g_autoptr (LiaisonBlock) other = random_block_new (block->shape, block->id, 50, random, NULL);
  LiaisonBlock *result = liaison_block_copy (block);

  for (guint i = 0; i < block->shape->n_fields; i++)
    {
      const LiaisonField *field = &block->shape->fields[i];
      const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);

      if (g_rand_int_range (random, 0, 8) != 0)
        continue;
      ops->clear (LIAISON_BLOCK_AT (result, field));
      ops->copy (LIAISON_BLOCK_AT (result, field), LIAISON_BLOCK_AT (other, field));
    }
  if (g_rand_boolean (random))
    {
      GRefString *unknown = liaison_block_get_unknown (other);
      liaison_block_take_unknown (result, unknown != NULL ? g_ref_string_acquire (unknown) : NULL);
    }
  return result;
}

/* Two plans of which about half the records are alike. */
static void
make_plans (GRand *random, LiaisonDocument **before, LiaisonDocument **after)
{
  LiaisonId exercise = random_block_id (1000);

  *before = liaison_document_new (exercise);
  *after = liaison_document_new (exercise);
  for (guint id = 0; id < LIAISON_N_KINDS; id++)
    for (guint i = 0; i < (id == LIAISON_KIND_EXERCISE ? 1 : RECORDS); i++)
      {
        const LiaisonKind *kind = liaison_kind_get (id);
        LiaisonId record =
            id == LIAISON_KIND_EXERCISE ? exercise : random_block_id (1001 + id * RECORDS + i);
        g_autoptr (LiaisonBlock) block = random_block_new (&kind->shape, record, 30, random, NULL);
        guint fate = id == LIAISON_KIND_EXERCISE ? 3 : g_rand_int_range (random, 0, 5);

        if (fate != 0)
          g_assert_true (liaison_document_fill (*before, kind, liaison_block_ref (block)));
        if (fate != 1)
          g_assert_true (liaison_document_fill (
              *after, kind, fate == 2 ? liaison_block_ref (block) : vary (block, random)));
      }
}

static void
test_gives_the_other (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (LiaisonDocument) before = NULL, after = NULL;
      g_autoptr (LiaisonEditGroup) group = NULL, rest = NULL;
      g_autofree char *wanted = NULL, *found = NULL;

      make_plans (random, &before, &after);
      group = compare (before, after);
      g_assert_cmpuint (group->edits->len, >, 0);
      apply (before, group);
      wanted = get_bytes (after);
      found = get_bytes (before);
      g_assert_cmpstr (found, ==, wanted);
      rest = compare (before, after);
      g_assert_cmpuint (rest->edits->len, ==, 0);
    }
}

/* The values before, done as edits in reverse, lead back. */
static void
test_leads_back (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (g_test_rand_int ());
  g_autoptr (LiaisonDocument) before = NULL, after = NULL;
  g_autoptr (LiaisonEditGroup) group = NULL, back = liaison_edit_group_new ("Back", NULL, NULL, 0);
  g_autofree char *wanted = NULL, *found = NULL;

  make_plans (random, &before, &after);
  wanted = get_bytes (before);
  group = compare (before, after);
  for (guint i = group->edits->len; i-- > 0;)
    {
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, i);
      LiaisonValue value;

      liaison_value_copy (&value, &edit->before);
      liaison_edit_group_take (back, edit->kind, &edit->slot, (LiaisonValue) LIAISON_VALUE_INIT,
                               value);
    }
  apply (before, group);
  apply (before, back);
  found = get_bytes (before);
  g_assert_cmpstr (found, ==, wanted);
}

static LiaisonBlock *
read_block (const LiaisonKind *kind, const char *json)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (json, strlen (json), "test", NULL);
  g_autoptr (GError) error = NULL;
  LiaisonBlock *block = liaison_block_read (&kind->shape, reader, TRUE, &error);

  g_assert_no_error (error);
  return block;
}

#define EVENT "{\"id\":\"01960000-0000-7000-8000-000000000040\","
#define ITEM  "{\"id\":\"01960000-0000-7000-8000-000000000041\","

/* One event before and after; how many edits lead from one to the other, and of which slot the
 * first is. */
static const struct
{
  const char *name, *before, *after;
  guint edits;
  const char *field, *item_field, *language, *code;
  gboolean item, member;
} slots[] = {
  { "one-language", EVENT "\"title\":{\"en\":\"Start\",\"fr\":\"Début\"}}",
    EVENT "\"title\":{\"en\":\"Start\",\"fr\":\"Départ\"}}", 1, "title", NULL, "fr" },
  { "language-gone-and-new", EVENT "\"title\":{\"en\":\"Start\"}}",
    EVENT "\"title\":{\"fr\":\"Début\"}}", 2, "title", NULL, "en" },
  { "member-of-codes", EVENT "\"nations\":[\"FR\",\"NO\"]}", EVENT "\"nations\":[\"NO\"]}", 1,
    "nations", NULL, NULL, "FR" },
  { "member-of-references", EVENT "\"channels\":[]}",
    EVENT "\"channels\":[\"01960000-0000-7000-8000-000000000001\"]}", 1, "channels",
    .member = TRUE },
  { "plain-field", EVENT "\"duration\":\"PT1H\"}", EVENT "\"duration\":\"PT2H\"}", 1, "duration" },
  { "field-unset", EVENT "\"locked\":true}", EVENT "\"locked\":false}", 1, "locked" },
  { "item-new", EVENT "\"agenda\":[]}", EVENT "\"agenda\":[" ITEM "\"duration\":\"PT5M\"}]}", 1,
    "agenda", .item = TRUE },
  { "item-field", EVENT "\"agenda\":[" ITEM "\"duration\":\"PT5M\",\"title\":{\"en\":\"A\"}}]}",
    EVENT "\"agenda\":[" ITEM "\"duration\":\"PT6M\",\"title\":{\"en\":\"A\"}}]}", 1, "agenda",
    "duration", .item = TRUE },
  { "item-language", EVENT "\"agenda\":[" ITEM "\"title\":{\"en\":\"A\"}}]}",
    EVENT "\"agenda\":[" ITEM "\"title\":{\"en\":\"A\",\"ar\":\"B\"}}]}", 1, "agenda", "title",
    "ar", .item = TRUE },
  { "unknown-member", EVENT "\"later\":1}", EVENT "\"later\":2}", 1 },
  { "unknown-member-of-item", EVENT "\"agenda\":[" ITEM "\"later\":1}]}",
    EVENT "\"agenda\":[" ITEM "\"later\":2}]}", 1, "agenda", .item = TRUE },
  { "same-time-otherwise-written", EVENT "\"start\":\"STARTEX+24h\"}",
    EVENT "\"start\":\"STARTEX+1d\"}", 0 },
  { "empty-and-absent", EVENT "\"title\":{\"en\":\"\"},\"nations\":[],\"agenda\":[]}",
    EVENT "\"locked\":false}", 0 },
};

static void
test_slot (gconstpointer data)
{
  const typeof (*slots) *each = data;
  g_autoptr (LiaisonDocument) before = liaison_document_new (random_block_id (1));
  g_autoptr (LiaisonDocument) after = liaison_document_new (random_block_id (1));
  g_autoptr (LiaisonEditGroup) group = NULL;
  guint field, item_field;

  liaison_document_fill (before, &liaison_event_kind,
                         read_block (&liaison_event_kind, each->before));
  liaison_document_fill (after, &liaison_event_kind, read_block (&liaison_event_kind, each->after));
  group = compare (before, after);
  g_assert_cmpuint (group->edits->len, ==, each->edits);
  if (each->edits == 0)
    return;

  const LiaisonSlot *slot = &g_array_index (group->edits, LiaisonEdit, 0).slot;
  if (each->field == NULL)
    {
      g_assert_cmpint (slot->field, ==, LIAISON_SLOT_WHOLE);
      return;
    }
  const LiaisonField *row = liaison_shape_find (&liaison_event_kind.shape, each->field, &field);
  g_assert_cmpint (slot->field, ==, field);
  g_assert_cmpstr (slot->language, ==, each->language);
  g_assert_cmpstr (slot->code, ==, each->code);
  g_assert_cmpint (!liaison_id_is_zero (slot->item), ==, each->item);
  g_assert_cmpint (!liaison_id_is_zero (slot->member), ==, each->member);
  if (each->item_field == NULL)
    {
      g_assert_cmpint (slot->item_field, ==, LIAISON_SLOT_WHOLE);
      return;
    }
  g_assert_nonnull (liaison_shape_find (row->items, each->item_field, &item_field));
  g_assert_cmpint (slot->item_field, ==, item_field);
}

/* The exercise's id is no slot: its fields are compared all the same. */
static void
test_other_exercise (void)
{
  g_autoptr (LiaisonDocument) before = liaison_document_new (random_block_id (1));
  g_autoptr (LiaisonDocument) after = liaison_document_new (random_block_id (2));
  g_autoptr (LiaisonEditGroup) group = compare (before, after);

  g_assert_cmpuint (group->edits->len, ==, 0);
}

/* An id belongs to one kind for ever: a file that says otherwise is not taken over. */
static void
test_refuses_other_kind (void)
{
  g_autoptr (LiaisonDocument) before = liaison_document_new (random_block_id (1));
  g_autoptr (LiaisonDocument) after = liaison_document_new (random_block_id (1));
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (before, now, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Take over");
  g_autoptr (LiaisonEditGroup) group = NULL;
  g_autoptr (GError) error = NULL;

  liaison_document_fill (before, &liaison_event_kind,
                         read_block (&liaison_event_kind, EVENT "\"locked\":true}"));
  liaison_document_fill (after, &liaison_nation_kind,
                         read_block (&liaison_nation_kind, EVENT "\"code\":\"NO\"}"));
  group = compare (before, after);
  g_assert_cmpuint (group->edits->len, ==, 2);
  for (guint i = 0; i < 2; i++)
    {
      const LiaisonEdit *edit = &g_array_index (group->edits, LiaisonEdit, i);
      LiaisonValue value;

      liaison_value_copy (&value, &edit->after);
      liaison_proposal_take (proposal, edit->kind, &edit->slot, value);
    }
  g_assert_false (liaison_editor_commit (editor, proposal, &error));
  g_assert_error (error, LIAISON_EDIT_ERROR, LIAISON_EDIT_ERROR_BAD_VALUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/edit/difference/gives-the-other", test_gives_the_other);
  g_test_add_func ("/edit/difference/leads-back", test_leads_back);
  for (gsize i = 0; i < G_N_ELEMENTS (slots); i++)
    {
      g_autofree char *path = g_strconcat ("/edit/difference/slot/", slots[i].name, NULL);
      g_test_add_data_func (path, &slots[i], test_slot);
    }
  g_test_add_func ("/edit/difference/other-exercise", test_other_exercise);
  g_test_add_func ("/edit/difference/refuses-other-kind", test_refuses_other_kind);
  return g_test_run ();
}
