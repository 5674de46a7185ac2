/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/recurrence.h"

#include "plan.h"

#include "record/kinds/post.h"
#include "record/snapshot.h"

#include <string.h>

/* What the rule gives from `first`, as wall times with blanks between them. */
static gboolean
append_cb (gint64 wall, gpointer data)
{
  GString *text = data;
  LiaisonWall parts;

  liaison_wall_from_unix (wall, 0, &parts);
  g_string_append_printf (text, "%s%02d%02dT%02d%02d", text->len > 0 ? " " : "", parts.month,
                          parts.day, parts.hour, parts.minute);
  return TRUE;
}

static gint64
wall (int year, int month, int day, int hour)
{
  gint32 days;
  g_assert_true (liaison_days_from_date (year, month, day, &days));
  return (gint64) days * 86400 + hour * 3600;
}

static void
test_walls (void)
{
  static const struct
  {
    const char *rule;
    int month, day, hour; /* the first, in 2027, a year that begins on a Friday */
    const char *expected; /* within 2027 */
  } cases[] = {
    { "FREQ=DAILY;COUNT=3", 2, 27, 9, "0227T0900 0228T0900 0301T0900" },
    { "FREQ=DAILY;INTERVAL=10;UNTIL=20270125", 1, 5, 9, "0105T0900 0115T0900 0125T0900" },
    { "FREQ=DAILY;UNTIL=20270107T085959", 1, 5, 9, "0105T0900 0106T0900" },
    { "FREQ=WEEKLY;BYDAY=FR,SA;COUNT=4", 1, 1, 0, "0101T0000 0102T0000 0108T0000 0109T0000" },
    { "FREQ=WEEKLY;INTERVAL=2;BYDAY=MO;COUNT=3", 1, 4, 0, "0104T0000 0118T0000 0201T0000" },
    { "FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", 1, 1, 12, "0129T1200 0226T1200 0326T1200" },
    { "FREQ=MONTHLY;BYMONTHDAY=31;COUNT=3", 1, 31, 8, "0131T0800 0331T0800 0531T0800" },
    { "FREQ=MONTHLY;BYMONTHDAY=-1;COUNT=3", 1, 31, 8, "0131T0800 0228T0800 0331T0800" },
    { "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1;COUNT=2", 1, 29, 8, "0129T0800 0226T0800" },
    { "FREQ=YEARLY;BYMONTH=10;BYDAY=2MO", 1, 1, 0, "1011T0000" },
    { "FREQ=HOURLY;INTERVAL=6;COUNT=3", 5, 1, 20, "0501T2000 0502T0200 0502T0800" },
    { "freq=daily;count=1", 5, 1, 20, "0501T2000" },
    { "FREQ=WEEKLY;BYDAY=MO;COUNT=1", 1, 1, 0, "0104T0000" }, /* the first does not meet the rule */
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      g_autoptr (GError) error = NULL;
      liaison_recurrence_check (cases[i].rule, &error);
      g_assert_no_error (error);
      g_assert_true (liaison_recurrence_foreach_wall (
          cases[i].rule, wall (2027, cases[i].month, cases[i].day, cases[i].hour),
          wall (2027, 1, 1, 0), wall (2028, 1, 1, 0), append_cb, found));
      g_assert_cmpstr (found->str, ==, cases[i].expected);
    }
}

/* A window far from the first gives what walking all the way would. */
static void
test_far_window (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY;INTERVAL=7", "FREQ=WEEKLY;INTERVAL=3;BYDAY=TU,TH,SU;WKST=SU",
    "FREQ=HOURLY;INTERVAL=5", "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=29",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    {
      g_autoptr (GString) near = g_string_new (NULL), far = g_string_new (NULL);
      g_autofree char *counted = g_strconcat (rules[i], ";COUNT=10000", NULL);
      gint64 first = wall (2024, 1, 3, 7), from = wall (2028, 1, 1, 0), until = wall (2028, 4, 1, 0);
      liaison_recurrence_foreach_wall (counted, first, from, until, append_cb, near);
      liaison_recurrence_foreach_wall (rules[i], first, from, until, append_cb, far);
      g_assert_cmpstr (near->str, ==, far->str);
      g_assert_cmpuint (near->len, >, 0);
    }
}

static void
test_refused (void)
{
  static const struct
  {
    const char *rule;
    LiaisonRecurrenceError code;
  } cases[] = {
    { "", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "DAILY", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "COUNT=3", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;FREQ=WEEKLY", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30", LIAISON_RECURRENCE_ERROR_FREQUENCY },
    { "FREQ=MINUTELY;COUNT=2", LIAISON_RECURRENCE_ERROR_FREQUENCY },
    { "FREQ=HOURLY;BYMONTH=2;BYMONTHDAY=30", LIAISON_RECURRENCE_ERROR_NEVER },
    { "FREQ=DAILY;BYMONTH=4,6;BYMONTHDAY=-31", LIAISON_RECURRENCE_ERROR_NEVER },
    { "FREQ=HOURLY;INTERVAL=2;BYHOUR=5", LIAISON_RECURRENCE_ERROR_NEVER },
    { "FREQ=DAILY;COUNT=10001", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;COUNT=0", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;COUNT=-1", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;INTERVAL=0", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;COUNT=2;UNTIL=20270101", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;UNTIL=20270230", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;UNTIL=2027T0101", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY;BYHOUR=24", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;BYDAY=1MO", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;BYDAY=XX", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=WEEKLY;BYMONTHDAY=3", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=MONTHLY;BYWEEKNO=3", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=MONTHLY;BYSETPOS=3", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "RSCALE=CHINESE;FREQ=YEARLY", LIAISON_RECURRENCE_ERROR_SYNTAX },
    { "FREQ=DAILY\nX-A:1", LIAISON_RECURRENCE_ERROR_SYNTAX },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_assert_false (liaison_recurrence_check (cases[i].rule, &error));
      g_assert_error (error, LIAISON_RECURRENCE_ERROR, (int) cases[i].code);
    }
}

/* Rules that never come round end soon. */
static void
test_bounds (void)
{
  static const char *const rules[] = {
    "FREQ=DAILY;INTERVAL=7;BYDAY=TU", "FREQ=HOURLY;INTERVAL=168;BYDAY=TU",
    "FREQ=MONTHLY;BYDAY=MO;BYSETPOS=300", "FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29",
  };
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (rules); i++)
    liaison_recurrence_foreach_wall (rules[i], wall (2027, 1, 4, 0), wall (2027, 1, 1, 0),
                                     wall (2030, 1, 1, 0), append_cb, found);
  g_assert_cmpstr (found->str, ==, "");
  g_assert_false (liaison_recurrence_foreach_wall ("FREQ=HOURLY", wall (2020, 1, 1, 0),
                                                   wall (2020, 1, 1, 0), wall (2030, 1, 1, 0),
                                                   append_cb, found));
}

/* Occurrences as "day hour:minute+offset hours", in UTC, of an event in a plan. */
static gboolean
tell_cb (const LiaisonOccurrence *occurrence, gpointer data)
{
  GString *text = data;
  LiaisonWall parts;

  liaison_wall_from_unix (occurrence->start, 0, &parts);
  g_string_append_printf (text, "%s%02d%02dT%02d%02dZ/%d", text->len > 0 ? " " : "", parts.month,
                          parts.day, parts.hour, parts.minute,
                          (int) (occurrence->end - occurrence->start) / 60);
  return TRUE;
}

static LiaisonId
add_event (Plan *plan, const char *start, const char *rule)
{
  LiaisonEventData *event = plan_event (plan, 0, 1);

  g_assert_true (liaison_instant_parse (start, strlen (start), &event->start, NULL));
  event->rule = rule != NULL ? g_ref_string_new (rule) : NULL;
  return plan_add (plan, &liaison_event_kind, event);
}

static char *
tell (Plan *plan, LiaisonId id, gint64 from, gint64 until)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  GString *text = g_string_new (NULL);

  g_assert_true (liaison_recurrence_foreach (&lookup, liaison_snapshot_find (snapshot, id), from,
                                             until, tell_cb, text));
  return g_string_free (text, FALSE);
}

static void
test_clock_changes (void)
{
  static const struct
  {
    const char *start, *rule, *expected;
  } cases[] = {
    /* Spring: 28 March 2027; the skipped 02:30 is 03:30 summer time. */
    { "2027-03-26T09:00+01:00[Europe/Oslo]", "FREQ=DAILY;COUNT=4",
      "0326T0800Z/60 0327T0800Z/60 0328T0700Z/60 0329T0700Z/60" },
    { "2027-03-27T02:30+01:00[Europe/Oslo]", "FREQ=DAILY;COUNT=3",
      "0327T0130Z/60 0328T0130Z/60 0329T0030Z/60" },
    /* Autumn: 31 October 2027; of two 02:30 the first. */
    { "2027-10-30T02:30+02:00[Europe/Oslo]", "FREQ=DAILY;COUNT=3",
      "1030T0030Z/60 1031T0030Z/60 1101T0130Z/60" },
    /* One that was written as the second stays that. */
    { "2027-10-31T02:30+01:00[Europe/Oslo]", "FREQ=DAILY;COUNT=2", "1031T0130Z/60 1101T0130Z/60" },
    { "2027-10-31T02:30+01:00[Europe/Oslo]", NULL, "1031T0130Z/60" },
    /* South of the equator, and an offset without a zone, which never changes. */
    { "2027-04-03T09:00+13:00[Pacific/Auckland]", "FREQ=DAILY;COUNT=2",
      "0402T2000Z/60 0403T2100Z/60" },
    { "2027-03-27T09:00+01:00", "FREQ=DAILY;COUNT=2", "0327T0800Z/60 0328T0800Z/60" },
    { "2027-03-27T09:00Z", "FREQ=DAILY;COUNT=2", "0327T0900Z/60 0328T0900Z/60" },
    /* UNTIL in Zulu counts in time, without Z on the wall. */
    { "2027-03-27T09:00+01:00[Europe/Oslo]", "FREQ=DAILY;UNTIL=20270328T070000Z",
      "0327T0800Z/60 0328T0700Z/60" },
    { "2027-03-27T09:00+01:00[Europe/Oslo]", "FREQ=DAILY;UNTIL=20270328T085959", "0327T0800Z/60" },
    /* The first counts though its day is not the rule's. */
    { "2027-03-25T09:00Z", "FREQ=WEEKLY;BYDAY=FR;COUNT=2", "0325T0900Z/60 0326T0900Z/60" },
    { "2027-03-25T09:00Z", "FREQ=SECONDLY", "0325T0900Z/60" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonId id = add_event (plan, cases[i].start, cases[i].rule);
      g_autofree char *found = tell (plan, id, wall (2027, 1, 1, 0), wall (2028, 1, 1, 0));
      g_assert_cmpstr (found, ==, cases[i].expected);
    }
}

/* A window takes what overlaps it, its edges belong to what lasts into it. */
static void
test_windows (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId id = add_event (plan, "2027-05-01T09:00Z", "FREQ=DAILY");
  g_autofree char *touching = tell (plan, id, wall (2027, 6, 1, 10), wall (2027, 6, 2, 9));
  g_autofree char *inside = tell (plan, id, wall (2027, 6, 1, 10) - 1, wall (2027, 6, 2, 9) + 1);

  g_assert_cmpstr (touching, ==, "");
  g_assert_cmpstr (inside, ==, "0601T0900Z/60 0602T0900Z/60");
}

static LiaisonBlock *
make_exception (Plan *plan, const char *occurrence, const char *start, gboolean cancelled)
{
  LiaisonEventExceptionData *item
      = (gpointer) liaison_block_new (&liaison_event_exception_shape, plan_id (++plan->made));

  g_assert_true (
      liaison_instant_parse (occurrence, strlen (occurrence), &item->occurrence, NULL));
  if (start != NULL)
    g_assert_true (liaison_instant_parse (start, strlen (start), &item->start, NULL));
  item->cancelled = cancelled;
  return &item->block;
}

static void
test_exceptions (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_event (plan, 0, 1);
  LiaisonBlock *items[3];

  liaison_instant_parse ("2027-05-01T09:00Z", 17, &event->start, NULL);
  event->rule = g_ref_string_new ("FREQ=DAILY;COUNT=4");
  items[0] = make_exception (plan, "2027-05-02T09:00Z", NULL, TRUE);
  /* Moved past the next; written in another zone than the rule's. */
  items[1] = make_exception (plan, "2027-05-03T11:00+02:00[Europe/Oslo]", "2027-05-05T07:00Z", FALSE);
  items[2] = make_exception (plan, "2027-05-04T09:00Z", NULL, FALSE);
  ((LiaisonEventExceptionData *) items[2])->duration = 1800;
  event->exceptions = liaison_items_new_take (items, 3);
  LiaisonId id = plan_add (plan, &liaison_event_kind, event);
  g_autofree char *all = tell (plan, id, wall (2027, 1, 1, 0), wall (2028, 1, 1, 0));
  g_autofree char *late = tell (plan, id, wall (2027, 5, 5, 0), wall (2027, 5, 6, 0));

  g_assert_cmpstr (all, ==, "0501T0900Z/60 0504T0900Z/30 0505T0700Z/60");
  g_assert_cmpstr (late, ==, "0505T0700Z/60");
}

static void
test_shift (void)
{
  g_autoptr (Plan) plan = plan_new ();
  g_autoptr (GString) found = g_string_new (NULL);
  LiaisonShiftData *shift
      = (gpointer) liaison_block_new (&liaison_shift_shape, plan_id (++plan->made));
  g_autoptr (LiaisonBlock) block = &shift->block;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);

  liaison_instant_parse ("2027-10-30T20:00+02:00[Europe/Oslo]", 35, &shift->start, NULL);
  liaison_instant_parse ("2027-10-31T07:00+01:00[Europe/Oslo]", 35, &shift->end, NULL);
  shift->rule = g_ref_string_new ("FREQ=DAILY;COUNT=2");
  liaison_recurrence_foreach (&lookup, block, wall (2027, 1, 1, 0), wall (2028, 1, 1, 0), tell_cb, found);
  g_assert_cmpstr (found->str, ==, "1030T1800Z/720 1031T1900Z/660");
  g_assert_true (liaison_recurrence_recurs (block));
}

/* Rules that only go on are not asked of libical: with a part that changes nothing they are. */
static void
test_steps (void)
{
  static const char *const rules[]
      = { "FREQ=DAILY", "FREQ=DAILY;INTERVAL=3", "FREQ=WEEKLY", "FREQ=WEEKLY;INTERVAL=2", "FREQ=HOURLY;INTERVAL=7",
          "FREQ=WEEKLY;BYDAY=MO,WE,FR", "FREQ=DAILY;BYDAY=SA,SU", "FREQ=WEEKLY;WKST=SU;BYDAY=SU,TU",
          "FREQ=DAILY;COUNT=9", "FREQ=WEEKLY;BYDAY=TH;COUNT=5", "FREQ=DAILY;INTERVAL=2;UNTIL=20271103T120000",
          "FREQ=WEEKLY;BYDAY=MO,TU;UNTIL=20271120T100000Z" };
  g_autoptr (GRand) chance = g_rand_new_with_seed (3);

  for (guint i = 0; i < 40 * G_N_ELEMENTS (rules); i++)
    {
      const char *rule = rules[i % G_N_ELEMENTS (rules)];
      g_autofree char *asked = g_strconcat (rule, ";BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12", NULL);
      g_autoptr (GString) steps = g_string_new (NULL);
      g_autoptr (GString) full = g_string_new (NULL);
      gint64 first = wall (2027, 10, 1, 0) + g_rand_int_range (chance, 0, 60 * 24) * 3600;
      gint64 from = first + g_rand_int_range (chance, -400, 900) * 3600;
      gint64 until = from + g_rand_int_range (chance, 0, 3000) * 3600;
      liaison_recurrence_foreach_wall (rule, first, from, until, append_cb, steps);
      liaison_recurrence_foreach_wall (asked, first, from, until, append_cb, full);
      g_assert_cmpstr (steps->str, ==, full->str);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/recurrence/walls", test_walls);
  g_test_add_func ("/schedule/recurrence/steps", test_steps);
  g_test_add_func ("/schedule/recurrence/far-window", test_far_window);
  g_test_add_func ("/schedule/recurrence/refused", test_refused);
  g_test_add_func ("/schedule/recurrence/bounds", test_bounds);
  g_test_add_func ("/schedule/recurrence/clock-changes", test_clock_changes);
  g_test_add_func ("/schedule/recurrence/windows", test_windows);
  g_test_add_func ("/schedule/recurrence/exceptions", test_exceptions);
  g_test_add_func ("/schedule/recurrence/shift", test_shift);
  return g_test_run ();
}
