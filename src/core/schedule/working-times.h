/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Working calendars as the times at which the critical path may put events. */
#pragma once

#include "schedule/calendar.h"
#include "schedule/critical-path.h"

G_BEGIN_DECLS

/* Those of a plan; @bookings and the snapshot they are of must outlive it. Not for several threads
 * at once. */
typedef struct _LiaisonWorkingTimes LiaisonWorkingTimes;

LiaisonWorkingTimes *liaison_working_times_new (const LiaisonSnapshot *snapshot,
                                                const LiaisonBookings *bookings);
void liaison_working_times_free (LiaisonWorkingTimes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonWorkingTimes, liaison_working_times_free)

/* For liaison_critical_path_new. Borrowed. */
const LiaisonAllowedTimes *liaison_working_times_get (LiaisonWorkingTimes *self);

G_END_DECLS
