/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which assessment counts, what level comes of it, the trend, putting results down. */
#include "config.h"

#include "../liaison/posts.h"

#include "interoperability/rating.h"
#include "interoperability/trend.h"

#define DAY(n) ((gint32) (PLAN_STARTEX / 86400) + (n))

typedef struct
{
  Plan *plan;
  LiaisonEditor *editor;
  const char *no, *fr;
} World;

/* By the door, so that the next snapshot has it. */
static LiaisonId
add (World *world, gpointer block)
{
  LiaisonProposal *proposal = liaison_proposal_new ("Add");
  LiaisonId id = ((LiaisonBlock *) block)->id;

  liaison_proposal_add_record (proposal, block);
  posts_commit (world->editor, proposal);
  liaison_block_unref (block);
  return id;
}

static void
end (World *world)
{
  g_object_unref (world->editor);
  plan_free (world->plan);
}

static void
begin (World *world)
{
  world->plan = plan_new ();
  world->editor = liaison_editor_new (world->plan->document, posts_now_cb, NULL);
  world->no = posts_code ("NO");
  world->fr = posts_code ("FR");
  plan_add (world->plan, &liaison_nation_kind, posts_nation (world->plan, "NO", "nb"));
  plan_add (world->plan, &liaison_nation_kind, posts_nation (world->plan, "FR", "fr"));
}

static LiaisonId
add_requirement (World *world,
                 LiaisonObligation obligation,
                 LiaisonAssessedPer per,
                 LiaisonDimension dimension)
{
  LiaisonRequirementData *made = plan_begin (world->plan, &liaison_requirement_kind);

  made->level = LIAISON_REQUIREMENT_LEVEL_REQUIREMENT;
  made->selected = TRUE;
  made->obligation = (int) obligation;
  made->per = (int) per;
  made->dimension = (int) dimension;
  return add (world, made);
}

static LiaisonAssessmentData *
make_assessment (World *world,
                 LiaisonId requirement,
                 const char *nation,
                 const char *other,
                 LiaisonAssessmentResult result,
                 gint32 day)
{
  LiaisonAssessmentData *made = plan_begin (world->plan, &liaison_assessment_kind);

  made->requirement = requirement;
  made->nation = nation;
  made->other_nation = other;
  made->result = (int) result;
  made->date = day;
  made->level = LIAISON_INTEGER_UNSET;
  return made;
}

static const LiaisonAssessmentData *
assess (World *world,
        LiaisonId requirement,
        const char *nation,
        const char *other,
        LiaisonAssessmentResult result,
        gint32 day)
{
  LiaisonId id = add (world, make_assessment (world, requirement, nation, other, result, day));

  return LIAISON_DATA (
      Assessment, liaison_record_get_block (liaison_document_find (world->plan->document, id)));
}

static LiaisonRating
rate (World *world, const char *other, LiaisonDimension dimension)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (world->plan->document);
  g_autoptr (LiaisonResults) results = liaison_results_new (snapshot, LIAISON_DATE_UNSET);
  const LiaisonRatingScope scope = { .dimension = dimension, .nation = world->no, .other = other };

  return liaison_results_rate (results, &scope);
}

#define SUCCESS LIAISON_ASSESSMENT_RESULT_SUCCESS
#define LIMITED LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS
#define ISSUE   LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE
#define PLANNED LIAISON_ASSESSMENT_RESULT_NOT_TESTED

/* The newest result counts, before what is only planned; until a day, what was known then. A pair
 * is the same both ways. */
static void
test_which_counts (void)
{
  World world;
  LiaisonId alone, pair;
  const LiaisonAssessmentData *first, *second;

  begin (&world);
  alone = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                           LIAISON_DIMENSION_HUMAN);
  pair = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_PAIR,
                          LIAISON_DIMENSION_HUMAN);
  first = assess (&world, alone, world.no, NULL, ISSUE, DAY (-30));
  second = assess (&world, alone, world.no, NULL, SUCCESS, DAY (-10));
  assess (&world, alone, world.no, NULL, PLANNED, DAY (5));
  assess (&world, pair, world.fr, world.no, LIMITED, DAY (-5));
  {
    g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (world.plan->document);
    g_autoptr (LiaisonResults) now = liaison_results_new (snapshot, LIAISON_DATE_UNSET);
    g_autoptr (LiaisonResults) then = liaison_results_new (snapshot, DAY (-20));
    g_autoptr (LiaisonResults) early = liaison_results_new (snapshot, DAY (-40));
    g_assert_true (liaison_results_find (now, alone, world.no, NULL) == &second->block);
    g_assert_true (liaison_results_find (then, alone, world.no, NULL) == &first->block);
    g_assert_null (liaison_results_find (early, alone, world.no, NULL));
    g_assert_nonnull (liaison_results_find (now, pair, world.no, world.fr));
    g_assert_null (liaison_results_find (now, pair, world.no, NULL));
  }
  end (&world);
}

/* One mandatory requirement, one result: the level and why. */
static void
test_levels (void)
{
  static const struct
  {
    LiaisonAssessmentResult result;
    gboolean workaround;
    gint64 told;
    int level;
    LiaisonRatingReason reason;
  } cases[] = {
    { SUCCESS, FALSE, LIAISON_INTEGER_UNSET, 3, LIAISON_RATING_FULL },
    { LIMITED, TRUE, LIAISON_INTEGER_UNSET, 2, LIAISON_RATING_LIMITED },
    { LIMITED, FALSE, LIAISON_INTEGER_UNSET, 1, LIAISON_RATING_WORKAROUND },
    { ISSUE, TRUE, LIAISON_INTEGER_UNSET, 1, LIAISON_RATING_WORKAROUND },
    { ISSUE, FALSE, LIAISON_INTEGER_UNSET, 0, LIAISON_RATING_ISSUE },
    { SUCCESS, FALSE, 2, 2, LIAISON_RATING_TOLD },
    { SUCCESS, FALSE, 3, 3, LIAISON_RATING_FULL },
    { PLANNED, FALSE, 3, LIAISON_RATING_UNKNOWN, LIAISON_RATING_UNTESTED },
    { LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE, FALSE, LIAISON_INTEGER_UNSET,
      LIAISON_RATING_UNKNOWN, LIAISON_RATING_NOTHING },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      World world;
      LiaisonAssessmentData *made;
      LiaisonRating rating;
      begin (&world);
      made = make_assessment (&world,
                              add_requirement (&world, LIAISON_OBLIGATION_MANDATORY,
                                               LIAISON_ASSESSED_PER_NATION,
                                               LIAISON_DIMENSION_TECHNICAL),
                              world.no, NULL, cases[i].result, DAY (-1));
      made->workaround = cases[i].workaround ? liaison_text_new ("en", "By telephone") : NULL;
      made->level = cases[i].told;
      add (&world, made);
      rating = rate (&world, NULL, LIAISON_DIMENSION_UNSET);
      g_assert_cmpint (rating.level, ==, cases[i].level);
      g_assert_cmpint (rating.reason, ==, cases[i].reason);
      g_assert_cmpint (rate (&world, NULL, LIAISON_DIMENSION_HUMAN).reason, ==,
                       LIAISON_RATING_NOTHING);
      end (&world);
    }
}

/* The lowest mandatory one decides, optional ones do not; recommended ones hold it at 2; what is
 * not tested makes it provisional. */
static void
test_rule (void)
{
  World world;
  LiaisonId low;
  LiaisonRating rating;

  begin (&world);
  assess (&world,
          add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                           LIAISON_DIMENSION_HUMAN),
          world.no, NULL, SUCCESS, DAY (-1));
  assess (&world,
          add_requirement (&world, LIAISON_OBLIGATION_OPTIONAL, LIAISON_ASSESSED_PER_NATION,
                           LIAISON_DIMENSION_HUMAN),
          world.no, NULL, ISSUE, DAY (-1));
  g_assert_cmpint (rate (&world, NULL, LIAISON_DIMENSION_UNSET).level, ==, 3);
  assess (&world,
          add_requirement (&world, LIAISON_OBLIGATION_RECOMMENDED, LIAISON_ASSESSED_PER_NATION,
                           LIAISON_DIMENSION_HUMAN),
          world.no, NULL, ISSUE, DAY (-1));
  rating = rate (&world, NULL, LIAISON_DIMENSION_UNSET);
  g_assert_cmpint (rating.level, ==, 2);
  g_assert_cmpint (rating.reason, ==, LIAISON_RATING_RECOMMENDED);
  g_assert_false (rating.provisional);
  add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                   LIAISON_DIMENSION_HUMAN);
  g_assert_true (rate (&world, NULL, LIAISON_DIMENSION_UNSET).provisional);
  low = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                         LIAISON_DIMENSION_TECHNICAL);
  assess (&world, low, world.no, NULL, ISSUE, DAY (-1));
  rating = rate (&world, NULL, LIAISON_DIMENSION_UNSET);
  g_assert_cmpint (rating.level, ==, 0);
  g_assert_true (liaison_id_same (rating.requirement->id, low));
  g_assert_cmpint (rate (&world, NULL, LIAISON_DIMENSION_HUMAN).level, ==, 2);
  g_assert_cmpuint (rating.n_tested, ==, 4);
  g_assert_cmpuint (rating.n_missing, ==, 1);
  end (&world);
}

/* Two nations: one sided, apart, together. */
static void
test_pairs (void)
{
  World world;
  LiaisonId alone, pair;

  begin (&world);
  alone = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                           LIAISON_DIMENSION_HUMAN);
  pair = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_PAIR,
                          LIAISON_DIMENSION_HUMAN);
  assess (&world, alone, world.no, NULL, SUCCESS, DAY (-1));
  g_assert_cmpint (rate (&world, world.fr, LIAISON_DIMENSION_UNSET).reason, ==,
                   LIAISON_RATING_ONE_SIDED);
  assess (&world, alone, world.fr, NULL, SUCCESS, DAY (-1));
  g_assert_cmpint (rate (&world, world.fr, LIAISON_DIMENSION_UNSET).level, ==, 3);
  g_assert_true (rate (&world, world.fr, LIAISON_DIMENSION_UNSET).apart);
  assess (&world, pair, world.fr, world.no, LIMITED, DAY (-1));
  g_assert_cmpint (rate (&world, world.fr, LIAISON_DIMENSION_UNSET).level, ==, 1);
  g_assert_false (rate (&world, world.fr, LIAISON_DIMENSION_UNSET).provisional);
  /* A nation is no better than with those it was tested with. */
  g_assert_cmpint (rate (&world, NULL, LIAISON_DIMENSION_UNSET).level, ==, 1);
  end (&world);
}

static LiaisonBlock *
make_fresh (World *world)
{
  return liaison_block_new (&liaison_assessment_kind.shape, plan_id (++world->plan->made));
}

static LiaisonProposal *
propose (World *world, LiaisonId requirement, LiaisonAssessmentResult result, gint32 today)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (world->plan->document);
  g_autoptr (LiaisonResults) results = liaison_results_new (snapshot, LIAISON_DATE_UNSET);

  return liaison_results_propose (results, liaison_snapshot_find (snapshot, requirement), world->no,
                                  NULL, result, today, make_fresh (world));
}

static guint
count_assessments (World *world)
{
  return liaison_table_get_size (
      liaison_document_get_table (world->plan->document, LIAISON_KIND_ASSESSMENT));
}

/* The first is new, the same day it is changed, on another day one follows it. */
static void
test_entry (void)
{
  World world;
  LiaisonId requirement;

  begin (&world);
  requirement = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                                 LIAISON_DIMENSION_HUMAN);
  posts_commit (world.editor, propose (&world, requirement, ISSUE, DAY (0)));
  g_assert_cmpuint (count_assessments (&world), ==, 1);
  g_assert_null (propose (&world, requirement, ISSUE, DAY (0)));
  posts_commit (world.editor, propose (&world, requirement, LIMITED, DAY (0)));
  g_assert_cmpuint (count_assessments (&world), ==, 1);
  posts_commit (world.editor, propose (&world, requirement, SUCCESS, DAY (3)));
  g_assert_cmpuint (count_assessments (&world), ==, 2);
  g_assert_cmpint (rate (&world, NULL, LIAISON_DIMENSION_UNSET).level, ==, 3);
  {
    g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (world.plan->document);
    g_autoptr (LiaisonResults) results = liaison_results_new (snapshot, LIAISON_DATE_UNSET);
    const LiaisonBlock *last = liaison_results_find (results, requirement, world.no, NULL);
    g_assert_false (liaison_id_is_zero (LIAISON_DATA (Assessment, last)->previous));
    g_assert_cmpint (LIAISON_DATA (Assessment, last)->date, ==, DAY (3));
  }
  g_assert_true (liaison_editor_undo (world.editor, NULL));
  g_assert_cmpuint (count_assessments (&world), ==, 1);
  end (&world);
}

static LiaisonId
add_conference (World *world, LiaisonConferenceType type, double hours)
{
  LiaisonEventData *event = plan_event (world->plan, hours, 2);

  event->conference = (int) type;
  return plan_add (world->plan, &liaison_event_kind, event);
}

static void
test_trend (void)
{
  World world;
  LiaisonId requirement;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonTrend) trend = NULL;

  begin (&world);
  requirement = add_requirement (&world, LIAISON_OBLIGATION_MANDATORY, LIAISON_ASSESSED_PER_NATION,
                                 LIAISON_DIMENSION_HUMAN);
  add_conference (&world, LIAISON_CONFERENCE_TYPE_INITIAL, -24 * 40);
  add_conference (&world, LIAISON_CONFERENCE_TYPE_MAIN, -24 * 20);
  add_conference (&world, LIAISON_CONFERENCE_TYPE_FINAL, 24 * 20);
  add_conference (&world, LIAISON_CONFERENCE_TYPE_SCRIPTING, -24 * 5);
  assess (&world, requirement, world.no, NULL, ISSUE, DAY (-30));
  assess (&world, requirement, world.no, NULL, SUCCESS, DAY (-10));
  assess (&world, requirement, world.fr, NULL, PLANNED, DAY (10));
  snapshot = liaison_document_get_snapshot (world.plan->document);
  trend = liaison_trend_new (snapshot, PLAN_STARTEX);
  g_assert_cmpuint (liaison_trend_count_points (trend), ==, 4);
  g_assert_null (liaison_trend_get_point (trend, 2)->event);
  g_assert_true (liaison_trend_get_point (trend, 3)->ahead);
  g_assert_cmpuint (liaison_trend_get (trend, 0, 0)->n, ==, 2);
  g_assert_cmpuint (liaison_trend_get (trend, 0, 0)->n_tested, ==, 0);
  g_assert_cmpuint (liaison_trend_get (trend, 0, 1)->n_issue, ==, 1);
  g_assert_cmpuint (liaison_trend_get (trend, 0, 2)->n_success, ==, 1);
  g_assert_cmpuint (liaison_trend_get (trend, 0, 2)->n_planned, ==, 0);
  g_assert_cmpuint (liaison_trend_get (trend, 0, 3)->n_planned, ==, 1);
  /* The human dimension is all there is; the technical one is empty. */
  g_assert_cmpuint (liaison_trend_get (trend, 1, 2)->n, ==, 2);
  g_assert_cmpuint (liaison_trend_get (trend, 3, 2)->n, ==, 0);
  end (&world);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/interoperability/results/which-counts", test_which_counts);
  g_test_add_func ("/interoperability/rating/levels", test_levels);
  g_test_add_func ("/interoperability/rating/rule", test_rule);
  g_test_add_func ("/interoperability/rating/pairs", test_pairs);
  g_test_add_func ("/interoperability/results/entry", test_entry);
  g_test_add_func ("/interoperability/trend/conferences", test_trend);
  return g_test_run ();
}
