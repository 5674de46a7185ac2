/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding records by a few letters: by name, or in every text in every language. */
#pragma once

#include "words/manner.h"

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_FIND_NAMES, /* titles in every language, codes and serials */
  LIAISON_FIND_TEXTS, /* every field */
} LiaisonFindScope;

typedef struct
{
  LiaisonId record;
  guint rank; /* 0: the name begins so; 1: a word of the name begins so; 2: the name holds it; 3: another field holds it */
} LiaisonHit;

/* The records that hold every word of @query whatever its case and accents, best first, at most @limit of them. For any thread
 * when @manner looks into @snapshot. NULL only when cancelled; free with g_array_unref. */
GArray *liaison_finder_find (const LiaisonManner *manner, const LiaisonSnapshot *snapshot, const char *query,
                             LiaisonFindScope scope, guint limit, GCancellable *cancellable);

G_END_DECLS
