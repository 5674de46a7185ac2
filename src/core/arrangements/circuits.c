/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/circuits.h"

#include "record/kinds/post.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So far ahead the next test is looked for. */
#define AHEAD (400 * 86400)

const char *const liaison_circuit_state_labels[LIAISON_N_CIRCUIT_STATES] = {
  /* Translators: The last test of a circuit worked */
  [LIAISON_CIRCUIT_GOOD] = N_ ("Good"),
  /* Translators: The last test of a circuit worked with difficulty */
  [LIAISON_CIRCUIT_POOR] = N_ ("Poor"),
  /* Translators: A circuit that does not work */
  [LIAISON_CIRCUIT_DOWN] = N_ ("Down"),
  /* Translators: A circuit that nobody has tested */
  [LIAISON_CIRCUIT_UNTESTED] = N_ ("Not tested"),
  /* Translators: A circuit that is not there yet */
  [LIAISON_CIRCUIT_PLANNED] = N_ ("Planned"),
  /* Translators: A circuit that is not used any more */
  [LIAISON_CIRCUIT_CLOSED] = N_ ("Closed"),
};

static void
circuit_free (gpointer data)
{
  g_array_unref (((LiaisonCircuit *) data)->tests);
  g_free (data);
}

static void
line_free (gpointer data)
{
  g_ptr_array_unref (((LiaisonNeedLine *) data)->circuits);
  g_free (data);
}

gboolean
liaison_channel_is_need_line (const LiaisonBlock *block)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, block);

  return channel->level == LIAISON_CHANNEL_LEVEL_NEED_LINE;
}

const char *
liaison_pace_get_letter (int pace)
{
  static const char *const letters[] = { "", "P", "A", "C", "E" };

  return pace > 0 && pace < (int) G_N_ELEMENTS (letters) ? letters[pace] : "";
}

/* Stations */

static void
add_station (GArray *stations, LiaisonId id)
{
  for (guint i = 0; i < stations->len; i++)
    if (liaison_id_same (g_array_index (stations, LiaisonId, i), id))
      return;
  if (!liaison_id_is_zero (id))
    g_array_append_val (stations, id);
}

static int
compare_order (gconstpointer a, gconstpointer b)
{
  const LiaisonStationData *one = *(const LiaisonStationData *const *) a,
                           *two = *(const LiaisonStationData *const *) b;

  return g_strcmp0 (one->order, two->order);
}

GArray *
liaison_channel_list_stations (const LiaisonBlock *block)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, block);
  GArray *stations = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  for (guint i = 0; i < liaison_items_get_size (channel->stations); i++)
    g_ptr_array_add (items, (gpointer) liaison_items_get (channel->stations, i));
  g_ptr_array_sort (items, compare_order);
  add_station (stations, channel->from);
  for (guint i = 0; i < items->len; i++)
    add_station (stations, LIAISON_DATA (Station, items->pdata[i])->station);
  if (items->len < 2)
    add_station (stations, channel->to);
  return stations;
}

static const LiaisonStationData *
find_station (const LiaisonBlock *channel, LiaisonId station)
{
  const LiaisonItems *items = LIAISON_DATA (Channel, channel)->stations;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    if (liaison_id_same (LIAISON_DATA (Station, liaison_items_get (items, i))->station, station))
      return LIAISON_DATA (Station, liaison_items_get (items, i));
  return NULL;
}

const char *
liaison_channel_get_call_sign (const LiaisonLookup *lookup,
                               const LiaisonBlock *channel,
                               LiaisonId station)
{
  const LiaisonStationData *item = find_station (channel, station);
  const LiaisonBlock *post = liaison_lookup_find (lookup, station);

  if (item != NULL && item->call_sign != NULL)
    return item->call_sign;
  return post != NULL && post->shape == &liaison_post_kind.shape
             ? LIAISON_DATA (Post, post)->call_sign
             : NULL;
}

const char *
liaison_channel_get_address (const LiaisonBlock *channel, LiaisonId station)
{
  const LiaisonStationData *item = find_station (channel, station);

  return item != NULL ? item->address : NULL;
}

/* Tests */

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const LiaisonCircuitTest *one = a, *two = b;

  if (one->time != two->time)
    return one->time < two->time ? -1 : 1;
  return liaison_id_compare (one->test->id, two->test->id);
}

static void
gather_tests (LiaisonCircuits *self, const LiaisonLookup *lookup, GHashTable *by_id)
{
  guint n;
  const LiaisonBlock *const *tests =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_CHANNEL_TEST, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonCircuit *circuit =
          g_hash_table_lookup (by_id, &LIAISON_DATA (ChannelTest, tests[i])->channel);
      LiaisonCircuitTest at = { .test = tests[i] };

      if (circuit != NULL && liaison_channel_test_find_answer (lookup, tests[i], &at.time))
        g_array_append_val (circuit->tests, at);
    }
  for (guint i = 0; i < self->circuits->len; i++)
    g_array_sort (((LiaisonCircuit *) self->circuits->pdata[i])->tests, compare_times);
}

typedef struct
{
  LiaisonCircuit *circuit;
  gint64 now;
} Ahead;

static gboolean
look_ahead_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Ahead *ahead = data;
  LiaisonCircuit *circuit = ahead->circuit;

  if (occurrence->start < ahead->now)
    return TRUE;
  circuit->next = MIN (circuit->next, occurrence->start);
  return FALSE;
}

static void
look_at_plans (const LiaisonCircuits *self,
               const LiaisonLookup *lookup,
               LiaisonCircuit *circuit,
               gint64 grace)
{
  const LiaisonItems *plans = LIAISON_DATA (Channel, circuit->channel)->tests;
  g_autofree gint64 *answers = g_new (gint64, circuit->tests->len + 1);
  LiaisonOverdueTests overdue;
  Ahead ahead = { circuit, self->now };

  for (guint i = 0; i < circuit->tests->len; i++)
    answers[i] = g_array_index (circuit->tests, LiaisonCircuitTest, i).time;
  overdue = liaison_channel_find_overdue (lookup, circuit->channel, answers, circuit->tests->len,
                                          self->now, grace);
  circuit->n_overdue = overdue.n;
  circuit->overdue_since = overdue.since;
  for (guint i = 0; i < liaison_items_get_size (plans); i++)
    liaison_recurrence_foreach (lookup, liaison_items_get (plans, i), self->now,
                                self->now + AHEAD, look_ahead_cb, &ahead);
}

static void
find_last (LiaisonCircuit *circuit)
{
  for (guint i = circuit->tests->len; i > 0; i--)
    {
      const LiaisonCircuitTest *test = &g_array_index (circuit->tests, LiaisonCircuitTest, i - 1);

      if (!liaison_channel_test_was_made (test->test))
        continue;
      circuit->last = test->test;
      circuit->last_time = test->time;
      return;
    }
}

/* What people say goes before what tests say where it is worse. */
static LiaisonCircuitState
find_state (const LiaisonCircuit *circuit)
{
  int status = LIAISON_DATA (Channel, circuit->channel)->status;
  int result =
      circuit->last != NULL ? LIAISON_DATA (ChannelTest, circuit->last)->result
                            : LIAISON_TEST_RESULT_UNSET;

  if (status == LIAISON_CHANNEL_STATUS_CLOSED)
    return LIAISON_CIRCUIT_CLOSED;
  if (status == LIAISON_CHANNEL_STATUS_DOWN || result == LIAISON_TEST_RESULT_FAILED
      || result == LIAISON_TEST_RESULT_NO_ANSWER)
    return LIAISON_CIRCUIT_DOWN;
  if (status == LIAISON_CHANNEL_STATUS_DEGRADED || result == LIAISON_TEST_RESULT_WITH_DIFFICULTY)
    return LIAISON_CIRCUIT_POOR;
  if (result == LIAISON_TEST_RESULT_WORKED)
    return LIAISON_CIRCUIT_GOOD;
  return status == LIAISON_CHANNEL_STATUS_PLANNED || status == LIAISON_CHANNEL_STATUS_REQUESTED
             ? LIAISON_CIRCUIT_PLANNED
             : LIAISON_CIRCUIT_UNTESTED;
}

/* Need lines */

static int
compare_channels (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a, *two = *(const LiaisonBlock *const *) b;
  int order = g_strcmp0 (LIAISON_DATA (Channel, one)->order, LIAISON_DATA (Channel, two)->order);

  return order != 0 ? order : liaison_id_compare (one->id, two->id);
}

static int
compare_pace (gconstpointer a, gconstpointer b)
{
  const LiaisonCircuit *one = *(const LiaisonCircuit *const *) a,
                       *two = *(const LiaisonCircuit *const *) b;
  int of_one = LIAISON_DATA (Channel, one->channel)->pace,
      of_two = LIAISON_DATA (Channel, two->channel)->pace;

  /* What has no place in PACE comes last. */
  if (of_one != of_two)
    return (of_one == 0 ? 99 : of_one) - (of_two == 0 ? 99 : of_two);
  return compare_channels (&one->channel, &two->channel);
}

static LiaisonNeedLine *
add_line (LiaisonCircuits *self, const LiaisonBlock *channel)
{
  LiaisonNeedLine *line = g_new0 (LiaisonNeedLine, 1);

  line->line = channel;
  line->circuits = g_ptr_array_new ();
  g_ptr_array_add (self->lines, line);
  return line;
}

/* A channel that others name as theirs is a need line, whatever it is said to be. */
static GHashTable *
find_lines (LiaisonCircuits *self, const LiaisonBlock *const *channels, guint n)
{
  GHashTable *lines = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autoptr (GHashTable) parents = g_hash_table_new (liaison_id_hash, liaison_id_equal);

  for (guint i = 0; i < n; i++)
    g_hash_table_add (parents, (gpointer) &LIAISON_DATA (Channel, channels[i])->parent);
  for (guint i = 0; i < n; i++)
    if (liaison_channel_is_need_line (channels[i])
        || g_hash_table_contains (parents, &channels[i]->id))
      g_ptr_array_add (found, (gpointer) channels[i]);
  g_ptr_array_sort (found, compare_channels);
  for (guint i = 0; i < found->len; i++)
    {
      const LiaisonBlock *channel = found->pdata[i];
      g_hash_table_insert (lines, (gpointer) &channel->id, add_line (self, channel));
    }
  return lines;
}

static void
gather_circuits (LiaisonCircuits *self, GHashTable *by_id)
{
  guint n;
  const LiaisonBlock *const *channels =
      liaison_snapshot_get (self->snapshot, LIAISON_KIND_CHANNEL, &n);
  g_autoptr (GHashTable) lines = find_lines (self, channels, n);
  LiaisonNeedLine *none = NULL;

  for (guint i = 0; i < n; i++)
    {
      LiaisonCircuit *circuit;
      LiaisonNeedLine *line;

      if (g_hash_table_contains (lines, &channels[i]->id))
        continue;
      circuit = g_new0 (LiaisonCircuit, 1);
      circuit->channel = channels[i];
      circuit->tests = g_array_new (FALSE, FALSE, sizeof (LiaisonCircuitTest));
      circuit->next = G_MAXINT64;
      g_ptr_array_add (self->circuits, circuit);
      g_hash_table_insert (by_id, (gpointer) &channels[i]->id, circuit);
      line = g_hash_table_lookup (lines, &LIAISON_DATA (Channel, channels[i])->parent);
      if (line == NULL)
        line = none != NULL ? none : (none = add_line (self, NULL));
      g_ptr_array_add (line->circuits, circuit);
    }
  for (guint i = 0; i < self->lines->len; i++)
    g_ptr_array_sort (((LiaisonNeedLine *) self->lines->pdata[i])->circuits, compare_pace);
}

LiaisonCircuits *
liaison_circuits_new (LiaisonSnapshot *snapshot, gint64 now, gint64 grace)
{
  LiaisonCircuits *self = g_new0 (LiaisonCircuits, 1);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  g_autoptr (GHashTable) by_id = g_hash_table_new (liaison_id_hash, liaison_id_equal);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->now = now;
  self->circuits = g_ptr_array_new_with_free_func (circuit_free);
  self->lines = g_ptr_array_new_with_free_func (line_free);
  gather_circuits (self, by_id);
  gather_tests (self, &lookup, by_id);
  for (guint i = 0; i < self->circuits->len; i++)
    {
      LiaisonCircuit *circuit = self->circuits->pdata[i];

      find_last (circuit);
      circuit->state = find_state (circuit);
      if (circuit->state != LIAISON_CIRCUIT_CLOSED)
        look_at_plans (self, &lookup, circuit, grace);
      self->n_overdue += circuit->n_overdue > 0;
    }
  return self;
}

void
liaison_circuits_free (LiaisonCircuits *self)
{
  g_ptr_array_unref (self->lines);
  g_ptr_array_unref (self->circuits);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}

const LiaisonCircuit *
liaison_circuits_find (const LiaisonCircuits *self, LiaisonId channel)
{
  guint low = 0, high = self->circuits->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      const LiaisonCircuit *circuit = self->circuits->pdata[middle];
      int order = liaison_id_compare (channel, circuit->channel->id);

      if (order == 0)
        return circuit;
      if (order < 0)
        high = middle;
      else
        low = middle + 1;
    }
  return NULL;
}
