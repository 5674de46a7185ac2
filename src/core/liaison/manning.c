/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/manning.h"

#include "record/kinds/exercise.h"
#include "record/kinds/participant.h"
#include "record/times.h"
#include "schedule/recurrence.h"

#define DAY 86400

typedef struct
{
  const LiaisonBlock *post;
  GArray *gaps;   /* of LiaisonSpan: too few people */
  GArray *wanted; /* of LiaisonSpan: people are asked for */
  GArray *stands; /* of LiaisonStand, by start */
} Row;

struct _LiaisonManning
{
  const LiaisonSnapshot *snapshot;
  LiaisonLookup lookup;
  const char *zone;
  GArray *rows;    /* of Row */
  GArray *watches; /* of LiaisonSpan */
};

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_array_unref (row->gaps);
  g_array_unref (row->wanted);
  g_array_unref (row->stands);
}

void
liaison_manning_free (LiaisonManning *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->watches);
  g_free (self);
}

static Row *
get_row (const LiaisonManning *self, guint row)
{
  return &g_array_index (self->rows, Row, row);
}

/* While the stands of a post are gathered. */
typedef struct
{
  Row *row;
  guint number;
  const LiaisonBlock *shift, *person;
} Gathering;

static gboolean
add_stand_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Gathering *self = data;
  const LiaisonStand stand = { occurrence->start,   occurrence->end,
                               occurrence->by_rule, self->row->post,
                               self->shift,         self->person,
                               self->number,        FALSE };

  g_array_append_val (self->row->stands, stand);
  return TRUE;
}

static int
compare_stands (gconstpointer a, gconstpointer b)
{
  const LiaisonStand *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return liaison_id_compare (one->shift->id, two->shift->id);
}

static const LiaisonBlock *
find_person (const LiaisonSnapshot *snapshot, LiaisonId id)
{
  const LiaisonBlock *block = liaison_id_is_zero (id) ? NULL : liaison_snapshot_find (snapshot, id);

  return block != NULL && block->shape == &liaison_participant_kind.shape ? block : NULL;
}

static void
gather_stands (LiaisonManning *self, guint number, gint64 from, gint64 until)
{
  Gathering gathering = { .row = get_row (self, number), .number = number };
  const LiaisonItems *shifts = LIAISON_DATA (Post, gathering.row->post)->shifts;

  for (guint i = 0; i < liaison_items_get_size (shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (shifts, i));
      gathering.shift = &shift->block;
      gathering.person = find_person (self->snapshot, shift->participant);
      liaison_recurrence_foreach (&self->lookup, &shift->block, from, until, add_stand_cb,
                                  &gathering);
    }
  g_array_sort (gathering.row->stands, compare_stands);
}

static int
compare_posts (gconstpointer a, gconstpointer b)
{
  const LiaisonBlock *one = *(const LiaisonBlock *const *) a,
                     *two = *(const LiaisonBlock *const *) b;
  int order = g_strcmp0 (LIAISON_DATA (Post, one)->serial, LIAISON_DATA (Post, two)->serial);

  return order != 0 ? order : liaison_id_compare (one->id, two->id);
}

static void
add_rows (LiaisonManning *self)
{
  g_autoptr (GPtrArray) open = g_ptr_array_new ();
  guint n;
  const LiaisonBlock *const *posts = liaison_snapshot_get (self->snapshot, LIAISON_KIND_POST, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_post_is_open (posts[i]))
      g_ptr_array_add (open, (gpointer) posts[i]);
  g_ptr_array_sort (open, compare_posts);
  for (guint i = 0; i < open->len; i++)
    {
      Row row = { open->pdata[i], g_array_new (FALSE, FALSE, sizeof (LiaisonSpan)),
                  g_array_new (FALSE, FALSE, sizeof (LiaisonSpan)),
                  g_array_new (FALSE, FALSE, sizeof (LiaisonStand)) };
      g_array_append_val (self->rows, row);
    }
}

/* From when until when any post stands or is manned. */
static gboolean
find_extent (LiaisonManning *self, gint64 *from, gint64 *until)
{
  *from = G_MAXINT64;
  *until = G_MININT64;
  for (guint i = 0; i < self->rows->len; i++)
    {
      LiaisonPostTime time;
      if (!liaison_post_get_time (&self->lookup, get_row (self, i)->post, &time))
        continue;
      *from = MIN (*from, time.start);
      *until = MAX (*until, time.end);
    }
  return *until > *from;
}

static gboolean
count_start_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  /* The first one tells. */
  *(gint64 *) data = occurrence->start;
  return FALSE;
}

/* The time of day, s after midnight on the wall, at which the most shifts begin; then STARTEX's. */
static gint64
find_change (LiaisonManning *self, gint64 from, gint64 step)
{
  g_autofree guint *counts = g_new0 (guint, DAY / 900);
  guint best = (guint) ((liaison_recurrence_to_wall (self->zone, from) % DAY + DAY) % DAY / 900);

  for (guint i = 0; i < self->rows->len; i++)
    {
      const LiaisonItems *shifts = LIAISON_DATA (Post, get_row (self, i)->post)->shifts;
      for (guint j = 0; j < liaison_items_get_size (shifts); j++)
        {
          gint64 start = G_MININT64;
          liaison_recurrence_foreach (&self->lookup, liaison_items_get (shifts, j), G_MININT32,
                                      G_MAXUINT32, count_start_cb, &start);
          if (start != G_MININT64)
            counts[(liaison_recurrence_to_wall (self->zone, start) % DAY + DAY) % DAY / 900]++;
        }
    }
  for (guint i = 0; i < DAY / 900; i++)
    if (counts[i] > counts[best])
      best = i;
  return best * (gint64) 900 % step;
}

/* On the wall of the exercise, so that a watch begins at 08:00 after the clocks have changed too.
 */
static void
add_watches (LiaisonManning *self, gint64 step, gint64 from, gint64 until)
{
  gint64 wall = liaison_recurrence_to_wall (self->zone, from);
  gint64 midnight = wall - (wall % DAY + DAY) % DAY;

  wall = midnight + find_change (self, from, step);
  while (liaison_recurrence_from_wall (self->zone, wall) > from)
    wall -= step;
  while (liaison_recurrence_from_wall (self->zone, wall + step) <= from)
    wall += step;
  for (LiaisonSpan watch = { liaison_recurrence_from_wall (self->zone, wall), 0 };
       watch.start < until && self->watches->len < LIAISON_MANNING_MAX_WATCHES;
       watch.start = watch.end)
    {
      wall += step;
      watch.end = liaison_recurrence_from_wall (self->zone, wall);
      if (watch.end > watch.start)
        g_array_append_val (self->watches, watch);
      else
        watch.end = watch.start;
    }
}

static void
fill_row (LiaisonManning *self, LiaisonCalendar *hours, guint number, gint64 from, gint64 until)
{
  Row *row = get_row (self, number);
  LiaisonPostTime time;

  gather_stands (self, number, from, until);
  if (!liaison_post_asks_for_cover (row->post)
      || !liaison_post_get_time (&self->lookup, row->post, &time))
    return;
  g_array_unref (row->gaps);
  g_array_unref (row->wanted);
  row->gaps = liaison_post_list_gaps (&self->lookup, hours, row->post, &time, FALSE);
  row->wanted = liaison_post_list_gaps (&self->lookup, hours, row->post, &time, TRUE);
}

static int
compare_persons (gconstpointer a, gconstpointer b)
{
  const LiaisonStand *one = *(const LiaisonStand *const *) a,
                     *two = *(const LiaisonStand *const *) b;

  if (one->person != two->person)
    return liaison_id_compare (one->person->id, two->person->id);
  return one->start != two->start ? (one->start < two->start ? -1 : 1) : 0;
}

/* People who would have to be in two places. */
static void
find_clashes (LiaisonManning *self)
{
  g_autoptr (GPtrArray) stands = g_ptr_array_new ();
  LiaisonStand *last = NULL;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint i = 0; i < get_row (self, row)->stands->len; i++)
      {
        LiaisonStand *stand = &g_array_index (get_row (self, row)->stands, LiaisonStand, i);
        if (stand->person != NULL
            && LIAISON_DATA (Shift, stand->shift)->status != LIAISON_SHIFT_STATUS_ABSENT)
          g_ptr_array_add (stands, stand);
      }
  g_ptr_array_sort (stands, compare_persons);
  for (guint i = 0; i < stands->len; i++)
    {
      LiaisonStand *stand = stands->pdata[i];
      if (last != NULL && last->person == stand->person && stand->start < last->end)
        stand->clash = last->clash = TRUE;
      if (last == NULL || last->person != stand->person || stand->end > last->end)
        last = stand;
    }
}

LiaisonManning *
liaison_manning_new (const LiaisonSnapshot *snapshot, const LiaisonManningScale *scale)
{
  LiaisonManning *self = g_new0 (LiaisonManning, 1);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (snapshot);
  gint64 from, until, step = CLAMP (scale->step, 900, DAY);

  self->snapshot = snapshot;
  self->lookup = liaison_snapshot_get_lookup (snapshot);
  self->zone = liaison_times_get_zone (&self->lookup, exercise);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
  self->watches = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  add_rows (self);
  if (!find_extent (self, &from, &until))
    return self;
  add_watches (self, step, from, until);
  g_autoptr (LiaisonCalendars) calendars =
      liaison_calendars_new (snapshot, from - 14 * DAY, until + 14 * DAY);
  LiaisonCalendar *hours = liaison_calendars_get_hours (calendars, NULL);
  for (guint i = 0; i < self->rows->len; i++)
    fill_row (self, hours, i, from, until);
  find_clashes (self);
  return self;
}

guint
liaison_manning_count_rows (const LiaisonManning *self)
{
  return self->rows->len;
}

guint
liaison_manning_count_watches (const LiaisonManning *self)
{
  return self->watches->len;
}

const LiaisonBlock *
liaison_manning_get_post (const LiaisonManning *self, guint row)
{
  return get_row (self, row)->post;
}

LiaisonSpan
liaison_manning_get_watch (const LiaisonManning *self, guint watch)
{
  return g_array_index (self->watches, LiaisonSpan, watch);
}

const char *
liaison_manning_get_zone (const LiaisonManning *self)
{
  return self->zone;
}

/* How many s of @span any of @spans, in order and apart, take up; *@first is the first part. */
static gint64
measure (const GArray *spans, LiaisonSpan span, LiaisonSpan *first)
{
  guint low = 0, high = spans->len;
  gint64 total = 0;

  /* The first that ends after the span begins. */
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (spans, LiaisonSpan, middle).end <= span.start)
        low = middle + 1;
      else
        high = middle;
    }
  for (guint i = low; i < spans->len; i++)
    {
      LiaisonSpan part = g_array_index (spans, LiaisonSpan, i);
      if (part.start >= span.end)
        break;
      part = (LiaisonSpan){ MAX (part.start, span.start), MIN (part.end, span.end) };
      if (total == 0 && first != NULL)
        *first = part;
      total += part.end - part.start;
    }
  return total;
}

/* The first stand that could end in or after the watch. Shifts of one post hardly overlap, so a
 * look back over two days finds those that began before. */
static guint
find_first_stand (const Row *row, gint64 start)
{
  guint low = 0, high = row->stands->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (row->stands, LiaisonStand, middle).start < start - 2 * DAY)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

GPtrArray *
liaison_manning_list (const LiaisonManning *self, guint row, guint watch)
{
  const LiaisonSpan span = liaison_manning_get_watch (self, watch);
  const Row *line = get_row (self, row);
  GPtrArray *stands = g_ptr_array_new ();

  for (guint i = find_first_stand (line, span.start); i < line->stands->len; i++)
    {
      const LiaisonStand *stand = &g_array_index (line->stands, LiaisonStand, i);
      if (stand->start >= span.end)
        break;
      if (stand->end > span.start)
        g_ptr_array_add (stands, (gpointer) stand);
    }
  return stands;
}

static gboolean
has_unnamed (const LiaisonManning *self, guint row, guint watch)
{
  g_autoptr (GPtrArray) stands = liaison_manning_list (self, row, watch);

  for (guint i = 0; i < stands->len; i++)
    if (((const LiaisonStand *) stands->pdata[i])->person == NULL)
      return TRUE;
  return FALSE;
}

LiaisonManningState
liaison_manning_get_state (const LiaisonManning *self, guint row, guint watch, gint64 *missing)
{
  const LiaisonSpan span = liaison_manning_get_watch (self, watch);
  const Row *line = get_row (self, row);
  gint64 wanted = measure (line->wanted, span, NULL), gap = measure (line->gaps, span, NULL);

  if (missing != NULL)
    *missing = gap;
  if (gap > 0)
    return gap >= wanted ? LIAISON_MANNING_EMPTY : LIAISON_MANNING_SHORT;
  if (has_unnamed (self, row, watch))
    return LIAISON_MANNING_UNNAMED;
  return wanted > 0 ? LIAISON_MANNING_COVERED : LIAISON_MANNING_IDLE;
}

gboolean
liaison_manning_find_gap (const LiaisonManning *self, guint row, guint watch, LiaisonSpan *gap)
{
  return measure (get_row (self, row)->gaps, liaison_manning_get_watch (self, watch), gap) > 0;
}

const LiaisonStand *
liaison_manning_find (const LiaisonManning *self, guint row, guint watch, LiaisonId shift)
{
  g_autoptr (GPtrArray) stands = liaison_manning_list (self, row, watch);

  for (guint i = 0; i < stands->len; i++)
    if (liaison_id_same (((const LiaisonStand *) stands->pdata[i])->shift->id, shift))
      return stands->pdata[i];
  return NULL;
}

guint
liaison_manning_count_gaps (const LiaisonManning *self)
{
  guint sum = 0;

  for (guint row = 0; row < self->rows->len; row++)
    for (guint watch = 0; watch < self->watches->len; watch++)
      sum += liaison_manning_get_state (self, row, watch, NULL) >= LIAISON_MANNING_SHORT;
  return sum;
}
