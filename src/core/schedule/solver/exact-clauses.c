/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learned clauses with two watched literals each. */
#include "config.h"

#include "schedule/solver/exact-private.h"

#include <stdlib.h>
#include <string.h>

/* The list that is walked when the literal becomes false. */
static int *
watch_of (SolverExact *self, ExactLiteral literal)
{
  ExactLiteral event = exact_negate (literal);

  return &self->watch[exact_index (self, event.bound, event.value)];
}

static void
link_watch (SolverExact *self, int watch, ExactLiteral literal)
{
  int *list = watch_of (self, literal);

  self->watches[watch].next = *list;
  *list = watch;
}

/* Finds another literal to watch; gives FALSE when all but the other watched one are false. */
static gboolean
move_watch (SolverExact *self, int watch)
{
  int clause = self->watches[watch].clause;
  ExactLiteral *literals = exact_literals (self, clause);
  int size = exact_clause (self, clause)->size;

  for (int k = 2; k < size; k++)
    if (!exact_is_false (self, literals[k]))
      {
        ExactLiteral literal = literals[k];

        literals[k] = literals[watch % 2];
        literals[watch % 2] = literal;
        link_watch (self, watch, literal);
        return TRUE;
      }
  return FALSE;
}

static gboolean
walk_list (SolverExact *self, int *list)
{
  while (*list != EXACT_NONE)
    {
      int watch = *list;
      ExactWatch *entry = &self->watches[watch];
      int after = entry->next;

      if (!exact_is_true (self, entry->other))
        {
          ExactLiteral other = exact_literals (self, entry->clause)[1 - watch % 2];

          entry->other = other;
          if (!exact_is_true (self, other))
            {
              if (move_watch (self, watch))
                {
                  *list = after;
                  continue;
                }
              if (!exact_set (self, other.bound, other.value, EXACT_CLAUSE, entry->clause, 0))
                return FALSE;
            }
        }
      list = &entry->next;
    }
  return TRUE;
}

gboolean
exact_propagate_clauses (SolverExact *self, const ExactChange *change)
{
  int index = exact_index (self, change->bound, change->old + 1);

  for (int value = change->old + 1; value <= change->value; value++, index++)
    if (self->watch[index] != EXACT_NONE && !walk_list (self, &self->watch[index]))
      return FALSE;
  return TRUE;
}

/* The literals that are watched must come first. */
int
exact_add_clause (SolverExact *self, const ExactLiteral *literals, int size, int glue)
{
  int clause = self->n_clauses;
  int end = clause + EXACT_HEAD + 2 * size;

  if (end > self->clauses_size)
    {
      self->clauses_size = MAX (2 * self->clauses_size, end);
      self->clauses = g_renew (int, self->clauses, self->clauses_size);
    }
  if (self->n_watches + 2 > self->watches_size)
    {
      self->watches_size *= 2;
      self->watches = g_renew (ExactWatch, self->watches, self->watches_size);
    }
  *exact_clause (self, clause) = (ExactClause){ size, glue, self->clause_step };
  memcpy (exact_literals (self, clause), literals, size * sizeof (ExactLiteral));
  self->n_clauses = end;
  self->n_learned++;
  for (int which = 0; which < 2; which++)
    {
      self->watches[self->n_watches] = (ExactWatch){ EXACT_NONE, clause, literals[1 - which] };
      link_watch (self, self->n_watches++, literals[which]);
    }
  return clause;
}

void
exact_bump_clause (SolverExact *self, int clause)
{
  ExactClause *head = exact_clause (self, clause);

  head->activity += self->clause_step;
  if (head->activity < 1e20f)
    return;
  for (int k = 0; k < self->n_clauses; k += EXACT_HEAD + 2 * exact_clause (self, k)->size)
    exact_clause (self, k)->activity *= 1e-20f;
  self->clause_step *= 1e-20f;
}

static int
compare_activity (const void *a, const void *b)
{
  float x = *(const float *) a;
  float y = *(const float *) b;

  return x < y ? -1 : x > y;
}

static float
median_activity (const SolverExact *self)
{
  g_autofree float *all = g_new (float, self->n_learned + 1);
  int n = 0;

  for (int k = 0; k < self->n_clauses; k += EXACT_HEAD + 2 * exact_clause (self, k)->size)
    all[n++] = exact_clause (self, k)->activity;
  qsort (all, n, sizeof (float), compare_activity);
  return n > 0 ? all[n / 2] : 0;
}

/* Puts literals that are not false at the root in front; gives FALSE when the clause is true there. */
static gboolean
sort_literals (SolverExact *self, ExactLiteral *literals, int size)
{
  int front = 0;

  for (int k = 0; k < size; k++)
    {
      ExactLiteral literal = literals[k];

      if (exact_is_true (self, literal))
        return FALSE;
      if (exact_is_false (self, literal))
        continue;
      literals[k] = literals[front];
      literals[front++] = literal;
    }
  return TRUE;
}

/* Only at the root with nothing left to propagate, when no clause is a cause. */
void
exact_reduce_clauses (SolverExact *self)
{
  float median = median_activity (self);
  g_autofree int *old = g_steal_pointer (&self->clauses);
  int end = self->n_clauses;
  int n_literals = self->base[2 * self->n_vars];

  self->clauses = g_new (int, self->clauses_size);
  self->n_clauses = 0;
  self->n_learned = 0;
  self->n_watches = 0;
  for (int k = 0; k < n_literals; k++)
    self->watch[k] = EXACT_NONE;
  for (int k = 0; k < end;)
    {
      const ExactClause *head = (const ExactClause *) (old + k);
      ExactLiteral *literals = (ExactLiteral *) (old + k + EXACT_HEAD);
      int size = head->size;

      if ((head->glue <= 2 || head->activity >= median) && sort_literals (self, literals, size))
        {
          int clause = exact_add_clause (self, literals, size, head->glue);

          exact_clause (self, clause)->activity = head->activity;
        }
      k += EXACT_HEAD + 2 * size;
    }
}
