/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has come and gone since the last conference. */
#include "config.h"

#include "review/trend.h"

#include "plan.h"

static LiaisonEventData *
conference (Plan *plan, LiaisonConferenceType type, double start)
{
  LiaisonEventData *event = plan_event (plan, start, 8);

  event->type = LIAISON_EVENT_TYPE_CONFERENCE;
  event->conference = type;
  return event;
}

/* The last that is over; not one that goes on, was cancelled, or is no more than coordination. */
static void
test_conference (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId found;
  gint64 end;
  LiaisonEventData *off = conference (plan, LIAISON_CONFERENCE_TYPE_FINAL, -30);

  off->status = LIAISON_EVENT_STATUS_CANCELLED;
  plan_add (plan, &liaison_event_kind, off);
  plan_add (plan, &liaison_event_kind, conference (plan, LIAISON_CONFERENCE_TYPE_COORDINATION, -20));
  LiaisonId initial = plan_add (plan, &liaison_event_kind,
                                conference (plan, LIAISON_CONFERENCE_TYPE_INITIAL, -90));
  LiaisonId middle = plan_add (plan, &liaison_event_kind,
                               conference (plan, LIAISON_CONFERENCE_TYPE_MAIN, -50));
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  g_assert_false (liaison_review_find_conference (snapshot, PLAN_STARTEX - 95 * PLAN_HOUR, &found, &end));
  g_assert_true (liaison_review_find_conference (snapshot, PLAN_STARTEX - 60 * PLAN_HOUR, &found, &end));
  g_assert_true (liaison_id_same (found, initial));
  g_assert_cmpint (end, ==, PLAN_STARTEX - 82 * PLAN_HOUR);
  g_assert_true (liaison_review_find_conference (snapshot, PLAN_STARTEX - 45 * PLAN_HOUR, &found, &end));
  g_assert_true (liaison_id_same (found, initial));
  g_assert_true (liaison_review_find_conference (snapshot, PLAN_STARTEX, &found, &end));
  g_assert_true (liaison_id_same (found, middle));
}

static LiaisonSnapshot *
make (gboolean twice, gboolean early)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 1);
  LiaisonEventData *first = plan_event (plan, 10, 2), *second = plan_event (plan, twice ? 11 : 30, 2);
  LiaisonEventData *third = plan_event (plan, 50, 2);

  first->title = liaison_text_new ("en", "First");
  second->title = liaison_text_new ("en", "Second");
  third->title = liaison_text_new ("en", "Third");
  first->site = second->site = site;
  if (early)
    plan_at (&third->deadline, 51);
  plan_add (plan, &liaison_event_kind, first);
  plan_add (plan, &liaison_event_kind, second);
  plan_add (plan, &liaison_event_kind, third);
  return liaison_document_get_snapshot (plan->document);
}

static gboolean
has (const GPtrArray *findings, const char *rule)
{
  for (guint i = 0; i < findings->len; i++)
    if (g_str_equal (((const LiaisonFinding *) findings->pdata[i])->rule, rule))
      return TRUE;
  return FALSE;
}

static void
test_come_and_gone (void)
{
  g_autoptr (LiaisonSnapshot) before = make (TRUE, FALSE), after = make (FALSE, TRUE);
  g_autoptr (LiaisonReviewTrend) trend = liaison_review_trend_new (
      before, PLAN_STARTEX - 100, after, PLAN_STARTEX, NULL);

  g_assert_true (has (trend->comparison->gone, "site-overbooked"));
  g_assert_false (has (trend->comparison->arisen, "site-overbooked"));
  g_assert_true (has (trend->comparison->arisen, "deadline-missed"));
  g_assert_cmpuint (trend->then[0] + trend->then[1] + trend->then[2], ==,
                    trend->comparison->n_before);
  g_assert_cmpuint (trend->now[0] + trend->now[1] + trend->now[2], ==, trend->comparison->n_after);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/trend/conference", test_conference);
  g_test_add_func ("/review/trend/come-and-gone", test_come_and_gone);
  return g_test_run ();
}
