/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving an event as the fix of a finding. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* Adds to @finding the fix, under @label, of moving the event @shift s later. Leaves it out where that helps nobody: the
 * event is locked, hangs on another one's clock, or would overstep its deadline or the end of the exercise. */
void liaison_schedule_offer_move (LiaisonReview *review, LiaisonFinding *finding, const LiaisonScheduledEvent *event,
                                  gint64 shift, const char *label);

/* The least shift from @least (s) on, in whole minutes and within a week of it, at which all that the event occupies is free
 * and @calendars (may be NULL) have it in working time. */
gboolean liaison_schedule_find_shift (LiaisonReview *review, const LiaisonScheduledEvent *event, LiaisonCalendars *calendars,
                                      gint64 least, gint64 *shift);

G_END_DECLS
