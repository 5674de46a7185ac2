/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stage sets, back-planning from them, and what of a process is late or no longer fits STARTEX. */
#include "config.h"

#include "edit/editor.h"
#include "plan.h"
#include "schedule/back-plan.h"

#define DAY 86400
/* 2027-01-15, a Friday. */
#define STARTEX_DAY (PLAN_STARTEX / DAY)

static gint64
now_ms (gpointer data)
{
  return *(gint64 *) data;
}

static LiaisonBackPlan *
back_plan (Plan *plan, const char *name, const LiaisonWorkingDays *days, gint64 now)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonStageSet) set = liaison_stage_set_find (name);

  g_assert_nonnull (set);
  return liaison_back_plan_new (snapshot, set, days, now * 1000);
}

static void
apply (Plan *plan, const char *name, gint64 now)
{
  gint64 ms = now * 1000;
  g_autoptr (LiaisonBackPlan) planned = back_plan (plan, name, NULL, now);
  g_autoptr (LiaisonProposal) proposal = liaison_back_plan_propose (planned);
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_ms, &ms);
  g_autoptr (GError) error = NULL;

  liaison_editor_commit (editor, proposal, &error);
  g_assert_no_error (error);
}

static LiaisonProcess *
look (Plan *plan, gint64 now)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  return liaison_process_new (snapshot, now);
}

static guint
count_lines (const LiaisonBackPlan *plan, LiaisonBackPlanFate fate)
{
  guint n = 0;

  for (guint i = 0; i < plan->lines->len; i++)
    n += g_array_index (plan->lines, LiaisonBackPlanLine, i).fate == fate;
  return n;
}

static void
test_sets (void)
{
  g_autoptr (GPtrArray) sets = liaison_stage_set_list ();

  g_assert_cmpuint (sets->len, ==, 4);
  for (guint i = 0; i < sets->len; i++)
    {
      const LiaisonStageSet *set = sets->pdata[i];
      guint products = 0, conferences = 0;

      g_assert_nonnull (liaison_text_lookup (set->title, "fr"));
      g_assert_cmpstr (set->source, !=, "");
      g_assert_cmpuint (set->stages->len, >=, 3);
      for (guint j = 0; j < set->stages->len; j++)
        {
          const LiaisonStageSetStage *stage = set->stages->pdata[j];
          g_assert_nonnull (liaison_text_lookup (stage->title, "fr"));
          products += stage->products->len;
          conferences += stage->conferences->len;
        }
      g_assert_cmpuint (products, >=, 4);
      g_assert_cmpuint (conferences, >=, 3);
    }
  g_assert_null (liaison_stage_set_find ("none"));
}

#define HEAD                                                                                       \
  "{\"format\":\"liaison-stage-set\",\"name\":\"x\",\"title\":{\"en\":\"X\"},\"summary\":{\"en\":" \
  "\"X\"},\"source\":\"own\",\"stages\":"
#define STAGE(more) "{\"code\":\"1\",\"title\":{\"en\":\"A\"},\"phase\":\"planning\"," more "}"
#define REST        ",\"conferences\":[],\"products\":[]"

static void
test_refusals (void)
{
  static const struct
  {
    const char *json, *message;
    LiaisonStageSetError code;
  } cases[] = {
    { "", "no JSON: the file is empty", LIAISON_STAGE_SET_ERROR_JSON },
    { "[]", "expected an object", LIAISON_STAGE_SET_ERROR_JSON },
    { "{\"format\":1}", "format: expected a text of at most 2000 bytes",
      LIAISON_STAGE_SET_ERROR_MEMBER },
    { "{\"frobnicate\":1}", "frobnicate: no such member", LIAISON_STAGE_SET_ERROR_MEMBER },
    { HEAD "[]}", "stages: expected 1 to 60 stages", LIAISON_STAGE_SET_ERROR_SIZE },
    { HEAD "[3]}", "stages[0]: expected an object", LIAISON_STAGE_SET_ERROR_MEMBER },
    { HEAD "[" STAGE ("\"start\":\"STARTEX-1.5w\",\"end\":\"STARTEX\"" REST) "]}",
      "stages[0].start: expected a time such as STARTEX-24w", LIAISON_STAGE_SET_ERROR_TIME },
    { HEAD "[" STAGE ("\"start\":\"STARTEX-999w\",\"end\":\"STARTEX\"" REST) "]}",
      "stages[0].start: expected a time such as STARTEX-24w", LIAISON_STAGE_SET_ERROR_TIME },
    { HEAD "[" STAGE ("\"start\":\"STARTEX-2w\",\"end\":\"STARTEX-2w\"" REST) "]}",
      "stages[0].end: expected a time after the start", LIAISON_STAGE_SET_ERROR_TIME },
    { HEAD "[" STAGE ("\"start\":\"STARTEX-2w\",\"end\":\"STARTEX\",\"conferences\":[{\"type\":"
                      "\"tea\"}],\"products\":[]") "]}",
      "stages[0].conferences[0].type: not one of the choices", LIAISON_STAGE_SET_ERROR_MEMBER },
    { HEAD
      "[" STAGE ("\"start\":\"STARTEX-2w\",\"end\":\"STARTEX\",\"conferences\":[{\"type\":\"main\","
                 "\"at\":\"STARTEX\",\"days\":0,\"title\":{\"en\":\"M\"}}],\"products\":[]") "]}",
      "stages[0].conferences[0].days: the number is too small or too large",
      LIAISON_STAGE_SET_ERROR_MEMBER },
    { HEAD
      "[" STAGE ("\"start\":\"STARTEX-2w\",\"end\":\"STARTEX\",\"conferences\":[],\"products\":[{"
                 "\"title\":{\"en\":\"P\"},\"due\":\"STARTEX\",\"for\":\"main\"}]") "]}",
      "stages[0].products[0].for: the stage holds no such conference",
      LIAISON_STAGE_SET_ERROR_MEMBER },
    { HEAD "[" STAGE ("\"start\":\"STARTEX-2w\",\"end\":\"STARTEX\",\"conferences\":[],"
                      "\"products\":[{\"title\":{\"fr\":\"P\"},\"due\":\"STARTEX\"}]") "]}",
      "stages[0].products[0].title: there is no English text", LIAISON_STAGE_SET_ERROR_MEMBER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (cases[i].json, strlen (cases[i].json));
      g_autoptr (GError) error = NULL;
      g_autoptr (LiaisonStageSet) set = liaison_stage_set_read (bytes, &error);

      g_assert_null (set);
      g_assert_error (error, LIAISON_STAGE_SET_ERROR, (int) cases[i].code);
      g_assert_cmpstr (error->message, ==, cases[i].message);
    }
}

static void
test_back_plan (void)
{
  g_autoptr (Plan) plan = plan_new ();
  gint64 now = PLAN_STARTEX - 100 * 7 * DAY;
  g_autoptr (LiaisonProcess) process = NULL;
  const LiaisonProcessStage *stage;
  const LiaisonProcessConference *conference;

  apply (plan, "small", now);
  process = look (plan, now);
  g_assert_cmpuint (process->stages->len, ==, 3);
  g_assert_cmpuint (process->others->len, ==, 0);

  /* Ten weeks before a Friday; the stage ends on the day before STARTEX. */
  stage = process->stages->pdata[0];
  g_assert_cmpint (stage->start, ==, STARTEX_DAY - 70);
  g_assert_cmpint (stage->end, ==, STARTEX_DAY - 1);
  g_assert_cmpint (stage->state, ==, LIAISON_PROCESS_UPCOMING);
  g_assert_cmpuint (stage->conferences->len, ==, 2);
  g_assert_cmpuint (stage->products->len, ==, 3);
  conference = &g_array_index (stage->conferences, LiaisonProcessConference, 0);
  g_assert_cmpint (conference->start, ==, (STARTEX_DAY - 63) * DAY + 9 * PLAN_HOUR);
  g_assert_cmpint (conference->end - conference->start, ==, 8 * PLAN_HOUR);

  /* The scenario is due a week before the meeting that needs it. */
  g_assert_cmpint (g_array_index (stage->products, LiaisonProcessProduct, 1).due, ==,
                   STARTEX_DAY - 21);
  g_assert_nonnull (g_array_index (stage->products, LiaisonProcessProduct, 1).event);

  /* The conduct is the exercise itself, which ends after 100 hours, on a Tuesday. */
  stage = process->stages->pdata[1];
  g_assert_cmpint (stage->start, ==, STARTEX_DAY);
  g_assert_cmpint (stage->end, ==, STARTEX_DAY + 4);
}

static gboolean
is_monday_to_thursday (gint32 day, gpointer data)
{
  return ((day + 3) % 7 + 7) % 7 < 4;
}

static void
test_working_days (void)
{
  const LiaisonWorkingDays days = { is_monday_to_thursday, NULL };
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonBackPlan) planned =
      back_plan (plan, "specification-planning-conduct-analysis", &days, 0);
  guint shifted = 0;

  /* STARTEX is a Friday: all that counts from it goes to Thursday or, with several days, earlier.
   */
  for (guint i = 0; i < planned->lines->len; i++)
    {
      const LiaisonBackPlanLine *line = &g_array_index (planned->lines, LiaisonBackPlanLine, i);
      if (line->kind == LIAISON_BACK_PLAN_STAGE)
        continue;
      for (gint32 day = line->from; day <= line->to; day++)
        g_assert_true (is_monday_to_thursday (day, NULL));
      shifted += line->shifted != 0;
    }
  g_assert_cmpuint (shifted, >, 10);
  g_assert_cmpint (liaison_working_days_fit (NULL, 4 - 2, 1), ==, 1); /* Saturday 3 January 1970 */
  g_assert_cmpint (liaison_working_days_fit (NULL, 3, 1), ==, 4);     /* Sunday: Monday is nearer */
  g_assert_cmpint (liaison_working_days_fit (NULL, 0, 5), ==, -3);    /* a whole week from Monday */
  g_assert_cmpint (liaison_working_days_before (NULL, 3), ==, 1);
}

static void
test_apply_twice (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonBackPlan) again = NULL;

  apply (plan, "small", 0);
  again = back_plan (plan, "small", NULL, 0);
  g_assert_cmpuint (again->blocks->len, ==, 0);
  g_assert_cmpuint (again->ties->len, ==, 0);
  g_assert_cmpuint (count_lines (again, LIAISON_BACK_PLAN_NEW), ==, 0);
  g_assert_cmpuint (count_lines (again, LIAISON_BACK_PLAN_KEPT), ==, 6);
}

/* A conference that is there is not made again, but gets the stage. */
static void
test_tie (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_event (plan, -1500, 4);
  LiaisonId id = event->block.id;
  g_autoptr (LiaisonProcess) process = NULL;
  const LiaisonProcessStage *stage;

  event->type = LIAISON_EVENT_TYPE_CONFERENCE;
  event->conference = LIAISON_CONFERENCE_TYPE_INITIAL;
  plan_add (plan, &liaison_event_kind, event);
  process = look (plan, 0);
  g_assert_cmpuint (process->others->len, ==, 1);
  liaison_process_free (g_steal_pointer (&process));

  apply (plan, "small", 0);
  process = look (plan, 0);
  stage = process->stages->pdata[0];
  g_assert_cmpuint (process->others->len, ==, 0);
  g_assert_cmpuint (stage->conferences->len, ==, 2);
  g_assert_true (liaison_id_same (
      g_array_index (stage->conferences, LiaisonProcessConference, 0).event->id, id));
}

static void
test_no_startex (void)
{
  g_autoptr (LiaisonDocument) document = liaison_document_new (plan_id (1));
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_autoptr (LiaisonStageSet) set = liaison_stage_set_find ("small");

  g_assert_null (liaison_back_plan_new (snapshot, set, NULL, 0));
}

static void
test_late (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonProcess) process = NULL;
  const LiaisonProcessStage *stage;
  const LiaisonProcessProduct *product;

  apply (plan, "small", PLAN_STARTEX - 200 * DAY);
  /* 20 days before STARTEX: the scenario was due yesterday, the invitation long ago. */
  process = look (plan, PLAN_STARTEX - 20 * DAY);
  stage = process->stages->pdata[0];
  g_assert_cmpint (stage->state, ==, LIAISON_PROCESS_RUNNING);
  g_assert_cmpuint (stage->n_products_late, ==, 2);
  product = &g_array_index (stage->products, LiaisonProcessProduct, 1);
  g_assert_cmpint (product->state, ==, LIAISON_PROCESS_LATE);
  g_assert_cmpint (product->late, ==, 1);
  g_assert_cmpint (g_array_index (stage->conferences, LiaisonProcessConference, 0).state, ==,
                   LIAISON_PROCESS_LATE);
  g_assert_cmpint (g_array_index (stage->conferences, LiaisonProcessConference, 1).state, ==,
                   LIAISON_PROCESS_UPCOMING);
  liaison_process_free (g_steal_pointer (&process));

  process = look (plan, PLAN_STARTEX + 2 * DAY);
  stage = process->stages->pdata[0];
  g_assert_cmpint (stage->state, ==, LIAISON_PROCESS_LATE);
  g_assert_cmpint (stage->late, ==, 3);
}

static void
set_startex (Plan *plan, gint64 seconds)
{
  gint64 ms = 0;
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_ms, &ms);
  const LiaisonBlock *exercise =
      liaison_record_get_block (liaison_document_get_exercise (plan->document));
  LiaisonProposal *proposal = liaison_proposal_new ("x");
  LiaisonInstant instant;

  liaison_instant_from_unix (seconds, NULL, &instant);
  liaison_proposal_set_field (proposal, exercise, LIAISON_FIELD (Exercise, startex), &instant);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_proposal_free (proposal);
}

static void
add_fixed_stage (Plan *plan, LiaisonId *stage_id, LiaisonId *conference)
{
  LiaisonStageData *stage = plan_begin (plan, &liaison_stage_kind);
  LiaisonStageProductData *product =
      (gpointer) liaison_block_new (&liaison_stage_product_shape, plan_id (++plan->made));
  LiaisonBlock *block = &product->block;
  LiaisonEventData *event;

  *stage_id = stage->block.id;
  stage->lead_weeks = 10;
  stage->end_lead_weeks = 0;
  plan_at (&stage->start, -70 * 24);
  plan_at (&stage->end, -24);
  product->due = STARTEX_DAY - 14;
  product->lead_weeks = 2;
  product->completed = LIAISON_DATE_UNSET;
  stage->products = liaison_items_new_take (&block, 1);
  plan_add (plan, &liaison_stage_kind, stage);
  event = plan_event (plan, -28 * 24, 8);
  event->type = LIAISON_EVENT_TYPE_CONFERENCE;
  event->stage = *stage_id;
  *conference = plan_add (plan, &liaison_event_kind, event);
  event = plan_event (plan, -29 * 24, 8);
  event->type = LIAISON_EVENT_TYPE_CONFERENCE;
  event->stage = *stage_id;
  event->locked = TRUE;
  plan_add (plan, &liaison_event_kind, event);
}

static void
test_replan (void)
{
  g_autoptr (Plan) plan = plan_new ();
  gint64 ms = 0;
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, now_ms, &ms);
  g_autoptr (LiaisonProcess) process = NULL;
  g_autoptr (GArray) moves = NULL;
  g_autoptr (LiaisonProposal) proposal = NULL;
  const LiaisonProcessStage *stage;
  LiaisonId stage_id, conference;

  add_fixed_stage (plan, &stage_id, &conference);
  process = look (plan, 0);
  moves = liaison_process_find_moves (process, NULL);
  g_assert_cmpuint (moves->len, ==, 0);
  g_clear_pointer (&moves, g_array_unref);
  liaison_process_free (g_steal_pointer (&process));

  /* Three weeks later all that can goes three weeks later. */
  set_startex (plan, PLAN_STARTEX + 21 * DAY);
  process = look (plan, 0);
  moves = liaison_process_find_moves (process, NULL);
  g_assert_cmpuint (moves->len, ==, 5);
  for (guint i = 0; i < moves->len; i++)
    {
      const LiaisonProcessMove *move = &g_array_index (moves, LiaisonProcessMove, i);
      gboolean locked = move->kind == LIAISON_PROCESS_MOVE_CONFERENCE
                        && !liaison_id_same (move->record, conference);
      g_assert_cmpint (move->to - move->from, ==, 21);
      g_assert_cmpint (move->hold, ==, locked ? LIAISON_PROCESS_LOCKED : LIAISON_PROCESS_FREE);
    }
  proposal = liaison_process_propose_moves (process, (gpointer) moves->data, moves->len);
  g_assert_cmpuint (liaison_proposal_get_size (proposal), ==, 4);
  g_assert_true (liaison_editor_commit (editor, proposal, NULL));
  liaison_process_free (g_steal_pointer (&process));

  process = look (plan, 0);
  stage = process->stages->pdata[0];
  g_assert_cmpint (stage->start, ==, STARTEX_DAY - 70 + 21);
  g_assert_cmpint (g_array_index (stage->products, LiaisonProcessProduct, 0).due, ==,
                   STARTEX_DAY + 7);
  g_assert_cmpint (g_array_index (stage->conferences, LiaisonProcessConference, 1).start, ==,
                   PLAN_STARTEX - 7 * DAY);
  g_assert_true (liaison_editor_undo (editor, NULL));
}

/* What a set made hangs on STARTEX: only the due dates have to follow. */
static void
test_replan_anchored (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonProcess) process = NULL;
  g_autoptr (GArray) moves = NULL;

  apply (plan, "small", 0);
  set_startex (plan, PLAN_STARTEX - 14 * DAY);
  process = look (plan, 0);
  moves = liaison_process_find_moves (process, NULL);
  g_assert_cmpuint (moves->len, >=, 3);
  for (guint i = 0; i < moves->len; i++)
    g_assert_cmpint (g_array_index (moves, LiaisonProcessMove, i).kind, ==,
                     LIAISON_PROCESS_MOVE_PRODUCT);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/stage-set/ours", test_sets);
  g_test_add_func ("/schedule/stage-set/refusals", test_refusals);
  g_test_add_func ("/schedule/back-plan/counts-back", test_back_plan);
  g_test_add_func ("/schedule/back-plan/working-days", test_working_days);
  g_test_add_func ("/schedule/back-plan/twice-adds-nothing", test_apply_twice);
  g_test_add_func ("/schedule/back-plan/ties-what-is-there", test_tie);
  g_test_add_func ("/schedule/back-plan/no-startex", test_no_startex);
  g_test_add_func ("/schedule/process/late", test_late);
  g_test_add_func ("/schedule/process/replan", test_replan);
  g_test_add_func ("/schedule/process/replan-anchored", test_replan_anchored);
  return g_test_run ();
}
