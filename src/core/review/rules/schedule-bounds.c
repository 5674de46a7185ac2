/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/stage.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "schedule/bookings.h"
#include "schedule/event-bounds.h"

#include <glib/gi18n-lib.h>

static gboolean
is_outside (const LiaisonScheduledEvent *event,
            const LiaisonBounds                *bounds)
{
  return event->start < bounds->start || event->end > bounds->end;
}

/* By how many s an event oversteps one of the ends, and which. */
static LiaisonFinding *
tell (LiaisonReview               *review,
      const LiaisonScheduledEvent *event,
      const LiaisonBounds         *bounds,
      gboolean                     later,
      const char *const            sentences[4])
{
  gboolean is_early = event->start < bounds->start;
  LiaisonFinding *finding
      = liaison_review_add (review, event->block, "start", sentences[(later ? 2 : 0) + (is_early ? 0 : 1)]);

  liaison_finding_take_operand (
      finding, liaison_operand_duration ("duration", is_early ? bounds->start - event->start : event->end - bounds->end));
  liaison_review_tell_occasion (finding, event, later);
  return finding;
}

/* The first one that lies outside. */
static gboolean
exercise_cb (LiaisonReview               *review,
             const LiaisonScheduledEvent *event,
             LiaisonId                    site,
             gboolean                     later,
             gpointer                     data)
{
  static const char *const sentences[]
      = { N_("“{record}” belongs to the conduct of the exercise and begins {duration} before STARTEX."),
          N_("“{record}” belongs to the conduct of the exercise and ends {duration} after ENDEX."),
          N_("“{record}” belongs to the conduct of the exercise; at {time} it begins {duration} before STARTEX."),
          N_("“{record}” belongs to the conduct of the exercise; from {time} it ends {duration} after ENDEX.") };

  if (!is_outside (event, data))
    return TRUE;
  if (liaison_review_may_list (review))
    tell (review, event, data, later, sentences);
  return FALSE;
}

static void
look_at_exercise (LiaisonReview      *review,
                  const LiaisonBlock *block)
{
  const LiaisonBounds *exercise = review->state;
  const LiaisonScheduledEvent *event = liaison_review_get_event (review, block);

  if (event != NULL && liaison_bounds_is_conduct (&review->lookup, block, exercise))
    liaison_review_foreach_occasion (review, event, exercise_cb, (gpointer) exercise);
}

/* A stage, and when it is. */
typedef struct
{
  const LiaisonBlock *block;
  LiaisonBounds bounds;
  gboolean conduct; /* the event is part of the conduct */
} Stage;

/* What already lies outside the exercise is not said to lie outside its stage too. */
static gboolean
stage_cb (LiaisonReview               *review,
          const LiaisonScheduledEvent *event,
          LiaisonId                    site,
          gboolean                     later,
          gpointer                     data)
{
  static const char *const sentences[]
      = { N_("“{record}” begins {duration} before its stage “{stage}”."),
          N_("“{record}” ends {duration} after its stage “{stage}”."),
          N_("“{record}”, at {time}, begins {duration} before its stage “{stage}”."),
          N_("“{record}”, from {time}, ends {duration} after its stage “{stage}”.") };
  const Stage *stage = data;

  if (!is_outside (event, &stage->bounds) || (stage->conduct && is_outside (event, review->state)))
    return TRUE;
  if (!liaison_review_may_list (review))
    return FALSE;
  LiaisonFinding *finding = tell (review, event, &stage->bounds, later, sentences);
  liaison_finding_add_record (finding, stage->block->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("stage", stage->block->id));
  return FALSE;
}

static void
look_at_stage (LiaisonReview      *review,
               const LiaisonBlock *block)
{
  Stage stage = { .block = liaison_bounds_get_stage (&review->lookup, block) };
  const LiaisonScheduledEvent *event = stage.block != NULL ? liaison_review_get_event (review, block) : NULL;

  if (event == NULL)
    return;
  stage.bounds = liaison_bounds_of (&review->lookup, stage.block);
  stage.conduct = liaison_bounds_is_conduct (&review->lookup, block, review->state);
  liaison_review_foreach_occasion (review, event, stage_cb, &stage);
}

/* Names and products of a stage say nothing of when it is. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  for (guint i = 0; i < before->shape->n_fields; i++)
    {
      LiaisonFieldType type = before->shape->fields[i].type;
      if (type != LIAISON_FIELD_TEXT && type != LIAISON_FIELD_STRING && type != LIAISON_FIELD_ITEMS
          && type != LIAISON_FIELD_REFERENCES && liaison_review_differs (before, after, i))
        return TRUE;
    }
  return FALSE;
}

static gpointer
get_exercise (LiaisonReview *review)
{
  LiaisonBounds bounds = liaison_bounds_of (&review->lookup, liaison_snapshot_get_exercise (review->snapshot));

  return g_memdup2 (&bounds, sizeof bounds);
}

/* Into the bounds, from the side on which it oversteps them; a series is for people. */
static void
fix_into (LiaisonReview *review, LiaisonFinding *finding, LiaisonBounds bounds, const char *label)
{
  const LiaisonScheduledEvent *event = liaison_fix_find_event (review, finding);
  gint64 by = liaison_fix_find_operand (finding, "duration")->value.seconds;

  if (event == NULL || liaison_fix_find_operand (finding, "time") != NULL || event->end - event->start > bounds.end - bounds.start)
    return;
  if (event->start < bounds.start)
    liaison_schedule_fix (review, finding, FALSE, by, label);
  else
    liaison_schedule_fix_earlier (review, finding, by, label);
}

static void
fix_exercise (LiaisonReview *review, LiaisonFinding *finding)
{
  fix_into (review, finding, liaison_bounds_of (&review->lookup, liaison_snapshot_get_exercise (review->snapshot)),
            N_ ("Move it to between STARTEX and ENDEX"));
}

static void
fix_stage (LiaisonReview *review, LiaisonFinding *finding)
{
  const LiaisonBlock *stage = liaison_review_find (review, finding->records[1], &liaison_stage_kind);

  if (stage != NULL)
    fix_into (review, finding, liaison_bounds_of (&review->lookup, stage), N_ ("Move it into its stage"));
}

const LiaisonRule liaison_rule_outside_exercise = {
  "outside-exercise", LIAISON_SEVERITY_ERROR, N_("Outside STARTEX and ENDEX"),
  N_("An event of the conduct of the exercise lies before STARTEX or after ENDEX. Move it, or put it into another stage."),
  NULL,
  .look = look_at_exercise, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (STAGE), .matters = matters, .prepare = get_exercise, .forget = g_free,
  .fix = fix_exercise
};

const LiaisonRule liaison_rule_outside_stage = {
  "outside-stage", LIAISON_SEVERITY_WARNING, N_("Outside their planning stage"),
  N_("An event lies before or after the stage that it belongs to. Move it, or put it into another stage."),
  NULL,
  .look = look_at_stage, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (STAGE), .matters = matters, .prepare = get_exercise, .forget = g_free,
  .fix = fix_stage
};
