/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/edit-json.h"

#include "edit/operand-json.h"
#include "record/block-json.h"
#include "record/field-type.h"

static void
write_id (LiaisonJsonWriter *writer,
          const char        *name,
          LiaisonId          id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  if (liaison_id_is_zero (id))
    return;
  liaison_id_format (id, text);
  liaison_json_writer_name (writer, name);
  liaison_json_writer_string (writer, text);
}

static void
write_string (LiaisonJsonWriter *writer,
              const char        *name,
              const char        *value)
{
  if (value == NULL)
    return;
  liaison_json_writer_name (writer, name);
  liaison_json_writer_string (writer, value);
}

static void
write_value (LiaisonJsonWriter  *writer,
             const char         *name,
             const LiaisonValue *value)
{
  if (value->form == LIAISON_VALUE_NONE)
    return;
  liaison_json_writer_name (writer, name);
  if (value->form == LIAISON_VALUE_FIELD)
    liaison_field_type_ops (value->field->type)->write (&value->as, value->field, writer);
  else if (value->form == LIAISON_VALUE_STRING)
    liaison_json_writer_string (writer, value->as.string);
  else if (value->form == LIAISON_VALUE_BOOLEAN)
    liaison_json_writer_boolean (writer, value->as.boolean);
  else
    liaison_block_write (value->as.block, writer);
}

static void
write_edit (LiaisonJsonWriter *writer,
            const LiaisonEdit *edit)
{
  const LiaisonSlot *slot = &edit->slot;

  liaison_json_writer_begin_object (writer);
  write_string (writer, "kind", edit->kind->shape.name);
  write_id (writer, "record", slot->record);
  if (slot->field != LIAISON_SLOT_WHOLE)
    {
      const LiaisonField *field = &edit->kind->shape.fields[slot->field];
      write_string (writer, "field", field->name);
      write_id (writer, "item", slot->item);
      if (slot->item_field != LIAISON_SLOT_WHOLE)
        write_string (writer, "item-field", field->items->fields[slot->item_field].name);
      write_string (writer, "language", slot->language);
      write_id (writer, "member", slot->member);
      write_string (writer, "code", slot->code);
    }
  write_value (writer, "old", &edit->before);
  write_value (writer, "new", &edit->after);
  liaison_json_writer_end_object (writer);
}

void
liaison_edit_group_write_members (const LiaisonEditGroup *group,
                                  LiaisonJsonWriter      *writer)
{
  write_string (writer, "author", group->author);
  liaison_json_writer_name (writer, "when");
  liaison_json_writer_integer (writer, group->when);
  write_string (writer, "sentence", group->sentence);
  if (group->operands != NULL && group->operands->len > 0)
    {
      liaison_json_writer_name (writer, "operands");
      liaison_operands_write (group->operands, writer);
    }
  liaison_json_writer_name (writer, "edits");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < group->edits->len; i++)
    write_edit (writer, &g_array_index (group->edits, LiaisonEdit, i));
  liaison_json_writer_end_array (writer);
}
