/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/edit-json.h"

#include "edit/operand-json.h"
#include "record/block-json.h"
#include "record/field-type.h"
#include "record/intern.h"

#include <string.h>

#define MAX_EDITS 1000000
#define MAX_SENTENCE 500

/* An edit while it is read: the members of its slot come before its values. */
typedef struct
{
  LiaisonEdit edit;
  gboolean slot_done;
} Reading;

static gboolean
refuse (LiaisonJsonReader *reader,
        GError           **error,
        const char        *message)
{
  return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "%s", message);
}

static gboolean
read_id (LiaisonJsonReader *reader,
         LiaisonId         *id,
         GError           **error)
{
  const char *text;
  gsize length;

  return liaison_json_reader_read_string (reader, &text, &length, error)
         && (liaison_id_parse (text, length, id) || refuse (reader, error, "this is no id"));
}

static gboolean
read_place (LiaisonJsonReader  *reader,
            const LiaisonShape *shape,
            gint16             *place,
            GError            **error)
{
  const char *text;
  gsize length;
  guint index;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (shape == NULL || liaison_shape_find (shape, text, &index) == NULL)
    return refuse (reader, error, "there is no such field");
  *place = index;
  return TRUE;
}

static gboolean
read_name (LiaisonJsonReader *reader,
           gboolean (*is_valid) (const char *, gsize),
           const char       **name,
           GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (!is_valid (text, length))
    return refuse (reader, error, "this is no language and no code");
  *name = liaison_intern (text, length);
  return TRUE;
}

static gboolean
read_kind (LiaisonJsonReader *reader,
           LiaisonEdit       *edit,
           GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  edit->kind = liaison_kind_find (text);
  return edit->kind != NULL || refuse (reader, error, "there is no such kind of record");
}

/* One member of the slot; FALSE without an error when @name is none. */
static gboolean
read_slot_member (LiaisonJsonReader *reader,
                  const char        *name,
                  LiaisonEdit       *edit,
                  GError           **error)
{
  LiaisonSlot *slot = &edit->slot;
  const LiaisonShape *shape = edit->kind != NULL ? &edit->kind->shape : NULL;

  if (strcmp (name, "kind") == 0)
    return read_kind (reader, edit, error);
  if (strcmp (name, "record") == 0)
    return read_id (reader, &slot->record, error);
  if (strcmp (name, "field") == 0)
    return read_place (reader, shape, &slot->field, error);
  if (strcmp (name, "item") == 0)
    return read_id (reader, &slot->item, error);
  if (strcmp (name, "item-field") == 0)
    return read_place (reader, shape != NULL && slot->field >= 0 ? shape->fields[slot->field].items : NULL,
                       &slot->item_field, error);
  if (strcmp (name, "language") == 0)
    return read_name (reader, liaison_language_is_valid, &slot->language, error);
  if (strcmp (name, "member") == 0)
    return read_id (reader, &slot->member, error);
  if (strcmp (name, "code") == 0)
    return read_name (reader, liaison_code_is_valid, &slot->code, error);
  return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "an edit has no “%.40s”", name);
}

static gboolean
read_block (LiaisonJsonReader  *reader,
            const LiaisonShape *shape,
            LiaisonValue       *value,
            GError            **error)
{
  LiaisonBlock *block = liaison_block_read (shape, reader, TRUE, error);

  if (block == NULL)
    return FALSE;
  value->form = LIAISON_VALUE_BLOCK;
  value->as.block = block;
  return TRUE;
}

static gboolean
read_value (LiaisonJsonReader *reader,
            const LiaisonEdit *edit,
            LiaisonValue      *value,
            GError           **error)
{
  const LiaisonSlot *slot = &edit->slot;
  const LiaisonShape *shape = &edit->kind->shape;
  const LiaisonField *field;
  const char *text;
  gsize length;
  gboolean member;

  if (slot->field == LIAISON_SLOT_WHOLE)
    return read_block (reader, shape, value, error);
  field = &shape->fields[slot->field];
  if (!liaison_id_is_zero (slot->item))
    {
      if (slot->item_field == LIAISON_SLOT_WHOLE)
        return read_block (reader, field->items, value, error);
      field = &field->items->fields[slot->item_field];
    }
  if (slot->language != NULL)
    {
      if (!liaison_json_reader_read_string (reader, &text, &length, error))
        return FALSE;
      *value = liaison_value_string (text);
      return TRUE;
    }
  if (slot->code != NULL || !liaison_id_is_zero (slot->member))
    {
      if (!liaison_json_reader_read_boolean (reader, &member, error))
        return FALSE;
      *value = liaison_value_boolean (member);
      return TRUE;
    }

  const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
  value->form = LIAISON_VALUE_FIELD;
  value->field = field;
  ops->init (&value->as);
  if (!ops->read (&value->as, field, reader, error))
    return FALSE;
  if (!ops->is_set (&value->as))
    value->form = LIAISON_VALUE_NONE;
  return TRUE;
}

static gboolean
read_edit_value (LiaisonJsonReader *reader,
                 Reading           *reading,
                 LiaisonValue      *value,
                 GError           **error)
{
  LiaisonEdit *edit = &reading->edit;

  reading->slot_done = TRUE;
  if (edit->kind == NULL || liaison_id_is_zero (edit->slot.record)
      || !liaison_slot_is_valid (&edit->slot, &edit->kind->shape))
    return refuse (reader, error, "this edit does not say what it changes");
  if (!read_value (reader, edit, value, error))
    return FALSE;
  return liaison_slot_accepts (&edit->slot, &edit->kind->shape, value)
         || refuse (reader, error, "this value cannot stand there");
}

static gboolean
read_edit (LiaisonJsonReader *reader,
           Reading           *reading,
           GError           **error)
{
  const char *name;
  gsize length;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  while (TRUE)
    {
      gboolean ok;
      if (!liaison_json_reader_next_member (reader, &name, &length, error))
        return FALSE;
      if (name == NULL)
        break;
      if (strcmp (name, "old") == 0)
        ok = read_edit_value (reader, reading, &reading->edit.before, error);
      else if (strcmp (name, "new") == 0)
        ok = read_edit_value (reader, reading, &reading->edit.after, error);
      else if (reading->slot_done)
        ok = refuse (reader, error, "what an edit changes must stand before its values");
      else
        ok = read_slot_member (reader, name, &reading->edit, error);
      if (!ok)
        return FALSE;
    }
  return reading->slot_done || refuse (reader, error, "this edit changes nothing");
}

static gboolean
read_edits (LiaisonJsonReader *reader,
            LiaisonEditGroup  *group,
            GError           **error)
{
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (TRUE)
    {
      Reading reading = { .edit.slot = liaison_slot_record ((LiaisonId) { 0, 0 }) };
      if (!liaison_json_reader_next_element (reader, &more, error))
        return FALSE;
      if (!more)
        return TRUE;
      if (group->edits->len == MAX_EDITS)
        return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "more than %d edits", MAX_EDITS);
      gboolean ok = read_edit (reader, &reading, error);
      liaison_edit_group_take (group, reading.edit.kind, &reading.edit.slot, reading.edit.before, reading.edit.after);
      if (!ok)
        return FALSE;
    }
}

static gboolean
read_sentence (LiaisonJsonReader *reader,
               LiaisonEditGroup  *group,
               GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  if (length > MAX_SENTENCE)
    return liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_LIMIT, "longer than %d bytes", MAX_SENTENCE);
  group->sentence = g_intern_string (text);
  return TRUE;
}

static gboolean
read_author (LiaisonJsonReader *reader,
             LiaisonEditGroup  *group,
             GError           **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  g_free (group->author);
  group->author = g_strdup (text);
  return TRUE;
}

LiaisonEditGroup *
liaison_edit_group_read (LiaisonJsonReader *reader,
                         const char *const *extra,
                         LiaisonExtraFunc   func,
                         gpointer           data,
                         GError           **error)
{
  g_autoptr (LiaisonEditGroup) group = liaison_edit_group_new ("", NULL, NULL, 0);
  const char *name;
  gsize length;

  if (!liaison_json_reader_begin_object (reader, error))
    return NULL;
  while (TRUE)
    {
      gboolean ok;
      if (!liaison_json_reader_next_member (reader, &name, &length, error))
        return NULL;
      if (name == NULL)
        return g_steal_pointer (&group);
      if (strcmp (name, "author") == 0)
        ok = read_author (reader, group, error);
      else if (strcmp (name, "when") == 0)
        ok = liaison_json_reader_read_integer (reader, &group->when, error);
      else if (strcmp (name, "sentence") == 0)
        ok = read_sentence (reader, group, error);
      else if (strcmp (name, "operands") == 0)
        ok = (group->operands = liaison_operands_read (reader, error)) != NULL;
      else if (strcmp (name, "edits") == 0)
        ok = read_edits (reader, group, error);
      else
        {
          guint index = 0;
          while (extra != NULL && extra[index] != NULL && strcmp (extra[index], name) != 0)
            index++;
          ok = extra != NULL && extra[index] != NULL
                   ? func (index, reader, data, error)
                   : liaison_json_reader_fail (reader, error, LIAISON_JSON_ERROR_VALUE, "there is no “%.40s” here", name);
        }
      if (!ok)
        return NULL;
    }
}
