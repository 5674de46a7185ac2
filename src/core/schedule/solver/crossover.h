/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Makes the start times of a child from those of two schedules; they need not make a schedule themselves. */
#pragma once

#include "schedule/solver/instance.h"
#include "schedule/solver/random.h"

typedef struct _SolverCrossover SolverCrossover;

/* Borrows both. */
SolverCrossover *solver_crossover_new (const SolverInstance *instance, SolverRandom *random);
void solver_crossover_free (SolverCrossover *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverCrossover, solver_crossover_free)

/* The father gives what starts in a stretch of time in which he uses what is scarce better than the mother, she gives
 * all else. */
void solver_crossover_cross (SolverCrossover *self, const int *father, const int *mother, int *child);

/* Moves six tasks in a thousand of every other child by up to about two tasks' durations. */
void solver_crossover_mutate (SolverCrossover *self, int *child);
