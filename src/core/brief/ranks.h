/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The codes by which ranks are compared, from resources/ranks. Which rank of a nation stands beside
 * one, its card says. */
#pragma once

#include "record/text.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  LiaisonText *title; /* "Officers" */
  guint first, n;     /* of the codes */
} LiaisonRankGroup;

typedef struct
{
  LiaisonText *title;
  char *source, *source_link;
  gint32 checked;   /* days since 1970-01-01 */
  GPtrArray *codes; /* of char *, highest first, and a NULL at the end */
  GArray *groups;   /* of LiaisonRankGroup */
} LiaisonRanks;

/* Those that come with the program: read once, never freed; for any thread. */
const LiaisonRanks *liaison_ranks_get (void);
/* Their codes, highest first, with a NULL at the end. */
const char *const *liaison_ranks_list_codes (void);
/* Where a code stands, from 0 for the highest down; unknown ones, and NULL, come last. */
guint liaison_rank_get_place (const char *code);

G_END_DECLS
