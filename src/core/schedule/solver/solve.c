/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/solver/solve.h"

#include "schedule/solver/instance.h"
#include "schedule/solver/least.h"
#include "schedule/solver/run.h"
#include "schedule/solver/shortest.h"

/* What a progress report needs. */
typedef struct
{
  const LiaisonSolverProblem *problem;
  const LiaisonSolverOptions *options;
  int *starts; /* owned; in steps of the problem */
} Report;

static void
unscale (const SolverInstance *instance, const int *from, int *to)
{
  for (guint i = 0; i < instance->n; i++)
    to[i] = from[i] * instance->scale;
}

static void
found_cb (SolverRun *run, gpointer data)
{
  Report *report = data;
  LiaisonSolverProgress progress = { .starts = report->starts, .schedules = run->schedules };

  unscale (run->instance, run->best, report->starts);
  progress.makespan = liaison_solver_problem_get_makespan (report->problem, report->starts);
  progress.lateness = liaison_solver_problem_get_lateness (report->problem, report->starts);
  progress.disturbance = liaison_solver_problem_get_disturbance (report->problem, report->starts);
  report->options->progress (&progress, report->options->progress_data);
}

static void
set_limits (SolverRun *run, const LiaisonSolverOptions *options)
{
  double seconds = options->seconds;

  if (seconds <= 0 && options->schedules <= 0)
    seconds = 1;
  if (seconds > 0)
    run->end_time = g_get_monotonic_time () + (gint64) (MIN (seconds, 1e9) * G_USEC_PER_SEC);
  run->max_schedules = MAX (options->schedules, 0);
  run->random.state = options->seed;
  run->cancel = options->cancel;
}

static LiaisonSolverResult *
make_result (const LiaisonSolverProblem *problem, const SolverRun *run, LiaisonSolverGoal goal)
{
  LiaisonSolverResult *result = g_new0 (LiaisonSolverResult, 1);

  result->starts = g_new0 (int, run->instance->n + 1);
  unscale (run->instance, run->best, result->starts);
  result->makespan = liaison_solver_problem_get_makespan (problem, result->starts);
  if (goal == LIAISON_SOLVER_SHORTEST)
    result->lower_bound = (int) (run->lower_bound % SOLVER_COST_LATE) * run->instance->scale;
  result->lateness = liaison_solver_problem_get_lateness (problem, result->starts);
  result->disturbance = liaison_solver_problem_get_disturbance (problem, result->starts);
  result->schedules = run->schedules;
  result->proven = run->best_cost <= run->lower_bound;
  return result;
}

LiaisonSolverResult *
liaison_solver_solve (const LiaisonSolverProblem *problem,
                      const LiaisonSolverOptions *options,
                      GError **error)
{
  g_autoptr (SolverInstance) instance = NULL;
  g_autoptr (LiaisonSolverResult) result = NULL;
  g_autofree int *starts = NULL;
  g_auto (SolverRun) run = { 0 };
  Report report = { problem, options, NULL };

  g_return_val_if_fail (problem != NULL, NULL);
  g_return_val_if_fail (options != NULL, NULL);

  instance = solver_instance_new (problem, error);
  if (instance == NULL)
    return NULL;
  solver_run_init (&run, instance);
  set_limits (&run, options);
  report.starts = starts = g_new0 (int, instance->n + 1);
  if (options->progress != NULL)
    {
      run.found = found_cb;
      run.found_data = &report;
    }
  if (options->goal == LIAISON_SOLVER_LEAST)
    solver_solve_least (&run);
  else
    solver_solve_shortest (&run);
  if (run.best_cost != SOLVER_NO_COST)
    result = make_result (problem, &run, options->goal);
  if (result != NULL && liaison_solver_is_sound (problem, result->starts))
    return g_steal_pointer (&result);
  g_set_error_literal (error, LIAISON_SOLVER_ERROR, LIAISON_SOLVER_ERROR_INFEASIBLE,
                       "no schedule was found that keeps the locked tasks");
  return NULL;
}

void
liaison_solver_result_free (LiaisonSolverResult *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->starts);
  g_free (self);
}
