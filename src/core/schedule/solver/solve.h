/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Solves a scheduling problem within given limits. */
#pragma once

#include "schedule/solver/checker.h"
#include "schedule/solver/problem.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SOLVER_SHORTEST, /* fewest late finishes, then the shortest makespan */
  LIAISON_SOLVER_LEAST,    /* fewest late finishes, then the least weighted moves from the current starts */
} LiaisonSolverGoal;

typedef struct
{
  const int *starts;    /* best so far, one a task */
  int makespan;
  gint64 lateness;      /* as liaison_solver_problem_get_lateness */
  gint64 disturbance;   /* as liaison_solver_problem_get_disturbance */
  gint64 schedules;     /* used so far */
} LiaisonSolverProgress;

typedef void (*LiaisonSolverProgressFunc) (const LiaisonSolverProgress *progress, gpointer data);

typedef struct
{
  LiaisonSolverGoal goal;
  double seconds;       /* 0 for no limit; with a limit results depend on the speed of the machine */
  gint64 schedules;     /* 0 for no limit; a pass of a generation scheme counts one, as do a dead end and a find of the exact search */
  guint64 seed;
  const int *cancel;    /* read atomically: other than 0 stops soon with the best so far; may be NULL */
  LiaisonSolverProgressFunc progress; /* called in the solving thread for each better schedule; may be NULL */
  gpointer progress_data;
} LiaisonSolverOptions;

typedef struct
{
  int *starts;          /* one a task, sound by the checker */
  int makespan;
  int lower_bound;      /* no sound schedule with so little lateness ends earlier; 0 with the goal least */
  gint64 lateness;
  gint64 disturbance;
  gint64 schedules;     /* used */
  gboolean proven;      /* nothing better exists */
} LiaisonSolverResult;

/* Solves until a limit, the cancel flag or a proof; without any limit it takes 1 second. The same problem, seed and
 * number of schedules give the same result if `seconds` is 0. Gives NULL with LIAISON_SOLVER_ERROR when the problem
 * makes no sense or no sound schedule was found; faults that locked tasks cause among themselves are let be. */
LiaisonSolverResult *liaison_solver_solve (const LiaisonSolverProblem *problem,
                                           const LiaisonSolverOptions *options,
                                           GError **error);

void liaison_solver_result_free (LiaisonSolverResult *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSolverResult, liaison_solver_result_free)

G_END_DECLS
