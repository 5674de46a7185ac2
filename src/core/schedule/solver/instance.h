/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A problem made ready for search: checked, scaled, sorted and laid out in compact arrays. */
#pragma once

#include "schedule/solver/problem-private.h"

G_BEGIN_DECLS

#define SOLVER_GUARDS G_GUINT64_CONSTANT (0x8000800080008000)
/* A schedule that could not be completed. */
#define SOLVER_NO_COST G_MAXINT64

/* One edge of the network as seen from one of its ends. */
typedef struct
{
  guint task;
  int lag; /* least steps from the start of the first to the start of the second */
} SolverArc;

/* From `from` up to `until` after the start of the task. */
typedef struct
{
  guint resource;
  int amount;
  int from;
  int until;
} SolverDemand;

/* From `time` on `capacity` is there, until the next step's time. */
typedef struct
{
  int time;
  int capacity;
} SolverLevel;

typedef struct
{
  guint n;
  guint n_resources;
  int scale;   /* steps of the problem in one step here */
  int horizon; /* no sensible schedule ends later */
  int move_charge;

  /* One entry a task */
  int *duration;
  int *release;    /* earliest start by release times and lags alone */
  int *tail;       /* least steps from start to the end of the project */
  int *locked;     /* start, -1 when free */
  int *latest;     /* latest start that locked tasks allow, SOLVER_NEVER if they do not care */
  int *due;        /* latest start that meets the deadline, SOLVER_NEVER without one */
  int *priority;
  int *current;    /* start, -1 without one */
  guint *order;    /* tasks, each after all it waits for */
  guint *rank;     /* place in order */

  /* Arcs and demands of task i are those from first[i] up to first[i + 1] */
  guint *first_before;
  SolverArc *before;
  guint *first_after;
  SolverArc *after;
  guint *first_demand;
  SolverDemand *demands;

  /* Levels of resource r are those from first_level[r] up to first_level[r + 1], by time from 0 on */
  guint *first_level;
  SolverLevel *levels;
  int *capacity; /* the most a resource ever has */
  guint8 *calendar; /* whether it has all or nothing, so that nothing is ever taken from it */

  gboolean has_due;
  gboolean has_latest;
  gboolean has_locks;
  gboolean tight_lags;    /* some lag is shorter than its task: sorting by time may break the order */
  gboolean uneven;        /* some task uses a resource for another time than it lasts */
  gboolean varying;       /* some capacity changes over time, or locked tasks take a part of it */

  /* Dense profiles: resources in lanes of 16 bits, four to a word; 0 words when the profile is sparse */
  guint words;
  guint64 *demand_words; /* words a task */
  guint64 *cells;        /* free capacity with locked tasks placed: words a step, horizon steps */
} SolverInstance;

/* Reads the problem; gives NULL and the reason when it makes no sense. The instance does not need the problem
 * any more afterwards. */
SolverInstance *solver_instance_new (const LiaisonSolverProblem *problem, GError **error);
void solver_instance_free (SolverInstance *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SolverInstance, solver_instance_free)

/* The price of a schedule: what breaks locks first, then weighted lateness, then the makespan. */
gint64 solver_instance_cost (const SolverInstance *self, const int *starts);

int solver_instance_makespan (const SolverInstance *self, const int *starts);

/* One step of lateness at the least priority, in terms of cost: more than any makespan. */
#define SOLVER_COST_LATE (G_GINT64_CONSTANT (1) << 30)

static inline gboolean
solver_instance_uses (const SolverInstance *self, guint task)
{
  return self->first_demand[task + 1] > self->first_demand[task];
}

G_END_DECLS
