/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "words/marking-scheme.h"

#include <glib/gi18n-lib.h>

/* What was asked last: nearly all records have the level of the one before. */
typedef struct
{
  const LiaisonShape *shape;
  const LiaisonField *field; /* its marking; NULL: it has none */
  const LiaisonBlock *exercise;
  const char *level;
  gboolean known;
} State;

/* Where the scheme itself is not known, nothing is said of its levels. */
static gboolean
is_known (State *self, const LiaisonBlock *exercise, const char *level)
{
  const LiaisonMarkingScheme *scheme;

  if (self->exercise == exercise && self->level == level)
    return self->known;
  scheme = liaison_marking_scheme_of (exercise);
  self->exercise = exercise;
  self->level = level;
  self->known = scheme == NULL || liaison_marking_scheme_find_level (scheme, level) != NULL;
  return self->known;
}

static const LiaisonMarking *
get_marking (State *self, const LiaisonBlock *block)
{
  if (block->shape != self->shape)
    {
      self->shape = block->shape;
      self->field = liaison_shape_find (block->shape, "marking", NULL);
    }
  return self->field != NULL ? *(LiaisonMarking *const *) LIAISON_BLOCK_AT (block, self->field)
                             : NULL;
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonMarking *marking = get_marking (review->state, block);
  LiaisonFinding *finding;

  if (marking == NULL
      || is_known (review->state, liaison_snapshot_get_exercise (review->snapshot), marking->level)
      || !liaison_review_may_list (review))
    return;
  finding = liaison_review_add (
      review, block, "marking",
      N_ ("“{record}” is marked {level}, which is no level of the exercise’s marking scheme."));
  liaison_finding_take_operand (finding, liaison_operand_text ("level", marking->level));
}

static gpointer
prepare (LiaisonReview *review)
{
  return g_new0 (State, 1);
}

const LiaisonRule liaison_rule_marking_unknown = {
  "marking-unknown",
  LIAISON_SEVERITY_WARNING,
  N_ ("Levels that the marking scheme does not have"),
  N_ ("A record is marked with a level that the marking scheme of the exercise does not have, so "
      "that nobody can tell whether it "
      "stands above or below others. Mark it with a level of the scheme, or take another scheme."),
  NULL,
  .look = look_at,
  .kinds = LIAISON_TARGET_ALL,
  .prepare = prepare,
  .forget = g_free
};
