/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "arrangements/test-reading.h"

#include "record/record.h"
#include "words/error.h"
#include "words/search.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a word of a reading may be. */
typedef enum
{
  MEANS_NOTHING,
  MEANS_STRENGTH,
  MEANS_READABILITY,
  MEANS_RESULT,
} Means;

static const struct
{
  Means means;
  const LiaisonChoices *choices;
} lists[] = {
  { MEANS_STRENGTH, &liaison_strength_words },
  { MEANS_READABILITY, &liaison_readability_words },
  { MEANS_RESULT, &liaison_test_results },
};

/* Signs and short words that stand for a result in every language. */
static const struct
{
  const char *text;
  LiaisonTestResult result;
} signs[] = {
  { "ok", LIAISON_TEST_RESULT_WORKED },      { "+", LIAISON_TEST_RESULT_WORKED },
  { "-", LIAISON_TEST_RESULT_NO_ANSWER },    { "–", LIAISON_TEST_RESULT_NO_ANSWER },
  { "0", LIAISON_TEST_RESULT_NO_ANSWER },    { "nil", LIAISON_TEST_RESULT_NO_ANSWER },
  { "nothing", LIAISON_TEST_RESULT_NO_ANSWER }, { "x", LIAISON_TEST_RESULT_NOT_MADE },
  { "n/a", LIAISON_TEST_RESULT_NOT_MADE },
};

/* The value of a digit of any script, or -1. */
static int
get_digit (gunichar c)
{
  return g_unichar_isdigit (c) ? g_unichar_digit_value (c) : -1;
}

/* Two digits from 1 to 5 with anything but letters and digits, or a word of two letters ("by"), between
 * them. */
static gboolean
read_figures (const char *text, LiaisonTestReading *reading)
{
  int digits[2] = { 0, 0 };
  guint n = 0, letters = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      int digit = get_digit (g_utf8_get_char (at));

      if (digit >= 0 && (n == 2 || digit < 1 || digit > 5))
        return FALSE;
      if (digit >= 0)
        digits[n++] = digit;
      else if (g_unichar_isalpha (g_utf8_get_char (at)) && (n != 1 || ++letters > 3))
        return FALSE;
    }
  if (n != 2)
    return FALSE;
  reading->readability = digits[0];
  reading->strength = digits[1];
  return TRUE;
}

/* Whether all of @typed begins the words of @label in order: "very w" of "very weak". */
static gboolean
begins (const char *label, const char *typed)
{
  return *typed != '\0' && g_str_has_prefix (label, typed);
}

/* The choice that @typed, folded, means; @exact ones go before those that only begin so. 0: none or
 * several. */
static guint
find_choice (LiaisonWords *words, const LiaisonChoices *choices, const char *typed, gboolean exact)
{
  guint found = 0;

  for (guint i = 1; i < choices->n; i++)
    {
      g_autofree char *label = liaison_words_fold (liaison_words_get (words, choices->choices[i].label));
      g_autofree char *english = liaison_words_fold (choices->choices[i].label);
      gboolean same = strcmp (label, typed) == 0 || strcmp (english, typed) == 0
                      || strcmp (choices->choices[i].nick, typed) == 0;

      if (exact ? !same : !same && !begins (label, typed) && !begins (english, typed))
        continue;
      if (found != 0)
        return 0;
      found = i;
    }
  return found;
}

static void
take (LiaisonTestReading *reading, Means means, guint choice)
{
  if (means == MEANS_STRENGTH)
    reading->strength_word = (LiaisonStrengthWord) choice;
  else if (means == MEANS_READABILITY)
    reading->readability_word = (LiaisonReadabilityWord) choice;
  else
    reading->result = (LiaisonTestResult) choice;
}

/* What a word or several mean, in the list where they mean just one thing and that has not been said. */
static gboolean
read_part (LiaisonWords *words, const char *typed, gboolean exact, LiaisonTestReading *reading)
{
  Means means = MEANS_NOTHING;
  guint choice = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    {
      guint found = find_choice (words, lists[i].choices, typed, exact);

      if (found == 0 || (lists[i].means == MEANS_STRENGTH && reading->strength_word != 0)
          || (lists[i].means == MEANS_READABILITY && reading->readability_word != 0))
        continue;
      /* "Loud" of strength goes before what also begins so elsewhere only where it is whole. */
      if (means != MEANS_NOTHING)
        return FALSE;
      means = lists[i].means;
      choice = found;
    }
  if (means == MEANS_NOTHING)
    return FALSE;
  take (reading, means, choice);
  return TRUE;
}

/* The longest run of words from @first on that means something. Returns how many, 0: none. */
static guint
read_run (
    LiaisonWords *words, char **parts, guint first, gboolean exact, LiaisonTestReading *reading)
{
  guint n = g_strv_length (parts + first);

  for (guint length = MIN (n, 4); length > 0; length--)
    {
      g_autoptr (GString) run = g_string_new (parts[first]);

      for (guint i = 1; i < length; i++)
        g_string_append_printf (run, " %s", parts[first + i]);
      if (read_part (words, run->str, exact, reading))
        return length;
    }
  return 0;
}

/* A word that only joins: "and", "but", "et", "و". What begins a word of ACP 125 is none. */
static gboolean
is_joint (LiaisonWords *words, const char *part)
{
  g_autofree char *pattern = liaison_words_fold (
      /* Translators: Words that stand between strength and readability when operators say how they
         hear each other ("loud and clear", "weak but readable"), with blanks between */
      liaison_words_get (words, N_ ("and but with")));
  g_auto (GStrv) joints = g_strsplit (pattern, " ", -1);

  return g_strv_contains ((const char *const *) joints, part) || strcmp (part, "and") == 0
         || strcmp (part, "but") == 0 || strcmp (part, "with") == 0 || strcmp (part, "&") == 0
         || strcmp (part, "+") == 0 || strcmp (part, ",") == 0 || strcmp (part, "/") == 0;
}

/* Arabic writes "and" at the head of the word it joins. */
static char *
part_joint (LiaisonWords *words, const char *part)
{
  const char *language = liaison_words_get_language (words);

  if (g_str_has_prefix (language, "ar") && g_str_has_prefix (part, "و") && strlen (part) > strlen ("و"))
    return g_strdup (part + strlen ("و"));
  return NULL;
}

/* How many words from @first on are understood; 0: this one is not. */
static guint
read_next (LiaisonWords *words, char **parts, guint first, LiaisonTestReading *reading)
{
  guint run = read_run (words, parts, first, TRUE, reading);
  char *without;

  if (run > 0)
    return run;
  if (*parts[first] == '\0' || is_joint (words, parts[first]))
    return 1;
  run = read_run (words, parts, first, FALSE, reading);
  if (run > 0 || (without = part_joint (words, parts[first])) == NULL)
    return run;
  g_free (parts[first]);
  parts[first] = without;
  run = read_run (words, parts, first, TRUE, reading);
  return run > 0 ? run : read_run (words, parts, first, FALSE, reading);
}

static gboolean
read_words (LiaisonWords *words, const char *folded, LiaisonTestReading *reading)
{
  g_auto (GStrv) parts = g_strsplit_set (folded, " ,;", -1);
  guint n = g_strv_length (parts), run;

  for (guint i = 0; i < n; i += run)
    if ((run = read_next (words, parts, i, reading)) == 0)
      return FALSE;
  return reading->strength_word != 0 || reading->readability_word != 0 || reading->result != 0;
}

/* "LC", loud and clear: the first letters of a strength and of a readability, each of which begins just one. */
static gboolean
read_initials (LiaisonWords *words, const char *folded, LiaisonTestReading *reading)
{
  g_autofree char *strength = NULL, *readability = NULL;
  guint first, second;

  if (g_utf8_strlen (folded, -1) != 2)
    return FALSE;
  strength = g_utf8_substring (folded, 0, 1);
  readability = g_utf8_substring (folded, 1, 2);
  first = find_choice (words, &liaison_strength_words, strength, FALSE);
  second = find_choice (words, &liaison_readability_words, readability, FALSE);
  reading->strength_word = (LiaisonStrengthWord) first;
  reading->readability_word = (LiaisonReadabilityWord) second;
  return first != 0 && second != 0;
}

/* What came of it, where only how it was heard was said. */
static LiaisonTestResult
find_result (const LiaisonTestReading *reading)
{
  if (reading->readability != 0)
    {
      if (reading->readability == 1 || reading->strength == 1)
        return LIAISON_TEST_RESULT_FAILED;
      return reading->readability >= 4 && reading->strength >= 3
                 ? LIAISON_TEST_RESULT_WORKED
                 : LIAISON_TEST_RESULT_WITH_DIFFICULTY;
    }
  if (reading->strength_word == LIAISON_STRENGTH_WORD_NOTHING_HEARD)
    return LIAISON_TEST_RESULT_NO_ANSWER;
  if (reading->readability_word == LIAISON_READABILITY_WORD_UNREADABLE)
    return LIAISON_TEST_RESULT_FAILED;
  return reading->strength_word >= LIAISON_STRENGTH_WORD_WEAK
                 || reading->readability_word >= LIAISON_READABILITY_WORD_DISTORTED
             ? LIAISON_TEST_RESULT_WITH_DIFFICULTY
             : LIAISON_TEST_RESULT_WORKED;
}

static gboolean
read_sign (const char *folded, LiaisonTestReading *reading)
{
  for (guint i = 0; i < G_N_ELEMENTS (signs); i++)
    if (strcmp (folded, signs[i].text) == 0)
      {
        reading->result = signs[i].result;
        return TRUE;
      }
  return FALSE;
}

gboolean
liaison_test_reading_parse (LiaisonWords *words,
                            const char *text,
                            LiaisonTestReading *reading,
                            GError **error)
{
  g_autofree char *folded = liaison_words_fold (text);
  LiaisonTestReading read = { 0 };

  g_strstrip (folded);
  if (!read_sign (folded, &read) && !read_figures (folded, &read)
      && !read_words (words, folded, &read)
      && (read = (LiaisonTestReading){ 0 }, !read_initials (words, folded, &read)))
    {
      g_autofree char *message = liaison_words_format (
          words,
          N_ ("“{text}” is not understood. Write readability and strength from 1 to 5, such as 5 5, or "
              "the words, such as loud and clear; - for no answer, x where no test was made."),
          liaison_operand_text ("text", text));

      g_set_error_literal (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_INPUT, message);
      return FALSE;
    }
  if (read.result == LIAISON_TEST_RESULT_UNSET)
    read.result = find_result (&read);
  *reading = read;
  return TRUE;
}

LiaisonTestReading
liaison_test_reading_of (const LiaisonBlock *block)
{
  const LiaisonChannelTestData *test = LIAISON_DATA (ChannelTest, block);

  return (LiaisonTestReading){
    .result = (LiaisonTestResult) test->result,
    .readability = test->readability != LIAISON_INTEGER_UNSET ? (int) test->readability : 0,
    .strength = test->strength != LIAISON_INTEGER_UNSET ? (int) test->strength : 0,
    .readability_word = (LiaisonReadabilityWord) test->readability_word,
    .strength_word = (LiaisonStrengthWord) test->strength_word,
  };
}

char *
liaison_test_reading_tell (LiaisonWords *words, const LiaisonTestReading *reading)
{
  const char *strength =
      liaison_words_get (words, liaison_strength_words.choices[reading->strength_word].label);
  const char *readability =
      liaison_words_get (words, liaison_readability_words.choices[reading->readability_word].label);

  if (reading->readability != 0 && reading->strength != 0)
    return g_strdup_printf ("%d %d", reading->readability, reading->strength);
  if (reading->strength_word != 0 && reading->readability_word != 0)
    {
      g_autofree char *told = liaison_words_format (
          /* Translators: How a station is heard, as in “Loud and Clear”; ACP 125 */
          words, N_ ("{strength} and {readability}"), liaison_operand_text ("strength", strength),
          liaison_operand_text ("readability", readability));
      return liaison_words_dup_without_isolates (told);
    }
  if (reading->strength_word != 0 || reading->readability_word != 0)
    return g_strdup (reading->strength_word != 0 ? strength : readability);
  return g_strdup (
      liaison_words_get (words, liaison_test_results.choices[reading->result].label));
}
