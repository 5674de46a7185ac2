/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about working together: circuits, agreements, objectives, people and what is left open.
 * Each finds its fault, nothing where there is none, and what mends it does. */
#include "config.h"

#include "rules.h"

#include "record/kinds/channel-test.h"

#define DAY (PLAN_STARTEX / 86400)

static LiaisonId
add_circuit (
    Plan *plan, LiaisonId line, LiaisonPace pace, LiaisonBearer bearer, const char *carrier)
{
  LiaisonChannelData *circuit = plan_begin (plan, &liaison_channel_kind);

  circuit->parent = line;
  circuit->level = LIAISON_CHANNEL_LEVEL_CIRCUIT;
  circuit->pace = (int) pace;
  circuit->bearer = (int) bearer;
  circuit->carrier = carrier != NULL ? g_ref_string_new (carrier) : NULL;
  return plan_insert (plan, &liaison_channel_kind, circuit);
}

static LiaisonId
add_line (Plan *plan)
{
  LiaisonChannelData *line = plan_begin (plan, &liaison_channel_kind);

  line->level = LIAISON_CHANNEL_LEVEL_NEED_LINE;
  line->title = liaison_text_new (g_intern_static_string ("en"), "Centre to the brigade");
  return plan_insert (plan, &liaison_channel_kind, line);
}

static void
test_alternate (void)
{
  static const char rule[] = "circuit-without-alternate";
  g_autoptr (Plan) bare = plan_new (), one = plan_new (), two = plan_new ();
  LiaisonId line = add_line (two);

  add_circuit (two, line, LIAISON_PACE_PRIMARY, LIAISON_BEARER_FIBRE, NULL);
  add_circuit (two, line, LIAISON_PACE_EMERGENCY, LIAISON_BEARER_PERSON, NULL);
  g_assert_cmpuint (count (two, rule), ==, 0);
  add_line (bare);
  g_assert_cmpuint (count (bare, rule), ==, 1);
  assert_mends (bare, rule);
  add_circuit (one, add_line (one), LIAISON_PACE_PRIMARY, LIAISON_BEARER_FIBRE, NULL);
  g_assert_cmpuint (count (one, rule), ==, 1);
  assert_mends (one, rule);
  /* What was added says nothing of its bearer yet. */
  g_assert_cmpuint (count (one, "pace-shares-bearer"), ==, 0);
}

static guint
count_shared (LiaisonBearer one, LiaisonBearer two, const char *carrier, const char *other)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId line = add_line (plan);

  add_circuit (plan, line, LIAISON_PACE_PRIMARY, one, carrier);
  add_circuit (plan, line, LIAISON_PACE_ALTERNATE, two, other);
  return count (plan, "pace-shares-bearer");
}

static void
test_bearer (void)
{
  g_assert_cmpuint (count_shared (LIAISON_BEARER_FIBRE, LIAISON_BEARER_HF, NULL, NULL), ==, 0);
  g_assert_cmpuint (count_shared (LIAISON_BEARER_FIBRE, LIAISON_BEARER_FIBRE, NULL, NULL), ==, 1);
  g_assert_cmpuint (
      count_shared (LIAISON_BEARER_FIBRE, LIAISON_BEARER_FIBRE, "North ring", "South ring"), ==, 0);
  g_assert_cmpuint (
      count_shared (LIAISON_BEARER_FIBRE, LIAISON_BEARER_FIBRE, "North ring", "North ring"), ==, 1);
  g_assert_cmpuint (count_shared (LIAISON_BEARER_UNSET, LIAISON_BEARER_UNSET, NULL, NULL), ==, 0);
}

/* Looked at a day before STARTEX: a test @hours before that, and whether a result was entered. */
static guint
count_overdue (double hours, gboolean answered)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonChannelData *channel = plan_begin (plan, &liaison_channel_kind);
  LiaisonTestPlanData *test =
      (gpointer) liaison_block_new (&liaison_test_plan_shape, plan_id (++plan->made));
  LiaisonBlock *block = &test->block;

  plan_at (&test->start, -24 - hours);
  channel->tests = liaison_items_new_take (&block, 1);
  LiaisonId id = plan_insert (plan, &liaison_channel_kind, channel);
  if (answered)
    {
      LiaisonChannelTestData *made = plan_begin (plan, &liaison_channel_test_kind);
      made->channel = id;
      made->result = LIAISON_TEST_RESULT_WORKED;
      plan_at (&made->start, -24 - hours);
      plan_insert (plan, &liaison_channel_test_kind, made);
    }
  return count (plan, "test-overdue");
}

static void
test_overdue (void)
{
  g_assert_cmpuint (count_overdue (11, FALSE), ==, 0); /* 12 hours are allowed */
  g_assert_cmpuint (count_overdue (13, FALSE), ==, 1);
  g_assert_cmpuint (count_overdue (13, TRUE), ==, 0);
}

static void
test_controlled (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonChannelData *channel = plan_begin (plan, &liaison_channel_kind);

  channel->purpose =
      liaison_text_new (g_intern_static_string ("en"), "See controlled document no. 145");
  plan_insert (plan, &liaison_channel_kind, channel);
  g_assert_cmpuint (count (plan, "controlled-text"), ==, 0);
  channel = plan_begin (plan, &liaison_channel_kind);
  channel->purpose = liaison_text_new (g_intern_static_string ("en"), "on 145.500 MHz");
  plan_insert (plan, &liaison_channel_kind, channel);
  g_assert_cmpuint (count (plan, "controlled-text"), ==, 1);
}

/* Days from STARTEX at which the agreement comes into force and expires; G_MAXINT: not said. */
static Plan *
plan_agreement (int in_force, int expires, gboolean renews, LiaisonAgreementStage stage)
{
  Plan *plan = plan_new ();
  LiaisonAgreementData *agreement = plan_begin (plan, &liaison_agreement_kind);
  LiaisonEventData *event = plan_event (plan, 10, 1);

  agreement->in_force = in_force != G_MAXINT ? (gint32) DAY + in_force : LIAISON_DATE_UNSET;
  agreement->expires = expires != G_MAXINT ? (gint32) DAY + expires : LIAISON_DATE_UNSET;
  agreement->renews = renews;
  agreement->stage = (int) stage;
  event->agreements = ids (plan_insert (plan, &liaison_agreement_kind, agreement), none);
  plan_insert (plan, &liaison_event_kind, event);
  return plan;
}

static guint
count_agreement (
    const char *rule, int in_force, int expires, gboolean renews, LiaisonAgreementStage stage)
{
  g_autoptr (Plan) plan = plan_agreement (in_force, expires, renews, stage);

  return count (plan, rule);
}

/* ENDEX is four days after STARTEX, at 12:00. */
static void
test_expiry (void)
{
  static const char rule[] = "agreement-expires-early";
  const LiaisonAgreementStage in_force = LIAISON_AGREEMENT_STAGE_IN_FORCE;

  g_assert_cmpuint (count_agreement (rule, -50, 4, FALSE, in_force), ==, 0);
  g_assert_cmpuint (count_agreement (rule, -50, 3, FALSE, in_force), ==, 1);
  g_assert_cmpuint (count_agreement (rule, -50, 3, TRUE, in_force), ==, 0);
  g_assert_cmpuint (count_agreement (rule, -50, G_MAXINT, FALSE, in_force), ==, 0);
  g_assert_cmpuint (count_agreement (rule, -50, 3, FALSE, LIAISON_AGREEMENT_STAGE_ABANDONED), ==,
                    0);
}

/* The event moves to the day on which the agreement comes into force, never to before it. */
static void
test_in_force (void)
{
  static const char rule[] = "agreement-not-in-force";
  const LiaisonAgreementStage stage = LIAISON_AGREEMENT_STAGE_SIGNATURE;
  g_autoptr (Plan) early = plan_agreement (2, G_MAXINT, FALSE, stage);
  g_autoptr (Plan) over = plan_agreement (-90, -1, FALSE, stage);

  g_assert_cmpuint (count_agreement (rule, 0, G_MAXINT, FALSE, stage), ==, 0);
  g_assert_cmpuint (count (early, rule), ==, 1);
  assert_mends (early, rule);
  g_autoptr (GPtrArray) findings = find (over, rule);
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (over, findings);
  g_assert_null (finding->fix);
}

/* A day before STARTEX nothing that takes weeks can be done any more; what is in force is in time.
 */
static void
test_late (void)
{
  static const char rule[] = "agreement-late";

  g_assert_cmpuint (
      count_agreement (rule, G_MAXINT, G_MAXINT, FALSE, LIAISON_AGREEMENT_STAGE_DRAFTING), ==, 1);
  g_assert_cmpuint (count_agreement (rule, -5, G_MAXINT, FALSE, LIAISON_AGREEMENT_STAGE_IN_FORCE),
                    ==, 0);
  g_assert_cmpuint (
      count_agreement (rule, G_MAXINT, G_MAXINT, FALSE, LIAISON_AGREEMENT_STAGE_ABANDONED), ==, 1);
}

static LiaisonId
add_objective (Plan *plan, LiaisonObjectiveStatus status, LiaisonId parent)
{
  LiaisonObjectiveData *objective = plan_begin (plan, &liaison_objective_kind);

  objective->title = liaison_text_new (g_intern_static_string ("en"), "Settle claims");
  objective->status = (int) status;
  objective->parent = parent;
  return plan_insert (plan, &liaison_objective_kind, objective);
}

static LiaisonId
add_inject (Plan *plan,
            LiaisonInjectLevel level,
            LiaisonInjectStatus status,
            LiaisonId parent,
            LiaisonId serves)
{
  LiaisonInjectData *inject = plan_begin (plan, &liaison_inject_kind);

  inject->level = (int) level;
  inject->status = (int) status;
  inject->parent = parent;
  if (!liaison_id_is_zero (serves))
    inject->objectives = ids (serves, none);
  return plan_insert (plan, &liaison_inject_kind, inject);
}

static void
test_inject (void)
{
  static const char rule[] = "inject-without-objective";
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId objective = add_objective (plan, LIAISON_OBJECTIVE_STATUS_AGREED, none);
  LiaisonId storyline = add_inject (plan, LIAISON_INJECT_LEVEL_STORYLINE,
                                    LIAISON_INJECT_STATUS_DRAFT, none, objective);

  add_inject (plan, LIAISON_INJECT_LEVEL_INCIDENT, LIAISON_INJECT_STATUS_DRAFT, none, none);
  add_inject (plan, LIAISON_INJECT_LEVEL_INJECT, LIAISON_INJECT_STATUS_CANCELLED, none, none);
  add_inject (plan, LIAISON_INJECT_LEVEL_INJECT, LIAISON_INJECT_STATUS_DRAFT, none, objective);
  g_assert_cmpuint (count (plan, rule), ==, 0);
  /* Of a storyline that serves one, it serves that too. */
  add_inject (plan, LIAISON_INJECT_LEVEL_INJECT, LIAISON_INJECT_STATUS_DRAFT, storyline, none);
  g_assert_cmpuint (count (plan, rule), ==, 1);
  assert_mends (plan, rule);
  /* On its own nobody knows. */
  add_inject (plan, LIAISON_INJECT_LEVEL_INJECT, LIAISON_INJECT_STATUS_DRAFT, none, none);
  g_autoptr (GPtrArray) findings = find (plan, rule);
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_null (finding->fix);
}

static void
test_objective (void)
{
  static const char rule[] = "objective-without-inject";
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId served = add_objective (plan, LIAISON_OBJECTIVE_STATUS_AGREED, none);

  add_objective (plan, LIAISON_OBJECTIVE_STATUS_AGREED, none);
  /* As long as nothing serves any, the plan has not come so far. */
  g_assert_cmpuint (count (plan, rule), ==, 0);
  add_inject (plan, LIAISON_INJECT_LEVEL_INJECT, LIAISON_INJECT_STATUS_DRAFT, none, served);
  add_objective (plan, LIAISON_OBJECTIVE_STATUS_RETIRED, none);
  g_assert_cmpuint (count (plan, rule), ==, 1);
  assert_mends (plan, rule);
  g_assert_cmpuint (count (plan, "inject-without-objective"), ==, 0);
}

static LiaisonItems *
make_shifts (Plan *plan, LiaisonId person, double start, double end)
{
  LiaisonShiftData *shift =
      (gpointer) liaison_block_new (&liaison_shift_shape, plan_id (++plan->made));
  LiaisonBlock *block = &shift->block;

  shift->participant = person;
  plan_at (&shift->start, start);
  plan_at (&shift->end, end);
  return liaison_items_new_take (&block, 1);
}

static LiaisonId
add_post (Plan *plan, LiaisonId person, double start, double end)
{
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);

  post->shifts = make_shifts (plan, person, start, end);
  return plan_insert (plan, &liaison_post_kind, post);
}

static guint
count_roles (double second)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonParticipantData *data = plan_begin (plan, &liaison_participant_kind);

  data->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  LiaisonId person = plan_insert (plan, &liaison_participant_kind, data);
  add_post (plan, person, 0, 8);
  add_post (plan, person, second, second + 8);
  return count (plan, "person-in-two-roles");
}

static void
test_roles (void)
{
  g_assert_cmpuint (count_roles (8), ==, 0);
  g_assert_cmpuint (count_roles (7.9), ==, 1);
}

static LiaisonItems *
make_spoken (Plan *plan, const char *level)
{
  LiaisonSpokenLanguageData *spoken =
      (gpointer) liaison_block_new (&liaison_spoken_language_shape, plan_id (++plan->made));
  LiaisonBlock *block = &spoken->block;

  g_assert_true (liaison_level_parse (level, strlen (level), &spoken->level));
  return liaison_items_new_take (&block, 1);
}

static guint
count_below (const char *asked, const char *spoken, LiaisonLanguageNeed need)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonParticipantData *person = plan_begin (plan, &liaison_participant_kind);
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);
  LiaisonPostLanguageData *wanted =
      (gpointer) liaison_block_new (&liaison_post_language_shape, plan_id (++plan->made));
  LiaisonBlock *block = &wanted->block;

  person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  person->languages = make_spoken (plan, spoken);
  wanted->need = (int) need;
  g_assert_true (liaison_level_parse (asked, strlen (asked), &wanted->level));
  post->languages = liaison_items_new_take (&block, 1);
  post->shifts = make_shifts (plan, plan_insert (plan, &liaison_participant_kind, person), 0, 8);
  plan_insert (plan, &liaison_post_kind, post);
  return count (plan, "post-language");
}

static void
test_level (void)
{
  g_assert_cmpuint (count_below ("de 3332", "de 3332", LIAISON_LANGUAGE_NEED_REQUIRED), ==, 0);
  g_assert_cmpuint (count_below ("de 3332", "de 3322", LIAISON_LANGUAGE_NEED_REQUIRED), ==, 1);
  g_assert_cmpuint (count_below ("de 3332", "fr 4444", LIAISON_LANGUAGE_NEED_REQUIRED), ==, 1);
  g_assert_cmpuint (count_below ("de 3332", "de 1111", LIAISON_LANGUAGE_NEED_DESIRED), ==, 0);
}

/* Whoever is free, of the nation that sends and speaks what is asked for is put forward. */
static void
test_name (void)
{
  static const char rule[] = "shift-unmanned";
  g_autoptr (Plan) plan = plan_new ();
  LiaisonPostData *post = plan_begin (plan, &liaison_post_kind);

  post->from_nation = g_intern_static_string ("FR");
  post->shifts = make_shifts (plan, none, 0, 8);
  plan_insert (plan, &liaison_post_kind, post);
  g_autoptr (GPtrArray) findings = find (plan, rule);
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) nobody = mend (plan, findings);
  g_assert_null (nobody->fix);
  for (guint i = 0; i < 2; i++)
    {
      LiaisonParticipantData *person = plan_begin (plan, &liaison_participant_kind);
      person->type = LIAISON_PARTICIPANT_TYPE_PERSON;
      person->nation = g_intern_string (i == 0 ? "NO" : "FR");
      LiaisonId id = plan_insert (plan, &liaison_participant_kind, person);
      g_autoptr (LiaisonFinding) finding = mend (plan, findings);
      g_assert_true ((finding->fix != NULL) == (i == 1));
      if (i == 1)
        g_assert_true (
            liaison_id_same (g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.id, id));
    }
  assert_mends (plan, rule);
}

static guint
count_late (int days, LiaisonActionStatus status, LiaisonActionType type)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonActionData *action = plan_begin (plan, &liaison_action_kind);

  action->due = (gint32) (NOW / 86400) + days;
  action->status = (int) status;
  action->type = (int) type;
  plan_insert (plan, &liaison_action_kind, action);
  return count (plan, "action-late");
}

static void
test_action (void)
{
  g_assert_cmpuint (count_late (-1, LIAISON_ACTION_STATUS_OPEN, LIAISON_ACTION_TYPE_ACTION), ==, 1);
  g_assert_cmpuint (count_late (-1, LIAISON_ACTION_STATUS_WAITING, LIAISON_ACTION_TYPE_ISSUE), ==,
                    1);
  g_assert_cmpuint (count_late (0, LIAISON_ACTION_STATUS_OPEN, LIAISON_ACTION_TYPE_ACTION), ==, 0);
  g_assert_cmpuint (count_late (-1, LIAISON_ACTION_STATUS_DONE, LIAISON_ACTION_TYPE_ACTION), ==, 0);
  g_assert_cmpuint (count_late (-1, LIAISON_ACTION_STATUS_OPEN, LIAISON_ACTION_TYPE_RISK), ==, 0);
}

/* The languages in which the exercise works, and those in which a site has its name. */
static guint
count_untranslated (guint n_working, gboolean translated)
{
  static const char *const tags[] = { "en", "fr" };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonExerciseData *exercise = copy_exercise (plan);
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonBlock *uses[2];

  for (guint i = 0; i < n_working; i++)
    {
      LiaisonLanguageUseData *use =
          (gpointer) liaison_block_new (&liaison_language_use_shape, plan_id (++plan->made));
      use->use = LIAISON_LANGUAGE_USE_WORKING;
      g_assert_true (liaison_level_parse (tags[i], 2, &use->language));
      uses[i] = &use->block;
    }
  exercise->languages = liaison_items_new_take (uses, n_working);
  put_exercise (plan, exercise);
  site->name = liaison_text_new (g_intern_static_string ("en"), "Camp");
  if (translated)
    {
      LiaisonText *english = site->name;
      GRefString *french = g_ref_string_new ("Camp (fr)");
      site->name = liaison_text_with (english, g_intern_static_string ("fr"), french);
      liaison_text_unref (english);
      g_ref_string_release (french);
    }
  plan_insert (plan, &liaison_site_kind, site);
  return count (plan, "translation-missing");
}

static void
test_translation (void)
{
  g_assert_cmpuint (count_untranslated (1, FALSE), ==, 0);
  g_assert_cmpuint (count_untranslated (2, TRUE), ==, 0);
  g_assert_cmpuint (count_untranslated (2, FALSE), ==, 1);
}

static guint
count_short (gint64 asked)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonSiteData *camp = plan_begin (plan, &liaison_site_kind);
  LiaisonSupportRequestData *request = plan_begin (plan, &liaison_support_request_kind);

  camp->beds = 100;
  request->class = LIAISON_SUPPORT_CLASS_ACCOMMODATION;
  request->quantity = asked;
  request->site = plan_insert (plan, &liaison_site_kind, camp);
  plan_at (&request->start, 0);
  plan_at (&request->end, 48);
  plan_insert (plan, &liaison_support_request_kind, request);
  return count (plan, "support-shortfall");
}

static void
test_support (void)
{
  g_assert_cmpuint (count_short (100), ==, 0);
  g_assert_cmpuint (count_short (101), ==, 1);
}

/* What others rely on, and nothing else. */
static void
test_required (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonTermData *term = plan_begin (plan, &liaison_term_kind);
  guint before = count (plan, "required-missing");

  term->term = liaison_text_new (g_intern_static_string ("en"), "Gate");
  plan_insert (plan, &liaison_term_kind, term);
  g_assert_cmpuint (count (plan, "required-missing"), ==, before);
  plan_insert (plan, &liaison_term_kind, plan_begin (plan, &liaison_term_kind));
  g_assert_cmpuint (count (plan, "required-missing"), ==, before + 1);
}

static void
test_references (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_event (plan, 0, 1);

  event->site = plan_site (plan, 1);
  plan_insert (plan, &liaison_event_kind, event);
  g_assert_cmpuint (count (plan, "reference-dangling"), ==, 0);
  event = plan_event (plan, 3, 1);
  event->site = plan_id (900);
  plan_insert (plan, &liaison_event_kind, event);
  g_assert_cmpuint (count (plan, "reference-dangling"), ==, 1);
  assert_mends (plan, "reference-dangling");
  event = plan_event (plan, 6, 1);
  event->site = plan_person (plan); /* of another kind */
  plan_insert (plan, &liaison_event_kind, event);
  g_assert_cmpuint (count (plan, "reference-dangling"), ==, 1);
  assert_mends (plan, "reference-dangling");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name) g_test_add_func ("/review/rules/together/" #name, test_##name)
  ADD (alternate);
  ADD (bearer);
  ADD (overdue);
  ADD (controlled);
  ADD (expiry);
  ADD (in_force);
  ADD (late);
  ADD (inject);
  ADD (objective);
  ADD (roles);
  ADD (level);
  ADD (name);
  ADD (action);
  ADD (translation);
  ADD (support);
  ADD (required);
  ADD (references);
#undef ADD
  return g_test_run ();
}
