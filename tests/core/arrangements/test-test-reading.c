/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How operators write how they were heard. */
#include "config.h"

#include "arrangements/test-reading.h"
#include "words/error.h"

#include <string.h>

typedef struct
{
  const char *text;
  LiaisonTestResult result;
  int readability, strength;
  LiaisonStrengthWord strength_word;
  LiaisonReadabilityWord readability_word;
} Case;

#define WORKED     LIAISON_TEST_RESULT_WORKED
#define DIFFICULT  LIAISON_TEST_RESULT_WITH_DIFFICULTY
#define FAILED     LIAISON_TEST_RESULT_FAILED
#define NO_ANSWER  LIAISON_TEST_RESULT_NO_ANSWER
#define NOT_MADE   LIAISON_TEST_RESULT_NOT_MADE
#define LOUD       LIAISON_STRENGTH_WORD_LOUD
#define GOOD       LIAISON_STRENGTH_WORD_GOOD
#define WEAK       LIAISON_STRENGTH_WORD_WEAK
#define VERY_WEAK  LIAISON_STRENGTH_WORD_VERY_WEAK
#define FADING     LIAISON_STRENGTH_WORD_FADING
#define NOTHING    LIAISON_STRENGTH_WORD_NOTHING_HEARD
#define CLEAR      LIAISON_READABILITY_WORD_CLEAR
#define READABLE   LIAISON_READABILITY_WORD_READABLE
#define UNREADABLE LIAISON_READABILITY_WORD_UNREADABLE
#define DISTORTED  LIAISON_READABILITY_WORD_DISTORTED
#define DISTURBED  LIAISON_READABILITY_WORD_WITH_INTERFERENCE

static const Case cases[] = {
  { "5 5", WORKED, 5, 5, 0, 0 },
  { "55", WORKED, 5, 5, 0, 0 },
  { " 5/4 ", WORKED, 5, 4, 0, 0 },
  { "5x5", WORKED, 5, 5, 0, 0 },
  { "4 by 3", WORKED, 4, 3, 0, 0 },
  { "4-2", DIFFICULT, 4, 2, 0, 0 },
  { "3 3", DIFFICULT, 3, 3, 0, 0 },
  { "2 5", DIFFICULT, 2, 5, 0, 0 },
  { "1 5", FAILED, 1, 5, 0, 0 },
  { "5 1", FAILED, 5, 1, 0, 0 },
  { "٥ ٤", WORKED, 5, 4, 0, 0 },
  { "5 5", WORKED, 5, 5, 0, 0 },
  { "loud and clear", WORKED, 0, 0, LOUD, CLEAR },
  { "LOUD AND CLEAR", WORKED, 0, 0, LOUD, CLEAR },
  { "l c", WORKED, 0, 0, LOUD, CLEAR },
  { "LC", WORKED, 0, 0, LOUD, CLEAR },
  { "wc", DIFFICULT, 0, 0, WEAK, CLEAR },
  { "lr", WORKED, 0, 0, LOUD, READABLE },
  { "wd", DIFFICULT, 0, 0, WEAK, DISTORTED },
  { "good, readable", WORKED, 0, 0, GOOD, READABLE },
  { "weak but readable", DIFFICULT, 0, 0, WEAK, READABLE },
  { "very weak and distorted", DIFFICULT, 0, 0, VERY_WEAK, DISTORTED },
  { "loud with interference", DIFFICULT, 0, 0, LOUD, DISTURBED },
  { "loud with distorted", DIFFICULT, 0, 0, LOUD, DISTORTED },
  { "fading", DIFFICULT, 0, 0, FADING, 0 },
  { "unreadable", FAILED, 0, 0, 0, UNREADABLE },
  { "clear and loud", WORKED, 0, 0, LOUD, CLEAR },
  { "nothing heard", NO_ANSWER, 0, 0, NOTHING, 0 },
  { "-", NO_ANSWER, 0, 0, 0, 0 },
  { "–", NO_ANSWER, 0, 0, 0, 0 },
  { "no answer", NO_ANSWER, 0, 0, 0, 0 },
  { "ok", WORKED, 0, 0, 0, 0 },
  { "worked with difficulty", DIFFICULT, 0, 0, 0, 0 },
  { "failed", FAILED, 0, 0, 0, 0 },
  { "x", NOT_MADE, 0, 0, 0, 0 },
  { "X", NOT_MADE, 0, 0, 0, 0 },
};

static void
test_understood (void)
{
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const Case *each = &cases[i];
      LiaisonTestReading reading = { 0 };
      g_autoptr (GError) error = NULL;

      g_test_message ("%s", each->text);
      liaison_test_reading_parse (words, each->text, &reading, &error);
      g_assert_no_error (error);
      g_assert_cmpint (reading.result, ==, each->result);
      g_assert_cmpint (reading.readability, ==, each->readability);
      g_assert_cmpint (reading.strength, ==, each->strength);
      g_assert_cmpint (reading.strength_word, ==, each->strength_word);
      g_assert_cmpint (reading.readability_word, ==, each->readability_word);
    }
}

static void
test_refused (void)
{
  static const char *const texts[] = { "",    " ",   "5",     "5 6",    "0 5",   "6 1",        "555",
                                       "5 5 5", "banana", "loud loud", "fa", "5 loud", "loud and",
                                       "and",   "<b>5 5</b> x" };
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LiaisonTestReading reading = { .readability = 7 };
      g_autoptr (GError) error = NULL;
      gboolean understood = liaison_test_reading_parse (words, texts[i], &reading, &error);

      g_test_message ("%s", texts[i]);
      /* "loud and" says half, which is something. */
      if (strcmp (texts[i], "loud and") == 0)
        {
          g_assert_true (understood);
          continue;
        }
      g_assert_false (understood);
      g_assert_error (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_INPUT);
      g_assert_cmpint (reading.readability, ==, 7);
    }
}

/* What is told is understood again, whatever the language. */
static void
test_told (void)
{
  static const char *const languages[] = { "en", "fr", "de", "ar", "ja" };
  g_autoptr (LiaisonWords) english = liaison_words_new ("en", NULL);

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_autoptr (LiaisonWords) words = liaison_words_new (languages[i], NULL);

      for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          LiaisonTestReading reading = { 0 }, again = { 0 };
          g_autofree char *told = NULL;
          g_autoptr (GError) error = NULL;

          g_assert_true (liaison_test_reading_parse (english, cases[j].text, &reading, NULL));
          told = liaison_test_reading_tell (words, &reading);
          g_test_message ("%s: %s", languages[i], told);
          liaison_test_reading_parse (words, told, &again, &error);
          g_assert_no_error (error);
          g_assert_cmpint (again.result, ==, reading.result);
          g_assert_cmpint (again.readability, ==, reading.readability);
          g_assert_cmpint (again.strength_word, ==, reading.strength_word);
          g_assert_cmpint (again.readability_word, ==, reading.readability_word);
        }
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/arrangements/test-reading/understood", test_understood);
  g_test_add_func ("/arrangements/test-reading/refused", test_refused);
  g_test_add_func ("/arrangements/test-reading/told", test_told);
  return g_test_run ();
}
