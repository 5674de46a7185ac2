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

/* Takes a schedule from elsewhere in, in place of the worst when there is no room. */
void solver_population_insert (SolverPopulation *self, const int *starts, gint64 cost);

/* Makes children until `schedules` passes are used or the run stops; gives whether the best became better. */
gboolean solver_population_evolve (SolverPopulation *self, gint64 schedules);

guint solver_population_get_n (const SolverPopulation *self);

/* How many children in a row were no better than the parent they were compared with. */
guint solver_population_get_stale (const SolverPopulation *self);

/* Throws all away, so that a fill begins anew. */
void solver_population_restart (SolverPopulation *self);

/* One of the best schedules, chosen at random; NULL when empty. */
const int *solver_population_pick (SolverPopulation *self, gint64 *cost);
