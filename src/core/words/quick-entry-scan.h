/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The line of a quick entry as words, of which each belongs to one part. */
#pragma once

#include "words/quick-entry.h"

G_BEGIN_DECLS

/* A run of the line without blanks, or a mark with what stands in quotes behind it. */
typedef struct
{
  gsize start, end;
  gboolean used; /* by a part */
} LiaisonQuickToken;

/* On the stack of one reading. */
typedef struct
{
  const LiaisonManner *manner;
  const LiaisonSnapshot *snapshot;
  const char *marks; /* what a token may begin with to be more than a word */
  const char *text;
  GArray *tokens; /* of LiaisonQuickToken */
  LiaisonQuickEntry *entry;
} LiaisonQuickScan;

/* Fills the tokens. */
void liaison_quick_scan_split (LiaisonQuickScan *line);
LiaisonQuickToken *liaison_quick_scan_get_token (const LiaisonQuickScan *line, guint i);
/* The mark that a token begins with; NUL: none. */
char liaison_quick_scan_get_mark (const LiaisonQuickScan *line, guint i);
/* How many tokens from @first on stand together: none of them used, none with a mark but the first;
 * no more than a name or a time has words. */
guint liaison_quick_scan_count_run (const LiaisonQuickScan *line, guint first);
/* The text of @n tokens, without the mark, the quotes and a comma behind. The caller's. */
char *liaison_quick_scan_get_text (const LiaisonQuickScan *line, guint first, guint n);
/* Makes a part of @n tokens; takes @problem. */
void liaison_quick_scan_add_part (
    LiaisonQuickScan *line, guint first, guint n, LiaisonQuickPartKind kind, char *problem);

G_END_DECLS
