/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Begins with every task at its current start or as soon after as it can, then again and again takes a few tasks that
 * stand in each other's way out and puts them back, each as near to its current start as it can. */
#include "config.h"

#include "schedule/solver/least.h"

#include "schedule/solver/generate.h"
#include "schedule/solver/instance-private.h"

#include <string.h>

/* Lateness counts before all moves. */
#define COST_LATE (G_GINT64_CONSTANT (1) << 39)
#define MOST_LATE (1 << 23)
#define MOST_TAKEN 16
/* So many tries without gain before a worse schedule is taken as a new beginning. */
#define PATIENCE 3000

typedef struct
{
  /* Borrowed */
  SolverRun *run;
  const SolverInstance *instance;
  SolverProfile *profile;

  /* Owned */
  int *starts;
  guint8 *out;       /* tasks that are taken out now */
  guint *first_user; /* users of resource r: first_user[r] up to first_user[r + 1] */
  guint *users;

  guint taken[MOST_TAKEN];
  int before[MOST_TAKEN];   /* their starts before */
  int earliest[MOST_TAKEN];
  int latest[MOST_TAKEN];
  guint n_taken;
  gint64 late;  /* of the whole schedule */
  gint64 moved;
} Least;

static gint64
late_of (const SolverInstance *instance, guint task, int start)
{
  gint64 late = 0;

  if (instance->locked[task] < 0 && start > instance->latest[task])
    late += SOLVER_LOCK_PRICE * (gint64) (start - instance->latest[task]);
  if (start > instance->due[task])
    late += (gint64) (start - instance->due[task]) * instance->priority[task];
  return late;
}

static gint64
moved_of (const SolverInstance *instance, guint task, int start)
{
  if (instance->current[task] < 0 || instance->locked[task] >= 0)
    return 0;
  if (start == instance->current[task])
    return 0;
  return (ABS ((gint64) start - instance->current[task]) + instance->move_charge) * instance->priority[task];
}

static gint64
cost_of (gint64 late, gint64 moved)
{
  return MIN (late, MOST_LATE) * COST_LATE + MIN (moved, COST_LATE - 1);
}

static void
add_up (Least *self)
{
  self->late = 0;
  self->moved = 0;
  for (guint i = 0; i < self->instance->n; i++)
    {
      self->late += late_of (self->instance, i, self->starts[i]);
      self->moved += moved_of (self->instance, i, self->starts[i]);
    }
}

/* Where the task would like to be. */
static int
wish_of (const SolverInstance *instance, guint task)
{
  int on_time = MIN (instance->due[task], instance->latest[task]);

  return MAX (MIN (instance->current[task], on_time), instance->release[task]);
}

/* Places all tasks, by their wishes, no earlier than these. Gives FALSE when one finds no place. */
static gboolean
place_all (Least *self, SolverGenerator *generator)
{
  const SolverInstance *instance = self->instance;
  g_autofree gint64 *keys = g_new (gint64, instance->n + 1);
  g_autofree guint *list = g_new (guint, instance->n + 1);

  for (guint i = 0; i < instance->n; i++)
    keys[i] = (gint64) wish_of (instance, i) * (LIAISON_SOLVER_MAX_PRIORITY + 1) - instance->priority[i];
  solver_order_by_keys (generator, keys, list);
  for (guint k = 0; k < instance->n; k++)
    {
      guint task = list[k];
      int time = wish_of (instance, task);

      for (guint a = instance->first_before[task]; a < instance->first_before[task + 1]; a++)
        time = MAX (time, self->starts[instance->before[a].task] + instance->before[a].lag);
      if (instance->locked[task] >= 0)
        time = instance->locked[task];
      else
        time = solver_profile_earliest (self->profile, task, time);
      if (time < 0)
        return FALSE;
      self->starts[task] = time;
      if (instance->locked[task] < 0)
        solver_profile_place (self->profile, task, time);
    }
  return TRUE;
}

static void
list_users (Least *self)
{
  const SolverInstance *instance = self->instance;
  g_autofree guint *next = NULL;

  self->first_user = g_new0 (guint, instance->n_resources + 2);
  self->users = g_new (guint, instance->first_demand[instance->n] + 1);
  for (guint d = 0; d < instance->first_demand[instance->n]; d++)
    self->first_user[instance->demands[d].resource + 1]++;
  for (guint r = 0; r < instance->n_resources; r++)
    self->first_user[r + 1] += self->first_user[r];
  next = g_memdup2 (self->first_user, (instance->n_resources + 1) * sizeof (guint));
  for (guint i = 0; i < instance->n; i++)
    for (guint d = instance->first_demand[i]; d < instance->first_demand[i + 1]; d++)
      self->users[next[instance->demands[d].resource]++] = i;
}

static void
take_out (Least *self, guint task)
{
  if (self->n_taken == MOST_TAKEN || self->out[task] || self->instance->locked[task] >= 0)
    return;
  self->out[task] = 1;
  self->taken[self->n_taken] = task;
  self->before[self->n_taken++] = self->starts[task];
  solver_profile_remove (self->profile, task, self->starts[task]);
}

/* A task of the same resource that runs about when this one does or would like to. */
static guint
find_rival (Least *self, guint task)
{
  const SolverInstance *instance = self->instance;
  guint n_demands = instance->first_demand[task + 1] - instance->first_demand[task];
  SolverRandom *random = &self->run->random;
  guint found = task;
  guint n_found = 0;
  guint r;
  int from, until;

  if (n_demands == 0)
    return task;
  r = instance->demands[instance->first_demand[task] + solver_random_below (random, n_demands)].resource;
  if (instance->calendar[r])
    return task;
  from = MIN (self->starts[task], wish_of (instance, task));
  until = MAX (self->starts[task], wish_of (instance, task)) + instance->duration[task];
  for (guint k = self->first_user[r]; k < self->first_user[r + 1]; k++)
    {
      guint other = self->users[k];

      if (!self->out[other] && instance->locked[other] < 0 && self->starts[other] <= until
          && self->starts[other] + instance->duration[other] >= from
          && solver_random_below (random, ++n_found) == 0)
        found = other;
    }
  return found;
}

/* A task linked to this one. */
static guint
find_linked (Least *self, guint task)
{
  const SolverInstance *instance = self->instance;
  guint n_before = instance->first_before[task + 1] - instance->first_before[task];
  guint n_after = instance->first_after[task + 1] - instance->first_after[task];
  guint k = solver_random_below (&self->run->random, n_before + n_after);

  if (n_before + n_after == 0)
    return task;
  return k < n_before ? instance->before[instance->first_before[task] + k].task
                      : instance->after[instance->first_after[task] + k - n_before].task;
}

/* Any task that is not where it should be; any at all if none is found soon. */
static guint
find_displaced (Least *self)
{
  guint task = 0;

  for (guint k = 0; k < 4 * self->instance->n; k++)
    {
      task = solver_random_below (&self->run->random, self->instance->n);
      if (moved_of (self->instance, task, self->starts[task]) > 0
          || late_of (self->instance, task, self->starts[task]) > 0)
        break;
    }
  return task;
}

static void
take_some (Least *self)
{
  SolverRandom *random = &self->run->random;
  guint size = 2 + solver_random_below (random, MOST_TAKEN - 1);

  self->n_taken = 0;
  take_out (self, find_displaced (self));
  for (guint k = 0; k < 3 * size && self->n_taken > 0 && self->n_taken < size; k++)
    {
      guint from = self->taken[solver_random_below (random, self->n_taken)];

      take_out (self, solver_random_below (random, 3) == 0 ? find_linked (self, from) : find_rival (self, from));
    }
}

/* The taken tasks stand in the order of the network here, so one pass each way settles their windows. */
static void
find_windows (Least *self)
{
  const SolverInstance *instance = self->instance;

  for (guint k = 0; k < self->n_taken; k++)
    {
      guint task = self->taken[k];

      self->earliest[k] = instance->release[task];
      for (guint a = instance->first_before[task]; a < instance->first_before[task + 1]; a++)
        self->earliest[k] = MAX (self->earliest[k], self->starts[instance->before[a].task] + instance->before[a].lag);
      if (self->out[task])
        self->starts[task] = self->earliest[k];
    }
  for (guint k = self->n_taken; k-- > 0;)
    {
      guint task = self->taken[k];

      self->latest[k] = instance->horizon - instance->duration[task];
      for (guint a = instance->first_after[task]; a < instance->first_after[task + 1]; a++)
        self->latest[k] = MIN (self->latest[k], self->starts[instance->after[a].task] - instance->after[a].lag);
      if (self->out[task])
        self->starts[task] = self->latest[k];
    }
}

/* The wish, now and then blurred: a task that stands aside a little may make room for another. */
static int
blur_wish (Least *self, guint task)
{
  SolverRandom *random = &self->run->random;
  int wish = wish_of (self->instance, task);
  int reach = 1 + self->instance->duration[task];

  if (solver_random_below (random, 4) > 0)
    return wish;
  return MAX (wish + (int) solver_random_below (random, 2 * reach + 1) - reach, 0);
}

/* The place within the window that is nearest to the wish, -1 if there is none. Now and then takes the nearest on
 * the other side. */
static int
find_nearest (Least *self, guint task, int earliest, int latest)
{
  int wish = blur_wish (self, task);
  gboolean turn = solver_random_below (&self->run->random, 8) == 0;
  int later, sooner;

  if (earliest > latest)
    return -1;
  wish = CLAMP (wish, earliest, latest);
  later = solver_profile_earliest (self->profile, task, wish);
  if (later == wish)
    return wish;
  sooner = solver_profile_latest (self->profile, task, wish);
  if (later > latest)
    later = -1;
  if (sooner < earliest)
    sooner = -1;
  if (later < 0 || sooner < 0)
    return MAX (later, sooner);
  return (later - wish <= wish - sooner) != turn ? later : sooner;
}

static gboolean
put_back (Least *self, guint k)
{
  const SolverInstance *instance = self->instance;
  guint task = self->taken[k];
  int on_time = MIN (instance->due[task], instance->latest[task]);
  int start = find_nearest (self, task, self->earliest[k], MIN (self->latest[k], on_time));

  if (start < 0)
    start = find_nearest (self, task, self->earliest[k], self->latest[k]);
  if (start < 0)
    return FALSE;
  self->starts[task] = start;
  self->out[task] = 0;
  solver_profile_place (self->profile, task, start);
  return TRUE;
}

static void
sort_taken (Least *self)
{
  for (guint k = 1; k < self->n_taken; k++)
    for (guint j = k; j > 0 && self->instance->rank[self->taken[j - 1]] > self->instance->rank[self->taken[j]]; j--)
      {
        guint task = self->taken[j];
        int before = self->before[j];

        self->taken[j] = self->taken[j - 1];
        self->before[j] = self->before[j - 1];
        self->taken[j - 1] = task;
        self->before[j - 1] = before;
      }
}

/* Puts all back, weightier tasks more often first. Gives FALSE when one found no place. */
static gboolean
put_all_back (Least *self)
{
  double keys[MOST_TAKEN];

  for (guint k = 0; k < self->n_taken; k++)
    keys[k] = solver_random_unit (&self->run->random) / self->instance->priority[self->taken[k]];
  for (guint done = 0; done < self->n_taken; done++)
    {
      guint next = 0;

      for (guint k = 1; k < self->n_taken; k++)
        if (self->out[self->taken[k]] && (!self->out[self->taken[next]] || keys[k] < keys[next]))
          next = k;
      find_windows (self);
      if (!put_back (self, next))
        return FALSE;
    }
  return TRUE;
}

static void
restore (Least *self)
{
  for (guint k = 0; k < self->n_taken; k++)
    {
      guint task = self->taken[k];

      if (!self->out[task])
        solver_profile_remove (self->profile, task, self->starts[task]);
      self->out[task] = 0;
    }
  for (guint k = 0; k < self->n_taken; k++)
    {
      self->starts[self->taken[k]] = self->before[k];
      solver_profile_place (self->profile, self->taken[k], self->before[k]);
    }
}

/* Takes some out and puts them back; gives whether the schedule is now better. One that is worse is kept only on
 * demand. */
static gboolean
try_once (Least *self, gboolean keep_worse)
{
  gint64 late = self->late;
  gint64 moved = self->moved;
  gint64 before = cost_of (late, moved);
  gboolean placed;

  take_some (self);
  sort_taken (self);
  placed = put_all_back (self);
  for (guint k = 0; placed && k < self->n_taken; k++)
    {
      guint task = self->taken[k];

      late += late_of (self->instance, task, self->starts[task]) - late_of (self->instance, task, self->before[k]);
      moved += moved_of (self->instance, task, self->starts[task]) - moved_of (self->instance, task, self->before[k]);
    }
  if (!placed || (!keep_worse && cost_of (late, moved) > before))
    {
      restore (self);
      return FALSE;
    }
  self->late = late;
  self->moved = moved;
  return cost_of (late, moved) < before;
}

static void
improve (Least *self)
{
  guint stale = 0;

  while (solver_run_count (self->run, 1))
    {
      if (try_once (self, stale > PATIENCE))
        {
          stale = 0;
          solver_run_offer (self->run, self->starts, cost_of (self->late, self->moved));
        }
      else
        stale = stale > PATIENCE ? 0 : stale + 1;
    }
}

void
solver_solve_least (SolverRun *run)
{
  g_autoptr (SolverGenerator) generator = solver_generator_new (run->instance);
  g_autofree int *starts = g_new0 (int, run->instance->n + 1);
  g_autofree guint8 *out = g_new0 (guint8, run->instance->n + 1);
  Least self = { .run = run, .instance = run->instance, .profile = generator->profile, .starts = starts, .out = out };

  solver_run_count (run, 1);
  if (!place_all (&self, generator))
    return;
  add_up (&self);
  solver_run_offer (run, starts, cost_of (self.late, self.moved));
  list_users (&self);
  if (!run->stopped && run->instance->n > 0)
    improve (&self);
  g_free (self.first_user);
  g_free (self.users);
}
