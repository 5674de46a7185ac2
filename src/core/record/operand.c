/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/operand.h"

LiaisonOperand
liaison_operand_text (const char *name, const char *text)
{
  LiaisonOperand operand = { LIAISON_OPERAND_TEXT, name };

  operand.value.text = g_ref_string_new (text ? text : "");
  return operand;
}

LiaisonOperand
liaison_operand_integer (const char *name, gint64 integer)
{
  LiaisonOperand operand = { LIAISON_OPERAND_INTEGER, name };

  operand.value.integer = integer;
  return operand;
}

LiaisonOperand
liaison_operand_seconds_at (const char *name, gint64 seconds)
{
  LiaisonOperand operand = { LIAISON_OPERAND_SECONDS_AT, name };

  operand.value.seconds = seconds;
  return operand;
}

LiaisonOperand
liaison_operand_date (const char *name, gint32 days)
{
  LiaisonOperand operand = { LIAISON_OPERAND_DATE, name };

  operand.value.days = days;
  return operand;
}

LiaisonOperand
liaison_operand_duration (const char *name, gint64 seconds)
{
  LiaisonOperand operand = { LIAISON_OPERAND_DURATION, name };

  operand.value.seconds = seconds;
  return operand;
}

LiaisonOperand
liaison_operand_record (const char *name, LiaisonId record)
{
  LiaisonOperand operand = { LIAISON_OPERAND_RECORD, name };

  operand.value.record = record;
  return operand;
}

LiaisonOperand
liaison_operand_field (const char *name, const char *label)
{
  LiaisonOperand operand = { LIAISON_OPERAND_FIELD, name };

  operand.value.label = label;
  return operand;
}

LiaisonOperand
liaison_operand_nation (const char *name, const char *code)
{
  LiaisonOperand operand = { LIAISON_OPERAND_NATION, name };

  operand.value.nation = g_intern_string (code ? code : "");
  return operand;
}

LiaisonOperand
liaison_operand_language (const char *name, const char *tag)
{
  LiaisonOperand operand = { LIAISON_OPERAND_LANGUAGE, name };

  operand.value.tag = g_intern_string (tag ? tag : "");
  return operand;
}

LiaisonOperand
liaison_operand_copy (const LiaisonOperand *self)
{
  LiaisonOperand copy = *self;

  if (copy.kind == LIAISON_OPERAND_TEXT)
    copy.value.text = g_ref_string_acquire (copy.value.text);
  return copy;
}

void
liaison_operand_clear (LiaisonOperand *self)
{
  if (self->kind == LIAISON_OPERAND_TEXT)
    g_ref_string_release (self->value.text);
  *self = liaison_operand_integer (NULL, 0);
}

gboolean
liaison_operand_equal (const LiaisonOperand *a, const LiaisonOperand *b)
{
  if (a->kind != b->kind || g_strcmp0 (a->name, b->name) != 0)
    return FALSE;

  switch (a->kind)
    {
    case LIAISON_OPERAND_TEXT:
      return g_str_equal (a->value.text, b->value.text);
    case LIAISON_OPERAND_INTEGER:
      return a->value.integer == b->value.integer;
    case LIAISON_OPERAND_SECONDS_AT:
    case LIAISON_OPERAND_DURATION:
      return a->value.seconds == b->value.seconds;
    case LIAISON_OPERAND_DATE:
      return a->value.days == b->value.days;
    case LIAISON_OPERAND_RECORD:
      return liaison_id_same (a->value.record, b->value.record);
    case LIAISON_OPERAND_FIELD:
      return g_strcmp0 (a->value.label, b->value.label) == 0;
    case LIAISON_OPERAND_NATION:
      return a->value.nation == b->value.nation;
    case LIAISON_OPERAND_LANGUAGE:
      return a->value.tag == b->value.tag;
    }
  g_assert_not_reached ();
}

static void
clear_operand (gpointer data)
{
  liaison_operand_clear (data);
}

GArray *
liaison_operands_new (void)
{
  GArray *operands = g_array_sized_new (FALSE, FALSE, sizeof (LiaisonOperand), 8);

  g_array_set_clear_func (operands, clear_operand);
  return operands;
}

GArray *
liaison_operands_copy (const LiaisonOperand *operands, gsize n_operands)
{
  GArray *copies = liaison_operands_new ();

  for (gsize i = 0; i < n_operands; i++)
    {
      LiaisonOperand copy = liaison_operand_copy (&operands[i]);

      g_array_append_val (copies, copy);
    }
  return copies;
}

gboolean
liaison_operands_equal (const GArray *a, const GArray *b)
{
  guint n = a ? a->len : 0;

  if (n != (b ? b->len : 0))
    return FALSE;
  for (guint i = 0; i < n; i++)
    if (!liaison_operand_equal (&g_array_index (a, LiaisonOperand, i),
                                &g_array_index (b, LiaisonOperand, i)))
      return FALSE;
  return TRUE;
}
