/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/assessment.h"
#include "record/kinds/event.h"
#include "record/kinds/requirement.h"
#include "record/times.h"

#include <glib/gi18n-lib.h>

/* When the final planning conference begins, Unix s; FALSE where none is planned. */
static gboolean
find_final_conference (LiaisonReview *review, gint64 *start)
{
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (review->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Event, events[i])->conference == LIAISON_CONFERENCE_TYPE_FINAL
        && liaison_event_takes_place (LIAISON_DATA (Event, events[i]))
        && liaison_times_get_start (&review->lookup, events[i], start) == LIAISON_TIME_KNOWN)
      return TRUE;
  return FALSE;
}

/* Before the conference a planned assessment will do; from then on there must be a result. */
static gboolean
answers (const LiaisonAssessmentData *assessment, gboolean late)
{
  return !late
         || (assessment->result != LIAISON_ASSESSMENT_RESULT_UNSET
             && assessment->result != LIAISON_ASSESSMENT_RESULT_NOT_TESTED);
}

static void
run (LiaisonReview *review)
{
  g_autoptr (GHashTable) assessed = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  guint n;
  const LiaisonBlock *const *assessments = liaison_snapshot_get (review->snapshot, LIAISON_KIND_ASSESSMENT, &n);
  gint64 conference;
  gboolean late = find_final_conference (review, &conference) && review->now >= conference;

  for (guint i = 0; i < n; i++)
    if (answers (LIAISON_DATA (Assessment, assessments[i]), late))
      g_hash_table_add (assessed, (gpointer) &LIAISON_DATA (Assessment, assessments[i])->requirement);
  const LiaisonBlock *const *requirements = liaison_snapshot_get (review->snapshot, LIAISON_KIND_REQUIREMENT, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonRequirementData *requirement = LIAISON_DATA (Requirement, requirements[i]);
      if (requirement->level == LIAISON_REQUIREMENT_LEVEL_CHAPTER || !requirement->selected
          || requirement->obligation != LIAISON_OBLIGATION_MANDATORY
          || g_hash_table_contains (assessed, &requirements[i]->id) || !liaison_review_may_list (review))
        continue;
      liaison_review_add (review, requirements[i], NULL,
                          late ? N_ ("“{record}” is mandatory and has no result, though the final planning conference has begun.")
                               : N_ ("“{record}” is mandatory, and no assessment of it is made or planned."));
    }
}

/* Of events, only whether and when the final planning conference is. */
static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return before->shape != &liaison_event_kind.shape
         || LIAISON_DATA (Event, before)->conference == LIAISON_CONFERENCE_TYPE_FINAL
         || LIAISON_DATA (Event, after)->conference == LIAISON_CONFERENCE_TYPE_FINAL;
}

const LiaisonRule liaison_rule_mandatory_not_assessed = {
  "mandatory-not-assessed", LIAISON_SEVERITY_WARNING, N_ ("Mandatory requirements not assessed"),
  N_ ("A requirement that is mandatory for this exercise must be assessed before the final planning conference. Plan an "
      "assessment, or take the requirement out of the set."),
  run,
  .reads = LIAISON_TARGET (REQUIREMENT) | LIAISON_TARGET (ASSESSMENT) | LIAISON_TARGET (EVENT),
  .matters = matters
};
