/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/instance-private.h"

#include <string.h>

/* Dense profiles pay while a scan over a task's steps stays short and the whole fits the cache. */
#define MAX_DENSE_CELLS (1 << 17)
#define MAX_DENSE_DURATION 64
#define MAX_DENSE_CAPACITY 32767

void
solver_instance_free (SolverInstance *self)
{
  int *numbers[] = { self->duration, self->release,  self->tail,    self->locked,  self->latest,
                     self->due,      self->priority, self->current, self->capacity };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_free (numbers[i]);
  g_free (self->order);
  g_free (self->rank);
  g_free (self->first_before);
  g_free (self->before);
  g_free (self->first_after);
  g_free (self->after);
  g_free (self->first_demand);
  g_free (self->demands);
  g_free (self->first_level);
  g_free (self->levels);
  g_free (self->calendar);
  g_free (self->demand_words);
  g_free (self->cells);
  g_free (self);
}

static void
copy_tasks (SolverInstance *self, const LiaisonSolverProblem *problem)
{
  for (guint i = 0; i < self->n; i++)
    {
      const SolverTask *task = solver_problem_task (problem, i);

      self->duration[i] = task->duration / self->scale;
      self->release[i] = MAX (task->release, 0) / self->scale;
      self->locked[i] = task->locked < 0 ? -1 : task->locked / self->scale;
      self->current[i] = task->current < 0 ? -1 : task->current / self->scale;
      self->priority[i] = task->priority;
      self->latest[i] = SOLVER_NEVER;
      self->due[i] = task->deadline == SOLVER_NEVER
                         ? SOLVER_NEVER
                         : (task->deadline - task->duration) / self->scale;
      self->has_due |= self->due[i] != SOLVER_NEVER;
      self->has_locks |= self->locked[i] >= 0;
    }
}

/* Turns counts, kept one place further on, into the place where each group starts. */
static void
accumulate (guint *first, guint n)
{
  for (guint i = 0; i < n; i++)
    first[i + 1] += first[i];
}

static void
copy_arcs (SolverInstance *self, const LiaisonSolverProblem *problem)
{
  g_autofree guint *next_before = NULL;
  g_autofree guint *next_after = NULL;

  for (guint i = 0; i < problem->lags->len; i++)
    {
      const SolverLag *lag = &g_array_index (problem->lags, SolverLag, i);

      self->first_before[lag->after + 1]++;
      self->first_after[lag->before + 1]++;
    }
  accumulate (self->first_before, self->n);
  accumulate (self->first_after, self->n);
  next_before = g_memdup2 (self->first_before, (self->n + 1) * sizeof (guint));
  next_after = g_memdup2 (self->first_after, (self->n + 1) * sizeof (guint));
  for (guint i = 0; i < problem->lags->len; i++)
    {
      const SolverLag *lag = &g_array_index (problem->lags, SolverLag, i);
      int scaled = lag->lag / self->scale;

      self->before[next_before[lag->after]++] = (SolverArc){ lag->before, scaled };
      self->after[next_after[lag->before]++] = (SolverArc){ lag->after, scaled };
      self->tight_lags |= scaled < self->duration[lag->before] || scaled < 0;
    }
}

static gboolean
sort_tasks (SolverInstance *self, GError **error)
{
  g_autofree guint *waits = g_new (guint, self->n + 1);
  guint n_ready = 0;

  for (guint i = 0; i < self->n; i++)
    {
      waits[i] = self->first_before[i + 1] - self->first_before[i];
      if (waits[i] == 0)
        self->order[n_ready++] = i;
    }
  for (guint k = 0; k < n_ready; k++)
    {
      guint i = self->order[k];

      self->rank[i] = k;
      for (guint a = self->first_after[i]; a < self->first_after[i + 1]; a++)
        if (--waits[self->after[a].task] == 0)
          self->order[n_ready++] = self->after[a].task;
    }
  if (n_ready == self->n)
    return TRUE;
  for (guint i = 0; i < self->n; i++)
    if (waits[i] > 0)
      {
        g_set_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_CYCLE,
                     "tasks[%u]: its links lead back to itself", i);
        break;
      }
  return FALSE;
}

static void
find_release (SolverInstance *self, guint i)
{
  int time = self->release[i];

  for (guint a = self->first_before[i]; a < self->first_before[i + 1]; a++)
    time = MAX (time, self->release[self->before[a].task] + self->before[a].lag);
  self->release[i] = self->locked[i] >= 0 ? self->locked[i] : time;
}

static void
find_tail (SolverInstance *self, guint i)
{
  self->tail[i] = self->duration[i];
  for (guint a = self->first_after[i]; a < self->first_after[i + 1]; a++)
    {
      const SolverArc *arc = &self->after[a];
      int latest = self->locked[arc->task] >= 0 ? self->locked[arc->task] : self->latest[arc->task];

      self->tail[i] = MAX (self->tail[i], self->tail[arc->task] + arc->lag);
      if (latest != SOLVER_NEVER)
        self->latest[i] = MIN (self->latest[i], latest - arc->lag);
    }
  self->has_latest |= self->latest[i] != SOLVER_NEVER;
}

static void
find_windows (SolverInstance *self)
{
  for (guint k = 0; k < self->n; k++)
    find_release (self, self->order[k]);
  for (guint k = self->n; k-- > 0;)
    find_tail (self, self->order[k]);
}

static int
compare_uses (gconstpointer a, gconstpointer b)
{
  const SolverUse *x = a;
  const SolverUse *y = b;

  if (x->task != y->task)
    return x->task < y->task ? -1 : 1;
  if (x->resource != y->resource)
    return x->resource < y->resource ? -1 : 1;
  return x->from < y->from ? -1 : x->from > y->from;
}

/* What the uses take together over the stretch; a calendar is asked once. */
static gint64
add_up_uses (const SolverInstance *self, const SolverUse *uses, guint n, int from, int until)
{
  gint64 amount = 0;

  for (guint k = 0; k < n; k++)
    if (uses[k].from <= from && uses[k].until >= until)
      amount += uses[k].amount;
  return self->calendar[uses->resource] ? MIN (amount, 1) : amount;
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  int x = *(const int *) a;
  int y = *(const int *) b;

  return x < y ? -1 : x > y;
}

/* Copies the uses of one resource by one task as stretches that do not overlap; gives the place of one that takes too
 * much, or NULL. */
static const SolverUse *
copy_stretches (SolverInstance *self, const SolverUse *uses, guint n, guint *n_demands)
{
  g_autofree int *cuts = g_new (int, 2 * n);

  for (guint k = 0; k < n; k++)
    {
      cuts[2 * k] = uses[k].from;
      cuts[2 * k + 1] = uses[k].until;
    }
  qsort (cuts, 2 * n, sizeof *cuts, compare_times);
  for (guint k = 0; k + 1 < 2 * n; k++)
    {
      gint64 amount = cuts[k] < cuts[k + 1] ? add_up_uses (self, uses, n, cuts[k], cuts[k + 1]) : 0;
      SolverDemand *last = *n_demands > self->first_demand[uses->task] ? &self->demands[*n_demands - 1] : NULL;

      if (amount > LIAISON_SOLVER_MAX_AMOUNT)
        return uses;
      if (amount == 0)
        continue;
      if (last != NULL && last->resource == uses->resource && last->amount == amount
          && last->until == cuts[k] / self->scale)
        last->until = cuts[k + 1] / self->scale;
      else
        self->demands[(*n_demands)++] = (SolverDemand){ uses->resource, (int) amount, cuts[k] / self->scale,
                                                        cuts[k + 1] / self->scale };
    }
  return NULL;
}

/* Copies the uses sorted by task. */
static gboolean
copy_demands (SolverInstance *self, const LiaisonSolverProblem *problem, GError **error)
{
  g_autoptr (GArray) uses = g_array_copy (problem->uses);
  const SolverUse *all = (const SolverUse *) (gconstpointer) uses->data;
  guint n = 0;
  guint i = 0;

  g_array_sort (uses, compare_uses);
  for (guint task = 0; task < self->n; task++)
    {
      self->first_demand[task] = n;
      for (guint next; i < uses->len && all[i].task == task; i = next)
        {
          for (next = i + 1; next < uses->len && all[next].task == task && all[next].resource == all[i].resource;)
            next++;
          if (copy_stretches (self, &all[i], next - i, &n) != NULL)
            {
              g_set_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT,
                           "tasks[%u]: it uses too much of resource %u", task, all[i].resource);
              return FALSE;
            }
        }
      for (guint k = self->first_demand[task]; k < n; k++)
        self->uneven |= self->demands[k].from != 0 || self->demands[k].until != self->duration[task];
    }
  self->first_demand[self->n] = n;
  return TRUE;
}

static gboolean
check_demands (const SolverInstance *self, const int *capacity, GError **error)
{
  for (guint i = 0; i < self->n; i++)
    for (guint k = self->first_demand[i]; k < self->first_demand[i + 1]; k++)
      {
        const SolverDemand *demand = &self->demands[k];

        if (self->locked[i] >= 0 || demand->amount <= capacity[demand->resource])
          continue;
        g_set_error (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_CAPACITY,
                     "tasks[%u]: it needs %d of resource %u, which never has more than %d", i,
                     demand->amount, demand->resource, capacity[demand->resource]);
        return FALSE;
      }
  return TRUE;
}

/* A bound on the end of every schedule that never waits without need. */
static gboolean
find_horizon (SolverInstance *self, GError **error)
{
  gint64 last = 0;
  gint64 sum = 1;

  for (guint r = 0; r < self->n_resources; r++)
    if (self->first_level[r + 1] > self->first_level[r])
      last = MAX (last, self->levels[self->first_level[r + 1] - 1].time);
  for (guint i = 0; i < self->n; i++)
    {
      int wait = 0;
      int from = 0;
      int until = self->duration[i];

      for (guint k = self->first_demand[i]; k < self->first_demand[i + 1]; k++)
        {
          from = MIN (from, self->demands[k].from);
          until = MAX (until, self->demands[k].until);
        }
      last = MAX (last, (gint64) MAX (self->release[i], self->current[i]) + self->duration[i]);
      for (guint a = self->first_after[i]; a < self->first_after[i + 1]; a++)
        wait = MAX (wait, self->after[a].lag - self->duration[i]);
      sum += (gint64) until - from + wait;
    }
  if (last + sum > LIAISON_SOLVER_MAX_TIME)
    {
      g_set_error_literal (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_LIMIT,
                           "the tasks together last too long");
      return FALSE;
    }
  self->horizon = (int) (last + sum);
  return TRUE;
}

static gboolean
is_dense (const SolverInstance *self)
{
  gint64 words = MAX ((self->n_resources + 3) / 4, 1);
  gint64 sum = 0;

  if (self->uneven)
    return FALSE;
  for (guint r = 0; r < self->n_resources; r++)
    if (self->capacity[r] > MAX_DENSE_CAPACITY)
      return FALSE;
  for (guint i = 0; i < self->n; i++)
    sum += self->duration[i];
  return words * self->horizon <= MAX_DENSE_CELLS && sum <= (gint64) MAX_DENSE_DURATION * self->n;
}

static void
fill_level (SolverInstance *self, guint resource, int from, int until, int capacity)
{
  guint64 lane = (guint64) capacity << (16 * (resource % 4));

  for (int time = from; time < MIN (until, self->horizon); time++)
    self->cells[(gsize) time * self->words + resource / 4] += lane;
}

static void
lay_out_cells (SolverInstance *self)
{
  self->words = MAX ((self->n_resources + 3) / 4, 1);
  self->demand_words = g_new0 (guint64, (gsize) self->words * self->n + 1);
  self->cells = g_new (guint64, (gsize) self->words * self->horizon);
  for (gsize k = 0; k < (gsize) self->words * self->horizon; k++)
    self->cells[k] = SOLVER_GUARDS;
  for (guint i = 0; i < self->n; i++)
    for (guint k = self->first_demand[i]; k < self->first_demand[i + 1]; k++)
      if (self->demands[k].amount <= MAX_DENSE_CAPACITY)
        self->demand_words[i * self->words + self->demands[k].resource / 4]
            += (guint64) self->demands[k].amount << (16 * (self->demands[k].resource % 4));
  for (guint r = 0; r < self->n_resources; r++)
    for (guint k = self->first_level[r]; k < self->first_level[r + 1]; k++)
      fill_level (self, r, self->levels[k].time,
                  k + 1 < self->first_level[r + 1] ? self->levels[k + 1].time : self->horizon,
                  self->levels[k].capacity);
}

static SolverInstance *
allocate (const LiaisonSolverProblem *problem)
{
  SolverInstance *self = g_new0 (SolverInstance, 1);
  gsize n = problem->tasks->len;
  int **numbers[] = { &self->duration, &self->release,  &self->tail,   &self->locked,
                      &self->latest,   &self->due,      &self->priority, &self->current };

  self->n = n;
  self->n_resources = problem->n_resources;
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    *numbers[i] = g_new0 (int, n + 1);
  self->order = g_new0 (guint, n + 1);
  self->rank = g_new0 (guint, n + 1);
  self->first_before = g_new0 (guint, n + 1);
  self->first_after = g_new0 (guint, n + 1);
  self->first_demand = g_new0 (guint, n + 1);
  self->before = g_new0 (SolverArc, problem->lags->len + 1);
  self->after = g_new0 (SolverArc, problem->lags->len + 1);
  self->demands = g_new0 (SolverDemand, 2 * problem->uses->len + 1);
  self->capacity = g_new0 (int, problem->n_resources + 1);
  self->move_charge = problem->move_charge;
  return self;
}

SolverInstance *
solver_instance_new (const LiaisonSolverProblem *problem, GError **error)
{
  g_autoptr (SolverInstance) self = NULL;
  g_autofree int *capacity = NULL;

  if (!solver_problem_check (problem, error))
    return NULL;
  self = allocate (problem);
  self->scale = solver_problem_scale (problem);
  self->move_charge /= self->scale;
  self->calendar = solver_instance_find_calendars (problem);
  copy_tasks (self, problem);
  copy_arcs (self, problem);
  if (!sort_tasks (self, error) || !copy_demands (self, problem, error))
    return NULL;
  capacity = solver_instance_copy_levels (self, problem);
  if (!check_demands (self, capacity, error))
    return NULL;
  find_windows (self);
  if (!find_horizon (self, error))
    return NULL;
  if (is_dense (self))
    lay_out_cells (self);
  return g_steal_pointer (&self);
}

int
solver_instance_makespan (const SolverInstance *self, const int *starts)
{
  int last = 0;

  for (guint i = 0; i < self->n; i++)
    last = MAX (last, starts[i] + self->duration[i]);
  return last;
}

static gint64
lateness (const SolverInstance *self, const int *starts)
{
  gint64 late = 0;

  for (guint i = 0; i < self->n; i++)
    {
      if (self->locked[i] < 0 && starts[i] > self->latest[i])
        late += SOLVER_LOCK_PRICE * (gint64) (starts[i] - self->latest[i]);
      if (starts[i] > self->due[i])
        late += (gint64) (starts[i] - self->due[i]) * self->priority[i];
      late = MIN (late, G_MAXUINT32);
    }
  return late;
}

gint64
solver_instance_cost (const SolverInstance *self, const int *starts)
{
  gint64 cost = solver_instance_makespan (self, starts);

  if (self->has_due || self->has_latest)
    cost += lateness (self, starts) * SOLVER_COST_LATE;
  return cost;
}
