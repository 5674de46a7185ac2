/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/exact-private.h"

/* Takes the task's demand from the steps, or gives it back. Gives the first step where more is taken than there is,
 * EXACT_NONE if there is none. */
static int
take (SolverExact *self, guint task, int from, int until)
{
  const guint64 *demand = self->instance->demand_words + (gsize) task * self->words;
  int over = EXACT_NONE;

  for (int time = from; time < until; time++)
    for (guint w = 0; w < self->words; w++)
      {
        guint64 *cell = &self->cells[(gsize) time * self->words + w];

        *cell -= demand[w];
        if ((*cell & SOLVER_GUARDS) != SOLVER_GUARDS && over == EXACT_NONE)
          over = time;
      }
  return over;
}

static void
give_back (SolverExact *self, guint task, int from, int until)
{
  const guint64 *demand = self->instance->demand_words + (gsize) task * self->words;

  for (int time = from; time < until; time++)
    for (guint w = 0; w < self->words; w++)
      self->cells[(gsize) time * self->words + w] += demand[w];
}

/* The steps that become compulsory when the bound goes from old to value, the other bound standing. */
static void
find_part (const SolverExact *self, int bound, int old, int value, int *from, int *until)
{
  guint task = (guint) bound / 2;
  int duration = self->instance->duration[task];

  if (bound % 2 == 0)
    {
      *from = MAX (exact_most (self, task), old + duration);
      *until = value + duration;
    }
  else
    {
      *from = -value;
      *until = MIN (-old, exact_least (self, task) + duration);
    }
}

static gboolean
uses_cells (const SolverExact *self, guint variable)
{
  return variable < self->n && self->instance->locked[variable] < 0
         && solver_instance_uses (self->instance, variable);
}

static int
full_lane (const SolverExact *self, int time)
{
  for (guint w = 0; w < self->words; w++)
    {
      guint64 bad = ~self->cells[(gsize) time * self->words + w] & SOLVER_GUARDS;

      if (bad != 0)
        return (int) (4 * w) + __builtin_ctzll (bad) / 16;
    }
  return EXACT_NONE;
}

static gboolean
note_conflict (SolverExact *self, const ExactChange *change)
{
  self->conflict = *change;
  self->overload = FALSE;
  return FALSE;
}

static void
push (SolverExact *self, const ExactChange *change)
{
  if (self->n_trail == self->trail_size)
    {
      self->trail_size *= 2;
      self->trail = g_renew (ExactChange, self->trail, self->trail_size);
    }
  self->trail[self->n_trail] = *change;
  self->value[change->bound] = change->value;
  self->last[change->bound] = self->n_trail++;
}

gboolean
exact_set (SolverExact *self, int bound, int value, ExactCause cause, int detail, int extra)
{
  ExactChange change
      = { bound, value, self->value[bound], self->last[bound], (guint8) cause, detail, extra };
  guint variable = (guint) bound / 2;
  int from, until, over;

  if (value <= change.old)
    return TRUE;
  if (value + self->value[bound ^ 1] > 0)
    return note_conflict (self, &change);
  push (self, &change);
  if (!uses_cells (self, variable))
    return TRUE;
  self->touched[variable] = 1;
  find_part (self, bound, change.old, value, &from, &until);
  if (from >= until)
    return TRUE;
  self->dirty_from = MIN (self->dirty_from, from);
  self->dirty_until = MAX (self->dirty_until, until);
  over = take (self, variable, from, until);
  if (over == EXACT_NONE)
    return TRUE;
  self->overload = TRUE;
  self->conflict.detail = over;
  self->conflict.extra = full_lane (self, over);
  return FALSE;
}

static void
undo (SolverExact *self, const ExactChange *change)
{
  guint variable = (guint) change->bound / 2;
  int from, until;

  if (uses_cells (self, variable))
    {
      find_part (self, change->bound, change->old, change->value, &from, &until);
      give_back (self, variable, from, until);
    }
  self->value[change->bound] = change->old;
  self->last[change->bound] = change->previous;
  exact_reinsert (self, change->bound, change->old + 1, change->value);
}

void
exact_backtrack (SolverExact *self, int level)
{
  if (level >= self->n_levels)
    return;
  while (self->n_trail > self->level_start[level])
    undo (self, &self->trail[--self->n_trail]);
  self->n_levels = level;
  self->head = self->n_trail;
}

void
exact_decide (SolverExact *self, ExactLiteral literal)
{
  self->level_start[self->n_levels++] = self->n_trail;
  exact_set (self, literal.bound, literal.value, EXACT_DECISION, 0, 0);
}

/* Gives the place on the trail where the literal, which is true, became so; EXACT_NONE if at the root. */
int
exact_position (const SolverExact *self, int bound, int value)
{
  int position = self->last[bound];

  while (position >= 0 && self->trail[position].old >= value)
    position = self->trail[position].previous;
  return position;
}

int
exact_level_of (const SolverExact *self, int position)
{
  int low = 0;
  int high = self->n_levels;

  while (low < high)
    {
      int middle = (low + high) / 2;

      if (self->level_start[middle] <= position)
        low = middle + 1;
      else
        high = middle;
    }
  return low;
}

/* Makes what stands now the root. */
void
exact_settle_root (SolverExact *self)
{
  for (int k = 0; k < self->n_trail; k++)
    {
      int bound = self->trail[k].bound;

      self->root[bound] = self->value[bound];
      self->last[bound] = EXACT_NONE;
    }
  self->n_trail = 0;
  self->head = 0;
}
