/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review.h"

#include "review/rules.h"

#include <string.h>

static const LiaisonRule *const rules[] = {
  &liaison_rule_reference_dangling,
  &liaison_rule_nation_absent,
  &liaison_rule_anchor_circle,
  &liaison_rule_end_before_start,
  &liaison_rule_wall_time,
  &liaison_rule_required_missing,
};

const LiaisonRule *const *
liaison_review_get_rules (guint *n)
{
  *n = G_N_ELEMENTS (rules);
  return rules;
}

const LiaisonRule *
liaison_review_find_rule (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    if (strcmp (rules[i]->name, name) == 0)
      return rules[i];
  return NULL;
}

static void
release_finding (gpointer finding)
{
  liaison_finding_unref (finding);
}

/* Worst first; within a severity in the order of the rules and the records. */
static void
sort_by_severity (GPtrArray *findings)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();

  for (int severity = LIAISON_SEVERITY_ERROR; severity >= LIAISON_SEVERITY_NOTE; severity--)
    for (guint i = 0; i < findings->len; i++)
      if (((LiaisonFinding *) findings->pdata[i])->severity == (LiaisonSeverity) severity)
        g_ptr_array_add (sorted, findings->pdata[i]);
  if (sorted->len > 0)
    memcpy (findings->pdata, sorted->pdata, sorted->len * sizeof (gpointer));
}

GPtrArray *
liaison_review_run (const LiaisonSnapshot *snapshot,
                    gint64                 now,
                    GCancellable          *cancellable)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (release_finding);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      LiaisonReview review = { snapshot, liaison_snapshot_get_lookup (snapshot), now, rules[i], findings };
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      rules[i]->run (&review);
    }
  sort_by_severity (findings);
  return g_steal_pointer (&findings);
}

LiaisonFinding *
liaison_review_add (LiaisonReview      *review,
                    const LiaisonBlock *record,
                    const char         *field,
                    const char         *sentence)
{
  LiaisonFinding *finding = liaison_finding_new (review->rule->name, review->rule->severity, sentence);

  finding->field = field;
  liaison_finding_add_record (finding, record->id);
  liaison_finding_take_operand (finding, liaison_operand_record ("record", record->id));
  g_ptr_array_add (review->findings, finding);
  return finding;
}

void
liaison_review_foreach (LiaisonReview *review,
                        void (*func) (LiaisonReview *review, const LiaisonBlock *block))
{
  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    {
      guint n;
      const LiaisonBlock *const *blocks = liaison_snapshot_get (review->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        func (review, blocks[i]);
    }
}
