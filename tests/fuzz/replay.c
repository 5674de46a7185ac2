/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs a fuzz target as a short test: replay FOLDER, over every file of tests/fixtures/fuzz/FOLDER
 * and over some thousand mutations of them, the same in every run. */
#include "config.h"

#include "fuzz.h"

#include <string.h>

#define MUTATIONS  4000
#define MAX_LENGTH 4096

/* Bytes that mean something in the formats that are fuzzed, and some that should not be there. */
static const char dictionary[][8] = { "\"",
                                      "\\",
                                      "{",
                                      "}",
                                      "[",
                                      "]",
                                      ",",
                                      ":",
                                      "\\u0000",
                                      "\\ud83c",
                                      "\\udf8c",
                                      "\xef\xbb\xbf",
                                      "\xe2\x82\xac",
                                      "\xff",
                                      "\xc3",
                                      "e309",
                                      "-",
                                      "0",
                                      "\n",
                                      " ",
                                      "null",
                                      "true",
                                      "\"a\":" };

static GPtrArray *corpus;

static void
load_corpus (const char *folder)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("LIAISON_TEST_FIXTURES"), "fuzz", folder, NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GDir) dir = g_dir_open (path, 0, &error);
  const char *name;

  g_assert_no_error (error);
  corpus = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *file = g_build_filename (path, name, NULL);
      char *data;
      gsize length;

      g_file_get_contents (file, &data, &length, &error);
      g_assert_no_error (error);
      g_ptr_array_add (corpus, g_bytes_new_take (data, length));
    }
  g_assert_cmpuint (corpus->len, >, 0);
}

static int
compare_bytes (gconstpointer a, gconstpointer b)
{
  return g_bytes_compare (*(GBytes *const *) a, *(GBytes *const *) b);
}

static void
run (const guint8 *input, gsize length)
{
  /* A copy of just this length, so that reading past it is seen. */
  g_autofree guint8 *copy = g_malloc (MAX (length, 1));

  if (length > 0)
    memcpy (copy, input, length);
  LLVMFuzzerTestOneInput (copy, length);
}

static void
test_corpus (void)
{
  for (guint i = 0; i < corpus->len; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i), &length);

      run (data, length);
    }
}

static void
insert_word (GRand *random, GByteArray *bytes)
{
  const char *word = dictionary[g_rand_int_range (random, 0, G_N_ELEMENTS (dictionary))];
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len + 1);
  guint length = (guint) strlen (word);
  guint old = bytes->len;

  g_byte_array_set_size (bytes, old + length);
  memmove (bytes->data + at + length, bytes->data + at, old - at);
  memcpy (bytes->data + at, word, length);
}

static void
remove_range (GRand *random, GByteArray *bytes)
{
  guint at = (guint) g_rand_int_range (random, 0, (gint32) bytes->len);
  guint n = (guint) g_rand_int_range (random, 1, 9);

  g_byte_array_remove_range (bytes, at, MIN (n, bytes->len - at));
}

/* Puts a piece of another input in. */
static void
splice (GRand *random, GByteArray *bytes)
{
  gsize length;
  const guint8 *other = g_bytes_get_data (
      g_ptr_array_index (corpus, (guint) g_rand_int_range (random, 0, (gint32) corpus->len)),
      &length);
  guint from =
      length > 0 ? (guint) g_rand_int_range (random, 0, (gint32) MIN (length, MAX_LENGTH)) : 0;

  g_byte_array_append (bytes, other + from, (guint) MIN (length - from, 64));
}

static void
mutate (GRand *random, GByteArray *bytes)
{
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      insert_word (random, bytes);
      break;
    case 1:
      splice (random, bytes);
      break;
    case 2:
      if (bytes->len > 0)
        remove_range (random, bytes);
      break;
    default:
      if (bytes->len > 0)
        bytes->data[g_rand_int_range (random, 0, (gint32) bytes->len)] =
            (guint8) g_rand_int_range (random, 0, 256);
      break;
    }
}

static void
test_mutations (void)
{
  GRand *random = g_rand_new_with_seed (1899);

  for (guint i = 0; i < MUTATIONS; i++)
    {
      gsize length;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (corpus, i % corpus->len), &length);
      g_autoptr (GByteArray) bytes = g_byte_array_new ();

      g_byte_array_append (bytes, data, (guint) MIN (length, MAX_LENGTH));
      for (int n = g_rand_int_range (random, 1, 6); n > 0; n--)
        mutate (random, bytes);
      run (bytes->data, bytes->len);
    }
  g_rand_free (random);
}

int
main (int argc, char **argv)
{
  g_autofree char *replay = NULL;
  g_autofree char *mutations = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  g_assert_cmpint (argc, ==, 2);
  load_corpus (argv[1]);
  g_ptr_array_sort (corpus, compare_bytes);
  replay = g_strdup_printf ("/fuzz/%s/corpus", argv[1]);
  mutations = g_strdup_printf ("/fuzz/%s/mutations", argv[1]);
  g_test_add_func (replay, test_corpus);
  g_test_add_func (mutations, test_mutations);
  status = g_test_run ();
  g_ptr_array_unref (corpus);
  return status;
}
