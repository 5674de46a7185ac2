/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review.h"

#include "review/rules.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LiaisonRule *const rules[] = {
  &liaison_rule_reference_dangling,
  &liaison_rule_nation_absent,
  &liaison_rule_anchor_circle,
  &liaison_rule_end_before_start,
  &liaison_rule_wall_time,
  &liaison_rule_required_missing,
  &liaison_rule_site_overbooked,
  &liaison_rule_participant_overbooked,
  &liaison_rule_post_overbooked,
  &liaison_rule_channel_overbooked,
  &liaison_rule_site_too_small,
  &liaison_rule_precedence_broken,
  &liaison_rule_outside_exercise,
  &liaison_rule_outside_stage,
  &liaison_rule_deadline_missed,
  &liaison_rule_agreement_not_in_force,
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

/* Says that the rule found more than it lists. */
static void
note_omitted (LiaisonReview *review)
{
  LiaisonFinding *finding = liaison_review_add (review, liaison_snapshot_get_exercise (review->snapshot), NULL,
                                                N_("Not listed: {count} more findings of this kind."));

  finding->severity = LIAISON_SEVERITY_NOTE;
  liaison_finding_take_operand (finding, liaison_operand_integer ("count", review->n_omitted));
}

GPtrArray *
liaison_review_run_rules (const LiaisonSnapshot    *snapshot,
                          gint64                    now,
                          const LiaisonRule *const *chosen,
                          guint                     n,
                          GCancellable             *cancellable)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (release_finding);
  g_autoptr (LiaisonBookings) bookings = NULL;

  for (guint i = 0; i < n; i++)
    {
      LiaisonReview review
          = { snapshot, liaison_snapshot_get_lookup (snapshot), now, chosen[i], findings, &bookings, 0, 0 };
      if (g_cancellable_is_cancelled (cancellable))
        return NULL;
      chosen[i]->run (&review);
      if (review.n_omitted > 0)
        note_omitted (&review);
    }
  sort_by_severity (findings);
  return g_steal_pointer (&findings);
}

GPtrArray *
liaison_review_run (const LiaisonSnapshot *snapshot,
                    gint64                 now,
                    GCancellable          *cancellable)
{
  return liaison_review_run_rules (snapshot, now, rules, G_N_ELEMENTS (rules), cancellable);
}

const LiaisonBookings *
liaison_review_get_bookings (LiaisonReview *review)
{
  if (*review->bookings == NULL)
    *review->bookings = liaison_bookings_new (review->snapshot);
  return *review->bookings;
}

gboolean
liaison_review_may_list (LiaisonReview *review)
{
  if (review->n_listed == LIAISON_REVIEW_MAX_LISTED)
    {
      review->n_omitted++;
      return FALSE;
    }
  review->n_listed++;
  return TRUE;
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
