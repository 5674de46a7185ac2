/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a problem holds, for the solver and the checker only: plain arrays in the order things were added. */
#pragma once

#include "schedule/solver/problem.h"

#define SOLVER_NEVER G_MAXINT

typedef struct
{
  int duration;
  int release;
  int deadline; /* of the finish, SOLVER_NEVER without one */
  int locked;   /* start, -1 when free */
  int current;  /* start, -1 when there is none */
  int priority;
} SolverTask;

/* start of after >= start of before + lag. */
typedef struct
{
  guint before;
  guint after;
  int lag;
} SolverLag;

/* From `from` up to `until` after the start of the task. */
typedef struct
{
  guint task;
  guint resource;
  int amount;
  int from;
  int until;
} SolverUse;

typedef struct
{
  guint resource;
  int time;
  int capacity;
} SolverStep;

struct _LiaisonSolverProblem
{
  GArray *tasks; /* SolverTask */
  GArray *lags;  /* SolverLag */
  GArray *uses;  /* SolverUse */
  GArray *steps; /* SolverStep; each resource's first has time 0 */
  guint n_resources;
  int move_charge;
};

static inline const SolverTask *
solver_problem_task (const LiaisonSolverProblem *problem, guint task)
{
  return &g_array_index (problem->tasks, SolverTask, task);
}
