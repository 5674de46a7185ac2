/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving an event as the fix of a finding. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* Adds to @finding the fix, under @label, of moving the event @shift s later. Leaves it out where that helps nobody: the
 * event is locked, or would overstep its deadline or the end of the exercise. */
void liaison_schedule_offer_move (LiaisonReview *review, LiaisonFinding *finding, const LiaisonScheduledEvent *event,
                                  gint64 shift, const char *label);

/* Whether the event may be moved @shift s, either way: it is not locked, and would overstep neither its deadline nor the end of the
 * exercise, nor begin before it may. */
gboolean liaison_schedule_may_move (LiaisonReview *review, const LiaisonScheduledEvent *event, gint64 shift);
/* Adds the edit of its start to the fix, in the form that the start has. FALSE where it cannot be said: what it hangs on has no time. */
gboolean liaison_schedule_take_move (LiaisonReview *review, LiaisonFinding *finding, const LiaisonScheduledEvent *event, gint64 shift,
                                     const char *label);

/* The least shift from @least (s) on, in whole minutes and within a week of it, at which all that the event occupies is free
 * and @calendars (may be NULL) have it in working time. */
gboolean liaison_schedule_find_shift (LiaisonReview *review, const LiaisonScheduledEvent *event, LiaisonCalendars *calendars,
                                      gint64 least, gint64 *shift);

/* By how many s more the use @own of the pool must be moved on than by @shift; zero: it is free there. With @fellows the other uses
 * that its event has of it move too. */
gint64 liaison_schedule_get_in_way (const LiaisonBookings *bookings, guint pool, const LiaisonUse *own, gboolean fellows,
                                    gint64 shift);

/* The operand of that name, or NULL. Borrowed. */
const LiaisonOperand *liaison_fix_find_operand (const LiaisonFinding *finding, const char *name);
/* When the event that the finding is about takes place, or NULL. Borrowed. */
const LiaisonScheduledEvent *liaison_fix_find_event (LiaisonReview *review, const LiaisonFinding *finding);
/* Offers to move that event at least so many s, into working time where @hours say so. */
void liaison_schedule_fix (LiaisonReview *review, LiaisonFinding *finding, gboolean hours, gint64 least, const char *label);

/* Offers to move it at least so many s earlier, to a time at which all that it occupies is free, that keeps it behind what it
 * depends on and, if it was after STARTEX, there. */
void liaison_schedule_fix_earlier (LiaisonReview *review, LiaisonFinding *finding, gint64 least, const char *label);

/* Of two events of an overlap: lets the later one exchange its site, or its time, with another. FALSE where none fits. */
gboolean liaison_exchange_offer_site (LiaisonReview *review, LiaisonFinding *finding, guint event, guint site);
gboolean liaison_exchange_offer_time (LiaisonReview *review, LiaisonFinding *finding, guint event, guint resource);
/* Whether @other is as good a site as @site for @needed people: of its type, in its place, large enough, and there. */
gboolean liaison_exchange_is_alike (const LiaisonBlock *site, const LiaisonBlock *other, gint64 needed);
/* How many a site must hold to replace @site for the event. */
gint64 liaison_exchange_get_needed (const LiaisonBlock *event, const LiaisonBlock *site);
/* Whether the site has room for a use, were the events @leaving (places) not there. */
gboolean liaison_exchange_has_room (LiaisonReview *review, guint site, const LiaisonUse *use, guint leaving);

/* Offers a free site like @site that has room for @needed people at the event. FALSE where there is none. */
gboolean liaison_overbooked_offer_larger (LiaisonReview *review, LiaisonFinding *finding, LiaisonId site, gint64 needed);

/* Of a recurring event, the occurrence that begins at @start or next after it: another site, another time (of the whole series,
 * where more of its occurrences stand in the way of something), another time in working hours before the next occurrence, or none.
 * liaison_series_offer_time () is FALSE where there is no free time. */
void liaison_series_offer_site (LiaisonReview *review, LiaisonFinding *finding, gint64 start, LiaisonId site);
gboolean liaison_series_offer_time (LiaisonReview *review, LiaisonFinding *finding, gint64 start);
void liaison_series_offer_working_time (LiaisonReview *review, LiaisonFinding *finding, gint64 start);

/* What mends a thing asked for by too many: another site, another time, an exchange. */
void liaison_overbooked_fix (LiaisonReview *review, LiaisonFinding *finding);

G_END_DECLS
