/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/event.h"
#include "review/rules/presence.h"
#include "review/rules/schedule-move.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

static gint64
known (gint64 duration)
{
  return duration != LIAISON_DURATION_UNSET ? duration : 0;
}

/* How long after its end the maker has the input ready: the output of the same product, else its slowest if it has but one. */
static gint64
get_delay (const LiaisonBlock *maker, LiaisonId product)
{
  const LiaisonItems *outputs = LIAISON_DATA (Event, maker)->outputs;
  guint n = liaison_items_get_size (outputs);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventOutputData *output = LIAISON_DATA (EventOutput, liaison_items_get (outputs, i));
      if (n == 1 || (!liaison_id_is_zero (product) && liaison_id_same (output->product, product)))
        return known (output->after);
    }
  return 0;
}

/* The first occurrence is the first time that anything can be ready. */
static gboolean
take_end_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  *(gint64 *) data = occurrence->end;
  return FALSE;
}

static void
look_at_input (LiaisonReview *review, const LiaisonScheduledEvent *event, const LiaisonEventInputData *input)
{
  const LiaisonBlock *maker = liaison_review_find (review, input->event, &liaison_event_kind);
  gint64 ready = G_MININT64, needed = event->start - known (input->before);

  if (maker == NULL || maker == event->block)
    return;
  liaison_recurrence_foreach (&review->lookup, maker, G_MININT32, G_MAXUINT32, take_end_cb, &ready);
  if (ready == G_MININT64)
    return;
  ready += get_delay (maker, input->product);
  if (ready <= needed || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (
      review, event->block, "inputs",
      N_ ("“{record}” needs what “{other}” makes {duration} before it is there."));
  liaison_finding_add_record (finding, maker->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("other", maker->id));
  liaison_finding_take_operand (finding, liaison_operand_duration ("duration", ready - needed));
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonItems *inputs = LIAISON_DATA (Event, block)->inputs;
  const LiaisonScheduledEvent *event = inputs != NULL ? liaison_review_get_event (review, block) : NULL;

  for (guint i = 0; event != NULL && i < liaison_items_get_size (inputs); i++)
    look_at_input (review, event, LIAISON_DATA (EventInput, liaison_items_get (inputs, i)));
}

static void
fix (LiaisonReview *review, LiaisonFinding *finding)
{
  liaison_schedule_fix (review, finding, FALSE, liaison_fix_find_operand (finding, "duration")->value.seconds,
                        N_ ("Move it to when its input is there"));
}

const LiaisonRule liaison_rule_input_too_late = {
  "input-too-late", LIAISON_SEVERITY_WARNING, N_ ("Inputs that come too late"),
  N_ ("A board or meeting needs something that another makes only later. Change the order, or the day of the battle rhythm that "
      "the input is taken from."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (EVENT), .reach = LIAISON_TARGET (EVENT), .fix = fix
};
