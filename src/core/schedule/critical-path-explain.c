/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why an event is where it is, and what it holds up: sentences for the panel beside it. */
#include "config.h"

#include "schedule/conflicts.h"
#include "schedule/critical-path-private.h"

#include "record/operand.h"

#include <glib/gi18n-lib.h>

/* That an event could begin so much earlier is not looked at more closely. */
#define MOMENT 60

static void
clear_hold (gpointer data)
{
  g_clear_pointer (&((LiaisonHold *) data)->operands, g_array_unref);
}

static GArray *
new_holds (void)
{
  GArray *holds = g_array_new (FALSE, TRUE, sizeof (LiaisonHold));

  g_array_set_clear_func (holds, clear_hold);
  return holds;
}

static LiaisonHold *
add_hold (GArray *holds, LiaisonHoldKind kind, const char *sentence)
{
  LiaisonHold hold = { .kind = kind, .sentence = sentence, .operands = liaison_operands_new () };

  g_array_append_val (holds, hold);
  return &g_array_index (holds, LiaisonHold, holds->len - 1);
}

static void
take_operand (LiaisonHold *hold, LiaisonOperand operand)
{
  g_array_append_val (hold->operands, operand);
}

static void
name_other (LiaisonHold *hold, LiaisonId other)
{
  hold->other = other;
  take_operand (hold, liaison_operand_record ("other", other));
}

/* By edge of the anchor: at it, after it, before it, at a clock time. */
static const char *const anchor_sentences[][4] = {
  [LIAISON_ANCHOR_STARTEX]
  = { N_("It begins at STARTEX, and moves with it."),
      N_("It begins {duration} after STARTEX, and moves with it."),
      N_("It begins {duration} before STARTEX, and moves with it."),
      N_("It begins at a clock time of a day counted from STARTEX, and moves with it.") },
  [LIAISON_ANCHOR_ENDEX]
  = { N_("It begins at ENDEX, and moves with it."),
      N_("It begins {duration} after ENDEX, and moves with it."),
      N_("It begins {duration} before ENDEX, and moves with it."),
      N_("It begins at a clock time of a day counted from ENDEX, and moves with it.") },
  [LIAISON_ANCHOR_START]
  = { N_("It begins when “{other}” begins, and moves with it."),
      N_("It begins {duration} after “{other}” begins, and moves with it."),
      N_("It begins {duration} before “{other}” begins, and moves with it."),
      N_("It begins at a clock time of a day counted from the start of “{other}”.") },
  [LIAISON_ANCHOR_END]
  = { N_("It begins when “{other}” ends, and moves with it."),
      N_("It begins {duration} after “{other}” ends, and moves with it."),
      N_("It begins {duration} before “{other}” ends, and moves with it."),
      N_("It begins at a clock time of a day counted from the end of “{other}”.") },
};

static void
explain_anchor (const LiaisonInstant *start, GArray *holds)
{
  guint form = start->seconds == 0 ? 0 : start->seconds > 0 ? 1 : 2;
  LiaisonHold *hold;

  if (start->form <= LIAISON_INSTANT_FIXED)
    return;
  if (start->form == LIAISON_INSTANT_CLOCK)
    form = 3;
  hold = add_hold (holds, LIAISON_HOLD_ANCHOR, anchor_sentences[start->edge][form]);
  take_operand (hold, liaison_operand_duration ("duration", ABS (start->seconds)));
  if (start->edge == LIAISON_ANCHOR_START || start->edge == LIAISON_ANCHOR_END)
    name_other (hold, liaison_anchor_get_id (start->anchor));
}

/* By type: without lag, with one, with a lead, and broken. */
static const char *const tie_sentences[][4] = {
  [LIAISON_DEPENDENCY_TYPE_FINISH_START]
  = { N_("It waits for the end of “{other}”."),
      N_("It waits until {duration} after the end of “{other}”."),
      N_("It waits until {duration} before the end of “{other}”."),
      N_("It begins {delay} too early: it depends on the end of “{other}”.") },
  [LIAISON_DEPENDENCY_TYPE_START_START]
  = { N_("It waits for the beginning of “{other}”."),
      N_("It waits until {duration} after the beginning of “{other}”."),
      N_("It waits until {duration} before the beginning of “{other}”."),
      N_("It begins {delay} too early: it depends on the beginning of “{other}”.") },
  [LIAISON_DEPENDENCY_TYPE_FINISH_FINISH]
  = { N_("It may not end before “{other}” ends."),
      N_("It may not end until {duration} after the end of “{other}”."),
      N_("It may not end until {duration} before the end of “{other}”."),
      N_("It ends {delay} too early: it depends on the end of “{other}”.") },
  [LIAISON_DEPENDENCY_TYPE_START_FINISH]
  = { N_("It may not end before “{other}” begins."),
      N_("It may not end until {duration} after the beginning of “{other}”."),
      N_("It may not end until {duration} before the beginning of “{other}”."),
      N_("It ends {delay} too early: it depends on the beginning of “{other}”.") },
};

static const char *const held_sentences[] = {
  [LIAISON_DEPENDENCY_TYPE_FINISH_START] = N_("“{other}” waits for its end."),
  [LIAISON_DEPENDENCY_TYPE_START_START] = N_("“{other}” waits for its beginning."),
  [LIAISON_DEPENDENCY_TYPE_FINISH_FINISH] = N_("“{other}” waits for its end to end itself."),
  [LIAISON_DEPENDENCY_TYPE_START_FINISH] = N_("“{other}” waits for its beginning to end itself."),
};

/* By how much the successor stands too early; negative: what room there is between them. */
static gint64
get_delay (const LiaisonCriticalPath *self, const LiaisonTie *tie)
{
  LiaisonLink link = { tie->successor, tie->predecessor, tie->type, tie->lag };

  return liaison_conflicts_get_delay (self->bookings, &link);
}

static void
explain_ties (const LiaisonCriticalPath *self, guint event, GArray *holds)
{
  for (guint k = self->first_before[event]; k < self->first_before[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->before[k]);
      const LiaisonTiming *before = &self->timings[tie->predecessor];
      gint64 delay = before->placed ? get_delay (self, tie) : 0;
      guint form = delay > 0 ? 3 : tie->lag == 0 ? 0 : tie->lag > 0 ? 1 : 2;

      if (tie->anchor || tie->circular || delay < 0 || (!before->placed && !tie->driving))
        continue;
      LiaisonHold *hold = add_hold (holds, LIAISON_HOLD_TIE, tie_sentences[tie->type][form]);
      take_operand (hold, liaison_operand_duration ("duration", ABS (tie->lag)));
      take_operand (hold, liaison_operand_duration ("delay", delay));
      name_other (hold, self->events[tie->predecessor].block->id);
    }
}

static void
explain_circles (const LiaisonCriticalPath *self, guint event, GArray *holds)
{
  for (guint k = self->first_before[event]; k < self->first_before[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->before[k]);
      if (!tie->circular)
        continue;
      LiaisonHold *hold = add_hold (holds, LIAISON_HOLD_CIRCLE,
                                    N_("It waits for “{other}”, which waits for it in turn."));
      name_other (hold, self->events[tie->predecessor].block->id);
    }
}

/* The use of the pool by the event, and how much others take of it at one time. */
static const LiaisonUse *
find_use (const LiaisonCriticalPath *self, guint pool, guint event)
{
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pool, &n);

  for (guint i = 0; i < n; i++)
    if (uses[i].event == event)
      return &uses[i];
  return NULL;
}

static guint64
get_taken (const LiaisonCriticalPath *self, guint pool, guint event, gint64 time)
{
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pool, &n);
  guint64 taken = 0;

  for (guint i = 0; i < n && uses[i].start <= time; i++)
    if (uses[i].end > time && uses[i].event != event)
      taken += uses[i].amount;
  return taken;
}

static void
explain_pool (const LiaisonCriticalPath *self, guint event, guint pool, gboolean held,
              GArray *holds)
{
  guint n, resource = liaison_bookings_get_pool_resource (self->bookings, pool);
  guint capacity = liaison_bookings_get_capacity (self->bookings, resource);
  const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pool, &n);
  const LiaisonUse *use = find_use (self, pool, event);

  if (use == NULL || capacity == LIAISON_CAPACITY_UNLIMITED
      || get_taken (self, pool, event, held ? use->end : use->start - 1) + use->amount <= capacity)
    return;
  for (guint i = 0; i < n; i++)
    {
      if (uses[i].event == event
          || (held ? uses[i].start != use->end : uses[i].end != use->start))
        continue;
      LiaisonHold *hold = add_hold (holds, LIAISON_HOLD_RESOURCE,
                                    held ? N_("“{other}” takes “{resource}” next.")
                                         : N_("“{other}” has “{resource}” until then."));
      take_operand (hold,
                    liaison_operand_record (
                        "resource", liaison_bookings_get_resource (self->bookings, resource)->id));
      name_other (hold, self->events[uses[i].event].block->id);
    }
}

static void
explain_resources (const LiaisonCriticalPath *self, guint event, gboolean held, GArray *holds)
{
  guint n;
  const guint *pools = liaison_bookings_get_pools_of (self->bookings, event, &n);

  for (guint i = 0; i < n; i++)
    explain_pool (self, event, pools[i], held, holds);
}

static void
explain_limits (const LiaisonCriticalPath *self, guint event, GArray *holds)
{
  const LiaisonScheduledEvent *scheduled = &self->events[event];
  const LiaisonEventData *data = LIAISON_DATA (Event, scheduled->block);
  const LiaisonAllowedTimes *allowed = self->allowed;
  gint64 time, before = scheduled->start - MOMENT;

  if (critical_path_resolve (self, &data->not_before, &time) && scheduled->start <= time)
    take_operand (add_hold (holds, LIAISON_HOLD_NOT_BEFORE,
                            N_("It may not begin before {time}.")),
                  liaison_operand_seconds_at ("time", time));
  if (critical_path_resolve (self, &data->deadline, &time) && scheduled->end >= time)
    take_operand (add_hold (holds, LIAISON_HOLD_DEADLINE, N_("It must have ended by {time}.")),
                  liaison_operand_seconds_at ("time", time));
  time = before;
  if (allowed != NULL && allowed->find_last != NULL
      && allowed->find_last (allowed->data, event, &time) && time < before)
    add_hold (holds, LIAISON_HOLD_CALENDAR,
              N_("Until then its site is closed or those who take part do not work."));
}

static void
explain_nothing (const LiaisonCriticalPath *self, guint event, GArray *holds)
{
  const LiaisonTiming *timing = &self->timings[event];
  gint64 room = G_MAXINT64;

  if (!timing->placed)
    {
      take_operand (add_hold (holds, LIAISON_HOLD_NOTHING,
                              N_("It has no time yet; it could begin at {time}.")),
                    liaison_operand_seconds_at ("time", timing->earliest_start));
      return;
    }
  for (guint k = self->first_before[event]; k < self->first_before[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->before[k]);
      if (!tie->circular && self->timings[tie->predecessor].placed)
        room = MIN (room, -get_delay (self, tie));
    }
  if (room == G_MAXINT64)
    add_hold (holds, LIAISON_HOLD_NOTHING, N_("Nothing holds it: it stands where it was put."));
  else
    take_operand (add_hold (holds, LIAISON_HOLD_NOTHING,
                            N_("It stands where it was put; what it depends on would let it begin "
                               "{duration} earlier.")),
                  liaison_operand_duration ("duration", room));
}

GArray *
liaison_critical_path_explain (const LiaisonCriticalPath *self, guint event)
{
  GArray *holds = new_holds ();
  const LiaisonTiming *timing = &self->timings[event];

  if (!timing->takes_part)
    return holds;
  const LiaisonEventData *data = LIAISON_DATA (Event, self->events[event].block);
  explain_circles (self, event, holds);
  if (data->locked && timing->placed)
    add_hold (holds, LIAISON_HOLD_LOCK, N_("It is locked."));
  explain_anchor (&data->start, holds);
  explain_ties (self, event, holds);
  if (timing->placed)
    {
      explain_resources (self, event, FALSE, holds);
      explain_limits (self, event, holds);
    }
  if (holds->len == 0 || !timing->placed)
    explain_nothing (self, event, holds);
  return holds;
}

GArray *
liaison_critical_path_explain_held (const LiaisonCriticalPath *self, guint event)
{
  GArray *holds = new_holds ();

  if (!self->timings[event].takes_part)
    return holds;
  for (guint k = self->first_after[event]; k < self->first_after[event + 1]; k++)
    {
      const LiaisonTie *tie = critical_path_tie (self, self->after[k]);
      const LiaisonTiming *after = &self->timings[tie->successor];
      gboolean both = after->placed && self->timings[event].placed;

      if (!tie->anchor && both ? get_delay (self, tie) < 0 : !tie->anchor && !tie->driving)
        continue;
      LiaisonHold *hold
          = add_hold (holds, tie->anchor ? LIAISON_HOLD_ANCHOR : LIAISON_HOLD_TIE,
                      tie->anchor ? N_("“{other}” moves with it.") : held_sentences[tie->type]);
      name_other (hold, self->events[tie->successor].block->id);
    }
  if (self->timings[event].placed)
    explain_resources (self, event, TRUE, holds);
  return holds;
}
