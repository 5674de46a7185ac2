/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process.h"

#include "record/kinds/exercise.h"
#include "record/times.h"
#include "record/zone.h"

#include <string.h>

#define DAY 86400

gint32
liaison_process_find_day (const char *zone, gint64 seconds)
{
  gint32 offset = 0;

  liaison_zone_get_offset (zone, seconds, &offset);
  seconds += offset;
  return (gint32) (seconds >= 0 ? seconds / DAY : (seconds - DAY + 1) / DAY);
}

static gint32
find_edge_day (const LiaisonProcess *self, const LiaisonBlock *block, gboolean end)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (self->snapshot);
  gint64 seconds;
  LiaisonTimeState state = end ? liaison_times_get_end (&lookup, block, &seconds)
                               : liaison_times_get_start (&lookup, block, &seconds);

  if (state != LIAISON_TIME_KNOWN)
    return LIAISON_DATE_UNSET;
  /* What ends at midnight does not reach into the next day. */
  return liaison_process_find_day (self->zone, end ? seconds - 1 : seconds);
}

static gint32
find_planned (const LiaisonProcess *self, gint64 weeks)
{
  return weeks == LIAISON_INTEGER_UNSET || self->startex == LIAISON_DATE_UNSET
             ? LIAISON_DATE_UNSET
             : self->startex - (gint32) weeks * 7;
}

static gboolean
is_past (const LiaisonProcess *self, gint32 day)
{
  return day != LIAISON_DATE_UNSET && day < self->today;
}

static LiaisonProcessState
find_product_state (const LiaisonProcess *self, const LiaisonStageProductData *data, gint32 due)
{
  switch (data->status)
    {
    case LIAISON_DUE_STATUS_APPROVED:
    case LIAISON_DUE_STATUS_ISSUED:
      return LIAISON_PROCESS_DONE;
    case LIAISON_DUE_STATUS_DROPPED:
      return LIAISON_PROCESS_DROPPED;
    default:
      break;
    }
  if (data->completed != LIAISON_DATE_UNSET)
    return LIAISON_PROCESS_DONE;
  if (is_past (self, due))
    return LIAISON_PROCESS_LATE;
  if (data->status == LIAISON_DUE_STATUS_DRAFTING || data->status == LIAISON_DUE_STATUS_REVIEW)
    return LIAISON_PROCESS_RUNNING;
  return due == LIAISON_DATE_UNSET ? LIAISON_PROCESS_UNKNOWN : LIAISON_PROCESS_UPCOMING;
}

/* The date written, the day of the conference that needs it, what its lead time says, in that
 * order; a conference that is sooner than the date counts. */
static gint32
find_due (const LiaisonProcess *self, LiaisonProcessProduct *product)
{
  const LiaisonStageProductData *data = (gconstpointer) product->item;
  gint32 meeting =
      product->event != NULL ? find_edge_day (self, product->event, FALSE) : LIAISON_DATE_UNSET;

  if (data->due != LIAISON_DATE_UNSET)
    return meeting != LIAISON_DATE_UNSET ? MIN (meeting, data->due) : data->due;
  return meeting != LIAISON_DATE_UNSET ? meeting : product->planned;
}

static int
compare_days (gint32 a, gint32 b)
{
  if (a == LIAISON_DATE_UNSET || b == LIAISON_DATE_UNSET)
    return (a == LIAISON_DATE_UNSET) - (b == LIAISON_DATE_UNSET);
  return a < b ? -1 : a > b;
}

static int
compare_products (gconstpointer a, gconstpointer b)
{
  const LiaisonProcessProduct *first = a, *second = b;
  int order = compare_days (first->due, second->due);

  return order != 0 ? order : liaison_id_compare (first->item->id, second->item->id);
}

static gboolean
hangs_on_endex (const LiaisonStageData *data)
{
  return data->start.form != LIAISON_INSTANT_FIXED && data->start.form != LIAISON_INSTANT_UNSET
         && data->start.edge == LIAISON_ANCHOR_ENDEX;
}

static void
add_products (LiaisonProcess *self, LiaisonProcessStage *stage)
{
  const LiaisonItems *items = LIAISON_DATA (Stage, stage->stage)->products;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonBlock *item = liaison_items_get (items, i);
      const LiaisonStageProductData *data = (gconstpointer) item;
      LiaisonProcessProduct product = { .item = item };

      if (!liaison_id_is_zero (data->event))
        product.event = liaison_snapshot_find (self->snapshot, data->event);
      if (product.event != NULL && product.event->shape != &liaison_event_kind.shape)
        product.event = NULL;
      /* What hangs on ENDEX has no lead time that counts from STARTEX. */
      product.planned = hangs_on_endex (LIAISON_DATA (Stage, stage->stage))
                            ? LIAISON_DATE_UNSET
                            : find_planned (self, data->lead_weeks);
      product.due = find_due (self, &product);
      product.state = find_product_state (self, data, product.due);
      product.late = product.state == LIAISON_PROCESS_LATE ? self->today - product.due : 0;
      stage->n_products_done += product.state == LIAISON_PROCESS_DONE;
      stage->n_products_late += product.state == LIAISON_PROCESS_LATE;
      g_array_append_val (stage->products, product);
    }
  g_array_sort (stage->products, compare_products);
}

static LiaisonProcessState
find_stage_state (const LiaisonProcess *self, const LiaisonProcessStage *stage)
{
  const LiaisonStageData *data = LIAISON_DATA (Stage, stage->stage);

  if (data->status == LIAISON_STAGE_STATUS_SKIPPED)
    return LIAISON_PROCESS_DROPPED;
  if (data->status == LIAISON_STAGE_STATUS_DONE || data->completed != LIAISON_DATE_UNSET)
    return LIAISON_PROCESS_DONE;
  if (data->status == LIAISON_STAGE_STATUS_LATE || is_past (self, stage->end)
      || is_past (self, data->deadline))
    return LIAISON_PROCESS_LATE;
  if (data->status == LIAISON_STAGE_STATUS_RUNNING
      || (stage->start != LIAISON_DATE_UNSET && stage->start <= self->today))
    return LIAISON_PROCESS_RUNNING;
  return stage->start == LIAISON_DATE_UNSET ? LIAISON_PROCESS_UNKNOWN : LIAISON_PROCESS_UPCOMING;
}

static gint32
count_late (const LiaisonProcess *self, const LiaisonProcessStage *stage)
{
  gint32 deadline = LIAISON_DATA (Stage, stage->stage)->deadline, last = stage->end;

  if (stage->state != LIAISON_PROCESS_LATE)
    return 0;
  if (deadline != LIAISON_DATE_UNSET && (last == LIAISON_DATE_UNSET || deadline < last))
    last = deadline;
  return is_past (self, last) ? self->today - last : 0;
}

static void
stage_free (gpointer data)
{
  LiaisonProcessStage *stage = data;

  g_array_unref (stage->products);
  g_array_unref (stage->conferences);
  g_free (stage);
}

static void
add_stage (LiaisonProcess *self, const LiaisonBlock *block)
{
  const LiaisonStageData *data = LIAISON_DATA (Stage, block);
  LiaisonProcessStage *stage = g_new0 (LiaisonProcessStage, 1);

  stage->stage = block;
  stage->products = g_array_new (FALSE, TRUE, sizeof (LiaisonProcessProduct));
  stage->conferences = g_array_new (FALSE, TRUE, sizeof (LiaisonProcessConference));
  stage->planned_start = find_planned (self, data->lead_weeks);
  stage->planned_end = find_planned (self, data->end_lead_weeks);
  /* What ends a week before STARTEX by its lead time ends on the day before. */
  if (stage->planned_end != LIAISON_DATE_UNSET)
    stage->planned_end--;
  stage->start = find_edge_day (self, block, FALSE);
  stage->end = find_edge_day (self, block, TRUE);
  /* A stage that only has lead times stands where they say. */
  if (stage->start == LIAISON_DATE_UNSET)
    stage->start = stage->planned_start;
  if (data->end.form == LIAISON_INSTANT_UNSET && stage->planned_end != LIAISON_DATE_UNSET)
    stage->end = stage->planned_end;
  stage->state = find_stage_state (self, stage);
  stage->late = count_late (self, stage);
  add_products (self, stage);
  g_ptr_array_add (self->stages, stage);
}

static LiaisonProcessState
find_conference_state (const LiaisonProcess *self, const LiaisonProcessConference *conference)
{
  switch (LIAISON_DATA (Event, conference->event)->status)
    {
    case LIAISON_EVENT_STATUS_DONE:
      return LIAISON_PROCESS_DONE;
    case LIAISON_EVENT_STATUS_CANCELLED:
      return LIAISON_PROCESS_DROPPED;
    default:
      break;
    }
  if (!conference->timed)
    return LIAISON_PROCESS_UNKNOWN;
  if (conference->end <= self->now && conference->start < self->now)
    return LIAISON_PROCESS_LATE;
  return conference->start <= self->now ? LIAISON_PROCESS_RUNNING : LIAISON_PROCESS_UPCOMING;
}

static int
compare_conferences (gconstpointer a, gconstpointer b)
{
  const LiaisonProcessConference *first = a, *second = b;

  if (first->timed != second->timed)
    return second->timed - first->timed;
  if (first->timed && first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return liaison_id_compare (first->event->id, second->event->id);
}

static void
add_conferences (LiaisonProcess *self, GHashTable *stages)
{
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (self->snapshot, LIAISON_KIND_EVENT, &n);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (self->snapshot);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonEventData *data = LIAISON_DATA (Event, events[i]);
      LiaisonProcessConference conference = { .event = events[i] };
      LiaisonProcessStage *stage;

      if (data->type != LIAISON_EVENT_TYPE_CONFERENCE)
        continue;
      conference.timed =
          liaison_times_get_start (&lookup, events[i], &conference.start) == LIAISON_TIME_KNOWN;
      if (!conference.timed
          || liaison_times_get_end (&lookup, events[i], &conference.end) != LIAISON_TIME_KNOWN)
        conference.end = conference.start;
      conference.state = find_conference_state (self, &conference);
      stage = g_hash_table_lookup (stages, &data->stage);
      g_array_append_val (stage != NULL ? stage->conferences : self->others, conference);
    }
}

static int
compare_stages (gconstpointer a, gconstpointer b)
{
  const LiaisonProcessStage *first = *(LiaisonProcessStage *const *) a;
  const LiaisonProcessStage *second = *(LiaisonProcessStage *const *) b;
  int order = compare_days (first->start, second->start);

  if (order != 0)
    return order;
  order = g_strcmp0 (LIAISON_DATA (Stage, first->stage)->order,
                     LIAISON_DATA (Stage, second->stage)->order);
  return order != 0 ? order : liaison_id_compare (first->stage->id, second->stage->id);
}

LiaisonProcess *
liaison_process_new (LiaisonSnapshot *snapshot, gint64 now)
{
  LiaisonProcess *self = g_new0 (LiaisonProcess, 1);
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (snapshot);
  g_autoptr (GHashTable) index = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  guint n;
  const LiaisonBlock *const *stages;

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->now = now;
  self->zone = LIAISON_DATA (Exercise, exercise)->zone;
  self->today = liaison_process_find_day (self->zone, now);
  self->startex = find_edge_day (self, exercise, FALSE);
  self->endex = find_edge_day (self, exercise, TRUE);
  self->stages = g_ptr_array_new_with_free_func (stage_free);
  self->others = g_array_new (FALSE, TRUE, sizeof (LiaisonProcessConference));
  stages = liaison_snapshot_get (snapshot, LIAISON_KIND_STAGE, &n);
  for (guint i = 0; i < n; i++)
    {
      add_stage (self, stages[i]);
      g_hash_table_insert (index, (gpointer) &stages[i]->id, self->stages->pdata[i]);
    }
  add_conferences (self, index);
  for (guint i = 0; i < n; i++)
    {
      LiaisonProcessStage *stage = self->stages->pdata[i];
      g_array_sort (stage->conferences, compare_conferences);
    }
  g_array_sort (self->others, compare_conferences);
  g_ptr_array_sort (self->stages, compare_stages);
  return self;
}

void
liaison_process_free (LiaisonProcess *self)
{
  liaison_snapshot_unref (self->snapshot);
  g_ptr_array_unref (self->stages);
  g_array_unref (self->others);
  g_free (self);
}
