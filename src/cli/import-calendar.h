/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observances from a calendar of holidays: a part of the verb import. */
#pragma once

#include "command.h"

G_BEGIN_DECLS

typedef struct
{
  const char *output;  /* where the plan goes; NULL: only look */
  const char *nations; /* codes with commas between them */
  gboolean mark;       /* with the exercise's default marking */
  gboolean dry_run;
} LiaisonCalendarWishes;

/* Whether @file (a path or an address) is a calendar. */
gboolean liaison_import_is_calendar (const char *file);
int
liaison_import_calendar (const LiaisonCalendarWishes *wishes, const char *plan, const char *file);

G_END_DECLS
