/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names, places and kept bytes, in whatever pieces the input comes, and what is said when the input
 * or the caller fails. */
#include "config.h"

#include "json/reader.h"

#include "fake-streams.h"

#include <string.h>

static const gsize steps[] = { 1, 2, 3, 7, G_MAXSSIZE };

static LiaisonJsonReader *
open_text (const char *text, gsize step)
{
  g_autoptr (GInputStream) stream = test_drip_new (text, strlen (text), step, TEST_NEVER_FAILS);

  return liaison_json_reader_new_for_stream (stream, "plan", NULL, NULL);
}

/* Names */

static const char *const names[] = { "id", "title", "start", "end" };
static const guint8 lengths[] = { 2, 5, 5, 3 };
static const LiaisonJsonNames table = { G_N_ELEMENTS (names), names, lengths };

/* Reads one object by the table: "0 1 ?x 3", with ? before a name that is not in it. */
static char *
list_names (const char *text, gsize step, GError **error)
{
  g_autoptr (LiaisonJsonReader) reader = open_text (text, step);
  g_autoptr (GString) list = g_string_new (NULL);
  guint index;

  if (!liaison_json_reader_begin_object (reader, error))
    return NULL;
  for (;;)
    {
      if (!liaison_json_reader_next_name (reader, &table, &index, error))
        return NULL;
      if (index == LIAISON_JSON_NAME_END)
        break;
      if (index == LIAISON_JSON_NAME_UNKNOWN)
        g_string_append_printf (list, " ?%s", liaison_json_reader_get_name (reader, NULL));
      else
        g_string_append_printf (list, " %u", index);
      if (!liaison_json_reader_skip (reader, error))
        return NULL;
    }
  if (!liaison_json_reader_finish (reader, error))
    return NULL;
  return g_strdup (list->str);
}

static void
test_names (void)
{
  static const struct
  {
    const char *text;
    const char *expected;
  } cases[] = {
    { "{}", "" },
    { "{\"id\":1,\"title\":2,\"start\":3,\"end\":4}", " 0 1 2 3" },
    { " { \"end\" : [ ] , \"start\":{} ,\"id\":\"\" } ", " 3 2 0" },
    { "{\"id\":1,\"end\":4,\"title\":2}", " 0 3 1" },
    { "{\"x\":1,\"id\":1,\"titles\":{\"id\":[{}]},\"\":0}", " ?x 0 ?titles ?" },
    { "{\"\\u0069d\":1,\"t\\u0069tle\":2,\"\\u00e9\":3}", " 0 1 ?é" },
    { "{\"id\\\"\":1}", " ?id\"" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        g_autoptr (GError) error = NULL;
        g_autofree char *list = list_names (cases[i].text, steps[s], &error);

        g_assert_no_error (error);
        g_assert_cmpstr (list, ==, cases[i].expected);
      }
}

static void
test_known_duplicates (void)
{
  static const char *const texts[] = { "{\"id\":1,\"end\":2,\"id\":3}",
                                       "{\"id\":1,\"end\":2,\"\\u0069d\":3}",
                                       "{\"id\":1,\"x\":2,\"x\":3}", "{\"start\":1,\"start\":2}" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        g_autoptr (GError) error = NULL;

        g_assert_null (list_names (texts[i], steps[s], &error));
        g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_DUPLICATE);
      }
}

/* A table as long as is allowed: the last name has the last bit. */
static void
test_longest_table (void)
{
  char texts[LIAISON_JSON_MAX_NAMES][8];
  const char *all[LIAISON_JSON_MAX_NAMES];
  guint8 sizes[LIAISON_JSON_MAX_NAMES];
  const LiaisonJsonNames full = { LIAISON_JSON_MAX_NAMES, all, sizes };
  g_autoptr (LiaisonJsonReader) reader =
      open_text ("{\"n127\":0,\"n63\":0,\"n64\":0,\"n0\":0,\"n127\":0}", 5);
  static const guint expected[] = { 127, 63, 64, 0 };
  g_autoptr (GError) error = NULL;
  guint index;

  for (guint i = 0; i < LIAISON_JSON_MAX_NAMES; i++)
    {
      sizes[i] = (guint8) g_snprintf (texts[i], sizeof texts[i], "n%u", i);
      all[i] = texts[i];
    }
  g_assert_true (liaison_json_reader_begin_object (reader, NULL));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_assert_true (liaison_json_reader_next_name (reader, &full, &index, &error));
      g_assert_cmpuint (index, ==, expected[i]);
      g_assert_true (liaison_json_reader_skip (reader, NULL));
    }
  g_assert_false (liaison_json_reader_next_name (reader, &full, &index, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_DUPLICATE);
}

static void
test_outer_name (void)
{
  g_autoptr (LiaisonJsonReader) reader = open_text ("{\"other\":[{\"inner\":1}]}", 1);
  const char *name;
  gsize length;
  gboolean more;

  g_assert_true (liaison_json_reader_begin_object (reader, NULL));
  g_assert_true (liaison_json_reader_next_member (reader, &name, &length, NULL));
  g_assert_cmpstr (name, ==, "other");
  g_assert_cmpuint (length, ==, 5);
  g_assert_true (liaison_json_reader_begin_array (reader, NULL));
  g_assert_true (liaison_json_reader_next_element (reader, &more, NULL) && more);
  g_assert_cmpstr (liaison_json_reader_get_name (reader, NULL), ==, "other");
  g_assert_true (liaison_json_reader_begin_object (reader, NULL));
  g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
  g_assert_cmpstr (liaison_json_reader_get_name (reader, NULL), ==, "inner");
  g_assert_true (liaison_json_reader_skip (reader, NULL));
  g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
  g_assert_null (name);
  g_assert_cmpstr (liaison_json_reader_get_name (reader, &length), ==, "other");
  g_assert_cmpuint (length, ==, 5);
}

/* Places */

/* Where the caller finds fault: with a string, then with the object that held it, then with the
 * root. */
static void
check_faults (gsize step)
{
  g_autoptr (LiaisonJsonReader) reader =
      open_text ("[\n  {\"é\": \"x\",\n   \"start\": \"soon\"\n  }\n]", step);
  g_autoptr (GError) value = NULL;
  g_autoptr (GError) object = NULL;
  g_autoptr (GError) root = NULL;
  const char *text;
  gboolean more;
  guint index;

  g_assert_true (liaison_json_reader_begin_array (reader, NULL));
  g_assert_true (liaison_json_reader_next_element (reader, &more, NULL));
  g_assert_true (liaison_json_reader_begin_object (reader, NULL));
  g_assert_true (liaison_json_reader_next_name (reader, &table, &index, NULL));
  g_assert_true (liaison_json_reader_skip (reader, NULL));
  g_assert_true (liaison_json_reader_next_name (reader, &table, &index, NULL));
  g_assert_true (liaison_json_reader_read_string (reader, &text, NULL, NULL));
  g_assert_false (
      liaison_json_reader_fail (reader, &value, LIAISON_JSON_ERROR_VALUE, "%s is no time", text));
  g_assert_error (value, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_VALUE);
  g_assert_cmpstr (value->message, ==, "plan:3:13: [0].start: soon is no time");
  g_assert_true (liaison_json_reader_next_name (reader, &table, &index, NULL));
  g_assert_cmpuint (index, ==, LIAISON_JSON_NAME_END);
  g_assert_false (
      liaison_json_reader_fail (reader, &object, LIAISON_JSON_ERROR_VALUE, "has no id"));
  g_assert_cmpstr (object->message, ==, "plan:2:3: [0]: has no id");
  g_assert_true (liaison_json_reader_next_element (reader, &more, NULL) && !more);
  g_assert_false (liaison_json_reader_fail (reader, &root, LIAISON_JSON_ERROR_VALUE, "is short"));
  g_assert_cmpstr (root->message, ==, "plan:1:1: is short");
  g_assert_true (liaison_json_reader_finish (reader, NULL));
}

static void
test_faults (void)
{
  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    check_faults (steps[s]);
}

/* Lines and characters are counted over many chunks, on lines short and long. */
static void
test_far_places (void)
{
  static const char line[] = "  \"é日🎌\",\n";
  static const char item[] = "\"é日🎌\",";
  g_autoptr (GString) text = g_string_new ("[\n");
  g_autofree char *expected = NULL;
  guint n = 30011;

  for (guint i = 0; i < n; i++)
    g_string_append (text, line);
  for (guint i = 0; i < n; i++)
    g_string_append (text, item);
  g_string_append (text, "?]");
  expected =
      g_strdup_printf ("plan:%u:%u: [%u]: expected a value, found ‘?’", n + 2, n * 6 + 1, 2 * n);
  for (guint s = 2; s < G_N_ELEMENTS (steps); s++)
    {
      g_autoptr (LiaisonJsonReader) reader = open_text (text->str, steps[s]);
      g_autoptr (GError) error = NULL;

      g_assert_false (liaison_json_reader_skip (reader, &error));
      g_assert_cmpstr (error->message, ==, expected);
    }
}

/* Raw */

static void
test_raw (void)
{
  static const char text[] = "{ \"keep\" : [ 1.50e+1 , \"\\u0041\\/ \\\"é\" ,\n{ } , [ ] , "
                             "true,false,null,-0 ] , \"a\":1 }";

  for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
    {
      g_autoptr (LiaisonJsonReader) reader = open_text (text, steps[s]);
      g_autoptr (GString) raw = g_string_new ("before");
      const char *name;
      gint64 value;

      g_assert_true (liaison_json_reader_begin_object (reader, NULL));
      g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
      g_assert_true (liaison_json_reader_read_raw (reader, raw, NULL));
      g_assert_cmpstr (raw->str, ==,
                       "before[1.50e+1,\"\\u0041\\/ \\\"é\",{},[],true,false,null,-0]");
      g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
      g_assert_true (liaison_json_reader_read_integer (reader, &value, NULL));
      g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
      g_assert_true (liaison_json_reader_finish (reader, NULL));
      g_assert_cmpuint (liaison_json_reader_get_position (reader), ==, strlen (text));
    }
}

/* A number that only the end of the input ends, wherever in a chunk it began. */
static void
test_raw_number (void)
{
  static const char *const texts[] = { "0", " 0", "\n\t -1.5e3",
                                       "                                 12" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint s = 0; s < G_N_ELEMENTS (steps); s++)
      {
        g_autoptr (LiaisonJsonReader) reader = open_text (texts[i], steps[s]);
        g_autoptr (GString) raw = g_string_new (NULL);

        g_assert_true (liaison_json_reader_read_raw (reader, raw, NULL));
        g_assert_cmpstr (raw->str, ==, texts[i] + strspn (texts[i], " \n\t"));
        g_assert_true (liaison_json_reader_finish (reader, NULL));
      }
}

/* What cannot be kept leaves nothing behind. */
static void
test_raw_refused (void)
{
  g_autoptr (LiaisonJsonReader) reader = open_text ("[1,{\"a\":?}]", 3);
  g_autoptr (GString) raw = g_string_new ("before");

  g_assert_false (liaison_json_reader_read_raw (reader, raw, NULL));
  g_assert_cmpstr (raw->str, ==, "before");
}

/* Failures of the input */

static void
test_read_error (void)
{
  static const char text[] = "{\"a\":[1,\"é\\n\",true]} ";

  for (gsize at = 0; at < strlen (text); at++)
    {
      g_autoptr (GInputStream) stream = test_drip_new (text, strlen (text), 4, at);
      g_autoptr (LiaisonJsonReader) reader =
          liaison_json_reader_new_for_stream (stream, "plan", NULL, NULL);
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) again = NULL;

      g_assert_false (liaison_json_reader_skip (reader, &error)
                      && liaison_json_reader_finish (reader, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_FAILED);
      g_assert_cmpstr (error->message, ==, "plan: the cable was pulled");
      g_assert_false (liaison_json_reader_finish (reader, &again));
      g_assert_error (again, G_IO_ERROR, G_IO_ERROR_FAILED);
    }
}

static void
test_cancelled (void)
{
  static const char text[] = "[1,2,3]";
  g_autoptr (GInputStream) stream = test_drip_new (text, strlen (text), 3, TEST_NEVER_FAILS);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_stream (stream, "plan", NULL, cancellable);
  g_autoptr (GError) error = NULL;
  gboolean more;

  g_assert_true (liaison_json_reader_begin_array (reader, NULL));
  g_assert_true (liaison_json_reader_next_element (reader, &more, NULL));
  g_assert_true (liaison_json_reader_skip (reader, NULL));
  g_cancellable_cancel (cancellable);
  while (liaison_json_reader_next_element (reader, &more, &error)
         && liaison_json_reader_skip (reader, &error))
    g_assert_true (more);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* A caller out of turn is told, and gets FALSE. */
static void
test_out_of_turn (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr (LiaisonJsonReader) reader = open_text ("[1]", 1);

      liaison_json_reader_begin_array (reader, NULL);
      liaison_json_reader_skip (reader, NULL);
      return;
    }
  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_failed ();
  g_test_trap_assert_stderr ("*CRITICAL*assertion*due*");
}

static void
test_freed_early (void)
{
  g_autoptr (GString) text = g_string_new ("[{\"x\":{");
  LiaisonJsonReader *reader;
  const char *name;
  gboolean more;

  for (guint i = 0; i < 100; i++)
    g_string_append_printf (text, "\"%u\":1,", i);
  reader = open_text (text->str, 10);
  g_assert_true (liaison_json_reader_begin_array (reader, NULL));
  g_assert_true (liaison_json_reader_next_element (reader, &more, NULL));
  g_assert_true (liaison_json_reader_begin_object (reader, NULL));
  g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
  g_assert_true (liaison_json_reader_begin_object (reader, NULL));
  for (guint i = 0; i < 90; i++)
    {
      g_assert_true (liaison_json_reader_next_member (reader, &name, NULL, NULL));
      g_assert_true (liaison_json_reader_skip (reader, NULL));
    }
  liaison_json_reader_free (reader);
  liaison_json_reader_free (NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json/reader/names/found-in-table", test_names);
  g_test_add_func ("/json/reader/names/known-duplicates", test_known_duplicates);
  g_test_add_func ("/json/reader/names/longest-table", test_longest_table);
  g_test_add_func ("/json/reader/names/of-outer-object", test_outer_name);
  g_test_add_func ("/json/reader/places/of-faults", test_faults);
  g_test_add_func ("/json/reader/places/far-away", test_far_places);
  g_test_add_func ("/json/reader/raw/kept", test_raw);
  g_test_add_func ("/json/reader/raw/number-at-the-end", test_raw_number);
  g_test_add_func ("/json/reader/raw/refused", test_raw_refused);
  g_test_add_func ("/json/reader/failures/read-error", test_read_error);
  g_test_add_func ("/json/reader/failures/cancelled", test_cancelled);
  g_test_add_func ("/json/reader/failures/out-of-turn", test_out_of_turn);
  g_test_add_func ("/json/reader/failures/freed-early", test_freed_early);
  return g_test_run ();
}
