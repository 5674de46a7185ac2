/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the writer lays out, that it reads back the same, and what it reports when it cannot be
 * written. */
#include "config.h"

#include "json/reader.h"
#include "json/writer.h"

#include "fake-streams.h"

#include <float.h>
#include <math.h>
#include <string.h>

typedef void (*Write) (LiaisonJsonWriter *writer);

static char *
write_text (Write write, gboolean compact)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (GError) error = NULL;

  liaison_json_writer_set_compact (writer, compact);
  write (writer);
  g_assert_true (liaison_json_writer_finish (writer, &error));
  g_assert_no_error (error);
  return g_strdup (text->str);
}

/* Layout */

static void
write_everything (LiaisonJsonWriter *writer)
{
  static const char kept[] = "{\"x\":[1,{}],\"y\":\"a\\\"b\"}";

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "none");
  liaison_json_writer_null (writer);
  liaison_json_writer_name (writer, "list");
  liaison_json_writer_begin_array (writer);
  liaison_json_writer_integer (writer, -5);
  liaison_json_writer_number (writer, 0.25);
  liaison_json_writer_boolean (writer, TRUE);
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_end_object (writer);
  liaison_json_writer_begin_array (writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_name (writer, "kept");
  liaison_json_writer_raw (writer, kept, strlen (kept));
  liaison_json_writer_name (writer, "é\"\n");
  liaison_json_writer_string_n (writer, "cut here", 3);
  liaison_json_writer_end_object (writer);
}

static void
test_layout (void)
{
  g_autofree char *text = write_text (write_everything, FALSE);
  g_autofree char *compact = write_text (write_everything, TRUE);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"none\": null,\n"
                   "  \"list\": [\n"
                   "    -5,\n"
                   "    0.25,\n"
                   "    true,\n"
                   "    {},\n"
                   "    []\n"
                   "  ],\n"
                   "  \"kept\": {\n"
                   "    \"x\": [\n"
                   "      1,\n"
                   "      {}\n"
                   "    ],\n"
                   "    \"y\": \"a\\\"b\"\n"
                   "  },\n"
                   "  \"é\\\"\\n\": \"cut\"\n"
                   "}\n");
  g_assert_cmpstr (
      compact, ==,
      "{\"none\":null,\"list\":[-5,0.25,true,{},[]],\"kept\":{\"x\":[1,{}],\"y\":\"a\\\"b\"},"
      "\"é\\\"\\n\":\"cut\"}");
}

static void
write_scalar (LiaisonJsonWriter *writer)
{
  liaison_json_writer_string (writer, "");
}

static void
write_empty (LiaisonJsonWriter *writer)
{
  liaison_json_writer_begin_array (writer);
  liaison_json_writer_end_array (writer);
}

static void
test_roots (void)
{
  g_autofree char *scalar = write_text (write_scalar, FALSE);
  g_autofree char *empty = write_text (write_empty, FALSE);

  g_assert_cmpstr (scalar, ==, "\"\"\n");
  g_assert_cmpstr (empty, ==, "[]\n");
}

/* Strings */

static void
check_string (const char *text, gsize length, const char *expected)
{
  g_autoptr (GString) written = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (written);
  g_autoptr (LiaisonJsonReader) reader = NULL;
  const char *again;
  gsize n;

  liaison_json_writer_set_compact (writer, TRUE);
  liaison_json_writer_string_n (writer, text, length);
  g_assert_true (liaison_json_writer_finish (writer, NULL));
  if (expected != NULL)
    g_assert_cmpstr (written->str, ==, expected);
  reader = liaison_json_reader_new_for_data (written->str, written->len, "again", NULL);
  g_assert_true (liaison_json_reader_read_string (reader, &again, &n, NULL));
  g_assert_cmpmem (again, n, text, length);
}

static void
test_strings (void)
{
  static const char controls[] = "\x01\x02\x07\b\t\n\v\f\r\x0e\x1f \x7f";

  check_string (controls, strlen (controls),
                "\"\\u0001\\u0002\\u0007\\b\\t\\n\\u000b\\f\\r\\u000e\\u001f \x7f\"");
  check_string ("a/b\"c\\d", 7, "\"a/b\\\"c\\\\d\"");
  check_string ("日本語 🎌", strlen ("日本語 🎌"), "\"日本語 🎌\"");
}

/* Every control character at every place of a block, and strings across the end of the writer's
 * chunk. */
static void
test_alignments (void)
{
  for (char c = 1; c < 0x21; c++)
    for (guint at = 0; at < 33; at++)
      {
        g_autofree char *text = g_strnfill (33, 'x');

        text[at] = c;
        check_string (text, 33, NULL);
      }
  for (gsize n = 4090; n < 4100; n++)
    {
      g_autofree char *filler = g_strnfill (n, 'x');
      g_autofree char *text = g_strconcat (filler, "é\n🎌\"\x01", NULL);

      check_string (text, strlen (text), NULL);
    }
}

/* Numbers */

static void
check_number (double value, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (LiaisonJsonReader) reader = NULL;
  g_autoptr (GError) error = NULL;
  double again;

  liaison_json_writer_set_compact (writer, TRUE);
  liaison_json_writer_number (writer, value);
  g_assert_true (liaison_json_writer_finish (writer, &error));
  if (expected != NULL)
    g_assert_cmpstr (text->str, ==, expected);
  reader = liaison_json_reader_new_for_data (text->str, text->len, "again", NULL);
  if (!liaison_json_reader_read_number (reader, &again, &error))
    g_assert_no_error (error);
  g_assert_cmpmem (&again, sizeof again, &value, sizeof value);
}

static void
test_numbers (void)
{
  static const struct
  {
    double value;
    const char *text;
  } cases[] = {
    { 0, "0" },
    { -0.0, "-0" },
    { 1, "1" },
    { -1, "-1" },
    { 0.1, "0.1" },
    { -0.05, "-0.05" },
    { 59.913889, "59.913889" },
    { 10.5, "10.5" },
    { 100, "100" },
    { 1e15, "1e15" },
    { 1234567890123456, "1234567890123456" },
    { 9007199254740991, "9007199254740991" },
    { 9007199254740992, "9.007199254740992e15" },
    { 12345678901234568, "1.2345678901234568e16" },
    { -90071992547409920, "-9.007199254740992e16" },
    { 1e16, "1e16" },
    { 1e21, "1e21" },
    { 1e-7, "1e-7" },
    { 1.5e-7, "1.5e-7" },
    { 0.1 + 0.2, "0.30000000000000004" },
    { 1.0 / 3, "0.3333333333333333" },
    { 2.0 / 3, "0.6666666666666666" },
    { 123456.789, "123456.789" },
    { 5e-324, "5e-324" },
    { 1.5e-323, "1.5e-323" },
    { DBL_MIN, "2.2250738585072014e-308" },
    { DBL_MAX, "1.7976931348623157e308" },
    { -DBL_MAX, "-1.7976931348623157e308" },
    { 1e300, "1e300" },
    { 1e22, "1e22" },
    { 1e23, "1e23" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    check_number (cases[i].value, cases[i].text);
}

/* Any double at all comes back bit by bit. */
static void
test_any_number (void)
{
  GRand *random = g_rand_new_with_seed (754);

  for (guint i = 0; i < 100000; i++)
    {
      guint64 bits = (guint64) g_rand_int (random) << 32 | g_rand_int (random);
      double value;

      memcpy (&value, &bits, sizeof value);
      if (isfinite (value))
        check_number (value, NULL);
      check_number (g_rand_int_range (random, -1000000, 1000000) / 1000.0, NULL);
    }
  g_rand_free (random);
}

static void
test_integers (void)
{
  static const gint64 values[] = { 0,
                                   1,
                                   -1,
                                   9,
                                   10,
                                   -10,
                                   99,
                                   100,
                                   G_GINT64_CONSTANT (9007199254740991),
                                   -G_GINT64_CONSTANT (9007199254740991) };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
      g_autofree char *expected = g_strdup_printf ("%" G_GINT64_FORMAT "\n", values[i]);

      liaison_json_writer_integer (writer, values[i]);
      g_assert_true (liaison_json_writer_finish (writer, NULL));
      g_assert_cmpstr (text->str, ==, expected);
    }
}

/* Kept values */

static void
test_raw_round_trip (void)
{
  static const char *const values[] = { "{}",
                                        "[]",
                                        "0",
                                        "\"\"",
                                        "true",
                                        "[1,\"a,b:{}[]\\\\\",{\"\\\"k\\\"\":null}]",
                                        "[[],[[]],{},{\"a\":{}},-1.50E+7]",
                                        "{\"é\":\"日本語\\ud83c\\udf8c\"}" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GString) raw = g_string_new (NULL);
      g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
      g_autoptr (LiaisonJsonReader) reader = NULL;

      liaison_json_writer_raw (writer, values[i], strlen (values[i]));
      g_assert_true (liaison_json_writer_finish (writer, NULL));
      reader = liaison_json_reader_new_for_data (text->str, text->len, "again", NULL);
      g_assert_true (liaison_json_reader_read_raw (reader, raw, NULL));
      g_assert_true (liaison_json_reader_finish (reader, NULL));
      g_assert_cmpstr (raw->str, ==, values[i]);
    }
}

static void
check_refused (LiaisonJsonWriter *writer, LiaisonJsonError code)
{
  g_autoptr (GError) error = NULL;

  g_assert_false (liaison_json_writer_finish (writer, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, (int) code);
}

static void
test_broken_raw (void)
{
  static const char *const values[] = { "",   " ",      "[",       "]",   "[}",    "{]",
                                        "\"", "\"\\\"", "{\"a\"}", "1 2", "[] []", "[\x01]" };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);

      liaison_json_writer_raw (writer, values[i], strlen (values[i]));
      check_refused (writer, LIAISON_JSON_ERROR_SYNTAX);
    }
}

/* Kept at 64 levels, it does not fit one level further down. */
static void
test_deep_raw (void)
{
  g_autofree char *opening = g_strnfill (LIAISON_JSON_MAX_DEPTH, '[');
  g_autofree char *closing = g_strnfill (LIAISON_JSON_MAX_DEPTH, ']');
  g_autofree char *deep = g_strconcat (opening, closing, NULL);

  for (int inside = 0; inside <= 1; inside++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);

      if (inside)
        liaison_json_writer_begin_array (writer);
      liaison_json_writer_raw (writer, deep, strlen (deep));
      if (inside)
        check_refused (writer, LIAISON_JSON_ERROR_LIMIT);
      else
        g_assert_true (liaison_json_writer_finish (writer, NULL));
    }
}

/* What the reader would not read back */

static void
write_latin (LiaisonJsonWriter *writer)
{
  liaison_json_writer_string (writer, "na\xefve");
}

static void
write_zero (LiaisonJsonWriter *writer)
{
  liaison_json_writer_string_n (writer, "a\0b", 3);
}

static void
write_infinity (LiaisonJsonWriter *writer)
{
  liaison_json_writer_number (writer, INFINITY);
}

static void
write_nan (LiaisonJsonWriter *writer)
{
  liaison_json_writer_number (writer, NAN);
}

static void
write_big (LiaisonJsonWriter *writer)
{
  liaison_json_writer_integer (writer, G_GINT64_CONSTANT (9007199254740992));
}

static void
write_least (LiaisonJsonWriter *writer)
{
  liaison_json_writer_integer (writer, G_MININT64);
}

static void
write_long_name (LiaisonJsonWriter *writer)
{
  g_autofree char *name = g_strnfill (LIAISON_JSON_MAX_NAME + 1, 'n');

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, name);
  liaison_json_writer_null (writer);
  liaison_json_writer_end_object (writer);
}

static void
test_refused (void)
{
  static const struct
  {
    Write write;
    LiaisonJsonError code;
  } cases[] = {
    { write_latin, LIAISON_JSON_ERROR_ENCODING },  { write_zero, LIAISON_JSON_ERROR_ENCODING },
    { write_infinity, LIAISON_JSON_ERROR_VALUE },  { write_nan, LIAISON_JSON_ERROR_VALUE },
    { write_big, LIAISON_JSON_ERROR_LIMIT },       { write_least, LIAISON_JSON_ERROR_LIMIT },
    { write_long_name, LIAISON_JSON_ERROR_LIMIT },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);

      cases[i].write (writer);
      check_refused (writer, cases[i].code);
    }
}

/* Failures of the output */

static void
write_much (LiaisonJsonWriter *writer)
{
  g_autofree char *text = g_strnfill (1000, 'x');

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < 300; i++)
    liaison_json_writer_string (writer, text);
  liaison_json_writer_end_array (writer);
}

/* 300 lines of four blanks or brackets, quotation marks, a comma and 1000 bytes, but for the last
 * comma. */
#define MUCH (300 * (2 + 1000 + 2 + 2) + 3)

static void
check_disk (gsize room, gboolean fits)
{
  g_autoptr (GOutputStream) disk = test_disk_new (room);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_stream (disk, NULL);
  g_autoptr (GError) error = NULL;

  write_much (writer);
  g_assert_cmpint (liaison_json_writer_finish (writer, &error), ==, fits);
  if (fits)
    g_assert_no_error (error);
  else
    g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpuint (test_disk_get_written (TEST_DISK (disk)), ==, MIN (room, MUCH));
}

static void
test_disk_full (void)
{
  check_disk (MUCH, TRUE);
  check_disk (MUCH - 1, FALSE);
  check_disk (100000, FALSE);
  check_disk (0, FALSE);
}

static void
test_flush (void)
{
  g_autoptr (GOutputStream) disk = test_disk_new (100);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_stream (disk, NULL);
  g_autoptr (GError) error = NULL;

  test_disk_break_flush (TEST_DISK (disk));
  liaison_json_writer_null (writer);
  g_assert_false (liaison_json_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
}

static void
test_cancelled (void)
{
  g_autoptr (GOutputStream) disk = test_disk_new (MUCH);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_stream (disk, cancellable);
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  write_much (writer);
  g_assert_false (liaison_json_writer_finish (writer, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (test_disk_get_written (TEST_DISK (disk)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/writer/layout", test_layout);
  g_test_add_func ("/json/writer/roots", test_roots);
  g_test_add_func ("/json/writer/strings/escaped", test_strings);
  g_test_add_func ("/json/writer/strings/alignments", test_alignments);
  g_test_add_func ("/json/writer/numbers/shortest", test_numbers);
  g_test_add_func ("/json/writer/numbers/any", test_any_number);
  g_test_add_func ("/json/writer/numbers/integers", test_integers);
  g_test_add_func ("/json/writer/raw/round-trip", test_raw_round_trip);
  g_test_add_func ("/json/writer/raw/broken", test_broken_raw);
  g_test_add_func ("/json/writer/raw/deep", test_deep_raw);
  g_test_add_func ("/json/writer/refuses-what-is-not-read-back", test_refused);
  g_test_add_func ("/json/writer/failures/disk-full", test_disk_full);
  g_test_add_func ("/json/writer/failures/flush", test_flush);
  g_test_add_func ("/json/writer/failures/cancelled", test_cancelled);
  return g_test_run ();
}
