/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mends a site, participant, post or channel that too many ask for at once. */
#include "config.h"

#include "review/rules/schedule-move.h"

#include "record/kinds/site.h"
#include "schedule/conflicts.h"

#include <glib/gi18n-lib.h>

/* A free time further off than this helps nobody. */
#define WITHIN (7 * 86400)

/* The overlap that a finding tells of. */
typedef struct
{
  LiaisonReview *review;
  const LiaisonBookings *bookings;
  LiaisonFinding *finding;
  const LiaisonScheduledEvent *event;
  guint place;    /* of the event */
  guint resource;
  const LiaisonUse *use; /* of the event, at the time of the overlap */
} Overlap;

/* The first use of the event in any pool of the resource. */
static const LiaisonUse *
find_first_use (const LiaisonBookings *bookings, guint event, guint resource)
{
  guint n, n_pools;
  const guint *pools = liaison_bookings_get_pools_of (bookings, event, &n_pools);

  for (guint i = 0; i < n_pools; i++)
    {
      const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pools[i], &n);
      for (guint j = 0; j < n && liaison_bookings_get_pool_resource (bookings, pools[i]) == resource; j++)
        if (uses[j].event == event)
          return &uses[j];
    }
  return NULL;
}

/* The use of the event in the pool that begins at that time. */
static const LiaisonUse *
find_use (const LiaisonBookings *bookings, guint pool, guint event, gint64 start)
{
  guint n, low = 0;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);

  for (guint high = n; low < high;)
    {
      guint middle = low + (high - low) / 2;
      if (uses[middle].start < start)
        low = middle + 1;
      else
        high = middle;
    }
  for (; low < n && uses[low].start == start; low++)
    if (uses[low].event == event)
      return &uses[low];
  return NULL;
}

static gboolean
find_overlap (Overlap *self)
{
  const LiaisonOperand *resource = liaison_fix_find_operand (self->finding, "resource");
  const LiaisonOperand *start = liaison_fix_find_operand (self->finding, "start");
  const LiaisonBlock *block = liaison_snapshot_find (self->review->snapshot, resource->value.record);
  guint n, n_pools;

  self->event = liaison_fix_find_event (self->review, self->finding);
  if (block == NULL || self->event == NULL)
    return FALSE;
  self->place = (guint) (self->event - liaison_bookings_get_events (self->bookings, &n));
  self->resource = liaison_bookings_find_resource (self->bookings, block);
  const guint *pools = liaison_bookings_get_pools_of (self->bookings, self->place, &n_pools);
  for (guint i = 0; i < n_pools && self->use == NULL; i++)
    if (liaison_bookings_get_pool_resource (self->bookings, pools[i]) == self->resource)
      self->use = find_use (self->bookings, pools[i], self->place, start->value.seconds);
  return self->use != NULL;
}

static gint64
get_room (const LiaisonBlock *site)
{
  return LIAISON_DATA (Site, site)->capacity;
}

/* A free site like it, the smallest of them. */
static const LiaisonBlock *
find_other_site (const Overlap *self, const LiaisonBlock *site, gint64 needed)
{
  const LiaisonBlock *best = NULL;
  guint first, end;

  liaison_bookings_get_resources (self->bookings, LIAISON_KIND_SITE, &first, &end);
  for (guint i = first; i < end; i++)
    {
      const LiaisonBlock *other = liaison_bookings_get_resource (self->bookings, i);
      if (liaison_exchange_is_alike (site, other, needed) && (best == NULL || get_room (other) < get_room (best))
          && liaison_exchange_has_room (self->review, i, self->use, LIAISON_NO_PLACE))
        best = other;
    }
  return best;
}

static void
take_site (const Overlap *self, const LiaisonBlock *event, LiaisonId site, const char *label)
{
  LiaisonSlot slot = liaison_slot_field (event->id, LIAISON_FIELD (Event, site));

  liaison_finding_take_fix (self->finding, label, &slot,
                            liaison_value_field (&event->shape->fields[slot.field], &site));
}

/* FALSE when there is no other site to go to. What is booked beside the site of the event is not
 * moved with it. */
static gboolean
is_site (const Overlap *self)
{
  const LiaisonBlock *own = liaison_bookings_get_resource (self->bookings, self->resource);

  return own->shape == &liaison_site_kind.shape
         && liaison_id_same (LIAISON_DATA (Event, self->event->block)->site, own->id);
}

static gboolean
offer_other_site (const Overlap *self)
{
  const LiaisonBlock *own = liaison_bookings_get_resource (self->bookings, self->resource), *other;

  if (!is_site (self) || (other = find_other_site (self, own, liaison_exchange_get_needed (self->event->block, own)))
             == NULL)
    return FALSE;
  liaison_finding_take_operand (self->finding, liaison_operand_record ("free", other->id));
  take_site (self, self->event->block, other->id, N_ ("Move it to “{free}”"));
  return TRUE;
}

static gboolean
offer_free_time (const Overlap *self)
{
  gint64 start;

  if (!liaison_conflicts_find_free_time (self->bookings, self->place, WITHIN, &start))
    return FALSE;
  liaison_schedule_offer_move (self->review, self->finding, self->event, start - self->event->start,
                               N_ ("Move it to the next free time"));
  return self->finding->fix != NULL;
}

/* Of a series one occurrence goes elsewhere, or to another time. */
static void
fix_series (const Overlap *self)
{
  const LiaisonBlock *own = liaison_bookings_get_resource (self->bookings, self->resource);
  const LiaisonBlock *other = is_site (self) ? find_other_site (self, own, liaison_exchange_get_needed (self->event->block, own))
                                             : NULL;

  if (other == NULL)
    {
      liaison_series_offer_time (self->review, self->finding, self->use->start);
      return;
    }
  liaison_finding_take_operand (self->finding, liaison_operand_record ("free", other->id));
  liaison_series_offer_site (self->review, self->finding, self->use->start, other->id);
}

void
liaison_overbooked_fix (LiaisonReview *review, LiaisonFinding *finding)
{
  Overlap overlap = { .review = review, .bookings = liaison_review_get_bookings (review), .finding = finding };

  if (liaison_fix_find_operand (finding, "other") == NULL || !find_overlap (&overlap)
      || LIAISON_DATA (Event, overlap.event->block)->locked)
    return;
  if (LIAISON_DATA (Event, overlap.event->block)->rule != NULL)
    {
      fix_series (&overlap);
      return;
    }
  /* The less it takes of people, the better: another room, then another hour. */
  if (!offer_other_site (&overlap)
      && !(is_site (&overlap) && liaison_exchange_offer_site (review, finding, overlap.place, overlap.resource))
      && !offer_free_time (&overlap))
    liaison_exchange_offer_time (review, finding, overlap.place, overlap.resource);
}

gboolean
liaison_overbooked_offer_larger (LiaisonReview *review, LiaisonFinding *finding, LiaisonId site, gint64 needed)
{
  Overlap self = { .review = review, .bookings = liaison_review_get_bookings (review), .finding = finding };
  const LiaisonBlock *own = liaison_snapshot_find (review->snapshot, site), *other;
  guint n;

  self.event = liaison_fix_find_event (review, finding);
  if (self.event == NULL || own == NULL || LIAISON_DATA (Event, self.event->block)->locked
      || LIAISON_DATA (Event, self.event->block)->rule != NULL)
    return FALSE;
  self.place = (guint) (self.event - liaison_bookings_get_events (self.bookings, &n));
  self.resource = liaison_bookings_find_resource (self.bookings, own);
  self.use = find_first_use (self.bookings, self.place, self.resource);
  if (self.use == NULL || (other = find_other_site (&self, own, needed)) == NULL)
    return FALSE;
  liaison_finding_take_operand (finding, liaison_operand_record ("free", other->id));
  take_site (&self, self.event->block, other->id, N_ ("Move it to “{free}”"));
  return TRUE;
}
