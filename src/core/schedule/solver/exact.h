/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An exact search that learns from its dead ends: lazy clause generation over bounds of start times (Ohrimenko, Stuckey
 * and Codish, Constraints 14, 2009; for these problems Schutt, Feydy, Stuckey and Wallace, Constraints 16, 2011). */
#pragma once

#include "schedule/solver/run.h"

typedef struct _SolverExact SolverExact;

typedef enum
{
  SOLVER_EXACT_STOPPED,  /* by its limit or the run's */
  SOLVER_EXACT_FINISHED, /* nothing better exists within what was asked */
} SolverExactEnd;

/* One more arc for a neighbourhood. */
typedef struct
{
  guint before;
  guint after;
  int lag;
} SolverExactArc;

/* What is searched: start windows, arcs beside those of the instance, and the latest end of the whole. */
typedef struct
{
  const int *earliest; /* one a task, NULL for those of the instance */
  const int *latest;   /* one a task, NULL for those of the instance */
  const SolverExactArc *arcs;
  guint n_arcs;
  int makespan;
  const int *hint;     /* starts that the search tries to come near to */
} SolverExactScope;

/* Whether the instance is of a kind and size for this search. */
gboolean solver_exact_suits (const SolverInstance *instance, int makespan);

/* Gives NULL when the scope is so wide that it would need too much memory. Copies the scope, borrows the run. */
SolverExact *solver_exact_new (SolverRun *run, const SolverExactScope *scope);
void solver_exact_free (SolverExact *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverExact, solver_exact_free)

/* Searches on until that many more dead ends. What is found is offered to the run, and only better is looked for
 * then. May be called again. */
SolverExactEnd solver_exact_search (SolverExact *self, gint64 dead_ends);

/* No schedule in this scope may end later; gives FALSE when none can be left. */
gboolean solver_exact_tighten (SolverExact *self, int makespan, const int *hint);
