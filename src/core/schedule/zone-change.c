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

/* The zone that the site has now, and would have; FALSE: the same. */
static gboolean
find_zones (const LiaisonSnapshot *snapshot,
            const LiaisonBlock *site,
            const char *zone,
            const char **from,
            const char **to)
{
  *from = LIAISON_DATA (Site, site)->zone;
  if (*from == NULL)
    *from = get_zone_around (snapshot, site);
  *to = zone != NULL ? zone : get_zone_around (snapshot, site);
  return *from != NULL && *to != NULL && strcmp (*from, *to) != 0;
}

GArray *
liaison_zone_find_at_site (const LiaisonSnapshot *snapshot, LiaisonId id, const char *zone)
{
  const LiaisonBlock *site = find_site (snapshot, id);
  Search self = begin (snapshot);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  if (site == NULL || !find_zones (snapshot, site, zone, &self.from, &self.to))
    return self.found;
  for (guint i = 0; i < n; i++)
    if (takes_zone_from (snapshot, LIAISON_DATA (Event, events[i])->site, id))
      look_at_record (&self, events[i]);
  return self.found;
}

static gboolean
holds_slot (const GArray *times, const LiaisonSlot *slot)
{
  for (guint i = 0; i < times->len; i++)
    if (liaison_slot_equal (&g_array_index (times, LiaisonZoneTime, i).slot, slot))
      return TRUE;
  return FALSE;
}

GArray *
liaison_zone_find_at_sites (const LiaisonSnapshot *snapshot, const LiaisonSiteZone *sites, guint n)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (LiaisonZoneTime));

  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GArray) times = liaison_zone_find_at_site (snapshot, sites[i].site, sites[i].zone);
      for (guint k = 0; k < times->len; k++)
        {
          const LiaisonZoneTime *time = &g_array_index (times, LiaisonZoneTime, k);
          if (i == 0 || !holds_slot (all, &time->slot))
            g_array_append_vals (all, time, 1);
        }
    }
  return all;
}

GArray *
liaison_zone_read_proposal (const LiaisonProposal *proposal)
{
  const GArray *edits = liaison_proposal_get_edits (proposal);
  g_autoptr (GArray) sites = g_array_new (FALSE, FALSE, sizeof (LiaisonSiteZone));

  for (guint i = 0; i < edits->len; i++)
    {
      const LiaisonEdit *edit = &g_array_index (edits, LiaisonEdit, i);
      LiaisonSiteZone site = { edit->slot.record, NULL };
      if (edit->kind != &liaison_site_kind || edit->slot.field != LIAISON_FIELD (Site, zone))
        return NULL;
      if (edit->after.form == LIAISON_VALUE_FIELD)
        site.zone = edit->after.as.name;
      g_array_append_val (sites, site);
    }
  return sites->len > 0 ? g_steal_pointer (&sites) : NULL;
}

LiaisonZoneKeep
liaison_zone_time_suggest (const LiaisonZoneTime *self)
{
  return self->locked ? LIAISON_ZONE_KEEP_MOMENT : LIAISON_ZONE_KEEP_CLOCK;
}

static const LiaisonField *
get_field (const LiaisonZoneTime *time)
{
  const LiaisonField *field = &time->kind->shape.fields[time->slot.field];

  return time->slot.item_field != LIAISON_SLOT_WHOLE && field->type == LIAISON_FIELD_ITEMS
             ? &field->items->fields[time->slot.item_field]
             : field;
}

static LiaisonValue
make_value (const LiaisonZoneTime *time, LiaisonZoneKeep keep)
{
  return liaison_value_field (get_field (time), keep == LIAISON_ZONE_KEEP_CLOCK ? &time->clock : &time->moment);
}

static void
take_edits (LiaisonProposal *proposal, const GArray *times, const LiaisonZoneKeep *keeps)
{
  for (guint i = 0; i < times->len; i++)
    {
      const LiaisonZoneTime *time = &g_array_index (times, LiaisonZoneTime, i);
      LiaisonZoneKeep keep = keeps != NULL ? keeps[i] : liaison_zone_time_suggest (time);
      if (keep != LIAISON_ZONE_LEAVE)
        liaison_proposal_take (proposal, time->kind, &time->slot, make_value (time, keep));
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

static const char *
explain (const LiaisonZoneTime *time, LiaisonZoneKeep keep)
{
  if (keep == LIAISON_ZONE_LEAVE)
    return N_ ("“{field}” stays written for the clocks of {zone}.");
  if (keep == LIAISON_ZONE_KEEP_MOMENT)
    return time->locked ? N_ ("Locked: “{field}” keeps its moment, at another time on the clock.")
                        : N_ ("“{field}” keeps its moment, at another time on the clock.");
  switch (liaison_instant_get_wall_state (&time->clock))
    {
    case LIAISON_WALL_SKIPPED:
      return N_ ("“{field}” keeps its time on the clock, which clocks there jump over that day.");
    case LIAISON_WALL_DOUBLED:
      return N_ ("“{field}” keeps its time on the clock, which clocks there show twice that day.");
    default:
      return N_ ("“{field}” keeps its time on the clock.");
    }
}

GArray *
liaison_zone_list_moves (const GArray *times,
                         LiaisonZoneKeep wanted,
                         const LiaisonSnapshot *snapshot)
{
  GArray *moves = liaison_moves_new ();
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);

  for (guint i = 0; i < times->len; i++)
    {
      const LiaisonZoneTime *time = &g_array_index (times, LiaisonZoneTime, i);
      const LiaisonBlock *block = liaison_snapshot_find (snapshot, time->slot.record);
      LiaisonZoneKeep keep = time->locked && wanted != LIAISON_ZONE_LEAVE ? LIAISON_ZONE_KEEP_MOMENT : wanted;
      gint64 from;
      if (block == NULL || liaison_times_resolve (&lookup, &time->now, &from, NULL) != LIAISON_TIME_KNOWN)
        continue;
      LiaisonMove *move = liaison_moves_add (
          moves, block, keep == LIAISON_ZONE_LEAVE ? LIAISON_MOVE_STAYS : LIAISON_MOVE_CHANGES, from,
          keep == LIAISON_ZONE_KEEP_CLOCK ? from + time->shift : from);
      move->sentence = explain (time, keep);
      move->zone = keep != LIAISON_ZONE_LEAVE ? time->clock.zone : NULL;
      liaison_move_take_operand (move, liaison_operand_field ("field", get_field (time)->label));
      if (keep == LIAISON_ZONE_LEAVE)
        {
          liaison_move_take_operand (move, liaison_operand_text ("zone", time->now.zone));
          /* Stays, as it is: nothing is to be made of it. */
          move->edits = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));
        }
      else
        liaison_move_take_edit (move, &time->slot, make_value (time, keep));
    }
  return moves;
}

/* Those there that @moves do not hold yet. */
static void
add_staying (GArray *moves, const LiaisonSnapshot *snapshot, LiaisonId site)
{
  g_autoptr (GHashTable) held = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < moves->len; i++)
    {
      LiaisonId record = g_array_index (moves, LiaisonMove, i).record;
      const LiaisonBlock *block = liaison_snapshot_find (snapshot, record);
      if (block != NULL)
        g_hash_table_add (held, (gpointer) &block->id);
    }
  for (guint i = 0; i < n; i++)
    {
      gint64 start;
      if (g_hash_table_contains (held, &events[i]->id)
          || !takes_zone_from (snapshot, LIAISON_DATA (Event, events[i])->site, site)
          || liaison_times_get_start (&lookup, events[i], &start) != LIAISON_TIME_KNOWN)
        continue;
      LiaisonMove *move = liaison_moves_add (moves, events[i], LIAISON_MOVE_STAYS, start, start);
      move->sentence = N_ ("It is not written for the clocks there.");
      move->edits = g_array_new (FALSE, FALSE, sizeof (LiaisonFixEdit));
    }
}

void
liaison_zone_add_sites (GArray *moves,
                        const LiaisonSnapshot *snapshot,
                        const LiaisonSiteZone *sites,
                        guint n)
{
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = find_site (snapshot, sites[i].site);
      if (block == NULL)
        continue;
      LiaisonSlot slot = liaison_slot_field (block->id, LIAISON_FIELD (Site, zone));
      LiaisonMove *move = liaison_moves_add (moves, block, LIAISON_MOVE_CHANGES, 0, 0);
      move->given = TRUE;
      liaison_move_take_edit (
          move, &slot,
          sites[i].zone != NULL
              ? liaison_value_field (&block->shape->fields[LIAISON_FIELD (Site, zone)], &sites[i].zone)
              : (LiaisonValue) LIAISON_VALUE_INIT);
    }
  for (guint i = 0; i < n; i++)
    add_staying (moves, snapshot, sites[i].site);
}
