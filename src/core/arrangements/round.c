/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/round.h"

#include "arrangements/circuits.h"
#include "arrangements/days.h"
#include "record/kinds/event.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#define DAY 86400

typedef struct
{
  LiaisonRound *round;
  LiaisonLookup lookup;
  gint64 from, until, now;
  gint64 grace;                /* of the plan that is looked at */
  const LiaisonBlock *channel; /* that is looked at, or NULL */
  const LiaisonBlock *event;
  GHashTable *known; /* ids of channels that have a line */
} Work;

/* Whether @time is no longer to come and nobody has entered anything for so long. */
static gboolean
is_overdue (const Work *work, gint64 time)
{
  return time + work->grace < work->now;
}

static void
add_line (Work *work, const LiaisonBlock *channel, gint64 time)
{
  LiaisonRoundLine line = { .channel = channel,
                            .time = time,
                            .event = work->event,
                            .from = LIAISON_DATA (Channel, channel)->from,
                            .to = LIAISON_DATA (Channel, channel)->to };
  g_autoptr (GArray) stations = liaison_channel_list_stations (channel);

  if (liaison_id_is_zero (line.from) && stations->len > 0)
    line.from = g_array_index (stations, LiaisonId, 0);
  if (liaison_id_is_zero (line.to) && stations->len > 1)
    line.to = g_array_index (stations, LiaisonId, 1);
  line.overdue = time != G_MAXINT64 && is_overdue (work, time);
  g_array_append_val (work->round->lines, line);
  g_hash_table_add (work->known, (gpointer) &channel->id);
}

static gboolean
plan_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Work *work = data;

  if (occurrence->start >= work->from && occurrence->start < work->until)
    add_line (work, work->channel, occurrence->start);
  return TRUE;
}

static void
add_plans (Work *work)
{
  guint n;
  const LiaisonBlock *const *channels =
      liaison_snapshot_get (work->round->snapshot, LIAISON_KIND_CHANNEL, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonChannelData *channel = LIAISON_DATA (Channel, channels[i]);

      if (channel->status == LIAISON_CHANNEL_STATUS_CLOSED)
        continue;
      work->channel = channels[i];
      for (guint j = 0; j < liaison_items_get_size (channel->tests); j++)
        {
          const LiaisonTestPlanData *plan =
              LIAISON_DATA (TestPlan, liaison_items_get (channel->tests, j));

          work->grace = plan->grace != LIAISON_DURATION_UNSET ? plan->grace : LIAISON_TEST_GRACE;
          liaison_recurrence_foreach (&work->lookup, &plan->block, work->from, work->until, plan_cb,
                                      work);
        }
    }
  work->grace = LIAISON_TEST_GRACE;
}

/* Tests */

static gboolean
find_time (const Work *work, const LiaisonBlock *block, gint64 *time)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);

  return liaison_times_resolve (&work->lookup, &test->start, time, NULL) == LIAISON_TIME_KNOWN
         || liaison_times_resolve (&work->lookup, &test->made, time, NULL) == LIAISON_TIME_KNOWN;
}

/* The line of the channel that is nearest to the test and has none yet. */
static LiaisonRoundLine *
find_line (const Work *work, LiaisonId channel, gint64 time)
{
  LiaisonRoundLine *nearest = NULL;

  for (guint i = 0; i < work->round->lines->len; i++)
    {
      LiaisonRoundLine *line = &g_array_index (work->round->lines, LiaisonRoundLine, i);

      if (liaison_id_same (line->channel->id, channel) && line->test == NULL
          && (nearest == NULL || ABS (line->time - time) < ABS (nearest->time - time)))
        nearest = line;
    }
  return nearest;
}

static void
add_test (Work *work, const LiaisonBlock *block, gint64 time)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);
  const LiaisonBlock *channel = liaison_snapshot_find (work->round->snapshot, test->channel);
  LiaisonRoundLine *line;

  if (channel == NULL || channel->shape != &liaison_channel_kind.shape)
    return;
  line = find_line (work, test->channel, time);
  if (line == NULL)
    {
      add_line (work, channel, time);
      line = &g_array_index (work->round->lines, LiaisonRoundLine, work->round->lines->len - 1);
    }
  line->test = block;
  line->event = liaison_snapshot_find (work->round->snapshot, test->event);
  if (!liaison_id_is_zero (test->from))
    line->from = test->from;
  if (!liaison_id_is_zero (test->to))
    line->to = test->to;
  if (test->result == LIAISON_TEST_RESULT_UNSET)
    return;
  line->overdue = FALSE;
  work->round->n_entered++;
}

static void
add_tests (Work *work)
{
  guint n;
  const LiaisonBlock *const *tests =
      liaison_snapshot_get (work->round->snapshot, LIAISON_KIND_CHANNEL_TEST, &n);

  for (guint i = 0; i < n; i++)
    {
      gint64 time;

      if (find_time (work, tests[i], &time) && time >= work->from && time < work->until)
        add_test (work, tests[i], time);
    }
}

/* Events */

/* A line of a circuit that the check names gets its event, one that has none a line of its own. */
static gboolean
event_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Work *work = data;
  guint n;
  const LiaisonId *channels = liaison_ids_get (LIAISON_DATA (Event, work->event)->channels, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *channel = liaison_snapshot_find (work->round->snapshot, channels[i]);

      if (channel == NULL || channel->shape != &liaison_channel_kind.shape)
        continue;
      if (!g_hash_table_contains (work->known, &channels[i]) && occurrence->start >= work->from
          && occurrence->start < work->until)
        add_line (work, channel, occurrence->start);
    }
  /* What falls into the check is part of it, where it names no circuits or this one. */
  for (guint i = 0; i < work->round->lines->len; i++)
    {
      LiaisonRoundLine *line = &g_array_index (work->round->lines, LiaisonRoundLine, i);

      if (line->event == NULL && line->time >= occurrence->start
          && line->time <= MAX (occurrence->end, occurrence->start)
          && (n == 0
              || liaison_ids_contains (LIAISON_DATA (Event, work->event)->channels,
                                       line->channel->id)))
        line->event = work->event;
    }
  return TRUE;
}

static void
add_events (Work *work)
{
  guint n;
  const LiaisonBlock *const *events =
      liaison_snapshot_get (work->round->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventData *event = LIAISON_DATA (Event, events[i]);

      if (event->type != LIAISON_EVENT_TYPE_COMMUNICATIONS_CHECK
          || event->status == LIAISON_EVENT_STATUS_CANCELLED)
        continue;
      work->event = events[i];
      liaison_recurrence_foreach (&work->lookup, events[i], work->from, work->until, event_cb, work);
    }
  work->event = NULL;
}

static void
add_rest (Work *work)
{
  g_autoptr (LiaisonCircuits) circuits =
      liaison_circuits_new (work->round->snapshot, work->now, LIAISON_TEST_GRACE);

  for (guint i = 0; i < circuits->circuits->len; i++)
    {
      const LiaisonCircuit *circuit = circuits->circuits->pdata[i];

      if (circuit->state != LIAISON_CIRCUIT_CLOSED
          && !g_hash_table_contains (work->known, &circuit->channel->id))
        add_line (work, circuit->channel, G_MAXINT64);
    }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  const LiaisonRoundLine *one = a, *two = b;
  int order;

  if (one->time != two->time)
    return one->time < two->time ? -1 : 1;
  order = g_strcmp0 (LIAISON_DATA (Channel, one->channel)->code,
                     LIAISON_DATA (Channel, two->channel)->code);
  return order != 0 ? order : liaison_id_compare (one->channel->id, two->channel->id);
}

static void
work_clear (Work *work)
{
  g_hash_table_unref (work->known);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

LiaisonRound *
liaison_round_new (
    LiaisonSnapshot *snapshot, const char *zone, gint32 day, gint64 now, gboolean all)
{
  LiaisonRound *self = g_new0 (LiaisonRound, 1);
  g_auto (Work) work = { .round = self,
                         .lookup = liaison_snapshot_get_lookup (snapshot),
                         .from = liaison_day_begin (zone, day),
                         .until = liaison_day_begin (zone, day + 1),
                         .now = now,
                         .known = g_hash_table_new (liaison_id_hash, liaison_id_equal) };

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->zone = g_strdup (zone);
  self->day = day;
  self->lines = g_array_new (FALSE, TRUE, sizeof (LiaisonRoundLine));
  add_plans (&work);
  add_tests (&work);
  add_events (&work);
  if (all)
    add_rest (&work);
  g_array_sort (self->lines, compare_lines);
  return self;
}

void
liaison_round_free (LiaisonRound *self)
{
  g_array_unref (self->lines);
  g_free (self->zone);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

gint32
liaison_round_find_day (LiaisonSnapshot *snapshot, const char *zone, gint64 now)
{
  g_autoptr (LiaisonCircuits) circuits =
      liaison_circuits_new (snapshot, liaison_day_begin (zone, liaison_day_of (zone, now)),
                            LIAISON_TEST_GRACE);
  gint64 next = G_MAXINT64, last = G_MININT64;

  for (guint i = 0; i < circuits->circuits->len; i++)
    {
      const LiaisonCircuit *circuit = circuits->circuits->pdata[i];

      next = MIN (next, circuit->next);
      if (circuit->tests->len > 0)
        last = MAX (last, g_array_index (circuit->tests, LiaisonCircuitTest,
                                         circuit->tests->len - 1).time);
    }
  if (next != G_MAXINT64 && next < now + 365 * (gint64) DAY)
    return liaison_day_of (zone, next);
  return last != G_MININT64 && last > now - 365 * (gint64) DAY ? liaison_day_of (zone, last)
                                                               : liaison_day_of (zone, now);
}

/* Entering */

static guint
find_highest_serial (const LiaisonRound *self)
{
  const char *prefix = liaison_channel_test_kind.prefix;
  guint highest = 0, n;
  const LiaisonBlock *const *tests =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_CHANNEL_TEST, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *serial = LIAISON_DATA (ChannelTest, tests[i])->serial;

      if (serial != NULL && g_str_has_prefix (serial, prefix))
        highest = MAX (highest, (guint) strtoul (serial + strlen (prefix)
                                                     + (serial[strlen (prefix)] == '-'),
                                                 NULL, 10));
    }
  return highest;
}

static void
set (LiaisonProposal *proposal, const LiaisonBlock *block, guint field, gconstpointer at)
{
  liaison_proposal_set_field (proposal, block, field, at);
}

#define SET(member, value)                                                                         \
  G_STMT_START                                                                                     \
  {                                                                                                \
    typeof (((LiaisonChannelTestData *) NULL)->member) set_value = (value);                        \
    set (proposal, block, LIAISON_FIELD (ChannelTest, member), &set_value);                        \
  }                                                                                                \
  G_STMT_END

static void
set_reading (LiaisonProposal *proposal,
             const LiaisonBlock *block,
             const LiaisonTestReading *reading)
{
  SET (result, (int) reading->result);
  SET (readability, reading->readability != 0 ? reading->readability : LIAISON_INTEGER_UNSET);
  SET (strength, reading->strength != 0 ? reading->strength : LIAISON_INTEGER_UNSET);
  SET (readability_word, (int) reading->readability_word);
  SET (strength_word, (int) reading->strength_word);
}

/* When it was made: as planned, or now where that is still to come or nothing was planned. */
static LiaisonInstant
make_instant (const LiaisonRound *self, const LiaisonRoundLine *line, const LiaisonRoundHand *hand)
{
  LiaisonInstant instant = { 0 };

  liaison_instant_from_unix (MIN (line->time, hand->now / 1000), self->zone, &instant);
  return instant;
}

static LiaisonChannelTestData *
make_test (const LiaisonRound *self,
           const LiaisonRoundLine *line,
           const LiaisonRoundHand *hand,
           guint number)
{
  LiaisonChannelTestData *test = (gpointer) liaison_block_new (&liaison_channel_test_kind.shape,
                                                               liaison_id_new (hand->now));
  g_autofree char *serial = g_strdup_printf ("%s-%04u", liaison_channel_test_kind.prefix, number);

  test->serial = g_ref_string_new (serial);
  test->channel = line->channel->id;
  test->from = line->from;
  test->to = line->to;
  test->language.language = LIAISON_DATA (Channel, line->channel)->language.language;
  test->language.listening = test->language.speaking = test->language.reading =
      test->language.writing = LIAISON_LEVEL_NONE;
  if (line->event != NULL)
    test->event = line->event->id;
  liaison_instant_from_unix (line->time != G_MAXINT64 ? line->time : hand->now / 1000, self->zone,
                             &test->start);
  if (hand->marking != NULL)
    test->marking = liaison_marking_ref ((LiaisonMarking *) hand->marking);
  return test;
}

static void
set_remark (LiaisonChannelTestData *test, const char *language, const char *remark)
{
  g_clear_pointer (&test->fault, liaison_text_unref);
  if (remark != NULL && *remark != '\0')
    test->fault = liaison_text_new (language, remark);
}

static void
enter_new (LiaisonProposal *proposal,
           LiaisonChannelTestData *test,
           const LiaisonTestReading *reading,
           const LiaisonRoundHand *hand,
           const LiaisonInstant *made)
{
  test->result = (int) reading->result;
  if (reading->readability != 0)
    {
      test->readability = reading->readability;
      test->strength = reading->strength;
    }
  test->readability_word = (int) reading->readability_word;
  test->strength_word = (int) reading->strength_word;
  if (reading->result != LIAISON_TEST_RESULT_NOT_MADE)
    test->made = *made;
  if (hand->operator_name != NULL && *hand->operator_name != '\0')
    test->operator_name = g_ref_string_new (hand->operator_name);
  liaison_proposal_add_record (proposal, &test->block);
}

static void
enter_again (LiaisonProposal *proposal,
             const LiaisonBlock *block,
             const LiaisonTestReading *reading,
             const char *remark,
             const char *language,
             const LiaisonInstant *made)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);

  set_reading (proposal, block, reading);
  if (reading->result != LIAISON_TEST_RESULT_NOT_MADE && test->made.form == LIAISON_INSTANT_UNSET)
    set (proposal, block, LIAISON_FIELD (ChannelTest, made), made);
  if (remark != NULL)
    {
      LiaisonSlot slot =
          liaison_slot_text (block->id, LIAISON_FIELD (ChannelTest, fault), g_intern_string (language));
      liaison_proposal_take (proposal, &liaison_channel_test_kind, &slot,
                             liaison_value_string (*remark != '\0' ? remark : NULL));
    }
}

LiaisonProposal *
liaison_round_propose (const LiaisonRound *self,
                       const guint *lines,
                       const LiaisonTestReading *readings,
                       const char *const *remarks,
                       guint n,
                       const char *language,
                       const LiaisonRoundHand *hand)
{
  LiaisonProposal *proposal = liaison_proposal_new (
      n == 1 ? N_ ("Enter the test of {channel}") : N_ ("Enter {count} results of the round"));
  guint number = find_highest_serial (self);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonRoundLine *line = &g_array_index (self->lines, LiaisonRoundLine, lines[i]);
      const char *remark = remarks != NULL ? remarks[i] : NULL;
      LiaisonInstant made = make_instant (self, line, hand);

      if (n == 1)
        liaison_proposal_take_operand (proposal,
                                       liaison_operand_record ("channel", line->channel->id));
      if (line->test != NULL)
        enter_again (proposal, line->test, &readings[i], remark, language, &made);
      else
        {
          LiaisonChannelTestData *test = make_test (self, line, hand, ++number);

          set_remark (test, language, remark);
          enter_new (proposal, test, &readings[i], hand, &made);
          liaison_block_unref (&test->block);
        }
    }
  if (n != 1)
    liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", n));
  return proposal;
}
