/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/id-map.h"

#define MANY  20000
#define KNOWN 700

static void
test_keeps_the_last (void)
{
  g_autoptr (LiaisonIdMap) map = liaison_id_map_new ();
  LiaisonId id = { 1, 2 }, other = { 2, 1 };
  int a, b;

  g_assert_null (liaison_id_map_lookup (map, id));
  liaison_id_map_remove (map, id);
  liaison_id_map_insert (map, id, &a);
  liaison_id_map_insert (map, id, &b);
  g_assert_true (liaison_id_map_lookup (map, id) == &b);
  g_assert_null (liaison_id_map_lookup (map, other));
  g_assert_cmpuint (liaison_id_map_get_size (map), ==, 1);
  liaison_id_map_remove (map, other);
  liaison_id_map_remove (map, id);
  g_assert_null (liaison_id_map_lookup (map, id));
  g_assert_cmpuint (liaison_id_map_get_size (map), ==, 0);
}

/* Like a GHashTable, whatever comes and goes in whatever order. */
static void
test_like_a_hash_table (void)
{
  g_autoptr (LiaisonIdMap) map = liaison_id_map_new ();
  g_autoptr (GHashTable) table =
      g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
  g_autoptr (GRand) chance = g_rand_new_with_seed (7);

  for (guint i = 1; i <= MANY; i++)
    {
      LiaisonId id = { g_rand_int_range (chance, 0, KNOWN), 3 };

      if (g_rand_int_range (chance, 0, 3) > 0)
        {
          liaison_id_map_insert (map, id, GUINT_TO_POINTER (i));
          g_hash_table_insert (table, g_memdup2 (&id, sizeof id), GUINT_TO_POINTER (i));
        }
      else
        {
          liaison_id_map_remove (map, id);
          g_hash_table_remove (table, &id);
        }
      id.high = g_rand_int_range (chance, 0, KNOWN);
      g_assert_true (liaison_id_map_lookup (map, id) == g_hash_table_lookup (table, &id));
      g_assert_cmpuint (liaison_id_map_get_size (map), ==, g_hash_table_size (table));
    }
  for (guint i = 0; i < KNOWN; i++)
    {
      LiaisonId id = { i, 3 };
      g_assert_true (liaison_id_map_lookup (map, id) == g_hash_table_lookup (table, &id));
    }
}

static void
test_reserves (void)
{
  g_autoptr (LiaisonIdMap) map = liaison_id_map_new ();
  int value;

  liaison_id_map_insert (map, (LiaisonId){ 5, 5 }, &value);
  liaison_id_map_reserve (map, MANY);
  liaison_id_map_reserve (map, 1);
  g_assert_true (liaison_id_map_lookup (map, (LiaisonId){ 5, 5 }) == &value);
  for (guint i = 0; i < MANY; i++)
    liaison_id_map_insert (map, (LiaisonId){ i, 1 }, &value);
  g_assert_cmpuint (liaison_id_map_get_size (map), ==, MANY + 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/id-map/keeps-the-last", test_keeps_the_last);
  g_test_add_func ("/record/id-map/like-a-hash-table", test_like_a_hash_table);
  g_test_add_func ("/record/id-map/reserves", test_reserves);
  return g_test_run ();
}
