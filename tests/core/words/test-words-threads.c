/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "catalogues.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/numbers.h"
#include "words/search.h"
#include "words/sentence.h"

#include <locale.h>

#define ROUNDS 300

/* All that one page may ask for, as one text. */
static char *
speak (LiaisonWords *words, guint round)
{
  static const char *const names[] = { "Francia", "Italia", "النرويج" };
  static const char *const zones[] = { "Europe/Oslo", "Asia/Tokyo", "America/New_York" };
  const char *zone = zones[round % G_N_ELEMENTS (zones)];
  g_autofree char *count = liaison_words_format_plural (words, "{n} event", "{n} events", round);
  g_autofree char *date =
      liaison_words_format_date_time (words, (gint64) round * 90000, zone, LIAISON_DATE_TIME_FULL);
  g_autofree char *list = liaison_words_format_list (words, names, 1 + round % 3, LIAISON_LIST_AND);
  g_autofree char *duration = liaison_words_format_duration (words, (gint64) round * 100);
  g_autofree char *nation = liaison_words_dup_nation (words, "NO");
  g_autofree char *city = liaison_words_dup_zone (words, zone);
  g_autofree char *days = liaison_words_format_relative_days (words, (gint32) round);
  g_autofree char *key = liaison_words_dup_sort_key (words, nation);

  return g_strjoin ("|", liaison_words_get (words, "Schedule"), count, date, list, duration, nation,
                    city, days, key, NULL);
}

typedef struct
{
  LiaisonWords *words; /* owned */
  char **expected;     /* borrowed */
} Speaker;

static gpointer
run_speaker (gpointer data)
{
  Speaker *speaker = data;
  guint wrong = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_autofree char *said = speak (speaker->words, round);

      wrong += !g_str_equal (said, speaker->expected[round]);
    }
  g_clear_pointer (&speaker->words, liaison_words_unref);
  return GUINT_TO_POINTER (wrong);
}

static char **
expect (const char *language, const char *dir)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words (language, dir);
  char **expected = g_new0 (char *, ROUNDS + 1);

  for (guint round = 0; round < ROUNDS; round++)
    expected[round] = speak (words, round);
  return expected;
}

static void
run_together (Speaker *speakers, guint n)
{
  GThread *threads[4];

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (threads));
  for (guint i = 0; i < n; i++)
    threads[i] = g_thread_new ("speaker", run_speaker, &speakers[i]);
  for (guint i = 0; i < n; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, 0);
}

static void
test_two_languages (void)
{
  char *dir = catalogues_make_dir ("fr", "ar", NULL);
  g_auto (GStrv) french = expect ("fr", dir);
  g_auto (GStrv) arabic = expect ("ar", dir);
  Speaker speakers[] = {
    { catalogues_new_words ("fr", dir), french },
    { catalogues_new_words ("ar", dir), arabic },
  };

  g_assert_cmpstr (french[0], !=, arabic[0]);
  run_together (speakers, G_N_ELEMENTS (speakers));
  catalogues_remove_dir (dir);
}

static void
test_one_language_shared (void)
{
  char *dir = catalogues_make_dir ("pl", NULL);
  g_auto (GStrv) polish = expect ("pl", dir);
  LiaisonWords *words = catalogues_new_words ("pl", dir);
  Speaker speakers[] = {
    { words, polish },
    { liaison_words_ref (words), polish },
    { liaison_words_ref (words), polish },
  };

  run_together (speakers, G_N_ELEMENTS (speakers));
  catalogues_remove_dir (dir);
}

/* The process keeps its own language: nothing here sets the locale. */
static void
test_leaves_the_process_alone (void)
{
  g_autofree char *before = g_strdup (setlocale (LC_ALL, NULL));
  g_autofree char *language = g_strdup (g_getenv ("LANGUAGE"));
  g_auto (GStrv) said = expect ("ja", NULL);

  g_assert_cmpstr (setlocale (LC_ALL, NULL), ==, before);
  g_assert_cmpstr (g_getenv ("LANGUAGE"), ==, language);
  g_assert_nonnull (said[0]);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/words/threads/two-languages", test_two_languages);
  g_test_add_func ("/words/threads/one-language-shared", test_one_language_shared);
  g_test_add_func ("/words/threads/leaves-the-process-alone", test_leaves_the_process_alone);
  return g_test_run ();
}
