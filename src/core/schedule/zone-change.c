/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/zone-change.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/kinds/site.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/moves.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Sites in a site are not looked for further than this. */
#define MAX_DEPTH 32

/* Looks at each time of each record. */
typedef struct
{
  const LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;
  const LiaisonBlock *record;
  const char *from, *to; /* zones: where only those written in one become those of another */
  GArray *found;
} Search;

/* The same time on the clock, in that zone (NULL: UTC). */
static gboolean
keep_clock (const LiaisonInstant *instant, const char *zone, LiaisonInstant *kept)
{
  LiaisonWall wall;

  if (instant->form != LIAISON_INSTANT_FIXED)
    {
      *kept = *instant;
      kept->zone = zone;
      return TRUE;
    }
  liaison_wall_from_unix (instant->seconds, instant->offset, &wall);
  return liaison_instant_from_wall (wall.year, wall.month, wall.day, wall.hour, wall.minute, wall.second,
                                    zone, kept, NULL);
}

static gboolean
keep_moment (const Search *self, const LiaisonInstant *instant, gint64 seconds, const char *zone, LiaisonInstant *kept)
{
  LiaisonInstant there = *instant;

  if (instant->form == LIAISON_INSTANT_FIXED)
    return liaison_instant_from_unix (seconds, zone, kept);
  there.zone = zone;
  return liaison_instant_move (&there, &self->lookup, seconds, kept);
}

static gboolean
is_locked (const LiaisonBlock *record)
{
  return record->shape == &liaison_event_kind.shape && LIAISON_DATA (Event, record)->locked;
}

static void
take (Search *self, const LiaisonSlot *slot, const LiaisonInstant *instant, const char *zone)
{
  LiaisonZoneTime time = { .slot = *slot,
                           .kind = liaison_kind_for_shape (self->record->shape),
                           .now = *instant,
                           .locked = is_locked (self->record) };
  gint64 before, after;

  if (liaison_times_resolve (&self->lookup, instant, &before, NULL) != LIAISON_TIME_KNOWN
      || !keep_clock (instant, zone, &time.clock)
      || !keep_moment (self, instant, before, zone, &time.moment)
      || liaison_times_resolve (&self->lookup, &time.clock, &after, NULL) != LIAISON_TIME_KNOWN)
    return;
  time.shift = after - before;
  g_array_append_val (self->found, time);
}

static void
look_at_instant (Search *self, const LiaisonSlot *slot, const LiaisonInstant *instant)
{
  if (self->from == NULL)
    {
      if (instant->form == LIAISON_INSTANT_FIXED
          && liaison_instant_get_wall_state (instant) == LIAISON_WALL_CHANGED)
        take (self, slot, instant, instant->zone);
    }
  else if ((instant->form == LIAISON_INSTANT_FIXED || instant->form == LIAISON_INSTANT_CLOCK)
           && instant->zone != NULL && strcmp (instant->zone, self->from) == 0)
    take (self, slot, instant, self->to);
}

static void
look_at_items (Search *self, guint place, const LiaisonItems *items)
{
  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      for (guint j = 0; j < item->shape->n_fields; j++)
        {
          const LiaisonField *field = &item->shape->fields[j];
          LiaisonSlot slot = liaison_slot_item_field (self->record->id, place, item->id, j);
          if (field->type == LIAISON_FIELD_INSTANT)
            look_at_instant (self, &slot, LIAISON_BLOCK_AT (item, field));
        }
    }
}

static void
look_at_record (Search *self, const LiaisonBlock *record)
{
  self->record = record;
  for (guint i = 0; i < record->shape->n_fields; i++)
    {
      const LiaisonField *field = &record->shape->fields[i];
      LiaisonSlot slot = liaison_slot_field (record->id, i);
      if (field->type == LIAISON_FIELD_INSTANT)
        look_at_instant (self, &slot, LIAISON_BLOCK_AT (record, field));
      else if (field->type == LIAISON_FIELD_ITEMS)
        look_at_items (self, i, *(LiaisonItems *const *) LIAISON_BLOCK_AT (record, field));
    }
}

static Search
begin (const LiaisonSnapshot *snapshot)
{
  return (Search){ .snapshot = snapshot,
                   .lookup = liaison_snapshot_get_lookup (snapshot),
                   .found = g_array_new (FALSE, FALSE, sizeof (LiaisonZoneTime)) };
}

GArray *
liaison_zone_find_outdated (const LiaisonSnapshot *snapshot)
{
  Search self = begin (snapshot);

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        look_at_record (&self, blocks[i]);
    }
  return self.found;
}

static const LiaisonBlock *
find_site (const LiaisonSnapshot *snapshot, LiaisonId id)
{
  const LiaisonBlock *block = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (snapshot, id);

  return block != NULL && block->shape == &liaison_site_kind.shape ? block : NULL;
}

/* The zone of what the site lies in, or the exercise's. */
static const char *
get_zone_around (const LiaisonSnapshot *snapshot, const LiaisonBlock *site)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      site = find_site (snapshot, LIAISON_DATA (Site, site)->parent);
      if (site == NULL)
        break;
      if (LIAISON_DATA (Site, site)->zone != NULL)
        return LIAISON_DATA (Site, site)->zone;
    }
  return LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->zone;
}

/* Whether the site is @wanted, or takes its zone from it. */
static gboolean
takes_zone_from (const LiaisonSnapshot *snapshot, LiaisonId id, LiaisonId wanted)
{
  for (guint depth = 0; depth < MAX_DEPTH; depth++)
    {
      const LiaisonBlock *site = find_site (snapshot, id);
      if (site == NULL)
        return FALSE;
      if (liaison_id_same (id, wanted))
        return TRUE;
      if (LIAISON_DATA (Site, site)->zone != NULL)
        return FALSE;
      id = LIAISON_DATA (Site, site)->parent;
    }
  return FALSE;
}

GArray *
liaison_zone_find_at_site (const LiaisonSnapshot *snapshot, LiaisonId id, const char *zone)
{
  const LiaisonBlock *site = find_site (snapshot, id);
  Search self = begin (snapshot);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  if (site == NULL)
    return self.found;
  self.from = LIAISON_DATA (Site, site)->zone;
  if (self.from == NULL)
    self.from = get_zone_around (snapshot, site);
  self.to = zone != NULL ? zone : get_zone_around (snapshot, site);
  if (self.from == NULL || self.to == NULL || strcmp (self.from, self.to) == 0)
    return self.found;
  for (guint i = 0; i < n; i++)
    if (takes_zone_from (snapshot, LIAISON_DATA (Event, events[i])->site, id))
      look_at_record (&self, events[i]);
  return self.found;
}

LiaisonZoneKeep
liaison_zone_time_suggest (const LiaisonZoneTime *self)
{
  return self->locked ? LIAISON_ZONE_KEEP_MOMENT : LIAISON_ZONE_KEEP_CLOCK;
}

static void
take_edits (LiaisonProposal *proposal, const GArray *times, const LiaisonZoneKeep *keeps)
{
  for (guint i = 0; i < times->len; i++)
    {
      const LiaisonZoneTime *time = &g_array_index (times, LiaisonZoneTime, i);
      LiaisonZoneKeep keep = keeps != NULL ? keeps[i] : liaison_zone_time_suggest (time);
      const LiaisonField *field = &time->kind->shape.fields[time->slot.field];
      if (keep == LIAISON_ZONE_LEAVE)
        continue;
      if (time->slot.item_field != LIAISON_SLOT_WHOLE && field->type == LIAISON_FIELD_ITEMS)
        field = &field->items->fields[time->slot.item_field];
      liaison_proposal_take (proposal, time->kind, &time->slot,
                             liaison_value_field (field, keep == LIAISON_ZONE_KEEP_CLOCK ? &time->clock : &time->moment));
    }
}

LiaisonProposal *
liaison_zone_propose_outdated (const GArray *times, const LiaisonZoneKeep *keeps)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Bring {count} times up to today’s clock rules"));

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", times->len));
  take_edits (proposal, times, keeps);
  return proposal;
}

LiaisonProposal *
liaison_zone_propose_at_site (const GArray *times,
                              const LiaisonZoneKeep *keeps,
                              const LiaisonBlock *site,
                              const char *zone)
{
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Change the time zone of {record}"));

  liaison_proposal_take_operand (proposal, liaison_operand_record ("record", site->id));
  liaison_proposal_set_field (proposal, site, LIAISON_FIELD (Site, zone), &zone);
  take_edits (proposal, times, keeps);
  return proposal;
}
