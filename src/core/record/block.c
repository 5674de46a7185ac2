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
  copy->is_derived = FALSE;
  copy->id = id;
  copy->rest.members = liaison_block_get_unknown (self);
  if (copy->rest.members != NULL)
    g_ref_string_acquire (copy->rest.members);
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

/* The bit of each value that is a derived block's own, by its place among the counted fields. */
static guint64
get_own (const LiaisonBlock *self)
{
  guint64 own = 0;

  for (guint i = 0; i < G_N_ELEMENTS (self->own) && self->own[i] != 0; i++)
    own |= G_GUINT64_CONSTANT (1) << (self->own[i] - 1);
  return own;
}

/* FALSE when there are too many. */
static gboolean
add_own (LiaisonBlock *self, gint16 place)
{
  if (place < 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (self->own); i++)
    {
      if (self->own[i] == 0)
        self->own[i] = place + 1;
      if (self->own[i] == place + 1)
        return TRUE;
    }
  return FALSE;
}

static void
acquire_own (LiaisonBlock *self)
{
  const LiaisonFieldList *counted = &liaison_shape_get_lore (self->shape)->counted;

  for (guint i = 0; i < G_N_ELEMENTS (self->own) && self->own[i] != 0; i++)
    {
      const LiaisonField *field = counted->fields[self->own[i] - 1];
      gpointer at = LIAISON_BLOCK_AT (self, field);
      liaison_field_type_ops (field->type)->copy (at, at);
    }
}

LiaisonBlock *
liaison_block_derive (const LiaisonBlock *self, const LiaisonField *field)
{
  const LiaisonShapeLore *lore = liaison_shape_get_lore (self->shape);
  LiaisonBlock head = *self;

  if (!self->is_derived)
    {
      memset (head.own, 0, sizeof head.own);
      head.is_derived = TRUE;
      head.rest.base = (LiaisonBlock *) self;
    }
  g_atomic_ref_count_init (&head.refs);
  if (lore->counted.n > 64 || !add_own (&head, lore->places[field - self->shape->fields]))
    return liaison_block_copy (self);

  LiaisonBlock *derived = g_memdup2 (self, self->shape->size);
  *derived = head;
  liaison_block_ref (head.rest.base);
  acquire_own (derived);
  return derived;
}

LiaisonBlock *
liaison_block_ref (const LiaisonBlock *self)
{
  LiaisonBlock *counted = (LiaisonBlock *) self;
  g_atomic_ref_count_inc (&counted->refs);
  return counted;
}

static void
clear_values (LiaisonBlock *self, guint64 own)
{
  const LiaisonFieldList *counted = &liaison_shape_get_lore (self->shape)->counted;

  for (guint i = 0; i < counted->n; i++)
    {
      gpointer at = LIAISON_BLOCK_AT (self, counted->fields[i]);
      if (*(gpointer *) at != NULL && (own >> MIN (i, 63) & 1))
        liaison_field_type_ops (counted->fields[i]->type)->clear (at);
    }
}

void
liaison_block_unref (LiaisonBlock *self)
{
  LiaisonBlock *base = self->is_derived ? self->rest.base : NULL;

  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (base == NULL)
    {
      clear_values (self, G_MAXUINT64);
      g_clear_pointer (&self->rest.members, g_ref_string_release);
    }
  else if (self->own[0] != 0)
    clear_values (self, get_own (self));
  g_free (self);
  if (base != NULL)
    liaison_block_unref (base);
}

/* Nobody else holds the base. */
static void
take_over (LiaisonBlock *self)
{
  LiaisonBlock *base = self->rest.base;

  if (self->own[0] != 0)
    clear_values (base, get_own (self));
  self->rest.members = base->rest.members;
  self->is_derived = FALSE;
  g_free (base);
}

void
liaison_block_unref_settled (LiaisonBlock *self)
{
  if (self->is_derived && g_atomic_ref_count_compare (&self->refs, 2)
      && g_atomic_ref_count_compare (&self->rest.base->refs, 1))
    take_over (self);
  liaison_block_unref (self);
}

GRefString *
liaison_block_get_unknown (const LiaisonBlock *self)
{
  return self->is_derived ? self->rest.base->rest.members : self->rest.members;
}

void
liaison_block_take_unknown (LiaisonBlock *self, GRefString *unknown)
{
  g_return_if_fail (!self->is_derived);
  g_clear_pointer (&self->rest.members, g_ref_string_release);
  self->rest.members = unknown;
}

gboolean
liaison_block_equal (const LiaisonBlock *a,
                     const LiaisonBlock *b)
{
  if (a == b)
    return TRUE;
  if (a->shape != b->shape || !liaison_id_same (a->id, b->id) 
      || g_strcmp0 (liaison_block_get_unknown (a), liaison_block_get_unknown (b)) != 0)
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
