/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From a dead end to a clause: the first unique implication point, as in Marques-Silva and Sakallah, IEEE Transactions
 * on Computers 48, 1999, over bounds. Of one bound only the greatest value matters, since it implies the others. */
#include "config.h"

#include "schedule/solver/exact-private.h"

static void
note_seen (SolverExact *self, int bound)
{
  if (self->n_seen == self->seen_size)
    {
      self->seen_size *= 2;
      self->seen = g_renew (int, self->seen, self->seen_size);
      self->implied = g_renew (int, self->implied, self->seen_size);
    }
  self->seen[self->n_seen++] = bound;
}

static void
add_need (SolverExact *self, ExactLiteral literal)
{
  int bound = literal.bound;

  if (literal.value <= self->root[bound] || literal.value <= self->need[bound])
    return;
  if (self->need[bound] == G_MININT)
    note_seen (self, bound);
  self->need[bound] = literal.value;
  self->need_at[bound] = exact_position (self, bound, literal.value);
  exact_bump_literal (self, bound, literal.value);
}

static void
add_reasons (SolverExact *self)
{
  for (int k = 0; k < self->n_reason; k++)
    add_need (self, self->reason[k]);
}

static void
begin (SolverExact *self)
{
  ExactLiteral against = exact_negate ((ExactLiteral){ self->conflict.bound, self->conflict.value });

  self->n_seen = 0;
  self->n_reason = 0;
  if (self->overload)
    {
      exact_explain_overload (self, self->conflict.detail, self->conflict.extra, 0, EXACT_NONE,
                              self->n_trail);
      add_reasons (self);
      return;
    }
  if (self->conflict.cause == EXACT_CLAUSE)
    exact_bump_clause (self, self->conflict.detail);
  exact_explain (self, &self->conflict, self->conflict.value, self->n_trail);
  add_reasons (self);
  add_need (self, against);
}

/* The level of the most recent need; 0 when all hold at the root. */
static int
latest_level (const SolverExact *self)
{
  int position = EXACT_NONE;

  for (int k = 0; k < self->n_seen; k++)
    position = MAX (position, self->need_at[self->seen[k]]);
  return exact_level_of (self, position);
}

static int
count_since (const SolverExact *self, int start)
{
  int n = 0;

  for (int k = 0; k < self->n_seen; k++)
    {
      int bound = self->seen[k];

      n += self->need[bound] != G_MININT && self->need_at[bound] >= start;
    }
  return n;
}

/* Replaces needs of the current level by their reasons until one is left; gives its bound. */
static int
resolve_level (SolverExact *self, int start)
{
  int n_left = count_since (self, start);

  for (int position = self->n_trail - 1;; position--)
    {
      ExactChange change = self->trail[position];
      int value = self->need[change.bound];

      if (value == G_MININT || value <= change.old)
        continue;
      if (n_left == 1)
        return change.bound;
      exact_explain (self, &change, value, position);
      if (change.cause == EXACT_CLAUSE)
        exact_bump_clause (self, change.detail);
      self->need[change.bound] = G_MININT;
      n_left--;
      for (int k = 0; k < self->n_reason; k++)
        {
          ExactLiteral literal = self->reason[k];
          gboolean before = self->need[literal.bound] != G_MININT && self->need_at[literal.bound] >= start;

          add_need (self, literal);
          n_left += !before && self->need[literal.bound] != G_MININT && self->need_at[literal.bound] >= start;
        }
    }
}

/* Whether needs that came before imply this one. Those that came later may not speak for it: it may be a reason of
 * theirs, and both would be left out. */
static gboolean
is_implied (SolverExact *self, int bound)
{
  const ExactChange *change = &self->trail[self->need_at[bound]];

  if (change->cause == EXACT_DECISION)
    return FALSE;
  exact_explain (self, change, self->need[bound], self->need_at[bound]);
  for (int k = 0; k < self->n_reason; k++)
    {
      ExactLiteral literal = self->reason[k];

      if (literal.value <= self->root[literal.bound])
        continue;
      if (self->need[literal.bound] < literal.value || self->need_at[literal.bound] >= self->need_at[bound])
        return FALSE;
    }
  return TRUE;
}

/* Collects the clause, the asserting literal first and one of the latest other level second. */
static void
collect (SolverExact *self, int asserting)
{
  ExactLiteral first = exact_negate ((ExactLiteral){ asserting, self->need[asserting] });
  int latest = EXACT_NONE;

  self->n_learned_literals = 0;
  self->learned[self->n_learned_literals++] = first;
  for (int k = 0; k < self->n_seen; k++)
    {
      int bound = self->seen[k];
      ExactLiteral literal;

      /* A bound may have been seen twice. */
      if (bound == asserting || self->need[bound] == G_MININT || self->need_at[bound] == G_MAXINT)
        continue;
      literal = exact_negate ((ExactLiteral){ bound, self->need[bound] });
      self->learned[self->n_learned_literals++] = literal;
      if (self->need_at[bound] > latest)
        {
          ExactLiteral *all = self->learned;

          latest = self->need_at[bound];
          all[self->n_learned_literals - 1] = all[1];
          all[1] = literal;
        }
      self->need_at[bound] = G_MAXINT;
    }
}

/* Implied needs still count for others while these are looked at, so they are left out only afterwards. */
static void
minimise (SolverExact *self, int asserting)
{
  int n = 0;

  for (int k = 0; k < self->n_seen; k++)
    {
      int bound = self->seen[k];

      if (bound != asserting && self->need[bound] != G_MININT && is_implied (self, bound))
        self->implied[n++] = bound;
    }
  for (int k = 0; k < n; k++)
    self->need[self->implied[k]] = G_MININT;
}

static int
count_levels (SolverExact *self)
{
  const ExactLiteral *all = self->learned;
  guint64 seen = 0;

  for (int k = 0; k < self->n_learned_literals; k++)
    {
      ExactLiteral event = exact_negate (all[k]);

      seen |= G_GUINT64_CONSTANT (1) << (exact_level_of (self, exact_position (self, event.bound, event.value)) % 64);
    }
  return __builtin_popcountll (seen);
}

static gboolean
assert_learned (SolverExact *self)
{
  const ExactLiteral *all = self->learned;
  int size = self->n_learned_literals;
  int glue = count_levels (self);
  int level = 0;
  int clause = 0;

  if (size > 1)
    {
      ExactLiteral event = exact_negate (all[1]);

      level = exact_level_of (self, exact_position (self, event.bound, event.value));
    }
  exact_backtrack (self, level);
  if (size > 1)
    clause = exact_add_clause (self, all, size, glue);
  return exact_set (self, all[0].bound, all[0].value, EXACT_CLAUSE, clause, 0);
}

gboolean
exact_resolve (SolverExact *self)
{
  int level, asserting;

  begin (self);
  level = latest_level (self);
  if (level == 0)
    {
      for (int k = 0; k < self->n_seen; k++)
        self->need[self->seen[k]] = G_MININT;
      exact_backtrack (self, 0);
      return FALSE;
    }
  exact_backtrack (self, level);
  asserting = resolve_level (self, self->level_start[level - 1]);
  minimise (self, asserting);
  collect (self, asserting);
  for (int k = 0; k < self->n_seen; k++)
    self->need[self->seen[k]] = G_MININT;
  return assert_learned (self);
}
