/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "change.h"

#include "record/block-json.h"
#include "record/field-type.h"

typedef enum
{
  ADDED,
  REMOVED,
  CHANGED
} Change;

/* An edit puts something where nothing was, takes it away, or puts another thing in its place. */
static Change
get_change (const LiaisonEdit *edit)
{
  if (edit->before.form == LIAISON_VALUE_NONE)
    return ADDED;
  return edit->after.form == LIAISON_VALUE_NONE ? REMOVED : CHANGED;
}

/* Of a record: only an edit of the whole adds or removes it. */
static Change
get_record_change (const LiaisonEdit *edits)
{
  return edits->slot.field == LIAISON_SLOT_WHOLE ? get_change (edits) : CHANGED;
}

static gboolean
is_of_unknown (const LiaisonEdit *edit)
{
  return edit->before.form == LIAISON_VALUE_BLOCK && edit->after.form == LIAISON_VALUE_BLOCK;
}

static const LiaisonField *
get_field (const LiaisonEdit *edit)
{
  return &edit->kind->shape.fields[edit->slot.field];
}

/* The field whose value is at the slot: an item's where there is one. */
static const LiaisonField *
get_leaf (const LiaisonEdit *edit)
{
  const LiaisonField *field = get_field (edit);

  return edit->slot.item_field == LIAISON_SLOT_WHOLE ? field
                                                     : &field->items->fields[edit->slot.item_field];
}

static char *
tell_record (const LiaisonComparison *comparison, const LiaisonEdit *edit)
{
  const LiaisonBlock *block = liaison_snapshot_find (comparison->to, edit->slot.record);
  const LiaisonManner *manner = &comparison->after;
  const LiaisonField *code;

  if (block == NULL)
    {
      block = liaison_snapshot_find (comparison->from, edit->slot.record);
      manner = &comparison->before;
    }
  g_autofree char *name = liaison_manner_tell_block_name (manner, block);
  code = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_CODE);
  if (code == NULL || !liaison_block_field_is_set (block, code))
    return g_steal_pointer (&name);

  g_autofree char *serial = liaison_manner_tell_field (manner, block, code);
  /* Translators: A serial or code, and the name of what has it: “EV012 Main planning conference”.
   */
  return liaison_words_format (manner->words, N_ ("{code} {name}"),
                               liaison_operand_text ("code", serial),
                               liaison_operand_text ("name", name));
}

static char *
tell_item (const LiaisonComparison *comparison, const LiaisonEdit *edit)
{
  const LiaisonSlot slot = liaison_slot_item (edit->slot.record, edit->slot.field, edit->slot.item);
  const LiaisonManner *manner = &comparison->after;
  const LiaisonBlock *record = liaison_snapshot_find (comparison->to, slot.record);
  g_auto (LiaisonValue) item = LIAISON_VALUE_INIT;

  if (record != NULL)
    liaison_block_get_slot (record, &slot, &item);
  if (item.form == LIAISON_VALUE_NONE)
    {
      manner = &comparison->before;
      record = liaison_snapshot_find (comparison->from, slot.record);
      if (record != NULL)
        liaison_block_get_slot (record, &slot, &item);
    }
  return item.form == LIAISON_VALUE_NONE ? g_strdup ("")
                                         : liaison_manner_tell_block_name (manner, item.as.block);
}

/* Where in the record: “Title (fr)”, “Agenda, Welcome: Duration”. */
static char *
tell_place (const LiaisonComparison *comparison, const LiaisonEdit *edit)
{
  LiaisonWords *words = comparison->after.words;
  const char *field = get_field (edit)->label;
  g_autofree char *leaf = g_strdup (_ (get_leaf (edit)->label));

  if (edit->slot.language != NULL)
    {
      char *with = liaison_words_format (words, N_ ("{field} ({language})"),
                                         liaison_operand_text ("field", leaf),
                                         liaison_operand_text ("language", edit->slot.language));

      g_free (leaf);
      leaf = with;
    }
  if (liaison_id_is_zero (edit->slot.item))
    return g_steal_pointer (&leaf);

  g_autofree char *item = tell_item (comparison, edit);
  if (edit->slot.item_field == LIAISON_SLOT_WHOLE)
    /* Translators: A list, and what is in it: “Agenda, Welcome”. */
    return liaison_words_format (words, N_ ("{list}, {item}"),
                                 liaison_operand_field ("list", field),
                                 liaison_operand_text ("item", item));
  /* Translators: A list, what is in it, and a field of that: “Agenda, Welcome, Duration”. */
  return liaison_words_format (
      words, N_ ("{list}, {item}, {field}"), liaison_operand_field ("list", field),
      liaison_operand_text ("item", item), liaison_operand_text ("field", leaf));
}

/* The member of a set that is added or removed; NULL where the slot is none. */
static char *
tell_member (const LiaisonComparison *comparison, const LiaisonEdit *edit)
{
  const LiaisonManner *manner =
      get_change (edit) == REMOVED ? &comparison->before : &comparison->after;

  if (edit->slot.code != NULL)
    return liaison_manner_tell_nation (manner, edit->slot.code);
  if (!liaison_id_is_zero (edit->slot.member))
    return liaison_manner_tell_name (manner, edit->slot.member);
  return NULL;
}

static char *
tell_edit (const LiaisonComparison *comparison, const LiaisonEdit *edit)
{
  static const char *const of_member[] = {
    [ADDED] = N_ ("{place}: {member} added"), [REMOVED] = N_ ("{place}: {member} removed")
  };
  static const char *const of_item[] = {
    [ADDED] = N_ ("{place}: added"), [REMOVED] = N_ ("{place}: removed")
  };
  LiaisonWords *words = comparison->after.words;

  if (edit->slot.field == LIAISON_SLOT_WHOLE)
    return g_strdup (_ ("Parts that this version of Liaison does not know differ."));

  g_autofree char *place = tell_place (comparison, edit);
  g_autofree char *member = tell_member (comparison, edit);
  if (is_of_unknown (edit))
    return liaison_words_format (
        words, N_ ("{place}: parts that this version of Liaison does not know differ."),
        liaison_operand_text ("place", place));
  if (member != NULL)
    return liaison_words_format (words, of_member[get_change (edit)],
                                 liaison_operand_text ("place", place),
                                 liaison_operand_text ("member", member));
  if (!liaison_id_is_zero (edit->slot.item) && edit->slot.item_field == LIAISON_SLOT_WHOLE)
    return liaison_words_format (words, of_item[get_change (edit)],
                                 liaison_operand_text ("place", place));

  g_autofree char *before =
      liaison_manner_tell_value (&comparison->before, get_leaf (edit), &edit->before);
  g_autofree char *after =
      liaison_manner_tell_value (&comparison->after, get_leaf (edit), &edit->after);
  /* Translators: A field, its value before and after; “—” stands for nothing. */
  return liaison_words_format (words, N_ ("{place}: {before} → {after}"),
                               liaison_operand_text ("place", place),
                               liaison_operand_text ("before", *before != '\0' ? before : "—"),
                               liaison_operand_text ("after", *after != '\0' ? after : "—"));
}

void
liaison_change_print (const LiaisonComparison *comparison, const LiaisonEdit *edits, guint n)
{
  static const char marks[] = { [ADDED] = '+', [REMOVED] = '-', [CHANGED] = '*' };
  Change change = get_record_change (edits);
  g_autofree char *name = tell_record (comparison, edits);
  g_autofree char *safe = liaison_output_dup_safe (name, TRUE);

  g_print ("  %c %s\n", marks[change], safe);
  for (guint i = 0; i < n && change == CHANGED; i++)
    {
      g_autofree char *told = tell_edit (comparison, &edits[i]);
      g_autofree char *line = liaison_output_dup_safe (told, TRUE);

      g_print ("      %s\n", line);
    }
}

static void
write_id (LiaisonJsonWriter *writer, const char *name, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  if (liaison_id_is_zero (id))
    return;
  liaison_id_format (id, text);
  liaison_command_write_member (writer, name, text);
}

static void
write_value (LiaisonJsonWriter *writer, const char *name, const LiaisonValue *value)
{
  liaison_json_writer_name (writer, name);
  switch (value->form)
    {
    case LIAISON_VALUE_FIELD:
      liaison_field_type_ops (value->field->type)->write (&value->as, value->field, writer);
      break;
    case LIAISON_VALUE_STRING:
      liaison_json_writer_string (writer, value->as.string);
      break;
    case LIAISON_VALUE_BOOLEAN:
      liaison_json_writer_boolean (writer, value->as.boolean);
      break;
    case LIAISON_VALUE_BLOCK:
      liaison_block_write (value->as.block, writer);
      break;
    case LIAISON_VALUE_NONE:
    default:
      liaison_json_writer_null (writer);
    }
}

static void
write_slot (const LiaisonEdit *edit, LiaisonJsonWriter *writer)
{
  liaison_json_writer_begin_object (writer);
  if (edit->slot.field != LIAISON_SLOT_WHOLE)
    liaison_command_write_member (writer, "field", get_field (edit)->name);
  write_id (writer, "item", edit->slot.item);
  if (edit->slot.item_field != LIAISON_SLOT_WHOLE)
    liaison_command_write_member (writer, "item-field", get_leaf (edit)->name);
  if (edit->slot.language != NULL)
    liaison_command_write_member (writer, "language", edit->slot.language);
  if (edit->slot.code != NULL)
    liaison_command_write_member (writer, "code", edit->slot.code);
  write_id (writer, "member", edit->slot.member);
  write_value (writer, "old", &edit->before);
  write_value (writer, "new", &edit->after);
  liaison_json_writer_end_object (writer);
}

void
liaison_change_write (const LiaisonComparison *comparison,
                      const LiaisonEdit *edits,
                      guint n,
                      LiaisonJsonWriter *writer)
{
  static const char *const changes[] = {
    [ADDED] = "added", [REMOVED] = "removed", [CHANGED] = "changed"
  };
  Change change = get_record_change (edits);
  g_autofree char *name = tell_record (comparison, edits);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "table", edits->kind->plural);
  write_id (writer, "id", edits->slot.record);
  liaison_command_write_member (writer, "name", name);
  liaison_command_write_member (writer, "change", changes[change]);
  liaison_json_writer_name (writer, "slots");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    write_slot (&edits[i], writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}
