/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that read times of spreadsheets share. */
#pragma once

#include "exchange/import-time.h"
#include "words/manner-reading.h"

G_BEGIN_DECLS

#define SECONDS_PER_DAY 86400
/* Longer texts are no times. */
#define MAX_LENGTH 120

typedef enum
{
  PATTERN_CLOCK,
  PATTERN_DAY_FIRST,
  PATTERN_YEAR_FIRST,
  PATTERN_RELATIVE,
  PATTERN_D_DAY,
  PATTERN_ANCHOR,
  PATTERN_DAY_NUMBER,
  PATTERN_SPAN,
  PATTERN_DAYS,
  PATTERN_SHORT_YEAR,
} ImportTimePattern;

/* The parts of @text that the pattern finds; NULL where it does not. Parts that are not there are
 * empty. */
char **import_time_match (ImportTimePattern pattern, const char *text);

/* A date in numbers at the beginning of @text. *@rest (the caller's) is what follows it. */
gboolean import_date_take_numeric (const LiaisonImportClock *clock,
                                   const char *text,
                                   const LiaisonImportDay *day,
                                   gint32 *days,
                                   char **rest);
/* Whether there is a digit of any script: without one nothing is a date. */
gboolean import_date_has_digit (const char *text);
/* A date whose month is a word: as the language writes it, with a year of two digits or without
 * one. */
gboolean import_date_take_named (const LiaisonImportClock *clock,
                                 const char *text,
                                 const LiaisonImportDay *day,
                                 gint32 *days,
                                 LiaisonTypedTime *typed);

G_END_DECLS
