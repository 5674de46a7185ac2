/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/stage.h"
#include "record/times.h"
#include "schedule/bookings.h"

#include <glib/gi18n-lib.h>

/* A time with two ends, either of which may be open. */
typedef struct
{
  gint64 start, end; /* Unix s */
} Bounds;

static Bounds
get_bounds (LiaisonReview      *review,
            const LiaisonBlock *block)
{
  Bounds bounds;

  if (liaison_times_get_start (&review->lookup, block, &bounds.start) != LIAISON_TIME_KNOWN)
    bounds.start = G_MININT64;
  if (!liaison_block_field_is_set (block, liaison_shape_find_flagged (block->shape, LIAISON_FIELD_END))
      || liaison_times_get_end (&review->lookup, block, &bounds.end) != LIAISON_TIME_KNOWN)
    bounds.end = G_MAXINT64;
  return bounds;
}

static const LiaisonBlock *
get_stage (LiaisonReview      *review,
           const LiaisonBlock *event)
{
  LiaisonId id = LIAISON_DATA (Event, event)->stage;
  const LiaisonBlock *stage = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (review->snapshot, id);

  return stage != NULL && stage->shape == &liaison_stage_kind.shape ? stage : NULL;
}

/* Whether the event is part of the exercise's conduct: its stage is one of conduct that lies between STARTEX and ENDEX
 * (deployment and redeployment are conduct to some stage sets, and lie around them), or it is a training serial of no
 * stage. Conferences and all that prepares them lie before. */
static gboolean
is_conduct (LiaisonReview      *review,
            const LiaisonBlock *event,
            const Bounds       *exercise)
{
  const LiaisonBlock *stage = get_stage (review, event);

  if (stage == NULL)
    return liaison_id_is_zero (LIAISON_DATA (Event, event)->stage)
           && LIAISON_DATA (Event, event)->type == LIAISON_EVENT_TYPE_TRAINING_SERIAL;
  if (LIAISON_DATA (Stage, stage)->phase != LIAISON_STAGE_PHASE_CONDUCT)
    return FALSE;
  Bounds bounds = get_bounds (review, stage);
  return bounds.start >= exercise->start && bounds.end <= exercise->end;
}

static gboolean
is_outside (const LiaisonScheduledEvent *event,
            const Bounds                *bounds)
{
  return event->start < bounds->start || event->end > bounds->end;
}

/* Files the finding with the sentence for the end that is overstepped. */
static LiaisonFinding *
tell (LiaisonReview               *review,
      const LiaisonScheduledEvent *event,
      const Bounds                *bounds,
      const char                  *early,
      const char                  *late)
{
  gboolean is_early = event->start < bounds->start;
  LiaisonFinding *finding = liaison_review_add (review, event->block, "start", is_early ? early : late);

  liaison_finding_take_operand (
      finding, liaison_operand_duration ("duration", is_early ? bounds->start - event->start : event->end - bounds->end));
  return finding;
}

static void
look_at_exercise (LiaisonReview               *review,
                  const LiaisonScheduledEvent *event,
                  const Bounds                *exercise)
{
  if (is_outside (event, exercise) && is_conduct (review, event->block, exercise) && liaison_review_may_list (review))
    tell (review, event, exercise,
          N_("“{record}” belongs to the conduct of the exercise and begins {duration} before STARTEX."),
          N_("“{record}” belongs to the conduct of the exercise and ends {duration} after ENDEX."));
}

/* What already lies outside the exercise is not said to lie outside its stage too. */
static void
look_at_stage (LiaisonReview               *review,
               const LiaisonScheduledEvent *event,
               const Bounds                *exercise)
{
  const LiaisonBlock *stage = get_stage (review, event->block);

  if (stage == NULL)
    return;
  Bounds bounds = get_bounds (review, stage);
  if (!is_outside (event, &bounds)
      || (is_outside (event, exercise) && is_conduct (review, event->block, exercise))
      || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = tell (review, event, &bounds, N_("“{record}” begins {duration} before its stage “{stage}”."),
                                  N_("“{record}” ends {duration} after its stage “{stage}”."));
  liaison_finding_add_record (finding, stage->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("stage", stage->id));
}

static void
look (LiaisonReview *review,
      void (*look_at) (LiaisonReview *review, const LiaisonScheduledEvent *event, const Bounds *exercise))
{
  Bounds exercise = get_bounds (review, liaison_snapshot_get_exercise (review->snapshot));
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (liaison_review_get_bookings (review), &n);

  for (guint i = 0; i < n; i++)
    if (events[i].occurs)
      look_at (review, &events[i], &exercise);
}

static void
look_outside_exercise (LiaisonReview *review)
{
  look (review, look_at_exercise);
}

static void
look_outside_stage (LiaisonReview *review)
{
  look (review, look_at_stage);
}

const LiaisonRule liaison_rule_outside_exercise = {
  "outside-exercise", LIAISON_SEVERITY_ERROR, N_("Outside STARTEX and ENDEX"),
  N_("An event of the conduct of the exercise lies before STARTEX or after ENDEX. Move it, or put it into another stage."),
  look_outside_exercise
};

const LiaisonRule liaison_rule_outside_stage = {
  "outside-stage", LIAISON_SEVERITY_WARNING, N_("Outside their planning stage"),
  N_("An event lies before or after the stage that it belongs to. Move it, or put it into another stage."),
  look_outside_stage
};
