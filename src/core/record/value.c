/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/value.h"

#include "record/field-type.h"

#include <string.h>

void
liaison_value_copy (LiaisonValue       *to,
                    const LiaisonValue *from)
{
  *to = *from;
  if (from->form == LIAISON_VALUE_FIELD)
    liaison_field_type_ops (from->field->type)->copy (&to->as, &from->as);
  else if (from->form == LIAISON_VALUE_STRING)
    g_ref_string_acquire (to->as.string);
  else if (from->form == LIAISON_VALUE_BLOCK)
    liaison_block_ref (to->as.block);
}

void
liaison_value_clear (LiaisonValue *self)
{
  if (self->form == LIAISON_VALUE_FIELD)
    liaison_field_type_ops (self->field->type)->clear (&self->as);
  else if (self->form == LIAISON_VALUE_STRING)
    g_ref_string_release (self->as.string);
  else if (self->form == LIAISON_VALUE_BLOCK)
    liaison_block_unref (self->as.block);
  self->form = LIAISON_VALUE_NONE;
}

gboolean
liaison_value_equal (const LiaisonValue *a,
                     const LiaisonValue *b)
{
  if (a->form != b->form)
    return FALSE;
  switch (a->form)
    {
    case LIAISON_VALUE_FIELD:
      return a->field == b->field && liaison_field_type_ops (a->field->type)->equal (&a->as, &b->as);
    case LIAISON_VALUE_STRING:
      return strcmp (a->as.string, b->as.string) == 0;
    case LIAISON_VALUE_BOOLEAN:
      return !a->as.boolean == !b->as.boolean;
    case LIAISON_VALUE_BLOCK:
      return liaison_block_equal (a->as.block, b->as.block);
    case LIAISON_VALUE_NONE:
    default:
      return TRUE;
    }
}

LiaisonValue
liaison_value_string (const char *string)
{
  LiaisonValue value = LIAISON_VALUE_INIT;

  if (string != NULL && *string != '\0')
    {
      value.form = LIAISON_VALUE_STRING;
      value.as.string = g_ref_string_new (string);
    }
  return value;
}

LiaisonValue
liaison_value_boolean (gboolean boolean)
{
  LiaisonValue value = LIAISON_VALUE_INIT;

  if (boolean)
    {
      value.form = LIAISON_VALUE_BOOLEAN;
      value.as.boolean = TRUE;
    }
  return value;
}

LiaisonValue
liaison_value_block (const LiaisonBlock *block)
{
  LiaisonValue value = LIAISON_VALUE_INIT;

  if (block != NULL)
    {
      value.form = LIAISON_VALUE_BLOCK;
      value.as.block = liaison_block_ref (block);
    }
  return value;
}

LiaisonValue
liaison_value_field (const LiaisonField *field,
                     gconstpointer       at)
{
  const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
  LiaisonValue value = LIAISON_VALUE_INIT;

  if (ops->is_set (at))
    {
      value.form = LIAISON_VALUE_FIELD;
      value.field = field;
      ops->copy (&value.as, at);
    }
  return value;
}
