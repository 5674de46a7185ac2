/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two tasks that together ask for more than there ever is run one after the other. Which comes
 * first is a variable of its own, so that it can be decided and learned: A. Schutt, T. Feydy, P.
 * Stuckey, M. Wallace, Journal of Scheduling 16, 2013. Time-tabling finds all that this finds in
 * the end, but later. */
#include "config.h"

#include "schedule/solver/exact-private.h"

#include <stdlib.h>
#include <string.h>

/* Beyond, pairs would cost more than they bring. */
#define MAX_TASKS 400
#define MAX_PAIRS 20000

typedef struct
{
  int earliest;
  guint rank;
  guint task;
} Place;

static int
compare_places (const void *a, const void *b)
{
  const Place *x = a;
  const Place *y = b;

  if (x->earliest != y->earliest)
    return x->earliest < y->earliest ? -1 : 1;
  return x->rank < y->rank ? -1 : x->rank > y->rank;
}

/* One row of bits a task: those that end before it starts, because of arcs. */
static guint64 *
find_before (const SolverExact *self, const int *earliest, guint width)
{
  g_autofree Place *places = g_new (Place, self->n + 1);
  guint64 *before = g_new0 (guint64, (gsize) self->n * width + 1);

  for (guint i = 0; i < self->n; i++)
    places[i] = (Place){ earliest[i], self->instance->rank[i], i };
  qsort (places, self->n, sizeof (Place), compare_places);
  for (guint k = 0; k < self->n; k++)
    {
      guint i = places[k].task;

      for (guint a = self->first_after[i]; a < self->first_after[i + 1]; a++)
        {
          guint64 *row = before + (gsize) self->after[a].task * width;

          if (self->after[a].task >= self->n || self->after[a].lag < self->instance->duration[i])
            continue;
          for (guint w = 0; w < width; w++)
            row[w] |= before[(gsize) i * width + w];
          row[i / 64] |= G_GUINT64_CONSTANT (1) << (i % 64);
        }
    }
  return before;
}

static void
pack_capacity (const SolverInstance *instance, guint64 *words)
{
  for (guint w = 0; w < instance->words; w++)
    words[w] = SOLVER_GUARDS;
  for (guint r = 0; r < instance->n_resources; r++)
    words[r / 4] += (guint64) MIN (instance->capacity[r], 0x7fff) << (16 * (r % 4));
}

static gboolean
exclude (const SolverExact *self, const guint64 *capacity, guint i, guint j)
{
  const guint64 *a = self->instance->demand_words + (gsize) i * self->words;
  const guint64 *b = self->instance->demand_words + (gsize) j * self->words;

  for (guint w = 0; w < self->words; w++)
    if (((capacity[w] - a[w] - b[w]) & SOLVER_GUARDS) != SOLVER_GUARDS)
      return TRUE;
  return FALSE;
}

static void
link_pairs (SolverExact *self)
{
  g_autofree guint *next = NULL;

  self->first_pair = g_new0 (guint, self->n + 2);
  self->pair_of = g_new (guint, 2 * self->pairs->len + 1);
  for (guint p = 0; p < self->pairs->len; p++)
    {
      const ExactPair *pair = &g_array_index (self->pairs, ExactPair, p);

      self->first_pair[pair->one + 1]++;
      self->first_pair[pair->other + 1]++;
    }
  for (guint i = 0; i < self->n; i++)
    self->first_pair[i + 1] += self->first_pair[i];
  next = g_memdup2 (self->first_pair, (self->n + 1) * sizeof (guint));
  for (guint p = 0; p < self->pairs->len; p++)
    {
      const ExactPair *pair = &g_array_index (self->pairs, ExactPair, p);

      self->pair_of[next[pair->one]++] = p;
      self->pair_of[next[pair->other]++] = p;
    }
}

/* Whether the windows let both run at once. */
static gboolean
may_meet (const SolverExact *self, const int *earliest, const int *latest, guint i, guint j)
{
  const int *duration = self->instance->duration;

  return duration[i] > 0 && duration[j] > 0 && latest[i] + duration[i] > earliest[j]
         && latest[j] + duration[j] > earliest[i];
}

static inline gboolean
has_bit (const guint64 *row, guint bit)
{
  return row[bit / 64] >> (bit % 64) & 1;
}

void
exact_find_pairs (SolverExact *self, const int *earliest, const int *latest)
{
  guint width = (self->n + 63) / 64;
  guint n_open = self->n <= MAX_TASKS ? self->n_open : 0;
  g_autofree guint64 *before = n_open > 0 ? find_before (self, earliest, width) : NULL;
  g_autofree guint64 *capacity = g_new (guint64, self->words + 1);

  self->pairs = g_array_new (FALSE, FALSE, sizeof (ExactPair));
  pack_capacity (self->instance, capacity);
  for (guint k = 0; k < n_open; k++)
    for (guint m = k + 1; m < n_open; m++)
      {
        ExactPair pair = { self->open[k], self->open[m] };

        if (self->pairs->len < MAX_PAIRS && may_meet (self, earliest, latest, pair.one, pair.other)
            && exclude (self, capacity, pair.one, pair.other)
            && !has_bit (before + (gsize) pair.one * width, pair.other)
            && !has_bit (before + (gsize) pair.other * width, pair.one))
          g_array_append_val (self->pairs, pair);
      }
  link_pairs (self);
}

static inline int
variable_of (const SolverExact *self, guint pair)
{
  return (int) (self->n + 1 + pair);
}

/* The first does not fit before the second: the bound of the order changes. Of the two reasons the
 * start of the first is asked for as little as will do. */
static inline gboolean
forbid (SolverExact *self, int bound, guint first, guint second)
{
  int needed = exact_most (self, second) - self->instance->duration[first] + 1;

  if (exact_least (self, first) < needed)
    return TRUE;
  return exact_set (self, bound, self->value[bound] + 1, EXACT_ORDER, needed, 0);
}

static inline gboolean
push_after (SolverExact *self, int variable, guint first, guint second)
{
  return exact_set (self, 2 * (int) second,
                    exact_least (self, first) + self->instance->duration[first], EXACT_PAIR,
                    variable, 0);
}

static inline gboolean
push_before (SolverExact *self, int variable, guint first, guint second)
{
  return exact_set (self, 2 * (int) first + 1,
                    self->instance->duration[first] - exact_most (self, second), EXACT_PAIR,
                    variable, 0);
}

static gboolean
propagate_task (SolverExact *self, guint task, gboolean later)
{
  for (guint k = self->first_pair[task]; k < self->first_pair[task + 1]; k++)
    {
      guint p = self->pair_of[k];
      const ExactPair *pair = &g_array_index (self->pairs, ExactPair, p);
      int variable = variable_of (self, p);
      guint rival = pair->one == task ? pair->other : pair->one;
      gboolean known = exact_least (self, variable) == exact_most (self, variable);
      gboolean leads = exact_least (self, variable) == (pair->one == task);
      gboolean ok = TRUE;

      /* A start that comes later forbids the task to be first; one that comes sooner, to be second.
       */
      if (!known)
        ok = later ? forbid (self, 2 * variable + (pair->one == task), task, rival)
                   : forbid (self, 2 * variable + (pair->one == rival), rival, task);
      else if (leads && later)
        ok = push_after (self, variable, task, rival);
      else if (!leads && !later)
        ok = push_before (self, variable, rival, task);
      if (!ok)
        return FALSE;
    }
  return TRUE;
}

gboolean
exact_propagate_pairs (SolverExact *self, const ExactChange *change)
{
  guint variable = (guint) change->bound / 2;
  const ExactPair *pair;
  guint first, second;

  if (variable < self->n)
    return propagate_task (self, variable, change->bound % 2 == 0);
  if (variable == self->n)
    return TRUE;
  pair = &g_array_index (self->pairs, ExactPair, variable - self->n - 1);
  first = change->bound % 2 == 0 ? pair->one : pair->other;
  second = change->bound % 2 == 0 ? pair->other : pair->one;
  return push_after (self, (int) variable, first, second)
         && push_before (self, (int) variable, first, second);
}

/* Orders that the windows leave no choice about. */
gboolean
exact_settle_pairs (SolverExact *self)
{
  for (guint i = 0; i < self->n; i++)
    if (!propagate_task (self, i, TRUE) || !propagate_task (self, i, FALSE))
      return FALSE;
  return TRUE;
}

void
exact_hint_pairs (SolverExact *self)
{
  for (guint p = 0; p < self->pairs->len; p++)
    {
      const ExactPair *pair = &g_array_index (self->pairs, ExactPair, p);

      self->hint[variable_of (self, p)] = self->hint[pair->one] < self->hint[pair->other];
    }
}

void
exact_explain_order (SolverExact *self, const ExactChange *change)
{
  const ExactPair *pair =
      &g_array_index (self->pairs, ExactPair, change->bound / 2 - (int) self->n - 1);
  /* The one that does not fit first. */
  guint first = change->bound % 2 == 0 ? pair->other : pair->one;
  guint second = change->bound % 2 == 0 ? pair->one : pair->other;

  exact_add_reason (self, 2 * (int) first, change->detail);
  exact_add_reason (self, 2 * (int) second + 1,
                    1 - change->detail - self->instance->duration[first]);
}

void
exact_explain_pair (SolverExact *self, const ExactChange *change, int value)
{
  const ExactPair *pair =
      &g_array_index (self->pairs, ExactPair, change->detail - (int) self->n - 1);
  guint task = (guint) change->bound / 2;
  guint rival = pair->one == task ? pair->other : pair->one;
  gboolean is_first = change->bound % 2 == 1;
  guint first = is_first ? task : rival;

  exact_add_reason (self, 2 * (int) rival + is_first, value - self->instance->duration[first]);
  if (first == pair->one)
    exact_add_reason (self, 2 * change->detail, 1);
  else
    exact_add_reason (self, 2 * change->detail + 1, 0);
}
