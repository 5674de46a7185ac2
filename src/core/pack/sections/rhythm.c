/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle rhythm: which boards sit at which time of day, and what comes of them. */
#include "config.h"

#include "pack/book.h"

#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "schedule/rhythm.h"

#include <glib/gi18n-lib.h>

static void
add_board (LiaisonBook *book,
           LiaisonRows *rows,
           const LiaisonRhythm *rhythm,
           guint number,
           const LiaisonBoardSeries *series)
{
  const LiaisonSitting *first = NULL;

  for (guint i = 0; i < rhythm->sittings->len && first == NULL; i++)
    if (g_array_index (rhythm->sittings, LiaisonSitting, i).series == number)
      first = &g_array_index (rhythm->sittings, LiaisonSitting, i);
  if (first == NULL)
    return;
  liaison_rows_begin_row (rows, series->event, 0);
  liaison_rows_take (rows,
                     liaison_book_tell_hours (book, first->start, first->end, book->manner.zone));
  liaison_rows_add (rows, series->title);
  liaison_rows_take (rows, liaison_book_tell (book, series->event, "chair"));
  liaison_rows_take (rows, liaison_book_tell (book, series->event, "site"));
  liaison_rows_take (rows, liaison_book_tell (book, series->event, "inputs"));
  liaison_rows_take (rows, liaison_book_tell (book, series->event, "outputs"));
}

void
liaison_section_battle_rhythm (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  g_autoptr (LiaisonRhythm) rhythm = NULL;
  LiaisonRows *rows = liaison_rows_new ();
  gint64 from, until;

  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Local time")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Event")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Chair")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Site")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Inputs")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Outputs")), 0);
  if (liaison_times_get_start (&book->manner.lookup, exercise, &from) == LIAISON_TIME_KNOWN
      && liaison_times_get_end (&book->manner.lookup, exercise, &until) == LIAISON_TIME_KNOWN)
    {
      rhythm = liaison_rhythm_new (book->copy, book->language, book->manner.zone, from, until);
      for (guint i = 0; i < rhythm->series->len; i++)
        add_board (book, rows, rhythm, i, &g_array_index (rhythm->series, LiaisonBoardSeries, i));
    }
  liaison_book_take_rows (book, rows);
}
