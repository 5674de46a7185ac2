/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Arcs, and time-tabling: what must run at a step leaves less for what may. */
#include "config.h"

#include "schedule/solver/exact-private.h"

#include <string.h>

static gboolean
propagate_arcs (SolverExact *self, const ExactChange *change)
{
  guint variable = (guint) change->bound / 2;
  int side = change->bound % 2;
  const guint *first = side == 0 ? self->first_after : self->first_before;
  const SolverArc *arcs = side == 0 ? self->after : self->before;

  for (guint a = first[variable]; a < first[variable + 1]; a++)
    if (!exact_set (self, 2 * (int) arcs[a].task + side, change->value + arcs[a].lag, EXACT_ARC,
                    change->bound, arcs[a].lag))
      return FALSE;
  return TRUE;
}

/* Gives the resource of which less than the demand is free at that step, EXACT_NONE if there is enough of all. */
static inline int
lacking (const SolverExact *self, const guint64 *demand, int time)
{
  for (guint w = 0; w < self->words; w++)
    {
      guint64 rest = self->cells[(gsize) time * self->words + w] - demand[w];

      if ((rest & SOLVER_GUARDS) != SOLVER_GUARDS)
        return (int) (4 * w) + __builtin_ctzll (~rest & SOLVER_GUARDS) / 16;
    }
  return EXACT_NONE;
}

/* Steps of the task's own compulsory part hold its own demand and are left out. */
static gboolean
push_later (SolverExact *self, guint task, const guint64 *demand)
{
  int duration = self->instance->duration[task];
  int unknown = exact_least (self, task);

  while (TRUE)
    {
      int until = MIN (exact_least (self, task) + duration, exact_most (self, task));
      int resource = EXACT_NONE;
      int time = until - 1;

      for (; time >= unknown && resource == EXACT_NONE; time--)
        resource = lacking (self, demand, time);
      if (resource == EXACT_NONE)
        return TRUE;
      unknown = until;
      if (!exact_set (self, 2 * (int) task, time + 2, EXACT_TABLE, time + 1, resource))
        return FALSE;
    }
}

static gboolean
push_earlier (SolverExact *self, guint task, const guint64 *demand)
{
  int duration = self->instance->duration[task];
  int unknown = exact_most (self, task) + duration;

  while (TRUE)
    {
      int from = MAX (exact_most (self, task), exact_least (self, task) + duration);
      int resource = EXACT_NONE;
      int time = from;

      for (; time < unknown && resource == EXACT_NONE; time++)
        resource = lacking (self, demand, time);
      if (resource == EXACT_NONE)
        return TRUE;
      unknown = from;
      if (!exact_set (self, 2 * (int) task + 1, duration - (time - 1), EXACT_TABLE, time - 1, resource))
        return FALSE;
    }
}

/* Looks at the tasks that something new may push. */
static gboolean
propagate_table (SolverExact *self)
{
  int from = self->dirty_from;
  int until = self->dirty_until;

  self->dirty_from = G_MAXINT;
  self->dirty_until = -1;
  for (guint k = 0; k < self->n_open; k++)
    {
      guint task = self->open[k];
      int least = exact_least (self, task);
      int most = exact_most (self, task);
      int duration = self->instance->duration[task];
      const guint64 *demand = self->instance->demand_words + (gsize) task * self->words;
      gboolean touched = self->touched[task];

      if (least == most || (!touched && (most + duration <= from || least >= until)))
        continue;
      self->touched[task] = 0;
      if ((touched || (least < until && least + duration > from)) && !push_later (self, task, demand))
        return FALSE;
      if ((touched || (most < until && most + duration > from)) && !push_earlier (self, task, demand))
        return FALSE;
    }
  return TRUE;
}

/* What is still to be looked at goes with the level: those below it were at rest before it began. */
static gboolean
fail (SolverExact *self)
{
  self->dirty_from = G_MAXINT;
  self->dirty_until = -1;
  memset (self->touched, 0, self->n);
  return FALSE;
}

gboolean
exact_propagate (SolverExact *self)
{
  do
    {
      while (self->head < self->n_trail)
        {
          /* A copy, because the trail may move. */
          ExactChange change = self->trail[self->head++];

          if (!exact_propagate_clauses (self, &change))
            return fail (self);
          if (change.bound <= 2 * (int) self->n + 1 && !propagate_arcs (self, &change))
            return fail (self);
          if (!exact_propagate_pairs (self, &change))
            return fail (self);
        }
      if (!propagate_table (self))
        return fail (self);
    }
  while (self->head < self->n_trail);
  return TRUE;
}

/* Gives what those ask for that run at the step since the root, and collects the others. */
static int
collect_parts (SolverExact *self, int time, int resource, int except, int position)
{
  int sum = 0;

  self->n_parts = 0;
  for (guint k = self->first_user[resource]; k < self->first_user[resource + 1]; k++)
    {
      int task = (int) self->users[k];
      int least = time - self->instance->duration[task] + 1;
      int place;

      if (self->value[2 * task] < least || self->value[2 * task + 1] < -time || task == except)
        continue;
      place = MAX (exact_position (self, 2 * task, least), exact_position (self, 2 * task + 1, -time));
      if (place == EXACT_NONE)
        sum += self->amounts[k];
      else if (place < position)
        self->parts[self->n_parts++] = (ExactPart){ (guint) task, self->amounts[k], place };
    }
  return sum;
}

/* Leaves out what is not needed for the overload, the most recent first. */
static void
drop_parts (SolverExact *self, int slack)
{
  while (TRUE)
    {
      int worst = EXACT_NONE;

      for (int k = 0; k < self->n_parts; k++)
        if (self->parts[k].amount <= slack && (worst < 0 || self->parts[k].position > self->parts[worst].position))
          worst = k;
      if (worst < 0)
        return;
      slack -= self->parts[worst].amount;
      self->parts[worst] = self->parts[--self->n_parts];
    }
}

void
exact_explain_overload (SolverExact *self, int time, int resource, int demand, int except, int position)
{
  guint64 cell = self->instance->cells[(gsize) time * self->words + resource / 4];
  int spare = (int) ((cell >> (16 * (resource % 4))) & 0x7fff) - demand;
  int sum = collect_parts (self, time, resource, except, position);

  for (int k = 0; k < self->n_parts; k++)
    sum += self->parts[k].amount;
  g_assert (sum > spare);
  drop_parts (self, sum - spare - 1);
  for (int k = 0; k < self->n_parts; k++)
    {
      int task = (int) self->parts[k].task;

      exact_add_reason (self, 2 * task, time - self->instance->duration[task] + 1);
      exact_add_reason (self, 2 * task + 1, -time);
    }
}

static void
explain_table (SolverExact *self, const ExactChange *change, int position)
{
  guint task = (guint) change->bound / 2;
  int time = change->detail;
  int resource = change->extra;
  const guint64 *words = self->instance->demand_words + (gsize) task * self->words;
  int demand = (int) ((words[resource / 4] >> (16 * (resource % 4))) & 0x7fff);

  exact_add_reason (self, change->bound,
              change->bound % 2 == 0 ? time + 1 - self->instance->duration[task] : -time);
  exact_explain_overload (self, time, resource, demand, (int) task, position);
}

static void
explain_clause (SolverExact *self, const ExactChange *change)
{
  const ExactLiteral *literals = exact_literals (self, change->detail);
  int size = exact_clause (self, change->detail)->size;

  for (int k = 0; k < size; k++)
    if (literals[k].bound != change->bound || literals[k].value != change->value)
      self->reason[self->n_reason++] = exact_negate (literals[k]);
}

void
exact_explain (SolverExact *self, const ExactChange *change, int value, int position)
{
  self->n_reason = 0;
  switch ((ExactCause) change->cause)
    {
    case EXACT_DECISION:
      break;
    case EXACT_CLAUSE:
      explain_clause (self, change);
      break;
    case EXACT_ARC:
      exact_add_reason (self, change->detail, value - change->extra);
      break;
    case EXACT_TABLE:
      explain_table (self, change, position);
      break;
    case EXACT_ORDER:
      exact_explain_order (self, change);
      break;
    case EXACT_PAIR:
      exact_explain_pair (self, change, value);
      break;
    }
}
