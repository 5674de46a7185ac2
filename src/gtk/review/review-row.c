/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review-row.h"

struct _LiaisonReviewRow
{
  GObject parent_instance;

  /* Owned */
  LiaisonFinding *finding;
  GPtrArray *findings;

  const LiaisonRule *rule;
};

G_DEFINE_FINAL_TYPE (LiaisonReviewRow, liaison_review_row, G_TYPE_OBJECT)

static void
liaison_review_row_finalize (GObject *object)
{
  LiaisonReviewRow *self = LIAISON_REVIEW_ROW (object);

  g_clear_pointer (&self->finding, liaison_finding_unref);
  g_clear_pointer (&self->findings, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_review_row_parent_class)->finalize (object);
}

static void
liaison_review_row_class_init (LiaisonReviewRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_review_row_finalize;
}

static void
liaison_review_row_init (LiaisonReviewRow *self)
{
}

LiaisonReviewRow *
liaison_review_row_new_heading (const LiaisonRule *rule, const GPtrArray *findings)
{
  LiaisonReviewRow *self = g_object_new (LIAISON_TYPE_REVIEW_ROW, NULL);

  self->rule = rule;
  self->findings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
  for (guint i = 0; i < findings->len; i++)
    g_ptr_array_add (self->findings, liaison_finding_ref (findings->pdata[i]));
  return self;
}

LiaisonReviewRow *
liaison_review_row_new (LiaisonFinding *finding)
{
  LiaisonReviewRow *self = g_object_new (LIAISON_TYPE_REVIEW_ROW, NULL);

  self->finding = liaison_finding_ref (finding);
  return self;
}

LiaisonFinding *
liaison_review_row_get_finding (LiaisonReviewRow *self)
{
  return self->finding;
}

const LiaisonRule *
liaison_review_row_get_rule (LiaisonReviewRow *self)
{
  return self->rule;
}

const GPtrArray *
liaison_review_row_get_findings (LiaisonReviewRow *self)
{
  return self->findings;
}
