/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is free of each resource at each time while a schedule is built. Dense (a word of lanes a step) where the
 * horizon is short, otherwise a sorted list of levels for each resource. */
#pragma once

#include "schedule/solver/instance.h"

typedef struct _SolverProfile SolverProfile;

/* Gives a profile with the locked tasks placed. Borrows the instance. */
SolverProfile *solver_profile_new (const SolverInstance *instance);
void solver_profile_free (SolverProfile *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverProfile, solver_profile_free)

/* Takes out all that was placed. */
void solver_profile_reset (SolverProfile *self);

/* The first start at or after `time` where the task fits, -1 if there is none. */
int solver_profile_earliest (const SolverProfile *self, guint task, int time);

/* The last start at or before `time` and not before 0 where the task fits, -1 if there is none. */
int solver_profile_latest (const SolverProfile *self, guint task, int time);

void solver_profile_place (SolverProfile *self, guint task, int start);
void solver_profile_remove (SolverProfile *self, guint task, int start);

static inline gboolean
solver_profile_fits (const SolverProfile *self, guint task, int start)
{
  return solver_profile_earliest (self, task, start) == start;
}
