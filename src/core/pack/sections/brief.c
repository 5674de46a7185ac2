/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exercise in brief, and its scenario. */
#include "config.h"

#include "pack/book.h"

#include "pack/pairs.h"
#include "record/kinds/exercise.h"
#include "record/kinds/language-use.h"
#include "record/times.h"
#include "words/capital.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

/* "Monday 25 October 2027, 08:00 · 250600ZOCT27" */
static char *
tell_time (LiaisonBook *book, const LiaisonInstant *instant)
{
  g_autofree char *local = NULL, *zulu = NULL;
  gint64 seconds;

  if (liaison_times_resolve (&book->manner.lookup, instant, &seconds, NULL) != LIAISON_TIME_KNOWN)
    return NULL;
  local = liaison_words_format_date_time (book->words, seconds, book->manner.zone,
                                          LIAISON_DATE_TIME_FULL);
  zulu = liaison_manner_tell_time (&(LiaisonManner){ .words = book->words,
                                                     .lookup = book->manner.lookup,
                                                     .format = LIAISON_TIME_AS_DTG,
                                                     .now = book->now },
                                   seconds, NULL);
  return g_strdup_printf ("%s%s\u2066%s\u2069", local, liaison_words_get_separator (book->words),
                          zulu);
}

static void
add_time (LiaisonBook *book, LiaisonMatter *pairs, const char *label, const LiaisonInstant *instant)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  g_autofree char *told = liaison_words_capitalise (book->words, tell_time (book, instant));

  if (told != NULL)
    liaison_pairs_add (pairs, label, told, exercise, NULL);
}

static void
add_phases (LiaisonBook *book, const LiaisonExerciseData *exercise)
{
  g_autoptr (GPtrArray) phases = liaison_book_list_items (exercise->phases, "order");
  LiaisonRows *grid = liaison_rows_new ();

  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Phase")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Start")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Aim")), 0);
  for (guint i = 0; i < phases->len; i++)
    {
      const LiaisonExercisePhaseData *phase = phases->pdata[i];
      gint64 start;

      liaison_rows_begin_row (grid, &exercise->block, 0);
      liaison_rows_add (grid, liaison_book_pick (book, phase->name));
      if (liaison_times_resolve (&book->manner.lookup, &phase->start, &start, NULL)
          == LIAISON_TIME_KNOWN)
        liaison_rows_take (grid,
                           liaison_words_format_date_time (book->words, start, book->manner.zone,
                                                           LIAISON_DATE_TIME_MEDIUM));
      else
        liaison_rows_add (grid, NULL);
      liaison_rows_add (grid, liaison_book_pick (book, phase->aim));
    }
  if (phases->len > 0)
    liaison_book_add_minor (book, liaison_book_say (book, N_ ("Phases")));
  liaison_book_take_rows (book, grid);
}

/* "English and French": the languages that serve @use. */
static char *
tell_languages (LiaisonBook *book, const GPtrArray *items, LiaisonLanguageUse use)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++)
    {
      const LiaisonLanguageUseData *each = LIAISON_DATA (LanguageUse, items->pdata[i]);
      char *told = (LiaisonLanguageUse) each->use == use
                       ? liaison_book_tell (book, items->pdata[i], "language")
                       : NULL;

      if (told != NULL)
        g_ptr_array_add (names, told);
    }
  if (names->len == 0)
    return NULL;
  return liaison_words_capitalise (
      book->words, liaison_words_format_list (book->words, (const char *const *) names->pdata,
                                              names->len, LIAISON_LIST_AND));
}

static void
add_languages (LiaisonBook *book, LiaisonMatter *pairs, const LiaisonExerciseData *exercise)
{
  static const char *const labels[] = {
    [LIAISON_LANGUAGE_USE_UNSET] = N_ ("Languages"),
    /* Translators: labels before one or more languages, such as “English and French” */
    [LIAISON_LANGUAGE_USE_OFFICIAL] = N_ ("Official languages"),
    [LIAISON_LANGUAGE_USE_WORKING] = N_ ("Working languages"),
    /* Translators: before languages into which there is interpretation */
    [LIAISON_LANGUAGE_USE_INTERPRETED] = N_ ("Interpretation"),
    /* Translators: before languages in which packs are printed */
    [LIAISON_LANGUAGE_USE_PRINTED] = N_ ("Printed in"),
  };
  g_autoptr (GPtrArray) items = liaison_book_list_items (exercise->languages, "order");

  for (guint use = 0; use < G_N_ELEMENTS (labels); use++)
    {
      g_autofree char *told = tell_languages (book, items, (LiaisonLanguageUse) use);

      if (told != NULL)
        liaison_pairs_add (pairs, liaison_book_say (book, labels[use]), told, &exercise->block,
                           NULL);
    }
}

void
liaison_section_brief (LiaisonBook *book)
{
  const LiaisonBlock *block = liaison_snapshot_get_exercise (book->copy);
  const LiaisonExerciseData *exercise = LIAISON_DATA (Exercise, block);
  LiaisonMatter *pairs = liaison_book_new_pairs (book);

  liaison_book_add_fields (book, pairs, block, "aim,scope,concept,place,host,lead");
  add_time (book, pairs, liaison_book_say (book, N_ ("STARTEX")), &exercise->startex);
  add_time (book, pairs, liaison_book_say (book, N_ ("ENDEX")), &exercise->endex);
  liaison_book_add_fields (book, pairs, block, "conducted-by,directed-by,planned-by");
  add_languages (book, pairs, exercise);
  liaison_book_take_pairs (book, pairs);
  add_phases (book, exercise);
  if (!liaison_pack_order_has (book->order, LIAISON_PACK_SECTION_SCENARIO))
    liaison_section_scenario (book);
}

void
liaison_section_scenario (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  LiaisonMatter *pairs = liaison_book_new_pairs (book);

  if (book->part->section != LIAISON_PACK_SECTION_SCENARIO
      && LIAISON_DATA (Exercise, exercise)->scenario != NULL)
    liaison_book_add_heading (book, liaison_book_say (book, N_ ("Scenario")), 2);
  liaison_book_add_fields (book, pairs, exercise, "setting,scenario-start");
  liaison_book_take_pairs (book, pairs);
  liaison_book_add_prose (
      book, liaison_book_pick (book, LIAISON_DATA (Exercise, exercise)->scenario), exercise);
}
