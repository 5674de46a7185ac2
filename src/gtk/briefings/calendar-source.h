/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a calendar of holidays is to be read from, whose holidays they are, and how they are taken:
 * the form that is filled in before. Signals: "activated", it is to be read now; "changed",
 * another file or address was given. */
#pragma once

#include "briefings/calendar-job.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CALENDAR_SOURCE (liaison_calendar_source_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonCalendarSource, liaison_calendar_source, LIAISON, CALENDAR_SOURCE, AdwBin)

LiaisonCalendarSource *liaison_calendar_source_new (LiaisonSession *session);

/* What is asked for, within @terms; NULL, with what is missing in *@problem, where it is not. */
LiaisonCalendarJob *liaison_calendar_source_make_job (LiaisonCalendarSource *self,
                                                      const LiaisonOfferTerms *terms,
                                                      const char **problem);

G_END_DECLS
