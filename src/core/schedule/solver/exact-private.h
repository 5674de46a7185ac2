/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The state of the exact search.
 *
 * Variable i < n is the start of task i, variable n the makespan. Each has two bounds, numbered 2i (its least value)
 * and 2i+1 (the negative of its greatest value), so that both only ever grow: a literal is a pair (bound, value) that
 * says the bound is at least the value, and its negation is (bound ^ 1, 1 - value). */
#pragma once

#include "schedule/solver/exact.h"

#define EXACT_NONE (-1)

typedef struct
{
  int bound;
  int value;
} ExactLiteral;

typedef enum
{
  EXACT_DECISION,
  EXACT_CLAUSE,   /* detail: its place */
  EXACT_ARC,      /* detail: bound it comes from, extra: lag */
  EXACT_TABLE,    /* detail: step at which the resource is full, extra: resource */
  EXACT_ORDER,    /* the other order does not fit; detail: least start of the one that would be first then */
  EXACT_PAIR,     /* detail: variable of the order */
} ExactCause;

typedef struct
{
  int bound;
  int value;
  int old;      /* value before */
  int previous; /* place on the trail of this bound's change before, EXACT_NONE for the root */
  guint8 cause;
  int detail;
  int extra;
} ExactChange;

/* Two tasks that cannot run at the same time. */
typedef struct
{
  guint one;
  guint other;
} ExactPair;

/* A task that runs at a step in any case. */
typedef struct
{
  guint task;
  int amount;
  int position; /* place on the trail when that became certain */
} ExactPart;

/* Clauses lie one behind the other in an array of numbers: this head, then the literals. The two first literals are
 * watched. */
typedef struct
{
  int size;
  int glue; /* levels it spans when learned */
  float activity;
} ExactClause;

#define EXACT_HEAD ((int) (sizeof (ExactClause) / sizeof (int)))

/* The other watched literal stands here too, since most clauses are true by it and need not be fetched then. */
typedef struct
{
  int link; /* twice the place of the clause, plus which of its first two literals is watched */
  ExactLiteral other;
} ExactWatch;

/* The watches of one literal: n in a row, with room for `size`. */
typedef struct
{
  int start;
  int n;
  int size;
} ExactWatchList;

struct _SolverExact
{
  /* Borrowed */
  SolverRun *run;
  const SolverInstance *instance;

  guint n;      /* tasks */
  guint n_vars; /* tasks, the makespan, and pairs */
  guint words;
  gboolean empty; /* the root has no solution any more */

  /* Arcs of variable i, forward and backward, sorted by end */
  guint *first_after;
  guint *first_before;
  SolverArc *after;
  SolverArc *before;

  /* Users of resource r: first_user[r] up to first_user[r + 1] */
  guint *first_user;
  guint *users;
  int *amounts;

  /* Pairs: variable n + 1 + p is 1 when the one of pair p comes before the other, and 0 when after. Those of task i:
   * pair_of[first_pair[i]] up to pair_of[first_pair[i + 1]] */
  GArray *pairs; /* ExactPair */
  guint *first_pair;
  guint *pair_of;

  /* One entry a bound */
  int *value;
  int *root;   /* value before any decision */
  int *first;  /* least value that has a literal */
  int *base;   /* place of that literal among all */
  int *last;   /* latest change on the trail */
  int *need;   /* analysis: value needed, G_MININT for none */
  int *need_at; /* analysis: place on the trail where that became true */

  /* Trail */
  ExactChange *trail;
  int n_trail;
  int trail_size;
  int head;          /* first change not yet propagated */
  int *level_start;  /* place of each decision */
  int n_levels;

  /* What compulsory parts leave free; a compulsory part is when a task runs in any case */
  guint64 *cells;
  int horizon;
  int dirty_from; /* steps where something was taken since the last look */
  int dirty_until;
  guint8 *touched; /* tasks whose window changed since */
  guint *open;     /* tasks with demands, those not fixed at the root first */
  guint n_open;

  /* Clauses */
  int *clauses;
  int n_clauses;
  int clauses_size;
  ExactWatchList *lists; /* one a literal */
  ExactWatch *watches;   /* a list that grows moves to the end; what it leaves is taken back with the next reduction */
  int n_watches;
  int watches_size;
  int n_learned;
  int max_learned;
  float clause_step;

  /* Conflict */
  ExactChange conflict; /* a change that could not be made; cause EXACT_CLAUSE: all literals false */
  gboolean overload;    /* conflict: demand over capacity at step detail of resource extra */
  ExactLiteral *reason; /* no longer than there are bounds, as are the next and the last */
  int n_reason;
  ExactLiteral *learned;
  int n_learned_literals;
  int *seen; /* bounds with a need, some more than once */
  int n_seen;
  int seen_size;
  int *implied; /* as long as seen */
  ExactPart *parts; /* candidates of an explanation */
  int n_parts;

  /* Choice: one entry a literal of the lower bounds */
  double *activity;
  int *heap_place;
  int *heap;
  int n_heap;
  int *owner; /* variable of the literal */
  double step;
  int *hint;  /* one a variable */

  int *starts;
  gint64 restarts;
};

/* Trail: exact-trail.c. Setting gives FALSE on a conflict. */
gboolean exact_set (SolverExact *self, int bound, int value, ExactCause cause, int detail, int extra);
void exact_backtrack (SolverExact *self, int level);
void exact_decide (SolverExact *self, ExactLiteral literal);
int exact_position (const SolverExact *self, int bound, int value);
int exact_level_of (const SolverExact *self, int position);
void exact_settle_root (SolverExact *self);

/* Propagation to the end: exact-propagate.c. Gives FALSE on a conflict. */
gboolean exact_propagate (SolverExact *self);

/* Fills reason with what made the change, needed only up to `value`, out of what stood before `position`. */
void exact_explain (SolverExact *self, const ExactChange *change, int value, int position);

/* Same for a demand over capacity. */
void exact_explain_overload (SolverExact *self, int time, int resource, int spare, int except, int position);

/* Pairs: exact-order.c. The windows are those before any propagation. */
void exact_find_pairs (SolverExact *self, const int *earliest, const int *latest);
gboolean exact_settle_pairs (SolverExact *self);
void exact_hint_pairs (SolverExact *self);
gboolean exact_propagate_pairs (SolverExact *self, const ExactChange *change);
void exact_explain_order (SolverExact *self, const ExactChange *change);
void exact_explain_pair (SolverExact *self, const ExactChange *change, int value);

/* Clauses: exact-clauses.c. */
gboolean exact_propagate_clauses (SolverExact *self, const ExactChange *change);
int exact_add_clause (SolverExact *self, const ExactLiteral *literals, int size, int glue);
void exact_reduce_clauses (SolverExact *self);
void exact_bump_clause (SolverExact *self, int clause);

/* Analysis: exact-analyze.c. Turns the conflict into a learned clause, goes back and asserts it. Gives FALSE when
 * the root is in conflict. */
gboolean exact_resolve (SolverExact *self);

/* Choice: exact-choose.c. */
void exact_bump_literal (SolverExact *self, int bound, int value);
void exact_reinsert (SolverExact *self, int bound, int from, int until);
gboolean exact_choose (SolverExact *self, ExactLiteral *literal);

static inline ExactClause *
exact_clause (const SolverExact *self, int clause)
{
  return (ExactClause *) (self->clauses + clause);
}

static inline ExactLiteral *
exact_literals (const SolverExact *self, int clause)
{
  return (ExactLiteral *) (self->clauses + clause + EXACT_HEAD);
}

static inline void
exact_add_reason (SolverExact *self, int bound, int value)
{
  self->reason[self->n_reason++] = (ExactLiteral){ bound, value };
}

static inline gboolean
exact_is_true (const SolverExact *self, ExactLiteral literal)
{
  return self->value[literal.bound] >= literal.value;
}

static inline gboolean
exact_is_false (const SolverExact *self, ExactLiteral literal)
{
  return self->value[literal.bound ^ 1] >= 1 - literal.value;
}

static inline ExactLiteral
exact_negate (ExactLiteral literal)
{
  return (ExactLiteral){ literal.bound ^ 1, 1 - literal.value };
}

static inline int
exact_least (const SolverExact *self, guint variable)
{
  return self->value[2 * variable];
}

static inline int
exact_most (const SolverExact *self, guint variable)
{
  return -self->value[2 * variable + 1];
}

/* The place of a bound's literal among all. */
static inline int
exact_index (const SolverExact *self, int bound, int value)
{
  return self->base[bound] + value - self->first[bound];
}
