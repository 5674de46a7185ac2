/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A scheduling problem: tasks, lags between them, and resources whose capacity may vary over time. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIAISON_SOLVER_ERROR (liaison_solver_error_quark ())
GQuark liaison_solver_error_quark (void);

typedef enum
{
  LIAISON_SOLVER_ERROR_CYCLE,      /* the links run in a circle */
  LIAISON_SOLVER_ERROR_CAPACITY,   /* a task asks for more than its resource ever has */
  LIAISON_SOLVER_ERROR_LIMIT,      /* a number or a count is past the stated limits */
  LIAISON_SOLVER_ERROR_INFEASIBLE, /* no schedule was found that keeps the locked tasks */
} LiaisonSolverError;

/* How the ends of two tasks are linked. */
typedef enum
{
  LIAISON_SOLVER_FINISH_START,
  LIAISON_SOLVER_START_START,
  LIAISON_SOLVER_FINISH_FINISH,
  LIAISON_SOLVER_START_FINISH,
} LiaisonSolverLink;

/* Every time, duration and lag lies within plus or minus this many steps, and so does their sum. */
#define LIAISON_SOLVER_MAX_TIME (1 << 29)
#define LIAISON_SOLVER_MAX_TASKS 200000
#define LIAISON_SOLVER_MAX_RESOURCES 100000
/* Of links, of uses and of capacity steps. */
#define LIAISON_SOLVER_MAX_ENTRIES 4000000
#define LIAISON_SOLVER_MAX_AMOUNT (1 << 24)
/* A capacity that no tasks together exhaust. A resource that has either this or nothing is a calendar: when it has
 * nothing, nobody may use it, and otherwise all may. */
#define LIAISON_SOLVER_UNLIMITED LIAISON_SOLVER_MAX_AMOUNT
#define LIAISON_SOLVER_MAX_PRIORITY 1000

typedef struct _LiaisonSolverProblem LiaisonSolverProblem;

/* Gives an empty problem. Times are whole steps of any unit, counted from 0; nothing starts before 0. */
LiaisonSolverProblem *liaison_solver_problem_new (void);
void liaison_solver_problem_free (LiaisonSolverProblem *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSolverProblem, liaison_solver_problem_free)

/* Adds a renewable resource and gives its number, from 0. */
guint liaison_solver_problem_add_resource (LiaisonSolverProblem *self, int capacity);

/* From the step `time` on the resource has `capacity`, until a later call's time. Call in any order. */
void liaison_solver_problem_set_capacity_from (LiaisonSolverProblem *self,
                                               guint resource,
                                               int time,
                                               int capacity);

/* Adds a task of that many steps (0 for a milestone) and gives its number, from 0. */
guint liaison_solver_problem_add_task (LiaisonSolverProblem *self, int duration);

/* While it runs, the task takes `amount` of the resource; several calls add up. */
void liaison_solver_problem_add_use (LiaisonSolverProblem *self,
                                     guint task,
                                     guint resource,
                                     int amount);

/* The same from `from` up to `until` steps after its start only, both of which may lie outside the task: a room that
 * is set up before and cleared afterwards, or a part of several events that move as one. */
void liaison_solver_problem_add_use_between (LiaisonSolverProblem *self,
                                             guint task,
                                             guint resource,
                                             int amount,
                                             int from,
                                             int until);

/* The named end of `after` comes at least `lag` steps (which may be negative) after the named end of `before`. */
void liaison_solver_problem_add_link (LiaisonSolverProblem *self,
                                      LiaisonSolverLink link,
                                      guint before,
                                      guint after,
                                      int lag);

/* The task starts no earlier than `time`. */
void liaison_solver_problem_set_release (LiaisonSolverProblem *self, guint task, int time);

/* The task should finish by `time`; a late finish costs its priority for each step, before all else. */
void liaison_solver_problem_set_deadline (LiaisonSolverProblem *self, guint task, int time);

/* The task starts exactly at `time`. What locked tasks do to each other is taken as the planner's will. */
void liaison_solver_problem_lock (LiaisonSolverProblem *self, guint task, int time);

/* A weight from 1 (the default) to LIAISON_SOLVER_MAX_PRIORITY for moves and for late finishes. */
void liaison_solver_problem_set_priority (LiaisonSolverProblem *self, guint task, int priority);

/* Where the task starts now: what the least disturbance is measured from. Without it a task may go anywhere. */
void liaison_solver_problem_set_current (LiaisonSolverProblem *self, guint task, int time);

/* What any move costs beside its length, in steps: the greater, the fewer tasks are moved. 0 by default. */
void liaison_solver_problem_set_move_charge (LiaisonSolverProblem *self, int steps);

guint liaison_solver_problem_get_n_tasks (const LiaisonSolverProblem *self);

/* The last finish of these starts (one a task), 0 without tasks. */
int liaison_solver_problem_get_makespan (const LiaisonSolverProblem *self, const int *starts);

/* The sum over tasks with a deadline of priority times steps late. */
gint64 liaison_solver_problem_get_lateness (const LiaisonSolverProblem *self, const int *starts);

/* The sum over tasks with a current start that moved of priority times steps, either way, and the charge. */
gint64 liaison_solver_problem_get_disturbance (const LiaisonSolverProblem *self, const int *starts);

G_END_DECLS
