/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which levels a plan is marked with, and how often. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  const char *level; /* interned; NULL: without marking */
  guint n;           /* records */
} LiaisonLevelUse;

/* Of LiaisonLevelUse, in alphabetical order, records without marking first. Transfer full. */
GArray *liaison_level_uses_list (const LiaisonSnapshot *plan);

G_END_DECLS
