/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/sync-matrix-private.h"

#include "draw/day-scale.h"
#include "record/kinds/exercise.h"
#include "schedule/process.h"
#include "words/dates.h"
#include "words/printed.h"

#define MOST_COLUMNS 400
#define HOUR         3600

static void
add_column (LiaisonSyncFill *fill,
            gint64 start,
            gint64 end,
            const char *label,
            const char *detail,
            const char *group,
            gboolean strong)
{
  LiaisonSyncColumn column = { MAX (start, fill->from), MIN (end, fill->until) };
  LiaisonMatrixHead head = { .id = { 0x434f, fill->result->columns->len + 1 },
                             .label = label,
                             .detail = detail,
                             .group = group,
                             .strong = strong };

  if (column.end <= column.start || fill->result->columns->len >= MOST_COLUMNS)
    return;
  g_array_append_val (fill->result->columns, column);
  liaison_matrix_add_column (fill->matrix, &head);
}

/* Times of the phases of the conduct, as far as they are known; `names` in the same order. */
static GArray *
find_phases (LiaisonSyncFill *fill, GPtrArray *names)
{
  const LiaisonItems *phases =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (fill->snapshot))->phases;
  GArray *found = g_array_new (FALSE, FALSE, sizeof (LiaisonSyncColumn));

  for (guint i = 0; i < liaison_items_get_size (phases); i++)
    {
      const LiaisonBlock *item = liaison_items_get (phases, i);
      const LiaisonExercisePhaseData *data = (gconstpointer) item;
      LiaisonSyncColumn span;
      if (liaison_times_resolve (&fill->manner->lookup, &data->start, &span.start, NULL)
              != LIAISON_TIME_KNOWN
          || liaison_times_resolve (&fill->manner->lookup, &data->end, &span.end, NULL)
                 != LIAISON_TIME_KNOWN
          || span.end <= span.start)
        continue;
      /* In the order of time, whatever order they are in. */
      guint place = 0;
      while (place < found->len
             && g_array_index (found, LiaisonSyncColumn, place).start <= span.start)
        place++;
      g_array_insert_val (found, place, span);
      g_ptr_array_insert (names, (int) place, liaison_manner_tell_block_name (fill->manner, item));
    }
  return found;
}

static const char *
find_phase (const GArray *phases, const GPtrArray *names, gint64 at)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const LiaisonSyncColumn *span = &g_array_index (phases, LiaisonSyncColumn, i);
      if (at >= span->start && at < span->end)
        return names->pdata[i];
    }
  return NULL;
}

static void
add_phases (LiaisonSyncFill *fill, const GArray *phases, const GPtrArray *names)
{
  for (guint i = 0; i < phases->len; i++)
    {
      const LiaisonSyncColumn *span = &g_array_index (phases, LiaisonSyncColumn, i);
      g_autofree char *first = liaison_words_format_date (fill->manner->words, span->start,
                                                          fill->zone, LIAISON_DATE_SHORT);
      g_autofree char *last = liaison_words_format_date (fill->manner->words, span->end - 1,
                                                         fill->zone, LIAISON_DATE_SHORT);
      g_autofree char *detail = g_strdup_printf ("%s – %s", first, last);
      add_column (fill, span->start, span->end, names->pdata[i], detail, NULL, TRUE);
    }
}

/* “D+3”: days after that of STARTEX. */
static char *
tell_d_day (gint32 day, gint32 first)
{
  return day == first ? g_strdup ("D") : g_strdup_printf ("D%+d", day - first);
}

static void
add_days (LiaisonSyncFill *fill, const GArray *phases, const GPtrArray *names, gint64 step)
{
  gint32 first = liaison_process_find_day (fill->zone, fill->from);
  gint32 last = liaison_process_find_day (fill->zone, fill->until - 1);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (fill->snapshot);
  gint64 startex;
  gint32 d_day = first;

  if (liaison_times_get_start (&fill->manner->lookup, exercise, &startex) == LIAISON_TIME_KNOWN)
    d_day = liaison_process_find_day (fill->zone, startex);
  for (gint32 day = first; day <= last; day++)
    {
      gint64 start = liaison_day_scale_find_midnight (fill->zone, day);
      gint64 end = liaison_day_scale_find_midnight (fill->zone, day + 1);
      g_autofree char *name =
          liaison_words_format_day (fill->manner->words, day, LIAISON_DATE_WEEKDAY_SHORT);
      g_autofree char *d = tell_d_day (day, d_day);
      g_autofree char *group =
          g_strjoin (liaison_words_get_separator (fill->manner->words), name, d, NULL);

      if (step == 0)
        {
          add_column (fill, start, end, name, d,
                      find_phase (phases, names, MAX (start, fill->from)), FALSE);
          continue;
        }
      for (gint64 at = start; at < end; at += step)
        {
          gint64 until = MIN (at + step, end);
          g_autofree char *from_time =
              liaison_words_format_time (fill->manner->words, at, fill->zone);
          g_autofree char *label = NULL;
          /* The hour that the clocks show twice belongs to the part before. */
          if (end - until < step / 2)
            until = end;
          label = g_strdup (from_time);
          add_column (fill, at, until, label, NULL, group, at == start);
          if (until == end)
            break;
        }
    }
}

void
liaison_sync_add_columns (LiaisonSyncFill *fill)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) phases = find_phases (fill, names);

  switch (fill->setup->columns)
    {
    case LIAISON_SYNC_COLUMNS_HALF_DAYS:
      add_days (fill, phases, names, 12 * HOUR);
      break;
    case LIAISON_SYNC_COLUMNS_HOURS:
      add_days (fill, phases, names, 4 * HOUR);
      break;
    case LIAISON_SYNC_COLUMNS_PHASES:
      if (phases->len > 0)
        {
          add_phases (fill, phases, names);
          break;
        }
      G_GNUC_FALLTHROUGH;
    case LIAISON_SYNC_COLUMNS_DAYS:
    default:
      add_days (fill, phases, names, 0);
      break;
    }
}
