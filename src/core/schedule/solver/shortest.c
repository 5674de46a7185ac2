/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/shortest.h"

#include "schedule/solver/bounds.h"
#include "schedule/solver/population.h"

#include <stdlib.h>
void
solver_solve_shortest (SolverRun *run)
{
  g_autoptr (SolverGenerator) generator = solver_generator_new (run->instance);
  g_autoptr (SolverPopulation) population = solver_population_new (run, generator, getenv ("POP") ? atoi (getenv ("POP")) : 60);

  solver_run_bound (run, solver_lower_bound (run->instance));
  while (!run->stopped)
    {
      solver_population_fill (population);
      solver_population_evolve (population, 1000);
      if (solver_population_get_stale (population) > 1000)
        solver_population_thin (population, 1);
    }
}
