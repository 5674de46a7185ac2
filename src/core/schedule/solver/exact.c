/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/exact-private.h"

#include <string.h>

#define MAX_LITERALS 8000000
#define MAX_TASKS 5000
#define RESTART_UNIT 100

gboolean
solver_exact_suits (const SolverInstance *instance, int makespan)
{
  return instance->words > 0 && instance->n > 0 && instance->n <= MAX_TASKS
         && (gint64) makespan * instance->n <= MAX_LITERALS;
}

/* Arcs of the instance and of the scope; a task without a follower that lasts to its end leads to the makespan. */
static GArray *
collect_arcs (const SolverExact *self, const SolverExactScope *scope)
{
  const SolverInstance *instance = self->instance;
  GArray *arcs = g_array_new (FALSE, FALSE, sizeof (SolverExactArc));

  for (guint i = 0; i < self->n; i++)
    {
      SolverExactArc last = { i, self->n, instance->duration[i] };
      gboolean covered = FALSE;

      for (guint a = instance->first_after[i]; a < instance->first_after[i + 1]; a++)
        {
          SolverExactArc arc = { i, instance->after[a].task, instance->after[a].lag };

          g_array_append_val (arcs, arc);
          covered |= arc.lag + instance->duration[arc.after] >= instance->duration[i];
        }
      if (!covered)
        g_array_append_val (arcs, last);
    }
  if (scope->n_arcs > 0)
    g_array_append_vals (arcs, scope->arcs, scope->n_arcs);
  return arcs;
}

static void
sort_arcs (SolverExact *self, const GArray *arcs, gboolean forward, guint **first, SolverArc **sorted)
{
  g_autofree guint *next = NULL;

  *first = g_new0 (guint, self->n_vars + 2);
  *sorted = g_new (SolverArc, arcs->len + 1);
  for (guint k = 0; k < arcs->len; k++)
    {
      const SolverExactArc *arc = &g_array_index (arcs, SolverExactArc, k);

      (*first)[(forward ? arc->before : arc->after) + 1]++;
    }
  for (guint i = 0; i < self->n_vars; i++)
    (*first)[i + 1] += (*first)[i];
  next = g_memdup2 (*first, (self->n_vars + 1) * sizeof (guint));
  for (guint k = 0; k < arcs->len; k++)
    {
      const SolverExactArc *arc = &g_array_index (arcs, SolverExactArc, k);

      if (forward)
        (*sorted)[next[arc->before]++] = (SolverArc){ arc->after, arc->lag };
      else
        (*sorted)[next[arc->after]++] = (SolverArc){ arc->before, arc->lag };
    }
}

static void
list_users (SolverExact *self)
{
  const SolverInstance *instance = self->instance;
  guint n = 0;

  self->first_user = g_new0 (guint, instance->n_resources + 2);
  self->users = g_new (guint, instance->first_demand[self->n] + 1);
  self->amounts = g_new (int, instance->first_demand[self->n] + 1);
  self->open = g_new (guint, self->n + 1);
  for (guint i = 0; i < self->n; i++)
    if (instance->locked[i] < 0 && solver_instance_uses (instance, i))
      self->open[self->n_open++] = i;
  for (guint r = 0; r < instance->n_resources; r++)
    {
      self->first_user[r] = n;
      for (guint i = 0; i < self->n; i++)
        for (guint d = instance->first_demand[i]; d < instance->first_demand[i + 1]; d++)
          if (instance->demands[d].resource == r && instance->locked[i] < 0 && instance->duration[i] > 0)
            {
              self->users[n] = i;
              self->amounts[n++] = instance->demands[d].amount;
            }
    }
  self->first_user[instance->n_resources] = n;
}

/* The windows of tasks before any propagation. */
static void
find_windows (const SolverExact *self, const SolverExactScope *scope, int *earliest, int *latest)
{
  const SolverInstance *instance = self->instance;

  for (guint i = 0; i < self->n; i++)
    {
      int most = scope->makespan - instance->tail[i];

      most = MIN (most, MIN (instance->latest[i], instance->due[i]));
      if (scope->latest != NULL)
        most = MIN (most, scope->latest[i]);
      earliest[i] = scope->earliest != NULL ? scope->earliest[i] : instance->release[i];
      latest[i] = most;
      if (instance->locked[i] >= 0)
        earliest[i] = latest[i] = instance->locked[i];
    }
}

static void
set_hint (SolverExact *self, const int *starts)
{
  memcpy (self->hint, starts, self->n * sizeof (int));
  exact_hint_pairs (self);
}

/* Gives FALSE when a window is empty. */
static gboolean
set_windows (SolverExact *self, int makespan, const int *earliest, const int *latest)
{
  gboolean ok = makespan >= 0;

  for (guint i = 0; i < self->n; i++)
    {
      ok &= earliest[i] <= latest[i];
      self->value[2 * i] = earliest[i];
      self->value[2 * i + 1] = -latest[i];
    }
  self->value[2 * self->n + 1] = -makespan;
  for (guint i = self->n + 1; i < self->n_vars; i++)
    self->value[2 * i + 1] = -1;
  return ok;
}

static void
number_literals (SolverExact *self)
{
  int n = 0;

  for (guint b = 0; b < 2 * self->n_vars; b++)
    {
      self->root[b] = self->value[b];
      self->first[b] = self->value[b] + 1;
      self->last[b] = EXACT_NONE;
      self->need[b] = G_MININT;
      self->base[b] = n;
      n -= self->value[b & ~1u] + self->value[b | 1u];
    }
  self->base[2 * self->n_vars] = n;
}

static void
allocate_literals (SolverExact *self)
{
  int n = self->base[2 * self->n_vars];

  self->lists = g_new0 (ExactWatchList, n + 1);
  self->activity = g_new0 (double, n + 1);
  self->heap = g_new (int, n + 1);
  self->heap_place = g_new (int, n + 1);
  memset (self->heap_place, 0xff, n * sizeof (int));
  self->owner = g_new (int, n + 1);
  for (guint b = 0; b < 2 * self->n_vars; b += 2)
    for (int k = self->base[b]; k < self->base[b + 1]; k++)
      self->owner[k] = (int) b / 2;
  self->level_start = g_new (int, n + 2);
}

static void
allocate (SolverExact *self)
{
  guint n_bounds = 2 * self->n_vars;
  int **bounds[] = { &self->value, &self->root, &self->first, &self->last, &self->need, &self->need_at };

  for (guint k = 0; k < G_N_ELEMENTS (bounds); k++)
    *bounds[k] = g_new0 (int, n_bounds);
  self->base = g_new0 (int, n_bounds + 1);
  self->hint = g_new0 (int, self->n_vars);
  self->starts = g_new0 (int, self->n + 1);
  self->touched = g_new0 (guint8, self->n + 1);
  self->trail_size = 1024;
  self->trail = g_new (ExactChange, self->trail_size);
  self->clauses_size = 4096;
  self->clauses = g_new (int, self->clauses_size);
  self->watches_size = 256;
  self->watches = g_new (ExactWatch, self->watches_size);
  self->reason = g_new (ExactLiteral, n_bounds + 2);
  self->learned = g_new (ExactLiteral, n_bounds + 2);
  self->parts = g_new (ExactPart, self->n + 1);
  self->seen_size = (int) n_bounds + 2;
  self->seen = g_new (int, self->seen_size);
  self->implied = g_new (int, self->seen_size);
}

/* Compulsory parts at the root were never set change by change, so each is taken now. */
static gboolean
take_root_parts (SolverExact *self)
{
  for (guint k = 0; k < self->n_open; k++)
    {
      guint task = self->open[k];
      const guint64 *demand = self->instance->demand_words + (gsize) task * self->words;

      self->touched[task] = 1;
      for (int time = exact_most (self, task); time < exact_least (self, task) + self->instance->duration[task]; time++)
        for (guint w = 0; w < self->words; w++)
          {
            guint64 *cell = &self->cells[(gsize) time * self->words + w];

            *cell -= demand[w];
            if ((*cell & SOLVER_GUARDS) != SOLVER_GUARDS)
              return FALSE;
          }
    }
  return TRUE;
}

/* Makes every window agree with every arc, since arcs are looked at only when an end changes. */
static gboolean
settle_arcs (SolverExact *self)
{
  for (guint i = 0; i <= self->n; i++)
    {
      for (guint a = self->first_after[i]; a < self->first_after[i + 1]; a++)
        if (!exact_set (self, 2 * (int) self->after[a].task, self->value[2 * i] + self->after[a].lag, EXACT_DECISION, 0, 0))
          return FALSE;
      for (guint a = self->first_before[i]; a < self->first_before[i + 1]; a++)
        if (!exact_set (self, 2 * (int) self->before[a].task + 1, self->value[2 * i + 1] + self->before[a].lag, EXACT_DECISION, 0, 0))
          return FALSE;
    }
  return exact_settle_pairs (self);
}

SolverExact *
solver_exact_new (SolverRun *run, const SolverExactScope *scope)
{
  SolverExact *self = g_new0 (SolverExact, 1);
  g_autoptr (GArray) arcs = NULL;
  g_autofree int *earliest = g_new (int, run->instance->n + 1);
  g_autofree int *latest = g_new (int, run->instance->n + 1);

  self->run = run;
  self->instance = run->instance;
  self->n = run->instance->n;
  self->n_vars = self->n + 1;
  self->words = run->instance->words;
  self->horizon = scope->makespan;
  self->step = 1;
  self->clause_step = 1;
  self->max_learned = 4000;
  self->dirty_from = G_MAXINT;
  self->dirty_until = -1;
  arcs = collect_arcs (self, scope);
  sort_arcs (self, arcs, TRUE, &self->first_after, &self->after);
  sort_arcs (self, arcs, FALSE, &self->first_before, &self->before);
  list_users (self);
  find_windows (self, scope, earliest, latest);
  exact_find_pairs (self, earliest, latest);
  self->n_vars += self->pairs->len;
  allocate (self);
  if (scope->hint != NULL)
    set_hint (self, scope->hint);
  self->empty = !set_windows (self, scope->makespan, earliest, latest);
  if (self->empty)
    return self;
  self->cells = g_memdup2 (self->instance->cells, (gsize) self->words * (self->horizon + 1) * sizeof (guint64));
  number_literals (self);
  allocate_literals (self);
  self->empty = !take_root_parts (self) || !settle_arcs (self) || !exact_propagate (self);
  if (!self->empty)
    exact_settle_root (self);
  return self;
}

void
solver_exact_free (SolverExact *self)
{
  gpointer arrays[] = { self->first_after, self->first_before, self->after,       self->before,
                        self->first_user,  self->users,        self->amounts,     self->value,
                        self->root,        self->first,        self->base,        self->last,
                        self->need,        self->need_at,      self->trail,       self->level_start,
                        self->cells,       self->touched,      self->open,        self->clauses,
                        self->lists,       self->activity,     self->heap_place,  self->heap,
                        self->owner,       self->hint,         self->starts,      self->first_pair,
                        self->pair_of,      self->reason,       self->learned,     self->parts,
                        self->seen,         self->implied,      self->watches };

  for (guint k = 0; k < G_N_ELEMENTS (arrays); k++)
    g_free (arrays[k]);
  g_array_unref (self->pairs);
  g_free (self);
}

gboolean
solver_exact_tighten (SolverExact *self, int makespan, const int *hint)
{
  if (self->empty)
    return FALSE;
  exact_backtrack (self, 0);
  if (hint != NULL)
    set_hint (self, hint);
  self->empty = !exact_set (self, 2 * (int) self->n + 1, -makespan, EXACT_DECISION, 0, 0)
                || !exact_propagate (self);
  if (!self->empty)
    exact_settle_root (self);
  return !self->empty;
}

/* Everything is fixed: offers it and asks for better. Gives FALSE when there is nothing better. */
static gboolean
take_solution (SolverExact *self)
{
  gint64 cost;

  for (guint i = 0; i < self->n; i++)
    self->starts[i] = exact_least (self, i);
  cost = solver_instance_cost (self->instance, self->starts);
  solver_run_count (self->run, 1);
  solver_run_offer (self->run, self->starts, cost);
  return solver_exact_tighten (self, (int) MIN (cost, self->run->best_cost) - 1, self->starts);
}

/* The Luby sequence, from index 1: 1 1 2 1 1 2 4 ... */
static gint64
luby (gint64 index)
{
  gint64 size = 1;

  while (size < index + 1)
    size *= 2;
  while (size - 1 != index)
    {
      size /= 2;
      if (index >= size)
        index -= size - 1;
    }
  return size / 2;
}

/* Searches until a restart is due. */
static SolverExactEnd
search_once (SolverExact *self, gint64 dead_ends, gint64 *left)
{
  ExactLiteral literal;

  while (dead_ends > 0 && *left > 0 && !self->run->stopped)
    {
      gboolean ok = exact_propagate (self);

      while (!ok)
        {
          dead_ends--;
          (*left)--;
          solver_run_count (self->run, 1);
          self->step *= 1.0 / 0.95;
          self->clause_step *= 1.0f / 0.999f;
          if (self->n_levels == 0)
            return SOLVER_EXACT_FINISHED;
          ok = exact_resolve (self);
          if (!ok && self->n_levels == 0)
            return SOLVER_EXACT_FINISHED;
          ok = ok && exact_propagate (self);
        }
      if (self->n_levels == 0)
        exact_settle_root (self);
      if (exact_choose (self, &literal))
        exact_decide (self, literal);
      else if (!take_solution (self))
        return SOLVER_EXACT_FINISHED;
    }
  return SOLVER_EXACT_STOPPED;
}

SolverExactEnd
solver_exact_search (SolverExact *self, gint64 dead_ends)
{
  SolverExactEnd end = self->empty ? SOLVER_EXACT_FINISHED : SOLVER_EXACT_STOPPED;

  while (end == SOLVER_EXACT_STOPPED && dead_ends > 0 && !self->run->stopped)
    {
      end = search_once (self, RESTART_UNIT * luby (++self->restarts), &dead_ends);
      if (end == SOLVER_EXACT_FINISHED)
        break;
      exact_backtrack (self, 0);
      if (self->n_learned > self->max_learned)
        {
          exact_reduce_clauses (self);
          self->max_learned += self->max_learned / 20;
        }
    }
  self->empty = end == SOLVER_EXACT_FINISHED;
  return end;
}
