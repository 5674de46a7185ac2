/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A genetic algorithm over schedules: parts of good ones are put together and justified. */
#pragma once

#include "schedule/solver/generate.h"
#include "schedule/solver/run.h"

typedef struct _SolverPopulation SolverPopulation;

/* Gives an empty population of at most `size`. Borrows all it is given. */
SolverPopulation *solver_population_new (SolverRun *run, SolverGenerator *generator, guint size);
void solver_population_free (SolverPopulation *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverPopulation, solver_population_free)

/* Fills it with randomised priority rules, keeping what is there. */
void solver_population_fill (SolverPopulation *self);

/* Takes a schedule from elsewhere in, if it is good enough. */
void solver_population_insert (SolverPopulation *self, const int *starts, gint64 cost);

/* Makes children until `schedules` passes are used or the run stops; gives whether the best became better. */
gboolean solver_population_evolve (SolverPopulation *self, gint64 schedules);

/* How many children in a row were no better than the worst. */
guint solver_population_get_stale (const SolverPopulation *self);

/* Throws all but the best few away, so that a fill brings new blood. */
void solver_population_thin (SolverPopulation *self, guint keep);

/* One of the better schedules, chosen at random; NULL when empty. */
const int *solver_population_pick (SolverPopulation *self, gint64 *cost);
