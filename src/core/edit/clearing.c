/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/clearing.h"

#include "record/kinds/nation.h"
#include "record/shape.h"
#include "record/times.h"

#include <string.h>

static gboolean
is_gone (const LiaisonClearing *self, LiaisonId id)
{
  return g_hash_table_contains (self->gone, &id);
}

static gboolean
is_gone_code (const LiaisonClearing *self, const char *code)
{
  return code != NULL && is_gone (self, liaison_id_for_code (code));
}

/* What takes the place of @id; zero: nothing. */
static LiaisonId
get_instead (const LiaisonClearing *self, LiaisonId id)
{
  const LiaisonId *found = self->instead != NULL ? g_hash_table_lookup (self->instead, &id) : NULL;

  return found != NULL ? *found : (LiaisonId){ 0 };
}

/* The same of a nation; NULL: nothing. */
static const char *
get_code_instead (const LiaisonClearing *self, const char *code)
{
  LiaisonId id = get_instead (self, liaison_id_for_code (code));
  const LiaisonBlock *nation =
      liaison_id_is_zero (id) ? NULL : liaison_lookup_find (&self->lookup, id);

  return nation != NULL && nation->shape == &liaison_nation_kind.shape
             ? LIAISON_DATA (Nation, nation)->code
             : NULL;
}

static void
put_nothing (const LiaisonClearing *self, const LiaisonSlot *slot)
{
  self->put (slot, (LiaisonValue) LIAISON_VALUE_INIT, self->data);
}

/* Longer than any way up, but for one that goes in a circle. */
#define MAX_DEPTH 1000

/* The next one above @id that stays, where all between go; zero: there is none. What hung on a
 * headquarters hangs on the one above it, as for an audience that may not see what is between. */
static LiaisonId
find_above (const LiaisonClearing *self, const LiaisonField *field, LiaisonId id)
{
  const LiaisonBlock *block = liaison_lookup_find (&self->lookup, id);

  for (guint i = 0; block != NULL && is_gone (self, id) && i < MAX_DEPTH; i++)
    {
      const LiaisonField *parent = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_PARENT);

      if (parent == NULL || strcmp (parent->name, field->name) != 0)
        return (LiaisonId){ 0 };
      id = *(const LiaisonId *) LIAISON_BLOCK_AT (block, parent);
      block = liaison_lookup_find (&self->lookup, id);
    }
  return block != NULL && !is_gone (self, id) ? id : (LiaisonId){ 0 };
}

static void
clear_id (const LiaisonClearing *self,
          const LiaisonSlot *slot,
          const LiaisonField *field,
          LiaisonId id)
{
  LiaisonId instead = get_instead (self, id);

  if (liaison_id_is_zero (instead) && (field->flags & LIAISON_FIELD_PARENT))
    instead = find_above (self, field, id);
  if (liaison_id_same (instead, slot->record))
    instead = (LiaisonId){ 0 };
  if (is_gone (self, id))
    self->put (slot, liaison_value_field (field, &instead), self->data);
}

static void
clear_code (const LiaisonClearing *self,
            const LiaisonSlot *slot,
            const LiaisonField *field,
            const char *code)
{
  if (!is_gone_code (self, code))
    return;
  const char *instead = get_code_instead (self, code);
  self->put (slot, liaison_value_field (field, &instead), self->data);
}

static void
clear_ids (const LiaisonClearing *self, LiaisonSlot slot, const LiaisonIds *ids)
{
  guint n;
  const LiaisonId *members = liaison_ids_get (ids, &n);

  for (guint i = 0; i < n; i++)
    if (is_gone (self, members[i]))
      {
        LiaisonId instead = get_instead (self, members[i]);
        slot.member = members[i];
        put_nothing (self, &slot);
        slot.member = instead;
        if (!liaison_id_is_zero (instead) && !liaison_ids_contains (ids, instead))
          self->put (&slot, liaison_value_boolean (TRUE), self->data);
      }
}

static void
clear_codes (const LiaisonClearing *self, LiaisonSlot slot, const LiaisonCodes *codes)
{
  guint n;
  const char *const *members = liaison_codes_get (codes, &n);

  for (guint i = 0; i < n; i++)
    if (is_gone_code (self, members[i]))
      {
        const char *instead = get_code_instead (self, members[i]);
        slot.code = members[i];
        put_nothing (self, &slot);
        slot.code = instead;
        if (instead != NULL && !liaison_codes_contains (codes, instead))
          self->put (&slot, liaison_value_boolean (TRUE), self->data);
      }
}

/* A time that hung on the record stays where it is now. */
static void
clear_instant (const LiaisonClearing *self,
               const LiaisonSlot *slot,
               const LiaisonField *field,
               const LiaisonInstant *instant)
{
  LiaisonInstant fixed = { 0 };
  gint64 seconds;

  if (instant->form <= LIAISON_INSTANT_FIXED || instant->edge < LIAISON_ANCHOR_START
      || !is_gone (self, liaison_anchor_get_id (instant->anchor)))
    return;
  if (liaison_times_resolve (&self->lookup, instant, &seconds, NULL) == LIAISON_TIME_KNOWN
      && liaison_instant_from_unix (seconds, instant->zone, &fixed))
    self->put (slot, liaison_value_field (field, &fixed), self->data);
  else
    put_nothing (self, slot);
}

/* A release list that loses a nation or group is narrower, never wider. */
static void
clear_marking (const LiaisonClearing *self,
               const LiaisonSlot *slot,
               const LiaisonField *field,
               const LiaisonMarking *marking)
{
  guint n_codes, n_ids;
  const char *const *codes = liaison_codes_get (marking->nations, &n_codes);
  const LiaisonId *ids = liaison_ids_get (marking->groups, &n_ids);
  g_autoptr (LiaisonCodes) nations =
      marking->nations != NULL ? liaison_codes_ref (marking->nations) : NULL;
  g_autoptr (LiaisonIds) groups =
      marking->groups != NULL ? liaison_ids_ref (marking->groups) : NULL;
  g_autoptr (LiaisonMarking) left = NULL;

  for (guint i = 0; i < n_codes; i++)
    if (is_gone_code (self, codes[i]))
      {
        LiaisonCodes *without = liaison_codes_with (nations, codes[i], FALSE);
        g_clear_pointer (&nations, liaison_codes_unref);
        nations = without;
      }
  for (guint i = 0; i < n_ids; i++)
    if (is_gone (self, ids[i]))
      {
        LiaisonIds *without = liaison_ids_with (groups, ids[i], FALSE);
        g_clear_pointer (&groups, liaison_ids_unref);
        groups = without;
      }
  left = liaison_marking_new (marking->level, nations, groups);
  if (!liaison_marking_equal (left, marking))
    self->put (slot, liaison_value_field (field, &left), self->data);
}

static void
clear_field (const LiaisonClearing *self,
             LiaisonSlot slot,
             const LiaisonField *field,
             gconstpointer at)
{
  switch (field->type)
    {
    case LIAISON_FIELD_REFERENCE:
      clear_id (self, &slot, field, *(const LiaisonId *) at);
      break;
    case LIAISON_FIELD_REFERENCES:
      clear_ids (self, slot, *(LiaisonIds *const *) at);
      break;
    case LIAISON_FIELD_NATION:
      if (!self->only_work || strcmp (field->name, "originator") != 0)
        clear_code (self, &slot, field, *(const char *const *) at);
      break;
    case LIAISON_FIELD_NATIONS:
      clear_codes (self, slot, *(LiaisonCodes *const *) at);
      break;
    case LIAISON_FIELD_INSTANT:
      if (!self->only_work)
        clear_instant (self, &slot, field, at);
      break;
    case LIAISON_FIELD_MARKING:
      if (*(LiaisonMarking *const *) at != NULL && !self->only_work)
        clear_marking (self, &slot, field, *(LiaisonMarking *const *) at);
      break;
    default:
      break;
    }
}

/* Whether the item is about what is gone, and nothing takes its place. */
static gboolean
hangs_on_gone (const LiaisonClearing *self, const LiaisonBlock *item)
{
  const LiaisonFieldList *referring = &liaison_shape_get_lore (item->shape)->referring;

  for (guint i = 0; i < referring->n; i++)
    {
      const LiaisonField *field = referring->fields[i];
      gconstpointer at = LIAISON_BLOCK_AT (item, field);

      if ((field->flags & LIAISON_FIELD_REQUIRED) == 0)
        continue;
      if (field->type == LIAISON_FIELD_REFERENCE && is_gone (self, *(const LiaisonId *) at))
        return liaison_id_is_zero (get_instead (self, *(const LiaisonId *) at));
      if (field->type == LIAISON_FIELD_NATION && is_gone_code (self, *(const char *const *) at))
        return get_code_instead (self, *(const char *const *) at) == NULL;
    }
  return FALSE;
}

static void
clear_items (const LiaisonClearing *self, LiaisonId record, guint place, const LiaisonItems *items)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      const LiaisonFieldList *referring = &liaison_shape_get_lore (item->shape)->referring;

      if (hangs_on_gone (self, item))
        {
          LiaisonSlot slot = liaison_slot_item (record, place, item->id);
          put_nothing (self, &slot);
          continue;
        }
      for (guint j = 0; j < referring->n; j++)
        clear_field (self,
                     liaison_slot_item_field (record, place, item->id,
                                              (guint) (referring->fields[j] - item->shape->fields)),
                     referring->fields[j], LIAISON_BLOCK_AT (item, referring->fields[j]));
    }
}

void
liaison_clearing_look (const LiaisonClearing *self, const LiaisonBlock *block)
{
  const LiaisonFieldList *referring = &liaison_shape_get_lore (block->shape)->referring;

  for (guint i = 0; i < referring->n; i++)
    {
      const LiaisonField *field = referring->fields[i];
      guint place = (guint) (field - block->shape->fields);
      gconstpointer at = LIAISON_BLOCK_AT (block, field);

      if (field->type == LIAISON_FIELD_ITEMS)
        clear_items (self, block->id, place, *(LiaisonItems *const *) at);
      else
        clear_field (self, liaison_slot_field (block->id, place), field, at);
    }
}
