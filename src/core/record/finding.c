/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/finding.h"

#include <string.h>

LiaisonFinding *
liaison_finding_new (const char     *rule,
                     LiaisonSeverity severity,
                     const char     *sentence)
{
  LiaisonFinding *self = g_new0 (LiaisonFinding, 1);
  g_atomic_ref_count_init (&self->refs);
  self->rule = rule;
  self->severity = severity;
  self->sentence = sentence;
  return self;
}

LiaisonFinding *
liaison_finding_ref (LiaisonFinding *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_finding_unref (LiaisonFinding *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_clear_pointer (&self->operands, g_array_unref);
  g_clear_pointer (&self->fix, g_array_unref);
  g_free (self->records);
  g_free (self);
}

void
liaison_finding_add_record (LiaisonFinding *self,
                            LiaisonId       record)
{
  /* Most concern two or three. */
  if (self->n_records == 0)
    self->records = g_new (LiaisonId, 3);
  else if (self->n_records >= 3)
    self->records = g_renew (LiaisonId, self->records, self->n_records + 1);
  self->records[self->n_records++] = record;
}

void
liaison_finding_take_operand (LiaisonFinding *self,
                              LiaisonOperand  operand)
{
  if (self->operands == NULL)
    self->operands = liaison_operands_new ();
  g_array_append_val (self->operands, operand);
}

static void
clear_fix_edit (gpointer data)
{
  LiaisonFixEdit *edit = data;
  liaison_value_clear (&edit->value);
}

void
liaison_finding_take_fix (LiaisonFinding    *self,
                          const char        *label,
                          const LiaisonSlot *slot,
                          LiaisonValue       value)
{
  LiaisonFixEdit edit = { *slot, value };

  if (self->fix == NULL)
    {
      self->fix = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));
      g_array_set_clear_func (self->fix, clear_fix_edit);
    }
  self->fix_label = label;
  g_array_append_val (self->fix, edit);
}

gboolean
liaison_finding_equal (const LiaisonFinding *a,
                       const LiaisonFinding *b)
{
  return strcmp (a->rule, b->rule) == 0 && g_strcmp0 (a->field, b->field) == 0 && a->n_records == b->n_records
         && memcmp (a->records, b->records, a->n_records * sizeof (LiaisonId)) == 0
         && liaison_operands_equal (a->operands, b->operands);
}

const char *
liaison_severity_get_nick (LiaisonSeverity severity)
{
  static const char *const nicks[] = { "note", "warning", "error" };
  return nicks[severity];
}
