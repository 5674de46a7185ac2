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

/* The operand of that name, or NULL. Borrowed. */
const LiaisonOperand *liaison_fix_find_operand (const LiaisonFinding *finding, const char *name);
/* When the event that the finding is about takes place, or NULL. Borrowed. */
const LiaisonScheduledEvent *liaison_fix_find_event (LiaisonReview *review, const LiaisonFinding *finding);
/* Offers to move that event at least so many s, into working time where @hours say so. */
void liaison_schedule_fix (LiaisonReview *review, LiaisonFinding *finding, gboolean hours, gint64 least, const char *label);

/* What mends a thing asked for by too many: another site, another time, an exchange. */
void liaison_overbooked_fix (LiaisonReview *review, LiaisonFinding *finding);

G_END_DECLS
