/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether a small problem has any schedule at all, exactly: deadlines count as firm, and what locked tasks do to each
 * other too. Shares no code with the search for good schedules. */
#pragma once

#include "schedule/solver/problem.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SOLVER_POSSIBLE,
  LIAISON_SOLVER_IMPOSSIBLE, /* proven */
  LIAISON_SOLVER_UNKNOWN,    /* `max_nodes` was not enough, or capacities vary other than those of calendars */
} LiaisonSolverAnswer;

/* Looks at no more than `max_nodes` nodes of the search, each a pass over all tasks and uses. `starts` (one a task; may be
 * NULL) is filled in where a schedule is possible. Links may run in circles here. */
LiaisonSolverAnswer liaison_solver_find_feasible (const LiaisonSolverProblem *problem, guint max_nodes, int *starts);

G_END_DECLS
