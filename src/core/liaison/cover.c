/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/cover.h"

#include "record/times.h"
#include "schedule/recurrence.h"

/* A change in the number of people at a post. */
typedef struct
{
  gint64 at;
  int change;
} Step;

gboolean
liaison_post_is_open (const LiaisonBlock *post)
{
  return LIAISON_DATA (Post, post)->status != LIAISON_POST_STATUS_CLOSED;
}

gboolean
liaison_post_get_time (const LiaisonLookup *lookup, const LiaisonBlock *post, LiaisonPostTime *time)
{
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (lookup);
  const LiaisonPostData *data = LIAISON_DATA (Post, post);

  time->needed =
      data->per_shift != LIAISON_INTEGER_UNSET ? (int) CLAMP (data->per_shift, 1, 1000) : 1;
  if (liaison_times_get_start (lookup, post, &time->start) != LIAISON_TIME_KNOWN
      && liaison_times_get_start (lookup, exercise, &time->start) != LIAISON_TIME_KNOWN)
    return FALSE;
  if (liaison_times_resolve (lookup, &data->end, &time->end, NULL) != LIAISON_TIME_KNOWN
      && liaison_times_get_end (lookup, exercise, &time->end) != LIAISON_TIME_KNOWN)
    return FALSE;
  return time->end > time->start;
}

gboolean
liaison_post_asks_for_cover (const LiaisonBlock *post)
{
  const LiaisonPostData *data = LIAISON_DATA (Post, post);

  return data->cover >= LIAISON_POST_COVER_CONTINUOUS
         && data->cover <= LIAISON_POST_COVER_WORKING_HOURS;
}

static gboolean
add_steps_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  Step begin = { occurrence->start, 1 }, end = { occurrence->end, -1 };

  g_array_append_val ((GArray *) data, begin);
  g_array_append_val ((GArray *) data, end);
  return TRUE;
}

static int
compare_steps (gconstpointer a, gconstpointer b)
{
  const Step *one = a, *two = b;

  if (one->at != two->at)
    return one->at < two->at ? -1 : 1;
  return two->change - one->change;
}

/* The times at which the post need not be manned, as if it then were. */
static void
add_off_times (GArray *steps,
               LiaisonCalendar *hours,
               const LiaisonPostData *post,
               const LiaisonPostTime *time)
{
  gint64 morning = time->start;
  guint n;
  const LiaisonSpan *nights = liaison_calendar_get_off (hours, &n);

  for (guint i = 0; i < n; i++)
    {
      gboolean at_night = post->cover == LIAISON_POST_COVER_NIGHT;
      Step off = { at_night ? morning : nights[i].start, time->needed },
           on = { at_night ? nights[i].start : nights[i].end, -time->needed };

      morning = nights[i].end;
      if (on.at <= off.at || on.at <= time->start || off.at >= time->end)
        continue;
      g_array_append_val (steps, off);
      g_array_append_val (steps, on);
    }
}

static GArray *
make_steps (const LiaisonLookup *lookup,
            LiaisonCalendar *hours,
            const LiaisonPostData *post,
            const LiaisonPostTime *time,
            gboolean empty)
{
  GArray *steps = g_array_new (FALSE, FALSE, sizeof (Step));

  for (guint i = 0; !empty && i < liaison_items_get_size (post->shifts); i++)
    {
      const LiaisonShiftData *shift = LIAISON_DATA (Shift, liaison_items_get (post->shifts, i));
      if (shift->status != LIAISON_SHIFT_STATUS_ABSENT)
        liaison_recurrence_foreach (lookup, &shift->block, time->start, time->end, add_steps_cb,
                                    steps);
    }
  if (post->cover != LIAISON_POST_COVER_CONTINUOUS)
    add_off_times (steps, hours, post, time);
  g_array_sort (steps, compare_steps);
  return steps;
}

static void
add_gap (GArray *gaps, gint64 start, gint64 end)
{
  const LiaisonSpan gap = { start, end };

  if (end > start)
    g_array_append_val (gaps, gap);
}

GArray *
liaison_post_list_gaps (const LiaisonLookup *lookup,
                        LiaisonCalendar *hours,
                        const LiaisonBlock *post,
                        const LiaisonPostTime *time,
                        gboolean empty)
{
  g_autoptr (GArray) steps = make_steps (lookup, hours, LIAISON_DATA (Post, post), time, empty);
  GArray *gaps = g_array_new (FALSE, FALSE, sizeof (LiaisonSpan));
  gint64 since = time->start;
  int there = 0;

  for (guint i = 0; i < steps->len; i++)
    {
      const Step *step = &g_array_index (steps, Step, i);
      gint64 at = CLAMP (step->at, time->start, time->end);

      if (there < time->needed && there + step->change >= time->needed)
        add_gap (gaps, since, at);
      if (there >= time->needed && there + step->change < time->needed)
        since = at;
      there += step->change;
    }
  if (there < time->needed)
    add_gap (gaps, since, time->end);
  return gaps;
}
