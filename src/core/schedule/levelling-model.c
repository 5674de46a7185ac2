/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A plan as a list of constraints, and what in it moves as one. */
#include "config.h"

#include "record/duration.h"
#include "record/kinds/stage.h"
#include "record/times.h"
#include "schedule/critical-path.h"
#include "schedule/event-bounds.h"
#include "schedule/levelling-travel.h"

#include <string.h>

/* Calendars are known so long after the plan. */
#define MARGIN (G_GINT64_CONSTANT (400) * 86400)
/* Events may be moved to so long before the first of the plan. */
#define LEAD (G_GINT64_CONSTANT (60) * 86400)

static const LiaisonEventData *
data_of (const LevelModel *self, guint event)
{
  return LIAISON_DATA (Event, self->events[event].block);
}

static LevelElement *
add (LevelModel *self, LevelElementKind kind, guint event)
{
  LevelElement element = { .kind = kind,
                           .because = LEVEL_BECAUSE_FIELD,
                           .event = event,
                           .other = LIAISON_NO_PLACE,
                           .pool = LIAISON_NO_PLACE };

  g_array_append_val (self->elements, element);
  return &g_array_index (self->elements, LevelElement, self->elements->len - 1);
}

static void
add_time (LevelModel *self, LevelElementKind kind, LevelBecause because, guint event, gint64 time)
{
  LevelElement *element;

  if (time == G_MININT64 || time == G_MAXINT64)
    return;
  element = add (self, kind, event);
  element->because = because;
  element->time = time;
}

static void
add_bounds (LevelModel *self, LevelBecause because, guint event, const LiaisonBounds *bounds)
{
  add_time (self, LEVEL_NOT_BEFORE, because, event, bounds->start);
  add_time (self, LEVEL_DEADLINE, because, event, bounds->end);
}

static void
collect_times (LevelModel *self, guint event, const LiaisonBounds *exercise)
{
  const LiaisonEventData *data = data_of (self, event);
  const LiaisonBlock *stage = liaison_bounds_get_stage (&self->lookup, &data->block);
  gint64 time;

  if (self->held[event] > 0)
    {
      LevelElement *fixed = add (self, LEVEL_FIXED, event);
      fixed->because = self->held[event] - 1;
      fixed->time = self->events[event].start;
    }
  else if (self->events[event].start >= self->options->now)
    add_time (self, LEVEL_NOT_BEFORE, LEVEL_BECAUSE_NOW, event, self->options->now);
  if (data->not_before.form != LIAISON_INSTANT_UNSET
      && liaison_times_resolve (&self->lookup, &data->not_before, &time, NULL)
             == LIAISON_TIME_KNOWN)
    add_time (self, LEVEL_NOT_BEFORE, LEVEL_BECAUSE_FIELD, event, time);
  if (data->deadline.form != LIAISON_INSTANT_UNSET
      && liaison_times_resolve (&self->lookup, &data->deadline, &time, NULL) == LIAISON_TIME_KNOWN)
    add_time (self, LEVEL_DEADLINE, LEVEL_BECAUSE_FIELD, event, time);
  if (liaison_bounds_is_conduct (&self->lookup, &data->block, exercise))
    add_bounds (self, LEVEL_BECAUSE_CONDUCT, event, exercise);
  else if (stage != NULL)
    {
      LiaisonBounds bounds = liaison_bounds_of (&self->lookup, stage);
      add_bounds (self, LEVEL_BECAUSE_STAGE, event, &bounds);
    }
}

/* Whether an event that stands in time off does so only by its hour: early or late in the day, as
 * planners may well want it. On an observance, or where its site is closed, it should not be. */
static gboolean
is_wanted (const LevelModel *self, const LiaisonScheduledEvent *event, gint64 needed)
{
  const LiaisonEventData *data = LIAISON_DATA (Event, event->block);
  const char *place = liaison_calendars_get_place (self->calendars->all, event->block);
  gint64 end = event->start + needed;
  guint n;
  const char *const *nations = liaison_codes_get (data->nations, &n);

  if (data->type == LIAISON_EVENT_TYPE_REST || data->type == LIAISON_EVENT_TYPE_TRAVEL
      || data->type == LIAISON_EVENT_TYPE_MILESTONE)
    return TRUE;
  if (!liaison_id_is_zero (data->site)
      && !liaison_calendar_is_free (liaison_calendars_get_site (self->calendars->all, data->site),
                                    event->start, end, NULL))
    return FALSE;
  if (!liaison_calendar_is_free (liaison_calendars_get_hours (self->calendars->all, place),
                                 event->start, end, NULL))
    return TRUE;
  for (guint i = 0; place == NULL && i < n; i++)
    if (!liaison_calendar_is_free (
            liaison_calendars_get_home_hours (self->calendars->all, nations[i]), event->start, end,
            NULL))
      return TRUE;
  return FALSE;
}

/* What takes no time needs no working time. */
static void
collect_calendar (LevelModel *self, guint event)
{
  const LiaisonScheduledEvent *scheduled = &self->events[event];
  LiaisonCalendar *calendar = self->calendars->of[event];
  gint64 needed = self->calendars->needed[event];
  LevelElement *element;
  guint n;

  liaison_calendar_get_off (calendar, &n);
  if (n == 0 || scheduled->end == scheduled->start)
    return;
  element = add (self, LEVEL_CALENDAR, event);
  element->until = needed;
  element->lenient
      = !liaison_calendar_is_free (calendar, scheduled->start, scheduled->start + needed, NULL)
        && is_wanted (self, scheduled, needed);
}

/* Whether one of its uses stands in the pool of what it is part of. */
gboolean
level_shares (const LevelModel *self, guint event)
{
  guint n;
  const guint *pools = liaison_bookings_get_pools_of (self->bookings, event, &n);

  for (guint i = 0; i < n; i++)
    if (liaison_bookings_get_pool_resource (self->bookings, pools[i]) != pools[i])
      return TRUE;
  return FALSE;
}

static void
add_tie (LevelModel *self, guint event, guint other, LiaisonDependencyType type, gint64 said,
         gboolean anchor, LevelBecause because)
{
  const LiaisonScheduledEvent *before = &self->events[other], *after = &self->events[event];
  LevelElement *tie = add (self, LEVEL_TIE, event);

  tie->because = because;
  tie->other = other;
  tie->type = type;
  tie->anchor = anchor;
  tie->said = tie->lag = said;
  if (type == LIAISON_DEPENDENCY_TYPE_FINISH_START || type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH)
    tie->lag += before->end - before->start;
  if (type == LIAISON_DEPENDENCY_TYPE_FINISH_FINISH || type == LIAISON_DEPENDENCY_TYPE_START_FINISH)
    tie->lag -= after->end - after->start;
}

/* A part stays within the whole while they share what they use. */
static void
collect_parent (LevelModel *self, guint event)
{
  guint parent = self->events[event].parent;

  if (parent == LIAISON_NO_PLACE || !self->events[parent].occurs || !level_shares (self, event))
    return;
  add_tie (self, event, parent, LIAISON_DEPENDENCY_TYPE_START_START, 0, FALSE,
           LEVEL_BECAUSE_PARENT);
  add_tie (self, parent, event, LIAISON_DEPENDENCY_TYPE_FINISH_FINISH, 0, FALSE,
           LEVEL_BECAUSE_PARENT);
}

static void
collect_ties (LevelModel *self)
{
  g_autoptr (LiaisonCriticalPath) path
      = liaison_critical_path_new (self->snapshot, self->bookings, NULL);
  guint n;
  const LiaisonTie *ties = liaison_critical_path_get_ties (path, &n);

  for (guint i = 0; i < n; i++)
    if (self->events[ties[i].successor].occurs && self->events[ties[i].predecessor].occurs
        && !ties[i].circular)
      add_tie (self, ties[i].successor, ties[i].predecessor, ties[i].type, ties[i].lag,
               ties[i].anchor, LEVEL_BECAUSE_FIELD);
  for (guint i = 0; i < liaison_critical_path_count_circles (path); i++)
    {
      const guint *circle = liaison_critical_path_get_circle (path, i, &n);
      g_array_append_vals (self->circles, circle, n);
      g_array_append_vals (self->circles, &(guint){ LIAISON_NO_PLACE }, 1);
    }
}

static void
collect_uses (LevelModel *self)
{
  for (guint pool = 0; pool < liaison_bookings_count_pools (self->bookings); pool++)
    {
      guint n, resource = liaison_bookings_get_pool_resource (self->bookings, pool);
      const LiaisonUse *uses = liaison_bookings_get_pool (self->bookings, pool, &n);
      if (liaison_bookings_get_capacity (self->bookings, resource) == LIAISON_CAPACITY_UNLIMITED)
        continue;
      for (guint i = 0; i < n; i++)
        {
          LevelElement *use = add (self, LEVEL_USE, uses[i].event);
          use->pool = pool;
          use->amount = uses[i].amount;
          use->from = uses[i].start - self->events[uses[i].event].start;
          use->until = uses[i].end - self->events[uses[i].event].start;
        }
    }
}

/* Puts the elements in the order of their events; those of one stay in that in which they came. */
static void
sort_elements (LevelModel *self)
{
  GArray *sorted = g_array_sized_new (FALSE, FALSE, sizeof (LevelElement), self->elements->len);
  g_autofree guint *next = NULL;

  self->first = g_new0 (guint, self->n + 1);
  for (guint i = 0; i < self->elements->len; i++)
    self->first[level_element (self, i)->event + 1]++;
  for (guint i = 0; i < self->n; i++)
    self->first[i + 1] += self->first[i];
  next = g_memdup2 (self->first, (self->n + 1) * sizeof *next);
  g_array_set_size (sorted, self->elements->len);
  for (guint i = 0; i < self->elements->len; i++)
    {
      const LevelElement *element = level_element (self, i);
      g_array_index (sorted, LevelElement, next[element->event]++) = *element;
    }
  g_array_unref (self->elements);
  self->elements = sorted;
}

void
level_collect (LevelModel *self)
{
  LiaisonBounds exercise
      = liaison_bounds_of (&self->lookup, liaison_snapshot_get_exercise (self->snapshot));

  for (guint i = 0; i < self->n; i++)
    if (self->events[i].occurs)
      {
        collect_times (self, i, &exercise);
        collect_calendar (self, i);
        collect_parent (self, i);
      }
  collect_ties (self);
  collect_uses (self);
  level_collect_travel (self);
  sort_elements (self);
}

/* What may not be moved, and why. */
static void
find_held (LevelModel *self)
{
  g_autoptr (GHashTable) only = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  const LiaisonLevelOptions *options = self->options;

  for (guint i = 0; i < options->n_only; i++)
    g_hash_table_add (only, (gpointer) &options->only[i]);
  for (guint i = 0; i < self->n; i++)
    {
      const LiaisonEventData *data = data_of (self, i);
      guint held = 0;
      if (data->locked)
        held = LEVEL_BECAUSE_LOCKED + 1;
      else if (data->status == LIAISON_EVENT_STATUS_DONE
               || data->status == LIAISON_EVENT_STATUS_RUNNING
               || data->actual_start.form != LIAISON_INSTANT_UNSET)
        held = LEVEL_BECAUSE_DONE + 1;
      else if (self->events[i].start < options->from)
        held = LEVEL_BECAUSE_EARLY + 1;
      else if (options->only != NULL && !g_hash_table_contains (only, &data->block.id))
        held = LEVEL_BECAUSE_SCOPE + 1;
      self->held[i] = held;
    }
}

/* The first of what moves as one with the event. */
static guint
find_group (const LevelModel *self, guint event)
{
  while (self->group[event] != event)
    event = self->group[event] = self->group[self->group[event]];
  return event;
}

static void
join (LevelModel *self, guint one, guint other)
{
  guint a = find_group (self, one), b = find_group (self, other);

  self->group[MAX (a, b)] = MIN (a, b);
}

static void
note_stays (LevelModel *self)
{
  for (guint i = 0; i < self->n; i++)
    if (self->held[i] > 0)
      self->stays[find_group (self, i)] = TRUE;
}

/* Groups that wait for each other can only move as one. They are what is left when those are taken
 * away, again and again, that wait for none or that none waits for. */
static void
join_circles (LevelModel *self)
{
  g_autofree guint *waits = g_new0 (guint, self->n + 1);
  g_autofree guint *waited = g_new0 (guint, self->n + 1);
  g_autofree guint8 *gone = g_new0 (guint8, self->n + 1);
  gboolean changed = TRUE;

  while (changed)
    {
      changed = FALSE;
      memset (waits, 0, self->n * sizeof *waits);
      memset (waited, 0, self->n * sizeof *waited);
      for (guint i = 0; i < self->elements->len; i++)
        {
          const LevelElement *tie = level_element (self, i);
          if (tie->kind != LEVEL_TIE)
            continue;
          guint after = find_group (self, tie->event), before = find_group (self, tie->other);
          if (after == before || gone[after] || gone[before] || self->stays[after]
              || self->stays[before])
            continue;
          waits[after]++;
          waited[before]++;
        }
      for (guint i = 0; i < self->n; i++)
        if (self->group[i] == i && !gone[i] && (waits[i] == 0 || waited[i] == 0))
          changed |= gone[i] = TRUE;
    }
  for (guint i = 0; i < self->elements->len; i++)
    {
      const LevelElement *tie = level_element (self, i);
      if (tie->kind != LEVEL_TIE)
        continue;
      guint after = find_group (self, tie->event), before = find_group (self, tie->other);
      if (after == before || gone[after] || gone[before] || self->stays[after]
          || self->stays[before])
        continue;
      join (self, after, before);
    }
}

/* Whether the events that a part shares with stay while parts are fitted in. */
static void
hold_wholes (LevelModel *self)
{
  for (guint i = 0; i < self->n; i++)
    {
      guint above = self->events[i].parent;
      if (!self->troubled[i] || !self->events[i].occurs || !level_shares (self, i))
        continue;
      for (guint depth = 0; above != LIAISON_NO_PLACE && depth < 64; depth++)
        {
          if (self->held[above] == 0)
            self->held[above] = LEVEL_BECAUSE_PARTS + 1;
          above = self->events[above].parent;
        }
    }
}

void
level_group (LevelModel *self)
{
  for (guint i = 0; i < self->n; i++)
    self->group[i] = i;
  for (guint i = 0; i < self->elements->len; i++)
    {
      const LevelElement *tie = level_element (self, i);
      if (tie->kind != LEVEL_TIE)
        continue;
      if (tie->anchor && data_of (self, tie->event)->start.form == LIAISON_INSTANT_ELAPSED
          && !self->troubled[tie->event])
        join (self, tie->event, tie->other);
      if (tie->because == LEVEL_BECAUSE_PARENT
          && (!self->parts || self->held[tie->event] != LEVEL_BECAUSE_PARTS + 1)
          && (!self->parts || self->held[tie->other] != LEVEL_BECAUSE_PARTS + 1))
        join (self, tie->event, tie->other);
    }
  note_stays (self);
  join_circles (self);
  for (guint i = 0; i < self->n; i++)
    self->group[i] = find_group (self, i);
  note_stays (self);
}

static void
find_extent (LevelModel *self)
{
  gint64 first = G_MAXINT64;

  self->first_start = G_MAXINT64;
  self->unit = 60;
  for (guint i = 0; i < self->n; i++)
    {
      const LiaisonScheduledEvent *event = &self->events[i];
      if (!event->occurs)
        continue;
      first = MIN (first, event->start);
      if (self->held[i] == 0)
        self->first_start = MIN (self->first_start, event->start);
      if (event->start % 60 != 0)
        self->unit = 1;
    }
  if (first == G_MAXINT64)
    first = 0;
  /* In whole days, so that steps are whole minutes of everybody's clock. */
  self->origin = (first - LEAD) / 86400 * 86400;
}

LevelCalendars *
level_calendars_new (const LiaisonSnapshot *snapshot)
{
  LevelCalendars *self = g_new0 (LevelCalendars, 1);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  gint64 first = G_MAXINT64, last = G_MININT64;
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (bookings, &n);

  for (guint i = 0; i < n; i++)
    if (events[i].occurs)
      {
        first = MIN (first, events[i].start);
        last = MAX (last, events[i].end);
      }
  if (first > last)
    first = last = 0;
  self->all = liaison_calendars_new (snapshot, first - LEAD - 7 * 86400, last + MARGIN);
  self->of = g_new (LiaisonCalendar *, n + 1);
  self->needed = g_new (gint64, n + 1);
  for (guint i = 0; i < n; i++)
    {
      self->of[i] = liaison_calendars_get_event (self->all, events[i].block);
      self->needed[i] = liaison_calendars_get_needed (events[i].block);
    }
  return self;
}

void
level_calendars_free (LevelCalendars *self)
{
  g_clear_pointer (&self->all, liaison_calendars_free);
  g_clear_pointer (&self->of, g_free);
  g_clear_pointer (&self->needed, g_free);
  g_free (self);
}

LevelModel *
level_model_new (LiaisonSnapshot *snapshot,
                 const LiaisonLevelOptions *options,
                 const LevelCalendars *calendars,
                 gboolean parts)
{
  LevelModel *self = g_new0 (LevelModel, 1);

  self->snapshot = snapshot;
  self->options = options;
  self->parts = parts;
  self->lookup = liaison_snapshot_get_lookup (snapshot);
  self->bookings = liaison_bookings_new (snapshot);
  self->events = liaison_bookings_get_events (self->bookings, &self->n);
  self->elements = g_array_sized_new (FALSE, FALSE, sizeof (LevelElement), 10 * self->n + 64);
  self->circles = g_array_new (FALSE, FALSE, sizeof (guint));
  self->held = g_new0 (guint8, self->n + 1);
  self->troubled = g_new0 (guint8, self->n + 1);
  self->group = g_new0 (guint, self->n + 1);
  self->stays = g_new0 (guint8, self->n + 1);
  find_held (self);
  find_extent (self);
  self->calendars = calendars;
  level_collect (self);
  level_find_trouble (self);
  if (parts)
    {
      /* Those that are held now are so for another reason; list them anew. */
      hold_wholes (self);
      g_array_set_size (self->elements, 0);
      g_array_set_size (self->circles, 0);
      g_clear_pointer (&self->conflicts, g_array_unref);
      g_clear_pointer (&self->first, g_free);
      level_collect (self);
    }
  level_group (self);
  return self;
}

void
level_model_free (LevelModel *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->bookings, liaison_bookings_free);
  g_clear_pointer (&self->elements, g_array_unref);
  g_clear_pointer (&self->circles, g_array_unref);
  g_clear_pointer (&self->conflicts, g_array_unref);
  g_clear_pointer (&self->first, g_free);
  g_clear_pointer (&self->held, g_free);
  g_clear_pointer (&self->troubled, g_free);
  g_clear_pointer (&self->group, g_free);
  g_clear_pointer (&self->stays, g_free);
  g_free (self);
}
