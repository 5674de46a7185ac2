/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "edit/editor.h"
#include "inform/carry.h"
#include "inform/case-shelf.h"
#include "inform/lesson-flow.h"
#include "inform/product-flow.h"
#include "inform/release-state.h"
#include "inform/request-flow.h"

#include "plan.h"

#include <string.h>

#define NOW                    PLAN_STARTEX
#define ADD(plan, kind, block) plan_add (plan, &liaison_##kind##_kind, (gpointer) (block))

static gint64
now_cb (gpointer data)
{
  return NOW * 1000;
}

static LiaisonBlock *
new_record (const LiaisonKind *kind, gpointer data)
{
  LiaisonBlock *block = plan_begin (data, kind);
  const LiaisonField *code = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_CODE);

  *(GRefString **) LIAISON_BLOCK_AT (block, code) = g_ref_string_new ("XX-007");
  return block;
}

static LiaisonId
nation (Plan *plan, const char *code)
{
  LiaisonNationData *block = plan_begin (plan, &liaison_nation_kind);

  block->code = g_intern_string (code);
  return ADD (plan, nation, block);
}

static LiaisonMarking *
released_to (const char *one, const char *other)
{
  const char *const codes[] = { one, other };
  g_autoptr (LiaisonCodes) nations = liaison_codes_new (codes, other != NULL ? 2 : 1);

  return liaison_marking_new (g_intern_static_string ("EXERCISE-UNCLASSIFIED"), nations, NULL);
}

static LiaisonProductData *
product (Plan *plan, LiaisonProductStatus status)
{
  LiaisonProductData *block = plan_begin (plan, &liaison_product_kind);

  block->title = liaison_text_new ("en", "Map");
  block->status = status;
  block->originator = g_intern_static_string ("NO");
  block->marking = released_to ("FR", "PL");
  return block;
}

/* A step taken in the plan; FALSE, and nothing changed, where it is refused. */
static gboolean
take (Plan *plan,
      LiaisonId id,
      LiaisonProductStep step,
      const char *authority,
      const char *const *nations,
      guint n,
      guint copies,
      GError **error)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_cb, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Step");
  const LiaisonFlowDecision decision = {
    .authority = authority, .reason = "Because", .language = "en", .now = NOW
  };
  const LiaisonFlowRelease release = { .nations = nations,
                                       .n_nations = n,
                                       .medium = LIAISON_RELEASE_MEDIUM_PAPER,
                                       .copies = copies,
                                       .new_record = new_record,
                                       .data = plan };

  if (!liaison_product_flow_take (snapshot, liaison_snapshot_find (snapshot, id), step, &decision,
                                  &release, proposal, error))
    {
      g_assert_cmpuint (liaison_proposal_get_size (proposal), ==, 0);
      return FALSE;
    }
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  return TRUE;
}

static const LiaisonBlock *
get (Plan *plan, LiaisonId id)
{
  return liaison_record_get_block (liaison_document_find (plan->document, id));
}

/* Each state lets those steps through and no others. */
static void
test_order (void)
{
  static const guint allowed[] = {
    [LIAISON_PRODUCT_STATUS_UNSET] = 1 << LIAISON_PRODUCT_STEP_PROPOSE,
    [LIAISON_PRODUCT_STATUS_DRAFT] = 1 << LIAISON_PRODUCT_STEP_PROPOSE,
    [LIAISON_PRODUCT_STATUS_PROPOSED] =
        1 << LIAISON_PRODUCT_STEP_REVIEW | 1 << LIAISON_PRODUCT_STEP_RETURN,
    [LIAISON_PRODUCT_STATUS_REVIEWED] =
        1 << LIAISON_PRODUCT_STEP_APPROVE | 1 << LIAISON_PRODUCT_STEP_RETURN,
    [LIAISON_PRODUCT_STATUS_APPROVED] =
        1 << LIAISON_PRODUCT_STEP_RELEASE | 1 << LIAISON_PRODUCT_STEP_RETURN,
    [LIAISON_PRODUCT_STATUS_RELEASED] =
        1 << LIAISON_PRODUCT_STEP_RELEASE | 1 << LIAISON_PRODUCT_STEP_RECALL,
    [LIAISON_PRODUCT_STATUS_RECALLED] = 1 << LIAISON_PRODUCT_STEP_RETURN,
  };
  static const char *const fr[] = { "FR" };

  for (guint status = 0; status < G_N_ELEMENTS (allowed); status++)
    for (guint step = 0; step < LIAISON_PRODUCT_N_STEPS; step++)
      {
        g_autoptr (Plan) plan = plan_new ();
        g_autoptr (GError) error = NULL;
        LiaisonId id = ADD (plan, product, product (plan, status));
        gboolean may = (allowed[status] >> step) & 1;
        nation (plan, "FR");
        g_assert_cmpint (take (plan, id, step, "Order 1", fr, 1, 0, &error), ==, may);
        if (!may)
          g_assert_error (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_ORDER);
        else
          g_assert_cmpuint (
              liaison_items_get_size (LIAISON_DATA (Product, get (plan, id))->decisions), ==, 1);
      }
}

static void
test_authority (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId id = ADD (plan, product, product (plan, LIAISON_PRODUCT_STATUS_REVIEWED));
  g_autoptr (GError) error = NULL;

  g_assert_false (take (plan, id, LIAISON_PRODUCT_STEP_APPROVE, NULL, NULL, 0, 0, &error));
  g_assert_error (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_AUTHORITY);
  g_assert_true (take (plan, id, LIAISON_PRODUCT_STEP_APPROVE, "Order 1", NULL, 0, 0, NULL));
  const LiaisonBlock *decision =
      liaison_items_get (LIAISON_DATA (Product, get (plan, id))->decisions, 0);
  g_assert_cmpstr (LIAISON_DATA (ReleaseDecision, decision)->authority, ==, "Order 1");
  g_assert_cmpint (LIAISON_DATA (ReleaseDecision, decision)->status, ==,
                   LIAISON_PRODUCT_STATUS_APPROVED);
  g_assert_cmpint (LIAISON_DATA (ReleaseDecision, decision)->when.seconds, ==, NOW);
}

static guint
count_releases (Plan *plan, LiaisonReleaseStatus status)
{
  LiaisonTable *table = liaison_document_get_table (plan->document, LIAISON_KIND_RELEASE);
  guint n = 0;

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    n += LIAISON_DATA (Release, liaison_record_get_block (liaison_table_get (table, i)))->status
         == (int) status;
  return n;
}

/* Copies are numbered through, over nations and over releases; a recall takes back what is out. */
static void
test_release (void)
{
  static const char *const both[] = { "FR", "PL" }, *const fr[] = { "FR" };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId id = ADD (plan, product, product (plan, LIAISON_PRODUCT_STATUS_APPROVED));

  nation (plan, "FR");
  nation (plan, "PL");
  g_assert_true (take (plan, id, LIAISON_PRODUCT_STEP_RELEASE, "Order 1", both, 2, 3, NULL));
  g_autoptr (LiaisonSnapshot) first = liaison_document_get_snapshot (plan->document);
  g_assert_cmpint (liaison_release_count_copies (first, id), ==, 6);
  g_assert_cmpint (LIAISON_DATA (Product, get (plan, id))->status, ==,
                   LIAISON_PRODUCT_STATUS_RELEASED);
  g_assert_true (take (plan, id, LIAISON_PRODUCT_STEP_RELEASE, "Order 2", fr, 1, 1, NULL));
  g_autoptr (LiaisonSnapshot) second = liaison_document_get_snapshot (plan->document);
  g_assert_cmpint (liaison_release_count_copies (second, id), ==, 7);
  g_assert_cmpuint (count_releases (plan, LIAISON_RELEASE_STATUS_RELEASED), ==, 3);
  /* Two serials were given at once. */
  guint n;
  const LiaisonBlock *const *releases = liaison_snapshot_get (second, LIAISON_KIND_RELEASE, &n);
  g_assert_cmpstr (LIAISON_DATA (Release, releases[0])->serial, ==, "XX-007");
  g_assert_cmpstr (LIAISON_DATA (Release, releases[1])->serial, ==, "XX-008");
  g_assert_true (take (plan, id, LIAISON_PRODUCT_STEP_RECALL, "Order 3", NULL, 0, 0, NULL));
  g_assert_cmpuint (count_releases (plan, LIAISON_RELEASE_STATUS_RECALLED), ==, 3);
}

/* Not beyond its list, nor beyond that of what it is made from. */
static void
test_beyond (void)
{
  static const char *const de[] = { "DE" }, *const pl[] = { "PL" };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonProductData *source = product (plan, LIAISON_PRODUCT_STATUS_APPROVED), *made;
  g_autoptr (GError) error = NULL, other = NULL, nobody = NULL;

  nation (plan, "DE");
  nation (plan, "PL");
  g_clear_pointer (&source->marking, liaison_marking_unref);
  source->marking = released_to ("FR", NULL);
  LiaisonId source_id = ADD (plan, product, source);
  made = product (plan, LIAISON_PRODUCT_STATUS_APPROVED);
  made->sources = liaison_ids_new (&source_id, 1);
  LiaisonId id = ADD (plan, product, made);
  g_assert_false (take (plan, id, LIAISON_PRODUCT_STEP_RELEASE, "Order", de, 1, 1, &error));
  g_assert_error (error, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_NATION);
  g_assert_false (take (plan, id, LIAISON_PRODUCT_STEP_RELEASE, "Order", pl, 1, 1, &other));
  g_assert_error (other, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_NATION);
  g_assert_false (take (plan, id, LIAISON_PRODUCT_STEP_RELEASE, "Order", NULL, 0, 1, &nobody));
  g_assert_error (nobody, LIAISON_FLOW_ERROR, LIAISON_FLOW_ERROR_NATION);
}

static LiaisonReleaseState
state_of (Plan *plan, guint column)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonReleaseMatrix) matrix = liaison_release_matrix_new (snapshot, NOW);

  return liaison_release_matrix_get (matrix, 0, column);
}

static void
test_matrix (void)
{
  static const char *const fr[] = { "FR" };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId id = ADD (plan, product, product (plan, LIAISON_PRODUCT_STATUS_DRAFT));

  nation (plan, "FR");
  nation (plan, "DE");
  nation (plan, "NO");
  g_assert_cmpint (state_of (plan, 0), ==, LIAISON_RELEASE_STATE_WAITS);
  g_assert_cmpint (state_of (plan, 1), ==, LIAISON_RELEASE_STATE_MAY_NOT);
  g_assert_cmpint (state_of (plan, 2), ==, LIAISON_RELEASE_STATE_ORIGIN);
  take (plan, id, LIAISON_PRODUCT_STEP_PROPOSE, "A", NULL, 0, 0, NULL);
  take (plan, id, LIAISON_PRODUCT_STEP_REVIEW, "A", NULL, 0, 0, NULL);
  take (plan, id, LIAISON_PRODUCT_STEP_APPROVE, "A", NULL, 0, 0, NULL);
  g_assert_cmpint (state_of (plan, 0), ==, LIAISON_RELEASE_STATE_MAY);
  g_assert_true (take (plan, id, LIAISON_PRODUCT_STEP_RELEASE, "A", fr, 1, 0, NULL));
  g_assert_cmpint (state_of (plan, 0), ==, LIAISON_RELEASE_STATE_HAS);
  g_assert_true (take (plan, id, LIAISON_PRODUCT_STEP_RECALL, "A", NULL, 0, 0, NULL));
  g_assert_cmpint (state_of (plan, 0), ==, LIAISON_RELEASE_STATE_RECALLED);
}

static void
test_requests (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonInformationRequestData *request = plan_begin (plan, &liaison_information_request_kind);
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Step");
  const char *why = NULL;
  gint64 late;

  request->status = LIAISON_INFORMATION_REQUEST_STATUS_OPEN;
  plan_at (&request->needed_by, 48);
  plan_at (&request->of_value_until, 72);
  const LiaisonBlock *block = &request->block;
#define STATE(hours) liaison_request_get_state (&lookup, block, NOW + (hours) *PLAN_HOUR, &late)
  g_assert_cmpint (STATE (0), ==, LIAISON_REQUEST_STATE_OPEN);
  g_assert_cmpint (STATE (30), ==, LIAISON_REQUEST_STATE_DUE);
  g_assert_cmpint (STATE (50), ==, LIAISON_REQUEST_STATE_OVERDUE);
  g_assert_cmpint (late, ==, 2 * PLAN_HOUR);
  g_assert_cmpint (STATE (80), ==, LIAISON_REQUEST_STATE_USELESS);
  /* Not answered without an answer, not closed without having been answered. */
  g_assert_false (liaison_request_take (block, LIAISON_INFORMATION_REQUEST_STATUS_ANSWERED, NOW,
                                        NULL, proposal, &why));
  g_assert_nonnull (why);
  g_assert_false (liaison_request_take (block, LIAISON_INFORMATION_REQUEST_STATUS_CLOSED, NOW, NULL,
                                        proposal, &why));
  request->answer = liaison_text_new ("en", "Six metres.");
  g_assert_true (liaison_request_take (block, LIAISON_INFORMATION_REQUEST_STATUS_ANSWERED, NOW,
                                       NULL, proposal, &why));
  g_assert_cmpuint (liaison_proposal_get_size (proposal), ==, 2);
  request->status = LIAISON_INFORMATION_REQUEST_STATUS_ANSWERED;
  plan_at (&request->answered, 60);
  g_assert_cmpint (STATE (100), ==, LIAISON_REQUEST_STATE_ANSWERED);
  g_assert_cmpint (late, ==, 12 * PLAN_HOUR);
  ADD (plan, information_request, request);
}

/* No stage is entered without what it stands for; going back always is. */
static void
test_lessons (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonObservationData *data = plan_begin (plan, &liaison_observation_kind);
  const LiaisonBlock *block = &data->block;
  const char *why;

  data->stage = LIAISON_LESSON_STAGE_OBSERVATION;
  g_assert_true (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_ANALYSIS, &why));
  g_assert_false (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_LESSON_IDENTIFIED, &why));
  data->recommendation = liaison_text_new ("en", "Do it sooner");
  g_assert_true (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_LESSON_IDENTIFIED, &why));
  g_assert_false (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_ACTION, &why));
  data->action_body_name = liaison_text_new ("en", "The school");
  g_assert_false (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_ACTION, &why));
  data->due = 20000;
  g_assert_true (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_ACTION, &why));
  g_assert_false (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_LESSON_LEARNED, &why));
  data->validation = liaison_text_new ("en", "Seen at the next one");
  g_assert_true (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_LESSON_LEARNED, &why));
  data->stage = LIAISON_LESSON_STAGE_ACTION;
  g_assert_true (liaison_lesson_is_late (block, 20001));
  g_assert_false (liaison_lesson_is_late (block, 20000));
  g_clear_pointer (&data->validation, liaison_text_unref);
  g_assert_true (liaison_lesson_may_enter (block, LIAISON_LESSON_STAGE_OBSERVATION, &why));
  g_assert_cmpint (liaison_lesson_get_next (LIAISON_LESSON_STAGE_UNSET), ==,
                   LIAISON_LESSON_STAGE_ANALYSIS);
  g_assert_cmpint (liaison_lesson_get_next (LIAISON_LESSON_STAGE_LESSON_LEARNED), ==,
                   LIAISON_LESSON_STAGE_UNSET);
  g_assert_cmpint (liaison_lesson_get_previous (LIAISON_LESSON_STAGE_OBSERVATION), ==,
                   LIAISON_LESSON_STAGE_UNSET);
  ADD (plan, observation, data);
}

static LiaisonId
observation (Plan *plan, const char *serial, LiaisonLessonStage stage, LiaisonId body)
{
  LiaisonObservationData *data = plan_begin (plan, &liaison_observation_kind);

  data->serial = g_ref_string_new (serial);
  data->title = liaison_text_new ("en", "Nobody knew");
  data->recommendation = liaison_text_new ("en", "Tell everybody");
  data->stage = stage;
  data->action_body = body;
  return ADD (plan, observation, data);
}

static void
test_carry (void)
{
  g_autoptr (Plan) old = plan_new (), new = plan_new ();
  LiaisonParticipantData *body = plan_begin (old, &liaison_participant_kind);

  body->name = liaison_text_new ("en", "Signals school");
  LiaisonId body_id = ADD (old, participant, body);
  observation (old, "OB-003", LIAISON_LESSON_STAGE_ACTION, body_id);
  observation (old, "OB-001", LIAISON_LESSON_STAGE_LESSON_IDENTIFIED, body_id);
  observation (old, "OB-002", LIAISON_LESSON_STAGE_LESSON_LEARNED, body_id);
  observation (old, "OB-004", LIAISON_LESSON_STAGE_OBSERVATION, body_id);
  new->made = 1000;
  g_autoptr (LiaisonSnapshot) from = liaison_document_get_snapshot (old->document);
  g_autoptr (LiaisonSnapshot) into = liaison_document_get_snapshot (new->document);
  g_autoptr (GPtrArray) list = liaison_carry_list (from);
  g_assert_cmpuint (list->len, ==, 2);
  g_assert_cmpstr (LIAISON_DATA (Observation, list->pdata[0])->serial, ==, "OB-001");
  g_assert_false (liaison_carry_is_there (from, into, list->pdata[0]));

  g_autoptr (LiaisonEditor) editor = liaison_editor_new (new->document, now_cb, NULL);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("Carry");
  liaison_carry_propose (from, into, (const LiaisonBlock *const *) list->pdata, list->len, "en",
                         new_record, new, proposal);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  g_autoptr (LiaisonSnapshot) after = liaison_document_get_snapshot (new->document);
  guint n;
  const LiaisonBlock *const *objectives = liaison_snapshot_get (after, LIAISON_KIND_OBJECTIVE, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpstr (liaison_block_get_title (objectives[0], "en"), ==, "Tell everybody");
  const LiaisonBlock *const *carried = liaison_snapshot_get (after, LIAISON_KIND_OBSERVATION, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_true (
      liaison_ids_contains (LIAISON_DATA (Objective, objectives[0])->lessons, carried[0]->id));
  /* Nothing of it refers to the other plan; of the body the name is kept. */
  for (guint i = 0; i < n; i++)
    {
      g_assert_true (liaison_id_is_zero (LIAISON_DATA (Observation, carried[i])->action_body));
      g_assert_cmpstr (
          liaison_text_pick (LIAISON_DATA (Observation, carried[i])->action_body_name, "en", NULL),
          ==, "Signals school");
      g_assert_true (liaison_carry_is_there (from, after, list->pdata[i]));
    }
  g_assert_true (liaison_editor_undo (editor, NULL));
  g_autoptr (LiaisonSnapshot) back = liaison_document_get_snapshot (new->document);
  liaison_snapshot_get (back, LIAISON_KIND_OBJECTIVE, &n);
  g_assert_cmpuint (n, ==, 0);
}

/* All that are on the shelf can be read, in each of their languages, and have sources. */
static void
test_shelf (void)
{
  guint n;
  const LiaisonCase *const *cases = liaison_case_shelf_get (&n);

  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < n; i++)
    {
      g_assert_cmpuint (cases[i]->sources->len, >=, 3);
      g_assert_cmpuint (cases[i]->lessons->len, >=, 3);
      g_assert_nonnull (liaison_text_lookup (cases[i]->title, g_intern_static_string ("en")));
      g_assert_nonnull (liaison_text_lookup (cases[i]->liaison, g_intern_static_string ("fr")));
      g_assert_true (liaison_case_shelf_find (cases[i]->key) == cases[i]);
    }
  g_assert_null (liaison_case_shelf_find ("nowhere"));
}

static void
test_bad_cases (void)
{
#define REST "\"title\":{\"en\":\"a\"},\"setting\":{\"en\":\"a\"},\"liaison\":{\"en\":\"a\"},"
  static const struct
  {
    const char *json;
    LiaisonCaseError code;
  } bad[] = {
    { "", LIAISON_CASE_ERROR_SYNTAX },
    { "[]", LIAISON_CASE_ERROR_SYNTAX },
    { "{", LIAISON_CASE_ERROR_SYNTAX },
    { "{}", LIAISON_CASE_ERROR_MEMBER },
    { "{\"key\":\"a\",\"period\":7}", LIAISON_CASE_ERROR_MEMBER },
    { "{\"key\":\"a\",\"period\":\"1\",\"title\":\"t\"}", LIAISON_CASE_ERROR_MEMBER },
    { "{\"key\":\"a\",\"period\":\"1\",\"title\":{}}", LIAISON_CASE_ERROR_MEMBER },
    { "{\"key\":\"a\",\"period\":\"1\",\"title\":{\"?!\":\"t\"}}", LIAISON_CASE_ERROR_MEMBER },
    { "{\"key\":\"a\",\"period\":\"1\"," REST "\"lessons\":[],\"sources\":[]}",
      LIAISON_CASE_ERROR_MEMBER },
    { "{\"key\":\"a\",\"period\":\"1\"," REST "\"lessons\":[3],\"sources\":[\"s\"]}",
      LIAISON_CASE_ERROR_MEMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_null (liaison_case_read (bad[i].json, strlen (bad[i].json), &error));
      g_assert_error (error, LIAISON_CASE_ERROR, (int) bad[i].code);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inform/product/order", test_order);
  g_test_add_func ("/inform/product/authority", test_authority);
  g_test_add_func ("/inform/product/release", test_release);
  g_test_add_func ("/inform/product/beyond", test_beyond);
  g_test_add_func ("/inform/product/matrix", test_matrix);
  g_test_add_func ("/inform/requests", test_requests);
  g_test_add_func ("/inform/lessons", test_lessons);
  g_test_add_func ("/inform/carry", test_carry);
  g_test_add_func ("/inform/shelf", test_shelf);
  g_test_add_func ("/inform/bad-cases", test_bad_cases);
  return g_test_run ();
}
