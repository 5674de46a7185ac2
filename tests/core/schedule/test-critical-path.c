/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/critical-path.h"

#include "plan.h"

#define EVENT(plan, event) plan_add (plan, &liaison_event_kind, event)
#define H PLAN_HOUR

/* A plan and what was found of it. */
typedef struct
{
  Plan *plan;
  LiaisonSnapshot *snapshot;
  LiaisonBookings *bookings;
  LiaisonCriticalPath *path;
} Found;

static void
look (Found *self, const LiaisonAllowedTimes *allowed)
{
  self->snapshot = liaison_document_get_snapshot (self->plan->document);
  self->bookings = liaison_bookings_new (self->snapshot);
  self->path = liaison_critical_path_new (self->snapshot, self->bookings, allowed);
}

static void
found_clear (Found *self)
{
  g_clear_pointer (&self->path, liaison_critical_path_free);
  g_clear_pointer (&self->bookings, liaison_bookings_free);
  g_clear_pointer (&self->snapshot, liaison_snapshot_unref);
  g_clear_pointer (&self->plan, plan_free);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Found, found_clear)

static const LiaisonTiming *
timing (const Found *self, LiaisonId event)
{
  guint n;

  return &liaison_critical_path_get_timings (
      self->path, &n)[liaison_critical_path_find (self->path, event)];
}

/* In hours from STARTEX. */
static void
assert_times (const Found *self, LiaisonId event, double earliest, double total, double free)
{
  const LiaisonTiming *found = timing (self, event);

  g_assert_cmpfloat ((found->earliest_start - PLAN_STARTEX) / (double) H, ==, earliest);
  g_assert_true (found->bounded);
  g_assert_cmpfloat (found->total_slack / (double) H, ==, total);
  g_assert_cmpfloat (found->free_slack / (double) H, ==, free);
  g_assert_cmpint (found->latest_start - found->earliest_start, ==, found->total_slack);
}

static LiaisonId
after (Plan *plan, double start, double hours, LiaisonId before, LiaisonDependencyType type,
       double lag)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->dependencies = plan_dependency (plan, before, type, (gint64) (lag * H));
  return EVENT (plan, event);
}

static LiaisonItems *
two (Plan *plan, LiaisonId one, LiaisonId other)
{
  LiaisonId ids[] = { one, other };
  LiaisonBlock *blocks[2];

  for (guint i = 0; i < 2; i++)
    {
      LiaisonDependencyData *data
          = (gpointer) liaison_block_new (&liaison_dependency_shape, plan_id (++plan->made));
      data->event = ids[i];
      data->lag = 0;
      blocks[i] = &data->block;
    }
  return liaison_items_new_take (blocks, 2);
}

/* A 4 h, then B 2 h and C 5 h beside each other, then D 1 h: the text-book diamond. */
static void
test_diamond (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonId a = EVENT (plan, plan_event (plan, 0, 4));
  LiaisonId b = after (plan, 4, 2, a, LIAISON_DEPENDENCY_TYPE_UNSET, 0);
  LiaisonId c = after (plan, 4, 5, a, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  LiaisonEventData *last = plan_event (plan, 9, 1);
  guint n;

  last->dependencies = two (plan, b, c);
  LiaisonId d = EVENT (plan, last);
  LiaisonId alone = EVENT (plan, plan_event (plan, 3, 1));
  look (&found, NULL);
  assert_times (&found, a, 0, 0, 0);
  assert_times (&found, b, 4, 3, 3);
  assert_times (&found, c, 4, 0, 0);
  assert_times (&found, d, 9, 0, 0);
  g_assert_true (timing (&found, c)->critical);
  g_assert_false (timing (&found, b)->critical);
  /* Nothing hangs on it. */
  g_assert_false (timing (&found, alone)->bounded);
  g_assert_cmpuint (timing (&found, alone)->network, ==, LIAISON_NO_PLACE);
  g_assert_cmpuint (liaison_critical_path_count_chains (found.path), ==, 1);
  const guint *chain = liaison_critical_path_get_chain (found.path, 0, &n);
  g_assert_cmpuint (n, ==, 3);
  g_assert_cmpuint (chain[0], ==, liaison_critical_path_find (found.path, a));
  g_assert_cmpuint (chain[1], ==, liaison_critical_path_find (found.path, c));
  g_assert_cmpuint (chain[2], ==, liaison_critical_path_find (found.path, d));
}

/* One predecessor of 4 h from hour 10, one successor of 3 h, and where the tie lets that begin. */
static void
test_types (void)
{
  static const struct
  {
    LiaisonDependencyType type;
    double lag, start;
  } rows[] = {
    { LIAISON_DEPENDENCY_TYPE_FINISH_START, 0, 14 },
    { LIAISON_DEPENDENCY_TYPE_FINISH_START, 1.5, 15.5 },
    { LIAISON_DEPENDENCY_TYPE_FINISH_START, -2, 12 },
    { LIAISON_DEPENDENCY_TYPE_START_START, 0, 10 },
    { LIAISON_DEPENDENCY_TYPE_START_START, 2, 12 },
    { LIAISON_DEPENDENCY_TYPE_FINISH_FINISH, 0, 11 },
    { LIAISON_DEPENDENCY_TYPE_FINISH_FINISH, 2, 13 },
    { LIAISON_DEPENDENCY_TYPE_START_FINISH, 0, 7 },
    { LIAISON_DEPENDENCY_TYPE_START_FINISH, 5, 12 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint placed = 0; placed < 2; placed++)
      {
        g_auto (Found) found = { plan_new () };
        LiaisonId a = EVENT (found.plan, plan_event (found.plan, 10, 4));
        LiaisonEventData *event = plan_event (found.plan, 0, 3);

        /* Planned far too early, or without a time. */
        if (!placed)
          event->start = (LiaisonInstant) { LIAISON_INSTANT_UNSET };
        event->dependencies
            = plan_dependency (found.plan, a, rows[i].type, (gint64) (rows[i].lag * H));
        LiaisonId b = EVENT (found.plan, event);
        look (&found, NULL);
        g_assert_cmpfloat ((timing (&found, b)->earliest_start - PLAN_STARTEX) / (double) H, ==,
                           rows[i].start);
        g_assert_cmpint (timing (&found, b)->placed, ==, placed);
        g_assert_cmpint (timing (&found, a)->free_slack, ==, timing (&found, a)->total_slack);
      }
}

/* A planned gap is slack of what comes before it. */
static void
test_gap_and_deadline (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonEventData *first = plan_event (plan, 0, 2);
  LiaisonEventData *alone = plan_event (plan, 50, 2);

  plan_at (&first->deadline, 3);
  plan_at (&alone->deadline, 51);
  LiaisonId a = EVENT (plan, first);
  LiaisonId b = after (plan, 8, 2, a, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  LiaisonId late = EVENT (plan, alone);
  look (&found, NULL);
  assert_times (&found, a, 0, 1, 1);
  assert_times (&found, b, 8, 0, 0);
  /* It misses its deadline by an hour. */
  assert_times (&found, late, 50, -1, 0);
  g_assert_false (timing (&found, late)->critical);
}

/* What is before a locked event may not push it on, however much room follows. */
static void
test_lock (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonId a = EVENT (plan, plan_event (plan, 0, 2));
  LiaisonEventData *locked = plan_event (plan, 5, 2);

  locked->locked = TRUE;
  locked->dependencies
      = plan_dependency (plan, a, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  LiaisonId b = EVENT (plan, locked);
  LiaisonId c = after (plan, 20, 1, b, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  look (&found, NULL);
  assert_times (&found, a, 0, 3, 3);
  assert_times (&found, b, 5, 13, 13);
  assert_times (&found, c, 20, 0, 0);
}

/* An anchor is a tie too, whether the plan says how long or at which clock time. */
static void
test_anchor (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonId a = EVENT (plan, plan_event (plan, 0, 2));
  LiaisonEventData *event = plan_event (plan, 0, 2);
  guint n;

  event->start = (LiaisonInstant){
    .form = LIAISON_INSTANT_ELAPSED, .edge = LIAISON_ANCHOR_END, .seconds = 3 * H, .anchor = liaison_anchor_for (a)
  };
  LiaisonId b = EVENT (plan, event);
  look (&found, NULL);
  assert_times (&found, a, 0, 0, 0);
  assert_times (&found, b, 5, 0, 0);
  const LiaisonTie *ties = liaison_critical_path_get_ties (found.path, &n);
  g_assert_cmpuint (n, ==, 1);
  g_assert_true (ties[0].anchor && ties[0].critical);
}

/* Three in a circle that hangs on a fourth, and one after it: reported, and the rest is done. */
static void
test_circle (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonEventData *events[3];
  LiaisonId first = EVENT (plan, plan_event (plan, 0, 1));
  guint n;

  for (guint i = 0; i < 3; i++)
    events[i] = plan_event (plan, 10 + 2 * i, 1);
  events[0]->dependencies = two (plan, first, events[2]->block.id);
  for (guint i = 1; i < 3; i++)
    events[i]->dependencies = plan_dependency (plan, events[i - 1]->block.id,
                                               LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  LiaisonId ids[3];
  for (guint i = 0; i < 3; i++)
    ids[i] = EVENT (plan, events[i]);
  LiaisonId last = after (plan, 30, 1, ids[1], LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  look (&found, NULL);
  g_assert_cmpuint (liaison_critical_path_count_circles (found.path), ==, 1);
  const guint *circle = liaison_critical_path_get_circle (found.path, 0, &n);
  g_assert_cmpuint (n, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      guint at = liaison_critical_path_find (found.path, ids[i]);
      guint next = liaison_critical_path_find (found.path, ids[(i + 1) % 3]);
      guint k = circle[0] == at ? 0 : circle[1] == at ? 1 : 2;
      g_assert_cmpuint (circle[k], ==, at);
      g_assert_cmpuint (circle[(k + 1) % 3], ==, next);
    }
  assert_times (&found, last, 30, 0, 0);
  g_autoptr (GArray) holds = liaison_critical_path_explain (
      found.path, liaison_critical_path_find (found.path, ids[0]));
  g_assert_cmpint (g_array_index (holds, LiaisonHold, 0).kind, ==, LIAISON_HOLD_CIRCLE);
}

/* Two networks that do not touch: each has its chain, the one that ends last first. */
static void
test_several_chains (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonId a = EVENT (plan, plan_event (plan, 0, 2));
  LiaisonId b = EVENT (plan, plan_event (plan, 1, 2));
  guint n;

  after (plan, 2, 2, a, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  after (plan, 3, 9, b, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  look (&found, NULL);
  g_assert_cmpuint (liaison_critical_path_count_chains (found.path), ==, 2);
  const guint *chain = liaison_critical_path_get_chain (found.path, 0, &n);
  g_assert_cmpuint (n, ==, 2);
  g_assert_cmpuint (chain[0], ==, liaison_critical_path_find (found.path, b));
}

/* Work in the first eight hours of each 24 only. */
static gboolean
next_cb (gpointer data, guint event, gint64 *start)
{
  gint64 hour = (*start - PLAN_STARTEX) / H;

  if (hour % 24 >= 6)
    *start = PLAN_STARTEX + (hour / 24 + 1) * 24 * H;
  return TRUE;
}

static gboolean
last_cb (gpointer data, guint event, gint64 *start)
{
  gint64 hour = (*start - PLAN_STARTEX) / H;

  if (hour % 24 > 6)
    *start = PLAN_STARTEX + (hour / 24 * 24 + 6) * H;
  return TRUE;
}

static void
test_calendar (void)
{
  LiaisonAllowedTimes allowed = { next_cb, last_cb, NULL };
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonId a = EVENT (plan, plan_event (plan, 2, 2));
  LiaisonId b = after (plan, 3, 2, a, LIAISON_DEPENDENCY_TYPE_FINISH_START, 3);
  LiaisonId c = after (plan, 24, 10, a, LIAISON_DEPENDENCY_TYPE_START_START, 0);

  look (&found, &allowed);
  /* Hour 7 has no two hours left; b begins the next day and is the shorter way. */
  assert_times (&found, b, 24, 6, 6);
  assert_times (&found, c, 24, 0, 0);
  /* b waits for the morning anyway; what is held up first is c, which begins with it. */
  assert_times (&found, a, 2, 22, 17);
}

static void
assert_hold (const GArray *holds, guint place, LiaisonHoldKind kind, LiaisonId other)
{
  g_assert_cmpuint (holds->len, >, place);
  g_assert_cmpint (g_array_index (holds, LiaisonHold, place).kind, ==, kind);
  g_assert_true (liaison_id_same (g_array_index (holds, LiaisonHold, place).other, other));
}

static void
test_explains (void)
{
  g_auto (Found) found = { plan_new () };
  Plan *plan = found.plan;
  LiaisonId site = plan_site (plan, 1);
  LiaisonId none = { 0 };
  LiaisonEventData *event = plan_event (plan, 0, 2);

  event->site = site;
  LiaisonId a = EVENT (plan, event);
  event = plan_event (plan, 2, 2);
  event->site = site;
  LiaisonId b = EVENT (plan, event);
  LiaisonId c = after (plan, 4, 1, b, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  LiaisonId d = after (plan, 9, 1, c, LIAISON_DEPENDENCY_TYPE_FINISH_START, 0);
  event = plan_event (plan, 20, 1);
  event->locked = TRUE;
  plan_at (&event->not_before, 20);
  LiaisonId e = EVENT (plan, event);
  look (&found, NULL);

  g_autoptr (GArray) of_a
      = liaison_critical_path_explain_held (found.path, liaison_critical_path_find (found.path, a));
  assert_hold (of_a, 0, LIAISON_HOLD_RESOURCE, b);
  g_autoptr (GArray) of_b
      = liaison_critical_path_explain (found.path, liaison_critical_path_find (found.path, b));
  assert_hold (of_b, 0, LIAISON_HOLD_RESOURCE, a);
  g_autoptr (GArray) of_c
      = liaison_critical_path_explain (found.path, liaison_critical_path_find (found.path, c));
  assert_hold (of_c, 0, LIAISON_HOLD_TIE, b);
  g_autoptr (GArray) held_by_b
      = liaison_critical_path_explain_held (found.path, liaison_critical_path_find (found.path, b));
  assert_hold (held_by_b, 0, LIAISON_HOLD_TIE, c);
  g_autoptr (GArray) of_d
      = liaison_critical_path_explain (found.path, liaison_critical_path_find (found.path, d));
  assert_hold (of_d, 0, LIAISON_HOLD_NOTHING, none);
  g_autoptr (GArray) of_e
      = liaison_critical_path_explain (found.path, liaison_critical_path_find (found.path, e));
  assert_hold (of_e, 0, LIAISON_HOLD_LOCK, none);
  assert_hold (of_e, 1, LIAISON_HOLD_NOT_BEFORE, none);
}

/* Plans of random ties, circles among them: never hangs, and what it says holds. */
static void
test_random (void)
{
  for (guint round = 0; round < 200; round++)
    {
      g_auto (Found) found = { plan_new () };
      GRand *rand = g_rand_new_with_seed (round);
      LiaisonId ids[40];
      guint n, n_ties;

      for (guint i = 0; i < 40; i++)
        ids[i] = plan_id (found.plan->made + 1 + 2 * i);
      for (guint i = 0; i < 40; i++)
        {
          LiaisonEventData *event = (gpointer) liaison_block_new (&liaison_event_kind.shape, ids[i]);
          plan_at (&event->start, g_rand_int_range (rand, 0, 90));
          event->duration = g_rand_int_range (rand, 0, 9) * H;
          event->locked = g_rand_int_range (rand, 0, 10) == 0;
          /* Mostly on earlier ones, now and then on any. */
          guint other = g_rand_int_range (rand, 0, 12) == 0 ? g_rand_int_range (rand, 0, 40)
                        : i > 0 ? g_rand_int_range (rand, 0, i) : 0;
          if (i > 0 && g_rand_boolean (rand))
            {
              found.plan->made = 1000 + i;
              event->dependencies
                  = plan_dependency (found.plan, ids[other], g_rand_int_range (rand, 1, 5),
                                     g_rand_int_range (rand, -3, 6) * H);
            }
          EVENT (found.plan, event);
        }
      look (&found, NULL);
      const LiaisonTiming *timings = liaison_critical_path_get_timings (found.path, &n);
      const LiaisonTie *ties = liaison_critical_path_get_ties (found.path, &n_ties);
      for (guint i = 0; i < n; i++)
        {
          g_assert_true (timings[i].takes_part);
          if (timings[i].bounded)
            g_assert_cmpint (timings[i].free_slack, <=, MAX (timings[i].total_slack, 0));
        }
      for (guint i = 0; i < n_ties; i++)
        {
          const LiaisonTiming *before = &timings[ties[i].predecessor];
          const LiaisonTiming *later = &timings[ties[i].successor];
          if (ties[i].circular)
            continue;
          if (ties[i].type == LIAISON_DEPENDENCY_TYPE_FINISH_START && before->bounded
              && later->total_slack > before->total_slack)
            g_assert_cmpint (before->latest_end + ties[i].lag, <=, later->latest_start);
        }
      g_rand_free (rand);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/critical-path/diamond", test_diamond);
  g_test_add_func ("/schedule/critical-path/types", test_types);
  g_test_add_func ("/schedule/critical-path/gap-and-deadline", test_gap_and_deadline);
  g_test_add_func ("/schedule/critical-path/lock", test_lock);
  g_test_add_func ("/schedule/critical-path/anchor", test_anchor);
  g_test_add_func ("/schedule/critical-path/circle", test_circle);
  g_test_add_func ("/schedule/critical-path/several-chains", test_several_chains);
  g_test_add_func ("/schedule/critical-path/calendar", test_calendar);
  g_test_add_func ("/schedule/critical-path/explains", test_explains);
  g_test_add_func ("/schedule/critical-path/random", test_random);
  return g_test_run ();
}
