/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two events exchange their sites or their times, as the fix of a finding. */
#include "config.h"

#include "review/rules/schedule-move.h"

#include "record/kinds/site.h"
#include "schedule/conflicts.h"

#include <glib/gi18n-lib.h>

/* Times further off than this are not exchanged, and not more than so many are tried. */
#define WITHIN    (7 * 86400)
#define MAX_TRIED 100

/* One of the two, and by how much it would move. */
typedef struct
{
  guint place;
  gint64 shift;
} Mover;

typedef struct
{
  LiaisonReview *review;
  const LiaisonBookings *bookings;
  const LiaisonScheduledEvent *events;
} Exchange;

static gint64
get_room (const LiaisonBlock *site)
{
  gint64 capacity = LIAISON_DATA (Site, site)->capacity;

  return capacity != LIAISON_INTEGER_UNSET ? capacity : 0;
}

gint64
liaison_exchange_get_needed (const LiaisonBlock *event, const LiaisonBlock *site)
{
  gint64 expected = LIAISON_DATA (Event, event)->expected;

  return expected != LIAISON_INTEGER_UNSET ? expected : get_room (site);
}

gboolean
liaison_exchange_is_alike (const LiaisonBlock *site, const LiaisonBlock *other, gint64 needed)
{
  const LiaisonSiteData *here = LIAISON_DATA (Site, site), *there = LIAISON_DATA (Site, other);

  return site != other && there->type == here->type && there->type != LIAISON_SITE_TYPE_UNSET
         && liaison_id_same (there->parent, here->parent) && get_room (other) >= needed
         && there->status != LIAISON_SITE_STATUS_LOST && there->status != LIAISON_SITE_STATUS_RELEASED;
}

gboolean
liaison_exchange_has_room (LiaisonReview *review, guint site, const LiaisonUse *use, guint leaving)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  LiaisonCalendar *hours = liaison_calendars_get_site (liaison_review_get_calendars (review),
                                                       liaison_bookings_get_resource (bookings, site)->id);
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, site, &n);
  guint64 asked = use->amount;

  for (guint i = 0; i < n && uses[i].start < use->end; i++)
    if (uses[i].end > use->start && uses[i].event != leaving)
      asked += uses[i].amount;
  return asked <= liaison_bookings_get_capacity (bookings, site)
         && liaison_calendar_is_free (hours, use->start, use->end, NULL);
}

static Exchange
begin (LiaisonReview *review)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint n;

  return (Exchange){ review, bookings, liaison_bookings_get_events (bookings, &n) };
}

static const LiaisonEventData *
data_of (const Exchange *self, guint event)
{
  return LIAISON_DATA (Event, self->events[event].block);
}

/* The only use that the event has of the site; NULL where it has several, as series do. */
static const LiaisonUse *
find_use (const Exchange *self, guint site, guint event)
{
  const LiaisonUse *found = NULL;
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, site, &n);

  for (guint i = 0; i < n; i++)
    if (uses[i].event == event)
      {
        if (found != NULL)
          return NULL;
        found = &uses[i];
      }
  return found;
}

static gboolean
may_change (const Exchange *self, guint event)
{
  const LiaisonEventData *data = data_of (self, event);

  return !data->locked && data->rule == NULL && self->events[event].occurs
         && data->status != LIAISON_EVENT_STATUS_DONE && data->status != LIAISON_EVENT_STATUS_RUNNING;
}

static void
take_site (LiaisonFinding *finding, const LiaisonBlock *event, LiaisonId site)
{
  LiaisonSlot slot = liaison_slot_field (event->id, LIAISON_FIELD (Event, site));

  liaison_finding_take_fix (finding, N_ ("Exchange sites with “{partner}”"), &slot,
                            liaison_value_field (&event->shape->fields[slot.field], &site));
}

static void
take_partner (const Exchange *self, LiaisonFinding *finding, guint partner)
{
  liaison_finding_take_operand (finding,
                                liaison_operand_record ("partner", self->events[partner].block->id));
}

/* Whether the event would do as well where the other is, and the other here. */
static gboolean
can_exchange_sites (const Exchange *self, const LiaisonUse *use, guint site, const LiaisonUse *other, guint there)
{
  const LiaisonBlock *here = liaison_bookings_get_resource (self->bookings, site);
  const LiaisonBlock *yonder = liaison_bookings_get_resource (self->bookings, there);

  return other->event != use->event && may_change (self, other->event)
         && liaison_id_same (data_of (self, other->event)->site, yonder->id)
         && find_use (self, there, other->event) == other
         && liaison_exchange_is_alike (yonder, here,
                                       liaison_exchange_get_needed (self->events[other->event].block, yonder))
         && liaison_exchange_has_room (self->review, there, use, other->event)
         && liaison_exchange_has_room (self->review, site, other, use->event);
}

gboolean
liaison_exchange_offer_site (LiaisonReview *review, LiaisonFinding *finding, guint event, guint site)
{
  Exchange self = begin (review);
  const LiaisonUse *use = find_use (&self, site, event);
  const LiaisonBlock *here = liaison_bookings_get_resource (self.bookings, site);
  guint first, end, n;

  if (use == NULL || !may_change (&self, event))
    return FALSE;
  liaison_bookings_get_resources (self.bookings, LIAISON_KIND_SITE, &first, &end);
  for (guint there = first; there < end; there++)
    {
      const LiaisonBlock *yonder = liaison_bookings_get_resource (self.bookings, there);
      if (!liaison_exchange_is_alike (here, yonder, liaison_exchange_get_needed (self.events[event].block, here)))
        continue;
      const LiaisonUse *uses = liaison_bookings_get_pool (self.bookings, there, &n);
      for (guint i = 0; i < n && uses[i].start < use->end; i++)
        if (uses[i].end > use->start && can_exchange_sites (&self, use, site, &uses[i], there))
          {
            take_partner (&self, finding, uses[i].event);
            take_site (finding, self.events[event].block, yonder->id);
            take_site (finding, self.events[uses[i].event].block, here->id);
            return TRUE;
          }
    }
  return FALSE;
}

/* Whether all that one needs is there at its new time, with the other at its own. */
static gboolean
fits (const Exchange *self, Mover mover, Mover other)
{
  guint n_pools, n;
  const guint *pools = liaison_bookings_get_pools_of (self->bookings, mover.place, &n_pools);

  for (guint k = 0; k < n_pools; k++)
    {
      guint resource = liaison_bookings_get_pool_resource (self->bookings, pools[k]);
      const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pools[k], &n), *own = NULL;
      for (guint i = 0; i < n && own == NULL; i++)
        if (uses[i].event == mover.place)
          own = &uses[i];
      guint64 asked = own != NULL ? own->amount : 0;
      for (guint i = 0; i < n && own != NULL; i++)
        {
          gint64 shift = uses[i].event == other.place ? other.shift : 0;
          if (uses[i].event != mover.place && uses[i].start + shift < own->end + mover.shift
              && uses[i].end + shift > own->start + mover.shift)
            asked += uses[i].amount;
        }
      if (asked > liaison_bookings_get_capacity (self->bookings, resource))
        return FALSE;
    }
  return TRUE;
}

static gboolean
is_worked (const Exchange *self, Mover mover)
{
  const LiaisonScheduledEvent *event = &self->events[mover.place];
  gint64 wanted = event->start + mover.shift, found;

  return liaison_calendars_find_free (liaison_review_get_calendars (self->review), event->block, wanted, &found)
         && found == wanted;
}

/* Whether no tie of the two would be broken that holds now. */
static gboolean
keeps_ties (const Exchange *self, Mover one, Mover two)
{
  guint n;
  const LiaisonLink *links = liaison_bookings_get_links (self->bookings, &n);

  for (guint i = 0; i < n; i++)
    {
      Mover movers[] = { one, two };
      gint64 delay = liaison_conflicts_get_delay (self->bookings, &links[i]), moved = delay;
      for (guint k = 0; k < 2; k++)
        {
          moved += links[i].predecessor == movers[k].place ? movers[k].shift : 0;
          moved -= links[i].successor == movers[k].place ? movers[k].shift : 0;
        }
      if (moved > 0 && moved > delay)
        return FALSE;
    }
  return TRUE;
}

static gboolean
can_exchange_times (const Exchange *self, Mover one, Mover two)
{
  return liaison_schedule_may_move (self->review, &self->events[one.place], one.shift)
         && liaison_schedule_may_move (self->review, &self->events[two.place], two.shift)
         && fits (self, one, two) && fits (self, two, one) && is_worked (self, one) && is_worked (self, two)
         && keeps_ties (self, one, two);
}

static gboolean
offer_time_of (const Exchange *self, LiaisonFinding *finding, guint event, guint partner)
{
  const LiaisonScheduledEvent *own = &self->events[event], *other = &self->events[partner];
  Mover one = { event, other->start - own->start }, two = { partner, own->start - other->start };

  if (!can_exchange_times (self, one, two))
    return FALSE;
  take_partner (self, finding, partner);
  if (liaison_schedule_take_move (self->review, finding, own, one.shift, N_ ("Exchange times with “{partner}”"))
      && liaison_schedule_take_move (self->review, finding, other, two.shift, N_ ("Exchange times with “{partner}”")))
    return TRUE;
  g_clear_pointer (&finding->fix, g_array_unref);
  finding->fix_label = NULL;
  return FALSE;
}

/* Of those that need something else that it needs: one that needs this, too, would only be in the same way. */
gboolean
liaison_exchange_offer_time (LiaisonReview *review, LiaisonFinding *finding, guint event, guint resource)
{
  Exchange self = begin (review);
  guint n_pools, n, tried = 0;
  const guint *pools = liaison_bookings_get_pools_of (self.bookings, event, &n_pools);

  for (guint k = 0; k < n_pools && may_change (&self, event); k++)
    {
      const LiaisonUse *uses = liaison_bookings_get_pool (self.bookings, pools[k], &n);
      if (liaison_bookings_get_pool_resource (self.bookings, pools[k]) == resource)
        continue;
      for (guint i = 0; i < n && tried < MAX_TRIED; i++)
        {
          gint64 shift = self.events[uses[i].event].start - self.events[event].start;
          if (shift == 0 || ABS (shift) > WITHIN || !may_change (&self, uses[i].event))
            continue;
          tried++;
          if (offer_time_of (&self, finding, event, uses[i].event))
            return TRUE;
        }
    }
  return FALSE;
}
