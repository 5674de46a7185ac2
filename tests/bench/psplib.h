/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads single-mode instances of the Project Scheduling Problem Library (Kolisch and Sprecher, European Journal of
 * Operational Research 96, 1997) in their .sm format. */
#pragma once

#include "schedule/solver/problem.h"

/* Gives the problem with the jobs of the text as tasks in their order, both dummies among them. NULL with an
 * error of LIAISON_SOLVER_ERROR_LIMIT when the text is not such an instance. */
LiaisonSolverProblem *psplib_parse (const char *text, gsize length, GError **error);
