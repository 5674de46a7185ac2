/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Recurrence rules (RFC 5545, 3.3.10) as a plan may hold them, checked before libical sees them. */
#pragma once

#include <libical/ical.h>

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_RECURRENCE_ENDS_NEVER,
  LIAISON_RECURRENCE_ENDS_ON_WALL, /* UNTIL is a date or a clock time where the event is */
  LIAISON_RECURRENCE_ENDS_IN_TIME, /* UNTIL ends in Z: a Unix time */
} LiaisonRecurrenceEnd;

/* A rule that was checked. A plain value. */
typedef struct
{
  struct icalrecurrencetype ical; /* without UNTIL and COUNT, which are looked after here */
  LiaisonRecurrenceEnd end;
  gint64 until;    /* the last second that counts: on the wall since 1970, or Unix time */
  guint count;     /* 0: any number */
  gint64 period;   /* s after which DAILY, WEEKLY and HOURLY rules begin anew; 0 for the others */
  gint64 step;     /* s from one to the next, where that is all there is to it; else 0 */
  guint weekdays;  /* where the step is a day: a bit for each weekday that counts, Sunday the lowest */
} LiaisonRecurrenceRule;

/* FALSE, with an error that names the part, when the rule is not one that a plan may hold. */
gboolean
liaison_recurrence_rule_parse (const char *text, LiaisonRecurrenceRule *rule, GError **error);

G_END_DECLS
