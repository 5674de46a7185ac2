/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/fixes.h"

#include "review/review-private.h"

struct _LiaisonFixes
{
  /* Owned */
  LiaisonSnapshot *snapshot;
  GHashTable *made; /* LiaisonFinding * -> the same with its fix */
  struct _LiaisonReviewShared shared;

  gint64 now;
};

LiaisonFixes *
liaison_fixes_new (LiaisonSnapshot *snapshot, gint64 now)
{
  LiaisonFixes *self = g_new0 (LiaisonFixes, 1);

  self->snapshot = liaison_snapshot_ref (snapshot);
  self->made = g_hash_table_new_full (NULL, NULL, (GDestroyNotify) liaison_finding_unref,
                                      (GDestroyNotify) liaison_finding_unref);
  self->now = now;
  return self;
}

void
liaison_fixes_free (LiaisonFixes *self)
{
  if (self == NULL)
    return;
  liaison_review_shared_clear (&self->shared);
  g_clear_pointer (&self->made, g_hash_table_unref);
  g_clear_pointer (&self->snapshot, liaison_snapshot_unref);
  g_free (self);
}

static LiaisonFinding *
copy_finding (const LiaisonFinding *finding)
{
  LiaisonFinding *copy = liaison_finding_new (finding->rule, finding->severity, finding->sentence);

  copy->field = finding->field;
  for (guint i = 0; i < finding->n_records; i++)
    liaison_finding_add_record (copy, finding->records[i]);
  if (finding->operands != NULL)
    copy->operands = liaison_operands_copy ((const LiaisonOperand *) (gconstpointer) finding->operands->data,
                                            finding->operands->len);
  return copy;
}

static LiaisonFinding *
mend (LiaisonFixes *self, LiaisonFinding *finding, const LiaisonRule *rule)
{
  LiaisonReview review = { .snapshot = self->snapshot,
                           .lookup = liaison_snapshot_get_lookup (self->snapshot),
                           .now = self->now,
                           .rule = rule,
                           .shared = &self->shared };
  LiaisonFinding *copy = copy_finding (finding);

  /* A note that there are more is about the exercise. */
  if (copy->n_records > 0
      && !liaison_id_same (copy->records[0], liaison_snapshot_get_exercise (self->snapshot)->id))
    rule->fix (&review, copy);
  return copy;
}

LiaisonFinding *
liaison_fixes_look_up (LiaisonFixes *self, LiaisonFinding *finding)
{
  LiaisonFinding *made = g_hash_table_lookup (self->made, finding);
  const LiaisonRule *rule = made == NULL ? liaison_review_find_rule (finding->rule) : NULL;

  if (made != NULL)
    return made;
  made = finding->fix == NULL && rule != NULL && rule->fix != NULL ? mend (self, finding, rule)
                                                                   : liaison_finding_ref (finding);
  g_hash_table_insert (self->made, liaison_finding_ref (finding), made);
  return made;
}
