/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/test-planning.h"

#include "arrangements/days.h"
#include "record/kinds/event.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>

#define DAY         86400
#define SHORTEST    (15 * 60)
#define MOST_ROUNDS 4000

static const char *const rules[] = {
  [LIAISON_RHYTHM_ONCE] = NULL,
  [LIAISON_RHYTHM_DAILY] = "FREQ=DAILY",
  [LIAISON_RHYTHM_WORKING_DAYS] = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR",
  [LIAISON_RHYTHM_TWICE_DAILY] = "FREQ=HOURLY;INTERVAL=12",
  [LIAISON_RHYTHM_FOUR_TIMES] = "FREQ=HOURLY;INTERVAL=6",
  [LIAISON_RHYTHM_WEEKLY] = "FREQ=WEEKLY",
};

/* Monday is 4 days after 1970-01-01, a Thursday. */
static gboolean
is_weekend (gint32 day)
{
  return ((day + 3) % 7 + 7) % 7 >= 5;
}

/* The day of the first round: with working days, the first of them. */
static gint32
find_first (const LiaisonTestPlanning *self)
{
  gint32 first = self->first;

  while (self->rhythm == LIAISON_RHYTHM_WORKING_DAYS && first <= self->last && is_weekend (first))
    first++;
  return first;
}

guint
liaison_test_planning_count (const LiaisonTestPlanning *self)
{
  gint64 days = (gint64) self->last - find_first (self) + 1;
  guint n = 0;

  if (days <= 0 || self->n_channels == 0)
    return 0;
  switch (self->rhythm)
    {
    case LIAISON_RHYTHM_ONCE:
      return 1;
    case LIAISON_RHYTHM_WEEKLY:
      return (guint) MIN ((days + 6) / 7, MOST_ROUNDS);
    case LIAISON_RHYTHM_WORKING_DAYS:
      for (gint32 day = find_first (self); day <= self->last && n < MOST_ROUNDS; day++)
        n += !is_weekend (day);
      return n;
    case LIAISON_RHYTHM_TWICE_DAILY:
    case LIAISON_RHYTHM_FOUR_TIMES:
      {
        gint64 step = self->rhythm == LIAISON_RHYTHM_TWICE_DAILY ? 12 * 3600 : 6 * 3600;
        return (guint) MIN ((days * DAY - self->time + step - 1) / step, MOST_ROUNDS);
      }
    case LIAISON_RHYTHM_DAILY:
    default:
      return (guint) MIN (days, MOST_ROUNDS);
    }
}

/* A clock time on a day, @after s later, hung on STARTEX where that is wished for. */
static LiaisonInstant
make_instant (const LiaisonTestPlanning *self, const LiaisonLookup *lookup, gint64 after)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (lookup);
  gint64 wall = (gint64) find_first (self) * DAY + self->time + after, startex;
  gint32 day = (gint32) (wall / DAY - (wall % DAY < 0));
  LiaisonInstant instant = { 0 };

  if (self->with_startex
      && liaison_times_get_start (lookup, exercise, &startex) == LIAISON_TIME_KNOWN)
    {
      instant.form = LIAISON_INSTANT_CLOCK;
      instant.edge = LIAISON_ANCHOR_STARTEX;
      instant.zone = self->zone != NULL ? g_intern_string (self->zone) : NULL;
      instant.seconds = wall - (gint64) day * DAY;
      instant.days = day - liaison_day_of (self->zone, startex);
    }
  else
    liaison_instant_from_unix (liaison_recurrence_from_wall (self->zone, wall), self->zone,
                               &instant);
  return instant;
}

static GRefString *
make_rule (const LiaisonTestPlanning *self)
{
  guint n = liaison_test_planning_count (self);
  g_autofree char *rule = NULL;

  if (rules[self->rhythm] == NULL || n < 2)
    return NULL;
  rule = g_strdup_printf ("%s;COUNT=%u", rules[self->rhythm], n);
  return g_ref_string_new (rule);
}

static void
fill_event (const LiaisonTestPlanning *self, const LiaisonLookup *lookup, LiaisonEventData *event)
{
  event->title = liaison_text_new (g_intern_string (self->language), self->title);
  event->type = LIAISON_EVENT_TYPE_COMMUNICATIONS_CHECK;
  event->area = LIAISON_FUNCTIONAL_AREA_COMMUNICATIONS;
  event->status = LIAISON_EVENT_STATUS_CONFIRMED;
  event->start = make_instant (self, lookup, 0);
  event->duration = MAX (SHORTEST, self->spacing * self->n_channels);
  event->rule = make_rule (self);
  event->any_hour = TRUE;
  event->channels = liaison_ids_new (self->channels, self->n_channels);
}

LiaisonProposal *
liaison_test_planning_propose (const LiaisonTestPlanning *self,
                               const LiaisonSnapshot *snapshot,
                               gint64 now,
                               LiaisonBlock *event)
{
  g_autoptr (LiaisonBlock) taken = event;
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  LiaisonProposal *proposal;

  if (liaison_test_planning_count (self) == 0)
    return NULL;
  fill_event (self, &lookup, (LiaisonEventData *) event);
  proposal = liaison_proposal_new (N_ ("Plan tests of {count} circuits"));
  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", self->n_channels));
  liaison_proposal_add_record (proposal, event);
  for (guint i = 0; i < self->n_channels; i++)
    {
      LiaisonTestPlanData *plan =
          (gpointer) liaison_block_new (&liaison_test_plan_shape, liaison_id_new (now));
      LiaisonSlot slot = liaison_slot_item (self->channels[i], LIAISON_FIELD (Channel, tests),
                                            plan->block.id);

      plan->start = make_instant (self, &lookup, self->spacing * i);
      plan->rule = make_rule (self);
      plan->grace = self->grace;
      liaison_proposal_take (proposal, &liaison_channel_kind, &slot,
                             liaison_value_block (&plan->block));
      liaison_block_unref (&plan->block);
    }
  return proposal;
}
