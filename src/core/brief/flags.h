/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The order of flags at a ceremony, computed for the nations that take part.
 *
 * The rule and the language of the alphabet are the exercise's own (flag-order, flag-language);
 * names are those for ceremonies, else the nation's, else what the language calls it. Organisations
 * are listed after the nations: where their flags stand, the host decides. */
#pragma once

#include "record/kinds/exercise.h"
#include "record/snapshot.h"
#include "words/words.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonBlock *nation; /* borrowed */
  char *name;                 /* in the language of the order */
  gboolean organisation;
} LiaisonFlagPlace;

typedef struct
{
  LiaisonFlagOrder rule; /* as applied */
  char *language;        /* of the alphabet */
  GPtrArray *places;     /* of LiaisonFlagPlace */
  guint n_nations;       /* the first of them; the others are organisations */
} LiaisonFlags;

/* With @rule UNSET and @language NULL those of the exercise, else host first and English. @turn:
 * how many places the order has moved on, where it rotates (a day of the exercise, a conference).
 * Nations that declined or withdrew have no flag. The snapshot must outlive it. */
LiaisonFlags *liaison_flags_new (const LiaisonSnapshot *snapshot,
                                 LiaisonFlagOrder rule,
                                 const char *language,
                                 guint turn);
void liaison_flags_free (LiaisonFlags *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFlags, liaison_flags_free)

/* The place of a nation, from 1; 0: it has none. */
guint liaison_flags_find (const LiaisonFlags *self, const char *code);
/* "Host first, then the alphabet, in French": the rule in the words of the reader. Transfer full.
 */
char *liaison_flags_tell_rule (const LiaisonFlags *self, LiaisonWords *words);

G_END_DECLS
