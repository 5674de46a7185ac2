/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/shape.h"

#include "record/field-type.h"

#include <string.h>

static gboolean
is_counted (const LiaisonField *field)
{
  return liaison_field_type_ops (field->type)->counted;
}

static gboolean
may_anchor (const LiaisonField *field)
{
  return field->type == LIAISON_FIELD_INSTANT
         || (field->type == LIAISON_FIELD_ITEMS
             && liaison_shape_get_lore (field->items)->anchoring.n > 0);
}

static gboolean
may_refer (const LiaisonField *field)
{
  switch (field->type)
    {
    case LIAISON_FIELD_NATION:
    case LIAISON_FIELD_NATIONS:
    case LIAISON_FIELD_REFERENCE:
    case LIAISON_FIELD_REFERENCES:
    case LIAISON_FIELD_MARKING:
    case LIAISON_FIELD_INSTANT:
      return TRUE;
    case LIAISON_FIELD_ITEMS:
      return liaison_shape_get_lore (field->items)->referring.n > 0;
    default:
      return FALSE;
    }
}

static LiaisonFieldList
list_fields (const LiaisonShape *shape, gboolean (*wanted) (const LiaisonField *field))
{
  LiaisonFieldList list = { 0, g_new (const LiaisonField *, shape->n_fields) };

  for (guint i = 0; i < shape->n_fields; i++)
    if (wanted (&shape->fields[i]))
      list.fields[list.n++] = &shape->fields[i];
  return list;
}

static gint16 *
list_places (const LiaisonShape *shape, const LiaisonFieldList *list)
{
  gint16 *places = g_new (gint16, shape->n_fields);

  memset (places, -1, shape->n_fields * sizeof *places);
  for (guint i = 0; i < list->n; i++)
    places[list->fields[i] - shape->fields] = i;
  return places;
}

static LiaisonJsonNames
list_names (const LiaisonShape *shape)
{
  const char **names = g_new (const char *, shape->n_fields + 1);
  guint8 *lengths = g_new (guint8, shape->n_fields + 1);

  for (guint i = 0; i <= shape->n_fields; i++)
    {
      names[i] = i == 0 ? "id" : shape->fields[i - 1].name;
      lengths[i] = strlen (names[i]);
    }
  return (LiaisonJsonNames){ shape->n_fields + 1, names, lengths };
}

static LiaisonBlock *
make_blank (const LiaisonShape *shape)
{
  LiaisonBlock *block = g_malloc0 (shape->size);

  g_atomic_ref_count_init (&block->refs);
  block->shape = shape;
  for (guint i = 0; i < shape->n_fields; i++)
    liaison_field_type_ops (shape->fields[i].type)
        ->init (LIAISON_BLOCK_AT (block, &shape->fields[i]));
  return block;
}

static LiaisonShapeLore *
lore_new (const LiaisonShape *shape)
{
  LiaisonShapeLore *lore = g_new (LiaisonShapeLore, 1);

  lore->names = list_names (shape);
  lore->blank = make_blank (shape);
  lore->counted = list_fields (shape, is_counted);
  lore->places = list_places (shape, &lore->counted);
  lore->referring = list_fields (shape, may_refer);
  lore->anchoring = list_fields (shape, may_anchor);
  return lore;
}

const LiaisonShapeLore *
liaison_shape_get_lore (const LiaisonShape *shape)
{
  static GRecMutex making;
  LiaisonShapeLore *lore = g_atomic_pointer_get (shape->lore);

  if (G_LIKELY (lore != NULL))
    return lore;
  /* Recursive, because the lore of a shape asks for that of its items. */
  g_rec_mutex_lock (&making);
  lore = g_atomic_pointer_get (shape->lore);
  if (lore == NULL)
    {
      lore = lore_new (shape);
      g_atomic_pointer_set (shape->lore, lore);
    }
  g_rec_mutex_unlock (&making);
  return lore;
}

const LiaisonJsonNames *
liaison_shape_get_names (const LiaisonShape *shape)
{
  return &liaison_shape_get_lore (shape)->names;
}
