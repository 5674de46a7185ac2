/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/shortest.h"

#include "schedule/solver/bounds.h"
#include "schedule/solver/exact.h"
#include "schedule/solver/population.h"

#include <stdlib.h>
void
solver_solve_shortest (SolverRun *run)
{
  g_autoptr (SolverGenerator) generator = solver_generator_new (run->instance);
  g_autoptr (SolverPopulation) population = solver_population_new (run, generator, getenv ("POP") ? atoi (getenv ("POP")) : 60);
  SolverExact *exact = NULL;

  solver_run_bound (run, solver_lower_bound (run->instance));
  solver_population_fill (population);
  while (!run->stopped)
    {
      SolverExactScope scope = { .makespan = (int)run->best_cost - 1, .hint = run->best };
      if (!exact)
        exact = solver_exact_new (run, &scope);
      else
        solver_exact_tighten (exact, (int)run->best_cost - 1, run->best);
      if (solver_exact_search (exact, 1000) == SOLVER_EXACT_FINISHED)
        solver_run_bound (run, run->best_cost);
    }
  if (exact) solver_exact_free (exact);
}
