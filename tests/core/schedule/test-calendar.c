/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/calendar.h"

#include "plan.h"

#include "record/kinds/exercise.h"
#include "record/kinds/nation.h"

#include <string.h>

static gint64
at (const char *text)
{
  LiaisonInstant instant;
  g_assert_true (liaison_instant_parse (text, strlen (text), &instant, NULL));
  return instant.seconds;
}

static gint32
date (const char *text)
{
  gint32 days;
  g_assert_true (liaison_date_parse (text, strlen (text), &days, NULL));
  return days;
}

static void
test_spans (void)
{
  static const LiaisonSpan off[]
      = { { 50, 60 }, { 10, 20 }, { 20, 25 }, { 55, 58 }, { 70, 70 }, { 95, 200 }, { -9, 2 } };
  static const struct
  {
    gint64 start, end;
    gboolean free;
    gint64 way;
  } asked[] = { { 2, 10, TRUE, 0 },   { 2, 11, FALSE, 10 }, { 25, 50, TRUE, 0 },
                { 24, 30, FALSE, 10 }, { 30, 30, TRUE, 0 },  { 55, 55, FALSE, 50 },
                { 60, 95, TRUE, 0 },  { 99, 99, FALSE, 95 }, { 100, 120, TRUE, 0 } };
  static const struct
  {
    gint64 start, length, found; /* -1: none */
  } wanted[] = { { 0, 5, 2 }, { 0, 8, 2 }, { 0, 9, 25 }, { 0, 26, 60 }, { 0, 36, -1 }, { 12, 0, 25 } };
  g_autoptr (LiaisonCalendar) calendar = liaison_calendar_new (off, G_N_ELEMENTS (off), 0, 100);
  guint n;
  const LiaisonSpan *merged = liaison_calendar_get_off (calendar, &n);

  g_assert_cmpuint (n, ==, 4);
  g_assert_cmpint (merged[0].start, ==, 0);
  g_assert_cmpint (merged[1].end, ==, 25);
  g_assert_cmpint (merged[3].end, ==, 100);
  for (guint i = 0; i < G_N_ELEMENTS (asked); i++)
    {
      LiaisonSpan way = { 0, 0 };
      g_assert_cmpint (liaison_calendar_is_free (calendar, asked[i].start, asked[i].end, &way), ==,
                       asked[i].free);
      g_assert_cmpint (way.start, ==, asked[i].way);
    }
  for (guint i = 0; i < G_N_ELEMENTS (wanted); i++)
    {
      gint64 found = -1;
      liaison_calendar_find_free (calendar, wanted[i].start, wanted[i].length, &found);
      g_assert_cmpint (found, ==, wanted[i].found);
    }
}


static LiaisonId
add_site (Plan *plan, const char *rule, LiaisonId parent, LiaisonSiteType type)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->zone = liaison_id_is_zero (parent) ? g_intern_string ("Europe/Oslo") : NULL;
  site->parent = parent;
  site->type = (int) type;
  if (rule != NULL)
    {
      LiaisonOpeningHoursData *hours
          = (gpointer) liaison_block_new (&liaison_opening_hours_shape, plan_id (++plan->made));
      LiaisonBlock *block = &hours->block;
      hours->rule = g_ref_string_new (rule);
      hours->opens = 8 * 3600;
      hours->closes = 16 * 3600;
      site->hours = liaison_items_new_take (&block, 1);
    }
  return plan_add (plan, &liaison_site_kind, site);
}

static void
add_observance (Plan *plan, LiaisonObservanceEffect effect, const char *day, gint64 from, gint64 to)
{
  LiaisonObservanceData *data = plan_begin (plan, &liaison_observance_kind);
  LiaisonObservedDateData *item
      = (gpointer) liaison_block_new (&liaison_observed_date_shape, plan_id (++plan->made));
  LiaisonBlock *block = &item->block;
  const char *nation = "JO";

  item->from = date (day);
  data->basis = LIAISON_OBSERVANCE_BASIS_DATES;
  data->dates = liaison_items_new_take (&block, 1);
  data->nations = liaison_codes_new (&nation, 1);
  data->effect = (int) effect;
  if (to > 0)
    {
      data->time_from = from;
      data->time_until = to;
    }
  plan_add (plan, &liaison_observance_kind, data);
}

static Plan *
make_plan (void)
{
  Plan *plan = g_new0 (Plan, 1);
  LiaisonExerciseData *exercise
      = (gpointer) liaison_block_new (&liaison_exercise_kind.shape, plan_id (4000));
  LiaisonNationData *nation;

  plan->document = liaison_document_new (plan_id (4000));
  exercise->zone = g_intern_string ("Europe/Oslo");
  exercise->day_start = 8 * 3600;
  exercise->day_end = 20 * 3600;
  liaison_document_fill (plan->document, &liaison_exercise_kind, &exercise->block);
  nation = plan_begin (plan, &liaison_nation_kind);
  nation->code = g_intern_string ("JO");
  nation->zone = g_intern_string ("Asia/Amman");
  nation->day_start = 9 * 3600;
  nation->day_end = 15 * 3600;
  plan_add (plan, &liaison_nation_kind, nation);
  return plan;
}

static void
assert_free (LiaisonCalendar *calendar, const char *start, const char *end, gboolean free)
{
  if (liaison_calendar_is_free (calendar, at (start), at (end), NULL) != free)
    g_error ("%s to %s: expected %s", start, end, free ? "free" : "taken");
}

static void
test_hours (void)
{
  g_autoptr (Plan) plan = make_plan ();
  add_observance (plan, LIAISON_OBSERVANCE_EFFECT_NO_WORK, "2027-05-25", 0, 0);
  add_observance (plan, LIAISON_OBSERVANCE_EFFECT_CARE, "2027-05-27", 0, 0);
  add_observance (plan, LIAISON_OBSERVANCE_EFFECT_SHORT_HOURS, "2027-05-26", 10 * 3600, 13 * 3600);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonCalendars) all
      = liaison_calendars_new (snapshot, at ("2027-01-01T00:00Z"), at ("2028-01-01T00:00Z"));
  const char *oslo = g_intern_string ("Europe/Oslo");
  LiaisonCalendar *home = liaison_calendars_get_nation (all, "JO", NULL);
  LiaisonCalendar *there = liaison_calendars_get_nation (all, "JO", oslo);
  LiaisonCalendar *exercise = liaison_calendars_get_hours (all, NULL);
  gint64 found;

  /* Amman is UTC+3, Oslo UTC+2 in summer. */
  assert_free (home, "2027-05-24T06:00Z", "2027-05-24T12:00Z", TRUE);
  assert_free (home, "2027-05-24T05:59Z", "2027-05-24T07:00Z", FALSE);
  assert_free (home, "2027-05-24T11:00Z", "2027-05-24T12:01Z", FALSE);
  assert_free (there, "2027-05-24T06:00Z", "2027-05-24T18:00Z", TRUE);
  assert_free (exercise, "2027-05-24T17:00Z", "2027-05-24T18:01Z", FALSE);
  /* The holiday is a day of the place people are at. */
  assert_free (there, "2027-05-25T09:00Z", "2027-05-25T09:01Z", FALSE);
  assert_free (exercise, "2027-05-25T09:00Z", "2027-05-25T09:01Z", TRUE);
  assert_free (home, "2027-05-27T07:00Z", "2027-05-27T08:00Z", TRUE);
  /* On the short day work is from 10:00 until 13:00. */
  assert_free (home, "2027-05-26T07:00Z", "2027-05-26T10:00Z", TRUE);
  assert_free (home, "2027-05-26T06:30Z", "2027-05-26T07:00Z", FALSE);
  assert_free (home, "2027-05-26T10:00Z", "2027-05-26T11:00Z", FALSE);
  /* The next free hour from the evening before the holiday is after it. */
  g_assert_true (liaison_calendar_find_free (home, at ("2027-05-24T12:00Z"), 3600, &found));
  g_assert_cmpint (found, ==, at ("2027-05-26T07:00Z"));
  /* Both clock changes: 08:00 in Oslo. */
  g_assert_true (liaison_calendar_find_free (exercise, at ("2027-03-27T20:00Z"), 60, &found));
  g_assert_cmpint (found, ==, at ("2027-03-28T06:00Z"));
  g_assert_true (liaison_calendar_find_free (exercise, at ("2027-10-30T20:00Z"), 60, &found));
  g_assert_cmpint (found, ==, at ("2027-10-31T07:00Z"));
  /* Nothing is so long. */
  g_assert_false (liaison_calendar_find_free (exercise, at ("2027-05-24T06:00Z"), 86400, &found));
}

static void
test_sites (void)
{
  g_autoptr (Plan) plan = make_plan ();
  LiaisonId none = { 0, 0 };
  LiaisonId base = add_site (plan, "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", none, LIAISON_SITE_TYPE_BASE);
  LiaisonId room = add_site (plan, NULL, base, LIAISON_SITE_TYPE_ROOM);
  LiaisonId call = add_site (plan, NULL, none, LIAISON_SITE_TYPE_VIRTUAL);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonCalendars) all
      = liaison_calendars_new (snapshot, at ("2027-01-01T00:00Z"), at ("2028-01-01T00:00Z"));
  LiaisonCalendar *calendar = liaison_calendars_get_site (all, room);
  gint64 found;

  /* 2027-05-22 is a Saturday; the base closes at 16:00, 14:00Z. */
  assert_free (calendar, "2027-05-21T06:00Z", "2027-05-21T14:00Z", TRUE);
  assert_free (calendar, "2027-05-21T06:00Z", "2027-05-21T14:01Z", FALSE);
  assert_free (calendar, "2027-05-22T08:00Z", "2027-05-22T09:00Z", FALSE);
  assert_free (liaison_calendars_get_site (all, call), "2027-05-22T01:00Z", "2027-05-22T09:00Z", TRUE);
  g_assert_true (liaison_calendar_find_free (calendar, at ("2027-05-21T14:00Z"), 60, &found));
  g_assert_cmpint (found, ==, at ("2027-05-24T06:00Z"));
  assert_free (liaison_calendars_get_site (all, none), "2027-01-01T00:00Z", "2027-12-31T00:00Z", TRUE);
}

static void
test_events (void)
{
  g_autoptr (Plan) plan = make_plan ();
  LiaisonId none = { 0, 0 };
  LiaisonId room = add_site (plan, NULL, none, LIAISON_SITE_TYPE_ROOM);
  const char *nation = "JO";
  add_observance (plan, LIAISON_OBSERVANCE_EFFECT_NO_EVENTS, "2027-05-28", 0, 0);
  LiaisonEventData *call = plan_event (plan, 0, 1);
  call->nations = liaison_codes_new (&nation, 1);
  LiaisonId call_id = plan_add (plan, &liaison_event_kind, call);
  LiaisonEventData *meeting = plan_event (plan, 0, 1);
  meeting->nations = liaison_codes_new (&nation, 1);
  meeting->site = room;
  LiaisonId meeting_id = plan_add (plan, &liaison_event_kind, meeting);
  LiaisonEventData *night = plan_event (plan, 0, 1);
  night->any_hour = TRUE;
  night->nations = liaison_codes_new (&nation, 1);
  LiaisonId night_id = plan_add (plan, &liaison_event_kind, night);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonCalendars) all
      = liaison_calendars_new (snapshot, at ("2027-01-01T00:00Z"), at ("2028-01-01T00:00Z"));

  /* Both ways of asking for the next free time agree. */
  LiaisonId asked[] = { call_id, meeting_id, night_id };
  for (guint i = 0; i < 3; i++)
    for (gint64 start = at ("2027-05-24T00:00Z"); start < at ("2027-05-30T00:00Z"); start += 5000)
      {
        const LiaisonBlock *event = liaison_snapshot_find (snapshot, asked[i]);
        gint64 one = -1, two = -1;
        liaison_calendars_find_free (all, event, start, &one);
        liaison_calendar_find_free (liaison_calendars_get_event (all, event), start,
                                    liaison_calendars_get_needed (event), &two);
        g_assert_cmpint (one, ==, two);
      }

  /* At 18:00 in Oslo those at home have gone; those in the room have not. */
  assert_free (liaison_calendars_get_event (all, liaison_snapshot_find (snapshot, call_id)),
               "2027-05-24T16:00Z", "2027-05-24T17:00Z", FALSE);
  assert_free (liaison_calendars_get_event (all, liaison_snapshot_find (snapshot, meeting_id)),
               "2027-05-24T16:00Z", "2027-05-24T17:00Z", TRUE);
  assert_free (liaison_calendars_get_event (all, liaison_snapshot_find (snapshot, meeting_id)),
               "2027-05-28T10:00Z", "2027-05-28T11:00Z", FALSE);
  assert_free (liaison_calendars_get_event (all, liaison_snapshot_find (snapshot, night_id)),
               "2027-05-28T01:00Z", "2027-05-28T02:00Z", TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/calendar/spans", test_spans);
  g_test_add_func ("/schedule/calendar/hours", test_hours);
  g_test_add_func ("/schedule/calendar/sites", test_sites);
  g_test_add_func ("/schedule/calendar/events", test_events);
  return g_test_run ();
}
