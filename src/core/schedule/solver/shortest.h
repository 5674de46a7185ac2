/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The search for the shortest makespan. */
#pragma once

#include "schedule/solver/run.h"

/* Runs until the run stops. */
void solver_solve_shortest (SolverRun *run);
