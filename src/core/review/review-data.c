/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What rules are given to look at. */
#include "config.h"

#include "review/review-private.h"

#include "record/field-type.h"
#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"
#include "record/times.h"
#include "schedule/bookings-private.h"
#include "schedule/conflict-index-private.h"
#include "schedule/recurrence.h"

/* How far from the exercise calendars are looked at, s. */
#define CALENDAR_YEARS (G_GINT64_CONSTANT (5) * 366 * 86400)
/* An edit takes few findings out of those of one record. */
#define LOOK_AHEAD 8
/* Calendars begin and end on such spells of days. */
#define SPELL (G_GINT64_CONSTANT (64) * 86400)

void
liaison_review_shared_clear (struct _LiaisonReviewShared *self)
{
  g_clear_pointer (&self->calendars, liaison_calendars_free);
  g_clear_pointer (&self->travel, liaison_travel_free);
  g_clear_pointer (&self->bookings, liaison_bookings_free);
  g_clear_pointer (&self->pools, g_array_unref);
  g_clear_pointer (&self->duties, g_hash_table_unref);
  g_clear_pointer (&self->shifts, g_hash_table_unref);
}

gboolean
liaison_review_is_partial (const LiaisonReview *review)
{
  return review->shared->document != NULL;
}

LiaisonDocument *
liaison_review_get_document (const LiaisonReview *review)
{
  return review->shared->document;
}

const LiaisonId *
liaison_review_get_uses (LiaisonReview *review, const LiaisonBlock *target, guint *n)
{
  return liaison_document_find_uses (review->shared->document, target->id, n);
}

const LiaisonId *
liaison_review_get_alike (LiaisonReview *review, const LiaisonBlock *block, guint *n)
{
  return liaison_alike_get (review->alike, block, n);
}

const LiaisonBookings *
liaison_review_get_bookings (LiaisonReview *review)
{
  if (review->shared->bookings == NULL)
    review->shared->bookings = liaison_bookings_new (review->snapshot);
  return review->shared->bookings;
}

const LiaisonScheduledEvent *
liaison_review_get_event (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonScheduledEvent *event;

  if (review->shared->conflicts != NULL)
    event = liaison_conflict_index_find_event (review->shared->conflicts, block->id);
  else
    event = liaison_bookings_find_event (liaison_review_get_bookings (review), block->id,
                                         &review->shared->near);
  return event != NULL && event->occurs ? event : NULL;
}

typedef struct
{
  LiaisonReview *review;
  const LiaisonScheduledEvent *event;
  LiaisonOccasionFunc func;
  gpointer data;
} Occasions;

static gboolean
occasion_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  const Occasions *self = data;
  LiaisonScheduledEvent occasion = *self->event;

  occasion.start = occurrence->start;
  occasion.end = MAX (occurrence->start, occurrence->end);
  return self->func (self->review, &occasion, occurrence->site, occurrence->index > 0, self->data)
         && occurrence->index + 1 < LIAISON_SERIES_OCCURRENCES;
}

void
liaison_review_foreach_occasion (LiaisonReview *review,
                                 const LiaisonScheduledEvent *event,
                                 LiaisonOccasionFunc func,
                                 gpointer data)
{
  const LiaisonEventData *block = LIAISON_DATA (Event, event->block);
  Occasions occasions = { review, event, func, data };

  if (block->rule == NULL)
    func (review, event, block->site, FALSE, data);
  else
    liaison_recurrence_foreach (&review->lookup, event->block, event->start,
                                event->start + LIAISON_SERIES_SECONDS, occasion_cb, &occasions);
}

void
liaison_review_tell_occasion (LiaisonFinding *finding, const LiaisonScheduledEvent *occasion, gboolean later)
{
  if (later)
    liaison_finding_take_operand (finding, liaison_operand_seconds_at ("time", occasion->start));
}

const LiaisonScheduledEvent *
liaison_review_get_used_by (LiaisonReview *review, guint event)
{
  guint n;

  if (review->shared->conflicts != NULL)
    return &liaison_conflict_slot (review->shared->conflicts, event)->event;
  return &liaison_bookings_get_events (liaison_review_get_bookings (review), &n)[event];
}

static int
compare_pools (gconstpointer a, gconstpointer b)
{
  const LiaisonSharedPool *one = a, *two = b;

  if (one->resource != two->resource)
    return one->resource < two->resource ? -1 : 1;
  return one->owner < two->owner ? -1 : one->owner > two->owner;
}

/* The pools of the parts of events, by what they compete for. */
static const GArray *
get_shared_pools (LiaisonReview *review, const LiaisonBookings *bookings)
{
  if (review->shared->pools != NULL)
    return review->shared->pools;
  review->shared->pools = g_array_new (FALSE, FALSE, sizeof (LiaisonSharedPool));
  for (guint i = bookings->n_resources; i < bookings->n_pools; i++)
    {
      LiaisonSharedPool pool = { liaison_bookings_get_pool_resource (bookings, i),
                                 g_array_index (bookings->pool_owners, guint, i - bookings->n_resources), i };
      g_array_append_val (review->shared->pools, pool);
    }
  g_array_sort (review->shared->pools, compare_pools);
  return review->shared->pools;
}

static guint
find_first_shared (const GArray *pools, guint resource)
{
  guint low = 0, high = pools->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      if (g_array_index (pools, LiaisonSharedPool, middle).resource < resource)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

static void
foreach_booked_pool (LiaisonReview *review, const LiaisonBlock *resource, LiaisonReviewPoolFunc func, gpointer data)
{
  const LiaisonBookings *bookings = liaison_review_get_bookings (review);
  guint place = liaison_bookings_find_resource (bookings, resource);
  const GArray *shared = get_shared_pools (review, bookings);
  LiaisonReviewPool pool = { .resource = resource };

  if (place == LIAISON_NO_PLACE)
    return;
  pool.uses = liaison_bookings_get_pool (bookings, place, &pool.n);
  func (review, &pool, data);
  pool.shared = TRUE;
  for (guint i = find_first_shared (shared, place);
       i < shared->len && g_array_index (shared, LiaisonSharedPool, i).resource == place; i++)
    {
      pool.uses = liaison_bookings_get_pool (bookings, g_array_index (shared, LiaisonSharedPool, i).pool, &pool.n);
      func (review, &pool, data);
    }
}

typedef struct
{
  LiaisonReview *review;
  LiaisonReviewPool pool;
  LiaisonReviewPoolFunc func;
  gpointer data;
} Looking;

static void
pool_cb (const LiaisonUse *uses, guint n, gboolean shared, gpointer data)
{
  Looking *self = data;

  self->pool.uses = uses;
  self->pool.n = n;
  self->pool.shared = shared;
  self->func (self->review, &self->pool, self->data);
}

void
liaison_review_foreach_pool (LiaisonReview *review, const LiaisonBlock *resource, LiaisonReviewPoolFunc func, gpointer data)
{
  Looking looking = { review, { .resource = resource }, func, data };

  if (review->shared->conflicts != NULL)
    liaison_conflict_index_foreach_pool (review->shared->conflicts, resource->id, pool_cb, &looking);
  else
    foreach_booked_pool (review, resource, func, data);
}

static void
widen (const LiaisonScheduledEvent *event, gint64 *from, gint64 *until)
{
  if (!event->occurs)
    return;
  *from = MIN (*from, event->start);
  *until = MAX (*until, event->end);
}

/* When the events are; G_MAXINT64 and G_MININT64 where none is. */
static void
get_extent (LiaisonReview *review, gint64 *from, gint64 *until)
{
  const LiaisonConflictIndex *index = review->shared->conflicts;
  guint n = index != NULL ? index->slots->len : 0;

  *from = G_MAXINT64;
  *until = G_MININT64;
  for (guint i = 0; i < n; i++)
    if (index->slots->pdata[i] != NULL)
      widen (&liaison_conflict_slot (index, i)->event, from, until);
  if (index != NULL)
    return;
  const LiaisonScheduledEvent *events
      = liaison_bookings_get_events (liaison_review_get_bookings (review), &n);
  for (guint i = 0; i < n; i++)
    widen (&events[i], from, until);
}

gboolean
liaison_review_differs (const LiaisonBlock *before, const LiaisonBlock *after, guint field)
{
  const LiaisonField *row = &before->shape->fields[field];

  return !liaison_field_type_ops (row->type)
              ->equal (LIAISON_BLOCK_AT (before, row), LIAISON_BLOCK_AT (after, row));
}

gboolean
liaison_review_presence_differs (const LiaisonBlock *before, const LiaisonBlock *after)
{
  static const guint fields[]
      = { LIAISON_FIELD (Event, start),        LIAISON_FIELD (Event, duration),  LIAISON_FIELD (Event, status),
          LIAISON_FIELD (Event, site),         LIAISON_FIELD (Event, from_site), LIAISON_FIELD (Event, type),
          LIAISON_FIELD (Event, participants), LIAISON_FIELD (Event, chair),     LIAISON_FIELD (Event, roles),
          LIAISON_FIELD (Event, bookings),     LIAISON_FIELD (Event, rule),      LIAISON_FIELD (Event, exceptions),
          LIAISON_FIELD (Event, parent) };

  if (before->shape != &liaison_event_kind.shape)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    if (liaison_review_differs (before, after, fields[i]))
      return TRUE;
  return FALSE;
}

gboolean
liaison_review_hours_differ (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return before->shape != &liaison_nation_kind.shape
         || liaison_review_differs (before, after, LIAISON_FIELD (Nation, code))
         || liaison_review_differs (before, after, LIAISON_FIELD (Nation, zone))
         || liaison_review_differs (before, after, LIAISON_FIELD (Nation, day_start))
         || liaison_review_differs (before, after, LIAISON_FIELD (Nation, day_end));
}

static gint64
round_down (gint64 seconds)
{
  return (seconds / SPELL - (seconds % SPELL < 0)) * SPELL;
}

/* From before the first event until after the last, within ten years of the exercise. */
void
liaison_review_get_span (LiaisonReview *review, gint64 *from, gint64 *until)
{
  gint64 middle, end;

  get_extent (review, from, until);
  if (liaison_times_get_start (&review->lookup, liaison_snapshot_get_exercise (review->snapshot), &middle)
      != LIAISON_TIME_KNOWN)
    middle = review->now;
  if (*from > *until)
    *from = *until = middle;
  /* Series go on until the end of the exercise. */
  if (liaison_times_get_end (&review->lookup, liaison_snapshot_get_exercise (review->snapshot), &end)
      == LIAISON_TIME_KNOWN)
    *until = MAX (*until, end);
  *from = MAX (*from, middle - CALENDAR_YEARS);
  *until = MAX (*from, MIN (*until, middle + CALENDAR_YEARS));
  *from = round_down (*from - 2 * 86400);
  *until = round_down (*until + 14 * 86400) + SPELL;
}

LiaisonCalendars *
liaison_review_get_calendars (LiaisonReview *review)
{
  gint64 from, until;

  if (review->shared->calendars == NULL)
    {
      liaison_review_get_span (review, &from, &until);
      review->shared->calendars = liaison_calendars_new (review->snapshot, from, until);
    }
  return review->shared->calendars;
}

const LiaisonTravel *
liaison_review_get_travel (LiaisonReview *review)
{
  if (review->shared->travel == NULL)
    review->shared->travel = liaison_travel_new (review->snapshot);
  return review->shared->travel;
}

gint32
liaison_review_get_day (const LiaisonSnapshot *snapshot, gint64 now)
{
  const char *zone = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->zone;
  gint64 wall = liaison_recurrence_to_wall (zone, now);

  return (gint32) (wall / 86400 - (wall % 86400 < 0));
}

gint32
liaison_review_get_today (LiaisonReview *review)
{
  return liaison_review_get_day (review->snapshot, review->now);
}

gboolean
liaison_review_may_list (LiaisonReview *review)
{
  if (review->n_listed == LIAISON_REVIEW_MAX_LISTED && !review->shared->all)
    {
      review->n_omitted++;
      return FALSE;
    }
  review->n_listed++;
  return TRUE;
}

LiaisonFinding *
liaison_review_add (LiaisonReview *review,
                    const LiaisonBlock *record,
                    const char *field,
                    const char *sentence)
{
  LiaisonFinding *finding
      = liaison_finding_new (review->rule->name, review->rule->severity, sentence);

  finding->field = field;
  liaison_finding_add_record (finding, record->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("record", record->id));
  g_ptr_array_add (review->findings, finding);
  return finding;
}

gboolean
liaison_review_keep (LiaisonReview *review,
                     gboolean (*is_same) (const LiaisonFinding *earlier, gconstpointer data),
                     gconstpointer data)
{
  guint end = review->earlier != NULL ? MIN (review->n_passed + LOOK_AHEAD, review->earlier->len) : 0;

  for (guint i = review->n_passed; i < end; i++)
    if (is_same (review->earlier->pdata[i], data))
      {
        g_ptr_array_add (review->findings, liaison_finding_ref (review->earlier->pdata[i]));
        review->n_passed = i + 1;
        return TRUE;
      }
  return FALSE;
}

void
liaison_review_foreach (LiaisonReview *review,
                        void (*func) (LiaisonReview *review, const LiaisonBlock *block))
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        func (review, blocks[i]);
    }
}
