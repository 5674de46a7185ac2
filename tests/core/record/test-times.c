/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When records begin and end: anchors, chains, circles and what is missing. */
#include "config.h"

#include "record/document.h"
#include "record/kinds.h"
#include "record/times.h"

#define STARTEX G_GINT64_CONSTANT (1809324000) /* 2027-05-03T06:00Z */
#define HOUR    3600
#define ID(n)   liaison_id_new_from_parts (1800000000000, 0, n)

typedef struct
{
  LiaisonDocument *document;
  LiaisonLookup lookup;
} Fixture;

static LiaisonInstant
fixed (gint64 seconds)
{
  return (LiaisonInstant){ .form = LIAISON_INSTANT_FIXED, .seconds = seconds };
}

static LiaisonInstant
after (LiaisonAnchorEdge edge, guint record, gint64 seconds)
{
  return (LiaisonInstant){ .form = LIAISON_INSTANT_ELAPSED,
                           .edge = edge,
                           .seconds = seconds,
                           .anchor = record != 0 ? liaison_anchor_for (ID (record)) : 0 };
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  LiaisonExerciseData *exercise =
      (gpointer) liaison_block_new (&liaison_exercise_kind.shape, ID (1));

  fixture->document = liaison_document_new (ID (2));
  fixture->lookup = liaison_document_get_lookup (fixture->document);
  exercise->startex = fixed (STARTEX);
  exercise->endex = after (LIAISON_ANCHOR_STARTEX, 0, 100 * HOUR);
  exercise->zone = g_intern_static_string ("Europe/Oslo");
  g_assert_true (
      liaison_document_fill (fixture->document, &liaison_exercise_kind, &exercise->block));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_object_unref (fixture->document);
}

static const LiaisonBlock *
add_event (Fixture *fixture, guint number, LiaisonInstant start, gint64 duration)
{
  LiaisonEventData *event = (gpointer) liaison_block_new (&liaison_event_kind.shape, ID (number));

  event->start = start;
  event->duration = duration;
  g_assert_true (liaison_document_fill (fixture->document, &liaison_event_kind, &event->block));
  return &event->block;
}

static const LiaisonBlock *
add_post (Fixture *fixture, guint number, LiaisonInstant start, LiaisonInstant end)
{
  LiaisonPostData *post = (gpointer) liaison_block_new (&liaison_post_kind.shape, ID (number));

  post->start = start;
  post->end = end;
  g_assert_true (liaison_document_fill (fixture->document, &liaison_post_kind, &post->block));
  return &post->block;
}

static void
check (Fixture *fixture, const LiaisonBlock *block, gint64 start, gint64 end)
{
  gint64 found;

  g_assert_cmpint (liaison_times_get_start (&fixture->lookup, block, &found), ==,
                   LIAISON_TIME_KNOWN);
  g_assert_cmpint (found, ==, start);
  g_assert_cmpint (liaison_times_get_end (&fixture->lookup, block, &found), ==, LIAISON_TIME_KNOWN);
  g_assert_cmpint (found, ==, end);
}

static void
check_states (Fixture *fixture,
              const LiaisonBlock *block,
              LiaisonTimeState start,
              LiaisonTimeState end)
{
  gint64 found;

  g_assert_cmpint (liaison_times_get_start (&fixture->lookup, block, &found), ==, start);
  g_assert_cmpint (liaison_times_get_end (&fixture->lookup, block, &found), ==, end);
}

static void
test_edges (Fixture *fixture, gconstpointer data)
{
  LiaisonInstant none = { LIAISON_INSTANT_UNSET };

  check (fixture, add_event (fixture, 10, fixed (STARTEX), 2 * HOUR), STARTEX, STARTEX + 2 * HOUR);
  /* Without a duration an event ends when it begins, and so does one of no length. */
  check (fixture, add_event (fixture, 11, fixed (STARTEX), LIAISON_DURATION_UNSET), STARTEX,
         STARTEX);
  check (fixture, add_event (fixture, 12, fixed (STARTEX), 0), STARTEX, STARTEX);
  check_states (fixture, add_event (fixture, 13, none, HOUR), LIAISON_TIME_NONE, LIAISON_TIME_NONE);
  check (fixture, add_post (fixture, 14, fixed (STARTEX), fixed (STARTEX + HOUR)), STARTEX,
         STARTEX + HOUR);
  /* An end before the start is told as it is; the review finds it. */
  check (fixture, add_post (fixture, 15, fixed (STARTEX), fixed (STARTEX - HOUR)), STARTEX,
         STARTEX - HOUR);
  check_states (fixture, add_post (fixture, 16, none, fixed (STARTEX)), LIAISON_TIME_NONE,
                LIAISON_TIME_KNOWN);
  check (fixture, add_post (fixture, 17, fixed (STARTEX), none), STARTEX, STARTEX);
}

static void
test_anchors (Fixture *fixture, gconstpointer data)
{
  const LiaisonBlock *a =
      add_event (fixture, 10, after (LIAISON_ANCHOR_STARTEX, 0, 57 * HOUR), HOUR);
  const LiaisonBlock *b = add_event (fixture, 11, after (LIAISON_ANCHOR_END, 10, 1800), HOUR);
  const LiaisonBlock *c = add_event (fixture, 12, after (LIAISON_ANCHOR_START, 11, -HOUR), HOUR);
  const LiaisonBlock *d = add_event (fixture, 13, after (LIAISON_ANCHOR_ENDEX, 0, -HOUR), HOUR);

  check (fixture, a, STARTEX + 57 * HOUR, STARTEX + 58 * HOUR);
  check (fixture, b, STARTEX + 58 * HOUR + 1800, STARTEX + 59 * HOUR + 1800);
  check (fixture, c, STARTEX + 57 * HOUR + 1800, STARTEX + 58 * HOUR + 1800);
  check (fixture, d, STARTEX + 99 * HOUR, STARTEX + 100 * HOUR);
}

static void
test_clock (Fixture *fixture, gconstpointer data)
{
  LiaisonInstant clock = { .form = LIAISON_INSTANT_CLOCK,
                           .edge = LIAISON_ANCHOR_STARTEX,
                           .days = 2,
                           .seconds = 9 * HOUR,
                           .zone = g_intern_static_string ("Europe/Oslo") };
  LiaisonInstant skipped = clock;
  LiaisonWallState wall;
  gint64 seconds;

  /* 08:00 on 3 May in Oslo, so 09:00 two days later is 07:00Z on 5 May. */
  check (fixture, add_event (fixture, 10, clock, HOUR), STARTEX + 49 * HOUR, STARTEX + 50 * HOUR);
  /* 28 March 2027, 02:30: clocks jump from 02:00 to 03:00. */
  skipped.days = -36;
  skipped.seconds = 2 * HOUR + 1800;
  g_assert_cmpint (liaison_times_resolve (&fixture->lookup, &skipped, &seconds, &wall), ==,
                   LIAISON_TIME_KNOWN);
  g_assert_cmpint (wall, ==, LIAISON_WALL_SKIPPED);
  clock.zone = g_intern_static_string ("Mars/Olympus");
  g_assert_cmpint (liaison_times_resolve (&fixture->lookup, &clock, &seconds, &wall), ==,
                   LIAISON_TIME_NONE);
}

static void
test_missing (Fixture *fixture, gconstpointer data)
{
  LiaisonInstant none = { LIAISON_INSTANT_UNSET };
  const LiaisonBlock *a = add_event (fixture, 10, after (LIAISON_ANCHOR_START, 99, HOUR), HOUR);

  check_states (fixture, a, LIAISON_TIME_NONE, LIAISON_TIME_NONE);
  add_event (fixture, 11, none, HOUR);
  check_states (fixture, add_event (fixture, 12, after (LIAISON_ANCHOR_END, 11, 0), 0),
                LIAISON_TIME_NONE, LIAISON_TIME_NONE);
  /* Records that have no time at all: a nation. */
  g_assert_true (liaison_document_fill (fixture->document, &liaison_nation_kind,
                                        liaison_block_new (&liaison_nation_kind.shape, ID (13))));
  check_states (fixture, add_event (fixture, 14, after (LIAISON_ANCHOR_START, 13, 0), 0),
                LIAISON_TIME_NONE, LIAISON_TIME_NONE);
}

static void
test_circles (Fixture *fixture, gconstpointer data)
{
  const LiaisonBlock *self = add_event (fixture, 10, after (LIAISON_ANCHOR_START, 10, HOUR), HOUR);
  const LiaisonBlock *a = add_event (fixture, 11, after (LIAISON_ANCHOR_END, 12, HOUR), HOUR);
  const LiaisonBlock *b = add_event (fixture, 12, after (LIAISON_ANCHOR_END, 13, HOUR), HOUR);
  const LiaisonBlock *c = add_event (fixture, 13, after (LIAISON_ANCHOR_START, 11, HOUR), HOUR);
  const LiaisonBlock *beside =
      add_event (fixture, 14, after (LIAISON_ANCHOR_START, 11, HOUR), HOUR);

  check_states (fixture, self, LIAISON_TIME_CIRCLE, LIAISON_TIME_CIRCLE);
  check_states (fixture, a, LIAISON_TIME_CIRCLE, LIAISON_TIME_CIRCLE);
  check_states (fixture, b, LIAISON_TIME_CIRCLE, LIAISON_TIME_CIRCLE);
  check_states (fixture, c, LIAISON_TIME_CIRCLE, LIAISON_TIME_CIRCLE);
  check_states (fixture, beside, LIAISON_TIME_CIRCLE, LIAISON_TIME_CIRCLE);
  /* That a record's end hangs on its own start is no circle. */
  check (fixture, add_post (fixture, 15, fixed (STARTEX), after (LIAISON_ANCHOR_START, 15, HOUR)),
         STARTEX, STARTEX + HOUR);
}

static void
test_chains (Fixture *fixture, gconstpointer data)
{
  const LiaisonBlock *last = add_event (fixture, 100, fixed (STARTEX), HOUR);
  LiaisonInstant none = { LIAISON_INSTANT_UNSET };

  for (guint i = 1; i <= 40; i++)
    last = add_event (fixture, 100 + i, after (LIAISON_ANCHOR_END, 99 + i, 0), HOUR);
  check (fixture, last, STARTEX + 40 * HOUR, STARTEX + 41 * HOUR);
  /* Both edges of each hang on the next, and the last has none: this must not take two ways at each
   * of forty steps. */
  add_post (fixture, 200, none, none);
  for (guint i = 1; i <= 40; i++)
    last = add_post (fixture, 200 + i, after (LIAISON_ANCHOR_END, 199 + i, 0),
                     after (LIAISON_ANCHOR_END, 199 + i, 0));
  check_states (fixture, last, LIAISON_TIME_NONE, LIAISON_TIME_NONE);
}

static void
test_zones (Fixture *fixture, gconstpointer data)
{
  const char *warsaw = g_intern_static_string ("Europe/Warsaw");
  LiaisonSiteData *building = (gpointer) liaison_block_new (&liaison_site_kind.shape, ID (20));
  LiaisonSiteData *room = (gpointer) liaison_block_new (&liaison_site_kind.shape, ID (21));
  LiaisonEventData *event = (gpointer) liaison_block_new (&liaison_event_kind.shape, ID (22));
  LiaisonInstant start = fixed (STARTEX);

  building->zone = warsaw;
  room->parent = ID (20);
  event->site = ID (21);
  event->start = start;
  liaison_document_fill (fixture->document, &liaison_site_kind, &building->block);
  liaison_document_fill (fixture->document, &liaison_site_kind, &room->block);
  liaison_document_fill (fixture->document, &liaison_event_kind, &event->block);
  g_assert_cmpstr (liaison_times_get_zone (&fixture->lookup, &event->block), ==, "Europe/Warsaw");
  g_assert_cmpstr (liaison_times_get_zone (&fixture->lookup, add_event (fixture, 23, start, 0)), ==,
                   "Europe/Oslo");
  start.zone = g_intern_static_string ("Asia/Tokyo");
  g_assert_cmpstr (liaison_times_get_zone (&fixture->lookup, add_event (fixture, 24, start, 0)), ==,
                   "Asia/Tokyo");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add (path, Fixture, NULL, set_up, test, tear_down)
  ADD ("/record/times/edges", test_edges);
  ADD ("/record/times/anchors", test_anchors);
  ADD ("/record/times/clock", test_clock);
  ADD ("/record/times/missing", test_missing);
  ADD ("/record/times/circles", test_circles);
  ADD ("/record/times/chains", test_chains);
  ADD ("/record/times/zones", test_zones);
  return g_test_run ();
}
