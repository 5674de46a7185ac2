/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Between which languages somebody on shift can carry words, watch by watch.
 *
 * A post needs each pair of a language that the nation sending it uses at work and one that the
 * post asks for, where these differ; it needs it in the watches in which it is to be manned. Anyone
 * on shift anywhere who speaks both well enough (languages.h) carries it. */
#pragma once

#include "liaison/manning.h"

G_BEGIN_DECLS

typedef struct
{
  const char *one, *two; /* interned tags, in alphabetical order */
  guint posts;           /* that need it */
} LiaisonLanguagePair;

typedef struct _LiaisonLanguagePairs LiaisonLanguagePairs;

/* @manning must outlive it. */
LiaisonLanguagePairs *liaison_language_pairs_new (const LiaisonSnapshot *snapshot,
                                                  const LiaisonManning *manning);
void liaison_language_pairs_free (LiaisonLanguagePairs *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonLanguagePairs, liaison_language_pairs_free)

/* The pair that the most posts need comes first. */
guint liaison_language_pairs_count (const LiaisonLanguagePairs *self);
const LiaisonLanguagePair *liaison_language_pairs_get (const LiaisonLanguagePairs *self,
                                                       guint pair);
/* How many posts need it in that watch. */
guint
liaison_language_pairs_count_needed (const LiaisonLanguagePairs *self, guint pair, guint watch);
/* The people on shift who speak both; free the array, of const LiaisonStand *. */
GPtrArray *liaison_language_pairs_list (const LiaisonLanguagePairs *self, guint pair, guint watch);

G_END_DECLS
