/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/rhythm.h"

#include "schedule/recurrence.h"

#include <string.h>

#define DAY  86400
#define MOST 5000

typedef struct
{
  LiaisonRhythm *rhythm;
  const LiaisonLookup *lookup;
  const LiaisonBlock *event;
  gint64 needed, delay;
  gint64 first, last; /* of a maker: when it is first ready, and last before it is needed */
  gboolean recurs;
} Walk;

static void
sitting_clear (gpointer data)
{
  g_array_unref (((LiaisonSitting *) data)->inputs);
}

static void
series_clear (gpointer data)
{
  g_free (((LiaisonBoardSeries *) data)->title);
}

static gboolean
is_count (gunichar c)
{
  return g_unichar_isdigit (c) || c == '+' || c == '-' || c == 0x2212 || c == '#' || c == '/';
}

char *
liaison_rhythm_strip_count (const char *title)
{
  const char *end = title + strlen (title), *mark = end;

  /* Back over a number with its sign, and then over the D or J before it. */
  while (mark > title)
    {
      const char *before = g_utf8_prev_char (mark);
      if (!is_count (g_utf8_get_char (before)))
        break;
      mark = before;
    }
  if (mark == end)
    return g_strdup (title);
  if (mark > title && (mark - title == 1 || mark[-2] == ' ' || (guchar) mark[-2] == 0xa0)
      && strchr ("DdJj", mark[-1]) != NULL)
    mark--;
  while (mark > title)
    {
      const char *before = g_utf8_prev_char (mark);
      gunichar c = g_utf8_get_char (before);
      if (!g_unichar_isspace (c) && c != ',' && c != ':' && c != 0x2013)
        break;
      mark = before;
    }
  return mark == title ? g_strdup (title) : g_strndup (title, (gsize) (mark - title));
}

static gint64
known (gint64 duration)
{
  return duration != LIAISON_DURATION_UNSET ? duration : 0;
}

/* How long after its end the maker has it ready: the output of the same product, else its only one.
 */
static gint64
find_delay (const LiaisonBlock *maker, LiaisonId product)
{
  const LiaisonItems *outputs = LIAISON_DATA (Event, maker)->outputs;
  guint n = liaison_items_get_size (outputs);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventOutputData *output = (gconstpointer) liaison_items_get (outputs, i);
      if (n == 1 || (!liaison_id_is_zero (product) && liaison_id_same (output->product, product)))
        return known (output->after);
    }
  return 0;
}

static gboolean
ready_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Walk *walk = data;
  gint64 ready = occurrence->end + walk->delay;

  if (walk->first == G_MININT64)
    walk->first = ready;
  if (ready <= walk->needed)
    walk->last = ready;
  return ready <= walk->needed;
}

static void
look_at_input (const LiaisonRhythm *self,
               const LiaisonLookup *lookup,
               LiaisonSitting *sitting,
               const LiaisonBlock *item)
{
  const LiaisonEventInputData *data = (gconstpointer) item;
  LiaisonRhythmInput input = { .item = item,
                               .needed = sitting->start - known (data->before),
                               .ready = G_MININT64 };
  Walk walk = { .needed = input.needed, .first = G_MININT64, .last = G_MININT64 };

  if (!liaison_id_is_zero (data->event))
    input.maker = liaison_snapshot_find (self->snapshot, data->event);
  if (input.maker != NULL && input.maker->shape != &liaison_event_kind.shape)
    input.maker = NULL;
  if (input.maker != NULL)
    {
      walk.delay = find_delay (input.maker, data->product);
      liaison_recurrence_foreach (lookup, input.maker, G_MININT32, input.needed + 366 * DAY,
                                  ready_cb, &walk);
      input.ready = walk.last != G_MININT64 ? walk.last : walk.first;
    }
  if (input.ready != G_MININT64)
    input.state = walk.last != G_MININT64 ? LIAISON_INPUT_READY : LIAISON_INPUT_LATE;
  sitting->n_late += input.state == LIAISON_INPUT_LATE;
  g_array_append_val (sitting->inputs, input);
}

static int
compare_inputs (gconstpointer a, gconstpointer b)
{
  const LiaisonEventInputData *first = (gconstpointer) ((const LiaisonRhythmInput *) a)->item;
  const LiaisonEventInputData *second = (gconstpointer) ((const LiaisonRhythmInput *) b)->item;

  return g_strcmp0 (first->order, second->order);
}

static gboolean
sitting_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Walk *walk = data;
  const LiaisonItems *inputs = LIAISON_DATA (Event, walk->event)->inputs;
  LiaisonSitting sitting = {
    .event = walk->event, .start = occurrence->start, .end = occurrence->end, .recurs = walk->recurs
  };

  sitting.inputs = g_array_new (FALSE, FALSE, sizeof (LiaisonRhythmInput));
  for (guint i = 0; i < liaison_items_get_size (inputs); i++)
    look_at_input (walk->rhythm, walk->lookup, &sitting, liaison_items_get (inputs, i));
  g_array_sort (sitting.inputs, compare_inputs);
  walk->rhythm->n_late += sitting.n_late;
  g_array_append_val (walk->rhythm->sittings, sitting);
  return walk->rhythm->sittings->len < MOST;
}

static gboolean
is_board (const LiaisonEventData *data)
{
  if (data->status == LIAISON_EVENT_STATUS_CANCELLED
      || data->status == LIAISON_EVENT_STATUS_POSTPONED)
    return FALSE;
  return data->type == LIAISON_EVENT_TYPE_BOARD
         || (data->rule != NULL
             && (liaison_items_get_size (data->inputs) > 0
                 || liaison_items_get_size (data->outputs) > 0));
}

static int
compare_sittings (gconstpointer a, gconstpointer b)
{
  const LiaisonSitting *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return liaison_id_compare (first->event->id, second->event->id);
}

typedef struct
{
  LiaisonBoardSeries series;
  gint64 time; /* of day, s */
  guint index;
} Sorted;

static int
compare_series (gconstpointer a, gconstpointer b)
{
  const Sorted *first = a, *second = b;

  if (first->time != second->time)
    return first->time < second->time ? -1 : 1;
  return first->index < second->index ? -1 : first->index > second->index;
}

/* One row for all that has the same title but for what counts. */
static void
find_series (LiaisonRhythm *self, const char *language, const char *zone)
{
  g_autoptr (GHashTable) by_title = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GArray) sorted = g_array_new (FALSE, TRUE, sizeof (Sorted));
  g_autofree guint *places = NULL;

  for (guint i = 0; i < self->sittings->len; i++)
    {
      LiaisonSitting *sitting = &g_array_index (self->sittings, LiaisonSitting, i);
      const char *title = liaison_block_get_title (sitting->event, language);
      g_autofree char *bare = liaison_rhythm_strip_count (title != NULL ? title : "");
      guint number = GPOINTER_TO_UINT (g_hash_table_lookup (by_title, bare));

      if (number == 0)
        {
          gint64 wall = liaison_recurrence_to_wall (zone, sitting->start);
          Sorted made = { { sitting->event, g_strdup (bare), 0 },
                          ((wall % DAY) + DAY) % DAY,
                          sorted->len };
          g_array_append_val (sorted, made);
          number = sorted->len;
          g_hash_table_insert (by_title, made.series.title, GUINT_TO_POINTER (number));
        }
      sitting->series = number - 1;
      g_array_index (sorted, Sorted, number - 1).series.n_sittings++;
    }
  g_array_sort (sorted, compare_series);
  places = g_new0 (guint, MAX (sorted->len, 1));
  for (guint i = 0; i < sorted->len; i++)
    {
      places[g_array_index (sorted, Sorted, i).index] = i;
      g_array_append_val (self->series, g_array_index (sorted, Sorted, i).series);
    }
  for (guint i = 0; i < self->sittings->len; i++)
    {
      LiaisonSitting *sitting = &g_array_index (self->sittings, LiaisonSitting, i);
      sitting->series = places[sitting->series];
    }
}

LiaisonRhythm *
liaison_rhythm_new (
    LiaisonSnapshot *snapshot, const char *language, const char *zone, gint64 from, gint64 until)
{
  LiaisonRhythm *self = g_new0 (LiaisonRhythm, 1);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  Walk walk = { .rhythm = self, .lookup = &lookup };
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->series = g_array_new (FALSE, TRUE, sizeof (LiaisonBoardSeries));
  self->sittings = g_array_new (FALSE, TRUE, sizeof (LiaisonSitting));
  g_array_set_clear_func (self->series, series_clear);
  g_array_set_clear_func (self->sittings, sitting_clear);
  for (guint i = 0; i < n && self->sittings->len < MOST; i++)
    {
      if (!is_board (LIAISON_DATA (Event, events[i])))
        continue;
      walk.event = events[i];
      walk.recurs = liaison_recurrence_recurs (events[i]);
      liaison_recurrence_foreach (&lookup, events[i], from, until, sitting_cb, &walk);
    }
  g_array_sort (self->sittings, compare_sittings);
  find_series (self, language, zone);
  return self;
}

void
liaison_rhythm_free (LiaisonRhythm *self)
{
  g_array_unref (self->series);
  g_array_unref (self->sittings);
  liaison_snapshot_unref (self->snapshot);
  g_free (self);
}
