/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

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
