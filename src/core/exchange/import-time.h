/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Times as planners write them in spreadsheets, spelt so that words/manner.h understands them. */
#pragma once

#include "exchange/import-mapping.h"
#include "words/words.h"

G_BEGIN_DECLS

/* The day that clock times are of. */
typedef struct
{
  gboolean known;
  gboolean relative; /* `days` after the day of STARTEX, else since 1970-01-01 */
  gint32 days;
} LiaisonImportDay;

/* How times are meant. Borrows all. */
typedef struct
{
  LiaisonWords *words;
  const LiaisonImportMapping *mapping;
  gint32 startex; /* day of STARTEX since 1970-01-01; G_MININT32: not known */
} LiaisonImportClock;

typedef enum
{
  LIAISON_IMPORT_TIME_PLAIN = 0,
  LIAISON_IMPORT_TIME_MIDNIGHT = 1 << 0, /* there was a day and no time */
  LIAISON_IMPORT_TIME_NO_DAY = 1 << 1,   /* a clock time, and no day is known */
} LiaisonImportTimeNotes;

/* What a cell says. */
typedef struct
{
  char *start;     /* to be read as an instant */
  char *end;       /* of a span whose end has a day of its own; NULL: none */
  gint64 duration; /* of a span; LIAISON_DURATION_UNSET: none */
  LiaisonImportTimeNotes notes;
  LiaisonImportDay day; /* that it names itself */
} LiaisonImportTime;

/* Understands 14/05/2027 0900 (the month first where the mapping says so), 9:15 AM, D+3 0900, Day
 * 3, STARTEX + 45 min, T+2, M-5, 0915-0930, 14-16 May 2027, clock times on @day. What it does not
 * know it leaves as it is, for the manner to read or refuse. The caller clears @time. */
void liaison_import_time_read (const LiaisonImportClock *clock,
                               const char *text,
                               const LiaisonImportDay *day,
                               LiaisonImportTime *time);
void liaison_import_time_clear (LiaisonImportTime *time);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LiaisonImportTime, liaison_import_time_clear)

/* A day alone: 14/05/2027, Friday 14 May 2027, D+3, Day 2 - 15 May. FALSE when it is none. */
gboolean
liaison_import_day_read (const LiaisonImportClock *clock, const char *text, LiaisonImportDay *day);
/* A clock time alone, as seconds after midnight; 24:00 is 86400. *@letter (may be NULL) is that of
 * a military zone, 0: none. */
gboolean liaison_import_clock_read (const char *text, gint32 *seconds, char *letter);

/* Of the numbers of a date that could be read in two ways: whether the second of @text's numbers
 * cannot be a month (1), the first cannot (-1), or both can (0). G_MAXINT: there is no such date.
 */
int liaison_import_date_order (const char *text);
/* The letter of "D+3", "T-2" and their kin; 0: it is none. */
char liaison_import_letter_find (const char *text);

G_END_DECLS
