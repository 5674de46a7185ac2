/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The ways between sites in levelling. */
#pragma once

#include "schedule/levelling-private.h"

G_BEGIN_DECLS

/* Lists the ways between events of one person or post that stand near each other in time. */
void level_collect_travel (LevelModel *self);
/* Appends those for which there is too little time (LevelConflict). */
void level_find_travel (const LevelModel *model, GArray *conflicts);

/* A part of a resource that keeps events apart, in s from the base of the task. */
typedef struct
{
  guint task;
  guint amount;
  gint64 from, until;
} LevelTravelUse;

typedef void (*LevelTravelFunc) (gpointer data, guint capacity, const LevelTravelUse *uses, guint n);
/* All that is needed to keep all events of @made apart by the ways between them. */
void level_make_travel (const LevelModel *model,
                        const LevelProblem *made,
                        LevelTravelFunc func,
                        gpointer data);

G_END_DECLS
