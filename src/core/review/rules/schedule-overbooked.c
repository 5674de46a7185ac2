/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "review/rules/schedule-move.h"
#include "schedule/conflicts.h"

#include <glib/gi18n-lib.h>

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

/* One thing that is looked at. */
typedef struct
{
  LiaisonReview *review;
  const LiaisonReviewPool *pool;
} Look;

/* One overlap as it is to be told. */
typedef struct
{
  const LiaisonOverlap *overlap;
  const char *sentence;
  LiaisonId event, other; /* zero: none */
} Told;

/* Whether it was told like that; of what was told at the same thing, in the order in which it is told here. */
static gboolean
is_told (const LiaisonFinding *finding, gconstpointer data)
{
  const Told *told = data;
  const LiaisonOperand *operands = (const LiaisonOperand *) (gconstpointer) finding->operands->data;

  return liaison_id_same (finding->records[0], told->event) && finding->sentence == told->sentence
         && operands[2].value.integer == (gint64) told->overlap->asked
         && operands[3].value.integer == (gint64) told->overlap->capacity
         && operands[4].value.seconds == told->overlap->start
         && operands[5].value.seconds == told->overlap->end
         && (finding->operands->len > 6 ? liaison_id_same (operands[6].value.record, told->other)
                                        : liaison_id_is_zero (told->other));
}

static void
overlap_cb (const LiaisonOverlap *overlap,
            gpointer              data)
{
  const Look *look = data;
  LiaisonReview *review = look->review;

  if (!liaison_review_may_list (review))
    return;
  const LiaisonBlock *event = liaison_review_get_used_by (review, overlap->event)->block;
  LiaisonId id = look->pool->resource->id;
  Told told = { overlap, choose_sentence (overlap), event->id };
  if (overlap->other != LIAISON_NO_PLACE)
    told.other = liaison_review_get_used_by (review, overlap->other)->block->id;
  if (liaison_review_keep (review, is_told, &told))
    return;
  LiaisonFinding *finding = liaison_review_add (review, event, "start", told.sentence);
  liaison_finding_take_operand (finding, liaison_operand_record ("resource", id));
  liaison_finding_take_operand (finding, liaison_operand_integer ("asked", overlap->asked));
  liaison_finding_take_operand (finding, liaison_operand_integer ("capacity", overlap->capacity));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("start", overlap->start));
  liaison_finding_take_operand (finding, liaison_operand_seconds_at ("end", overlap->end));
  if (overlap->other != LIAISON_NO_PLACE)
    {
      liaison_finding_add_record (finding, told.other);
      liaison_finding_take_operand (finding, liaison_operand_record ("other", told.other));
    }
  /* The site stands in both events already; who else is double booked is concerned by it. */
  if (review->rule != &liaison_rule_site_overbooked)
    liaison_finding_add_record (finding, id);
}

static void
look_at_pool (LiaisonReview           *review,
              const LiaisonReviewPool *pool, gpointer data)
{
  Look look = { review, pool };

  liaison_conflicts_sweep (pool->uses, pool->n, 0, liaison_resource_get_capacity (pool->resource), overlap_cb, &look);
}

static void
look_at (LiaisonReview      *review,
         const LiaisonBlock *resource)
{
  liaison_review_foreach_pool (review, resource, look_at_pool, NULL);
}

const LiaisonRule liaison_rule_site_overbooked = {
  "site-overbooked", LIAISON_SEVERITY_ERROR, N_("Sites used twice at one time"),
  N_("More events stand in the site at one time than it can take. Move one of them, or say how many it can take at once."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (SITE), .follows_conflicts = TRUE, .fix = liaison_overbooked_fix
};

const LiaisonRule liaison_rule_participant_overbooked = {
  "participant-overbooked", LIAISON_SEVERITY_ERROR, N_("Participants at two events at once"),
  N_("A person or unit is asked to be at several events at one time. Move one of them, send somebody else, or say at how "
     "many events it can be at once."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (PARTICIPANT), .follows_conflicts = TRUE, .fix = liaison_overbooked_fix
};

const LiaisonRule liaison_rule_post_overbooked = {
  "post-overbooked", LIAISON_SEVERITY_ERROR, N_("Liaison posts at two events at once"),
  N_("A liaison post is asked to be at more events at one time than it has people on a shift. Move one of them, or add "
     "people to the shift."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (POST), .follows_conflicts = TRUE, .fix = liaison_overbooked_fix
};

const LiaisonRule liaison_rule_channel_overbooked = {
  "channel-overbooked", LIAISON_SEVERITY_WARNING, N_("Channels with too many users at once"),
  N_("More events use the channel at one time than it can carry. Move one of them, or use another channel."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (CHANNEL), .follows_conflicts = TRUE, .fix = liaison_overbooked_fix
};
