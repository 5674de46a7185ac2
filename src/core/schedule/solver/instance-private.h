/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The parts of reading a problem that stand in files of their own. */
#pragma once

#include "schedule/solver/instance.h"

/* What one step too late for a locked task costs, in steps of lateness of the least priority. */
#define SOLVER_LOCK_PRICE (1 << 20)

/* Refuses numbers and counts past the limits. */
gboolean solver_problem_check (const LiaisonSolverProblem *problem, GError **error);

/* The greatest common divisor of all times and durations: the coarsest step that loses nothing. */
int solver_problem_scale (const LiaisonSolverProblem *problem);

/* Fills in the levels, less what locked tasks take, and the most of each. Gives the most before locked tasks
 * take their part, one a resource. */
int *solver_instance_copy_levels (SolverInstance *self, const LiaisonSolverProblem *problem);

/* One a resource: whether it is a calendar. */
guint8 *solver_instance_find_calendars (const LiaisonSolverProblem *problem);
