/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/table-column.h"

#include "words/manner-own.h"

LiaisonTableColumn
liaison_table_column_for_field (const LiaisonField *field)
{
  return (LiaisonTableColumn){ .id = field->name, .label = field->label, .field = field };
}

LiaisonTableColumn
liaison_table_column_for_own (const LiaisonOwnColumn *own)
{
  /* Keys may be those of fields. */
  g_autofree char *id = g_strdup_printf ("own:%s", own->key);

  return (LiaisonTableColumn){
    .id = g_intern_string (id), .label = own->field.label, .field = &own->field, .own = own
  };
}

static gboolean
has_field (const LiaisonShape *shape, const LiaisonField *field)
{
  return field >= shape->fields && field < shape->fields + shape->n_fields;
}

const LiaisonField *
liaison_table_column_find_field (const LiaisonTableColumn *self, const LiaisonBlock *block)
{
  const LiaisonField *found;

  if (self->own != NULL)
    {
      const LiaisonKind *kind = liaison_kind_for_shape (block->shape);
      return kind != NULL && liaison_own_columns_has (kind, NULL) ? self->field : NULL;
    }
  if (has_field (block->shape, self->field))
    return self->field;
  if (self->field->flags & LIAISON_FIELD_TITLE)
    return liaison_shape_find_flagged (block->shape, LIAISON_FIELD_TITLE);
  found = liaison_shape_find (block->shape, self->field->name, NULL);
  return found != NULL && found->type == self->field->type ? found : NULL;
}

char *
liaison_table_column_tell (const LiaisonTableColumn *self,
                           const LiaisonManner *manner,
                           const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_table_column_find_field (self, block);

  if (field == NULL)
    return g_strdup ("");
  if (self->tell != NULL)
    return self->tell (manner, block);
  if (self->own != NULL)
    return liaison_manner_tell_own (manner, self->own, block);
  /* Records of other kinds, the branches of a tree, always have a name. */
  if (field != self->field && (field->flags & LIAISON_FIELD_TITLE))
    return liaison_manner_tell_block_name (manner, block);
  return liaison_manner_tell_field (manner, block, field);
}

char *
liaison_table_column_tell_plain (const LiaisonTableColumn *self,
                                 const LiaisonManner *manner,
                                 const LiaisonBlock *block)
{
  const LiaisonField *field = self->ornate ? liaison_table_column_find_field (self, block) : NULL;

  return field != NULL ? liaison_manner_tell_field (manner, block, field)
                       : liaison_table_column_tell (self, manner, block);
}

char *
liaison_table_column_get_sort_key (const LiaisonTableColumn *self,
                                   const LiaisonManner *manner,
                                   const LiaisonBlock *block)
{
  const LiaisonField *field = liaison_table_column_find_field (self, block);

  if (field == NULL)
    return g_strdup ("\xff");
  return self->own != NULL ? liaison_manner_get_own_sort_key (manner, self->own, block)
                           : liaison_manner_get_sort_key (manner, block, field);
}

gboolean
liaison_table_column_read (const LiaisonTableColumn *self,
                           const LiaisonManner *manner,
                           const LiaisonSnapshot *snapshot,
                           const LiaisonBlock *block,
                           const char *text,
                           LiaisonSlot *slot,
                           LiaisonValue *value,
                           GError **error)
{
  const LiaisonField *field = liaison_table_column_find_field (self, block);

  g_return_val_if_fail (field != NULL, FALSE);
  if (self->own != NULL)
    return liaison_manner_read_own (manner, snapshot, self->own, block, text, slot, value, error);
  *slot = liaison_slot_field (block->id, (guint) (field - block->shape->fields));
  return liaison_manner_read_field (manner, snapshot, field, block, text, value, error);
}

gboolean
liaison_table_column_is_measured (const LiaisonTableColumn *self)
{
  const guint measured = 1 << LIAISON_FIELD_INTEGER | 1 << LIAISON_FIELD_BOOLEAN
                         | 1 << LIAISON_FIELD_CHOICE | 1 << LIAISON_FIELD_INSTANT
                         | 1 << LIAISON_FIELD_DURATION | 1 << LIAISON_FIELD_DATE;
  return (measured >> self->field->type & 1) != 0;
}

static const int widths[LIAISON_FIELD_N_TYPES] = {
  [LIAISON_FIELD_TEXT] = 180,      [LIAISON_FIELD_STRING] = 100,     [LIAISON_FIELD_INTEGER] = 90,
  [LIAISON_FIELD_BOOLEAN] = 90,    [LIAISON_FIELD_CHOICE] = 140,     [LIAISON_FIELD_INSTANT] = 160,
  [LIAISON_FIELD_DURATION] = 100,  [LIAISON_FIELD_DATE] = 130,       [LIAISON_FIELD_ZONE] = 130,
  [LIAISON_FIELD_NATION] = 120,    [LIAISON_FIELD_NATIONS] = 180,    [LIAISON_FIELD_LEVEL] = 120,
  [LIAISON_FIELD_REFERENCE] = 170, [LIAISON_FIELD_REFERENCES] = 220, [LIAISON_FIELD_MARKING] = 220,
  [LIAISON_FIELD_ITEMS] = 200,
};

int
liaison_table_column_get_width (const LiaisonTableColumn *self)
{
  if (self->width > 0)
    return self->width;
  return self->field->flags & LIAISON_FIELD_TITLE ? 280 : widths[self->field->type];
}

gboolean
liaison_table_column_is_numeric (const LiaisonTableColumn *self)
{
  const guint numeric = 1 << LIAISON_FIELD_INTEGER | 1 << LIAISON_FIELD_INSTANT
                        | 1 << LIAISON_FIELD_DURATION | 1 << LIAISON_FIELD_DATE;
  return (numeric >> self->field->type & 1) != 0;
}

gboolean
liaison_table_column_is_control (const LiaisonTableColumn *self)
{
  return (self->field->flags & LIAISON_FIELD_CONTROL) != 0;
}
