/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Spreadsheets made to harm: bombs, broken archives, tables without end. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  HOSTILE_REFUSED, /* an error of the readers' */
  HOSTILE_BOUNDED, /* read, within the limits */
  HOSTILE_EITHER,  /* one of the two; never a crash nor a hang */
} HostileOutcome;

typedef struct
{
  char *name;
  GBytes *bytes;
  HostileOutcome outcome;
} HostileFile;

/* Of HostileFile; the same in every run. */
GPtrArray *hostile_make_all (void);

G_END_DECLS
