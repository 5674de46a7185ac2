/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A pair as matter: what something is at the start of the line, and beside it what is said of it.
 */
#pragma once

#include "brief/rich-text.h"
#include "pack/matter.h"

G_BEGIN_DECLS

/* Text in one of the two columns, one below the other. */
typedef struct
{
  const LiaisonRichBlock *block; /* or NULL, then `text` */
  const char *text;
  const char *mark; /* hangs before it, such as a bullet; or NULL */
  const LiaisonTypeStyle *style;
} LiaisonPairLine;

typedef struct
{
  double part;   /* of the measure that the start has, 0 to 1 */
  gboolean rule; /* a thin line below */
  const LiaisonPairLine *start, *end;
  guint n_start, n_end;
  const GPtrArray *notes; /* at the foot of its page: borrowed with their texts; or NULL */
} LiaisonPair;

/* Copies everything but notes. It stays whole: what may be longer than a page is not for pairs. */
LiaisonMatter *liaison_matter_new_pair (const LiaisonPair *pair);

G_END_DECLS
