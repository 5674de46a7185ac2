/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/lane-index.h"

#include "record/kinds/event.h"

#define LEAST 30

static LiaisonBar
bar (gint64 start, gint64 end)
{
  return (LiaisonBar){ .start = start, .end = end };
}

static gint64
seeming_end (const LiaisonBar *of)
{
  return MAX (of->end, of->start + LEAST);
}

static void
test_stacks (void)
{
  const LiaisonBar bars[] = { bar (0, 100), bar (50, 150), bar (100, 200), bar (140, 140),
                              bar (60, 90) };
  g_autoptr (LiaisonLaneIndex) index = liaison_lane_index_new (bars, G_N_ELEMENTS (bars), LEAST);
  static const guint wanted[][2] = { { 0, 0 }, { 0, 100 }, { 1, 50 }, { 2, 60 }, { 2, 140 } };
  guint n, seen = 0;

  g_assert_cmpuint (liaison_lane_index_count_rows (index), ==, 3);
  for (guint row = 0; row < 3; row++)
    {
      const LiaisonBar *of = liaison_lane_index_get_row (index, row, &n);
      for (guint i = 0; i < n; i++, seen++)
        {
          g_assert_cmpuint (wanted[seen][0], ==, row);
          g_assert_cmpint (wanted[seen][1], ==, of[i].start);
        }
    }
  g_assert_cmpuint (seen, ==, 5);
}

static void
test_empty (void)
{
  g_autoptr (LiaisonLaneIndex) index = liaison_lane_index_new (NULL, 0, LEAST);
  guint n = 7;

  g_assert_cmpuint (liaison_lane_index_count_rows (index), ==, 0);
  g_assert_cmpuint (liaison_lane_index_get_size (index), ==, 0);
  liaison_lane_index_get_row (index, 0, &n);
  g_assert_cmpuint (n, ==, 0);
  g_assert_cmpuint (liaison_lane_index_find (index, 0, 5), ==, 0);
}

/* The same event in two lanes that were folded into one stands there once. */
static void
test_same_once (void)
{
  g_autoptr (LiaisonBlock) a = liaison_block_new (&liaison_event_kind.shape, liaison_id_new (1));
  g_autoptr (LiaisonBlock) b = liaison_block_new (&liaison_event_kind.shape, liaison_id_new (2));
  const LiaisonBar bars[] = {
    { 0, 60, b, 0, 0 }, { 0, 60, a, 0, 0 }, { 0, 60, b, 0, 0 }, { 90, 150, b, 0, 1 }
  };
  g_autoptr (LiaisonLaneIndex) index = liaison_lane_index_new (bars, G_N_ELEMENTS (bars), LEAST);

  g_assert_cmpuint (liaison_lane_index_get_size (index), ==, 3);
  g_assert_cmpint (liaison_lane_index_locate (index, b)->start, ==, 0);
  g_assert_null (liaison_lane_index_locate (index, NULL));
}

static void
check (const LiaisonLaneIndex *index, const LiaisonBar *bars, guint n_bars, gint64 from)
{
  guint found = 0, wanted = 0;

  for (guint i = 0; i < n_bars; i++)
    wanted += seeming_end (&bars[i]) > from;
  for (guint row = 0; row < liaison_lane_index_count_rows (index); row++)
    {
      guint n, first = liaison_lane_index_find (index, row, from);
      const LiaisonBar *of = liaison_lane_index_get_row (index, row, &n);

      g_assert_cmpuint (n, >, 0);
      g_assert_true (first == 0 || seeming_end (&of[first - 1]) <= from);
      g_assert_true (first == n || seeming_end (&of[first]) > from);
      for (guint i = 1; i < n; i++)
        g_assert_cmpint (of[i].start, >=, seeming_end (&of[i - 1]));
      found += n - first;
    }
  g_assert_cmpuint (found, ==, wanted);
}

/* At any time no fewer rows are in use than bars overlap, and no more than overlap at the worst. */
static guint
count_deepest (const LiaisonBar *bars, guint n)
{
  guint deepest = 0;

  for (guint i = 0; i < n; i++)
    {
      guint depth = 0;
      for (guint j = 0; j < n; j++)
        depth += bars[j].start <= bars[i].start && seeming_end (&bars[j]) > bars[i].start;
      deepest = MAX (deepest, depth);
    }
  return deepest;
}

static void
test_against_brute_force (void)
{
  for (guint round = 0; round < 200; round++)
    {
      guint n = (guint) g_test_rand_int_range (1, 120);
      g_autofree LiaisonBar *bars = g_new0 (LiaisonBar, n);
      g_autoptr (LiaisonLaneIndex) index = NULL;

      for (guint i = 0; i < n; i++)
        {
          bars[i].start = g_test_rand_int_range (-2000, 2000);
          bars[i].end = bars[i].start + g_test_rand_int_range (0, 400);
        }
      index = liaison_lane_index_new (bars, n, LEAST);
      g_assert_cmpuint (liaison_lane_index_get_size (index), ==, n);
      g_assert_cmpuint (liaison_lane_index_count_rows (index), ==, count_deepest (bars, n));
      for (guint i = 0; i < 20; i++)
        check (index, bars, n, g_test_rand_int_range (-2500, 2900));
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/draw/lane-index/stacks", test_stacks);
  g_test_add_func ("/draw/lane-index/empty", test_empty);
  g_test_add_func ("/draw/lane-index/same-once", test_same_once);
  g_test_add_func ("/draw/lane-index/against-brute-force", test_against_brute_force);
  return g_test_run ();
}
