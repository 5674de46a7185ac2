/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review.h"

#include "record/kinds/exercise.h"
#include "record/times.h"
#include "review/acceptance.h"
#include "review/rules.h"
#include "review/settings.h"
#include "schedule/recurrence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* How far from the exercise calendars are looked at, s. */
#define CALENDAR_YEARS (G_GINT64_CONSTANT (5) * 366 * 86400)

struct _LiaisonReviewShared
{
  LiaisonBookings *bookings;
  LiaisonCalendars *calendars;
  LiaisonTravel *travel;
};

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
  &liaison_rule_mandatory_not_assessed,
  &liaison_rule_released_beyond_list,
  &liaison_rule_list_wider_than_source,
  &liaison_rule_part_wider_than_whole,
  &liaison_rule_marking_below_part,
  &liaison_rule_briefing_not_approved,
  &liaison_rule_action_late,
  &liaison_rule_translation_missing,
  &liaison_rule_spelt_twice,
  &liaison_rule_dtg_weekday,
  &liaison_rule_support_shortfall,
  &liaison_rule_liaison_gap,
  &liaison_rule_names_withheld_record,
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

static void
clear_shared (struct _LiaisonReviewShared *shared)
{
  g_clear_pointer (&shared->calendars, liaison_calendars_free);
  g_clear_pointer (&shared->travel, liaison_travel_free);
  g_clear_pointer (&shared->bookings, liaison_bookings_free);
}

/* One rule, as the exercise has set it. */
static void
run_rule (LiaisonReview     *review,
          const LiaisonRule *rule)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (review->snapshot);
  LiaisonRuleSetting setting = liaison_rule_get_setting (rule, exercise);
  guint first = review->findings->len;

  if (setting.off)
    return;
  review->rule = rule;
  review->value = setting.value;
  review->n_listed = review->n_omitted = 0;
  rule->run (review);
  for (guint i = first; !setting.graded && i < review->findings->len; i++)
    ((LiaisonFinding *) review->findings->pdata[i])->severity = setting.severity;
  if (review->n_omitted > 0)
    note_omitted (review);
}

GPtrArray *
liaison_review_run_rules (const LiaisonSnapshot    *snapshot,
                          gint64                    now,
                          const LiaisonRule *const *chosen,
                          guint                     n,
                          GCancellable             *cancellable)
{
  g_autoptr (GPtrArray) findings = g_ptr_array_new_with_free_func (release_finding);
  struct _LiaisonReviewShared shared = { NULL, NULL, NULL };
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
  clear_shared (&shared);
  if (cancelled)
    return NULL;
  sort_by_severity (findings);
  return g_steal_pointer (&findings);
}

/* The day it is where the exercise is. */
static gint32
get_day (const LiaisonSnapshot *snapshot,
         gint64                 now)
{
  const char *zone = LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot))->zone;
  gint64 wall = liaison_recurrence_to_wall (zone, now);

  return (gint32) (wall / 86400 - (wall % 86400 < 0));
}

GPtrArray *
liaison_review_run_all (const LiaisonSnapshot *snapshot,
                        gint64                 now,
                        GPtrArray            **accepted,
                        GCancellable          *cancellable)
{
  GPtrArray *findings = liaison_review_run_rules (snapshot, now, rules, G_N_ELEMENTS (rules), cancellable);

  *accepted = findings != NULL ? liaison_acceptances_take_out (snapshot, get_day (snapshot, now), findings) : NULL;
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

const LiaisonBookings *
liaison_review_get_bookings (LiaisonReview *review)
{
  if (review->shared->bookings == NULL)
    review->shared->bookings = liaison_bookings_new (review->snapshot);
  return review->shared->bookings;
}

/* From the first event until two weeks after the last, within ten years of the exercise. */
LiaisonCalendars *
liaison_review_get_calendars (LiaisonReview *review)
{
  guint n;
  const LiaisonScheduledEvent *events = liaison_bookings_get_events (liaison_review_get_bookings (review), &n);
  gint64 from = G_MAXINT64, until = G_MININT64, middle;

  if (review->shared->calendars != NULL)
    return review->shared->calendars;
  if (liaison_times_get_start (&review->lookup, liaison_snapshot_get_exercise (review->snapshot), &middle)
      != LIAISON_TIME_KNOWN)
    middle = review->now;
  for (guint i = 0; i < n; i++)
    if (events[i].occurs)
      {
        from = MIN (from, events[i].start);
        until = MAX (until, events[i].end);
      }
  if (from > until)
    from = until = middle;
  from = MAX (from, middle - CALENDAR_YEARS);
  until = MIN (until, middle + CALENDAR_YEARS);
  review->shared->calendars
      = liaison_calendars_new (review->snapshot, from - 2 * 86400, MAX (from, until) + 14 * 86400);
  return review->shared->calendars;
}

const LiaisonTravel *
liaison_review_get_travel (LiaisonReview *review)
{
  if (review->shared->travel == NULL)
    review->shared->travel = liaison_travel_new (review->snapshot);
  return review->shared->travel;
}

gint32
liaison_review_get_today (LiaisonReview *review)
{
  return get_day (review->snapshot, review->now);
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
