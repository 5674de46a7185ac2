/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Cards, the order of flags and rooms. */
#include "config.h"

#include "../schedule/plan.h"

#include "brief/approval.h"
#include "brief/card.h"
#include "brief/flags.h"
#include "brief/room.h"
#include "edit/editor.h"

#include <string.h>

static LiaisonStatementData *
begin_statement (Plan *plan, LiaisonBriefingTopic topic, const char *language, const char *text)
{
  LiaisonStatementData *data =
      (gpointer) liaison_block_new (&liaison_statement_shape, plan_id (++plan->made));

  data->topic = topic;
  data->text = text != NULL ? liaison_text_new (language, text) : NULL;
  return data;
}

static LiaisonBriefingData *
begin_briefing (Plan *plan, const char *nation, LiaisonStatementData **statements, guint n)
{
  LiaisonBriefingData *data = plan_begin (plan, &liaison_briefing_kind);

  data->nation = g_intern_string (nation);
  data->statements = liaison_items_new_take ((LiaisonBlock **) statements, n);
  return data;
}

static void
test_card (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonStatementData *statements[] = {
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_DRESS, "en", "Dress."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_GREETING, "fr", "Bonjour."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_GREETING, "en", "Hello."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_UNSET, "en", "Anything."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_GIFTS, "en", "Refused."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_LAW, NULL, NULL),
  };
  g_autoptr (LiaisonBlock) block = NULL;
  g_autoptr (LiaisonCard) card = NULL;
  g_autoptr (LiaisonCard) all = NULL;
  g_autoptr (LiaisonCard) approved = NULL;

  statements[0]->source = g_ref_string_new ("A");
  statements[1]->source = g_ref_string_new ("B");
  statements[2]->source = g_ref_string_new ("A");
  statements[2]->status = LIAISON_STATEMENT_STATUS_APPROVED;
  statements[4]->status = LIAISON_STATEMENT_STATUS_REFUSED;
  block = &begin_briefing (plan, "NO", statements, G_N_ELEMENTS (statements))->block;

  card = liaison_card_new (block, "en", LIAISON_CARD_DEFAULT);
  g_assert_cmpuint (card->sections->len, ==, 3);
  g_assert_cmpint (g_array_index (card->sections, LiaisonCardSection, 0).topic, ==,
                   LIAISON_BRIEFING_TOPIC_GREETING);
  g_assert_cmpuint (g_array_index (card->sections, LiaisonCardSection, 0).n, ==, 2);
  /* What has no topic comes last. */
  g_assert_cmpint (g_array_index (card->sections, LiaisonCardSection, 2).topic, ==, 0);
  /* Sources are numbered in the order they are met; what is the same is one. */
  g_assert_cmpuint (card->sources->len, ==, 2);
  g_assert_cmpuint (g_array_index (card->lines, LiaisonCardLine, 0).source, ==, 1);
  g_assert_cmpuint (g_array_index (card->lines, LiaisonCardLine, 1).source, ==, 2);
  g_assert_cmpuint (g_array_index (card->lines, LiaisonCardLine, 2).source, ==, 2);
  g_assert_cmpuint (g_array_index (card->lines, LiaisonCardLine, 3).source, ==, 0);
  g_assert_false (g_array_index (card->lines, LiaisonCardLine, 0).translated);
  g_assert_cmpuint (card->n_untranslated, ==, 1);
  g_assert_cmpuint (card->n_texts, ==, 4);
  g_assert_cmpuint (card->n_approved, ==, 1);
  g_assert_cmpuint (card->n_refused, ==, 1);

  all = liaison_card_new (block, "fr-CA", LIAISON_CARD_WITH_REFUSED);
  g_assert_cmpuint (all->lines->len, ==, 6);
  g_assert_true (g_array_index (all->lines, LiaisonCardLine, 0).translated);
  approved = liaison_card_new (block, "en", LIAISON_CARD_ONLY_APPROVED);
  g_assert_cmpuint (approved->lines->len, ==, 1);
  g_assert_cmpstr (g_array_index (approved->lines, LiaisonCardLine, 0).text, ==, "Hello.");
}

static void
test_marks (void)
{
  g_autofree char *one = liaison_card_format_mark (1);
  g_autofree char *many = liaison_card_format_mark (207);

  g_assert_cmpstr (one, ==, "¹");
  g_assert_cmpstr (many, ==, "²⁰⁷");
  g_assert_cmpuint (liaison_rank_get_place ("OF-10"), <, liaison_rank_get_place ("OF-9"));
  g_assert_cmpuint (liaison_rank_get_place ("of-1"), <, liaison_rank_get_place ("OR-9"));
  g_assert_cmpuint (liaison_rank_get_place ("OR-1"), <, liaison_rank_get_place ("GENERAL"));
  g_assert_cmpuint (liaison_rank_get_place (NULL), ==, liaison_rank_get_place (""));
  /* Each code once, in groups that have all of them, with where they are from. */
  for (guint i = 0; liaison_ranks_list_codes ()[i] != NULL; i++)
    g_assert_cmpuint (liaison_rank_get_place (liaison_ranks_list_codes ()[i]), ==, i);
  for (guint i = 0, first = 0; i <= liaison_ranks_get ()->groups->len; i++)
    {
      const LiaisonRankGroup *group =
          i < liaison_ranks_get ()->groups->len
              ? &g_array_index (liaison_ranks_get ()->groups, LiaisonRankGroup, i)
              : NULL;

      g_assert_cmpuint (first, ==,
                        group != NULL ? group->first : liaison_ranks_get ()->codes->len - 1);
      g_assert_true (group == NULL || liaison_text_lookup (group->title, "en") != NULL);
      first += group != NULL ? group->n : 0;
    }
  g_assert_nonnull (liaison_ranks_get ()->source);
  g_assert_cmpint (liaison_ranks_get ()->checked, >, 20000);
}

static void
add_nation (Plan *plan, const char *code, int status, const char *ceremony)
{
  LiaisonNationData *data = plan_begin (plan, &liaison_nation_kind);

  data->code = g_intern_string (code);
  data->status = status;
  if (ceremony != NULL)
    data->ceremony_name = liaison_text_new ("en", ceremony);
  plan_add (plan, &liaison_nation_kind, data);
}

static char *
order_flags (LiaisonSnapshot *snapshot, LiaisonFlagOrder rule, const char *language, guint turn)
{
  g_autoptr (LiaisonFlags) flags = liaison_flags_new (snapshot, rule, language, turn);
  GString *codes = g_string_new (NULL);

  for (guint i = 0; i < flags->places->len; i++)
    g_string_append_printf (
        codes, "%s%s",
        i == flags->n_nations ? " | "
        : i > 0               ? " "
                              : "",
        LIAISON_DATA (Nation, ((LiaisonFlagPlace *) flags->places->pdata[i])->nation)->code);
  return g_string_free (codes, FALSE);
}

static void
test_flags (void)
{
  static const struct
  {
    LiaisonFlagOrder rule;
    const char *language;
    guint turn;
    const char *expected;
  } cases[] = {
    /* Germany, Japan, Norway, Poland, Spain */
    { LIAISON_FLAG_ORDER_ALPHABET, "en", 0, "DE JP NO PL ES | NATO UN" },
    /* Allemagne, Espagne, Japon, Norvège, Pologne; Nations Unies stand before the plan's own "NATO"
     */
    { LIAISON_FLAG_ORDER_ALPHABET, "fr", 0, "DE ES JP NO PL | UN NATO" },
    { LIAISON_FLAG_ORDER_HOST_FIRST, "en", 0, "NO DE JP PL ES | NATO UN" },
    { LIAISON_FLAG_ORDER_HOST_LAST, "en", 0, "DE JP PL ES NO | NATO UN" },
    { LIAISON_FLAG_ORDER_ROTATION, "en", 0, "DE JP NO PL ES | NATO UN" },
    { LIAISON_FLAG_ORDER_ROTATION, "en", 2, "NO PL ES DE JP | NATO UN" },
    { LIAISON_FLAG_ORDER_ROTATION, "en", 7, "NO PL ES DE JP | NATO UN" },
    { LIAISON_FLAG_ORDER_UNSET, NULL, 3, "NO DE JP PL ES | NATO UN" },
  };
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonSnapshot) hosted = NULL;
  g_autoptr (LiaisonBlock) exercise = NULL;

  add_nation (plan, "NO", 0, NULL);
  add_nation (plan, "ES", 0, NULL);
  add_nation (plan, "PL", 0, NULL);
  add_nation (plan, "UN", 0, NULL);
  add_nation (plan, "JP", 0, NULL);
  add_nation (plan, "DE", 0, NULL);
  add_nation (plan, "NATO", 0, "NATO");
  add_nation (plan, "FR", LIAISON_NATION_STATUS_DECLINED, NULL);
  add_nation (plan, "CA", LIAISON_NATION_STATUS_WITHDRAWN, NULL);
  snapshot = liaison_document_get_snapshot (plan->document);
  exercise = liaison_block_copy (liaison_snapshot_get_exercise (snapshot));
  ((LiaisonExerciseData *) exercise)->host = g_intern_string ("NO");
  hosted = liaison_snapshot_with_blocks (snapshot, (const LiaisonBlock *const *) &exercise, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *codes =
          order_flags (hosted, cases[i].rule, cases[i].language, cases[i].turn);
      g_assert_cmpstr (codes, ==, cases[i].expected);
    }
}

/* A name for ceremonies goes before what the language calls a nation. */
static void
test_ceremony_name (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autofree char *codes = NULL;

  add_nation (plan, "NO", 0, "Kingdom of Norway");
  add_nation (plan, "LV", 0, NULL);
  add_nation (plan, "JP", 0, NULL);
  snapshot = liaison_document_get_snapshot (plan->document);
  codes = order_flags (snapshot, LIAISON_FLAG_ORDER_ALPHABET, "en", 0);
  g_assert_cmpstr (codes, ==, "JP NO LV");
}

static LiaisonId
add_person (Plan *plan, const char *nation, const char *rank)
{
  LiaisonParticipantData *data = plan_begin (plan, &liaison_participant_kind);

  data->nation = g_intern_string (nation);
  data->type = LIAISON_PARTICIPANT_TYPE_PERSON;
  data->rank_code = g_ref_string_new (rank);
  return plan_add (plan, &liaison_participant_kind, data);
}

static void
test_room (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  g_autoptr (LiaisonRoom) room = NULL;
  LiaisonId people[] = { add_person (plan, "PL", "OF-3"), add_person (plan, "PL", "OF-5"),
                         add_person (plan, "NO", "OF-4"), add_person (plan, "DE", "OR-7") };
  const char *codes[] = { "CA", "PL" };
  LiaisonStatementData *statements[] = {
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_GREETING, "en", "Greet."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_DRESS, "en", "Dress.")
  };
  LiaisonEventData *event = plan_event (plan, 1, 1);
  const LiaisonRoomNation *poland;
  g_autoptr (GArray) places = NULL;
  LiaisonId id;

  statements[1]->key = TRUE;
  plan_add (plan, &liaison_briefing_kind, begin_briefing (plan, "PL", statements, 2));
  event->participants = liaison_ids_new (people, 3);
  event->chair = people[2];
  event->nations = liaison_codes_new (codes, 2);
  {
    LiaisonEventRoleData *role =
        (gpointer) liaison_block_new (&liaison_event_role_shape, plan_id (++plan->made));
    LiaisonBlock *block = &role->block;

    role->role = LIAISON_EVENT_ROLE_INTERPRETER;
    role->participant = people[3];
    event->roles = liaison_items_new_take (&block, 1);
  }
  id = plan_add (plan, &liaison_event_kind, event);
  snapshot = liaison_document_get_snapshot (plan->document);
  room = liaison_room_new (snapshot, liaison_snapshot_find (snapshot, id), words);

  g_assert_cmpuint (room->n_people, ==, 4);
  g_assert_cmpuint (room->nations->len, ==, 4);
  /* The chair's nation first, then by name: Canada, Germany, Poland. */
  g_assert_cmpstr (((LiaisonRoomNation *) room->nations->pdata[0])->code, ==, "NO");
  g_assert_cmpstr (((LiaisonRoomNation *) room->nations->pdata[1])->code, ==, "CA");
  g_assert_cmpstr (((LiaisonRoomNation *) room->nations->pdata[2])->code, ==, "DE");
  g_assert_cmpint (
      g_array_index (((LiaisonRoomNation *) room->nations->pdata[2])->people, LiaisonRoomPerson, 0)
          .role,
      ==, LIAISON_EVENT_ROLE_INTERPRETER);
  poland = room->nations->pdata[3];
  g_assert_cmpstr (poland->code, ==, "PL");
  /* By rank. */
  g_assert_true (
      liaison_id_same (g_array_index (poland->people, LiaisonRoomPerson, 0).block->id, people[1]));
  g_assert_nonnull (poland->card);
  places = liaison_room_list_statements (poland->card, 4);
  g_assert_cmpuint (places->len, ==, 1);
  g_assert_cmpstr (
      g_array_index (poland->card->lines, LiaisonCardLine, g_array_index (places, guint, 0)).text,
      ==, "Dress.");
}

static gint64
get_now (gpointer data)
{
  return PLAN_STARTEX * 1000;
}

static LiaisonCard *
read_card (Plan *plan, LiaisonId id, LiaisonSnapshot **snapshot)
{
  g_clear_pointer (snapshot, liaison_snapshot_unref);
  *snapshot = liaison_document_get_snapshot (plan->document);
  return liaison_card_new (liaison_snapshot_find (*snapshot, id), "en", 0);
}

/* One statement, then the card; then one is taken back, and the card with it; each is one edit. */
static void
test_approval (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  LiaisonStatementData *statements[] = {
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_GREETING, "en", "Greet."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_DRESS, "en", "Dress."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_GIFTS, "en", "Refused."),
    begin_statement (plan, LIAISON_BRIEFING_TOPIC_LAW, NULL, NULL)
  };
  const LiaisonId first = statements[0]->block.id;
  const LiaisonId none = { 0, 0 };
  LiaisonId id;
  const struct
  {
    LiaisonId statement;
    LiaisonApprovalStep step;
    guint n_approved, n_refused;
    LiaisonBriefingStatus status;
  } steps[] = {
    { first, LIAISON_APPROVAL_APPROVE, 1, 1, LIAISON_BRIEFING_STATUS_UNSET },
    { none, LIAISON_APPROVAL_APPROVE, 2, 1, LIAISON_BRIEFING_STATUS_APPROVED },
    { first, LIAISON_APPROVAL_REFUSE, 1, 2, LIAISON_BRIEFING_STATUS_PROPOSED },
    { none, LIAISON_APPROVAL_WITHDRAW, 0, 2, LIAISON_BRIEFING_STATUS_PROPOSED },
  };

  statements[2]->status = LIAISON_STATEMENT_STATUS_REFUSED;
  id = plan_add (plan, &liaison_briefing_kind, begin_briefing (plan, "NO", statements, 4));
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      g_autoptr (LiaisonCard) before = read_card (plan, id, &snapshot);
      g_autoptr (LiaisonProposal) proposal = liaison_approval_propose (
          &before->briefing->block, steps[i].statement, steps[i].step, "A. Berg", 20000);
      g_autoptr (LiaisonCard) after = NULL;

      g_assert_nonnull (proposal);
      g_assert_true (liaison_editor_commit (editor, proposal, NULL));
      after = read_card (plan, id, &snapshot);
      g_assert_cmpuint (after->n_approved, ==, steps[i].n_approved);
      g_assert_cmpuint (after->n_refused, ==, steps[i].n_refused);
      g_assert_cmpint (after->briefing->status, ==, steps[i].status);
    }
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    g_assert_true (liaison_editor_undo (editor, NULL));
  g_assert_false (liaison_editor_can_undo (editor));
  {
    g_autoptr (LiaisonCard) card = read_card (plan, id, &snapshot);
    const LiaisonStatementData *statement =
        LIAISON_DATA (Statement, liaison_items_lookup (card->briefing->statements, first));

    g_assert_cmpint (statement->status, ==, LIAISON_STATEMENT_STATUS_UNSET);
    g_assert_null (statement->approved_by);
    g_assert_cmpint (statement->approved, ==, LIAISON_DATE_UNSET);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/brief/card/sections", test_card);
  g_test_add_func ("/brief/card/marks", test_marks);
  g_test_add_func ("/brief/flags/rules", test_flags);
  g_test_add_func ("/brief/flags/ceremony-name", test_ceremony_name);
  g_test_add_func ("/brief/room", test_room);
  g_test_add_func ("/brief/approval", test_approval);
  return g_test_run ();
}
