/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "interoperability/rating.h"

#include "record/kinds/nation.h"

#include <glib/gi18n-lib.h>

const char *const liaison_rating_rule = N_ (
    "Success counts as level 3. Limited success is 2 with a workaround, else 1. An "
    "interoperability issue is 1 with a workaround, else 0. A level that an assessor has put "
    "down goes before. The lowest of the mandatory requirements decides, and of the conditional "
    "ones that were tested. Where fewer than three in four of the recommended ones that were "
    "tested succeeded, it is 2 at most. For a pair of nations the requirements of each count "
    "too. A level is provisional, with a question mark, while a mandatory requirement is not "
    "tested or the two were never tested together.");

/* While requirements are looked at. */
typedef struct
{
  const LiaisonResults *results;
  const LiaisonRatingScope *scope;
  LiaisonRating rating;
  guint recommended, recommended_success;
  guint together; /* tests of a pair */
  guint alone[2]; /* tests of each nation of it */
  GArray *list;   /* of Weighed, or NULL */
} Rater;

typedef struct
{
  LiaisonId id;
  int level;
} Weighed;

static gboolean
has_workaround (const LiaisonAssessmentData *data)
{
  return liaison_text_get_size (data->workaround) > 0;
}

int
liaison_assessment_rate (const LiaisonBlock *assessment)
{
  const LiaisonAssessmentData *data = LIAISON_DATA (Assessment, assessment);

  if (data->level != LIAISON_INTEGER_UNSET && liaison_assessment_has_result (assessment))
    return (int) CLAMP (data->level, 0, 3);
  switch ((LiaisonAssessmentResult) data->result)
    {
    case LIAISON_ASSESSMENT_RESULT_SUCCESS:
      return 3;
    case LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS:
      return has_workaround (data) ? 2 : 1;
    case LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE:
      return has_workaround (data) ? 1 : 0;
    default:
      return LIAISON_RATING_UNKNOWN;
    }
}

static LiaisonRatingReason
find_reason (const LiaisonBlock *assessment, int level)
{
  if (LIAISON_DATA (Assessment, assessment)->level != LIAISON_INTEGER_UNSET && level < 3)
    return LIAISON_RATING_TOLD;
  switch (level)
    {
    case 0:
      return LIAISON_RATING_ISSUE;
    case 1:
      return LIAISON_RATING_WORKAROUND;
    case 2:
      return LIAISON_RATING_LIMITED;
    default:
      return LIAISON_RATING_FULL;
    }
}

static gboolean
decides (const LiaisonRequirementData *requirement)
{
  return requirement->obligation == LIAISON_OBLIGATION_MANDATORY
         || requirement->obligation == LIAISON_OBLIGATION_UNSET
         || requirement->obligation == LIAISON_OBLIGATION_CONDITIONAL;
}

static void
count_result (LiaisonRating *rating, const LiaisonAssessmentData *data)
{
  rating->n_tested++;
  rating->n_success += data->result == LIAISON_ASSESSMENT_RESULT_SUCCESS;
  rating->n_limited += data->result == LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS;
  rating->n_issue += data->result == LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE;
}

static void
weigh (Rater *self, const LiaisonBlock *requirement, const LiaisonBlock *assessment, gboolean pair)
{
  const LiaisonRequirementData *data = LIAISON_DATA (Requirement, requirement);
  int level = assessment != NULL ? liaison_assessment_rate (assessment) : LIAISON_RATING_UNKNOWN;
  LiaisonRating *rating = &self->rating;

  if (assessment != NULL
      && LIAISON_DATA (Assessment, assessment)->result == LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE)
    return;
  rating->n++;
  if (assessment != NULL && self->list != NULL)
    {
      const Weighed weighed = { assessment->id, level };
      g_array_append_val (self->list, weighed);
    }
  if (level == LIAISON_RATING_UNKNOWN)
    {
      rating->n_missing += data->obligation == LIAISON_OBLIGATION_MANDATORY;
      return;
    }
  count_result (rating, LIAISON_DATA (Assessment, assessment));
  self->together += pair;
  if (decides (data) && (rating->level == LIAISON_RATING_UNKNOWN || level < rating->level))
    {
      rating->level = level;
      rating->reason = find_reason (assessment, level);
      rating->requirement = requirement;
      rating->assessment = assessment;
    }
  else if (data->obligation == LIAISON_OBLIGATION_RECOMMENDED)
    {
      self->recommended++;
      self->recommended_success +=
          LIAISON_DATA (Assessment, assessment)->result == LIAISON_ASSESSMENT_RESULT_SUCCESS;
    }
}

static gboolean
is_in_scope (const Rater *self, const LiaisonBlock *requirement)
{
  const LiaisonRequirementData *data = LIAISON_DATA (Requirement, requirement);

  if (self->scope->dimension != LIAISON_DIMENSION_UNSET
      && data->dimension != (int) self->scope->dimension)
    return FALSE;
  return !self->scope->in_chapter
         || liaison_results_get_chapter (self->results, requirement) == self->scope->chapter;
}

static void
weigh_nation (Rater *self, const LiaisonBlock *requirement, const char *nation)
{
  guint before = self->rating.n_tested;

  if (liaison_results_applies (self->results, requirement, nation, NULL))
    weigh (self, requirement, liaison_results_find (self->results, requirement->id, nation, NULL),
           FALSE);
  self->alone[nation != self->scope->nation] += self->rating.n_tested - before;
}

/* Pairs count where somebody has planned or made a test of them. */
static void
weigh_pair (Rater *self, const LiaisonBlock *requirement, const char *nation, const char *other)
{
  const LiaisonBlock *assessment =
      liaison_results_find (self->results, requirement->id, nation, other);

  if (assessment != NULL
      || (self->scope->other != NULL
          && liaison_results_applies (self->results, requirement, nation, other)))
    weigh (self, requirement, assessment, TRUE);
}

static void
weigh_requirement (Rater *self, const LiaisonBlock *requirement)
{
  const LiaisonRatingScope *scope = self->scope;
  guint n;

  weigh_nation (self, requirement, scope->nation);
  if (scope->other != NULL)
    {
      weigh_nation (self, requirement, scope->other);
      weigh_pair (self, requirement, scope->nation, scope->other);
      return;
    }
  liaison_results_get_nations (self->results, &n);
  for (guint i = 0;
       LIAISON_DATA (Requirement, requirement)->per == LIAISON_ASSESSED_PER_PAIR && i < n; i++)
    if (liaison_results_get_code (self->results, i) != scope->nation)
      weigh_pair (self, requirement, scope->nation, liaison_results_get_code (self->results, i));
}

static void
rate (Rater *self)
{
  LiaisonRating *rating = &self->rating;
  guint n;
  const LiaisonBlock *const *requirements = liaison_results_get_requirements (self->results, &n);

  rating->level = LIAISON_RATING_UNKNOWN;
  for (guint i = 0; i < n; i++)
    if (is_in_scope (self, requirements[i]))
      weigh_requirement (self, requirements[i]);
  if (rating->n_tested == 0)
    {
      rating->reason = rating->n > 0 ? LIAISON_RATING_UNTESTED : LIAISON_RATING_NOTHING;
      return;
    }
  rating->apart = self->scope->other != NULL && self->together == 0;
  if (rating->apart && (self->alone[0] == 0 || self->alone[1] == 0))
    {
      rating->level = LIAISON_RATING_UNKNOWN;
      rating->reason = LIAISON_RATING_ONE_SIDED;
      rating->requirement = rating->assessment = NULL;
      return;
    }
  if (rating->level == LIAISON_RATING_UNKNOWN)
    {
      rating->level = 3;
      rating->reason = LIAISON_RATING_FULL;
    }
  if (rating->level == 3 && self->recommended_success * 4 < self->recommended * 3)
    {
      rating->level = 2;
      rating->reason = LIAISON_RATING_RECOMMENDED;
      rating->requirement = rating->assessment = NULL;
    }
  rating->provisional = rating->n_missing > 0 || rating->apart;
}

LiaisonRating
liaison_results_rate (const LiaisonResults *self, const LiaisonRatingScope *scope)
{
  Rater rater = { .results = self, .scope = scope };

  rate (&rater);
  return rater.rating;
}

static int
compare_weighed (gconstpointer a, gconstpointer b)
{
  const Weighed *one = a, *two = b;
  int first = one->level == LIAISON_RATING_UNKNOWN ? 4 : one->level,
      second = two->level == LIAISON_RATING_UNKNOWN ? 4 : two->level;

  return first != second ? first - second : liaison_id_compare (one->id, two->id);
}

GArray *
liaison_results_list (const LiaisonResults *self, const LiaisonRatingScope *scope)
{
  g_autoptr (GArray) list = g_array_new (FALSE, FALSE, sizeof (Weighed));
  Rater rater = { .results = self, .scope = scope, .list = list };
  GArray *ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  rate (&rater);
  g_array_sort (list, compare_weighed);
  for (guint i = 0; i < list->len; i++)
    g_array_append_val (ids, g_array_index (list, Weighed, i).id);
  return ids;
}
