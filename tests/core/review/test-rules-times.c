/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about when and where events are: each finds its fault, nothing where there is none, and
 * what mends it does. */
#include "config.h"

#include "rules.h"

static Plan *
plan_ends (const char *start, const char *end)
{
  Plan *plan = plan_new ();
  LiaisonSupportRequestData *request = plan_begin (plan, &liaison_support_request_kind);

  g_assert_true (liaison_instant_parse (start, strlen (start), &request->start, NULL));
  g_assert_true (liaison_instant_parse (end, strlen (end), &request->end, NULL));
  plan_insert (plan, &liaison_support_request_kind, request);
  return plan;
}

/* The first month in which it comes later, whatever the year; a day that this month does not have
 * is passed over. */
static void
test_ends (void)
{
  static const struct
  {
    const char *start, *end, *mended; /* NULL: nothing is wrong */
  } cases[] = {
    { "2027-10-22T09:00Z", "2027-10-22T09:00Z", NULL },
    { "2027-10-22T09:00Z", "2027-11-05T09:00Z", NULL },
    { "2027-10-22T09:00Z", "2027-10-05T12:00Z", "2027-11-05T12:00Z" },
    { "2027-12-22T09:00+01:00[Europe/Oslo]", "2027-12-05T12:00+01:00[Europe/Oslo]",
      "2028-01-05T12:00+01:00[Europe/Oslo]" },
    { "2027-02-15T09:00Z", "2027-01-31T09:00Z", "2027-03-31T09:00Z" },
    { "2028-10-22T09:00Z", "2027-10-25T09:00Z", "2028-10-25T09:00Z" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_ends (cases[i].start, cases[i].end);
      g_autoptr (GPtrArray) findings = find (plan, "end-before-start");
      char text[LIAISON_INSTANT_TEXT_SIZE];
      g_assert_cmpuint (findings->len, ==, cases[i].mended != NULL);
      if (findings->len == 0)
        continue;
      g_autoptr (LiaisonFinding) finding = mend (plan, findings);
      g_assert_nonnull (finding->fix);
      liaison_instant_format (&g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.instant,
                              text);
      g_assert_cmpstr (text, ==, cases[i].mended);
      assert_mends (plan, "end-before-start");
    }
}

static void
test_circle (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *one = plan_event (plan, 0, 1), *two = plan_event (plan, 4, 1);
  LiaisonEventData *fixed = plan_event (plan, 8, 1), *after = plan_event (plan, 0, 1);

  after->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED, .edge = LIAISON_ANCHOR_END };
  after->start.anchor = liaison_anchor_for (fixed->block.id);
  plan_insert (plan, &liaison_event_kind, fixed);
  plan_insert (plan, &liaison_event_kind, after);
  g_assert_cmpuint (count (plan, "anchor-circle"), ==, 0);
  one->start = two->start = after->start;
  one->start.anchor = liaison_anchor_for (two->block.id);
  two->start.anchor = liaison_anchor_for (one->block.id);
  plan_insert (plan, &liaison_event_kind, one);
  plan_insert (plan, &liaison_event_kind, two);
  g_assert_cmpuint (count (plan, "anchor-circle"), ==, 2);
}

/* A serial of the conduct, from @start for @hours, with somebody who is busy from @busy for two
 * hours. */
static Plan *
plan_serial (double start, double hours, double busy)
{
  Plan *plan = plan_new ();
  LiaisonId person = plan_person (plan);

  for (guint i = 0; i < 2; i++)
    {
      LiaisonEventData *event = plan_event (plan, i == 0 ? start : busy, i == 0 ? hours : 2);
      event->type = LIAISON_EVENT_TYPE_TRAINING_SERIAL;
      event->participants = ids (person, none);
      plan_insert (plan, &liaison_event_kind, event);
    }
  return plan;
}

static void
test_outside (void)
{
  static const struct
  {
    double start, busy, mended;
    guint n;
  } cases[] = {
    { 0, 50, 0, 0 },   { 98, 50, 0, 0 },
    { -3, 50, 0, 1 },  { -3, 0, 2, 1 }, /* busy when it would begin */
    { 99, 50, 98, 1 }, { 99, 97, 95, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_serial (cases[i].start, 2, cases[i].busy);
      g_autoptr (GPtrArray) findings = find (plan, "outside-exercise");
      g_assert_cmpuint (findings->len, ==, cases[i].n);
      if (findings->len == 0)
        continue;
      g_autoptr (LiaisonFinding) finding = mend (plan, findings);
      g_assert_nonnull (finding->fix);
      g_assert_cmpint (g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.instant.seconds, ==,
                       PLAN_STARTEX + (gint64) (cases[i].mended * PLAN_HOUR));
      assert_mends (plan, "outside-exercise");
    }
  /* What is longer than the exercise fits nowhere. */
  g_autoptr (Plan) longer = plan_serial (-3, 120, 50);
  g_autoptr (GPtrArray) findings = find (longer, "outside-exercise");
  g_autoptr (LiaisonFinding) finding = mend (longer, findings);
  g_assert_null (finding->fix);
}

static Plan *
plan_stage (double start)
{
  Plan *plan = plan_new ();
  LiaisonStageData *stage = plan_begin (plan, &liaison_stage_kind);
  LiaisonEventData *event = plan_event (plan, start, 4);

  plan_at (&stage->start, -200);
  plan_at (&stage->end, -100);
  event->stage = plan_insert (plan, &liaison_stage_kind, stage);
  plan_insert (plan, &liaison_event_kind, event);
  return plan;
}

static void
test_stage (void)
{
  g_autoptr (Plan) within = plan_stage (-104), before = plan_stage (-220),
                   after = plan_stage (-103);

  g_assert_cmpuint (count (within, "outside-stage"), ==, 0);
  g_assert_cmpuint (count (before, "outside-stage"), ==, 1);
  g_assert_cmpuint (count (after, "outside-stage"), ==, 1);
  assert_mends (before, "outside-stage");
  assert_mends (after, "outside-stage");
}

/* Two hours at @start that must be over at 30, and after what ends at @until. */
static Plan *
plan_deadline (double start, double until)
{
  Plan *plan = plan_new ();
  LiaisonId other = plan_insert (plan, &liaison_event_kind, plan_event (plan, until - 1, 1));
  LiaisonEventData *event = plan_event (plan, start, 2);

  plan_at (&event->deadline, 30);
  event->dependencies = plan_dependency (plan, other, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  plan_insert (plan, &liaison_event_kind, event);
  return plan;
}

static void
test_deadline (void)
{
  g_autoptr (Plan) kept = plan_deadline (28, 10), missed = plan_deadline (40, 10),
                   tied = plan_deadline (40, 29);

  g_assert_cmpuint (count (kept, "deadline-missed"), ==, 0);
  g_assert_cmpuint (count (missed, "deadline-missed"), ==, 1);
  assert_mends (missed, "deadline-missed");
  /* Before its deadline it would come before what it depends on. */
  g_autoptr (GPtrArray) findings = find (tied, "deadline-missed");
  g_autoptr (LiaisonFinding) finding = mend (tied, findings);
  g_assert_null (finding->fix);
}

/* What it depends on ends the day after, and then the room is taken: it goes to the first free time, and is a clock time still. */
static void
test_order (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1);
  LiaisonId first = plan_insert (plan, &liaison_event_kind, plan_event (plan, 30, 1));
  LiaisonEventData *taken = plan_event (plan, 31, 2), *event = plan_event (plan, 2, 1);

  taken->site = event->site = room;
  event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_CLOCK,
                                   .edge = LIAISON_ANCHOR_STARTEX,
                                   .seconds = 10 * PLAN_HOUR };
  event->dependencies = plan_dependency (plan, first, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  plan_insert (plan, &liaison_event_kind, taken);
  plan_insert (plan, &liaison_event_kind, event);
  g_assert_cmpuint (count (plan, "precedence-broken"), ==, 1);

  g_autoptr (GPtrArray) findings = find (plan, "precedence-broken");
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonInstant *moved = &g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.instant;
  g_assert_cmpint (moved->form, ==, LIAISON_INSTANT_CLOCK);
  g_assert_cmpint (moved->days, ==, 1);
  g_assert_cmpint (moved->seconds, ==, 17 * PLAN_HOUR);
  assert_mends (plan, "precedence-broken");
  g_assert_cmpuint (count (plan, "site-overbooked"), ==, 0);
}

static Plan *
plan_input (double start)
{
  Plan *plan = plan_new ();
  LiaisonId maker = plan_insert (plan, &liaison_event_kind, plan_event (plan, 10, 2));
  LiaisonEventData *board = plan_event (plan, start, 1);
  LiaisonEventInputData *input =
      (gpointer) liaison_block_new (&liaison_event_input_shape, plan_id (++plan->made));
  LiaisonBlock *block = &input->block;

  input->event = maker;
  board->inputs = liaison_items_new_take (&block, 1);
  plan_insert (plan, &liaison_event_kind, board);
  return plan;
}

static void
test_input (void)
{
  g_autoptr (Plan) late = plan_input (11), in_time = plan_input (12);

  g_assert_cmpuint (count (in_time, "input-too-late"), ==, 0);
  g_assert_cmpuint (count (late, "input-too-late"), ==, 1);
  assert_mends (late, "input-too-late");
}

static void
test_size (void)
{
  g_autoptr (Plan) plan = plan_new ();
  static const gint64 sizes[] = { 20, 60, 200 };
  LiaisonId rooms[3];

  for (guint i = 0; i < 3; i++)
    {
      LiaisonSiteData *room = plan_begin (plan, &liaison_site_kind);
      room->type = LIAISON_SITE_TYPE_ROOM;
      room->capacity = sizes[i];
      rooms[i] = plan_insert (plan, &liaison_site_kind, room);
    }
  for (guint i = 0; i < 2; i++)
    {
      LiaisonEventData *event = plan_event (plan, 0, 1);
      event->site = rooms[i];
      event->expected = i == 0 ? 20 : 61;
      plan_insert (plan, &liaison_event_kind, event);
    }
  g_autoptr (GPtrArray) findings = find (plan, "site-too-small");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  g_assert_true (
      liaison_id_same (g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.id, rooms[2]));
  assert_mends (plan, "site-too-small");
}

/* The same moment, written for the clocks at the site. */
static void
test_zone (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonEventData *event = plan_event (plan, 0, 1);

  site->type = LIAISON_SITE_TYPE_CAMP;
  site->zone = "Europe/Oslo";
  event->site = plan_insert (plan, &liaison_site_kind, site);
  g_assert_true (liaison_instant_from_unix (PLAN_STARTEX, "Europe/Dublin", &event->start));
  plan_insert (plan, &liaison_event_kind, event);
  g_autoptr (GPtrArray) findings = find (plan, "zone-differs");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonInstant *start = &g_array_index (finding->fix, LiaisonFixEdit, 0).value.as.instant;
  g_assert_cmpint (start->seconds, ==, PLAN_STARTEX);
  g_assert_cmpstr (start->zone, ==, "Europe/Oslo");
  assert_mends (plan, "zone-differs");
}

static const char *
get_mended_text (const LiaisonFinding *finding, guint edit)
{
  return g_array_index (finding->fix, LiaisonFixEdit, edit).value.as.string;
}

/* The date is what people act on: the weekday is put right, as long as it was, in each language
 * that has it. */
static void
test_weekday (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_event (plan, 0, 1);
  LiaisonText *english =
      liaison_text_new (g_intern_static_string ("en"), "Answer by WED 281600ZOCT27, please.");
  GRefString *french = g_ref_string_new ("Répondre avant WED 281600ZOCT27.");

  event->description = liaison_text_with (english, g_intern_static_string ("fr"), french);
  g_ref_string_release (french);
  liaison_text_unref (english);
  plan_insert (plan, &liaison_event_kind, event);
  g_autoptr (GPtrArray) findings = find (plan, "dtg-weekday");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  g_assert_cmpuint (finding->fix->len, ==, 2);
  g_assert_cmpstr (get_mended_text (finding, 0), ==, "Answer by THU 281600ZOCT27, please.");
  g_assert_cmpstr (get_mended_text (finding, 1), ==, "Répondre avant THU 281600ZOCT27.");
  assert_mends (plan, "dtg-weekday");
}

/* In a field of one language too. */
static void
test_weekday_plain (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonMovementData *movement = plan_begin (plan, &liaison_movement_kind);

  movement->arrival_flight = g_ref_string_new ("EX 722, WED 281600ZOCT27");
  plan_insert (plan, &liaison_movement_kind, movement);
  g_assert_cmpuint (count (plan, "dtg-weekday"), ==, 1);
  assert_mends (plan, "dtg-weekday");
}

/* Whole words stay whole words; a day that cannot be is for people. */
static void
test_weekday_words (void)
{
  static const struct
  {
    const char *text, *mended;
  } cases[] = { { "WEDNESDAY 281600ZOCT27", "THURSDAY 281600ZOCT27" },
                { "on 300900ZFEB27", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonEventData *event = plan_event (plan, 0, 1);
      event->description = liaison_text_new (g_intern_static_string ("en"), cases[i].text);
      plan_insert (plan, &liaison_event_kind, event);
      g_autoptr (GPtrArray) findings = find (plan, "dtg-weekday");
      g_assert_cmpuint (findings->len, ==, 1);
      g_autoptr (LiaisonFinding) finding = mend (plan, findings);
      g_assert_true ((finding->fix == NULL) == (cases[i].mended == NULL));
      if (finding->fix != NULL)
        g_assert_cmpstr (get_mended_text (finding, 0), ==, cases[i].mended);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/rules/times/ends", test_ends);
  g_test_add_func ("/review/rules/times/circle", test_circle);
  g_test_add_func ("/review/rules/times/outside", test_outside);
  g_test_add_func ("/review/rules/times/stage", test_stage);
  g_test_add_func ("/review/rules/times/deadline", test_deadline);
  g_test_add_func ("/review/rules/order", test_order);
  g_test_add_func ("/review/rules/times/input", test_input);
  g_test_add_func ("/review/rules/times/size", test_size);
  g_test_add_func ("/review/rules/times/zone", test_zone);
  g_test_add_func ("/review/rules/times/weekday", test_weekday);
  g_test_add_func ("/review/rules/times/weekday-plain", test_weekday_plain);
  g_test_add_func ("/review/rules/times/weekday-words", test_weekday_words);
  return g_test_run ();
}
