/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mends conflicts of events that come round by a rule. */
#include "config.h"

#include "rules.h"

static LiaisonEventData *
series_new (Plan *plan, double start, double hours, LiaisonId site)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->rule = g_ref_string_new ("FREQ=DAILY;COUNT=4");
  event->site = site;
  return event;
}

static LiaisonId
add_room (Plan *plan, LiaisonSiteType type, LiaisonId building)
{
  LiaisonSiteData *room = plan_begin (plan, &liaison_site_kind);

  room->type = (int) type;
  room->parent = building;
  return plan_add (plan, &liaison_site_kind, room);
}

static LiaisonId
add_event (Plan *plan, double start, double hours, LiaisonId site)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->site = site;
  event->locked = TRUE;
  return plan_add (plan, &liaison_event_kind, event);
}

static const LiaisonEventExceptionData *
get_exception (const LiaisonFinding *finding, LiaisonId series)
{
  const LiaisonFixEdit *edit;

  g_assert_nonnull (finding->fix);
  g_assert_cmpuint (finding->fix->len, ==, 1);
  edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_true (liaison_id_same (edit->slot.record, series));
  g_assert_cmpuint (edit->slot.field, ==, LIAISON_FIELD (Event, exceptions));
  return LIAISON_DATA (EventException, edit->value.as.block);
}

static void
check_at (const LiaisonInstant *instant, double hours)
{
  g_assert_cmpint (instant->seconds, ==, PLAN_STARTEX + (gint64) (hours * PLAN_HOUR));
}

/* One of its days is taken: that one moves behind what is there, and the others stay. */
static void
test_one_moves (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = add_room (plan, LIAISON_SITE_TYPE_RANGE, none);
  LiaisonId series = plan_add (plan, &liaison_event_kind, series_new (plan, 9, 1, room));

  add_event (plan, 56, 2, room);
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  const LiaisonEventExceptionData *item = get_exception (finding, series);
  check_at (&item->occurrence, 57);
  check_at (&item->start, 58);
  g_assert_false (item->cancelled);
  assert_mends (plan, "site-overbooked");
}

/* A room like it is free: that one goes there. */
static void
test_one_goes_elsewhere (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId building = add_room (plan, LIAISON_SITE_TYPE_BUILDING, none);
  LiaisonId one = add_room (plan, LIAISON_SITE_TYPE_ROOM, building);
  LiaisonId two = add_room (plan, LIAISON_SITE_TYPE_ROOM, building);
  LiaisonId series = plan_add (plan, &liaison_event_kind, series_new (plan, 9, 1, one));

  add_event (plan, 32, 2, one);
  /* Where another day of it could not be. */
  add_event (plan, 8, 4, two);
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  const LiaisonEventExceptionData *item = get_exception (finding, series);
  check_at (&item->occurrence, 33);
  g_assert_true (liaison_id_same (item->site, two));
  g_assert_cmpint (item->start.form, ==, LIAISON_INSTANT_UNSET);
  assert_mends (plan, "site-overbooked");
}

/* Two series in each other's way each day: one of them has another hour. */
static void
test_series_moves (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = add_room (plan, LIAISON_SITE_TYPE_RANGE, none);
  LiaisonEventData *first = series_new (plan, 9, 2, room);

  first->locked = TRUE;
  plan_add (plan, &liaison_event_kind, first);
  LiaisonId second = plan_add (plan, &liaison_event_kind, series_new (plan, 10, 2, room));
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 4);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_cmpuint (finding->fix->len, ==, 1);
  g_assert_true (liaison_id_same (edit->slot.record, second));
  g_assert_cmpuint (edit->slot.field, ==, LIAISON_FIELD (Event, start));
  check_at (&edit->value.as.instant, 11);
  assert_mends (plan, "site-overbooked");
}

/* With days that differ from the rule, which name their hour, a series stays; that day moves. */
static void
test_series_with_exceptions_stays (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = add_room (plan, LIAISON_SITE_TYPE_RANGE, none);
  LiaisonEventData *first = series_new (plan, 9, 2, room), *second = series_new (plan, 10, 2, room);
  LiaisonEventExceptionData *item
      = (gpointer) liaison_block_new (&liaison_event_exception_shape, plan_id (++plan->made));
  LiaisonBlock *block = &item->block;

  first->locked = TRUE;
  plan_at (&item->occurrence, 34);
  item->cancelled = TRUE;
  second->exceptions = liaison_items_new_take (&block, 1);
  plan_add (plan, &liaison_event_kind, first);
  LiaisonId id = plan_add (plan, &liaison_event_kind, second);
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 3);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  check_at (&get_exception (finding, id)->start, 11);
}

/* Locked, or with no room before the next one comes, there is nothing to offer. */
static void
test_none (void)
{
  g_autoptr (Plan) plan = plan_new (), full = plan_new ();
  LiaisonId room = add_room (plan, LIAISON_SITE_TYPE_RANGE, none);
  LiaisonEventData *series = series_new (plan, 9, 1, room);

  series->locked = TRUE;
  plan_add (plan, &liaison_event_kind, series);
  add_event (plan, 8, 2, room);
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_null (finding->fix);

  room = add_room (full, LIAISON_SITE_TYPE_RANGE, none);
  plan_add (full, &liaison_event_kind, series_new (full, 9, 1, room));
  add_event (full, 8, 24.5, room);
  g_autoptr (GPtrArray) more = find (full, "site-overbooked");
  g_autoptr (LiaisonFinding) stays = mend (full, more);
  g_assert_null (stays->fix);
}

/* A day of rest in between: a board of each day is left out, a weekly one moves to the day after. */
static void
observe (const char *rule, gint32 after, gboolean left_out)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonNationData *nation = plan_begin (plan, &liaison_nation_kind);
  LiaisonObservanceData *day = plan_begin (plan, &liaison_observance_kind);
  LiaisonEventData *series = plan_event (plan, 2, 1);
  LiaisonObservedDateData *date
      = (gpointer) liaison_block_new (&liaison_observed_date_shape, plan_id (++plan->made));
  const char *const codes[] = { "FR" };
  LiaisonBlock *block = &date->block;

  nation->code = g_intern_string ("FR");
  plan_add (plan, &liaison_nation_kind, nation);
  day->nations = liaison_codes_new (codes, 1);
  day->basis = LIAISON_OBSERVANCE_BASIS_DATES;
  date->from = (gint32) (PLAN_STARTEX / 86400) + after;
  day->dates = liaison_items_new_take (&block, 1);
  day->effect = LIAISON_OBSERVANCE_EFFECT_NO_WORK;
  plan_add (plan, &liaison_observance_kind, day);
  series->rule = g_ref_string_new (rule);
  series->nations = liaison_codes_new (codes, 1);
  series->type = LIAISON_EVENT_TYPE_BOARD;
  LiaisonId id = plan_add (plan, &liaison_event_kind, series);
  g_autoptr (GPtrArray) findings = find (plan, "on-observance");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  const LiaisonEventExceptionData *item = get_exception (finding, id);
  g_assert_true (item->cancelled == left_out);
  g_assert_true ((item->start.form == LIAISON_INSTANT_UNSET) == left_out);
  assert_mends (plan, "on-observance");
}

static void
test_observed (void)
{
  observe ("FREQ=DAILY;COUNT=4", 1, TRUE);
  observe ("FREQ=DAILY;INTERVAL=3;COUNT=3", 3, FALSE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/rules/series/one-moves", test_one_moves);
  g_test_add_func ("/review/rules/series/one-goes-elsewhere", test_one_goes_elsewhere);
  g_test_add_func ("/review/rules/series/series-moves", test_series_moves);
  g_test_add_func ("/review/rules/series/with-exceptions", test_series_with_exceptions_stays);
  g_test_add_func ("/review/rules/series/none", test_none);
  g_test_add_func ("/review/rules/series/observed", test_observed);
  return g_test_run ();
}
