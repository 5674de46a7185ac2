/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules/schedule-move.h"

#include "record/kinds/exercise.h"
#include "record/times.h"
#include "review/rules/presence.h"
#include "schedule/conflicts.h"
#include "schedule/moves.h"

/* How far on a free time is looked for, and in how many steps. */
#define WITHIN    (7 * 86400)
#define MAX_STEPS 500
/* In steps of so many s, an earlier one. */
#define EARLIER_STEP 900

gboolean
liaison_schedule_may_move (LiaisonReview               *review,
                           const LiaisonScheduledEvent *event,
                           gint64                       shift)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);
  gint64 limit;

  if (data->locked)
    return FALSE;
  if (liaison_times_resolve (&review->lookup, &data->deadline, &limit, NULL) == LIAISON_TIME_KNOWN
      && event->end + shift > limit)
    return FALSE;
  if (liaison_times_resolve (&review->lookup, &data->not_before, &limit, NULL) == LIAISON_TIME_KNOWN
      && event->start + shift < limit)
    return FALSE;
  return liaison_times_get_end (&review->lookup, exercise, &limit) != LIAISON_TIME_KNOWN || event->end > limit
         || event->end + shift <= limit;
}

gboolean
liaison_schedule_take_move (LiaisonReview               *review,
                            LiaisonFinding              *finding,
                            const LiaisonScheduledEvent *event,
                            gint64                       shift,
                            const char                  *label)
{
  const LiaisonField *field = &event->block->shape->fields[LIAISON_FIELD (Event, start)];
  LiaisonSlot slot = liaison_slot_field (event->block->id, LIAISON_FIELD (Event, start));
  LiaisonInstant moved;

  if (!liaison_instant_move (&LIAISON_DATA (Event, event->block)->start, &review->lookup,
                             event->start + shift, &moved))
    return FALSE;
  liaison_finding_take_fix (finding, label, &slot, liaison_value_field (field, &moved));
  return TRUE;
}

void
liaison_schedule_offer_move (LiaisonReview               *review,
                             LiaisonFinding              *finding,
                             const LiaisonScheduledEvent *event,
                             gint64                       shift,
                             const char                  *label)
{
  if (shift > 0 && liaison_schedule_may_move (review, event, shift))
    liaison_schedule_take_move (review, finding, event, shift, label);
}

gint64
liaison_schedule_get_in_way (const LiaisonBookings *bookings,
                             guint                  pool,
                             const LiaisonUse      *own,
                             gboolean               fellows,
                             gint64                 shift)
{
  guint n, capacity = liaison_bookings_get_capacity (bookings, liaison_bookings_get_pool_resource (bookings, pool));
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);
  gint64 soonest = G_MAXINT64;
  guint64 asked = own->amount;

  for (guint i = 0; i < n && uses[i].start < own->end + shift; i++)
    if (&uses[i] != own && (!fellows || uses[i].event != own->event) && uses[i].end > own->start + shift)
      {
        asked += capacity > 1 ? uses[i].amount : 1;
        soonest = MIN (soonest, uses[i].end);
      }
  return soonest == G_MAXINT64 || asked <= capacity ? 0 : soonest - (own->start + shift);
}

/* The same for an event that uses it once. */
static gint64
get_in_way (const LiaisonBookings *bookings,
            guint                  pool,
            guint                  place,
            gint64                 shift)
{
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);

  for (guint i = 0; i < n; i++)
    if (uses[i].event == place)
      return liaison_schedule_get_in_way (bookings, pool, &uses[i], TRUE, shift);
  return 0;
}

gboolean
liaison_schedule_find_shift (LiaisonReview               *review,
                             const LiaisonScheduledEvent *event,
                             LiaisonCalendars            *calendars,
                             gint64                       least,
                             gint64                      *shift)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint n_events, n_pools;
  guint place = (guint) (event - liaison_bookings_get_events (bookings, &n_events));
  const guint *pools = liaison_bookings_get_pools_of (bookings, place, &n_pools);
  gint64 tried = least, before = -1;

  for (guint step = 0; step < MAX_STEPS && tried <= least + WITHIN; step++)
    {
      gint64 start;
      if (tried == before)
        {
          *shift = tried;
          return TRUE;
        }
      before = tried;
      if (calendars != NULL)
        {
          if (!liaison_calendars_find_free (calendars, event->block, event->start + tried, &start))
            return FALSE;
          tried = start - event->start;
        }
      for (guint i = 0; i < n_pools; i++)
        tried += (get_in_way (bookings, pools[i], place, tried) + 59) / 60 * 60;
    }
  return FALSE;
}

const LiaisonOperand *
liaison_fix_find_operand (const LiaisonFinding *finding,
                          const char           *name)
{
  for (guint i = 0; finding->operands != NULL && i < finding->operands->len; i++)
    if (g_str_equal (g_array_index (finding->operands, LiaisonOperand, i).name, name))
      return &g_array_index (finding->operands, LiaisonOperand, i);
  return NULL;
}

const LiaisonScheduledEvent *
liaison_fix_find_event (LiaisonReview        *review,
                        const LiaisonFinding *finding)
{
  const LiaisonBlock *block = liaison_review_find (review, finding->records[0], &liaison_event_kind);

  return block != NULL ? liaison_review_get_event (review, block) : NULL;
}

void
liaison_schedule_fix (LiaisonReview  *review,
                      LiaisonFinding *finding,
                      gboolean        hours,
                      gint64          least,
                      const char     *label)
{
  const LiaisonScheduledEvent *event = liaison_fix_find_event (review, finding);
  gint64 shift;

  if (event != NULL
      && liaison_schedule_find_shift (review, event, hours ? liaison_review_get_calendars (review) : NULL, least, &shift))
    liaison_schedule_offer_move (review, finding, event, shift, label);
}

/* Whether it would still stand behind all that it depends on. */
static gboolean
keeps_order (LiaisonReview *review, const LiaisonScheduledEvent *event, gint64 shift)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint n_events, n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n_events);
  const LiaisonLink *links = liaison_bookings_get_links (bookings, &n);
  LiaisonScheduledEvent moved = *event;

  moved.start += shift;
  moved.end += shift;
  for (guint i = 0; i < n; i++)
    if (&events[links[i].successor] == event
        && liaison_link_get_delay (&links[i], &events[links[i].predecessor], &moved) > 0)
      return FALSE;
  return TRUE;
}

static gboolean
is_free (const LiaisonBookings *bookings, guint place, gint64 shift)
{
  guint n;
  const guint *pools = liaison_bookings_get_pools_of (bookings, place, &n);

  for (guint i = 0; i < n; i++)
    if (get_in_way (bookings, pools[i], place, shift) > 0)
      return FALSE;
  return TRUE;
}

static gboolean
stays_after_startex (LiaisonReview *review, const LiaisonScheduledEvent *event, gint64 shift)
{
  gint64 startex;

  return liaison_times_get_start (&review->lookup, liaison_snapshot_get_exercise (review->snapshot), &startex)
             != LIAISON_TIME_KNOWN
         || event->start < startex || event->start + shift >= startex;
}

void
liaison_schedule_fix_earlier (LiaisonReview *review, LiaisonFinding *finding, gint64 least, const char *label)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  const LiaisonScheduledEvent *event = liaison_fix_find_event (review, finding);
  guint n_events;

  if (event == NULL)
    return;
  guint place = (guint) (event - liaison_bookings_get_events (bookings, &n_events));
  for (gint64 earlier = least; earlier <= least + WITHIN; earlier += EARLIER_STEP)
    {
      if (!stays_after_startex (review, event, -earlier) || !keeps_order (review, event, -earlier))
        return;
      if (!is_free (bookings, place, -earlier))
        continue;
      if (liaison_schedule_may_move (review, event, -earlier))
        liaison_schedule_take_move (review, finding, event, -earlier, label);
      return;
    }
}
