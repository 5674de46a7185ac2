/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From constraints to problems of the solver. */
#include "config.h"

#include "record/duration.h"
#include "schedule/levelling-travel.h"

/* A move is as bad as one so much longer: so few are moved. */
#define MOVE_CHARGE (4 * 3600)
/* More ways than this are left to the look at the plan as it would be. */
#define MAX_WAYS 10000

/* What is made, and what of it is there already. */
typedef struct
{
  const LevelModel *model;
  LevelProblem *made;
  GHashTable *pools;     /* pool plus one -> resource plus one */
  GHashTable *calendars; /* LiaisonCalendar * -> resource plus one */
  gint64 *release;       /* each task: the latest of those given, steps */
  gint64 *deadline;      /* each task: the soonest start of those given, steps */
  gboolean *locked;      /* each task */
  guint n_ways;          /* how many resources keep events apart by the way between them */
  GArray *group_uses;    /* of LevelElement: those of the group so far, s after its base */
} Builder;

static gint64
floor_steps (const LevelProblem *self, gint64 seconds)
{
  return seconds / self->unit - (seconds % self->unit < 0);
}

static gint64
ceil_steps (const LevelProblem *self, gint64 seconds)
{
  return -floor_steps (self, -seconds);
}

static int
clamp_step (gint64 step)
{
  return (int) CLAMP (step, -LIAISON_SOLVER_MAX_TIME, LIAISON_SOLVER_MAX_TIME);
}

static gint64
offset_of (const Builder *self, guint event)
{
  return self->model->events[event].start - self->made->base[self->made->task[event]];
}

/* The capacity of a pool that nobody exhausts is that of a calendar. */
static guint
get_pool (Builder *self, guint pool)
{
  gpointer found = g_hash_table_lookup (self->pools, GUINT_TO_POINTER (pool + 1));

  if (found == NULL)
    {
      guint resource = liaison_bookings_get_pool_resource (self->model->bookings, pool);
      guint capacity = liaison_bookings_get_capacity (self->model->bookings, resource);
      found = GUINT_TO_POINTER (
          liaison_solver_problem_add_resource (
              self->made->problem, (int) MIN (capacity, LIAISON_SOLVER_MAX_AMOUNT - 1))
          + 1);
      g_hash_table_insert (self->pools, GUINT_TO_POINTER (pool + 1), found);
    }
  return GPOINTER_TO_UINT (found) - 1;
}

static void
fill_span (Builder *self, guint resource, const LiaisonSpan *off)
{
  gint64 start = floor_steps (self->made, off->start - self->made->origin);
  gint64 end = ceil_steps (self->made, off->end - self->made->origin);

  if (end <= 0 || off->end <= off->start)
    return;
  liaison_solver_problem_set_capacity_from (self->made->problem, resource,
                                            clamp_step (MAX (start, 0)), 0);
  liaison_solver_problem_set_capacity_from (self->made->problem, resource, clamp_step (end),
                                            LIAISON_SOLVER_UNLIMITED);
}

static void
fill_calendar (Builder *self, guint resource, const LiaisonCalendar *calendar)
{
  guint n;
  const LiaisonSpan *off = liaison_calendar_get_off (calendar, &n);

  for (guint i = 0; i < n; i++)
    fill_span (self, resource, &off[i]);
}

static guint
get_calendar (Builder *self, LiaisonCalendar *calendar)
{
  gpointer found = g_hash_table_lookup (self->calendars, calendar);

  if (found == NULL)
    {
      guint resource
          = liaison_solver_problem_add_resource (self->made->problem, LIAISON_SOLVER_UNLIMITED);
      fill_calendar (self, resource, calendar);
      found = GUINT_TO_POINTER (resource + 1);
      g_hash_table_insert (self->calendars, calendar, found);
    }
  return GPOINTER_TO_UINT (found) - 1;
}

/* Its own, which is open at its time of today too. */
static guint
add_lenient (Builder *self, const LevelElement *element, const LiaisonCalendar *calendar)
{
  LevelProblem *made = self->made;
  guint resource = liaison_solver_problem_add_resource (made->problem, LIAISON_SOLVER_UNLIMITED);
  gint64 start = self->model->events[element->event].start;
  gint64 end = start + MAX (element->until, made->unit);
  guint n;
  const LiaisonSpan *off = liaison_calendar_get_off (calendar, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonSpan parts[] = { off[i], off[i] };
      if (off[i].start < end && off[i].end > start)
        {
          parts[0].end = MIN (off[i].end, start);
          parts[1].start = MAX (off[i].start, end);
        }
      for (guint k = 0; k < 2; k++)
        fill_span (self, resource, &parts[k]);
    }
  return resource;
}

static void
add_calendar (Builder *self, const LevelElement *element, gboolean anywhere)
{
  const LevelModel *model = self->model;
  LiaisonCalendar *calendar = model->calendars->of[element->event];
  gint64 from = offset_of (self, element->event), found;

  /* Where no day is long enough, looking for one would lead out of all calendars. */
  if (!anywhere
      && !liaison_calendar_find_free (calendar, self->made->origin, element->until, &found))
    return;
  liaison_solver_problem_add_use_between (
      self->made->problem, self->made->task[element->event],
      element->lenient ? add_lenient (self, element, calendar) : get_calendar (self, calendar), 1,
      clamp_step (floor_steps (self->made, from)),
      clamp_step (ceil_steps (self->made, from + MAX (element->until, self->made->unit))));
}

/* Whether the group itself takes too much of the pool then. */
static gboolean
is_too_much (const Builder *self, const LevelElement *use, guint capacity)
{
  guint64 taken = use->amount;

  for (guint i = 0; i < self->group_uses->len; i++)
    {
      const LevelElement *other = &g_array_index (self->group_uses, LevelElement, i);
      if (other->pool == use->pool && other->from < use->until && other->until > use->from)
        taken += other->amount;
    }
  return taken > capacity;
}

static void
add_use (Builder *self, const LevelElement *element)
{
  gint64 offset = offset_of (self, element->event);

  liaison_solver_problem_add_use_between (
      self->made->problem, self->made->task[element->event], get_pool (self, element->pool),
      (int) MIN (element->amount, LIAISON_SOLVER_MAX_AMOUNT - 1),
      clamp_step (floor_steps (self->made, offset + element->from)),
      clamp_step (ceil_steps (self->made, offset + element->until)));
}

/* What stands against itself in the group, or asks for more than there is, no move can mend. */
static void
add_group_use (Builder *self, const LevelElement *element)
{
  LevelElement use = *element;
  guint resource = liaison_bookings_get_pool_resource (self->model->bookings, use.pool);

  use.from += offset_of (self, use.event);
  use.until += offset_of (self, use.event);
  if (is_too_much (self, &use, liaison_bookings_get_capacity (self->model->bookings, resource)))
    return;
  g_array_append_val (self->group_uses, use);
  add_use (self, element);
}

static void
add_release (Builder *self, guint event, gint64 time)
{
  guint task = self->made->task[event];
  gint64 step
      = ceil_steps (self->made, time - offset_of (self, event) - self->made->origin);

  self->release[task] = MAX (self->release[task], step);
}

/* That the event starts no later than `time`. */
static void
add_latest (Builder *self, guint event, gint64 time)
{
  guint task = self->made->task[event];
  gint64 step
      = floor_steps (self->made, time - offset_of (self, event) - self->made->origin);

  self->deadline[task] = MIN (self->deadline[task], step);
}

static void
add_tie (Builder *self, const LevelElement *tie, gboolean part)
{
  const LevelProblem *made = self->made;
  guint after = made->task[tie->event], before = made->task[tie->other];
  gint64 lag = tie->lag + offset_of (self, tie->other) - offset_of (self, tie->event);

  if (after == before || (self->locked[after] && self->locked[before] && !part))
    return;
  if (!part && self->locked[before])
    add_release (self, tie->event, self->model->events[tie->other].start + tie->lag);
  else if (!part && self->locked[after])
    add_latest (self, tie->other, self->model->events[tie->event].start - tie->lag);
  else
    liaison_solver_problem_add_link (made->problem, LIAISON_SOLVER_START_START, before, after,
                                     clamp_step (ceil_steps (made, lag)));
}

/* Whether the task itself takes too much then: that no move can mend. */
static gboolean
is_in_own_way (const LevelTravelUse *uses, guint place, guint capacity)
{
  const LevelTravelUse *use = &uses[place];
  guint64 taken = use->amount;

  for (guint i = 0; i < place; i++)
    if (uses[i].task == use->task && uses[i].from < use->until && uses[i].until > use->from)
      taken += uses[i].amount;
  return taken > capacity;
}

static void
travel_cb (gpointer data, guint capacity, const LevelTravelUse *uses, guint n)
{
  Builder *self = data;
  guint resource;

  if (self->n_ways++ >= MAX_WAYS)
    return;
  resource = liaison_solver_problem_add_resource (self->made->problem, (int) capacity);
  for (guint i = 0; i < n; i++)
    if (!is_in_own_way (uses, i, capacity))
      liaison_solver_problem_add_use_between (self->made->problem, uses[i].task, resource,
                                              (int) uses[i].amount,
                                              clamp_step (floor_steps (self->made, uses[i].from)),
                                              clamp_step (ceil_steps (self->made, uses[i].until)));
}

/* One of two goes first, and then the other after the way. */
static void
add_travel (Builder *self, const LevelElement *travel)
{
  const LiaisonScheduledEvent *events = self->model->events;
  guint pair[] = { travel->event, travel->other };
  guint resource;

  if (self->made->task[pair[0]] == self->made->task[pair[1]])
    return;
  resource = liaison_solver_problem_add_resource (self->made->problem, 1);
  for (guint i = 0; i < 2; i++)
    {
      gint64 offset = offset_of (self, pair[i]);
      gint64 end = offset + events[pair[i]].end - events[pair[i]].start + travel->lag;
      liaison_solver_problem_add_use_between (
          self->made->problem, self->made->task[pair[i]], resource, 1,
          clamp_step (floor_steps (self->made, offset)), clamp_step (ceil_steps (self->made, end)));
    }
}

static void
add_element (Builder *self, const LevelElement *element, gboolean part)
{
  const LiaisonScheduledEvent *event = &self->model->events[element->event];

  switch ((LevelElementKind) element->kind)
    {
    case LEVEL_FIXED:
      self->locked[self->made->task[element->event]] = TRUE;
      break;
    case LEVEL_NOT_BEFORE:
      add_release (self, element->event, element->time);
      break;
    case LEVEL_DEADLINE:
      add_latest (self, element->event, element->time - (event->end - event->start));
      break;
    case LEVEL_CALENDAR:
      add_calendar (self, element, part);
      break;
    case LEVEL_TIE:
      add_tie (self, element, part);
      break;
    case LEVEL_USE:
      if (part)
        add_use (self, element);
      else
        add_group_use (self, element);
      break;
    case LEVEL_TRAVEL:
    default:
      /* A whole plan keeps all events apart, not only those that are near each other today. */
      if (part)
        add_travel (self, element);
      break;
    }
}

static void
builder_begin (Builder *self, guint n_tasks)
{
  self->pools = g_hash_table_new (NULL, NULL);
  self->calendars = g_hash_table_new (NULL, NULL);
  self->release = g_new0 (gint64, n_tasks + 1);
  self->deadline = g_new (gint64, n_tasks + 1);
  self->locked = g_new0 (gboolean, n_tasks + 1);
  self->group_uses = g_array_new (FALSE, FALSE, sizeof (LevelElement));
  for (guint i = 0; i <= n_tasks; i++)
    self->deadline[i] = G_MAXINT64;
}

static int
get_weight (const LiaisonBlock *event)
{
  gint64 priority = LIAISON_DATA (Event, event)->priority;

  return 1 + (int) (priority != LIAISON_INTEGER_UNSET ? CLAMP (priority, 0, 1000) / 10 : 0);
}

/* Gives what was gathered for each task to the problem, and lets go of the rest. */
static void
builder_end (Builder *self, const int *durations)
{
  LevelProblem *made = self->made;

  for (guint task = 0; task < made->n_tasks; task++)
    {
      int current = clamp_step (floor_steps (made, made->base[task] - made->origin));
      liaison_solver_problem_set_release (made->problem, task, clamp_step (self->release[task]));
      liaison_solver_problem_set_current (made->problem, task, MAX (current, 0));
      if (self->deadline[task] != G_MAXINT64)
        liaison_solver_problem_set_deadline (
            made->problem, task, clamp_step (self->deadline[task] + durations[task]));
      if (self->locked[task])
        liaison_solver_problem_lock (made->problem, task, MAX (current, 0));
    }
  g_clear_pointer (&self->pools, g_hash_table_unref);
  g_clear_pointer (&self->calendars, g_hash_table_unref);
  g_clear_pointer (&self->release, g_free);
  g_clear_pointer (&self->deadline, g_free);
  g_clear_pointer (&self->locked, g_free);
  g_clear_pointer (&self->group_uses, g_array_unref);
}

static void
begin (LevelProblem *self, const LevelModel *model)
{
  self->problem = liaison_solver_problem_new ();
  self->task = g_new (guint, model->n + 1);
  self->base = g_new0 (gint64, model->n + 1);
  self->origin = model->origin;
  self->unit = model->unit;
  self->n_tasks = 0;
  for (guint i = 0; i < model->n; i++)
    self->task[i] = LIAISON_NO_PLACE;
}

/* Numbers the groups in the order of their first events; gives how long each takes in steps. */
static int *
add_groups (LevelProblem *self, const LevelModel *model, int **weights)
{
  g_autofree gint64 *ends = g_new (gint64, model->n + 1);
  int *durations = g_new0 (int, model->n + 1);

  *weights = g_new0 (int, model->n + 1);
  for (guint i = 0; i < model->n; i++)
    {
      const LiaisonScheduledEvent *event = &model->events[i];
      guint first = model->group[i];
      if (!event->occurs)
        continue;
      if (self->task[first] == LIAISON_NO_PLACE)
        {
          self->task[first] = self->n_tasks;
          self->base[self->n_tasks] = event->start;
          ends[self->n_tasks++] = event->end;
        }
      guint task = self->task[i] = self->task[first];
      self->base[task] = MIN (self->base[task], event->start);
      ends[task] = MAX (ends[task], event->end);
      (*weights)[task] = MIN ((*weights)[task] + get_weight (event->block),
                              LIAISON_SOLVER_MAX_PRIORITY);
    }
  for (guint task = 0; task < self->n_tasks; task++)
    durations[task] = clamp_step (ceil_steps (self, ends[task] - self->base[task]));
  return durations;
}

/* Events by their groups, so that what a group does to itself is seen. */
static guint *
sort_by_task (const LevelProblem *self, const LevelModel *model)
{
  g_autofree guint *next = g_new0 (guint, self->n_tasks + 2);
  guint *order = g_new (guint, model->n + 1);

  for (guint i = 0; i < model->n; i++)
    if (self->task[i] != LIAISON_NO_PLACE)
      next[self->task[i] + 1]++;
  for (guint i = 0; i < self->n_tasks; i++)
    next[i + 1] += next[i];
  for (guint i = 0; i < model->n; i++)
    if (self->task[i] != LIAISON_NO_PLACE)
      order[next[self->task[i]]++] = i;
  order[next[self->n_tasks > 0 ? self->n_tasks - 1 : 0]] = LIAISON_NO_PLACE;
  return order;
}

void
level_problem_init (LevelProblem *self, const LevelModel *model, const guint8 *stuck)
{
  Builder builder = { .model = model, .made = self };
  g_autofree int *weights = NULL;
  gint64 first = model->first_start;

  begin (self, model);
  g_autofree int *durations = add_groups (self, model, &weights);
  g_autofree guint *order = sort_by_task (self, model);
  builder_begin (&builder, self->n_tasks);
  for (guint task = 0; task < self->n_tasks; task++)
    {
      liaison_solver_problem_add_task (self->problem, durations[task]);
      liaison_solver_problem_set_priority (self->problem, task, weights[task]);
    }
  for (guint i = 0; i < model->n; i++)
    if (model->group[i] == i && self->task[i] != LIAISON_NO_PLACE)
      builder.locked[self->task[i]] = model->stays[i] || (stuck != NULL && stuck[i]);
  for (guint k = 0; order[k] != LIAISON_NO_PLACE; k++)
    {
      guint event = order[k];
      if (k == 0 || self->task[order[k - 1]] != self->task[event])
        g_array_set_size (builder.group_uses, 0);
      for (guint i = model->first[event]; i < model->first[event + 1]; i++)
        add_element (&builder, level_element (model, i), FALSE);
      /* As short as possible from where it begins today, not from long before. */
      if (model->options->goal == LIAISON_LEVEL_SHORTEST && first != G_MAXINT64)
        add_release (&builder, event, MIN (first, model->events[event].start));
    }
  level_make_travel (model, self, travel_cb, &builder);
  liaison_solver_problem_set_move_charge (self->problem, (int) (MOVE_CHARGE / self->unit));
  builder_end (&builder, durations);
}

void
level_problem_init_part (LevelProblem *self,
                         const LevelModel *model,
                         const guint *elements,
                         guint n)
{
  Builder builder = { .model = model, .made = self };
  g_autoptr (GArray) durations = g_array_new (FALSE, FALSE, sizeof (int));

  begin (self, model);
  for (guint i = 0; i < n; i++)
    {
      const LevelElement *element = level_element (model, elements[i]);
      guint events[] = { element->event, element->other };
      for (guint k = 0; k < 2; k++)
        {
          guint event = events[k];
          if (event == LIAISON_NO_PLACE || self->task[event] != LIAISON_NO_PLACE)
            continue;
          int duration = clamp_step (
              ceil_steps (self, model->events[event].end - model->events[event].start));
          self->task[event] = liaison_solver_problem_add_task (self->problem, duration);
          self->base[self->n_tasks++] = model->events[event].start;
          g_array_append_val (durations, duration);
        }
    }
  builder_begin (&builder, self->n_tasks);
  for (guint i = 0; i < n; i++)
    add_element (&builder, level_element (model, elements[i]), TRUE);
  builder_end (&builder, (const int *) (gconstpointer) durations->data);
}

void
level_problem_clear (LevelProblem *self)
{
  g_clear_pointer (&self->problem, liaison_solver_problem_free);
  g_clear_pointer (&self->task, g_free);
  g_clear_pointer (&self->base, g_free);
}
