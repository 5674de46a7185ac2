/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/value.h"

#include "record/field-type.h"
#include "record/intern.h"

#include <string.h>

LiaisonSlot
liaison_slot_record (LiaisonId record)
{
  return (LiaisonSlot) { .record = record, .field = LIAISON_SLOT_WHOLE, .item_field = LIAISON_SLOT_WHOLE };
}

LiaisonSlot
liaison_slot_field (LiaisonId record,
                    guint     field)
{
  return (LiaisonSlot) { .record = record, .field = field, .item_field = LIAISON_SLOT_WHOLE };
}

LiaisonSlot
liaison_slot_text (LiaisonId   record,
                   guint       field,
                   const char *language)
{
  LiaisonSlot slot = liaison_slot_field (record, field);
  slot.language = liaison_intern (language, strlen (language));
  return slot;
}

LiaisonSlot
liaison_slot_item (LiaisonId record,
                   guint     field,
                   LiaisonId item)
{
  LiaisonSlot slot = liaison_slot_field (record, field);
  slot.item = item;
  return slot;
}

LiaisonSlot
liaison_slot_item_field (LiaisonId record,
                         guint     field,
                         LiaisonId item,
                         guint     item_field)
{
  LiaisonSlot slot = liaison_slot_item (record, field, item);
  slot.item_field = item_field;
  return slot;
}

gboolean
liaison_slot_equal (const LiaisonSlot *a,
                    const LiaisonSlot *b)
{
  return liaison_id_same (a->record, b->record) && a->field == b->field && a->item_field == b->item_field
         && liaison_id_same (a->item, b->item) && a->language == b->language
         && liaison_id_same (a->member, b->member) && a->code == b->code;
}

/* The field whose value, or part of a value, stands at the slot: an item's where there is one. */
static const LiaisonField *
slot_leaf (const LiaisonSlot  *slot,
           const LiaisonShape *shape)
{
  const LiaisonField *field = &shape->fields[slot->field];
  return slot->item_field != LIAISON_SLOT_WHOLE ? &field->items->fields[slot->item_field] : field;
}

static gboolean
part_is_valid (const LiaisonSlot  *slot,
               const LiaisonField *leaf)
{
  guint parts = (slot->language != NULL) + (slot->code != NULL) + !liaison_id_is_zero (slot->member);

  return parts == 0
         || (parts == 1
             && ((slot->language != NULL && leaf->type == LIAISON_FIELD_TEXT)
                 || (slot->code != NULL && leaf->type == LIAISON_FIELD_NATIONS)
                 || (!liaison_id_is_zero (slot->member) && leaf->type == LIAISON_FIELD_REFERENCES)));
}

gboolean
liaison_slot_is_valid (const LiaisonSlot  *slot,
                       const LiaisonShape *shape)
{
  gboolean has_item = !liaison_id_is_zero (slot->item);

  if (slot->field == LIAISON_SLOT_WHOLE)
    return !has_item && slot->item_field == LIAISON_SLOT_WHOLE && slot->language == NULL && slot->code == NULL
           && liaison_id_is_zero (slot->member);
  if (slot->field < 0 || (guint) slot->field >= shape->n_fields)
    return FALSE;

  const LiaisonField *field = &shape->fields[slot->field];
  if (!has_item)
    return slot->item_field == LIAISON_SLOT_WHOLE && part_is_valid (slot, field);
  if (field->type != LIAISON_FIELD_ITEMS || slot->item_field < LIAISON_SLOT_WHOLE
      || slot->item_field >= (int) field->items->n_fields)
    return FALSE;
  return slot->item_field == LIAISON_SLOT_WHOLE
             ? slot->language == NULL && slot->code == NULL && liaison_id_is_zero (slot->member)
             : part_is_valid (slot, &field->items->fields[slot->item_field]);
}

static gboolean
integer_fits (const LiaisonField *field,
              gint64              value)
{
  return (field->minimum == 0 && field->maximum == 0) || (value >= field->minimum && value <= field->maximum);
}

static gboolean
text_fits (const LiaisonField *field,
           const LiaisonText  *text)
{
  for (guint i = 0; i < liaison_text_get_size (text); i++)
    if (g_ref_string_length (liaison_text_get_string (text, i)) > liaison_field_get_limit (field))
      return FALSE;
  return TRUE;
}

static gboolean
field_value_fits (const LiaisonField *field,
                  const LiaisonValue *value)
{
  switch (field->type)
    {
    case LIAISON_FIELD_TEXT:
      return text_fits (field, value->as.text);
    case LIAISON_FIELD_STRING:
      return g_ref_string_length (value->as.string) <= liaison_field_get_limit (field);
    case LIAISON_FIELD_INTEGER:
      return integer_fits (field, value->as.integer);
    case LIAISON_FIELD_DURATION:
      return integer_fits (field, value->as.duration);
    case LIAISON_FIELD_CHOICE:
      return value->as.choice > 0 && (guint) value->as.choice < field->choices->n;
    default:
      return TRUE;
    }
}

gboolean
liaison_slot_accepts (const LiaisonSlot  *slot,
                      const LiaisonShape *shape,
                      const LiaisonValue *value)
{
  if (!liaison_slot_is_valid (slot, shape))
    return FALSE;
  if (value->form == LIAISON_VALUE_NONE)
    return TRUE;
  if (slot->field == LIAISON_SLOT_WHOLE)
    return value->form == LIAISON_VALUE_BLOCK && value->as.block->shape == shape
           && liaison_id_same (value->as.block->id, slot->record);

  const LiaisonField *leaf = slot_leaf (slot, shape);
  if (!liaison_id_is_zero (slot->item) && slot->item_field == LIAISON_SLOT_WHOLE)
    return value->form == LIAISON_VALUE_BLOCK && value->as.block->shape == leaf->items
           && liaison_id_same (value->as.block->id, slot->item);
  if (slot->language != NULL)
    return value->form == LIAISON_VALUE_STRING
           && g_ref_string_length (value->as.string) <= liaison_field_get_limit (leaf);
  if (slot->code != NULL || !liaison_id_is_zero (slot->member))
    return value->form == LIAISON_VALUE_BOOLEAN;
  return value->form == LIAISON_VALUE_FIELD && value->field == leaf && field_value_fits (leaf, value);
}

static void
get_leaf (const LiaisonBlock *block,
          const LiaisonField *field,
          const LiaisonSlot  *slot,
          LiaisonValue       *value)
{
  gconstpointer at = LIAISON_BLOCK_AT (block, field);

  if (slot->language != NULL)
    {
      GRefString *string = liaison_text_lookup (*(LiaisonText *const *) at, slot->language);
      if (string != NULL)
        *value = (LiaisonValue) { LIAISON_VALUE_STRING, .as.string = g_ref_string_acquire (string) };
    }
  else if (slot->code != NULL)
    *value = liaison_value_boolean (liaison_codes_contains (*(LiaisonCodes *const *) at, slot->code));
  else if (!liaison_id_is_zero (slot->member))
    *value = liaison_value_boolean (liaison_ids_contains (*(LiaisonIds *const *) at, slot->member));
  else
    *value = liaison_value_field (field, at);
}

void
liaison_block_get_slot (const LiaisonBlock *block,
                        const LiaisonSlot  *slot,
                        LiaisonValue       *value)
{
  const LiaisonField *field = &block->shape->fields[slot->field];

  *value = (LiaisonValue) LIAISON_VALUE_INIT;
  if (liaison_id_is_zero (slot->item))
    {
      get_leaf (block, field, slot, value);
      return;
    }

  const LiaisonItems *items = *(LiaisonItems *const *) LIAISON_BLOCK_AT (block, field);
  const LiaisonBlock *item = liaison_items_lookup (items, slot->item);
  if (item == NULL)
    return;
  if (slot->item_field == LIAISON_SLOT_WHOLE)
    *value = liaison_value_block (item);
  else
    get_leaf (item, &item->shape->fields[slot->item_field], slot, value);
}

/* Puts @value into the unshared @block. */
static void
set_leaf (LiaisonBlock       *block,
          const LiaisonField *field,
          const LiaisonSlot  *slot,
          const LiaisonValue *value)
{
  const LiaisonFieldOps *ops = liaison_field_type_ops (field->type);
  gpointer at = LIAISON_BLOCK_AT (block, field);
  gboolean set = value->form != LIAISON_VALUE_NONE;
  LiaisonValue after = { LIAISON_VALUE_FIELD, field };

  if (slot->language != NULL)
    after.as.text = liaison_text_with (*(LiaisonText **) at, slot->language, set ? value->as.string : NULL);
  else if (slot->code != NULL)
    after.as.nations = liaison_codes_with (*(LiaisonCodes **) at, slot->code, set);
  else if (!liaison_id_is_zero (slot->member))
    after.as.ids = liaison_ids_with (*(LiaisonIds **) at, slot->member, set);
  else if (set)
    ops->copy (&after.as, &value->as);
  else
    ops->init (&after.as);

  ops->clear (at);
  memcpy (at, &after.as, ops->size);
}

LiaisonBlock *
liaison_block_with_slot (const LiaisonBlock *block,
                         const LiaisonSlot  *slot,
                         const LiaisonValue *value)
{
  const LiaisonField *field = &block->shape->fields[slot->field];
  g_autoptr (LiaisonBlock) item = NULL;

  if (liaison_id_is_zero (slot->item))
    {
      LiaisonBlock *after = liaison_block_derive (block, field);
      set_leaf (after, field, slot, value);
      return after;
    }

  const LiaisonItems *items = *(LiaisonItems *const *) LIAISON_BLOCK_AT (block, field);
  if (slot->item_field != LIAISON_SLOT_WHOLE)
    {
      const LiaisonBlock *before = liaison_items_lookup (items, slot->item);
      if (before == NULL)
        return NULL;
      const LiaisonField *leaf = &before->shape->fields[slot->item_field];
      item = liaison_block_derive (before, leaf);
      set_leaf (item, leaf, slot, value);
    }
  else if (value->form == LIAISON_VALUE_BLOCK)
    item = liaison_block_ref (value->as.block);

  LiaisonBlock *after = liaison_block_derive (block, field);
  LiaisonItems **place = LIAISON_BLOCK_AT (after, field);
  LiaisonItems *list = liaison_items_with (items, slot->item, item);
  liaison_items_unref (*place);
  *place = list;
  return after;
}
