/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/site.h"
#include "review/rules/schedule-move.h"
#include "schedule/conflicts.h"

#include <glib/gi18n-lib.h>

/* A free time further off than this helps nobody. */
#define WITHIN (7 * 86400)

static const char *
choose_sentence (const LiaisonOverlap *overlap)
{
  if (overlap->other == LIAISON_NO_PLACE)
    return N_("“{record}” asks for {asked} of “{resource}”, which has {capacity}.");
  if (overlap->capacity == 1)
    return N_("“{record}” and “{other}” both need “{resource}” from {start} until {end}.");
  return N_("“{resource}” has room for {capacity} at once; from {start}, when “{record}” begins while “{other}” goes on, "
            "{asked} are asked for.");
}

static gint64
get_room (const LiaisonBlock *site)
{
  gint64 capacity = LIAISON_DATA (Site, site)->capacity;

  return capacity != LIAISON_INTEGER_UNSET ? capacity : 0;
}

/* Whether a site is free while the use lasts. */
static gboolean
is_free (LiaisonReview    *review,
         guint             resource,
         const LiaisonUse *use)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  LiaisonCalendar *hours = liaison_calendars_get_site (liaison_review_get_calendars (review),
                                                       liaison_bookings_get_resource (bookings, resource)->id);
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, resource, &n);
  guint64 asked = use->amount;

  for (guint i = 0; i < n && uses[i].start < use->end; i++)
    if (uses[i].end > use->start)
      asked += uses[i].amount;
  return asked <= liaison_bookings_get_capacity (bookings, resource)
         && liaison_calendar_is_free (hours, use->start, use->end, NULL);
}

static const LiaisonUse *
find_use (const LiaisonBookings *bookings,
          guint                  pool,
          guint                  event)
{
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);

  for (guint i = 0; i < n; i++)
    if (uses[i].event == event)
      return &uses[i];
  return NULL;
}

/* Another site of the same type in the same place that is free then and holds as many: the smallest of them. */
static const LiaisonBlock *
find_other_site (LiaisonReview               *review,
                 const LiaisonOverlap        *overlap,
                 const LiaisonScheduledEvent *event)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint own = liaison_bookings_get_pool_resource (bookings, overlap->pool), first, end;
  const LiaisonBlock *site = liaison_bookings_get_resource (bookings, own), *best = NULL;
  const LiaisonUse *use = find_use (bookings, overlap->pool, overlap->event);
  gint64 expected = LIAISON_DATA (Event, event->block)->expected;
  gint64 needed = expected != LIAISON_INTEGER_UNSET ? expected : get_room (site);

  liaison_bookings_get_resources (bookings, LIAISON_KIND_SITE, &first, &end);
  for (guint i = first; use != NULL && i < end; i++)
    {
      const LiaisonBlock *other = liaison_bookings_get_resource (bookings, i);
      const LiaisonSiteData *data = LIAISON_DATA (Site, other), *there = LIAISON_DATA (Site, site);
      if (i != own && data->type == there->type && data->type != LIAISON_SITE_TYPE_UNSET
          && liaison_id_same (data->parent, there->parent) && get_room (other) >= needed
          && data->status != LIAISON_SITE_STATUS_LOST && data->status != LIAISON_SITE_STATUS_RELEASED
          && (best == NULL || get_room (other) < get_room (best)) && is_free (review, i, use))
        best = other;
    }
  return best;
}

/* FALSE when there is no other site to go to. */
static gboolean
offer_other_site (LiaisonReview        *review,
                  LiaisonFinding       *finding,
                  const LiaisonOverlap *overlap)
{
  guint n;
  const LiaisonScheduledEvent *event
      = &liaison_bookings_get_events (liaison_review_get_bookings (review), &n)[overlap->event];
  const LiaisonBlock *site;

  if (review->rule != &liaison_rule_site_overbooked || overlap->other == LIAISON_NO_PLACE
      || LIAISON_DATA (Event, event->block)->locked || (site = find_other_site (review, overlap, event)) == NULL)
    return FALSE;
  LiaisonSlot slot = liaison_slot_field (event->block->id, LIAISON_FIELD (Event, site));
  LiaisonId own = liaison_bookings_get_resource (liaison_review_get_bookings (review),
                                                 liaison_bookings_get_pool_resource (liaison_review_get_bookings (review),
                                                                                     overlap->pool))->id;
  /* What is booked beside the site of the event is not moved with it. */
  if (!liaison_id_same (LIAISON_DATA (Event, event->block)->site, own))
    return FALSE;
  liaison_finding_take_operand (finding, liaison_operand_record ("free", site->id));
  liaison_finding_take_fix (finding, N_("Move it to “{free}”"), &slot,
                            liaison_value_field (&event->block->shape->fields[slot.field], &site->id));
  return TRUE;
}

static void
offer_free_time (LiaisonReview         *review,
                 LiaisonFinding        *finding,
                 const LiaisonOverlap  *overlap)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint n;
  const LiaisonScheduledEvent *event = &liaison_bookings_get_events (bookings, &n)[overlap->event];
  gint64 start;

  if (overlap->other != LIAISON_NO_PLACE && !LIAISON_DATA (Event, event->block)->locked
      && liaison_conflicts_find_free_time (bookings, overlap->event, WITHIN, &start))
    liaison_schedule_offer_move (review, finding, event, start - event->start, N_("Move it to the next free time"));
}

static void
overlap_cb (const LiaisonOverlap *overlap,
            gpointer              data)
{
  LiaisonReview *review = data;
  guint n;

  if (!liaison_review_may_list (review))
    return;
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint resource = liaison_bookings_get_pool_resource (bookings, overlap->pool);
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n);
  LiaisonId id = liaison_bookings_get_resource (bookings, resource)->id;
  LiaisonFinding *finding
      = liaison_review_add (review, events[overlap->event].block, "start", choose_sentence (overlap));
  liaison_finding_take_operand (finding, liaison_operand_record ("resource", id));
  liaison_finding_take_operand (finding, liaison_operand_integer ("asked", overlap->asked));
  liaison_finding_take_operand (finding, liaison_operand_integer ("capacity", overlap->capacity));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("start", overlap->start));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("end", overlap->end));
  if (overlap->other != LIAISON_NO_PLACE)
    {
      LiaisonId other = events[overlap->other].block->id;
      liaison_finding_add_record (finding, other);
      liaison_finding_take_operand (finding, liaison_operand_record ("other", other));
    }
  /* The site stands in both events already; who else is double booked is concerned by it. */
  if (review->rule != &liaison_rule_site_overbooked)
    liaison_finding_add_record (finding, id);
  if (!offer_other_site (review, finding, overlap))
    offer_free_time (review, finding, overlap);
}

static void
look (LiaisonReview *review,
      LiaisonKindId  kind)
{
  liaison_conflicts_foreach_overlap (liaison_review_get_bookings (review), kind, overlap_cb, review);
}

static void
look_at_sites (LiaisonReview *review)
{
  look (review, LIAISON_KIND_SITE);
}

static void
look_at_participants (LiaisonReview *review)
{
  look (review, LIAISON_KIND_PARTICIPANT);
}

static void
look_at_posts (LiaisonReview *review)
{
  look (review, LIAISON_KIND_POST);
}

static void
look_at_channels (LiaisonReview *review)
{
  look (review, LIAISON_KIND_CHANNEL);
}

const LiaisonRule liaison_rule_site_overbooked = {
  "site-overbooked", LIAISON_SEVERITY_ERROR, N_("Sites used twice at one time"),
  N_("More events stand in the site at one time than it can take. Move one of them, or say how many it can take at once."),
  look_at_sites
};

const LiaisonRule liaison_rule_participant_overbooked = {
  "participant-overbooked", LIAISON_SEVERITY_ERROR, N_("Participants at two events at once"),
  N_("A person or unit is asked to be at several events at one time. Move one of them, send somebody else, or say at how "
     "many events it can be at once."),
  look_at_participants
};

const LiaisonRule liaison_rule_post_overbooked = {
  "post-overbooked", LIAISON_SEVERITY_ERROR, N_("Liaison posts at two events at once"),
  N_("A liaison post is asked to be at more events at one time than it has people on a shift. Move one of them, or add "
     "people to the shift."),
  look_at_posts
};

const LiaisonRule liaison_rule_channel_overbooked = {
  "channel-overbooked", LIAISON_SEVERITY_WARNING, N_("Channels with too many users at once"),
  N_("More events use the channel at one time than it can carry. Move one of them, or use another channel."),
  look_at_channels
};
