/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days and times that the schedule must respect. */
#pragma once

#include "record/kind.h"
#include "record/kinds/calendar-system.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_OBSERVANCE_TYPE_UNSET,
  LIAISON_OBSERVANCE_TYPE_NATIONAL_DAY,
  LIAISON_OBSERVANCE_TYPE_PUBLIC_HOLIDAY,
  LIAISON_OBSERVANCE_TYPE_RELIGIOUS,
  LIAISON_OBSERVANCE_TYPE_WEEKEND,
  LIAISON_OBSERVANCE_TYPE_PRAYER,
  LIAISON_OBSERVANCE_TYPE_FASTING,
  LIAISON_OBSERVANCE_TYPE_REST,
  LIAISON_OBSERVANCE_TYPE_MEMORIAL,
  LIAISON_OBSERVANCE_TYPE_WORKING_TIME,
  LIAISON_OBSERVANCE_TYPE_OTHER,
} LiaisonObservanceType;
extern const LiaisonChoices liaison_observance_types;

typedef enum
{
  LIAISON_OBSERVANCE_BASIS_UNSET,
  LIAISON_OBSERVANCE_BASIS_DATES,
  LIAISON_OBSERVANCE_BASIS_YEARLY,
  LIAISON_OBSERVANCE_BASIS_RECURRENCE,
  LIAISON_OBSERVANCE_BASIS_EASTER_WESTERN,
  LIAISON_OBSERVANCE_BASIS_EASTER_EASTERN,
} LiaisonObservanceBasis;
extern const LiaisonChoices liaison_observance_basises;

typedef enum
{
  LIAISON_OBSERVANCE_EFFECT_UNSET,
  LIAISON_OBSERVANCE_EFFECT_NO_WORK,
  LIAISON_OBSERVANCE_EFFECT_NO_EVENTS,
  LIAISON_OBSERVANCE_EFFECT_SHORT_HOURS,
  LIAISON_OBSERVANCE_EFFECT_AVOID,
  LIAISON_OBSERVANCE_EFFECT_CARE,
} LiaisonObservanceEffect;
extern const LiaisonChoices liaison_observance_effects;

typedef enum
{
  LIAISON_OBSERVANCE_STATUS_UNSET,
  LIAISON_OBSERVANCE_STATUS_SUGGESTED,
  LIAISON_OBSERVANCE_STATUS_PROPOSED,
  LIAISON_OBSERVANCE_STATUS_APPROVED,
  LIAISON_OBSERVANCE_STATUS_REFUSED,
} LiaisonObservanceStatus;
extern const LiaisonChoices liaison_observance_statuses;

/* A day on which it falls, worked out or entered. */
#define LIAISON_OBSERVED_DATE_FIELDS(F, T)                                                         \
  F (T, DATE, from, "from", N_("First day"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, DATE, until, "until", N_("Last day"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,         \
     .help = N_("The last day; empty for a single one."))                                          \
  F (T, BOOLEAN, confirmed, "confirmed", N_("Confirmed"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)
LIAISON_DECLARE_DATA (ObservedDate, LIAISON_OBSERVED_DATE_FIELDS)
extern const LiaisonShape liaison_observed_date_shape;

#define LIAISON_OBSERVANCE_FIELDS(F, T)                                                            \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE, .group = N_("Observance"),                \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_observance_types,      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)   \
  F (T, REFERENCES, participants, "participants", N_("Participants"), .open = TRUE,                \
     .targets = LIAISON_TARGET (PARTICIPANT), .help = N_("Where only some of a nation keep it."))  \
  F (T, CHOICE, effect, "effect", N_("Effect"), .open = TRUE,                                      \
     .choices = &liaison_observance_effects,                                                       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_observance_statuses,                                                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, advice, "advice", N_("Advice"), .open = TRUE, .flags = LIAISON_FIELD_LONG)           \
  /* Translators: How the days are worked out */                                                   \
  F (T, CHOICE, basis, "basis", N_("Basis"), .open = TRUE, .group = N_("Time"),                    \
     .choices = &liaison_observance_basises)                                                       \
  F (T, CHOICE, calendar, "calendar", N_("Calendar"), .open = TRUE,                                \
     .choices = &liaison_calendar_systems,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INTEGER, month, "month", N_("Month"), .open = TRUE, .minimum = 1, .maximum = 13,           \
     .help = N_("In its own calendar."))                                                           \
  F (T, INTEGER, day, "day", N_("Day"), .open = TRUE, .minimum = 1, .maximum = 31)                 \
  F (T, INTEGER, offset, "offset", N_("Days from Easter"), .open = TRUE,                           \
     .minimum = -100, .maximum = 100,                                                              \
     .unit = N_("days"))                                                                           \
  F (T, INTEGER, length, "length", N_("Length"), .open = TRUE,                                     \
     .minimum = 1, .maximum = 60, .unit = N_("days"))                                              \
  F (T, STRING, rule, "rule", N_("Repeats"), .open = TRUE,                                         \
     .help = N_("A recurrence rule as in iCalendar (RRULE), such as FREQ=WEEKLY;BYDAY=FR,SA."))    \
  F (T, DATE, first, "first", N_("First day"), .open = TRUE,                                       \
     .help = N_("The day from which it is kept."))                                                 \
  F (T, DATE, last, "last", N_("Last day"), .open = TRUE)                                          \
  F (T, ITEMS, dates, "dates", N_("Dates"), .open = TRUE, .items = &liaison_observed_date_shape)   \
  F (T, DURATION, time_from, "time-from", N_("Time from"), .open = TRUE,                           \
     .minimum = 0, .maximum = 172800,                                                              \
     .help = N_("Time of day, as hours and minutes after midnight; empty for the whole day."))     \
  F (T, DURATION, time_until, "time-until", N_("Time until"), .open = TRUE,                        \
     .minimum = 0, .maximum = 172800)                                                              \
  F (T, BOOLEAN, eve, "eve", N_("Begins the evening before"), .open = TRUE)                        \
  F (T, BOOLEAN, sighting, "sighting", N_("Subject to sighting"), .open = TRUE,                    \
     .help = N_("The day depends on the moon being seen."))                                        \
  F (T, ZONE, zone, "zone", N_("Time zone"), .open = TRUE)                                         \
  F (T, STRING, source, "source", N_("Source"), .open = TRUE, .group = N_("Source"))               \
  F (T, STRING, source_link, "source-link", N_("Link to the source"), .open = TRUE)                \
  F (T, DATE, checked, "checked", N_("Last checked"), .open = TRUE)                                \
  F (T, STRING, feed, "feed", N_("Calendar address"),                                              \
     .help = N_("The https address of a calendar that it is read from."))                          \
  F (T, STRING, uid, "uid", N_("Calendar UID"), .flags = LIAISON_FIELD_HIDDEN)                     \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Observance, observance, OBSERVANCE)

G_END_DECLS
