/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any text as a template and as an operand: the sentence is UTF-8, no operand leaves its isolate,
 * and folding text for search a second time changes nothing. */
#include "config.h"

#include "words/search.h"
#include "words/sentence.h"

#include "fuzz.h"

#include <string.h>

static LiaisonWords *
get_words (void)
{
  static LiaisonWords *words = NULL;
  static const char *const none[] = { NULL };

  if (!words)
    words = liaison_words_new ("ar", none);
  return words;
}

/* How many isolates are open at the end; a pop without one, or a line break between, is a failure.
 */
static int
count_open (const char *text)
{
  int open = 0;

  for (; *text; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      open += c >= 0x2066 && c <= 0x2068;
      open -= c == 0x2069;
      g_assert_cmpint (open, >=, 0);
      g_assert_true (c != '\n' && c != '\r' && c != 0x2029);
    }
  return open;
}

static void
check_operand (const char *text)
{
  g_autofree char *sentence =
      liaison_words_format (get_words (), "{a} x {b}", liaison_operand_text ("a", text),
                            liaison_operand_nation ("b", "NO"));
  g_autofree char *plain = liaison_words_dup_without_isolates (sentence);

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
  g_assert_cmpint (count_open (sentence), ==, 0);
  g_assert_nonnull (strstr (plain, " x "));
}

static void
check_template (const char *template)
{
  g_autofree char *sentence = liaison_words_format (
      get_words (), template, liaison_operand_text ("who", "a"), liaison_operand_integer ("n", 7));

  g_assert_true (g_utf8_validate (sentence, -1, NULL));
}

static void
check_fold (const char *text)
{
  g_autofree char *once = liaison_words_fold (text);
  g_autofree char *twice = liaison_words_fold (once);

  g_assert_true (g_utf8_validate (once, -1, NULL));
  g_assert_cmpstr (once, ==, twice);
}

int
LLVMFuzzerTestOneInput (const guint8 *input, gsize size)
{
  g_autofree char *text = g_strndup ((const char *) input, size);
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  check_operand (text);
  check_template (valid);
  check_fold (text);
  return 0;
}
