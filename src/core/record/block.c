/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/block.h"

#include "record/field-type.h"
#include "record/shape.h"

#include <string.h>

LiaisonBlock *
liaison_block_new (const LiaisonShape *shape,
                   LiaisonId           id)
{
  LiaisonBlock *self = g_memdup2 (liaison_shape_get_lore (shape)->blank, shape->size);

  self->id = id;
  return self;
}

LiaisonBlock *
liaison_block_copy (const LiaisonBlock *self)
{
  return liaison_block_copy_as (self, self->id);
}

LiaisonBlock *
liaison_block_copy_as (const LiaisonBlock *self,
                       LiaisonId           id)
{
  const LiaisonFieldList *counted = &liaison_shape_get_lore (self->shape)->counted;
  LiaisonBlock *copy = g_memdup2 (self, self->shape->size);

  g_atomic_ref_count_init (&copy->refs);
  copy->id = id;
  if (copy->unknown != NULL)
    g_ref_string_acquire (copy->unknown);
  /* In a large plan hardly any of them is in the processor's cache: they are fetched all at once. */
  for (guint i = 0; i < counted->n; i++)
    __builtin_prefetch (*(gpointer *) LIAISON_BLOCK_AT (copy, counted->fields[i]), 1);
  for (guint i = 0; i < counted->n; i++)
    {
      const LiaisonField *field = counted->fields[i];
      if (*(gpointer *) LIAISON_BLOCK_AT (copy, field) == NULL)
        continue;
      liaison_field_type_ops (field->type)->copy (LIAISON_BLOCK_AT (copy, field), LIAISON_BLOCK_AT (self, field));
    }
  return copy;
}

LiaisonBlock *
liaison_block_ref (const LiaisonBlock *self)
{
  LiaisonBlock *counted = (LiaisonBlock *) self;
  g_atomic_ref_count_inc (&counted->refs);
  return counted;
}

void
liaison_block_unref (LiaisonBlock *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;

  const LiaisonFieldList *counted = &liaison_shape_get_lore (self->shape)->counted;
  for (guint i = 0; i < counted->n; i++)
    if (*(gpointer *) LIAISON_BLOCK_AT (self, counted->fields[i]) != NULL)
      liaison_field_type_ops (counted->fields[i]->type)->clear (LIAISON_BLOCK_AT (self, counted->fields[i]));
  if (self->unknown != NULL)
    g_ref_string_release (self->unknown);
  g_free (self);
}

gboolean
liaison_block_equal (const LiaisonBlock *a,
                     const LiaisonBlock *b)
{
  if (a == b)
    return TRUE;
  if (a->shape != b->shape || !liaison_id_same (a->id, b->id) || g_strcmp0 (a->unknown, b->unknown) != 0)
    return FALSE;
  for (guint i = 0; i < a->shape->n_fields; i++)
    {
      const LiaisonField *field = &a->shape->fields[i];
      if (!liaison_field_type_ops (field->type)->equal (LIAISON_BLOCK_AT (a, field), LIAISON_BLOCK_AT (b, field)))
        return FALSE;
    }
  return TRUE;
}

gboolean
liaison_block_field_is_set (const LiaisonBlock *self,
                            const LiaisonField *field)
{
  return liaison_field_type_ops (field->type)->is_set (LIAISON_BLOCK_AT (self, field));
}

static const char *
naming_string (const LiaisonBlock *self,
               const LiaisonField *field,
               const char         *language)
{
  if (field == NULL)
    return NULL;
  gconstpointer at = LIAISON_BLOCK_AT (self, field);
  if (field->type == LIAISON_FIELD_TEXT)
    return liaison_text_pick (*(LiaisonText *const *) at, language, NULL);
  if (field->type == LIAISON_FIELD_STRING || field->type == LIAISON_FIELD_NATION)
    return *(const char *const *) at;
  return NULL;
}

const char *
liaison_block_get_title (const LiaisonBlock *self,
                         const char         *language)
{
  const char *title
      = naming_string (self, liaison_shape_find_flagged (self->shape, LIAISON_FIELD_TITLE), language);
  if (title == NULL)
    title = naming_string (self, liaison_shape_find_flagged (self->shape, LIAISON_FIELD_CODE), language);
  return title;
}
