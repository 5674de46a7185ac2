/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/nudge.h"

#include "plan.h"
#include "edit/editor.h"
#include "record/times.h"

#include <string.h>

#define DAY 86400

static gint64
now_cb (gpointer data)
{
  return 0;
}

static LiaisonInstant
parse (const char *text)
{
  LiaisonInstant instant;

  g_assert_true (liaison_instant_parse (text, strlen (text), &instant, NULL));
  return instant;
}

typedef struct
{
  const char *path, *before;
  gint64 wall;
  const char *after;
} Case;

static const Case cases[] = {
  { "zulu", "2027-05-14T13:00Z", 3600, "2027-05-14T14:00Z" },
  { "midnight", "2027-05-14T23:30Z", 3600, "2027-05-15T00:30Z" },
  { "leap-day", "2028-02-28T12:00Z", DAY, "2028-02-29T12:00Z" },
  { "bare-offset", "2027-05-14T15:00+02:00", DAY, "2027-05-15T15:00+02:00" },
  /* Nine o'clock stays nine o'clock, though only 23 or as much as 25 hours pass. */
  { "spring", "2027-03-27T09:00+01:00[Europe/Oslo]", DAY, "2027-03-28T09:00+02:00[Europe/Oslo]" },
  { "autumn", "2027-10-30T09:00+02:00[Europe/Oslo]", DAY, "2027-10-31T09:00+01:00[Europe/Oslo]" },
  { "back", "2027-10-31T09:00+01:00[Europe/Oslo]", -DAY, "2027-10-30T09:00+02:00[Europe/Oslo]" },
  /* A time the clocks jump over is as far after the jump. */
  { "skipped", "2027-03-27T02:30+01:00[Europe/Oslo]", DAY, "2027-03-28T03:30+02:00[Europe/Oslo]" },
  /* Of a time shown twice the first is taken. */
  { "doubled", "2027-10-30T02:30+02:00[Europe/Oslo]", DAY, "2027-10-31T02:30+02:00[Europe/Oslo]" },
  { "elapsed", "STARTEX+57h", 3600, "STARTEX+58h" },
  { "elapsed-past", "STARTEX+1h", -7200, "STARTEX-1h" },
  { "clock", "STARTEX+2d@09:00[Europe/Oslo]", 3600, "STARTEX+2d@10:00[Europe/Oslo]" },
  { "clock-midnight", "STARTEX+2d@23:30[Europe/Oslo]", 3600, "STARTEX+3d@00:30[Europe/Oslo]" },
  { "clock-back", "STARTEX@00:30Z", -3600, "STARTEX-1d@23:30Z" },
};

static void
test_case (gconstpointer data)
{
  const Case *c = data;
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);
  LiaisonInstant before = parse (c->before), moved;
  LiaisonLookup lookup;
  char text[LIAISON_INSTANT_TEXT_SIZE];

  event->start = before;
  LiaisonId id = plan_add (plan, &liaison_event_kind, event);
  lookup = liaison_document_get_lookup (plan->document);
  g_assert_true (
      liaison_nudge_instant (&lookup, liaison_lookup_find (&lookup, id), &before, c->wall, &moved));
  liaison_instant_format (&moved, text);
  g_assert_cmpstr (text, ==, c->after);
}

static void
test_unset (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  LiaisonInstant unset = { 0 }, moved;

  g_assert_false (
      liaison_nudge_instant (&lookup, liaison_lookup_get_exercise (&lookup), &unset, 60, &moved));
}

static LiaisonId
add (Plan *plan, double start, double hours)
{
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);

  plan_at (&event->start, start);
  event->duration = (gint64) (hours * PLAN_HOUR);
  return plan_add (plan, &liaison_event_kind, event);
}

static LiaisonId
add_after (Plan *plan, LiaisonId anchor)
{
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);

  event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                                   .edge = LIAISON_ANCHOR_END,
                                   .anchor = liaison_anchor_for (anchor),
                                   .seconds = PLAN_HOUR };
  return plan_add (plan, &liaison_event_kind, event);
}

static double
start_of (Plan *plan, LiaisonId id)
{
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  gint64 seconds = 0;

  liaison_times_get_start (&lookup, liaison_lookup_find (&lookup, id), &seconds);
  return (double) (seconds - PLAN_STARTEX) / PLAN_HOUR;
}

/* Moved together, two keep their distance, also where one hangs on the other; a locked one stays;
 * all in one edit. */
static void
test_together (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *still = plan_begin (plan, &liaison_event_kind);
  LiaisonId ids[4];
  LiaisonNudge nudge = { 2 * PLAN_HOUR, 0 };
  LiaisonLookup lookup;
  g_autoptr (LiaisonEditor) editor = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("test");
  guint locked;

  plan_at (&still->start, 30);
  still->locked = TRUE;
  ids[3] = plan_add (plan, &liaison_event_kind, still);
  ids[0] = add (plan, 10, 3);
  ids[1] = add_after (plan, ids[0]);
  ids[2] = add (plan, 20, 1);
  editor = liaison_editor_new (plan->document, now_cb, NULL);
  lookup = liaison_document_get_lookup (plan->document);
  g_assert_cmpuint (liaison_nudge_propose (&lookup, ids, 4, &nudge, proposal, &locked), ==, 2);
  g_assert_cmpuint (locked, ==, 1);
  g_assert_true (liaison_editor_commit (editor, proposal, &error));
  g_assert_no_error (error);
  g_assert_cmpfloat (start_of (plan, ids[0]), ==, 12);
  g_assert_cmpfloat (start_of (plan, ids[1]), ==, 16);
  g_assert_cmpfloat (start_of (plan, ids[2]), ==, 22);
  g_assert_cmpfloat (start_of (plan, ids[3]), ==, 30);
}

static void
test_never_shorter_than_nothing (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId id = add (plan, 10, 3);
  LiaisonNudge nudge = { 0, -5 * PLAN_HOUR };
  LiaisonLookup lookup = liaison_document_get_lookup (plan->document);
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("test");

  g_assert_cmpuint (liaison_nudge_propose (&lookup, &id, 1, &nudge, proposal, NULL), ==, 1);
  g_assert_cmpuint (liaison_proposal_get_size (proposal), ==, 1);
  /* And nothing to do is nothing done. */
  nudge.length = 0;
  g_assert_cmpuint (liaison_nudge_propose (&lookup, &id, 1, &nudge, proposal, NULL), ==, 0);
}

static void
test_measure (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *event = plan_begin (plan, &liaison_event_kind);
  LiaisonLookup lookup;
  LiaisonInstant after = parse ("2027-10-31T09:00+01:00[Europe/Oslo]");
  gint64 wall;

  event->start = parse ("2027-10-30T09:00+02:00[Europe/Oslo]");
  LiaisonId id = plan_add (plan, &liaison_event_kind, event);
  lookup = liaison_document_get_lookup (plan->document);
  g_assert_true (
      liaison_nudge_measure (&lookup, liaison_lookup_find (&lookup, id), after.seconds, &wall));
  g_assert_cmpint (wall, ==, DAY);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/schedule/nudge/", cases[i].path, NULL);
      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/schedule/nudge/unset", test_unset);
  g_test_add_func ("/schedule/nudge/together", test_together);
  g_test_add_func ("/schedule/nudge/never-shorter-than-nothing", test_never_shorter_than_nothing);
  g_test_add_func ("/schedule/nudge/measure", test_measure);
  return g_test_run ();
}
