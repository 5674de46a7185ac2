/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rules about places on small plans: journeys, rooms, and what mends them. */
#include "config.h"

#include "rules.h"

static LiaisonId
add_site (Plan *plan, LiaisonSiteType type, LiaisonId parent, LiaisonId other, gint64 minutes)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);

  site->type = (int) type;
  site->parent = parent;
  if (!liaison_id_is_zero (other))
    {
      LiaisonTravelTimeData *travel
          = (gpointer) liaison_block_new (&liaison_travel_time_shape, plan_id (++plan->made));
      LiaisonBlock *block = &travel->block;
      travel->site = other;
      travel->time = minutes * 60;
      site->travel = liaison_items_new_take (&block, 1);
    }
  return plan_add (plan, &liaison_site_kind, site);
}

/* Two events of one person, an hour each, with a gap in minutes between them. */
static guint
count_journeys (LiaisonSiteType type, gboolean in_rooms, gboolean back, gint64 minutes, gint64 gap)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_site (plan, type, none, none, 0);
  LiaisonId camp = add_site (plan, LIAISON_SITE_TYPE_CAMP, none, town, minutes);
  LiaisonId from = in_rooms ? add_site (plan, LIAISON_SITE_TYPE_ROOM, camp, none, 0) : camp;
  LiaisonEventData *first = plan_event (plan, 0, 1);
  first->site = back ? town : from;
  first->participants = ids (person, none);
  plan_add (plan, &liaison_event_kind, first);
  LiaisonEventData *second = plan_event (plan, 1 + gap / 60.0, 1);
  second->site = back ? from : town;
  second->participants = ids (person, none);
  plan_add (plan, &liaison_event_kind, second);
  return count (plan, "travel-too-short");
}

static void
test_travel (void)
{
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, FALSE, 60, 59), ==, 1);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, FALSE, 60, 60), ==, 0);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, TRUE, 60, 59), ==, 1);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, TRUE, FALSE, 60, 59), ==, 1);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, TRUE, TRUE, 60, 59), ==, 1);
  /* A call is no place to go to, and two events at once are another rule's. */
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_VIRTUAL, FALSE, FALSE, 60, 0), ==, 0);
  g_assert_cmpuint (count_journeys (LIAISON_SITE_TYPE_PORT, FALSE, FALSE, 60, -30), ==, 0);
}

static void
test_travel_fix (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_site (plan, LIAISON_SITE_TYPE_PORT, none, none, 0);
  LiaisonId camp = add_site (plan, LIAISON_SITE_TYPE_CAMP, none, town, 90);
  static const double starts[] = { 0, 1.5, 3.25 };
  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = plan_event (plan, starts[i], 1);
      event->site = i == 0 ? camp : town;
      event->participants = ids (person, none);
      plan_add (plan, &liaison_event_kind, event);
    }
  g_autoptr (GPtrArray) findings = find (plan, "travel-too-short");

  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  /* There is room for the journey, but then the third is in the way: it goes behind it. */
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_cmpint (edit->value.as.instant.seconds, ==, PLAN_STARTEX + 15300);
}

/* Two events in one room; of three others, the smallest that is large enough and free is offered. */
static void
test_other_site (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId building = add_site (plan, LIAISON_SITE_TYPE_BUILDING, none, none, 0);
  static const gint64 sizes[] = { 20, 10, 80, 40, 30 };
  LiaisonId rooms[5];
  for (guint i = 0; i < 5; i++)
    {
      LiaisonSiteData *room = plan_begin (plan, &liaison_site_kind);
      room->type = LIAISON_SITE_TYPE_ROOM;
      room->parent = building;
      room->capacity = sizes[i];
      rooms[i] = plan_add (plan, &liaison_site_kind, room);
    }
  static const guint used[] = { 0, 0, 4 }; /* the one of 30 is taken */
  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = plan_event (plan, 0, 1);
      event->site = rooms[used[i]];
      plan_add (plan, &liaison_event_kind, event);
    }
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");

  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  const LiaisonFixEdit *edit = &g_array_index (finding->fix, LiaisonFixEdit, 0);
  g_assert_true (liaison_id_same (edit->value.as.id, rooms[3]));
}

static LiaisonId
add_room (Plan *plan, LiaisonId building)
{
  LiaisonSiteData *room = plan_begin (plan, &liaison_site_kind);

  room->type = LIAISON_SITE_TYPE_ROOM;
  room->parent = building;
  room->capacity = 20;
  return plan_add (plan, &liaison_site_kind, room);
}

static LiaisonId
add_in_room (Plan *plan, double start, double hours, LiaisonId room, gboolean locked)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->site = room;
  event->locked = locked;
  return plan_add (plan, &liaison_event_kind, event);
}

static void
assert_moved (const LiaisonFinding *finding, guint edit, LiaisonId event, double start)
{
  const LiaisonFixEdit *made = &g_array_index (finding->fix, LiaisonFixEdit, edit);

  g_assert_true (liaison_id_same (made->slot.record, event));
  g_assert_cmpint (made->value.as.instant.seconds, ==, PLAN_STARTEX + (gint64) (start * PLAN_HOUR));
}

static void
assert_sent (const LiaisonFinding *finding, guint edit, LiaisonId event, LiaisonId site)
{
  const LiaisonFixEdit *made = &g_array_index (finding->fix, LiaisonFixEdit, edit);

  g_assert_true (liaison_id_same (made->slot.record, event));
  g_assert_true (liaison_id_same (made->value.as.id, site));
}

/* The other room is taken, by an event that can come here when this one is gone. */
static void
test_exchange_sites (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId building = add_site (plan, LIAISON_SITE_TYPE_BUILDING, none, none, 0);
  LiaisonId one = add_room (plan, building), two = add_room (plan, building);

  add_in_room (plan, 2, 2, one, FALSE);
  LiaisonId later = add_in_room (plan, 3, 2, one, FALSE);
  LiaisonId partner = add_in_room (plan, 4, 2, two, FALSE);
  g_autoptr (GPtrArray) findings = find (plan, "site-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_nonnull (finding->fix);
  g_assert_cmpuint (finding->fix->len, ==, 2);
  assert_sent (finding, 0, later, two);
  assert_sent (finding, 1, partner, one);
}

/* The person is busy for a week, but free while another event has the room. */
static void
exchange_times (gboolean locked)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId room = add_site (plan, LIAISON_SITE_TYPE_ROOM, none, none, 0);
  LiaisonId partner = add_in_room (plan, 1, 2, room, locked), later = none;

  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = plan_event (plan, (const double[]){ 3, 4, 6 }[i], (const double[]){ 2, 2, 200 }[i]);
      event->participants = ids (person, none);
      event->locked = i != 1;
      event->site = i == 1 ? room : none;
      LiaisonId id = plan_add (plan, &liaison_event_kind, event);
      later = i == 1 ? id : later;
    }
  g_autoptr (GPtrArray) findings = find (plan, "participant-overbooked");
  g_assert_cmpuint (findings->len, ==, 1);
  g_autoptr (LiaisonFinding) finding = mend (plan, findings);
  g_assert_true ((finding->fix == NULL) == locked);
  if (locked)
    return;
  g_assert_cmpuint (finding->fix->len, ==, 2);
  assert_moved (finding, 0, later, 1);
  assert_moved (finding, 1, partner, 4);
}

static void
test_exchange_times (void)
{
  exchange_times (FALSE);
  exchange_times (TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/review/rules/travel", test_travel);
  g_test_add_func ("/review/rules/travel-fix", test_travel_fix);
  g_test_add_func ("/review/rules/exchange-sites", test_exchange_sites);
  g_test_add_func ("/review/rules/exchange-times", test_exchange_times);
  g_test_add_func ("/review/rules/other-site", test_other_site);
  return g_test_run ();
}
