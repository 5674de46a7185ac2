/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/comparison.h"

static guint
hash_finding (gconstpointer pointer)
{
  const LiaisonFinding *finding = pointer;
  guint hash = g_str_hash (finding->rule);

  for (guint i = 0; i < finding->n_records; i++)
    hash += liaison_id_hash (&finding->records[i]);
  return hash;
}

static gboolean
names (const LiaisonFinding *finding, LiaisonId record)
{
  for (guint i = 0; i < finding->n_records; i++)
    if (liaison_id_same (finding->records[i], record))
      return TRUE;
  return FALSE;
}

/* Of two that clash either may come first, as their times stand. */
static gboolean
equal_findings (gconstpointer a, gconstpointer b)
{
  const LiaisonFinding *one = a, *other = b;

  if (!g_str_equal (one->rule, other->rule) || one->n_records != other->n_records
      || g_strcmp0 (one->field, other->field) != 0)
    return FALSE;
  for (guint i = 0; i < one->n_records; i++)
    if (!names (other, one->records[i]))
      return FALSE;
  return TRUE;
}

/* Those of the one that the other has not. */
static GPtrArray *
subtract (const GPtrArray *from, const GPtrArray *what)
{
  g_autoptr (GHashTable) there = g_hash_table_new (hash_finding, equal_findings);
  GPtrArray *rest = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);

  for (guint i = 0; i < what->len; i++)
    g_hash_table_add (there, what->pdata[i]);
  for (guint i = 0; i < from->len; i++)
    if (!g_hash_table_contains (there, from->pdata[i]))
      g_ptr_array_add (rest, liaison_finding_ref (from->pdata[i]));
  return rest;
}

LiaisonReviewComparison *
liaison_review_compare_findings (const GPtrArray *before, const GPtrArray *after)
{
  LiaisonReviewComparison *self = g_new0 (LiaisonReviewComparison, 1);

  self->gone = subtract (before, after);
  self->arisen = subtract (after, before);
  self->n_before = before->len;
  self->n_after = after->len;
  return self;
}

LiaisonReviewComparison *
liaison_review_compare (const LiaisonSnapshot *before,
                        const LiaisonSnapshot *after,
                        gint64 now,
                        GCancellable *cancellable)
{
  g_autoptr (GPtrArray) old = liaison_review_run (before, now, cancellable);
  g_autoptr (GPtrArray) new
      = old != NULL ? liaison_review_run (after, now, cancellable) : NULL;

  return new != NULL ? liaison_review_compare_findings (old, new) : NULL;
}

void
liaison_review_comparison_free (LiaisonReviewComparison *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->arisen, g_ptr_array_unref);
  g_free (self);
}
