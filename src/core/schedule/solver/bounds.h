/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lower bounds of the makespan. */
#pragma once

#include "schedule/solver/instance.h"

/* Gives a makespan that no schedule undercuts: the longest of critical path and resource bounds. */
int solver_lower_bound (const SolverInstance *instance);
