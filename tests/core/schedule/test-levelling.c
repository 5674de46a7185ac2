/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/conflicts.h"
#include "schedule/levelling.h"

#include "plan.h"
#include "record/times.h"

/* How an instant names what it hangs on. */
#define PLAN_ANCHOR(id) liaison_anchor_for (id)

#define EVENT(plan, event) plan_add (plan, &liaison_event_kind, event)

static const LiaisonLevelOptions defaults
    = { .goal = LIAISON_LEVEL_LEAST, .from = G_MININT64, .now = G_MININT64, .schedules = 4000,
        .seed = 1 };

static LiaisonLevelling *
level_with (Plan *plan, const LiaisonLevelOptions *options)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  return liaison_level (snapshot, options);
}

static LiaisonLevelling *
level (Plan *plan)
{
  return level_with (plan, &defaults);
}

/* When the event begins afterwards, in hours from STARTEX. */
static double
hour_of (const LiaisonLevelling *found, LiaisonId event)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (found->after);
  gint64 start;

  g_assert_cmpint (liaison_times_get_start (&lookup, liaison_snapshot_find (found->after, event),
                                            &start),
                   ==, LIAISON_TIME_KNOWN);
  return (start - PLAN_STARTEX) / (double) PLAN_HOUR;
}

static LiaisonEventData *
in_room (Plan *plan, double start, double hours, LiaisonId site)
{
  LiaisonEventData *event = plan_event (plan, start, hours);

  event->site = site;
  return event;
}

static void
test_double_booking (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1);
  LiaisonId a = EVENT (plan, in_room (plan, 10, 2, room));
  LiaisonId b = EVENT (plan, in_room (plan, 11, 3, room));
  LiaisonId c = EVENT (plan, in_room (plan, 30, 3, room));

  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->n_before, ==, 1);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpuint (found->unsolved->len, ==, 0);
  g_assert_cmpuint (found->moves->len, ==, 1);
  const LiaisonMove *move = &g_array_index (found->moves, LiaisonMove, 0);
  g_assert_true (liaison_id_same (move->record, a) || liaison_id_same (move->record, b));
  g_assert_cmpint (ABS (move->to - move->from), ==, PLAN_HOUR);
  g_assert_cmpint (move->form, ==, LIAISON_MOVE_CHANGES);
  g_assert_nonnull (move->sentence);
  g_assert_cmpfloat (hour_of (found, c), ==, 30);
}

/* The heavier stays, the locked stays, the past stays, and what is not asked for stays. */
static void
test_what_stays (void)
{
  for (guint way = 0; way < 4; way++)
    {
      g_autoptr (Plan) plan = plan_new ();
      LiaisonId room = plan_site (plan, 1);
      LiaisonEventData *one = in_room (plan, 10, 2, room), *other = in_room (plan, 11, 2, room);
      LiaisonLevelOptions options = defaults;
      LiaisonId stays = one->block.id, moves = other->block.id;

      if (way == 0)
        one->priority = 500;
      if (way == 1)
        one->locked = TRUE;
      if (way == 2)
        options.from = PLAN_STARTEX + 10 * PLAN_HOUR + 1;
      options.only = &moves;
      options.n_only = way == 3;
      if (way != 3)
        options.only = NULL;
      EVENT (plan, one);
      EVENT (plan, other);
      g_autoptr (LiaisonLevelling) found = level_with (plan, &options);
      g_assert_cmpuint (found->n_after, ==, 0);
      g_assert_cmpfloat (hour_of (found, stays), ==, 10);
      g_assert_cmpfloat (hour_of (found, moves), !=, 11);
    }
}

/* What is set up before and cleared after does not fit into the gap that the event itself would. */
static void
test_set_up (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1);
  LiaisonEventData *event;

  event = in_room (plan, 0, 4, room);
  event->locked = TRUE;
  EVENT (plan, event);
  event = in_room (plan, 8, 40, room);
  event->locked = TRUE;
  EVENT (plan, event);
  event = in_room (plan, 3, 3, room);
  event->set_up = PLAN_HOUR;
  event->tear_down = PLAN_HOUR;
  plan_at (&event->not_before, 1);
  LiaisonId moved = EVENT (plan, event);
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpfloat (hour_of (found, moved), ==, 49);
}

/* A chain of events keeps its order when its head must move. */
static void
test_keeps_precedence (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1);
  LiaisonEventData *event = in_room (plan, 10, 4, room);

  event->locked = TRUE;
  EVENT (plan, event);
  event = in_room (plan, 11, 2, room);
  plan_at (&event->not_before, 11);
  LiaisonId head = EVENT (plan, event);
  event = plan_event (plan, 13, 2);
  event->dependencies
      = plan_dependency (plan, head, LIAISON_DEPENDENCY_TYPE_FINISH_START, PLAN_HOUR / 2);
  LiaisonId tail = EVENT (plan, event);
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpfloat (hour_of (found, head), ==, 14);
  g_assert_cmpfloat (hour_of (found, tail), ==, 16.5);
}

/* What hangs on an event goes along without an edit of its own, and parts go with the whole. */
static void
test_moves_as_one (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1), person = plan_person (plan);
  LiaisonEventData *event = in_room (plan, 10, 4, room);

  event->locked = TRUE;
  EVENT (plan, event);
  event = in_room (plan, 12, 6, room);
  plan_at (&event->not_before, 12);
  LiaisonId whole = EVENT (plan, event);
  event = in_room (plan, 13, 1, room);
  event->parent = whole;
  event->chair = person;
  LiaisonId part = EVENT (plan, event);
  event = plan_event (plan, 0, 1);
  event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED, .edge = LIAISON_ANCHOR_END,
                                   .seconds = PLAN_HOUR, .anchor = PLAN_ANCHOR (whole) };
  LiaisonId after = EVENT (plan, event);
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpfloat (hour_of (found, whole), ==, 14);
  g_assert_cmpfloat (hour_of (found, part), ==, 15);
  g_assert_cmpfloat (hour_of (found, after), ==, 21);
  g_assert_cmpuint (found->moves->len, ==, 3);
  for (guint i = 0; i < 3; i++)
    {
      const LiaisonMove *move = &g_array_index (found->moves, LiaisonMove, i);
      g_assert_cmpint (move->form == LIAISON_MOVE_ALONG, ==,
                       liaison_id_same (move->record, after));
    }
}

/* Two parts of one event want the same person: they are moved within it, and it stays. */
static void
test_parts (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 2), person = plan_person (plan);
  LiaisonEventData *event = in_room (plan, 10, 4, room);

  event->chair = person;
  LiaisonId whole = EVENT (plan, event);
  LiaisonId parts[2];
  for (guint i = 0; i < 2; i++)
    {
      event = in_room (plan, 11, 2, room);
      event->parent = whole;
      event->chair = person;
      parts[i] = EVENT (plan, event);
    }
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->n_before, ==, 1);
  g_assert_cmpuint (found->n_after, ==, 0);
  g_assert_cmpfloat (hour_of (found, whole), ==, 10);
  double one = hour_of (found, parts[0]), other = hour_of (found, parts[1]);
  g_assert_cmpfloat (ABS (one - other), ==, 2);
  g_assert_cmpfloat (MIN (one, other), ==, 10);
}

/* The set of constraints told is the one there is: a lock, a deadline, a beginning, and two uses. */
static void
test_opposition (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1), other_room = plan_site (plan, 1);
  LiaisonEventData *event = in_room (plan, 10, 4, room);
  guint seen = 0;

  event->locked = TRUE;
  LiaisonId locked = EVENT (plan, event);
  event = in_room (plan, 11, 3, room);
  plan_at (&event->not_before, 9);
  plan_at (&event->deadline, 15);
  LiaisonId tight = EVENT (plan, event);
  /* These have nothing to do with it. */
  EVENT (plan, in_room (plan, 11, 3, other_room));
  EVENT (plan, in_room (plan, 30, 3, room));
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->n_after, ==, 1);
  g_assert_cmpuint (found->moves->len, ==, 0);
  g_assert_cmpuint (found->unsolved->len, ==, 1);
  const LiaisonUnsolved *unsolved = &g_array_index (found->unsolved, LiaisonUnsolved, 0);
  g_assert_true (unsolved->minimal);
  g_assert_cmpuint (unsolved->constraints->len, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      const LiaisonConstraint *constraint
          = &g_array_index (unsolved->constraints, LiaisonConstraint, i);
      gboolean is_locked = liaison_id_same (constraint->event, locked);
      g_assert_true (is_locked || liaison_id_same (constraint->event, tight));
      seen |= g_str_equal (constraint->code, "fixed") && is_locked ? 1 : 0;
      seen |= g_str_equal (constraint->code, "use") && is_locked ? 2 : 0;
      seen |= g_str_equal (constraint->code, "use") && !is_locked ? 4 : 0;
      seen |= g_str_equal (constraint->code, "deadline") && !is_locked ? 8 : 0;
      seen |= g_str_equal (constraint->code, "not-before") && !is_locked ? 16 : 0;
    }
  g_assert_cmpuint (seen, ==, 31);
}

/* Three that want a room within seven hours where two fit: the three uses and the ends. */
static void
test_opposition_of_free (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1);

  for (guint i = 0; i < 3; i++)
    {
      LiaisonEventData *event = in_room (plan, 10 + i, 3, room);
      plan_at (&event->not_before, 10);
      plan_at (&event->deadline, 17);
      EVENT (plan, event);
    }
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->unsolved->len, ==, 1);
  const LiaisonUnsolved *unsolved = &g_array_index (found->unsolved, LiaisonUnsolved, 0);
  g_assert_true (unsolved->minimal);
  g_assert_cmpuint (unsolved->constraints->len, ==, 9);
}

static void
test_circle (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonEventData *one = plan_event (plan, 10, 1), *other = plan_event (plan, 12, 1);

  one->dependencies = plan_dependency (plan, other->block.id, LIAISON_DEPENDENCY_TYPE_UNSET, 0);
  other->dependencies = plan_dependency (plan, one->block.id, LIAISON_DEPENDENCY_TYPE_UNSET, 0);
  EVENT (plan, one);
  EVENT (plan, other);
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->unsolved->len, ==, 1);
  const LiaisonUnsolved *unsolved = &g_array_index (found->unsolved, LiaisonUnsolved, 0);
  g_assert_true (unsolved->minimal);
  g_assert_cmpuint (unsolved->constraints->len, ==, 2);
}

static void
test_shortest (void)
{
  LiaisonLevelOptions options = defaults;
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1);

  options.goal = LIAISON_LEVEL_SHORTEST;
  for (guint i = 0; i < 5; i++)
    EVENT (plan, in_room (plan, 10 + 7 * i, 2, room));
  g_autoptr (LiaisonLevelling) found = level_with (plan, &options);
  g_assert_cmpint (found->end_after, ==, PLAN_STARTEX + 20 * PLAN_HOUR);
  g_assert_cmpuint (found->n_after, ==, 0);
}

/* Fewer moves when some are ticked off; a move written in the form the start had. */
static void
test_chosen (void)
{
  g_autoptr (Plan) plan = plan_new ();
  LiaisonId room = plan_site (plan, 1), other = plan_site (plan, 1);
  LiaisonEventData *event = in_room (plan, 0, 2, room);

  event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_CLOCK, .edge = LIAISON_ANCHOR_STARTEX,
                                   .days = 1, .seconds = 9 * 3600, .zone = g_intern_string ("Europe/Oslo") };
  LiaisonId clock = EVENT (plan, event);
  /* That is 24 hours after STARTEX, which is at nine in Oslo. */
  event = in_room (plan, 23, 2, room);
  event->locked = TRUE;
  EVENT (plan, event);
  EVENT (plan, in_room (plan, 50, 2, other));
  EVENT (plan, in_room (plan, 51, 2, other));
  g_autoptr (LiaisonSnapshot) before = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonLevelling) found = level (plan);
  g_assert_cmpuint (found->moves->len, ==, 2);
  g_assert_cmpuint (found->n_after, ==, 0);
  const LiaisonEventData *moved
      = LIAISON_DATA (Event, liaison_snapshot_find (found->after, clock));
  g_assert_cmpint (moved->start.form, ==, LIAISON_INSTANT_CLOCK);
  g_assert_cmpint (moved->start.seconds, ==, 10 * 3600);

  guint8 chosen[2];
  for (guint i = 0; i < 2; i++)
    chosen[i] = !liaison_id_same (g_array_index (found->moves, LiaisonMove, i).record, clock);
  g_autoptr (LiaisonSnapshot) part = liaison_moves_apply (found->moves, before, chosen);
  g_assert_true (liaison_snapshot_find (part, clock) == liaison_snapshot_find (before, clock));
  g_autoptr (LiaisonProposal) proposal = liaison_proposal_new ("");
  g_assert_cmpuint (liaison_moves_propose (found->moves, before, chosen, proposal), ==, 1);
  g_assert_cmpuint (liaison_proposal_get_size (proposal), ==, 1);
}

static void
fill_random (Plan *plan, GRand *rand, guint n)
{
  LiaisonId sites[4], people[6];
  LiaisonId *ids = g_newa (LiaisonId, n);

  for (guint i = 0; i < 4; i++)
    sites[i] = plan_site (plan, g_rand_int_range (rand, 1, 3));
  for (guint i = 0; i < 6; i++)
    people[i] = plan_person (plan);
  for (guint i = 0; i < n; i++)
    {
      LiaisonEventData *event = plan_event (plan, g_rand_int_range (rand, 0, 90),
                                            g_rand_int_range (rand, 0, 5));
      ids[i] = event->block.id;
      if (g_rand_boolean (rand))
        event->site = sites[g_rand_int_range (rand, 0, 4)];
      event->chair = people[g_rand_int_range (rand, 0, 6)];
      event->locked = g_rand_int_range (rand, 0, 8) == 0;
      event->priority = g_rand_int_range (rand, 0, 300);
      if (g_rand_int_range (rand, 0, 6) == 0)
        event->set_up = PLAN_HOUR;
      if (g_rand_int_range (rand, 0, 5) == 0)
        plan_at (&event->deadline, g_rand_int_range (rand, 20, 110));
      if (g_rand_int_range (rand, 0, 6) == 0)
        plan_at (&event->not_before, g_rand_int_range (rand, 0, 80));
      if (i > 0 && g_rand_int_range (rand, 0, 4) == 0)
        event->dependencies
            = plan_dependency (plan, ids[g_rand_int_range (rand, 0, i)],
                               g_rand_int_range (rand, 1, 5), g_rand_int_range (rand, -2, 4) * PLAN_HOUR);
      if (i > 0 && g_rand_int_range (rand, 0, 8) == 0)
        event->start = (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                                         .edge = LIAISON_ANCHOR_END,
                                         .seconds = g_rand_int_range (rand, 0, 5) * PLAN_HOUR,
                                         .anchor = PLAN_ANCHOR (ids[g_rand_int_range (rand, 0, i)]) };
      if (i > 0 && g_rand_int_range (rand, 0, 8) == 0)
        event->parent = ids[g_rand_int_range (rand, 0, i)];
      if (g_rand_int_range (rand, 0, 4) == 0)
        event->type = LIAISON_EVENT_TYPE_TRAINING_SERIAL;
      EVENT (plan, event);
    }
}

static void
plan_count_cb (const LiaisonOverlap *overlap, gpointer data)
{
  ++*(guint *) data;
}

static guint
count_overlaps (const LiaisonSnapshot *snapshot)
{
  static const LiaisonKindId kinds[] = { LIAISON_KIND_SITE, LIAISON_KIND_PARTICIPANT };
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  guint n = 0, n_links, n_events;
  const LiaisonLink *links = liaison_bookings_get_links (bookings, &n_links);

  liaison_bookings_get_events (bookings, &n_events);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    liaison_conflicts_foreach_overlap (bookings, kinds[i], plan_count_cb, &n);
  for (guint i = 0; i < n_links; i++)
    n += liaison_conflicts_get_delay (bookings, &links[i]) > 0;
  return n;
}

/* Plans of 30 to 60 events of every sort. Locks never move; nothing new is wrong; what is left has
 * a reason; what is left has nothing to do with what the plan's own count says; and all of it comes
 * out the same again. */
static void
test_random (void)
{
  guint n_unsolved = 0, n_minimal = 0, n_solved = 0;

  for (guint round = 0; round < 40; round++)
    {
      g_autoptr (GRand) rand = g_rand_new_with_seed (round);
      g_autoptr (Plan) plan = plan_new ();
      LiaisonLevelOptions options = defaults;

      options.goal = round % 4 == 3 ? LIAISON_LEVEL_SHORTEST : LIAISON_LEVEL_LEAST;
      options.schedules = 1500;
      fill_random (plan, rand, g_rand_int_range (rand, 30, 61));
      g_autoptr (LiaisonLevelling) found = level_with (plan, &options);
      g_autoptr (LiaisonLevelling) again = level_with (plan, &options);
      g_assert_cmpuint (found->moves->len, ==, again->moves->len);
      g_assert_cmpuint (found->unsolved->len, ==, again->unsolved->len);
      g_assert_cmpuint (found->n_after, <=, found->n_before);
      for (guint i = 0; i < found->moves->len; i++)
        {
          const LiaisonMove *move = &g_array_index (found->moves, LiaisonMove, i);
          const LiaisonBlock *block = liaison_snapshot_find (found->before, move->record);
          g_assert_cmpint (move->to, ==, g_array_index (again->moves, LiaisonMove, i).to);
          g_assert_false (LIAISON_DATA (Event, block)->locked && move->from != move->to);
          g_assert_nonnull (move->sentence);
        }
      /* Counted by the rules' own sweep over the plan as it will be. */
      if (found->n_after == 0)
        g_assert_cmpuint (count_overlaps (found->after), ==, 0);
      n_solved += found->n_before - found->n_after;
      n_unsolved += found->unsolved->len;
      for (guint i = 0; i < found->unsolved->len; i++)
        {
          const LiaisonUnsolved *unsolved = &g_array_index (found->unsolved, LiaisonUnsolved, i);
          n_minimal += unsolved->minimal && unsolved->constraints->len > 0;
        }
      /* Applied through the one door and undone. */
      g_autoptr (LiaisonSnapshot) applied = liaison_moves_apply (found->moves, found->before, NULL);
      g_autoptr (LiaisonLevelling) rest = liaison_level (applied, &options);
      g_assert_cmpuint (rest->n_before, ==, found->n_after);
    }
  g_test_message ("%u solved, %u left, %u of them with a minimal set", n_solved, n_unsolved,
                  n_minimal);
  g_assert_cmpuint (n_solved, >, 200);
  g_assert_cmpuint (n_minimal * 10, >=, n_unsolved * 7);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/schedule/levelling/double-booking", test_double_booking);
  g_test_add_func ("/schedule/levelling/what-stays", test_what_stays);
  g_test_add_func ("/schedule/levelling/set-up", test_set_up);
  g_test_add_func ("/schedule/levelling/keeps-precedence", test_keeps_precedence);
  g_test_add_func ("/schedule/levelling/moves-as-one", test_moves_as_one);
  g_test_add_func ("/schedule/levelling/parts", test_parts);
  g_test_add_func ("/schedule/levelling/opposition", test_opposition);
  g_test_add_func ("/schedule/levelling/opposition-of-free", test_opposition_of_free);
  g_test_add_func ("/schedule/levelling/circle", test_circle);
  g_test_add_func ("/schedule/levelling/shortest", test_shortest);
  g_test_add_func ("/schedule/levelling/chosen", test_chosen);
  g_test_add_func ("/schedule/levelling/random", test_random);
  return g_test_run ();
}
