/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levelling leaves time for the ways between sites, and takes none away. */
#include "config.h"

#include "schedule/levelling.h"
#include "schedule/travel.h"

#include "plan.h"
#include "record/times.h"

#define EVENT(plan, event) plan_add (plan, &liaison_event_kind, event)

static const LiaisonLevelOptions defaults
    = { .goal = LIAISON_LEVEL_LEAST, .from = G_MININT64, .now = G_MININT64, .schedules = 2000,
        .seed = 1 };

static LiaisonLevelling *
level (Plan *plan, LiaisonLevelGoal goal)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonLevelOptions options = defaults;

  options.goal = goal;
  return liaison_level (snapshot, &options);
}

static LiaisonId
add_town (Plan *plan, const LiaisonId *others, const guint *minutes, guint n)
{
  LiaisonSiteData *site = plan_begin (plan, &liaison_site_kind);
  LiaisonBlock *items[4];

  site->type = LIAISON_SITE_TYPE_PORT;
  site->at_once = 10;
  for (guint i = 0; i < n; i++)
    {
      LiaisonTravelTimeData *travel
          = (gpointer) liaison_block_new (&liaison_travel_time_shape, plan_id (++plan->made));
      travel->site = others[i];
      travel->time = minutes[i] * 60;
      items[i] = &travel->block;
    }
  site->travel = liaison_items_new_take (items, n);
  return plan_add (plan, &liaison_site_kind, site);
}

static LiaisonEventData *
add_at (Plan *plan, double start, double hours, LiaisonId site, LiaisonId person)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->site = site;
  event->participants = liaison_ids_new (&person, 1);
  return event;
}

/* How many journeys of the plan have too little time, looked at pair by pair. */
static guint
count_short (LiaisonSnapshot *snapshot)
{
  g_autoptr (LiaisonTravel) travel = liaison_travel_new (snapshot);
  LiaisonLookup lookup = liaison_snapshot_get_lookup (snapshot);
  guint n, n_short = 0;
  const LiaisonBlock *const *events = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);

  for (guint i = 0; i < n; i++)
    for (guint j = 0; j < n; j++)
      {
        const LiaisonEventData *one = LIAISON_DATA (Event, events[i]), *two = LIAISON_DATA (Event, events[j]);
        gint64 end, start, way;
        if (i == j || !liaison_ids_equal (one->participants, two->participants))
          continue;
        g_assert_cmpint (liaison_times_get_end (&lookup, events[i], &end), ==, LIAISON_TIME_KNOWN);
        g_assert_cmpint (liaison_times_get_start (&lookup, events[j], &start), ==, LIAISON_TIME_KNOWN);
        LiaisonId to = liaison_id_is_zero (two->from_site) ? two->site : two->from_site;
        n_short += start >= end && liaison_travel_get (travel, one->site, to, &way) && start - end < way;
      }
  return n_short;
}

static void
test_makes_time (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_town (plan, NULL, NULL, 0);
  LiaisonId camp = add_town (plan, &town, (guint[]){ 90 }, 1);
  LiaisonEventData *first = add_at (plan, 10, 2, town, person);

  first->locked = TRUE;
  EVENT (plan, first);
  LiaisonId second = EVENT (plan, add_at (plan, 13, 2, camp, person));
  g_autoptr (LiaisonLevelling) found = level (plan, LIAISON_LEVEL_LEAST);
  g_assert_cmpuint (found->n_before, ==, 1);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpuint (found->moves->len, ==, 1);
  const LiaisonMove *move = &g_array_index (found->moves, LiaisonMove, 0);
  g_assert_true (liaison_id_same (move->record, second));
  g_assert_cmpint (move->to - PLAN_STARTEX, ==, 13.5 * PLAN_HOUR);
  g_assert_nonnull (move->sentence);
}

/* Both are booked at one time; whichever way the second goes, it leaves time for the way. */
static void
test_creates_none (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_town (plan, NULL, NULL, 0);
  LiaisonId camp = add_town (plan, &town, (guint[]){ 45 }, 1);

  EVENT (plan, add_at (plan, 10, 2, town, person));
  EVENT (plan, add_at (plan, 11, 2, camp, person));
  g_autoptr (LiaisonLevelling) found = level (plan, LIAISON_LEVEL_LEAST);
  g_assert_cmpuint (found->n_before, ==, 1);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpuint (count_short (found->after), ==, 0);
}

/* Two that stay where they are, too close to each other: it is said why. */
static void
test_says_why_not (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId person = plan_person (plan);
  LiaisonId town = add_town (plan, NULL, NULL, 0);
  LiaisonId camp = add_town (plan, &town, (guint[]){ 90 }, 1);

  for (guint i = 0; i < 2; i++)
    {
      LiaisonEventData *event = add_at (plan, 10 + 3 * i, 2, i == 0 ? town : camp, person);
      event->locked = TRUE;
      EVENT (plan, event);
    }
  g_autoptr (LiaisonLevelling) found = level (plan, LIAISON_LEVEL_LEAST);
  g_assert_cmpuint (found->n_after, ==, 1);
  g_assert_cmpuint (found->unsolved->len, ==, 1);
  g_assert_cmpuint (g_array_index (found->unsolved, LiaisonUnsolved, 0).constraints->len, ==, 3);
}

/* Journeys themselves begin at one place and end at another. */
static void
add_random (Plan *plan, GRand *chance, const LiaisonId *towns, const LiaisonId *people)
{
  LiaisonEventData *event
      = add_at (plan, g_rand_int_range (chance, 0, 72) / 2.0, g_rand_int_range (chance, 1, 5) / 2.0,
                towns[g_rand_int_range (chance, 0, 3)], people[g_rand_int_range (chance, 0, 2)]);

  if (g_rand_int_range (chance, 0, 6) == 0)
    event->from_site = towns[g_rand_int_range (chance, 0, 3)];
  EVENT (plan, event);
}

static void
test_random (void)
{
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);
  guint n_short = 0;

  for (guint round = 0; round < 30; round++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonId people[] = { plan_person (plan), plan_person (plan) }, towns[3];
      towns[0] = add_town (plan, NULL, NULL, 0);
      towns[1] = add_town (plan, towns, (guint[]){ 30 }, 1);
      towns[2] = add_town (plan, towns, (guint[]){ 75, 120 }, 2);
      for (guint i = 0; i < 10; i++)
        add_random (plan, chance, towns, people);
      g_autoptr (LiaisonSnapshot) before = liaison_document_get_snapshot (plan->document);
      n_short += count_short (before);
      g_autoptr (LiaisonLevelling) found
          = level (plan, round % 2 ? LIAISON_LEVEL_SHORTEST : LIAISON_LEVEL_LEAST);
      g_assert_cmpuint (found->n_after, ==, 0);
      g_assert_cmpuint (count_short (found->after), ==, 0);
      g_autoptr (LiaisonLevelling) again
          = level (plan, round % 2 ? LIAISON_LEVEL_SHORTEST : LIAISON_LEVEL_LEAST);
      g_assert_cmpint (again->end_after, ==, found->end_after);
      g_assert_cmpuint (again->n_moved, ==, found->n_moved);
    }
  g_assert_cmpuint (n_short, >, 30);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/levelling/travel/makes-time", test_makes_time);
  g_test_add_func ("/schedule/levelling/travel/creates-none", test_creates_none);
  g_test_add_func ("/schedule/levelling/travel/says-why-not", test_says_why_not);
  g_test_add_func ("/schedule/levelling/travel/random", test_random);
  return g_test_run ();
}
