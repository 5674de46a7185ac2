/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which literal to decide: the one most active in recent dead ends (Moskewicz and others, DAC 2001), toward the best
 * schedule known; while nothing was active, the task that can start first, at once. */
#include "config.h"

#include "schedule/solver/exact-private.h"

/* Literals are those of the lower bounds; an upper bound's is the negation of one. */
static int
choice_of (const SolverExact *self, int bound, int value)
{
  if (bound % 2 == 0)
    return exact_index (self, bound, value);
  return exact_index (self, bound - 1, 1 - value);
}

static void
put (SolverExact *self, int place, int literal)
{
  self->heap[place] = literal;
  self->heap_place[literal] = place;
}

static void
sift_up (SolverExact *self, int place)
{
  int literal = self->heap[place];

  while (place > 0)
    {
      int parent = (place - 1) / 2;

      if (self->activity[self->heap[parent]] >= self->activity[literal])
        break;
      put (self, place, self->heap[parent]);
      place = parent;
    }
  put (self, place, literal);
}

static void
sift_down (SolverExact *self, int place)
{
  int literal = self->heap[place];

  while (2 * place + 1 < self->n_heap)
    {
      int child = 2 * place + 1;

      if (child + 1 < self->n_heap
          && self->activity[self->heap[child + 1]] > self->activity[self->heap[child]])
        child++;
      if (self->activity[self->heap[child]] <= self->activity[literal])
        break;
      put (self, place, self->heap[child]);
      place = child;
    }
  put (self, place, literal);
}

static void
insert (SolverExact *self, int literal)
{
  put (self, self->n_heap, literal);
  sift_up (self, self->n_heap++);
}

static int
pop (SolverExact *self)
{
  int top = self->heap[0];
  int last = self->heap[--self->n_heap];

  self->heap_place[top] = EXACT_NONE;
  if (self->n_heap > 0)
    {
      put (self, 0, last);
      sift_down (self, 0);
    }
  return top;
}

static void
rescale (SolverExact *self)
{
  int n = self->base[2 * self->n_vars];

  for (int k = 0; k < n; k++)
    self->activity[k] *= 1e-100;
  self->step *= 1e-100;
}

void
exact_bump_literal (SolverExact *self, int bound, int value)
{
  int literal = choice_of (self, bound, value);

  self->activity[literal] += self->step;
  if (self->activity[literal] > 1e100)
    rescale (self);
  if (self->heap_place[literal] >= 0)
    sift_up (self, self->heap_place[literal]);
  else
    insert (self, literal);
}

void
exact_reinsert (SolverExact *self, int bound, int from, int until)
{
  int step = bound % 2 == 0 ? 1 : -1;
  int literal = choice_of (self, bound, from);

  for (int value = from; value <= until; value++, literal += step)
    if (self->activity[literal] > 0 && self->heap_place[literal] < 0)
      insert (self, literal);
}

static gboolean
choose_first (SolverExact *self, ExactLiteral *literal)
{
  int best = EXACT_NONE;

  for (guint i = 0; i <= self->n; i++)
    {
      int least = exact_least (self, i);

      if (least == exact_most (self, i))
        continue;
      if (best < 0 || least < exact_least (self, best)
          || (least == exact_least (self, best) && exact_most (self, i) < exact_most (self, best)))
        best = (int) i;
    }
  if (best < 0)
    return FALSE;
  *literal = (ExactLiteral){ 2 * best + 1, -exact_least (self, best) };
  return TRUE;
}

/* Gives FALSE when everything is fixed. */
gboolean
exact_choose (SolverExact *self, ExactLiteral *literal)
{
  while (self->n_heap > 0)
    {
      int top = pop (self);
      int variable = self->owner[top];
      int value = top - self->base[2 * variable] + self->first[2 * variable];

      if (exact_least (self, variable) >= value || exact_most (self, variable) < value)
        continue;
      if (self->hint[variable] >= value)
        *literal = (ExactLiteral){ 2 * variable, value };
      else
        *literal = (ExactLiteral){ 2 * variable + 1, 1 - value };
      return TRUE;
    }
  return choose_first (self, literal);
}
