/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the reader refuses, each with its code and its place, whatever the size of a read. */
#include "config.h"

#include "json/reader.h"

#include "fake-streams.h"

#include <string.h>

#define CODE(word) LIAISON_JSON_ERROR_##word

/* Text is everything up to the terminating zero; a zero inside is written as \x01 and put in before
 * reading. */
typedef struct
{
  const char *name;
  const char *text;
  LiaisonJsonError code;
  const char *begin; /* of the message, after "plan:" */
} Refusal;

static const Refusal syntax[] = {
  { "nothing", "", CODE (SYNTAX), "1:1: expected a value, found the end of the input" },
  { "white-space-only", " \n ", CODE (SYNTAX),
    "2:2: expected a value, found the end of the input" },
  { "two-roots", "{} []", CODE (SYNTAX), "1:4: expected nothing after the value, found ‘[’" },
  { "comment", "[1, // x\n2]", CODE (SYNTAX), "1:5: [1]: expected a value, found ‘/’" },
  { "single-quotes", "{'a':1}", CODE (SYNTAX), "1:2: expected a member’s name, found ‘'’" },
  { "bare-name", "{a:1}", CODE (SYNTAX), "1:2: expected a member’s name, found ‘a’" },
  { "trailing-comma-in-array", "[1,]", CODE (SYNTAX), "1:4: [1]: expected a value, found ‘]’" },
  { "trailing-comma-in-object", "{\"a\":1,}", CODE (SYNTAX),
    "1:8: expected a member’s name, found ‘}’" },
  { "leading-comma", "[,1]", CODE (SYNTAX), "1:2: [0]: expected a value, found ‘,’" },
  { "leading-comma-in-object", "{,\"a\":1}", CODE (SYNTAX),
    "1:2: expected a member’s name, found ‘,’" },
  { "two-commas", "[1,,2]", CODE (SYNTAX), "1:4: [1]: expected a value, found ‘,’" },
  { "no-comma", "[1 2]", CODE (SYNTAX), "1:4: [0]: expected ‘,’ or ‘]’, found ‘2’" },
  { "no-comma-in-object", "{\"a\":1 \"b\":2}", CODE (SYNTAX),
    "1:8: a: expected ‘,’ or ‘}’, found ‘\"’" },
  { "no-colon", "{\"a\" 1}", CODE (SYNTAX), "1:6: a: expected ‘:’, found ‘1’" },
  { "no-value", "{\"a\":}", CODE (SYNTAX), "1:6: a: expected a value, found ‘}’" },
  { "name-only", "{\"a\"}", CODE (SYNTAX), "1:5: a: expected ‘:’, found ‘}’" },
  { "wrong-bracket", "[1}", CODE (SYNTAX), "1:3: [0]: expected ‘,’ or ‘]’, found ‘}’" },
  { "open-array", "[1", CODE (SYNTAX),
    "1:3: [0]: expected ‘,’ or ‘]’, found the end of the input" },
  { "open-object", "{", CODE (SYNTAX),
    "1:2: expected a member’s name, found the end of the input" },
  { "open-string", "[\"abc", CODE (SYNTAX),
    "1:6: [0]: expected the end of the string, found the end of the input" },
  { "open-escape", "\"a\\", CODE (SYNTAX),
    "1:4: expected the end of the string, found the end of the input" },
  { "open-unit", "\"\\u00", CODE (SYNTAX),
    "1:6: expected the end of the string, found the end of the input" },
  { "open-pair", "\"\\ud83c", CODE (SYNTAX), "1:8: expected the end of the string, found the end" },
  { "open-pair-escape", "\"\\ud83c\\", CODE (SYNTAX),
    "1:9: expected the end of the string, found the end" },
  { "unknown-escape", "\"\\x41\"", CODE (SYNTAX),
    "1:2: the string has an escape that JSON does not know" },
  { "bad-hex", "\"\\u12g4\"", CODE (SYNTAX),
    "1:6: expected four hexadecimal digits after \\u, found ‘g’" },
  { "raw-newline", "\"a\nb\"", CODE (SYNTAX), "1:3: the string has the control character U+000A" },
  { "raw-tab", "\"a\tb\"", CODE (SYNTAX), "1:3: the string has the control character U+0009" },
  { "raw-unit-separator", "\"\x1f\"", CODE (SYNTAX),
    "1:2: the string has the control character U+001F" },
  { "raw-zero", "\"a\x01\"", CODE (SYNTAX), "1:3: the string has the control character U+0000" },
  { "zero-outside", "[1,\x01]", CODE (SYNTAX), "1:4: [1]: expected a value, found the byte 0x00" },
  { "zero-after", "[1]\x01", CODE (SYNTAX),
    "1:4: expected nothing after the value, found the byte 0x00" },
  { "no-break-space",
    "[1,\xc2\xa0"
    "2]",
    CODE (SYNTAX), "1:4: [1]: expected a value, found the byte 0xC2" },
  { "form-feed", "[\f]", CODE (SYNTAX), "1:2: [0]: expected a value, found the byte 0x0C" },
  { "half-word", "[tru]", CODE (SYNTAX), "1:2: [0]: expected the word true" },
  { "word-at-end", "nul", CODE (SYNTAX), "1:1: expected the word null" },
  { "long-word", "[nullx]", CODE (SYNTAX), "1:6: [0]: expected ‘,’ or ‘]’, found ‘x’" },
  { "capital-word", "[True]", CODE (SYNTAX), "1:2: [0]: expected a value, found ‘T’" },
  { "nan", "[NaN]", CODE (SYNTAX), "1:2: [0]: expected a value, found ‘N’" },
  { "minus-infinity", "[-Infinity]", CODE (SYNTAX), "1:2: [0]: the number has no digit" },
  { "octal", "[010]", CODE (SYNTAX),
    "1:2: [0]: the number begins with a zero that does not count" },
  { "minus-octal", "[-01]", CODE (SYNTAX),
    "1:2: [0]: the number begins with a zero that does not count" },
  { "hexadecimal", "[0x10]", CODE (SYNTAX), "1:3: [0]: expected ‘,’ or ‘]’, found ‘x’" },
  { "plus", "[+1]", CODE (SYNTAX), "1:2: [0]: expected a value, found ‘+’" },
  { "no-leading-digit", "[.5]", CODE (SYNTAX), "1:2: [0]: expected a value, found ‘.’" },
  { "no-fraction", "[1.]", CODE (SYNTAX), "1:2: [0]: the number has no digit after its point" },
  { "no-fraction-but-exponent", "[1.e1]", CODE (SYNTAX),
    "1:2: [0]: the number has no digit after its point" },
  { "no-exponent", "[1e]", CODE (SYNTAX), "1:2: [0]: the number has no digits in its exponent" },
  { "signed-no-exponent", "[1e+]", CODE (SYNTAX),
    "1:2: [0]: the number has no digits in its exponent" },
  { "two-points", "[1.2.3]", CODE (SYNTAX), "1:2: [0]: the number goes on where it should end" },
  { "minus-inside", "[1-2]", CODE (SYNTAX), "1:2: [0]: the number goes on where it should end" },
  { "minus-only", "-", CODE (SYNTAX), "1:1: the number has no digit" },
};

static const Refusal encoding[] = {
  { "byte-order-mark", "\xef\xbb\xbf{}", CODE (ENCODING), "1:1: begins with a byte order mark" },
  { "byte-order-mark-only", "\xef\xbb\xbf", CODE (ENCODING), "1:1: begins with a byte order mark" },
  { "utf-16-big", "\xfe\xff", CODE (ENCODING), "1:1: begins with a byte order mark" },
  { "utf-16-little", "\xff\xfe[", CODE (ENCODING), "1:1: begins with a byte order mark" },
  { "latin-1", "[\"na\xefve\"]", CODE (ENCODING), "1:5: [0]: the string is not valid UTF-8" },
  { "lone-continuation", "\"\x80\"", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "overlong-2", "\"\xc0\xaf\"", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "overlong-3", "\"\xe0\x80\xaf\"", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "overlong-4", "\"\xf0\x80\x80\xaf\"", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "surrogate", "\"\xed\xa0\x80\"", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "past-unicode", "\"\xf4\x90\x80\x80\"", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "byte-ff", "\"a\xff\"", CODE (ENCODING), "1:3: the string is not valid UTF-8" },
  { "cut-sequence", "\"éé\xe2\x82\"", CODE (ENCODING), "1:4: the string is not valid UTF-8" },
  { "cut-by-the-end", "\"\xe2\x82", CODE (ENCODING), "1:2: the string is not valid UTF-8" },
  { "in-a-name", "{\"\xff\":1}", CODE (ENCODING), "1:3: the name is not valid UTF-8" },
  { "escaped-zero", "\"a\\u0000\"", CODE (ENCODING), "1:3: the string has the character U+0000" },
  { "escaped-zero-in-a-name", "{\"a\\u0000\":1}", CODE (ENCODING),
    "1:4: the name has the character U+0000" },
  { "lone-high", "\"\\ud800\"", CODE (ENCODING), "1:2: the string has half of a surrogate pair" },
  { "lone-low", "\"x\\udc00\"", CODE (ENCODING), "1:3: the string has half of a surrogate pair" },
  { "two-high", "\"\\ud800\\ud800\"", CODE (ENCODING),
    "1:2: the string has half of a surrogate pair" },
  { "high-then-text", "\"\\ud800abc\"", CODE (ENCODING),
    "1:2: the string has half of a surrogate pair" },
  { "high-then-escape", "\"\\ud800\\n\"", CODE (ENCODING),
    "1:2: the string has half of a surrogate pair" },
};

static const Refusal duplicate[] = {
  { "twice", "{\"a\":1,\"b\":2,\"a\":3}", CODE (DUPLICATE),
    "1:14: a: this name occurs twice in one object" },
  { "escaped", "{\"a\":1,\"\\u0061\":3}", CODE (DUPLICATE),
    "1:8: a: this name occurs twice in one object" },
  { "empty", "{\"\":1,\n \"\":3}", CODE (DUPLICATE),
    "2:2: [\"\"]: this name occurs twice in one object" },
  { "deeper", "[{\"a\":1},{\"x\":{\"b\":{}, \"b\":[]}}]", CODE (DUPLICATE),
    "1:24: [1].x.b: this name occurs twice" },
  { "after-a-deeper-object", "{\"a\":{\"b\":1},\"b\":2,\"a\":3}", CODE (DUPLICATE),
    "1:20: a: this name occurs twice" },
};

static const Refusal limit[] = {
  { "integer", "[9007199254740992]", CODE (LIMIT),
    "1:2: [0]: the whole number is beyond 9007199254740991" },
  { "negative-integer", "[-9007199254740992]", CODE (LIMIT),
    "1:2: [0]: the whole number is beyond" },
  { "twenty-digits", "[18446744073709551617]", CODE (LIMIT),
    "1:2: [0]: the whole number is beyond" },
  { "infinite", "[1e309]", CODE (LIMIT), "1:2: [0]: the number is too large" },
  { "minus-infinite", "[-1.8e308]", CODE (LIMIT), "1:2: [0]: the number is too large" },
  { "exponent-out-of-range", "[1e99999999999999999999]", CODE (LIMIT),
    "1:2: [0]: the number is too large" },
};

static const Refusal places[] = {
  { "deep-path", "{\"events\":[{},{},{},{\"id\":1,\n  \"start\": tru}]}", CODE (SYNTAX),
    "2:12: events[3].start: expected the word" },
  { "odd-names", "{\"a b\":{\"fr-CA\":{\"é\":{\"1\":[[nul]]}}}}", CODE (SYNTAX),
    "1:29: [\"a b\"].fr-CA[\"é\"][\"1\"][0][0]: expected the word" },
  { "quoted-names", "{\"a\\\"\\\\\\n\":?}", CODE (SYNTAX),
    "1:12: [\"a\\\"\\\\\\u000a\"]: expected a value" },
  { "hidden-names", "{\"a\u202eb\U000e0001\":?}", CODE (SYNTAX),
    "1:9: [\"a\\u202eb\\udb40\\udc01\"]: expected a value" },
  { "characters", "{\"a\": \"日本語 🎌\", \"b\": ?}", CODE (SYNTAX), "1:21: b: expected a value" },
  { "lines", "[\r\n1,\r\n\n\n  2,\n\t?]", CODE (SYNTAX), "6:2: [2]: expected a value" },
};

static gsize
put_zeros (const char *text, char *data)
{
  gsize length = strlen (text);

  memcpy (data, text, length + 1);
  for (gsize i = 0; i < length; i++)
    if (data[i] == '\x01')
      data[i] = '\0';
  return length;
}

static void
check_refusal (const Refusal *refusal, gsize step, gboolean raw)
{
  char data[256];
  gsize length = put_zeros (refusal->text, data);
  g_autoptr (GInputStream) stream = test_drip_new (data, length, step, TEST_NEVER_FAILS);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_stream (stream, "plan", NULL, NULL);
  g_autofree char *begin = g_strconcat ("plan:", refusal->begin, NULL);
  g_autoptr (GString) bytes = g_string_new ("before");
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) again = NULL;
  gboolean accepted = raw ? liaison_json_reader_read_raw (reader, bytes, &error)
                          : liaison_json_reader_skip (reader, &error);

  accepted = accepted && liaison_json_reader_finish (reader, &error);
  g_assert_false (accepted);
  g_assert_error (error, LIAISON_JSON_ERROR, (int) refusal->code);
  if (!g_str_has_prefix (error->message, begin))
    g_assert_cmpstr (error->message, ==, begin);
  g_assert_false (liaison_json_reader_skip (reader, &again));
  g_assert_cmpstr (again->message, ==, error->message);
}

static void
test_refusal (gconstpointer data)
{
  static const gsize steps[] = { 1, 2, 3, 7, 100000 };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      check_refusal (data, steps[i], FALSE);
      check_refusal (data, steps[i], TRUE);
    }
}

static void
add_refusals (const char *kind, const Refusal *refusals, gsize n)
{
  for (gsize i = 0; i < n; i++)
    {
      g_autofree char *path = g_strdup_printf ("/json/refusals/%s/%s", kind, refusals[i].name);

      g_test_add_data_func (path, &refusals[i], test_refusal);
    }
}

/* The caller's limits */

static void
check_limit (const char *text, const LiaisonJsonLimits *limits, const char *message)
{
  for (gsize step = 1; step < 12; step++)
    {
      g_autoptr (GInputStream) stream = test_drip_new (text, strlen (text), step, TEST_NEVER_FAILS);
      g_autoptr (LiaisonJsonReader) reader =
          liaison_json_reader_new_for_stream (stream, "plan", limits, NULL);
      g_autoptr (GError) error = NULL;
      gboolean accepted =
          liaison_json_reader_skip (reader, &error) && liaison_json_reader_finish (reader, &error);

      g_assert_cmpint (accepted, ==, message == NULL);
      if (message == NULL)
        continue;
      g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_LIMIT);
      g_assert_cmpstr (error->message, ==, message);
    }
}

static void
test_input (void)
{
  LiaisonJsonLimits limits = liaison_json_default_limits;

  limits.bytes = 8;
  check_limit ("[1, 234]", &limits, NULL);
  check_limit ("[1, 2345]", &limits, "plan:1:9: [1]: the input is longer than 8 bytes");
  check_limit ("[1, 234] ", &limits, "plan:1:9: the input is longer than 8 bytes");
  check_limit ("[1,\"abcdefgh\"] ", &limits, "plan:1:9: [1]: the input is longer than 8 bytes");
}

static void
test_depth (void)
{
  LiaisonJsonLimits limits = liaison_json_default_limits;

  limits.depth = 2;
  check_limit ("[{\"a\":1}]", &limits, NULL);
  check_limit ("[[],{\"a\":[1]}]", &limits, "plan:1:10: [1].a: nested more than 2 deep");
  limits.depth = 1000;
  {
    g_autofree char *deep = g_strnfill (64, '[');
    g_autofree char *end = g_strnfill (64, ']');
    g_autofree char *fits = g_strconcat (deep, end, NULL);
    g_autofree char *over = g_strconcat ("[", deep, "]", end, NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (LiaisonJsonReader) reader =
        liaison_json_reader_new_for_data (over, strlen (over), "plan", &limits);

    check_limit (fits, &limits, NULL);
    g_assert_false (liaison_json_reader_skip (reader, &error));
    g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_LIMIT);
    g_assert_true (g_str_has_prefix (error->message, "plan:1:65: [0][0]"));
  }
}

static void
test_strings (void)
{
  LiaisonJsonLimits limits = liaison_json_default_limits;

  limits.string = 5;
  limits.name = 3;
  check_limit ("{\"abc\":\"abcde\"}", &limits, NULL);
  check_limit ("[\"\\u0041\\u0042\\u0043\\u0044\\u0045\"]", &limits, NULL);
  check_limit ("[\"\\u0041\\u0042\\u0043\\u0044\\u0045\\u0046\"]", &limits,
               "plan:1:2: [0]: the string is longer than 5 bytes");
  check_limit ("[\"abcdef\"]", &limits, "plan:1:2: [0]: the string is longer than 5 bytes");
  check_limit ("[\"ééé\"]", &limits, "plan:1:2: [0]: the string is longer than 5 bytes");
  check_limit ("[\"\\ud83c\\udf8c\\ud83c\\udf8c\"]", &limits,
               "plan:1:2: [0]: the string is longer than 5 bytes");
  check_limit ("{ \"abcd\":1}", &limits, "plan:1:3: the name is longer than 3 bytes");
}

static void
test_numbers (void)
{
  g_autofree char *zeros = g_strnfill (LIAISON_JSON_MAX_NUMBER - 2, '0');
  g_autofree char *fits = g_strconcat ("1.", zeros, NULL);
  g_autofree char *over = g_strconcat ("1.", zeros, "1", NULL);

  check_limit (fits, NULL, NULL);
  check_limit (over, NULL, "plan:1:1: the number is longer than 1024 bytes");
}

static char *
make_members (guint n)
{
  GString *text = g_string_new ("{");

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s\"%u\":0", i > 0 ? "," : "", i);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

static void
test_members (void)
{
  g_autofree char *fits = make_members (LIAISON_JSON_MAX_MEMBERS);
  g_autofree char *over = make_members (LIAISON_JSON_MAX_MEMBERS + 1);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (over, strlen (over), "plan", NULL);
  g_autoptr (GError) error = NULL;

  check_limit (fits, NULL, NULL);
  g_assert_false (liaison_json_reader_skip (reader, &error));
  g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_LIMIT);
  g_assert_true (
      g_str_has_suffix (error->message, ": [\"65536\"]: the object has more than 65536 members"));
}

/* Each of many names is found again, whether they are few enough to be compared or many enough to
 * be hashed. */
static void
test_many_duplicates (void)
{
  for (guint n = 1; n < 400; n += 13)
    for (guint twin = 0; twin < n; twin += 7)
      {
        g_autofree char *members = make_members (n);
        g_autofree char *text = NULL;
        g_autoptr (LiaisonJsonReader) reader = NULL;
        g_autoptr (GError) error = NULL;

        members[strlen (members) - 1] = '\0';
        text = g_strdup_printf ("[{\"%u\":%s}},%s,\"%u\":0}]", twin, members, members, twin);
        reader = liaison_json_reader_new_for_data (text, strlen (text), "plan", NULL);
        g_assert_false (liaison_json_reader_skip (reader, &error));
        g_assert_error (error, LIAISON_JSON_ERROR, LIAISON_JSON_ERROR_DUPLICATE);
      }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_refusals ("syntax", syntax, G_N_ELEMENTS (syntax));
  add_refusals ("encoding", encoding, G_N_ELEMENTS (encoding));
  add_refusals ("duplicate", duplicate, G_N_ELEMENTS (duplicate));
  add_refusals ("limit", limit, G_N_ELEMENTS (limit));
  add_refusals ("place", places, G_N_ELEMENTS (places));
  g_test_add_func ("/json/refusals/limit/input", test_input);
  g_test_add_func ("/json/refusals/limit/depth", test_depth);
  g_test_add_func ("/json/refusals/limit/strings-and-names", test_strings);
  g_test_add_func ("/json/refusals/limit/numbers", test_numbers);
  g_test_add_func ("/json/refusals/limit/members", test_members);
  g_test_add_func ("/json/refusals/duplicate/among-many", test_many_duplicates);
  return g_test_run ();
}
