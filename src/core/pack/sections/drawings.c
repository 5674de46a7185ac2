/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawings of the schedule: the same ones that the window shows. */
#include "config.h"

#include "pack/book.h"

#include "draw/sync-matrix.h"
#include "draw/timeline.h"
#include "pack/drawn.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "schedule/recurrence.h"
#include "words/capital.h"
#include "words/dates.h"
#include "words/range.h"

#include <glib/gi18n-lib.h>

#define DAY 86400
/* Days that one drawing shows, and how wide it is in units of the drawing. */
#define DAYS  2
#define WIDTH 640
/* So wide that five days stand on an upright page. */
#define MATRIX_LETTERS 25

static gboolean
get_conduct (LiaisonBook *book, gint64 *from, gint64 *until)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);

  return liaison_times_get_start (&book->manner.lookup, exercise, from) == LIAISON_TIME_KNOWN
         && liaison_times_get_end (&book->manner.lookup, exercise, until) == LIAISON_TIME_KNOWN;
}

typedef struct
{
  const LiaisonLookup *lookup;
  gint64 from, until;
} Window;

static gboolean
is_within (const LiaisonBlock *event, gpointer data)
{
  const Window *window = data;
  LiaisonEventStatus status = (LiaisonEventStatus) LIAISON_DATA (Event, event)->status;
  gint64 start, end;

  return status != LIAISON_EVENT_STATUS_CANCELLED
         && liaison_times_get_start (window->lookup, event, &start) == LIAISON_TIME_KNOWN
         && liaison_times_get_end (window->lookup, event, &end) == LIAISON_TIME_KNOWN
         && end > window->from && start < window->until && end - start <= 2 * DAY;
}

/* What a drawing may show: its page is marked as all of it. */
static GPtrArray *
list_shown (LiaisonBook *book, LiaisonKindId kind, LiaisonEventFunc test, gpointer data)
{
  GPtrArray *records = g_ptr_array_new ();
  const LiaisonBlock *const *blocks;
  guint n;

  blocks = liaison_snapshot_get (book->copy, kind, &n);
  for (guint i = 0; i < n; i++)
    if (test == NULL || test (blocks[i], data))
      g_ptr_array_add (records, (gpointer) blocks[i]);
  liaison_pages_keep (book->pages, records, (GDestroyNotify) g_ptr_array_unref);
  return records;
}

static char *
tell_days (LiaisonBook *book, gint64 from, gint64 until)
{
  g_autofree char *first =
      liaison_words_format_date (book->words, from, book->manner.zone, LIAISON_DATE_WEEKDAY_SHORT);
  g_autofree char *last = liaison_words_format_date (book->words, until - 1, book->manner.zone,
                                                     LIAISON_DATE_WEEKDAY_SHORT);

  return liaison_words_capitalise (
      book->words, liaison_words_format_range (book->words, first, last, LIAISON_RANGE_OPEN));
}

static void
add_timeline (LiaisonBook *book, gint64 from, gint64 until)
{
  Window window = { &book->manner.lookup, from, until };
  const LiaisonLanesSetup setup = { .by = LIAISON_LANES_BY_TRACK,
                                    .is_shown = is_within,
                                    .data = &window };
  const char *zones[] = { book->manner.zone, NULL };
  g_autoptr (LiaisonTimeline) timeline = liaison_timeline_new ();
  g_autofree char *days = tell_days (book, from, until);
  LiaisonDrawnOptions options = { .again = TRUE };
  g_autofree char *shows = NULL;
  LiaisonMatter *matter;
  LiaisonLanes *lanes = liaison_lanes_new (book->copy, &book->manner, &setup);

  if (liaison_lanes_count_bars (lanes) == 0)
    {
      liaison_lanes_free (lanes);
      return;
    }
  liaison_timeline_set_lanes (timeline, lanes);
  liaison_timeline_set_zones (timeline, zones, book->manner.zone != NULL ? 2 : 1);
  options.seen = (LiaisonBox){ liaison_timeline_fit (timeline, from, until, WIDTH), 0, WIDTH, 1e6 };
  matter = liaison_drawn_new (LIAISON_DRAWING (timeline), &book->manner, &options);
  matter->after = 8;
  matter->records = list_shown (book, LIAISON_KIND_EVENT, is_within, &window);
  shows = g_strdup_printf ("%s: %s", liaison_book_say (book, N_ ("Timeline")), days);
  liaison_drawn_set_description (matter, shows);
  liaison_book_add_minor (book, days);
  liaison_book_add (book, matter);
}

void
liaison_section_timeline (LiaisonBook *book)
{
  const char *zone = book->manner.zone;
  gint64 from, until;

  if (!get_conduct (book, &from, &until))
    return;
  gint64 wall = liaison_recurrence_to_wall (zone, from),
         end = liaison_recurrence_to_wall (zone, until);

  for (wall -= wall % DAY; wall < end; wall += DAYS * DAY)
    add_timeline (book, liaison_recurrence_from_wall (zone, wall),
                  liaison_recurrence_from_wall (zone, wall + DAYS * DAY));
}

void
liaison_section_matrix (LiaisonBook *book)
{
  g_autoptr (LiaisonMatrix) matrix = liaison_matrix_new ();
  const LiaisonSyncSetup setup = { .rows = LIAISON_SYNC_ROWS_NATIONS,
                                   .columns = LIAISON_SYNC_COLUMNS_DAYS,
                                   .players = !book->order->audience->control };
  const LiaisonDrawnOptions options = { .tiled = TRUE, .scale = 0.6, .again = TRUE };
  g_autoptr (LiaisonSyncMatrix) filled =
      liaison_sync_matrix_fill (matrix, book->copy, &book->manner, &setup);

  LiaisonMatter *matter;

  if (filled == NULL || liaison_matrix_count_rows (matrix) == 0)
    return;
  liaison_matrix_set_column_letters (matrix, MATRIX_LETTERS);
  matter = liaison_drawn_new (LIAISON_DRAWING (matrix), &book->manner, &options);
  matter->records = list_shown (book, LIAISON_KIND_EVENT, NULL, NULL);
  /* Controllers see the injects among the events. */
  if (!setup.players)
    {
      GPtrArray *injects = list_shown (book, LIAISON_KIND_INJECT, NULL, NULL);

      g_ptr_array_extend ((GPtrArray *) matter->records, injects, NULL, NULL);
    }
  liaison_book_add (book, matter);
}
