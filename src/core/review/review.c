/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review.h"

#include "review/acceptance.h"
#include "review/review-private.h"
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
  &liaison_rule_travel_too_short,
  &liaison_rule_on_observance,
  &liaison_rule_outside_hours,
  &liaison_rule_site_closed,
  &liaison_rule_rest_too_short,
  &liaison_rule_no_common_language,
  &liaison_rule_post_uncovered,
  &liaison_rule_shift_unmanned,
  &liaison_rule_post_language,
  &liaison_rule_person_in_two_roles,
  &liaison_rule_input_too_late,
  &liaison_rule_inject_without_objective,
  &liaison_rule_objective_without_inject,
  &liaison_rule_circuit_without_alternate,
  &liaison_rule_pace_shares_bearer,
  &liaison_rule_test_overdue,
  &liaison_rule_agreement_expires_early,
  &liaison_rule_agreement_late,
  &liaison_rule_controlled_text,
  &liaison_rule_mandatory_not_assessed,
  &liaison_rule_released_beyond_list,
  &liaison_rule_list_wider_than_source,
  &liaison_rule_part_wider_than_whole,
  &liaison_rule_marking_below_part,
  &liaison_rule_marking_unknown,
  &liaison_rule_briefing_not_approved,
  &liaison_rule_action_late,
  &liaison_rule_translation_missing,
  &liaison_rule_spelt_twice,
  &liaison_rule_dtg_weekday,
  &liaison_rule_support_shortfall,
  &liaison_rule_liaison_gap,
  &liaison_rule_names_withheld_record,
  &liaison_rule_serial_reused,
  &liaison_rule_zone_differs,
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

/* Worst first; within a severity in the order of the rules and the records. */
void
liaison_review_sort (GPtrArray *findings)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_sized_new (findings->len);

  for (int severity = LIAISON_SEVERITY_ERROR; severity >= LIAISON_SEVERITY_NOTE; severity--)
    for (guint i = 0; i < findings->len; i++)
      if (((LiaisonFinding *) findings->pdata[i])->severity == (LiaisonSeverity) severity)
        g_ptr_array_add (sorted, findings->pdata[i]);
  if (sorted->len > 0)
    memcpy (findings->pdata, sorted->pdata, sorted->len * sizeof (gpointer));
}

/* Says that the rule found more than it lists. */
LiaisonFinding *
liaison_review_note_omitted (const LiaisonSnapshot *snapshot,
                             const LiaisonRule     *rule,
                             guint                  count)
{
  LiaisonId exercise = liaison_snapshot_get_exercise (snapshot)->id;
  LiaisonFinding *finding = liaison_finding_new (rule->name, LIAISON_SEVERITY_NOTE,
                                                 N_("Not listed: {count} more findings of this kind."));

  liaison_finding_add_record (finding, exercise);
  liaison_finding_take_operand (finding, liaison_operand_record ("record", exercise));
  liaison_finding_take_operand (finding, liaison_operand_integer ("count", count));
  return finding;
}

void
liaison_review_begin (LiaisonReview            *review,
                      const LiaisonRule        *rule,
                      const LiaisonRuleSetting *setting)
{
  review->rule = rule;
  review->value = setting->value;
  review->n_listed = review->n_omitted = 0;
  if (rule->ground != NULL && !liaison_review_is_partial (review))
    review->ground = rule->ground (review);
  review->state = rule->prepare != NULL ? rule->prepare (review) : NULL;
}

/* Those from the place @first on have been found by the rule. */
void
liaison_review_end (LiaisonReview            *review,
                    const LiaisonRuleSetting *setting,
                    guint                     first)
{
  for (guint i = first; !setting->graded && i < review->findings->len; i++)
    ((LiaisonFinding *) review->findings->pdata[i])->severity = setting->severity;
  if (review->rule->forget != NULL)
    g_clear_pointer (&review->state, review->rule->forget);
}

/* One rule, as the exercise has set it. */
static void
run_rule (LiaisonReview     *review,
          const LiaisonRule *rule)
{
  LiaisonRuleSetting setting
      = liaison_rule_get_setting (rule, liaison_snapshot_get_exercise (review->snapshot));
  guint first = review->findings->len;

  if (setting.off)
    return;
  liaison_review_begin (review, rule, &setting);
  if (rule->run != NULL)
    rule->run (review);
  for (guint kind = 0; rule->run == NULL && kind < LIAISON_N_KINDS; kind++)
    {
      guint n = 0;
      const LiaisonBlock *const *blocks = NULL;
      if (rule->kinds >> kind & 1)
        blocks = liaison_snapshot_get (review->snapshot, kind, &n);
      for (guint i = 0; i < n; i++)
        rule->look (review, blocks[i]);
    }
  liaison_review_end (review, &setting, first);
  if (review->n_omitted > 0)
    g_ptr_array_add (review->findings, liaison_review_note_omitted (review->snapshot, rule, review->n_omitted));
}

GPtrArray *
liaison_review_run_rules (const LiaisonSnapshot    *snapshot,
                          gint64                    now,
                          const LiaisonRule *const *chosen,
                          guint                     n,
                          GCancellable             *cancellable)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_finding_unref);
  struct _LiaisonReviewShared shared = { NULL };
  LiaisonReview review = { .snapshot = snapshot,
                           .lookup = liaison_snapshot_get_lookup (snapshot),
                           .now = now,
                           .findings = findings,
                           .shared = &shared };
  gboolean cancelled = FALSE;

  for (guint i = 0; i < n && !cancelled; i++)
    {
      cancelled = g_cancellable_is_cancelled (cancellable);
      if (!cancelled)
        run_rule (&review, chosen[i]);
    }
  liaison_review_shared_clear (&shared);
  if (cancelled)
    return NULL;
  liaison_review_sort (findings);
  return g_steal_pointer (&findings);
}

GPtrArray *
liaison_review_run_all (const LiaisonSnapshot *snapshot,
                        gint64                 now,
                        GPtrArray            **accepted,
                        GCancellable          *cancellable)
{
  GPtrArray *findings = liaison_review_run_rules (snapshot, now, rules, G_N_ELEMENTS (rules), cancellable);

  *accepted = findings != NULL
                  ? liaison_acceptances_take_out (snapshot, liaison_review_get_day (snapshot, now), findings)
                  : NULL;
  return findings;
}

GPtrArray *
liaison_review_run (const LiaisonSnapshot *snapshot,
                    gint64                 now,
                    GCancellable          *cancellable)
{
  g_autoptr (GPtrArray) accepted = NULL;

  return liaison_review_run_all (snapshot, now, &accepted, cancellable);
}
