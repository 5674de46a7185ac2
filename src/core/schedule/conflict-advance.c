/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/field-type.h"
#include "record/kinds/site.h"
#include "record/times.h"
#include "schedule/conflict-index-private.h"

/* A group that touches more events than this is better looked at as a whole, and so is a plan with
 * more events than the second that hang on records that are no events. */
#define MAX_TOUCHED 4000
#define MAX_FOREIGN 500

/* One group that is being followed. */
typedef struct
{
  LiaisonConflictIndex *index;
  const LiaisonLookup *lookup;
  GArray *touched; /* of guint: the numbers of the events to be looked at again */
  GPtrArray *pools; /* of LiaisonConflictPool, likewise */
} Advance;

static void
touch (Advance *self, guint number)
{
  LiaisonConflictSlot *slot = liaison_conflict_slot (self->index, number);

  if (slot->touched == self->index->round)
    return;
  slot->touched = self->index->round;
  g_array_append_val (self->touched, number);
}

static void
touch_pool (Advance *self, LiaisonConflictPool *pool)
{
  if (pool->touched == self->index->round)
    return;
  pool->touched = self->index->round;
  g_ptr_array_add (self->pools, pool);
}

static void
touch_all (Advance *self, const GArray *numbers)
{
  for (guint i = 0; numbers != NULL && i < numbers->len; i++)
    touch (self, g_array_index (numbers, guint, i));
}

static guint
add_slot (LiaisonConflictIndex *self, LiaisonId id)
{
  LiaisonConflictSlot *slot = g_new0 (LiaisonConflictSlot, 1);
  guint number = self->slots->len;

  slot->id = id;
  slot->event.parent = LIAISON_NO_PLACE;
  if (self->free_slots->len > 0)
    {
      number = g_array_index (self->free_slots, guint, self->free_slots->len - 1);
      g_array_set_size (self->free_slots, self->free_slots->len - 1);
      self->slots->pdata[number] = slot;
    }
  else
    g_ptr_array_add (self->slots, slot);
  slot->number = number;
  g_hash_table_insert (self->by_id, &slot->id, slot);
  return number;
}

static gboolean
take_event (Advance *self, const LiaisonChange *change)
{
  const LiaisonBlock *either = change->before != NULL ? change->before : change->after;
  LiaisonConflictSlot *slot = g_hash_table_lookup (self->index->by_id, &either->id);
  guint number = slot != NULL ? slot->number : add_slot (self->index, either->id);

  slot = liaison_conflict_slot (self->index, number);
  if (slot->event.block != change->before)
    return FALSE;
  if (slot->event.block != NULL)
    {
      liaison_conflict_index_untie (self->index, number);
      liaison_block_unref ((LiaisonBlock *) slot->event.block);
    }
  slot->event.block = change->after != NULL ? liaison_block_ref (change->after) : NULL;
  if (slot->event.block != NULL)
    liaison_conflict_index_tie (self->index, number);
  touch (self, number);
  return TRUE;
}

static gboolean
is_same (const LiaisonChange *change, guint field)
{
  const LiaisonField *row = &change->before->shape->fields[field];

  return liaison_field_type_ops (row->type)
      ->equal (LIAISON_BLOCK_AT (change->before, row), LIAISON_BLOCK_AT (change->after, row));
}

/* A change of how many it can take; of a site nothing else that times or uses hang on. */
static gboolean
take_resource (Advance *self, const LiaisonChange *change)
{
  LiaisonConflictIndex *index = self->index;
  guint resource;

  if (change->before == NULL || change->after == NULL)
    return FALSE;
  if (change->after->shape == &liaison_site_kind.shape
      && !(is_same (change, LIAISON_FIELD (Site, zone))
           && is_same (change, LIAISON_FIELD (Site, parent))
           && is_same (change, LIAISON_FIELD (Site, turnaround))))
    return FALSE;
  resource = liaison_id_index_find (&index->index, change->after->id);
  if (resource == LIAISON_NO_PLACE)
    return FALSE;
  liaison_block_unref (index->resources[resource]);
  index->resources[resource] = liaison_block_ref (change->after);
  if (liaison_resource_get_capacity (change->before)
      == liaison_resource_get_capacity (change->after))
    return TRUE;
  for (guint i = 0; i < index->pools->len; i++)
    {
      LiaisonConflictPool *pool = index->pools->pdata[i];
      if (pool->resource == resource)
        touch_pool (self, pool);
    }
  return TRUE;
}

/* Of the exercise, only its times and its zone matter. */
static gboolean
take_exercise (const LiaisonChange *change)
{
  if (change->before == NULL || change->after == NULL)
    return FALSE;
  for (guint i = 0; i < change->after->shape->n_fields; i++)
    {
      const LiaisonField *field = &change->after->shape->fields[i];
      if ((field->type == LIAISON_FIELD_INSTANT || field->type == LIAISON_FIELD_ZONE
           || field->type == LIAISON_FIELD_DURATION)
          && field->flags & (LIAISON_FIELD_START | LIAISON_FIELD_END | LIAISON_FIELD_LENGTH)
          && !is_same (change, i))
        return FALSE;
      if (field->type == LIAISON_FIELD_ZONE && !is_same (change, i))
        return FALSE;
    }
  return TRUE;
}

static gboolean
take_change (Advance *self, const LiaisonChange *change)
{
  const LiaisonBlock *either = change->before != NULL ? change->before : change->after;

  if (change->before != NULL && change->after != NULL
      && change->before->shape != change->after->shape)
    return FALSE;
  switch (liaison_kind_for_shape (either->shape)->id)
    {
    case LIAISON_KIND_EVENT:
      return take_event (self, change);
    case LIAISON_KIND_EXERCISE:
      return take_exercise (change);
    case LIAISON_KIND_SITE:
    case LIAISON_KIND_PARTICIPANT:
    case LIAISON_KIND_POST:
    case LIAISON_KIND_CHANNEL:
      return take_resource (self, change);
    default:
      return TRUE;
    }
}

/* Whoever hangs on what is touched, or is part of it, and whoever hangs on those. */
static gboolean
touch_followers (Advance *self)
{
  touch_all (self, self->index->foreign);
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint number = g_array_index (self->touched, guint, i);
      const LiaisonConflictTies *ties = liaison_conflict_index_get_ties (
          self->index, liaison_conflict_slot (self->index, number)->id);
      if (ties != NULL)
        {
          touch_all (self, ties->followers);
          touch_all (self, ties->parts);
        }
      if (self->touched->len > MAX_TOUCHED)
        return FALSE;
    }
  return TRUE;
}

static void
leave_pools (Advance *self, LiaisonConflictSlot *slot)
{
  for (guint i = 0; i < slot->n_uses; i++)
    {
      LiaisonConflictPool *pool = self->index->pools->pdata[slot->uses[i].pool];
      liaison_conflict_pool_remove (self->index, pool, &slot->uses[i].use);
      touch_pool (self, pool);
    }
  g_clear_pointer (&slot->uses, g_free);
  slot->n_uses = 0;
}

static gboolean
hangs_elsewhere (const Advance *self, const LiaisonInstant *start)
{
  const LiaisonBlock *anchor;

  if (start->form <= LIAISON_INSTANT_FIXED || start->edge < LIAISON_ANCHOR_START)
    return FALSE;
  anchor = liaison_lookup_find (self->lookup, liaison_anchor_get_id (start->anchor));
  return anchor == NULL || anchor->shape != &liaison_event_kind.shape;
}

static void
set_foreign (LiaisonConflictIndex *self, guint number, gboolean foreign)
{
  LiaisonConflictSlot *slot = liaison_conflict_slot (self, number);

  if (slot->foreign == foreign)
    return;
  slot->foreign = foreign;
  if (foreign)
    g_array_append_val (self->foreign, number);
  for (guint i = 0; !foreign && i < self->foreign->len; i++)
    if (g_array_index (self->foreign, guint, i) == number)
      {
        g_array_remove_index_fast (self->foreign, i);
        return;
      }
}

static void
schedule (Advance *self, guint number)
{
  LiaisonConflictSlot *slot = liaison_conflict_slot (self->index, number), *parent;
  LiaisonScheduledEvent *event = &slot->event;
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);

  event->occurs = FALSE;
  event->parent = LIAISON_NO_PLACE;
  set_foreign (self->index, number, data != NULL && hangs_elsewhere (self, &data->start));
  if (data == NULL)
    return;
  parent = g_hash_table_lookup (self->index->by_id, &data->parent);
  if (parent != NULL && parent->event.block != NULL)
    event->parent = parent->number;
  if (liaison_event_takes_place (data)
      && liaison_times_resolve (self->lookup, &data->start, &event->start, NULL)
             == LIAISON_TIME_KNOWN)
    liaison_scheduled_event_set_start (event, event->start);
}

static void
collect_uses (Advance *self, guint number)
{
  LiaisonConflictIndex *index = self->index;
  LiaisonConflictSlot *slot = liaison_conflict_slot (index, number);

  if (!slot->event.occurs)
    return;
  LiaisonUseCollector collector = { &index->index, (const LiaisonBlock *const *) index->resources,
                                    *self->lookup, &index->met, index->latest, index->base };
  index->met.n = 0;
  liaison_uses_collect (&collector, number, LIAISON_DATA (Event, slot->event.block),
                        slot->event.start, slot->event.end);
  index->base += index->met.n;
  slot->n_uses = index->met.n;
  slot->uses = g_new (LiaisonPlacedUse, MAX (slot->n_uses, 1));
  for (guint i = 0; i < slot->n_uses; i++)
    {
      const LiaisonMetUses *met = &index->met;
      slot->uses[i] = (LiaisonPlacedUse) { met->uses[i], met->resources[i], LIAISON_NO_PLACE };
    }
}

static void
enter_pools (Advance *self, guint number)
{
  LiaisonConflictSlot *slot = liaison_conflict_slot (self->index, number);

  for (guint i = 0; i < slot->n_uses; i++)
    {
      LiaisonPlacedUse *use = &slot->uses[i];
      LiaisonConflictPool *pool
          = liaison_conflict_index_choose_pool (self->index, &use->use, use->resource, &use->pool);
      liaison_conflict_pool_insert (self->index, pool, &use->use);
      touch_pool (self, pool);
    }
}

static void
look_at_ties (Advance *self, guint number, GArray *gone, GArray *found)
{
  LiaisonConflictSlot *slot = liaison_conflict_slot (self->index, number);

  if (slot->looked == self->index->round)
    return;
  slot->looked = self->index->round;
  liaison_conflict_index_look_at_ties (self->index, number, gone, found);
}

static void
look_again (Advance *self, GArray *gone, GArray *found)
{
  for (guint i = 0; i < self->pools->len; i++)
    liaison_conflict_index_look_at_pool (self->index, self->pools->pdata[i], gone, found);
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint number = g_array_index (self->touched, guint, i);
      const LiaisonConflictTies *ties = liaison_conflict_index_get_ties (
          self->index, liaison_conflict_slot (self->index, number)->id);
      look_at_ties (self, number, gone, found);
      for (guint j = 0; ties != NULL && ties->successors != NULL && j < ties->successors->len; j++)
        look_at_ties (self, g_array_index (ties->successors, guint, j), gone, found);
    }
}

/* Those that were removed have been looked at for the last time. */
static void
drop_removed (Advance *self)
{
  for (guint i = 0; i < self->touched->len; i++)
    {
      guint number = g_array_index (self->touched, guint, i);
      LiaisonConflictSlot *slot = liaison_conflict_slot (self->index, number);
      if (slot->event.block != NULL)
        continue;
      g_hash_table_remove (self->index->by_id, &slot->id);
      g_free (slot->broken);
      g_free (slot);
      self->index->slots->pdata[number] = NULL;
      g_array_append_val (self->index->free_slots, number);
    }
}

gboolean
liaison_conflict_index_advance (LiaisonConflictIndex *self,
                                const LiaisonLookup *lookup,
                                const LiaisonChange *changes,
                                guint n,
                                GArray *gone,
                                GArray *found)
{
  g_autoptr (GArray) touched = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) pools = g_ptr_array_new ();
  Advance advance = { self, lookup, touched, pools };

  self->round++;
  for (guint i = 0; i < n; i++)
    if (!take_change (&advance, &changes[i]))
      return FALSE;
  if (self->foreign->len > MAX_FOREIGN || !touch_followers (&advance))
    return FALSE;
  for (guint i = 0; i < touched->len; i++)
    leave_pools (&advance, liaison_conflict_slot (self, g_array_index (touched, guint, i)));
  for (guint i = 0; i < touched->len; i++)
    schedule (&advance, g_array_index (touched, guint, i));
  for (guint i = 0; i < touched->len; i++)
    collect_uses (&advance, g_array_index (touched, guint, i));
  for (guint i = 0; i < touched->len; i++)
    enter_pools (&advance, g_array_index (touched, guint, i));
  look_again (&advance, gone, found);
  drop_removed (&advance);
  return TRUE;
}
