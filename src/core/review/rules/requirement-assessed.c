/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/rules.h"

#include "record/kinds/assessment.h"
#include "record/kinds/event.h"
#include "record/kinds/requirement.h"
#include "record/times.h"

#include <glib/gi18n-lib.h>

/* Whether the final planning conference has begun. */
static gint64
is_late (LiaisonReview *review)
{
  gint64 start;
  guint n;
  const LiaisonBlock *const *events = liaison_snapshot_get (review->snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    if (LIAISON_DATA (Event, events[i])->conference == LIAISON_CONFERENCE_TYPE_FINAL
        && liaison_event_takes_place (LIAISON_DATA (Event, events[i]))
        && liaison_times_get_start (&review->lookup, events[i], &start) == LIAISON_TIME_KNOWN)
      return review->now >= start;
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

/* Requirement -> interned codes of the nations it was assessed for, GPtrArray. After an edit they are found one by one. */
static gpointer
gather (LiaisonReview *review)
{
  GHashTable *assessed;
  guint n;
  const LiaisonBlock *const *assessments
      = liaison_snapshot_get (review->snapshot, LIAISON_KIND_ASSESSMENT, &n);

  if (liaison_review_is_partial (review))
    return NULL;
  assessed = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, NULL, (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonAssessmentData *data = LIAISON_DATA (Assessment, assessments[i]);
      GPtrArray *nations = g_hash_table_lookup (assessed, &data->requirement);
      if (!answers (data, review->ground != 0))
        continue;
      if (nations == NULL)
        {
          nations = g_ptr_array_new ();
          g_hash_table_insert (assessed, (gpointer) &data->requirement, nations);
        }
      g_ptr_array_add (nations, (gpointer) data->nation);
    }
  return assessed;
}

static void
forget (gpointer assessed)
{
  g_hash_table_unref (assessed);
}

/* The nations it was assessed for; NULL: none. Transfer full. */
static GPtrArray *
find_assessed (LiaisonReview *review, const LiaisonBlock *requirement)
{
  GPtrArray *nations = review->state != NULL ? g_hash_table_lookup (review->state, &requirement->id) : NULL;
  guint n;
  const LiaisonId *uses;

  if (review->state != NULL)
    return nations != NULL ? g_ptr_array_ref (nations) : NULL;
  uses = liaison_review_get_uses (review, requirement, &n);
  for (guint i = 0; i < n; i++)
    {
      const LiaisonBlock *user = liaison_snapshot_find (review->snapshot, uses[i]);
      if (user == NULL || user->shape != &liaison_assessment_kind.shape
          || !liaison_id_same (LIAISON_DATA (Assessment, user)->requirement, requirement->id)
          || !answers (LIAISON_DATA (Assessment, user), review->ground != 0))
        continue;
      if (nations == NULL)
        nations = g_ptr_array_new ();
      g_ptr_array_add (nations, (gpointer) LIAISON_DATA (Assessment, user)->nation);
    }
  return nations;
}

/* The nations that it names and that are not assessed; none for pairs and for requirements of all nations, which
 * are missing only where nobody was assessed. */
static GPtrArray *
find_missing (const LiaisonRequirementData *requirement, const GPtrArray *assessed)
{
  GPtrArray *missing = g_ptr_array_new ();
  guint n;
  const char *const *codes = liaison_codes_get (requirement->nations, &n);

  for (guint i = 0; i < n && requirement->per == LIAISON_ASSESSED_PER_NATION; i++)
    if (assessed == NULL || !g_ptr_array_find ((GPtrArray *) assessed, codes[i], NULL))
      g_ptr_array_add (missing, (gpointer) codes[i]);
  return missing;
}

/* An assessment to be made, for each nation that lacks one. */
static void
offer_assessments (LiaisonReview *review,
                   LiaisonFinding *finding,
                   const LiaisonRequirementData *requirement,
                   const GPtrArray *missing)
{
  for (guint i = 0; i < missing->len; i++)
    {
      LiaisonId id = liaison_id_new_from_parts (review->now * 1000, i, requirement->block.id.low);
      LiaisonAssessmentData *made
          = (LiaisonAssessmentData *) liaison_block_new (&liaison_assessment_kind.shape, id);
      LiaisonSlot slot = liaison_slot_record (id);

      made->requirement = requirement->block.id;
      made->nation = missing->pdata[i];
      made->result = LIAISON_ASSESSMENT_RESULT_NOT_TESTED;
      made->status = LIAISON_ASSESSMENT_STATUS_PLANNED;
      made->event = requirement->due_event;
      made->owner = requirement->owner;
      made->originator = requirement->originator;
      made->marking = requirement->marking != NULL ? liaison_marking_ref (requirement->marking) : NULL;
      liaison_finding_take_fix (finding, N_ ("Plan to assess “{record}”"), &slot,
                                liaison_value_block (&made->block));
      liaison_block_unref (&made->block);
    }
}

static const char *
choose_sentence (gboolean late, gboolean some)
{
  if (some)
    return late ? N_ ("“{record}” is mandatory and has no result for {nations}, though the final planning "
                      "conference has begun.")
                : N_ ("“{record}” is mandatory, and no assessment of it for {nations} is made or planned.");
  return late ? N_ ("“{record}” is mandatory and has no result, though the final planning conference has begun.")
              : N_ ("“{record}” is mandatory, and no assessment of it is made or planned.");
}

static void
look_at_mandatory (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonRequirementData *requirement = LIAISON_DATA (Requirement, block);
  gboolean late = review->ground != 0;
  g_autoptr (GPtrArray) assessed = find_assessed (review, block);
  g_autoptr (GPtrArray) missing = find_missing (requirement, assessed);
  gboolean some = assessed != NULL && missing->len > 0;

  if ((assessed != NULL && missing->len == 0) || !liaison_review_may_list (review))
    return;
  LiaisonFinding *finding = liaison_review_add (review, block, NULL, choose_sentence (late, some));
  for (guint i = 0; some && i < missing->len; i++)
    liaison_finding_take_operand (finding, liaison_operand_nation ("nations", missing->pdata[i]));
  if (!late)
    offer_assessments (review, finding, requirement, missing);
}

static void
look_at (LiaisonReview *review, const LiaisonBlock *block)
{
  const LiaisonRequirementData *requirement = LIAISON_DATA (Requirement, block);

  if (requirement->level != LIAISON_REQUIREMENT_LEVEL_CHAPTER && requirement->selected
      && requirement->obligation == LIAISON_OBLIGATION_MANDATORY)
    look_at_mandatory (review, block);
}

/* Of events, only whether and when the final planning conference is. */
static gboolean
concerns (const LiaisonBlock *block, gboolean followed)
{
  return block->shape == &liaison_event_kind.shape
             ? LIAISON_DATA (Event, block)->conference == LIAISON_CONFERENCE_TYPE_FINAL
             : !followed;
}

static gboolean
matters (const LiaisonBlock *before, const LiaisonBlock *after)
{
  return concerns (before, FALSE) || concerns (after, FALSE);
}

const LiaisonRule liaison_rule_mandatory_not_assessed = {
  "mandatory-not-assessed", LIAISON_SEVERITY_WARNING, N_ ("Mandatory requirements not assessed"),
  N_ ("A requirement that is mandatory for this exercise must be assessed before the final planning conference. Plan an "
      "assessment, or take the requirement out of the set."),
  NULL,
  .look = look_at, .kinds = LIAISON_TARGET (REQUIREMENT), .referrers = LIAISON_TARGET (ASSESSMENT),
  .reads = LIAISON_TARGET (EVENT), .ground = is_late,
  .matters = matters, .concerns = concerns, .prepare = gather, .forget = forget
};
