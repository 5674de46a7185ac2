/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the rules of the schedule share: a fix that moves an event. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* Adds to @finding a fix that moves @event on by @shift s: none where it is locked or its start hangs on a clock time of
 * another day, or where it would then miss its deadline or, now before ENDEX, end after it. @label is a static msgid. */
void liaison_schedule_offer_move (LiaisonReview *review, LiaisonFinding *finding, const LiaisonScheduledEvent *event,
                                  gint64 shift, const char *label);

G_END_DECLS
