/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The body of a profile and its sparse half. */
#pragma once

#include "schedule/solver/profile.h"

/* The free levels of one resource over time, sorted; the last lasts for ever. */
typedef struct
{
  SolverLevel *levels;
  guint n;
  guint allocated;
} SolverLevels;

struct _SolverProfile
{
  /* Borrowed */
  const SolverInstance *instance;

  /* Owned; one of the two */
  guint64 *cells;
  SolverLevels *resources;

  int used_until; /* dense: no step from here on was changed */
};

void solver_profile_levels_init (SolverProfile *self);
void solver_profile_levels_clear (SolverProfile *self);
void solver_profile_levels_reset (SolverProfile *self);
int solver_profile_levels_earliest (const SolverProfile *self, guint task, int time);
int solver_profile_levels_latest (const SolverProfile *self, guint task, int time);

/* Adds `sign` times the task's demands while it would run. */
void solver_profile_levels_change (SolverProfile *self, guint task, int start, int sign);
