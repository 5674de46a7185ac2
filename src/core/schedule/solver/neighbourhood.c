/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/neighbourhood.h"

#include "schedule/solver/exact.h"

#include <string.h>

#define FIRST_SIZE 30
#define SMALLEST_SIZE 8
/* Dead ends for one neighbourhood. */
#define DEAD_ENDS 300

/* A task of which units of a resource are free again once it has ended. */
typedef struct
{
  guint task;
  int amount;
} Giver;

struct _SolverNeighbourhood
{
  /* Borrowed */
  SolverRun *run;
  SolverGenerator *generator;

  /* Owned */
  GArray *arcs;   /* SolverExactArc */
  Giver *givers;
  guint *order;   /* tasks by start */
  guint8 *loose;  /* tasks set free */
  guint *linked;  /* the task for which an arc from here was last made, plus 1 */
  int *earliest;
  int *latest;

  double size; /* how many tasks are set free; follows what succeeds */
};

SolverNeighbourhood *
solver_neighbourhood_new (SolverRun *run, SolverGenerator *generator)
{
  SolverNeighbourhood *self = g_new0 (SolverNeighbourhood, 1);
  gsize n = run->instance->n;

  self->run = run;
  self->generator = generator;
  self->arcs = g_array_new (FALSE, FALSE, sizeof (SolverExactArc));
  self->givers = g_new (Giver, n + 1);
  self->order = g_new (guint, n + 1);
  self->loose = g_new0 (guint8, n + 1);
  self->linked = g_new0 (guint, n + 1);
  self->earliest = g_new0 (int, n + 1);
  self->latest = g_new0 (int, n + 1);
  self->size = MIN ((double) n, FIRST_SIZE);
  return self;
}

void
solver_neighbourhood_free (SolverNeighbourhood *self)
{
  g_array_unref (self->arcs);
  g_free (self->givers);
  g_free (self->order);
  g_free (self->loose);
  g_free (self->linked);
  g_free (self->earliest);
  g_free (self->latest);
  g_free (self);
}

/* Sets those tasks free whose middle is nearest to a random moment. */
static void
loosen_window (SolverNeighbourhood *self, const int *starts, int makespan)
{
  const SolverInstance *instance = self->run->instance;
  int middle = (int) solver_random_below (&self->run->random, 2 * makespan + 1);
  int size = (int) self->size;
  guint n = instance->n;
  g_autofree gint64 *keys = g_new (gint64, n + 1);

  memset (self->loose, 0, n);
  for (guint i = 0; i < n; i++)
    keys[i] = ABS (2 * starts[i] + instance->duration[i] - middle);
  /* Counting from the nearest outward needs no sort: grow the reach until enough are inside. */
  for (int reach = 0, found = 0; found < size && reach <= 2 * makespan; reach += 2)
    {
      found = 0;
      for (guint i = 0; i < n; i++)
        if (keys[i] <= reach)
          {
            self->loose[i] = 1;
            found++;
          }
    }
}

static void
add_arc (SolverNeighbourhood *self, guint from, guint to)
{
  SolverExactArc arc = { from, to, self->run->instance->duration[from] };

  if (self->linked[from] == to + 1)
    return;
  self->linked[from] = to + 1;
  g_array_append_val (self->arcs, arc);
}

/* Hands units of one resource on from task to task in the order of their starts. */
static void
chain_resource (SolverNeighbourhood *self, const int *starts, guint resource)
{
  const SolverInstance *instance = self->run->instance;
  int spare = instance->capacity[resource];
  guint n = 0;

  for (guint k = 0; k < instance->n; k++)
    {
      guint task = self->order[k];
      int amount = 0;

      if (self->loose[task] || instance->locked[task] >= 0 || instance->duration[task] == 0)
        continue;
      for (guint d = instance->first_demand[task]; d < instance->first_demand[task + 1]; d++)
        if (instance->demands[d].resource == resource)
          amount = instance->demands[d].amount;
      if (amount == 0)
        continue;
      self->givers[n] = (Giver){ task, 0 };
      for (guint g = 0; g < n && amount > 0; g++)
        {
          Giver *giver = &self->givers[g];
          int part = MIN (giver->amount, amount);

          if (part == 0 || starts[giver->task] + instance->duration[giver->task] > starts[task])
            continue;
          add_arc (self, giver->task, task);
          giver->amount -= part;
          self->givers[n].amount += part;
          amount -= part;
        }
      spare -= amount;
      self->givers[n++].amount += amount;
    }
  g_assert (spare >= 0);
}

static void
find_windows (SolverNeighbourhood *self, int makespan)
{
  const SolverInstance *instance = self->run->instance;

  for (guint i = 0; i < instance->n; i++)
    {
      self->earliest[i] = instance->release[i];
      self->latest[i] = makespan - instance->tail[i];
    }
}

static void
chain (SolverNeighbourhood *self, const int *starts)
{
  g_array_set_size (self->arcs, 0);
  memset (self->linked, 0, self->run->instance->n * sizeof (guint));
  for (guint r = 0; r < self->run->instance->n_resources; r++)
    chain_resource (self, starts, r);
}

static int
compare_arcs (gconstpointer a, gconstpointer b, gpointer data)
{
  const guint *place = data;
  const SolverExactArc *x = a;
  const SolverExactArc *y = b;

  return place[x->before] < place[y->before] ? -1 : place[x->before] > place[y->before];
}

/* Takes the arcs into the windows, so that the search starts narrow. */
static void
narrow (SolverNeighbourhood *self)
{
  const SolverInstance *instance = self->run->instance;
  guint n = instance->n;
  g_autofree guint *place = g_new (guint, n + 1);
  const SolverExactArc *arcs = (const SolverExactArc *) self->arcs->data;
  guint m = self->arcs->len;
  guint a = 0;

  for (guint k = 0; k < n; k++)
    place[self->order[k]] = k;
  g_array_sort_with_data (self->arcs, compare_arcs, place);
  arcs = (const SolverExactArc *) self->arcs->data;
  for (guint k = 0; k < n; k++)
    {
      guint i = self->order[k];

      for (guint b = instance->first_after[i]; b < instance->first_after[i + 1]; b++)
        self->earliest[instance->after[b].task] = MAX (self->earliest[instance->after[b].task], self->earliest[i] + instance->after[b].lag);
      for (; a < m && arcs[a].before == i; a++)
        self->earliest[arcs[a].after] = MAX (self->earliest[arcs[a].after], self->earliest[i] + arcs[a].lag);
    }
  for (guint k = n; k-- > 0;)
    {
      guint i = self->order[k];

      for (guint b = instance->first_after[i]; b < instance->first_after[i + 1]; b++)
        self->latest[i] = MIN (self->latest[i], self->latest[instance->after[b].task] - instance->after[b].lag);
      for (; a > 0 && arcs[a - 1].before == i; a--)
        self->latest[i] = MIN (self->latest[i], self->latest[arcs[a - 1].after] - arcs[a - 1].lag);
    }
}

gint64
solver_neighbourhood_try (SolverNeighbourhood *self, int *starts, gint64 cost)
{
  SolverExactScope scope = { 0 };
  g_autoptr (SolverExact) exact = NULL;
  int makespan = (int) (cost % SOLVER_COST_LATE);
  gint64 before = self->run->best_cost;
  SolverExactEnd end;

  solver_run_count (self->run, 1);
  loosen_window (self, starts, makespan);
  solver_order_by_starts (self->generator, starts, FALSE, self->order);
  chain (self, starts);
  find_windows (self, makespan - 1);
  narrow (self);
  scope = (SolverExactScope){ .makespan = makespan - 1, .hint = starts, .earliest = self->earliest, .latest = self->latest,
    .arcs = (const SolverExactArc *) self->arcs->data, .n_arcs = self->arcs->len };
  exact = solver_exact_new (self->run, &scope);
  end = solver_exact_search (exact, DEAD_ENDS);
  if (self->run->best_cost < before)
    {
      memcpy (starts, self->run->best, self->run->instance->n * sizeof (int));
      cost = self->run->best_cost;
      cost = solver_generate_justify (self->generator, starts, cost);
      solver_run_count (self->run, 2);
      solver_run_offer (self->run, starts, cost);
    }
  else if (end == SOLVER_EXACT_FINISHED)
    self->size = MIN (self->size * 1.01, self->run->instance->n);
  else
    self->size = MAX (self->size * 0.98, MIN (SMALLEST_SIZE, self->run->instance->n));
  return cost;
}
