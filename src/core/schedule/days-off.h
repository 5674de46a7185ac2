/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The days on which the planners of an exercise work: those of the host, else of the exercise. */
#pragma once

#include "schedule/process.h"

G_BEGIN_DECLS

typedef struct _LiaisonDaysOff LiaisonDaysOff;

/* For days within four years of STARTEX; others go by their weekday. Where the plan says nothing
 * about days of rest, Saturday and Sunday are. Keeps a reference to @snapshot. */
LiaisonDaysOff *liaison_days_off_new (LiaisonSnapshot *snapshot);
void liaison_days_off_free (LiaisonDaysOff *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDaysOff, liaison_days_off_free)

/* Borrows @self. */
LiaisonWorkingDays liaison_days_off_get_working_days (LiaisonDaysOff *self);

G_END_DECLS
