/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The two halves of the verb "show". */
#pragma once

#include "filter.h"

G_BEGIN_DECLS

/* Which records of a table are shown, and what of them. */
typedef struct
{
  const LiaisonKind *kind;
  GArray *columns;          /* of LiaisonColumn */
  gboolean chosen;          /* the columns were asked for: empty ones stand too */
  GPtrArray *filters;       /* of LiaisonFilter: all must match */
  const LiaisonColumn *key; /* to sort by; NULL: the usual order */
  gboolean descending;
  int limit; /* 0: no limit */
} LiaisonShowing;

/* Prints the table, or writes it for --json; returns the exit status. */
int liaison_show_table (const LiaisonShowing *showing, const LiaisonSnapshot *snapshot);
/* Prints a summary of the exercise, or writes it for --json; returns the exit status. */
int liaison_show_summary (const LiaisonSnapshot *snapshot);

G_END_DECLS
