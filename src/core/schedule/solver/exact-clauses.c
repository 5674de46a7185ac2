/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Learned clauses with two watched literals each. */
#include "config.h"

#include "schedule/solver/exact-private.h"

#include <stdlib.h>
#include <string.h>

/* Moves the list to where it has twice the room. */
static void
widen (SolverExact *self, ExactWatchList *list)
{
  int size = MAX (4, 2 * list->size);

  if (self->n_watches + size > self->watches_size)
    {
      self->watches_size = 2 * (self->n_watches + size);
      self->watches = g_renew (ExactWatch, self->watches, self->watches_size);
    }
  memcpy (self->watches + self->n_watches, self->watches + list->start, list->n * sizeof (ExactWatch));
  list->start = self->n_watches;
  list->size = size;
  self->n_watches += size;
}

/* The clause is looked at when the literal becomes false. */
static void
add_watch (SolverExact *self, int link, ExactLiteral literal, ExactLiteral other)
{
  ExactLiteral event = exact_negate (literal);
  ExactWatchList *list = &self->lists[exact_index (self, event.bound, event.value)];

  if (list->n == list->size)
    widen (self, list);
  self->watches[list->start + list->n++] = (ExactWatch){ link, other };
}

/* Finds another literal to watch; gives FALSE when all but the other watched one are false. */
static gboolean
move_watch (SolverExact *self, int link, ExactLiteral other)
{
  ExactLiteral *literals = exact_literals (self, link / 2);
  int size = exact_clause (self, link / 2)->size;

  for (int k = 2; k < size; k++)
    if (!exact_is_false (self, literals[k]))
      {
        ExactLiteral literal = literals[k];

        literals[k] = literals[link % 2];
        literals[link % 2] = literal;
        add_watch (self, link, literal, other);
        return TRUE;
      }
  return FALSE;
}

/* Gives FALSE when all literals of the clause are false, and keeps the watch unless it moves. */
static gboolean
look_at_clause (SolverExact *self, ExactWatch *watch, gboolean *moved)
{
  ExactLiteral other = exact_literals (self, watch->link / 2)[1 - watch->link % 2];

  watch->other = other;
  *moved = FALSE;
  if (exact_is_true (self, other))
    return TRUE;
  *moved = move_watch (self, watch->link, other);
  return *moved || exact_set (self, other.bound, other.value, EXACT_CLAUSE, watch->link / 2, 0);
}

/* A watch never moves within its list, but others may move the list's neighbours and with them all watches. */
static gboolean
walk_list (SolverExact *self, ExactWatchList *list)
{
  int from = list->start;
  int until = from + list->n;
  int to = from;
  gboolean ok = TRUE;

  for (; from < until && ok; from++)
    {
      ExactWatch watch = self->watches[from];
      gboolean moved = FALSE;

      if (!exact_is_true (self, watch.other))
        ok = look_at_clause (self, &watch, &moved);
      if (!moved)
        self->watches[to++] = watch;
    }
  if (from > to)
    memmove (self->watches + to, self->watches + from, (until - from) * sizeof (ExactWatch));
  list->n -= from - to;
  return ok;
}

gboolean
exact_propagate_clauses (SolverExact *self, const ExactChange *change)
{
  ExactWatchList *list = &self->lists[exact_index (self, change->bound, change->old + 1)];

  for (int value = change->old + 1; value <= change->value; value++, list++)
    if (list->n > 0 && !walk_list (self, list))
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
  *exact_clause (self, clause) = (ExactClause){ size, glue, self->clause_step };
  memcpy (exact_literals (self, clause), literals, size * sizeof (ExactLiteral));
  self->n_clauses = end;
  self->n_learned++;
  for (int which = 0; which < 2; which++)
    add_watch (self, 2 * clause + which, literals[which], literals[1 - which]);
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
  memset (self->lists, 0, n_literals * sizeof (ExactWatchList));
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
