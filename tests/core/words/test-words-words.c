/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/words.h"

#include "catalogues.h"
#include "words/error.h"

#include <glib/gstdio.h>

typedef struct
{
  char *dir;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->dir = catalogues_make_dir ("ar", "en", "fr", "ja", "pl", "pt", "pt_BR", "uk", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_clear_pointer (&fixture->dir, catalogues_remove_dir);
}

static void
test_speaks_each_language (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *tag, *schedule;
    gboolean right_to_left;
  } cases[] = {
    { "fr", "Programme", FALSE },    { "fr-CA", "Programme", FALSE },
    { "pl", "Harmonogram", FALSE },  { "uk", "Розклад", FALSE },
    { "ar", "الجدول الزمني", TRUE }, { "ar-EG", "الجدول الزمني", TRUE },
    { "ja", "日程", FALSE },         { "en", "Schedule", FALSE },
    { "he", "Schedule", TRUE },      { "tlh", "Schedule", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, fixture->dir);

      g_assert_cmpstr (liaison_words_get_language (words), ==, cases[i].tag);
      g_assert_cmpstr (liaison_words_get (words, "Schedule"), ==, cases[i].schedule);
      g_assert_true (liaison_words_is_right_to_left (words) == cases[i].right_to_left);
      g_assert_null (liaison_words_get_problem (words));
    }
}

static void
test_falls_back_by_message (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("pt-BR", fixture->dir);

  g_assert_cmpstr (liaison_words_get (words, "Schedule"), ==, "Programação");
  g_assert_cmpstr (liaison_words_get (words, "{who} speaks for {nation}"), ==,
                   "{who} fala por {nation}");
  g_assert_cmpstr (liaison_words_get (words, "Nobody has this"), ==, "Nobody has this");
  g_assert_cmpstr (liaison_words_get (words, ""), ==, "");
  g_assert_cmpstr (liaison_words_get_plural (words, "{n} event", "{n} events", 0), ==,
                   "{n} evento (BR)");
}

static void
test_keeps_contexts_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (LiaisonWords) words = catalogues_new_words ("fr", fixture->dir);

  g_assert_cmpstr (liaison_words_get_context (words, "verb", "Schedule"), ==, "Programmer");
  g_assert_cmpstr (liaison_words_get_context (words, NULL, "Schedule"), ==, "Programme");
  g_assert_cmpstr (liaison_words_get_context (words, "noun", "Schedule"), ==, "Schedule");
}

static void
test_chooses_plurals (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *tag;
    guint n;
    const char *form;
  } cases[] = {
    { "fr", 0, "{n} événement" },   { "fr", 1, "{n} événement" },  { "fr", 2, "{n} événements" },
    { "pl", 1, "{n} wydarzenie" },  { "pl", 2, "{n} wydarzenia" }, { "pl", 12, "{n} wydarzeń" },
    { "pl", 22, "{n} wydarzenia" }, { "uk", 21, "{n} подія" },     { "uk", 11, "{n} подій" },
    { "ar", 2, "حدثان ({n})" },     { "ar", 103, "{n} أحداث" },    { "ja", 1, "{n}件の行事" },
    { "en", 1, "{n} event" },       { "en", 0, "{n} events" },     { "tlh", 1, "{n} event" },
    { "tlh", 2, "{n} events" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LiaisonWords) words = catalogues_new_words (cases[i].tag, fixture->dir);

      g_assert_cmpstr (liaison_words_get_plural (words, "{n} event", "{n} events", cases[i].n), ==,
                       cases[i].form);
    }
}

static void
test_lists_languages (Fixture *fixture, gconstpointer data)
{
  const char *const dirs[] = { fixture->dir, "/nonexistent", NULL };
  const char *const none[] = { NULL };
  g_auto (GStrv) languages = liaison_words_list_languages (dirs);
  g_auto (GStrv) only = liaison_words_list_languages (none);
  g_autofree char *joined = g_strjoinv (" ", languages);

  g_assert_cmpstr (joined, ==, "ar en fr ja pl pt pt-BR uk");
  g_assert_cmpuint (g_strv_length (only), ==, 1);
  g_assert_cmpstr (only[0], ==, "en");
}

static void
test_takes_the_first_dir (Fixture *fixture, gconstpointer data)
{
  char *other = catalogues_make_dir ("pl", NULL);
  g_autofree char *wrong = g_build_filename (other, "fr", NULL);
  g_autofree char *pl = g_build_filename (other, "pl", NULL);
  const char *const dirs[] = { "/nonexistent", other, fixture->dir, NULL };
  g_autoptr (LiaisonWords) words = NULL;

  /* A French folder that holds Polish shows which dir was read. */
  g_assert_cmpint (g_rename (pl, wrong), ==, 0);
  words = liaison_words_new ("fr", dirs);
  g_assert_cmpstr (liaison_words_get (words, "Schedule"), ==, "Harmonogram");
  g_clear_pointer (&other, catalogues_remove_dir);
}

static void
test_reports_a_damaged_catalogue (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (fixture->dir, "pt_BR", "LC_MESSAGES", "liaison.mo", NULL);
  g_autoptr (LiaisonWords) words = NULL;

  g_assert_true (g_file_set_contents (path, "damaged", -1, NULL));
  words = catalogues_new_words ("pt-BR", fixture->dir);
  g_assert_error (liaison_words_get_problem (words), LIAISON_WORDS_ERROR,
                  LIAISON_WORDS_ERROR_DAMAGED);
  /* The language still serves where the region cannot. */
  g_assert_cmpstr (liaison_words_get (words, "Schedule"), ==, "Calendário");
}

static void
test_speaks_english_for_no_tag (void)
{
  static const char *const tags[] = { NULL, "", "no such tag", "../../etc", "%s%n" };

  for (gsize i = 0; i < G_N_ELEMENTS (tags); i++)
    {
      g_autoptr (LiaisonWords) words = liaison_words_new (tags[i], NULL);

      g_assert_cmpstr (liaison_words_get_language (words), ==, "en");
      g_assert_cmpstr (liaison_words_get (words, "Nobody has this"), ==, "Nobody has this");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, test) g_test_add ("/words/words/" path, Fixture, NULL, set_up, test, tear_down)
  ADD ("speaks-each-language", test_speaks_each_language);
  ADD ("falls-back-by-message", test_falls_back_by_message);
  ADD ("keeps-contexts-apart", test_keeps_contexts_apart);
  ADD ("chooses-plurals", test_chooses_plurals);
  ADD ("lists-languages", test_lists_languages);
  ADD ("takes-the-first-dir", test_takes_the_first_dir);
  ADD ("reports-a-damaged-catalogue", test_reports_a_damaged_catalogue);
  g_test_add_func ("/words/words/speaks-english-for-no-tag", test_speaks_english_for_no_tag);
  return g_test_run ();
}
