/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The values the reader gives, in whatever pieces the input comes. */
#include "config.h"

#include "json/reader.h"

#include "fake-streams.h"

#include <math.h>
#include <string.h>

static const gsize steps[] = { 1, 2, 3, 7, G_MAXSSIZE };

static LiaisonJsonReader *
open_text (const char *text, gsize step)
{
  g_autoptr (GInputStream) stream = test_drip_new (text, strlen (text), step, TEST_NEVER_FAILS);

  return liaison_json_reader_new_for_stream (stream, "plan", NULL, NULL);
}

/* Strings */

static void
check_string (const char *text, const char *expected)
{
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      g_autoptr (LiaisonJsonReader) reader = open_text (text, steps[s]);
      g_autoptr (GError) error = NULL;
      const char *got;
      gsize length;

      g_assert_true (liaison_json_reader_read_string (reader, &got, &length, &error));
      g_assert_cmpstr (got, ==, expected);
      g_assert_cmpuint (length, ==, strlen (expected));
      g_assert_true (liaison_json_reader_finish (reader, &error));
    }
}

static void
test_strings (void)
{
  check_string ("\"\"", "");
  check_string ("\"plain\"", "plain");
  check_string ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"", "\"\\/\b\f\n\r\t");
  check_string ("\"\\u0001\\u001F\\u00e9\\u20AC\\uFFFF\\ud83c\\udf8c\\uDBFF\\uDFFF\"",
                "\x01\x1f\u00e9\u20ac\uffff\U0001f38c\U0010ffff");
  check_string ("\"\x7f \xc2\x80 \xed\x9f\xbf \xee\x80\x80 \xf4\x8f\xbf\xbf\"",
                "\x7f \xc2\x80 \ud7ff \ue000 \U0010ffff");
  check_string ("\"日本語 العربية é 🎌\"", "日本語 العربية é 🎌");
}

/* The mark that ends a run, an escape or a sequence stands at every place of a block of eight or
 * sixteen bytes. */
static void
test_alignments (void)
{
  static const char *const odd[][2] = {
    { "", "" }, { "\\n", "\n" }, { "é", "é" }, { "🎌", "🎌" }, { "\\u00e9", "é" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (odd); i++)
    for (guint before = 0; before < 40; before++)
      {
        g_autofree char *head = g_strnfill (before, 'x');
        g_autofree char *tail = g_strnfill (40 - before, 'y');
        g_autofree char *text = g_strconcat ("\"", head, odd[i][0], tail, "\"", NULL);
        g_autofree char *expected = g_strconcat (head, odd[i][1], tail, NULL);

        check_string (text, expected);
      }
}

/* Longer than a chunk, and across the end of one at every offset. */
static void
test_long_strings (void)
{
  for (gsize n = 128 * 1024 - 12; n < 128 * 1024 + 4; n++)
    {
      g_autofree char *filler = g_strnfill (n, 'x');
      g_autofree char *text = g_strconcat ("\"", filler, "é🎌\\n\\ud83c\\udf8c\"", NULL);
      g_autofree char *expected = g_strconcat (filler, "é🎌\n🎌", NULL);

      check_string (text, expected);
    }
}

/* Numbers */

static void
test_integers (void)
{
  static const struct
  {
    const char *text;
    gint64 expected;
  } cases[] = {
    { "0", 0 },
    { "-0", 0 },
    { "7", 7 },
    { "-42", -42 },
    { "9007199254740991", G_GINT64_CONSTANT (9007199254740991) },
    { "-9007199254740991", -G_GINT64_CONSTANT (9007199254740991) },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        g_autoptr (LiaisonJsonReader) reader = open_text (cases[i].text, steps[s]);
        gint64 value = -1;

        g_assert_true (liaison_json_reader_read_integer (reader, &value, NULL));
        g_assert_cmpint (value, ==, cases[i].expected);
        g_assert_true (liaison_json_reader_finish (reader, NULL));
      }
}

static void
test_no_integers (void)
{
  static const char *const texts[] = { "1.0", "1e2", "-0.0", "0.5" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (LiaisonJsonReader) reader = open_text (texts[i], 1);
      g_autoptr (GError) error = NULL;
      gint64 value;

      g_assert_false (liaison_json_reader_read_integer (reader, &value, &error));
      g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_TYPE);
      g_assert_cmpstr (error->message, ==,
                       "plan:1:1: expected a whole number, found one with a fraction or exponent");
    }
}

/* The short way and the long way give the double that strtod does. */
static void
test_doubles (void)
{
  static const char *const texts[] = {
    "0",
    "-0",
    "-0.0",
    "1",
    "0.1",
    "0.25",
    "-123.456",
    "1e22",
    "1e23",
    "1e-22",
    "1e-23",
    "9007199254740993.0",
    "9007199254740991e1",
    "123456789012345678.25",
    "5e-324",
    "2.4703282292062328e-324",
    "1e-400",
    "1.7976931348623157e308",
    "179769313486231570000000000000000000000e270",
    "2.2250738585072011e-308",
    "0.1000000000000000055511151231257827",
    "8.5e0",
    "8.5E+1",
    "85E-1",
    "0e999999999999",
    "0.00000000000000000000000000000000000000000000001e47",
    "3.14159265358979323846264338327950288419716939937510",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        g_autoptr (LiaisonJsonReader) reader = open_text (texts[i], steps[s]);
        double expected = g_ascii_strtod (texts[i], NULL);
        g_autoptr (GError) error = NULL;
        double value = -1;

        g_assert_true (liaison_json_reader_read_number (reader, &value, &error));
        g_assert_cmpfloat (value, ==, expected);
        g_assert_cmpint (!!signbit (value), ==, !!signbit (expected));
        g_assert_true (liaison_json_reader_finish (reader, &error));
      }
}

static void
test_words (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      g_autoptr (LiaisonJsonReader) reader = open_text ("[true,\tfalse ,null]", steps[s]);
      gboolean more;
      gboolean value;

      g_assert_true (liaison_json_reader_begin_array (reader, NULL));
      g_assert_true (liaison_json_reader_next_element (reader, &more, NULL) && more);
      g_assert_true (liaison_json_reader_read_boolean (reader, &value, NULL) && value);
      g_assert_true (liaison_json_reader_next_element (reader, &more, NULL) && more);
      g_assert_true (liaison_json_reader_read_boolean (reader, &value, NULL) && !value);
      g_assert_true (liaison_json_reader_next_element (reader, &more, NULL) && more);
      g_assert_true (liaison_json_reader_read_null (reader, NULL));
      g_assert_true (liaison_json_reader_next_element (reader, &more, NULL) && !more);
      g_assert_true (liaison_json_reader_finish (reader, NULL));
    }
}

/* Types */

static void
test_types (void)
{
  static const char *const values[] = { "null", "true", "-1.5", "\"x\"", "[1]", "{\"a\":1}" };
  static const char *const found[] = { "null",     "true or false", "a number",
                                       "a string", "an array",      "an object" };

  for (int i = 0; i < (int) G_N_ELEMENTS (values); i++)
    {
      g_autofree char *text = g_strdup_printf ("{\"when\":[1,\n %s]}", values[i]);
      g_autofree char *expected = g_strdup_printf ("plan:2:2: when[1]: expected %s, found %s",
                                                   found[(i + 1) % 6], found[i]);
      g_autoptr (LiaisonJsonReader) reader = open_text (text, 2);
      g_autoptr (GError) error = NULL;
      LiaisonJsonType type;
      const char *name;
      gboolean more;
      gboolean done = TRUE;
      double number;
      const char *string;

      g_assert_true (liaison_json_reader_begin_object (reader, NULL));
      g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
      g_assert_true (liaison_json_reader_begin_array (reader, NULL));
      g_assert_true (liaison_json_reader_next_element (reader, &more, NULL));
      g_assert_true (liaison_json_reader_skip (reader, NULL));
      g_assert_true (liaison_json_reader_next_element (reader, &more, NULL));
      g_assert_true (liaison_json_reader_peek (reader, &type, NULL));
      g_assert_cmpint (type, ==, i);
      switch ((i + 1) % 6)
        {
        case LIAISON_JSON_NULL:
          done = liaison_json_reader_read_null (reader, &error);
          break;
        case LIAISON_JSON_BOOLEAN:
          done = liaison_json_reader_read_boolean (reader, &more, &error);
          break;
        case LIAISON_JSON_NUMBER:
          done = liaison_json_reader_read_number (reader, &number, &error);
          break;
        case LIAISON_JSON_STRING:
          done = liaison_json_reader_read_string (reader, &string, NULL, &error);
          break;
        case LIAISON_JSON_ARRAY:
          done = liaison_json_reader_begin_array (reader, &error);
          break;
        default:
          done = liaison_json_reader_begin_object (reader, &error);
          break;
        }
      g_assert_false (done);
      g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_TYPE);
      g_assert_cmpstr (error->message, ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/values/strings/unescaped", test_strings);
  g_test_add_func ("/json/values/strings/alignments", test_alignments);
  g_test_add_func ("/json/values/strings/longer-than-a-chunk", test_long_strings);
  g_test_add_func ("/json/values/numbers/integers", test_integers);
  g_test_add_func ("/json/values/numbers/no-integers", test_no_integers);
  g_test_add_func ("/json/values/numbers/doubles", test_doubles);
  g_test_add_func ("/json/values/words", test_words);
  g_test_add_func ("/json/values/types", test_types);
  return g_test_run ();
}
