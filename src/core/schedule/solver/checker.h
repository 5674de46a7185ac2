/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Verifies a schedule from the problem alone; shares no code with the search. */
#pragma once

#include "schedule/solver/problem.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SOLVER_FAULT_RELEASE,  /* `task` starts before its release, or before 0 */
  LIAISON_SOLVER_FAULT_LOCK,     /* `task` is locked and starts elsewhere */
  LIAISON_SOLVER_FAULT_LAG,      /* `task` starts too early after `other` */
  LIAISON_SOLVER_FAULT_CAPACITY, /* `resource` is overloaded at `time`; `task` is one that runs then */
} LiaisonSolverFaultKind;

typedef struct
{
  LiaisonSolverFaultKind kind;
  guint task;
  guint other;
  guint resource;
  int time;
  gboolean locked; /* only locked tasks have a part in it, so no move could mend it */
} LiaisonSolverFault;

/* Gives every way (LiaisonSolverFault) in which `starts`, one a task, breaks the problem; empty when sound.
 * A resource is named once for each stretch of overload. Deadlines are wishes and are not looked at. */
GArray *liaison_solver_check (const LiaisonSolverProblem *problem, const int *starts);

/* Whether there is no fault but those that locked tasks cause among themselves. */
gboolean liaison_solver_is_sound (const LiaisonSolverProblem *problem, const int *starts);

G_END_DECLS
