/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/id.h"

#include <string.h>

#define MAY_2027 G_GINT64_CONSTANT (1810303200000)

static LiaisonId
parse (const char *text)
{
  LiaisonId id = { 0, 0 };

  g_assert_true (liaison_id_parse (text, strlen (text), &id));
  return id;
}

static void
test_round_trip (void)
{
  static const char *const texts[] = {
    "01890a5d-ac96-774b-bcce-b302099a8057", "00000000-0000-0000-0000-000000000001",
    "ffffffff-ffff-ffff-ffff-ffffffffffff", "f81d4fae-7dec-11d0-a765-00a0c91e6bf6",
    "10000000-0000-0000-0000-000000000000",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      char text[LIAISON_ID_TEXT_SIZE];

      liaison_id_format (parse (texts[i]), text);
      g_assert_cmpstr (text, ==, texts[i]);
    }
}

static void
test_parts_stand_where_the_rfc_puts_them (void)
{
  /* RFC 9562, appendix A.6: the version 7 example. */
  LiaisonId id = liaison_id_new_from_parts (G_GINT64_CONSTANT (0x017f22e279b0), 0xcc3,
                                            G_GUINT64_CONSTANT (0x18c4dc0c0c07398f));
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  g_assert_cmpstr (text, ==, "017f22e2-79b0-7cc3-98c4-dc0c0c07398f");
}

static void
test_parts_are_masked (void)
{
  LiaisonId id = liaison_id_new_from_parts (-1, G_MAXUINT, G_MAXUINT64);

  g_assert_cmphex (id.high, ==, 0x7fff);
  g_assert_cmphex (id.low, ==, G_GUINT64_CONSTANT (0xbfffffffffffffff));
  id = liaison_id_new_from_parts (G_MAXINT64, 0, 0);
  g_assert_cmphex (id.high, ==, G_GUINT64_CONSTANT (0xffffffffffff7000));
}

static void
test_refusals (void)
{
  static const char *const texts[] = {
    "",
    "00000000-0000-0000-0000-000000000000",
    "01890A5D-AC96-774B-BCCE-B302099A8057",
    "01890a5d-ac96-774b-bcce-b302099a805",
    "01890a5d-ac96-774b-bcce-b302099a80570",
    "01890a5dac96774bbcceb302099a8057",
    "{01890a5d-ac96-774b-bcce-b302099a80}",
    "01890a5d_ac96-774b-bcce-b302099a8057",
    "01890a5d-ac96_774b-bcce-b302099a8057",
    "01890a5d-ac96-774b_bcce-b302099a8057",
    "01890a5d-ac96-774b-bcce_b302099a8057",
    "0189-0a5dac96-774b-bcce-b302099a8057",
    "g1890a5d-ac96-774b-bcce-b302099a8057",
    "01890a5d-ac96-774b-bcce-b302099a805/",
    "01890a5d-ac96-774b-bcce-b302099a80\xc3\xa5",
    " 1890a5d-ac96-774b-bcce-b302099a8057",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LiaisonId id = { 7, 8 };

      g_test_message ("%s", texts[i]);
      g_assert_false (liaison_id_parse (texts[i], strlen (texts[i]), &id));
      g_assert_true (liaison_id_same (id, (LiaisonId){ 7, 8 }));
    }
}

static void
test_length_is_respected (void)
{
  g_autofree char *text = g_strndup ("01890a5d-ac96-774b-bcce-b302099a8057", 36);
  g_autofree char *exact = g_memdup2 (text, 36);
  LiaisonId id;

  /* No NUL: a memory checker would see a byte too many being read. */
  g_assert_true (liaison_id_parse (exact, 36, &id));
  g_assert_false (liaison_id_parse (exact, 35, &id));
}

static void
test_new_ascends_within_a_millisecond (void)
{
  LiaisonId last = liaison_id_new (MAY_2027);

  for (guint i = 0; i < 200000; i++)
    {
      LiaisonId id = liaison_id_new (MAY_2027);

      if (liaison_id_compare (last, id) >= 0)
        g_error ("id %u does not follow the one before", i);
      g_assert_cmpint (id.high >> 16, ==, MAY_2027);
      g_assert_cmphex (id.high & 0xf000, ==, 0x7000);
      g_assert_cmphex (id.low >> 62, ==, 2);
      last = id;
    }
}

static void
test_new_sorts_by_time (void)
{
  LiaisonId late = liaison_id_new (MAY_2027 + 1);
  LiaisonId early = liaison_id_new (MAY_2027);

  g_assert_cmpint (liaison_id_compare (early, late), <, 0);
  g_assert_cmpint (liaison_id_compare (late, early), >, 0);
  g_assert_cmpint (liaison_id_compare (late, late), ==, 0);
}

#define N_THREADS 4
#define N_IDS     20000

static gpointer
make_ids_cb (gpointer data)
{
  LiaisonId *ids = data;

  for (guint i = 0; i < N_IDS; i++)
    ids[i] = liaison_id_new (MAY_2027);
  return NULL;
}

static void
test_new_never_repeats_across_threads (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (liaison_id_hash, liaison_id_equal);
  g_autofree LiaisonId *ids = g_new (LiaisonId, N_THREADS * N_IDS);
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("ids", make_ids_cb, ids + i * N_IDS);
  for (guint i = 0; i < N_THREADS; i++)
    g_thread_join (threads[i]);
  for (guint i = 0; i < N_THREADS * N_IDS; i++)
    {
      g_assert_true (g_hash_table_add (seen, &ids[i]));
      if (i % N_IDS != 0)
        g_assert_cmpint (liaison_id_compare (ids[i - 1], ids[i]), <, 0);
    }
}

static void
test_codes_differ (void)
{
  static const char *const codes[] = {
    "A",
    "AA",
    "AAA",
    "NO",
    "NOR",
    "NORD",
    "NATO",
    "NATO-",
    "-NATO",
    "N-ATO",
    "0",
    "00",
    "9",
    "Z",
    "-",
    "ON",
    "ABCDEFGHIJKLMN",
    "ABCDEFGHIJKLMO",
    "BBCDEFGHIJKLMN",
    "ABCDE",
    "ABCDF",
    "ABCE",
    "99999999999999",
    "--------------",
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      LiaisonId id = liaison_id_for_code (codes[i]);

      g_assert_false (liaison_id_is_zero (id));
      g_assert_true (liaison_id_same (id, liaison_id_for_code (codes[i])));
      g_assert_cmphex (id.high & 0xf000, ==, 0x8000);
      g_assert_cmphex (id.low >> 62, ==, 2);
      for (guint j = 0; j < i; j++)
        g_assert_false (liaison_id_same (id, liaison_id_for_code (codes[j])));
    }
}

static void
test_no_file_can_name_the_id_of_a_code (void)
{
  static const char *const codes[] = { "NO", "NATO", "ABCDEFGHIJKLMN" };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    {
      char text[LIAISON_ID_TEXT_SIZE];
      LiaisonId id;

      liaison_id_format (liaison_id_for_code (codes[i]), text);
      g_assert_false (liaison_id_parse (text, strlen (text), &id));
      text[0] = '5';
      g_assert_true (liaison_id_parse (text, strlen (text), &id));
    }
}

static void
test_what_is_no_code (void)
{
  static const char *const codes[] = {
    "", "no", "N O", "ABCDEFGHIJKLMNO", "N\xc3\x98", "N_", "N/"
  };

  for (guint i = 0; i < G_N_ELEMENTS (codes); i++)
    g_assert_true (liaison_id_is_zero (liaison_id_for_code (codes[i])));
}

static void
test_hash_spreads (void)
{
  guint buckets[64] = { 0 };

  for (guint i = 0; i < 6400; i++)
    {
      LiaisonId id = liaison_id_new_from_parts (MAY_2027, 0, i);

      buckets[liaison_id_hash (&id) % 64]++;
    }
  /* 100 are expected in each; 10 standard deviations are never seen by chance. */
  for (guint i = 0; i < 64; i++)
    g_assert_cmpuint (buckets[i], <, 200);
}

static void
test_equal_compares_both_words (void)
{
  LiaisonId a = { 1, 2 }, b = { 1, 2 }, c = { 1, 3 }, d = { 2, 2 };

  g_assert_true (liaison_id_equal (&a, &b));
  g_assert_cmpuint (liaison_id_hash (&a), ==, liaison_id_hash (&b));
  g_assert_false (liaison_id_equal (&a, &c));
  g_assert_false (liaison_id_equal (&a, &d));
  g_assert_cmpint (liaison_id_compare (a, c), <, 0);
  g_assert_cmpint (liaison_id_compare (d, c), >, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/record/id/round-trip", test_round_trip);
  g_test_add_func ("/record/id/parts-stand-where-the-rfc-puts-them",
                   test_parts_stand_where_the_rfc_puts_them);
  g_test_add_func ("/record/id/parts-are-masked", test_parts_are_masked);
  g_test_add_func ("/record/id/refusals", test_refusals);
  g_test_add_func ("/record/id/length-is-respected", test_length_is_respected);
  g_test_add_func ("/record/id/new/ascends-within-a-millisecond",
                   test_new_ascends_within_a_millisecond);
  g_test_add_func ("/record/id/new/sorts-by-time", test_new_sorts_by_time);
  g_test_add_func ("/record/id/new/never-repeats-across-threads",
                   test_new_never_repeats_across_threads);
  g_test_add_func ("/record/id/code/differs", test_codes_differ);
  g_test_add_func ("/record/id/code/no-file-can-name-it", test_no_file_can_name_the_id_of_a_code);
  g_test_add_func ("/record/id/code/refusals", test_what_is_no_code);
  g_test_add_func ("/record/id/hash-spreads", test_hash_spreads);
  g_test_add_func ("/record/id/equal-compares-both-words", test_equal_compares_both_words);
  return g_test_run ();
}
