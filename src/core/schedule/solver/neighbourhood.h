/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large neighbourhood search: part of a schedule is set free, the rest keeps its order, and the exact search looks
 * for better (partial order schedules: Godard, Laborie and Nuijten, ICAPS 2005). */
#pragma once

#include "schedule/solver/generate.h"
#include "schedule/solver/run.h"

typedef struct _SolverNeighbourhood SolverNeighbourhood;

SolverNeighbourhood *solver_neighbourhood_new (SolverRun *run, SolverGenerator *generator);
void solver_neighbourhood_free (SolverNeighbourhood *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverNeighbourhood, solver_neighbourhood_free)

/* Tries one neighbourhood of `starts`, whose cost is `cost`. When it finds better it writes that into `starts` and
 * gives its cost; otherwise gives `cost`. */
gint64 solver_neighbourhood_try (SolverNeighbourhood *self, int *starts, gint64 cost);
