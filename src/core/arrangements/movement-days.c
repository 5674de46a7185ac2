/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/movement-days.h"

#include "arrangements/days.h"
#include "record/kinds/participant.h"

const char *
liaison_movement_get_nation (const LiaisonLookup *lookup, const LiaisonBlock *block)
{
  const LiaisonMovementData *movement = LIAISON_DATA (Movement, block);
  const LiaisonBlock *who = liaison_lookup_find (lookup, movement->participant);

  if (movement->nation != NULL || who == NULL || who->shape != &liaison_participant_kind.shape)
    return movement->nation;
  return LIAISON_DATA (Participant, who)->nation;
}

typedef struct
{
  gint32 arrival, departure; /* or LIAISON_DATE_UNSET */
  guint64 persons;
} Stay;

static gint32
find_day (const LiaisonLookup *lookup, const LiaisonInstant *instant)
{
  gint64 seconds;

  return liaison_times_resolve (lookup, instant, &seconds, NULL) == LIAISON_TIME_KNOWN
             ? liaison_day_of (liaison_days_get_zone (lookup), seconds)
             : LIAISON_DATE_UNSET;
}

static GArray *
list_stays (LiaisonMovementDays *self, const LiaisonLookup *lookup, const char *nation)
{
  GArray *stays = g_array_new (FALSE, FALSE, sizeof (Stay));
  guint n;
  const LiaisonBlock *const *movements =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_MOVEMENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonMovementData *movement = LIAISON_DATA (Movement, movements[i]);
      Stay stay = { find_day (lookup, &movement->arrival), find_day (lookup, &movement->departure),
                    movement->persons != LIAISON_INTEGER_UNSET ? (guint64) movement->persons : 1 };

      if (movement->status == LIAISON_MOVEMENT_STATUS_CANCELLED
          || (nation != NULL
              && g_strcmp0 (liaison_movement_get_nation (lookup, movements[i]), nation) != 0))
        continue;
      self->n_undated += stay.arrival == LIAISON_DATE_UNSET || stay.departure == LIAISON_DATE_UNSET;
      self->n_open += movement->visit_request != LIAISON_CLEARANCE_STATE_UNSET
                      && movement->visit_request != LIAISON_CLEARANCE_STATE_NOT_NEEDED
                      && movement->visit_request != LIAISON_CLEARANCE_STATE_GRANTED;
      if (stay.arrival != LIAISON_DATE_UNSET || stay.departure != LIAISON_DATE_UNSET)
        g_array_append_val (stays, stay);
    }
  return stays;
}

static void
reach (gint32 day, gint32 *first, gint32 *last)
{
  if (day == LIAISON_DATE_UNSET)
    return;
  *first = MIN (*first, day);
  *last = MAX (*last, day);
}

static LiaisonMovementDay *
get_day (LiaisonMovementDays *self, gint32 day)
{
  gint64 index = (gint64) day - self->first;

  return day != LIAISON_DATE_UNSET && index >= 0 && index < self->n_days ? &self->days[index]
                                                                         : NULL;
}

static void
add_stay (LiaisonMovementDays *self, const Stay *stay)
{
  gint64 until = stay->departure != LIAISON_DATE_UNSET ? stay->departure
                                                       : (gint64) self->first + self->n_days;
  LiaisonMovementDay *day = get_day (self, stay->arrival);

  if (day != NULL)
    day->arrive += stay->persons;
  if ((day = get_day (self, stay->departure)) != NULL)
    day->leave += stay->persons;
  for (gint64 at = stay->arrival; stay->arrival != LIAISON_DATE_UNSET && at < until; at++)
    if ((day = get_day (self, (gint32) at)) != NULL)
      day->stay += stay->persons;
}

LiaisonMovementDays *
liaison_movement_days_new (LiaisonSnapshot *snapshot, const char *nation)
{
  LiaisonMovementDays *self = g_new0 (LiaisonMovementDays, 1);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  gint32 first = G_MAXINT32, last = G_MININT32;
  g_autoptr (GArray) stays = NULL;

  self->snapshot = liaison_snapshot_ref (snapshot);
  stays = list_stays (self, &lookup, nation);
  for (guint i = 0; i < stays->len; i++)
    {
      reach (g_array_index (stays, Stay, i).arrival, &first, &last);
      reach (g_array_index (stays, Stay, i).departure, &first, &last);
    }
  if (last >= first)
    {
      self->first = first;
      self->n_days = (guint) MIN ((gint64) last - first + 1, LIAISON_MOST_DAYS);
    }
  self->days = g_new0 (LiaisonMovementDay, MAX (self->n_days, 1));
  for (guint i = 0; i < stays->len; i++)
    add_stay (self, &g_array_index (stays, Stay, i));
  return self;
}

void
liaison_movement_days_free (LiaisonMovementDays *self)
{
  liaison_snapshot_unref (self->snapshot);
  g_free (self->days);
  g_free (self);
}
