/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schedule generation schemes: from an order of tasks to start times. */
#pragma once

#include "schedule/solver/profile.h"

typedef struct
{
  /* Borrowed */
  const SolverInstance *instance;

  /* Owned */
  SolverProfile *profile;
  guint *list;   /* scratch of the ordering functions */
  guint *order;  /* scratch of justification */
  int *saved;
  int *finish;
  guint *count;
  guint *stack;
  guint8 *mark;
  gint64 *key;
} SolverGenerator;

SolverGenerator *solver_generator_new (const SolverInstance *instance);
void solver_generator_free (SolverGenerator *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverGenerator, solver_generator_free)

/* Serial scheme: each task of the list as early as it can, lists being complete and in an order that the lags
 * allow. Gives the cost, SOLVER_NO_COST if a task found no place. */
gint64 solver_generate_serial (SolverGenerator *self, const guint *list, int *starts);

/* Parallel scheme: walks through time and starts whatever fits, smaller keys first. */
gint64 solver_generate_parallel (SolverGenerator *self, const gint64 *keys, int *starts);

/* Moves every task as late as it can within the makespan, last finish first. Deadlines that are met stay met.
 * Gives FALSE, and leaves no schedule, when a task found no place; that takes lags shorter than their tasks. */
gboolean solver_generate_backward (SolverGenerator *self, int *starts);

/* Double justification (Valls, Ballestin, Quintanilla, EJOR 165, 2005): backward, then forward again. Two passes.
 * `cost` is that of `starts`; gives the new one, never a greater one. */
gint64 solver_generate_justify (SolverGenerator *self, int *starts, gint64 cost);

/* Places the tasks from a far end back, each as late as it can; lists are complete, and each task comes after all that
 * waits for it. Starts are at least 0 and need not make a schedule before. Gives how long it all takes, SOLVER_NO_COST if
 * a task found no place. Takes no care of release times, deadlines, locks and capacities that vary. */
gint64 solver_generate_from_end (SolverGenerator *self, const guint *list, int *starts);

/* Sorts the tasks by key, ties by the order of the network, and puts each after all it waits for. */
void solver_order_by_keys (SolverGenerator *self, const gint64 *keys, guint *list);

/* Sorts the tasks by start, which must be at least 0, ties by the order of the network. Starts need not make a
 * schedule if `mend` is set: each task is then put after all it waits for. */
void solver_order_by_starts (SolverGenerator *self, const int *starts, gboolean mend, guint *list);

/* Sorts the tasks by falling finish, ties by the order of the network read from its end; if `mend` is set, each task
 * is then put after all that waits for it. */
void solver_order_by_finish (SolverGenerator *self, const int *finish, gboolean mend, guint *list);

/* The order in which tasks that start so are placed from the end: as solver_order_by_finish, mended. Starts are at least 0
 * and need not make a schedule. */
void solver_order_from_end (SolverGenerator *self, const int *starts, guint *list);

void solver_order_reverse (guint *list, guint n);
