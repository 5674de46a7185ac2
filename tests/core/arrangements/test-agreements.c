/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When agreements are needed, and what parties say. STARTEX of plan.h is 15 January 2027. */
#include "config.h"

#include "arrangements/agreement-dates.h"
#include "arrangements/agreement-stage.h"
#include "arrangements/days.h"
#include "arrangements/positions.h"
#include "arrangements/versions.h"
#include "edit/editor.h"

#include "plan.h"

#define DAY     86400
#define STARTEX (liaison_day_of (NULL, PLAN_STARTEX))

static const LiaisonId none = { 0, 0 };

static gint64
get_now (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static LiaisonAgreementData *
begin_agreement (Plan *plan, LiaisonAgreementStage stage)
{
  LiaisonAgreementData *agreement = plan_begin (plan, &liaison_agreement_kind);

  agreement->stage = (int) stage;
  return agreement;
}

/* Steps from @first to in force, each of ten days. */
static LiaisonItems *
make_steps (Plan *plan, LiaisonAgreementStage first)
{
  LiaisonBlock *blocks[8];
  guint n = 0;

  for (int stage = (int) first; stage <= LIAISON_AGREEMENT_STAGE_IN_FORCE; stage++)
    {
      LiaisonAgreementStepData *step =
          (gpointer) liaison_block_new (&liaison_agreement_step_shape, plan_id (++plan->made));

      step->stage = stage;
      step->lead_days = 10;
      blocks[n++] = &step->block;
    }
  return liaison_items_new_take (blocks, n);
}

static LiaisonId
add_event (Plan *plan, double days, LiaisonId agreement, LiaisonId site)
{
  LiaisonEventData *event = plan_event (plan, days * 24, 1);

  event->site = site;
  if (!liaison_id_is_zero (agreement))
    event->agreements = liaison_ids_new (&agreement, 1);
  return plan_add (plan, &liaison_event_kind, event);
}

/* @days before STARTEX. */
static LiaisonAgreements *
look (Plan *plan, gint32 days)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  return liaison_agreements_new (snapshot, PLAN_STARTEX - (gint64) days * DAY);
}

/* In negotiation, with signature and entry into force to come after it: twenty days before the event it is
 * the last day. */
static void
test_last_day (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonAgreementData *agreement = begin_agreement (plan, LIAISON_AGREEMENT_STAGE_NEGOTIATION);
  LiaisonId id;
  static const struct
  {
    gint32 before;
    LiaisonAgreementState state;
  } cases[] = {
    { 60, LIAISON_AGREEMENT_IN_TIME }, { 41, LIAISON_AGREEMENT_IN_TIME },
    { 40, LIAISON_AGREEMENT_SOON },    { 20, LIAISON_AGREEMENT_SOON },
    { 19, LIAISON_AGREEMENT_LATE },    { 0, LIAISON_AGREEMENT_LATE },
  };

  agreement->steps = make_steps (plan, LIAISON_AGREEMENT_STAGE_DRAFTING);
  id = plan_add (plan, &liaison_agreement_kind, agreement);
  add_event (plan, 2, id, none);
  add_event (plan, 0, id, none);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonAgreements) agreements = look (plan, cases[i].before);
      const LiaisonAgreementDates *dates = liaison_agreements_find (agreements, id);

      g_test_message ("%d days before", cases[i].before);
      g_assert_cmpint (dates->needed, ==, STARTEX);
      g_assert_cmpint (dates->last_day, ==, STARTEX - 20);
      g_assert_cmpint (dates->state, ==, cases[i].state);
      g_assert_cmpuint (dates->dependants->len, ==, 2);
    }
}

/* Of what is over nothing is asked; what the agreement says itself goes before all. */
static void
test_needed (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId past =
      plan_add (plan, &liaison_agreement_kind, begin_agreement (plan, LIAISON_AGREEMENT_STAGE_GOALS));
  LiaisonAgreementData *said = begin_agreement (plan, LIAISON_AGREEMENT_STAGE_GOALS);
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonId by_site =
      plan_add (plan, &liaison_agreement_kind, begin_agreement (plan, LIAISON_AGREEMENT_STAGE_GOALS));
  LiaisonId own, place;
  g_autoptr (LiaisonAgreements) agreements = NULL;

  said->needed_by = STARTEX + 9;
  own = plan_add (plan, &liaison_agreement_kind, said);
  site->agreements = liaison_ids_new (&by_site, 1);
  place = plan_add (plan, &liaison_site_kind, site);
  add_event (plan, -3, past, none);
  add_event (plan, 1, own, none);
  add_event (plan, 2, none, place);
  agreements = look (plan, 0);
  g_assert_cmpint (liaison_agreements_find (agreements, past)->needed, ==, LIAISON_DATE_UNSET);
  g_assert_cmpint (liaison_agreements_find (agreements, past)->state, ==, LIAISON_AGREEMENT_UNDATED);
  g_assert_cmpint (liaison_agreements_find (agreements, own)->needed, ==, STARTEX + 9);
  g_assert_null (liaison_agreements_find (agreements, own)->needed_for);
  g_assert_cmpint (liaison_agreements_find (agreements, by_site)->needed, ==, STARTEX + 2);
  /* Usual steps are counted where it has none: too late for all of them. */
  g_assert_cmpuint (liaison_agreements_find (agreements, by_site)->steps->len, ==, 7);
  g_assert_cmpint (liaison_agreements_find (agreements, by_site)->state, ==, LIAISON_AGREEMENT_LATE);
}

static void
test_over (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId expired = plan_add (plan, &liaison_agreement_kind,
                                begin_agreement (plan, LIAISON_AGREEMENT_STAGE_EXPIRED));
  LiaisonId idle = plan_add (plan, &liaison_agreement_kind,
                             begin_agreement (plan, LIAISON_AGREEMENT_STAGE_ABANDONED));
  g_autoptr (LiaisonAgreements) agreements = NULL;

  add_event (plan, 1, expired, none);
  agreements = look (plan, 0);
  g_assert_cmpint (liaison_agreements_find (agreements, expired)->state, ==,
                   LIAISON_AGREEMENT_MISSING);
  g_assert_cmpint (liaison_agreements_find (agreements, idle)->state, ==, LIAISON_AGREEMENT_OVER);
}

static const LiaisonAgreementData *
get_agreement (Plan *plan, LiaisonId id)
{
  return LIAISON_DATA (Agreement,
                       liaison_record_get_block (liaison_document_find (plan->document, id)));
}

static gint32
get_done (const LiaisonAgreementData *agreement, int stage)
{
  for (guint i = 0; i < liaison_items_get_size (agreement->steps); i++)
    {
      const LiaisonAgreementStepData *step =
          LIAISON_DATA (AgreementStep, liaison_items_get (agreement->steps, i));
      if (step->stage == stage)
        return step->done;
    }
  return LIAISON_DATE_UNSET;
}

static void
test_stage (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonAgreementData *made = begin_agreement (plan, LIAISON_AGREEMENT_STAGE_DRAFTING);
  const LiaisonAgreementData *agreement;
  LiaisonId id;

  made->steps = make_steps (plan, LIAISON_AGREEMENT_STAGE_DRAFTING);
  id = plan_add (plan, &liaison_agreement_kind, made);
  agreement = get_agreement (plan, id);
  g_assert_null (
      liaison_agreement_propose_stage (&agreement->block, LIAISON_AGREEMENT_STAGE_DRAFTING, STARTEX));
  liaison_editor_commit (editor,
                         liaison_agreement_propose_stage (
                             &agreement->block, LIAISON_AGREEMENT_STAGE_LEGAL, STARTEX),
                         NULL);
  agreement = get_agreement (plan, id);
  g_assert_cmpint (agreement->stage, ==, LIAISON_AGREEMENT_STAGE_LEGAL);
  g_assert_cmpint (get_done (agreement, LIAISON_AGREEMENT_STAGE_REVIEW), ==, STARTEX);
  g_assert_cmpint (get_done (agreement, LIAISON_AGREEMENT_STAGE_LEGAL), ==, LIAISON_DATE_UNSET);
  liaison_editor_commit (editor,
                         liaison_agreement_propose_stage (
                             &agreement->block, LIAISON_AGREEMENT_STAGE_REVIEW, STARTEX + 1),
                         NULL);
  agreement = get_agreement (plan, id);
  g_assert_cmpint (get_done (agreement, LIAISON_AGREEMENT_STAGE_DRAFTING), ==, STARTEX);
  g_assert_cmpint (get_done (agreement, LIAISON_AGREEMENT_STAGE_REVIEW), ==, LIAISON_DATE_UNSET);
  liaison_editor_commit (editor,
                         liaison_agreement_propose_stage (
                             &agreement->block, LIAISON_AGREEMENT_STAGE_IN_FORCE, STARTEX + 2),
                         NULL);
  g_assert_cmpint (get_agreement (plan, id)->in_force, ==, STARTEX + 2);
  liaison_editor_undo (editor, NULL);
  liaison_editor_undo (editor, NULL);
  liaison_editor_undo (editor, NULL);
  agreement = get_agreement (plan, id);
  g_assert_cmpint (agreement->stage, ==, LIAISON_AGREEMENT_STAGE_DRAFTING);
  g_assert_cmpint (get_done (agreement, LIAISON_AGREEMENT_STAGE_DRAFTING), ==, LIAISON_DATE_UNSET);
}

/* Norway and France are parties; there is one article. */
static LiaisonId
add_with_parties (Plan *plan)
{
  LiaisonAgreementData *agreement = begin_agreement (plan, LIAISON_AGREEMENT_STAGE_NEGOTIATION);
  LiaisonPartyData *norway = (gpointer) liaison_block_new (&liaison_party_shape, plan_id (3001)),
                   *france = (gpointer) liaison_block_new (&liaison_party_shape, plan_id (3002));
  LiaisonArticleData *article =
      (gpointer) liaison_block_new (&liaison_article_shape, plan_id (3003));
  LiaisonBlock *parties[] = { &norway->block, &france->block }, *articles[] = { &article->block };

  norway->nation = g_intern_string ("NO");
  norway->position = LIAISON_POSITION_AGREED;
  france->nation = g_intern_string ("FR");
  article->number = g_ref_string_new ("5");
  agreement->parties = liaison_items_new_take (parties, 2);
  agreement->articles = liaison_items_new_take (articles, 1);
  return plan_add (plan, &liaison_agreement_kind, agreement);
}

static LiaisonPosition
get_position (Plan *plan, guint row, const char *nation)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonPositions) positions = liaison_positions_new (snapshot);

  g_assert_cmpuint (positions->rows->len, ==, 2);
  g_assert_cmpuint (positions->nations->len, ==, 2);
  return liaison_positions_get (&g_array_index (positions->rows, LiaisonPositionRow, row), nation);
}

static void
set_position (Plan *plan, LiaisonEditor *editor, guint row, const char *nation, LiaisonPosition to)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonPositions) positions = liaison_positions_new (snapshot);

  g_assert_true (liaison_editor_commit (
      editor,
      liaison_positions_propose (&g_array_index (positions->rows, LiaisonPositionRow, row), nation, to,
                                 STARTEX, PLAN_STARTEX * 1000),
      NULL));
}

static void
test_positions (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonId id = add_with_parties (plan);

  g_assert_cmpint (get_position (plan, 0, "NO"), ==, LIAISON_POSITION_AGREED);
  g_assert_cmpint (get_position (plan, 0, "FR"), ==, LIAISON_POSITION_NOT_STATED);
  g_assert_cmpint (get_position (plan, 0, "JP"), ==, LIAISON_POSITION_UNSET);
  g_assert_cmpint (get_position (plan, 1, "NO"), ==, LIAISON_POSITION_NOT_STATED);
  set_position (plan, editor, 1, "NO", LIAISON_POSITION_CONCERN);
  g_assert_cmpint (get_position (plan, 1, "NO"), ==, LIAISON_POSITION_CONCERN);
  set_position (plan, editor, 1, "NO", LIAISON_POSITION_AGREED);
  g_assert_cmpint (get_position (plan, 1, "NO"), ==, LIAISON_POSITION_AGREED);
  /* The second changed the first, and made no other. */
  g_assert_cmpuint (liaison_items_get_size (get_agreement (plan, id)->positions), ==, 1);
  set_position (plan, editor, 0, "FR", LIAISON_POSITION_RESERVATION);
  g_assert_cmpint (get_position (plan, 0, "FR"), ==, LIAISON_POSITION_RESERVATION);
  liaison_editor_undo (editor, NULL);
  g_assert_cmpint (get_position (plan, 0, "FR"), ==, LIAISON_POSITION_NOT_STATED);
}

static LiaisonNationData *
make_nation (Plan *plan, const char *code, const char *first, const char *second)
{
  LiaisonNationData *nation = plan_begin (plan, &liaison_nation_kind);
  const char *const languages[] = { first, second };
  LiaisonBlock *blocks[2];

  nation->code = g_intern_string (code);
  for (guint i = 0; i < 2; i++)
    {
      LiaisonLanguageUseData *use =
          (gpointer) liaison_block_new (&liaison_language_use_shape, plan_id (++plan->made));

      use->language.language = g_intern_string (languages[i]);
      use->use = LIAISON_LANGUAGE_USE_OFFICIAL;
      blocks[i] = &use->block;
    }
  nation->languages = liaison_items_new_take (blocks, 2);
  return nation;
}

/* A party needs one of its official languages; versions come, change and go, each in one edit. */
static void
test_versions (void)
{
  Plan *plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  LiaisonAgreementData *agreement = begin_agreement (plan, LIAISON_AGREEMENT_STAGE_DRAFTING);
  static const char *const codes[] = { "BE", "JP" };
  LiaisonBlock *parties[2];
  static const LiaisonTextStatus wanted[] = { LIAISON_TEXT_STATUS_DRAFT, LIAISON_TEXT_STATUS_VERIFIED,
                                              LIAISON_TEXT_STATUS_UNSET };
  LiaisonId id;

  plan_add (plan, &liaison_nation_kind, make_nation (plan, "BE", "nl", "fr"));
  plan_add (plan, &liaison_nation_kind, make_nation (plan, "JP", "ja", "ja"));
  for (guint i = 0; i < 2; i++)
    {
      LiaisonPartyData *party =
          (gpointer) liaison_block_new (&liaison_party_shape, plan_id (++plan->made));

      party->nation = g_intern_string (codes[i]);
      parties[i] = &party->block;
    }
  agreement->parties = liaison_items_new_take (parties, 2);
  id = plan_add (plan, &liaison_agreement_kind, agreement);
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
      g_autoptr (LiaisonVersions) versions = liaison_versions_new (snapshot);
      const LiaisonBlock *block = liaison_record_get_block (liaison_document_find (plan->document, id));
      g_autoptr (LiaisonProposal) proposal = NULL;

      g_assert_cmpuint (versions->languages->len, ==, 2);
      g_assert_cmpint (liaison_versions_is_missing (versions, block, "nl"), ==, i == 0);
      g_assert_true (liaison_versions_is_missing (versions, block, "ja"));
      g_assert_false (liaison_versions_is_missing (versions, block, "fr"));
      proposal = liaison_versions_propose (block, "fr", wanted[i], PLAN_STARTEX * 1000);
      g_assert_true (liaison_editor_commit (editor, proposal, NULL));
      block = liaison_record_get_block (liaison_document_find (plan->document, id));
      g_assert_null (liaison_versions_propose (block, "fr", wanted[i], PLAN_STARTEX * 1000));
      g_assert_cmpint (liaison_versions_find (block, "fr") != NULL, ==,
                       wanted[i] != LIAISON_TEXT_STATUS_UNSET);
    }
  plan_free (plan);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangements/agreements/last-day", test_last_day);
  g_test_add_func ("/arrangements/agreements/needed", test_needed);
  g_test_add_func ("/arrangements/agreements/over", test_over);
  g_test_add_func ("/arrangements/agreements/stage", test_stage);
  g_test_add_func ("/arrangements/positions/set", test_positions);
  g_test_add_func ("/arrangements/versions", test_versions);
  return g_test_run ();
}
