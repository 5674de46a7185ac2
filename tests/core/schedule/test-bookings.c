/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/bookings.h"

#include "plan.h"

#define EVENT(plan, event) plan_add (plan, &liaison_event_kind, event)

/* What uses the pool, as "event:start-end*amount" with hours from STARTEX. */
static char *
describe (const LiaisonBookings *bookings, guint pool)
{
  guint n;
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, pool, &n);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u:%g-%g*%u", i > 0 ? " " : "", uses[i].event,
                            (uses[i].start - PLAN_STARTEX) / (double) PLAN_HOUR,
                            (uses[i].end - PLAN_STARTEX) / (double) PLAN_HOUR, uses[i].amount);
  return g_string_free (text, FALSE);
}

static void
assert_pool (const LiaisonBookings *bookings, guint pool, const char *wanted)
{
  g_autofree char *found = describe (bookings, pool);
  g_assert_cmpstr (found, ==, wanted);
}

static void
test_site_with_set_up (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonEventData *event;

  site->turnaround = PLAN_HOUR / 4;
  LiaisonId id = plan_add (plan, &liaison_site_kind, site);
  event = plan_event (plan, 10, 2);
  event->site = id;
  event->set_up = PLAN_HOUR;
  event->tear_down = PLAN_HOUR / 2;
  EVENT (plan, event);
  /* A milestone takes no room. */
  event = plan_event (plan, 5, 0);
  event->site = id;
  EVENT (plan, event);

  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  assert_pool (bookings, 0, "0:9-12.75*1");
}

static void
test_named_twice_counts_once (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonEventData *event = plan_event (plan, 10, 2);

  event->participants = liaison_ids_new (&person, 1);
  event->chair = person;
  event->bookings = plan_booking (plan, person, 3, PLAN_HOUR, 0);
  EVENT (plan, event);

  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  assert_pool (bookings, 0, "0:9-12*3");
}

static void
test_cancelled_and_postponed (void)
{
  static const LiaisonEventStatus statuses[]
      = { LIAISON_EVENT_STATUS_CANCELLED, LIAISON_EVENT_STATUS_POSTPONED,
          LIAISON_EVENT_STATUS_DRAFT };
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      LiaisonEventData *event = plan_event (plan, 10, 2);
      event->chair = person;
      event->status = statuses[i];
      EVENT (plan, event);
    }
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  assert_pool (bookings, 0, "2:10-12*1");
}

/* An hour after the end of another that hangs on ENDEX; in a circle; of no time. */
static void
test_anchored (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonEventData *events[4];
  guint n;

  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    {
      events[i] = plan_event (plan, 0, 2);
      events[i]->chair = person;
      events[i]->start = (LiaisonInstant) { LIAISON_INSTANT_UNSET };
    }
  events[0]->start = (LiaisonInstant) { .form = LIAISON_INSTANT_ELAPSED,
                                        .edge = LIAISON_ANCHOR_END,
                                        .seconds = PLAN_HOUR,
                                        .anchor = liaison_anchor_for (events[1]->block.id) };
  events[1]->start = (LiaisonInstant) { .form = LIAISON_INSTANT_ELAPSED,
                                        .edge = LIAISON_ANCHOR_ENDEX,
                                        .seconds = -50 * PLAN_HOUR };
  events[2]->start = (LiaisonInstant) { .form = LIAISON_INSTANT_ELAPSED,
                                        .edge = LIAISON_ANCHOR_END,
                                        .anchor = liaison_anchor_for (events[2]->block.id) };
  for (guint i = 0; i < G_N_ELEMENTS (events); i++)
    EVENT (plan, events[i]);

  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  const LiaisonScheduledEvent *scheduled = liaison_bookings_get_events (bookings, &n);
  g_assert_cmpuint (n, ==, 4);
  g_assert_true (scheduled[0].occurs && scheduled[1].occurs);
  g_assert_false (scheduled[2].occurs || scheduled[3].occurs);
  assert_pool (bookings, 0, "1:50-52*1 0:53-55*1");
}

/* Parts share what the whole uses, in a pool of their own; one that leaves its time does not. */
static void
test_parts_share (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 0);
  LiaisonEventData *whole = plan_event (plan, 10, 10);
  LiaisonId whole_id = whole->block.id;
  static const double starts[] = { 11, 12, 19 };
  guint n;

  whole->site = site;
  EVENT (plan, whole);
  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      LiaisonEventData *part = plan_event (plan, starts[i], 2);
      part->site = site;
      part->parent = whole_id;
      EVENT (plan, part);
    }
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  g_assert_cmpuint (liaison_bookings_count_pools (bookings), ==, 2);
  assert_pool (bookings, 0, "0:10-20*1 3:19-21*1");
  assert_pool (bookings, 1, "1:11-13*1 2:12-14*1");
  g_assert_cmpuint (liaison_bookings_get_pool_resource (bookings, 1), ==, 0);
  g_assert_cmpuint (liaison_bookings_get_pools_of (bookings, 2, &n)[0], ==, 1);
  g_assert_cmpuint (n, ==, 1);
}

static void
test_parents_in_circle (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId site = plan_site (plan, 0);
  LiaisonEventData *one = plan_event (plan, 10, 2), *two = plan_event (plan, 10, 2);

  one->parent = two->block.id;
  two->parent = one->block.id;
  one->site = two->site = site;
  EVENT (plan, one);
  EVENT (plan, two);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  g_assert_nonnull (bookings);
}

static void
test_out_of_order (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  guint n;

  for (guint i = 0; i < 500; i++)
    {
      LiaisonEventData *event = plan_event (plan, (i * 211) % 500, 0.5);
      event->chair = person;
      EVENT (plan, event);
    }
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  const LiaisonUse *uses = liaison_bookings_get_pool (bookings, 0, &n);
  g_assert_cmpuint (n, ==, 500);
  for (guint i = 0; i < n; i++)
    g_assert_cmpint (uses[i].start, ==, PLAN_STARTEX + i * (gint64) PLAN_HOUR);
}

/* Every tie is found, near and far, forward and back; those to nothing or to itself are not. */
static void
test_links (void)
{
  g_autoptr (Plan) plan = plan_new ();
  guint n, others[200];

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    {
      LiaisonEventData *event = plan_event (plan, i, 1);
      others[i] = (i * 89 + 7) % (G_N_ELEMENTS (others) + 3);
      /* Ids are drawn for the dependency too, so those of events are two apart. */
      event->dependencies = plan_dependency (plan, plan_id (1 + 2 * others[i]),
                                             LIAISON_DEPENDENCY_TYPE_UNSET, i);
      EVENT (plan, event);
    }
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  const LiaisonLink *links = liaison_bookings_get_links (bookings, &n);
  guint wanted = 0;
  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] < G_N_ELEMENTS (others) && others[i] != i)
      {
        g_assert_cmpuint (links[wanted].successor, ==, i);
        g_assert_cmpuint (links[wanted].predecessor, ==, others[i]);
        g_assert_cmpint (links[wanted].type, ==, LIAISON_DEPENDENCY_TYPE_FINISH_START);
        g_assert_cmpint (links[wanted].lag, ==, i);
        wanted++;
      }
  g_assert_cmpuint (n, ==, wanted);
  g_assert_cmpuint (wanted, <, G_N_ELEMENTS (others));
}

/* Every occurrence occupies what the event does, and is in the way of others. */
static void
test_series (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan), site = plan_site (plan, 1);
  LiaisonEventData *event = plan_event (plan, 8, 1);
  guint first, end;

  event->chair = person;
  event->site = site;
  event->rule = g_ref_string_new ("FREQ=DAILY;COUNT=3");
  EVENT (plan, event);
  event = plan_event (plan, 32, 2);
  event->chair = person;
  EVENT (plan, event);

  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  liaison_bookings_get_resources (bookings, LIAISON_KIND_PARTICIPANT, &first, &end);
  assert_pool (bookings, first, "0:8-9*1 0:32-33*1 1:32-34*1 0:56-57*1");
  liaison_bookings_get_resources (bookings, LIAISON_KIND_SITE, &first, &end);
  assert_pool (bookings, first, "0:8-9*1 0:32-33*1 0:56-57*1");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/schedule/bookings/" path, func)
  ADD ("site-with-set-up", test_site_with_set_up);
  ADD ("named-twice-counts-once", test_named_twice_counts_once);
  ADD ("cancelled-and-postponed", test_cancelled_and_postponed);
  ADD ("anchored", test_anchored);
  ADD ("parts-share", test_parts_share);
  ADD ("parents-in-circle", test_parents_in_circle);
  ADD ("out-of-order", test_out_of_order);
  ADD ("series", test_series);
  ADD ("links", test_links);
#undef ADD
  return g_test_run ();
}
