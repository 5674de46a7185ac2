/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/observances.h"

#include "record/kinds/participant.h"
#include "schedule/observances-systems.h"
#include "schedule/recurrence.h"

#define DAY 86400
/* When the eve of a day begins, before its midnight. */
#define EVE (6 * 3600)
/* An entered date this near takes the place of a computed one, in days. */
#define NEAR 40
/* Units above a participant are not looked for further up than this. */
#define MAX_DEPTH 32

/* A run of days, as it is worked out. */
typedef struct
{
  gint32 first, last;
  gboolean confirmed;
} Run;

typedef struct
{
  const LiaisonObservanceData *data;
  gint32 from, until;
  GArray *runs; /* of Run */
} Working;

static gint32
get_length (const LiaisonObservanceData *data)
{
  return data->length != LIAISON_INTEGER_UNSET ? CLAMP ((gint32) data->length, 1, 60) : 1;
}

static gboolean
is_replaced (const LiaisonObservanceData *data, gint32 first)
{
  guint n = liaison_items_get_size (data->dates);
  gint32 near = data->basis == LIAISON_OBSERVANCE_BASIS_RECURRENCE ? 0 : NEAR;

  for (guint i = 0; i < n; i++)
    {
      gint32 entered = LIAISON_DATA (ObservedDate, liaison_items_get (data->dates, i))->from;
      if (entered != LIAISON_DATE_UNSET && ABS (entered - first) <= near)
        return TRUE;
    }
  return FALSE;
}

static void
compute_cb (gint32 first, gpointer data)
{
  Working *self = data;
  Run run = { first, first + get_length (self->data) - 1, FALSE };

  if ((self->data->first != LIAISON_DATE_UNSET && first < self->data->first)
      || (self->data->last != LIAISON_DATE_UNSET && first > self->data->last)
      || run.last < self->from || run.first > self->until || is_replaced (self->data, first))
    return;
  g_array_append_val (self->runs, run);
}

static gboolean
compute_wall_cb (gint64 wall, gpointer data)
{
  compute_cb ((gint32) (wall / DAY), data);
  return TRUE;
}

static void
compute_by_easter (Working *self, gint32 (*easter) (int year))
{
  gint64 offset = self->data->offset != LIAISON_INTEGER_UNSET ? self->data->offset : 0;
  int first, last, unused;

  liaison_date_from_days (self->from - 170, &first, &unused, &unused);
  liaison_date_from_days (self->until + 110, &last, &unused, &unused);
  for (int year = first; year <= last; year++)
    compute_cb (easter (year) + (gint32) offset, self);
}

static void
compute (Working *self)
{
  const LiaisonObservanceData *data = self->data;
  /* 2001 began on a Monday. */
  gint64 first = data->first != LIAISON_DATE_UNSET ? data->first : 11323;

  switch ((LiaisonObservanceBasis) data->basis)
    {
    case LIAISON_OBSERVANCE_BASIS_YEARLY:
      liaison_calendar_system_foreach_day ((LiaisonCalendarSystem) data->calendar,
                                           (int) CLAMP (data->month, 0, 99),
                                           (int) CLAMP (data->day, 0, 99),
                                           self->from - get_length (data), self->until, compute_cb,
                                           self);
      break;
    case LIAISON_OBSERVANCE_BASIS_RECURRENCE:
      if (data->rule != NULL)
        liaison_recurrence_foreach_wall (data->rule, first * DAY,
                                         (gint64) (self->from - get_length (data)) * DAY,
                                         ((gint64) self->until + 1) * DAY, compute_wall_cb, self);
      break;
    case LIAISON_OBSERVANCE_BASIS_EASTER_WESTERN:
      compute_by_easter (self, liaison_easter_western);
      break;
    case LIAISON_OBSERVANCE_BASIS_EASTER_EASTERN:
      compute_by_easter (self, liaison_easter_eastern);
      break;
    case LIAISON_OBSERVANCE_BASIS_DATES:
    case LIAISON_OBSERVANCE_BASIS_UNSET:
    default:
      break;
    }
}

static void
take_entered (Working *self)
{
  guint n = liaison_items_get_size (self->data->dates);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonObservedDateData *date
          = LIAISON_DATA (ObservedDate, liaison_items_get (self->data->dates, i));
      Run run = { date->from, MAX (date->from, date->until), date->confirmed };
      if (date->from != LIAISON_DATE_UNSET && run.last >= self->from && run.first <= self->until)
        g_array_append_val (self->runs, run);
    }
}

static int
compare_runs (gconstpointer a, gconstpointer b)
{
  const Run *one = a, *two = b;

  return one->first < two->first ? -1 : one->first > two->first;
}

void
liaison_observance_foreach_days (const LiaisonBlock *observance,
                                 gint32 from,
                                 gint32 until,
                                 LiaisonObservanceFunc func,
                                 gpointer data)
{
  g_autoptr (GArray) runs = g_array_new (FALSE, FALSE, sizeof (Run));
  Working self = { LIAISON_DATA (Observance, observance), from, until, runs };

  if (self.data->status == LIAISON_OBSERVANCE_STATUS_REFUSED)
    return;
  compute (&self);
  take_entered (&self);
  g_array_sort (runs, compare_runs);
  for (guint i = 0; i < runs->len; i++)
    {
      const Run *run = &g_array_index (runs, Run, i);
      func (run->first, run->last, run->confirmed, data);
    }
}

/* Times in order of start, and how long the longest is. */
typedef struct
{
  GArray *times; /* of LiaisonObservedTime */
  gint64 longest;
} Series;

struct _LiaisonObservances
{
  /* Borrowed */
  const LiaisonSnapshot *snapshot;

  /* Owned */
  Series all;
  GHashTable *by_nation;      /* code -> Series * */
  GHashTable *by_participant; /* LiaisonId * -> Series * */
  Series for_all;             /* those that name nobody */
};

static void
free_series (gpointer data)
{
  Series *series = data;

  g_array_unref (series->times);
  g_free (series);
}

static void
init_series (Series *series)
{
  series->times = g_array_new (FALSE, FALSE, sizeof (LiaisonObservedTime));
  series->longest = 0;
}

static Series *
get_series (GHashTable *table, gpointer key)
{
  Series *series = g_hash_table_lookup (table, key);

  if (series == NULL)
    {
      series = g_new (Series, 1);
      init_series (series);
      g_hash_table_insert (table, key, series);
    }
  return series;
}

static void
append (Series *series, const LiaisonObservedTime *time)
{
  g_array_append_val (series->times, *time);
  series->longest = MAX (series->longest, time->end - time->start);
}

/* One observance while its times are filed. */
typedef struct
{
  LiaisonObservances *self;
  const LiaisonObservanceData *data;
  GPtrArray *series; /* where they go */
} Filing;

static void
file_time (Filing *filing, LiaisonObservedTime *time)
{
  append (&filing->self->all, time);
  for (guint i = 0; i < filing->series->len; i++)
    append (filing->series->pdata[i], time);
}

static void
file_cb (gint32 first, gint32 last, gboolean confirmed, gpointer user_data)
{
  Filing *filing = user_data;
  const LiaisonObservanceData *data = filing->data;
  gboolean timed = data->time_from != LIAISON_DURATION_UNSET
                   || data->time_until != LIAISON_DURATION_UNSET;
  LiaisonObservedTime time = {
    &data->block,
    (gint64) first * DAY - (data->eve ? EVE : 0),
    ((gint64) last + 1) * DAY,
    data->zone,
    first,
    last,
    timed
        && (data->type == LIAISON_OBSERVANCE_TYPE_WORKING_TIME
            || data->effect == LIAISON_OBSERVANCE_EFFECT_SHORT_HOURS),
    confirmed,
  };

  if (!timed)
    {
      file_time (filing, &time);
      return;
    }
  for (gint32 day = first; day <= last; day++)
    {
      time.first = time.last = day;
      time.start = (gint64) day * DAY
                   + (data->time_from != LIAISON_DURATION_UNSET ? data->time_from : 0);
      time.end = (gint64) day * DAY
                 + (data->time_until != LIAISON_DURATION_UNSET ? data->time_until : DAY);
      if (time.end <= time.start)
        time.end += DAY;
      file_time (filing, &time);
    }
}

static void
choose_series (LiaisonObservances *self, const LiaisonObservanceData *data, GPtrArray *series)
{
  guint n_codes, n_ids;
  const char *const *codes = liaison_codes_get (data->nations, &n_codes);
  const LiaisonId *ids = liaison_ids_get (data->participants, &n_ids);

  for (guint i = 0; i < n_ids; i++)
    g_ptr_array_add (series, get_series (self->by_participant, (gpointer) &ids[i]));
  if (n_ids == 0)
    for (guint i = 0; i < n_codes; i++)
      g_ptr_array_add (series, get_series (self->by_nation, (gpointer) codes[i]));
  if (n_ids == 0 && n_codes == 0)
    g_ptr_array_add (series, &self->for_all);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  const LiaisonObservedTime *one = a, *two = b;

  if (one->start != two->start)
    return one->start < two->start ? -1 : 1;
  return liaison_id_compare (one->block->id, two->block->id);
}

static void
sort_series (gpointer key, gpointer value, gpointer data)
{
  g_array_sort (((Series *) value)->times, compare_times);
}

LiaisonObservances *
liaison_observances_new (const LiaisonSnapshot *snapshot, gint32 from, gint32 until)
{
  LiaisonObservances *self = g_new0 (LiaisonObservances, 1);
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_OBSERVANCE, &n);

  self->snapshot = snapshot;
  self->by_nation = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, free_series);
  self->by_participant
      = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, free_series);
  init_series (&self->all);
  init_series (&self->for_all);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (GPtrArray) series = g_ptr_array_new ();
      Filing filing = { self, LIAISON_DATA (Observance, blocks[i]), series };
      choose_series (self, filing.data, series);
      liaison_observance_foreach_days (blocks[i], from, until, file_cb, &filing);
    }
  g_hash_table_foreach (self->by_nation, sort_series, NULL);
  g_hash_table_foreach (self->by_participant, sort_series, NULL);
  sort_series (NULL, &self->all, NULL);
  sort_series (NULL, &self->for_all, NULL);
  return self;
}

void
liaison_observances_free (LiaisonObservances *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->by_nation, g_hash_table_unref);
  g_clear_pointer (&self->by_participant, g_hash_table_unref);
  g_clear_pointer (&self->all.times, g_array_unref);
  g_clear_pointer (&self->for_all.times, g_array_unref);
  g_free (self);
}

const LiaisonObservedTime *
liaison_observances_get (const LiaisonObservances *self, guint *n)
{
  *n = self->all.times->len;
  return (const LiaisonObservedTime *) (gconstpointer) self->all.times->data;
}

static guint
find_first (const Series *series, gint64 start)
{
  guint low = 0, high = series->times->len;

  while (low < high)
    {
      guint middle = (low + high) / 2;
      if (g_array_index (series->times, LiaisonObservedTime, middle).start < start)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Walls and Unix times are less than a day apart. */
static void
foreach_in (const Series *series,
            const char *zone,
            gint64 from,
            gint64 until,
            LiaisonObservedFunc func,
            gpointer data)
{
  for (guint i = find_first (series, from - series->longest - DAY); i < series->times->len; i++)
    {
      const LiaisonObservedTime *time = &g_array_index (series->times, LiaisonObservedTime, i);
      if (time->start >= until + DAY)
        break;
      /* Most are over long before: no need to look at clocks. */
      if (time->end + DAY <= from)
        continue;
      const char *place = time->zone != NULL ? time->zone : zone;
      gint64 start = liaison_recurrence_from_wall (place, time->start);
      gint64 end = liaison_recurrence_from_wall (place, time->end);
      if (start < until && end > from)
        func (time, start, end, data);
    }
}

void
liaison_observances_foreach (const LiaisonObservances *self,
                             const char *nation,
                             const char *zone,
                             gint64 from,
                             gint64 until,
                             LiaisonObservedFunc func,
                             gpointer data)
{
  const Series *series = g_hash_table_lookup (self->by_nation, nation);

  if (series != NULL)
    foreach_in (series, zone, from, until, func, data);
  foreach_in (&self->for_all, zone, from, until, func, data);
}

void
liaison_observances_foreach_of (const LiaisonObservances *self,
                                LiaisonId participant,
                                const char *zone,
                                gint64 from,
                                gint64 until,
                                LiaisonObservedFunc func,
                                gpointer data)
{
  if (g_hash_table_size (self->by_participant) == 0)
    return;
  for (guint depth = 0; depth < MAX_DEPTH && !liaison_id_is_zero (participant); depth++)
    {
      const Series *series = g_hash_table_lookup (self->by_participant, &participant);
      const LiaisonBlock *block = liaison_snapshot_find (self->snapshot, participant);
      if (series != NULL)
        foreach_in (series, zone, from, until, func, data);
      if (block == NULL || block->shape != &liaison_participant_kind.shape)
        break;
      participant = LIAISON_DATA (Participant, block)->parent;
    }
}
