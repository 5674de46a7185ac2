/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/nudge.h"

#include "record/duration.h"
#include "record/kinds/event.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/series.h"

#define DAY 86400
/* Anchors on anchors are followed so far. */
#define DEEPEST 64

static gint64
to_wall (const char *zone, gint64 seconds)
{
  gint32 offset = 0;

  liaison_zone_get_offset (zone, seconds, &offset);
  return seconds + offset;
}

static gint64
from_wall (const char *zone, gint64 wall)
{
  guint count;
  gint32 first, last;

  if (!liaison_zone_find_wall (zone, wall, &count, &first, &last))
    return wall;
  return wall - first;
}

/* The zone the event's clock is in; NULL: UTC. */
static const char *
get_zone (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  const char *zone = liaison_times_get_zone (lookup, block);

  return zone != NULL && liaison_zone_is_known (zone) ? zone : NULL;
}

static gint64
floor_days (gint64 seconds)
{
  return seconds >= 0 ? seconds / DAY : -((-seconds + DAY - 1) / DAY);
}

static gboolean
move_elapsed (const LiaisonLookup *lookup,
              const LiaisonBlock *block,
              const LiaisonInstant *instant,
              gint64 wall,
              LiaisonInstant *moved)
{
  const char *zone = get_zone (lookup, block);
  gint64 seconds;

  if (liaison_times_resolve (lookup, instant, &seconds, NULL) != LIAISON_TIME_KNOWN)
    return FALSE;
  *moved = *instant;
  moved->seconds += from_wall (zone, to_wall (zone, seconds) + wall) - seconds;
  return TRUE;
}

gboolean
liaison_nudge_instant (const LiaisonLookup *lookup,
                       const LiaisonBlock *block,
                       const LiaisonInstant *instant,
                       gint64 wall,
                       LiaisonInstant *moved)
{
  gint64 clock;

  switch (instant->form)
    {
    case LIAISON_INSTANT_FIXED:
      if (instant->zone != NULL && liaison_zone_is_known (instant->zone))
        return liaison_instant_from_unix (
            from_wall (instant->zone, to_wall (instant->zone, instant->seconds) + wall),
            instant->zone, moved);
      *moved = *instant;
      moved->seconds += wall;
      return TRUE;
    case LIAISON_INSTANT_ELAPSED:
      return move_elapsed (lookup, block, instant, wall, moved);
    case LIAISON_INSTANT_CLOCK:
      clock = instant->days * G_GINT64_CONSTANT (86400) + instant->seconds + wall;
      *moved = *instant;
      moved->days = (gint32) floor_days (clock);
      moved->seconds = clock - moved->days * G_GINT64_CONSTANT (86400);
      return TRUE;
    default:
      return FALSE;
    }
}

gboolean
liaison_nudge_measure (const LiaisonLookup *lookup,
                       const LiaisonBlock *event,
                       gint64 seconds,
                       gint64 *wall)
{
  const LiaisonInstant *start = &LIAISON_DATA (Event, event)->start;
  const char *zone = start->form == LIAISON_INSTANT_FIXED ? start->zone : get_zone (lookup, event);
  gint64 now;

  if (liaison_times_get_start (lookup, event, &now) != LIAISON_TIME_KNOWN)
    return FALSE;
  if (zone != NULL && !liaison_zone_is_known (zone))
    zone = NULL;
  *wall = to_wall (zone, seconds) - to_wall (zone, now);
  return TRUE;
}

/* Whether it hangs, by way of others, on one of those that are moved. */
static gboolean
follows (const LiaisonLookup *lookup, const LiaisonBlock *event, GHashTable *moved)
{
  const LiaisonInstant *start = &LIAISON_DATA (Event, event)->start;

  for (guint depth = 0; depth < DEEPEST; depth++)
    {
      const LiaisonBlock *anchor;
      LiaisonId on;

      if ((start->form != LIAISON_INSTANT_ELAPSED && start->form != LIAISON_INSTANT_CLOCK)
          || (start->edge != LIAISON_ANCHOR_START && start->edge != LIAISON_ANCHOR_END))
        return FALSE;
      on = liaison_anchor_get_id (start->anchor);
      if (g_hash_table_contains (moved, &on))
        return TRUE;
      anchor = liaison_lookup_find (lookup, on);
      if (anchor == NULL || anchor->shape != &liaison_event_kind.shape)
        return FALSE;
      start = &LIAISON_DATA (Event, anchor)->start;
    }
  return TRUE;
}

static gboolean
propose_one (const LiaisonLookup *lookup,
             const LiaisonBlock *block,
             const LiaisonNudge *nudge,
             gboolean follows_others,
             LiaisonProposal *proposal)
{
  const LiaisonEventData *event = LIAISON_DATA (Event, block);
  LiaisonInstant start;
  gint64 duration = event->duration != LIAISON_DURATION_UNSET ? event->duration : 0;
  gint64 longer = MAX (0, duration + nudge->length);
  gboolean changes = FALSE;

  if (nudge->start != 0 && !follows_others)
    {
      if (!liaison_nudge_instant (lookup, block, &event->start, nudge->start, &start))
        return FALSE;
      liaison_proposal_set_field (proposal, block, LIAISON_FIELD (Event, start), &start);
      changes = TRUE;
    }
  if (longer != duration)
    {
      liaison_proposal_set_field (proposal, block, LIAISON_FIELD (Event, duration), &longer);
      changes = TRUE;
    }
  return changes;
}

guint
liaison_nudge_propose (const LiaisonLookup *lookup,
                       const LiaisonId *events,
                       guint n,
                       const LiaisonNudge *nudge,
                       LiaisonProposal *proposal,
                       guint *locked)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  guint n_moved = 0, n_locked = 0;

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *block = liaison_lookup_find (lookup, events[i]);

      if (block == NULL || block->shape != &liaison_event_kind.shape)
        continue;
      if (LIAISON_DATA (Event, block)->locked)
        n_locked++;
      else
        g_hash_table_add (moved, (gpointer) &events[i]);
    }
  for (guint i = 0; i < n; i++)
    if (g_hash_table_contains (moved, &events[i]))
      {
        const LiaisonBlock *block = liaison_lookup_find (lookup, events[i]);
        if (propose_one (lookup, block, nudge, follows (lookup, block, moved), proposal))
          n_moved++;
      }
  liaison_series_follow (proposal, lookup);
  if (locked != NULL)
    *locked = n_locked;
  return n_moved;
}
