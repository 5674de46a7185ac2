/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits of anything in a plan, as chance has it: a field takes the value that it has in another
 * record of the kind, a record goes or comes back, an event moves by some hours. */
#pragma once

#include "record/document.h"
#include "record/field-type.h"
#include "record/kinds.h"

typedef struct
{
  LiaisonDocument *document;
  GRand *chance;
  GPtrArray *removed; /* of LiaisonBlock, owned: records that may come back */
  gboolean planners;  /* as planners edit: mostly events, and the exercise stays as it is */
} AnyEdits;

static inline const LiaisonBlock *
any_edit_pick (AnyEdits *self, LiaisonTable *table)
{
  guint n = liaison_table_get_size (table);

  return n > 0 ? liaison_record_get_block (liaison_table_get (table, g_rand_int_range (self->chance, 0, n))) : NULL;
}

static inline void
any_edit_apply (AnyEdits *self, const LiaisonBlock *before, LiaisonBlock *after)
{
  LiaisonChange change = { before, after };

  liaison_document_apply (self->document, &change, 1);
  if (after != NULL)
    liaison_block_unref (after);
}

/* Of the exercise, at most one is there. */
static inline void
any_edit_come_or_go (AnyEdits *self, const LiaisonBlock *before)
{
  if (self->removed->len > 0 && g_rand_boolean (self->chance))
    {
      guint place = g_rand_int_range (self->chance, 0, self->removed->len);
      any_edit_apply (self, NULL, liaison_block_ref (self->removed->pdata[place]));
      g_ptr_array_remove_index_fast (self->removed, place);
    }
  else if (before->shape != &liaison_exercise_kind.shape)
    {
      g_ptr_array_add (self->removed, liaison_block_ref (before));
      any_edit_apply (self, before, NULL);
    }
}

static inline void
any_edit_move (AnyEdits *self, const LiaisonBlock *before)
{
  LiaisonBlock *after = liaison_block_copy (before);
  LiaisonEventData *event = (gpointer) after;

  if (event->start.form == LIAISON_INSTANT_FIXED || event->start.form == LIAISON_INSTANT_ELAPSED)
    event->start.seconds += g_rand_int_range (self->chance, -96, 96) * 900;
  else
    event->duration = g_rand_int_range (self->chance, 0, 40) * 900;
  any_edit_apply (self, before, after);
}

static inline void
any_edit_field (AnyEdits *self, LiaisonTable *table, const LiaisonBlock *before)
{
  const LiaisonBlock *other = any_edit_pick (self, table);
  const LiaisonField *field
      = &before->shape->fields[g_rand_int_range (self->chance, 0, before->shape->n_fields)];
  const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
  LiaisonBlock *after = liaison_block_copy (before);

  ops->clear (LIAISON_BLOCK_AT (after, field));
  if (other != before || g_rand_boolean (self->chance))
    ops->copy (LIAISON_BLOCK_AT (after, field), LIAISON_BLOCK_AT (other, field));
  any_edit_apply (self, before, after);
}

/* Each kind alike, or as a planner comes by: each record alike. */
static inline guint
any_edit_choose_kind (AnyEdits *self)
{
  guint at, kind = 0;

  if (!self->planners)
    return g_rand_int_range (self->chance, 0, LIAISON_N_KINDS);
  at = g_rand_int_range (self->chance, 0, liaison_document_get_size (self->document));
  while (kind + 1 < LIAISON_N_KINDS && at >= liaison_table_get_size (liaison_document_get_table (self->document, kind)))
    at -= liaison_table_get_size (liaison_document_get_table (self->document, kind++));
  return kind;
}

static inline void
any_edit (AnyEdits *self)
{
  guint choice = g_rand_int_range (self->chance, 0, 20);
  guint kind = choice < 10 ? LIAISON_KIND_EVENT : any_edit_choose_kind (self);
  LiaisonTable *table = liaison_document_get_table (self->document, kind);
  const LiaisonBlock *before = any_edit_pick (self, table);

  if (before == NULL || (self->planners && kind == LIAISON_KIND_EXERCISE))
    return;
  if (choice == 0 || choice == 19)
    any_edit_come_or_go (self, before);
  else if (choice < 6)
    any_edit_move (self, before);
  else
    any_edit_field (self, table, before);
}
