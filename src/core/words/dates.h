/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dates and times in the words of a language: always Gregorian, 24 h, and never in an order of
 * numbers that can be misread where the language has a month's name for it. All texts are the
 * caller's.
 *
 * @seconds are Unix time in s. @zone is an IANA name; NULL and one that is not known are UTC. The
 * rules of zones are those of record/zone.h, not ICU's, so that a time reads the same wherever it
 * is shown. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_DATE_SHORT,          /* 14 May */
  LIAISON_DATE_MEDIUM,         /* 14 May 2027 */
  LIAISON_DATE_WEEKDAY_SHORT,  /* Fri 14 May */
  LIAISON_DATE_FULL,           /* Friday 14 May 2027 */
  LIAISON_DATE_MONTH,          /* May 2027 */
  LIAISON_DATE_WEEKDAY,        /* Friday */
  LIAISON_DATE_WEEKDAY_NARROW, /* Fri, as the head of a column */
} LiaisonDateStyle;

char *liaison_words_format_date (LiaisonWords *self,
                                 gint64 seconds,
                                 const char *zone,
                                 LiaisonDateStyle style);
/* A date without a zone: @days since 1970-01-01. LIAISON_DATE_UNSET is the empty text. */
char *liaison_words_format_day (LiaisonWords *self, gint32 days, LiaisonDateStyle style);

/* From day to day, as briefly as the language says it: 14–16 May 2027, 30 Oct – 2 Nov 2027. Days
 * are those of format_day; one alone is told as one. */
char *liaison_words_format_days (LiaisonWords *self, gint32 first, gint32 last);

/* 15:00 */
char *liaison_words_format_time (LiaisonWords *self, gint64 seconds, const char *zone);

typedef enum
{
  LIAISON_DATE_TIME_MEDIUM, /* 14 May 2027, 15:00 */
  LIAISON_DATE_TIME_FULL,   /* Friday 14 May 2027, 15:00 */
  LIAISON_DATE_TIME_UTC,    /* 14 May 2027, 13:00 UTC; @zone is not looked at */
} LiaisonDateTimeStyle;

char *liaison_words_format_date_time (LiaisonWords *self,
                                      gint64 seconds,
                                      const char *zone,
                                      LiaisonDateTimeStyle style);

/* How far off @days is: in 12 days, 3 days ago, today. */
char *liaison_words_format_relative_days (LiaisonWords *self, gint32 days);

/* The day on which a week begins there: 1 Monday to 7 Sunday. */
guint liaison_words_get_first_weekday (LiaisonWords *self);

G_END_DECLS
