/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for the schedule that moves least from the current starts. */
#pragma once

#include "schedule/solver/run.h"

/* Runs until the run stops. */
void solver_solve_least (SolverRun *run);
