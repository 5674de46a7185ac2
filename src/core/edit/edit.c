/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/edit.h"

static void
clear_edit (gpointer data)
{
  LiaisonEdit *edit = data;
  liaison_value_clear (&edit->before);
  liaison_value_clear (&edit->after);
}

LiaisonEditGroup *
liaison_edit_group_new (const char   *sentence,
                        const GArray *operands,
                        const char   *author,
                        gint64        when)
{
  LiaisonEditGroup *self = g_new0 (LiaisonEditGroup, 1);

  g_atomic_ref_count_init (&self->refs);
  self->sentence = g_intern_string (sentence);
  if (operands != NULL)
    self->operands = liaison_operands_copy ((const LiaisonOperand *) operands->data, operands->len);
  self->author = g_strdup (author != NULL ? author : "");
  self->when = when;
  self->edits = g_array_new (FALSE, FALSE, sizeof (LiaisonEdit));
  g_array_set_clear_func (self->edits, clear_edit);
  return self;
}

LiaisonEditGroup *
liaison_edit_group_ref (LiaisonEditGroup *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_edit_group_unref (LiaisonEditGroup *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->operands, g_array_unref);
  g_array_unref (self->edits);
  g_free (self->author);
  g_free (self);
}

void
liaison_edit_group_take (LiaisonEditGroup  *self,
                         const LiaisonKind *kind,
                         const LiaisonSlot *slot,
                         LiaisonValue       before,
                         LiaisonValue       after)
{
  LiaisonEdit edit = { *slot, kind, before, after };
  g_array_append_val (self->edits, edit);
}
