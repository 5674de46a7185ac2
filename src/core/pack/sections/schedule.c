/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Key dates, and what happens day by day in the time of the audience with Zulu beside it. */
#include "config.h"

#include "pack/book.h"

#include "draw/agenda.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/times.h"
#include "record/zone.h"
#include "schedule/recurrence.h"
#include "words/capital.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

#define DAY 86400
/* More occurrences than any pack has room for. */
#define MOST 20000
/* A day with so many of them has a page of its own. */
#define FULL_DAY 12

static gboolean
is_key (const LiaisonBlock *event, gpointer data)
{
  LiaisonEventType type = (LiaisonEventType) LIAISON_DATA (Event, event)->type;

  return type == LIAISON_EVENT_TYPE_CONFERENCE || type == LIAISON_EVENT_TYPE_MILESTONE
         || type == LIAISON_EVENT_TYPE_CEREMONY || type == LIAISON_EVENT_TYPE_VISIT
         || type == LIAISON_EVENT_TYPE_MEDIA;
}

static gboolean
is_on (const LiaisonBlock *event, gpointer data)
{
  LiaisonEventStatus status = (LiaisonEventStatus) LIAISON_DATA (Event, event)->status;

  return status != LIAISON_EVENT_STATUS_CANCELLED && status != LIAISON_EVENT_STATUS_POSTPONED;
}

static gboolean
is_key_and_on (const LiaisonBlock *event, gpointer data)
{
  return is_key (event, data) && is_on (event, data);
}

/* Where it takes place, with whatever else it is said to be in. */
static char *
tell_site (LiaisonBook *book, LiaisonId site)
{
  return liaison_id_is_zero (site) ? NULL : liaison_manner_tell_name (&book->manner, site);
}

/* Whether somebody of the audience is to be there. */
static gboolean
concerns (LiaisonBook *book, const LiaisonBlock *event)
{
  const char *nation = liaison_book_get_nation (book);

  return nation != NULL && liaison_codes_contains (LIAISON_DATA (Event, event)->nations, nation);
}

static char *
tell_title (LiaisonBook *book, const LiaisonBlock *event)
{
  g_autofree char *title = liaison_manner_tell_block_name (&book->manner, event);
  g_autofree char *dress = liaison_book_tell (book, event, "dress");

  return dress != NULL ? g_strdup_printf ("%s\n%s", title, dress) : g_steal_pointer (&title);
}

static void
add_key_date (LiaisonBook *book, LiaisonRows *grid, const LiaisonAgendaEntry *entry)
{
  const char *zone = book->manner.zone;
  gint64 from = liaison_recurrence_to_wall (zone, entry->start);
  gint64 until = liaison_recurrence_to_wall (zone, entry->end);
  gboolean long_one = until / DAY > from / DAY && until > from + DAY / 2;
  gint64 last = long_one ? entry->end - 1 : entry->start;

  liaison_rows_begin_row (grid, entry->event, 0);
  liaison_rows_take (grid, liaison_book_tell_days (book, entry->start, last));
  /* Of what lasts for days, when it begins. */
  liaison_rows_take (grid, liaison_book_tell_hours (book, entry->start,
                                                    long_one ? entry->start : entry->end, zone));
  liaison_rows_take (grid, liaison_book_tell_zulu (entry->start));
  liaison_rows_take (grid, liaison_manner_tell_block_name (&book->manner, entry->event));
  liaison_rows_take (grid, tell_site (book, entry->site));
}

void
liaison_section_schedule (LiaisonBook *book)
{
  g_autoptr (GArray) agenda = liaison_agenda_collect (book->copy, G_MININT64 / 2, G_MAXINT64 / 2,
                                                      is_key_and_on, NULL, MOST);
  LiaisonRows *grid = liaison_rows_new ();

  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Date")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Local time")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Zulu")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Event")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Site")), 0);
  for (guint i = 0; i < agenda->len; i++)
    {
      const LiaisonAgendaEntry *entry = &g_array_index (agenda, LiaisonAgendaEntry, i);

      if (entry->first)
        add_key_date (book, grid, entry);
    }
  liaison_book_take_rows (book, grid);
}

/* Days. */

static void
add_occurrence (LiaisonBook *book,
                LiaisonRows *grid,
                const LiaisonAgendaEntry *entry,
                gint64 day_start,
                gint64 day_end)
{
  const char *zone = book->manner.zone;
  gboolean before = entry->start<day_start, after = entry->end> day_end;
  g_autofree char *hours = liaison_book_tell_hours (book, MAX (entry->start, day_start),
                                                    MIN (entry->end, day_end), zone);

  liaison_rows_begin_row (grid, entry->event, 0);
  liaison_rows_add (grid, concerns (book, entry->event) ? "●" : "");
  if (before && after)
    /* Translators: in a table of times: an event lasts the whole day */
    liaison_rows_add (grid, liaison_book_say (book, N_ ("All day")));
  else
    liaison_rows_take (grid, g_steal_pointer (&hours));
  liaison_rows_take (grid, before ? NULL : liaison_book_tell_zulu (entry->start));
  liaison_rows_take (grid, tell_title (book, entry->event));
  liaison_rows_take (grid, tell_site (book, entry->site));
  liaison_rows_take (grid,
                     liaison_book_tell_codes (book, LIAISON_DATA (Event, entry->event)->nations));
}

static LiaisonRows *
new_day_grid (LiaisonBook *book)
{
  LiaisonRows *grid = liaison_rows_new ();

  liaison_rows_add_column (grid, "", LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Local time")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Zulu")), LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Event")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Site")), 0);
  liaison_rows_add_column (grid, liaison_book_say (book, N_ ("Nations")), 0);
  return grid;
}

/* "Monday 25 October 2027 · Day 1" */
static char *
tell_day (LiaisonBook *book, gint64 noon, gint64 first_noon, gboolean within)
{
  g_autofree char *date = liaison_words_capitalise (
      book->words,
      liaison_words_format_date (book->words, noon, book->manner.zone, LIAISON_DATE_FULL));
  g_autofree char *number = NULL;

  if (!within)
    return g_steal_pointer (&date);
  /* Translators: “Day 3” of an exercise */
  number =
      liaison_words_format (book->words, N_ ("Day {n}"),
                            liaison_operand_integer ("n", (noon - first_noon + DAY / 2) / DAY + 1));
  return g_strjoin (liaison_words_get_separator (book->words), date, number, NULL);
}

/* A day and its rows in the one table that all days are parts of. */
typedef struct
{
  char *heading;
  guint from, to;
} Day;

static void
clear_day (gpointer data)
{
  g_free (((Day *) data)->heading);
}

/* Days of the exercise are counted from the one on which it starts. */
typedef struct
{
  gint64 first, last; /* walls at midnight */
} Conduct;

static void
add_day (LiaisonBook *book,
         LiaisonRows *rows,
         GArray *days,
         const GArray *agenda,
         gint64 wall,
         const Conduct *conduct)
{
  const char *zone = book->manner.zone;
  gint64 start = liaison_recurrence_from_wall (zone, wall);
  gint64 end = liaison_recurrence_from_wall (zone, wall + DAY);
  Day day = { .from = liaison_rows_get_n_rows (rows) };

  for (guint i = 0; i < agenda->len; i++)
    {
      const LiaisonAgendaEntry *entry = &g_array_index (agenda, LiaisonAgendaEntry, i);

      if (entry->start < end && (entry->end > start || entry->start >= start))
        add_occurrence (book, rows, entry, start, end);
    }
  day.to = liaison_rows_get_n_rows (rows);
  if (day.to == day.from)
    return;
  day.heading = tell_day (book, start + DAY / 2,
                          liaison_recurrence_from_wall (zone, conduct->first) + DAY / 2,
                          wall >= conduct->first && wall <= conduct->last);
  g_array_append_val (days, day);
}

/* Takes @rows. */
static void
set_days (LiaisonBook *book, LiaisonRows *rows, const GArray *days)
{
  LiaisonTypeStyle style = liaison_book_style (book, &liaison_type_section);
  LiaisonMatter *whole = NULL;

  for (guint i = 0; i < days->len; i++)
    {
      const Day *day = &g_array_index (days, Day, i);
      LiaisonMatter *heading = liaison_matter_new_heading (day->heading, &style, 2), *part;
      gboolean full = day->to - day->from >= FULL_DAY;

      heading->new_page = heading->anchored = book->heading == NULL && !book->narrow && full;
      liaison_book_add (book, heading);
      part = liaison_rows_to_part (rows, book->pages, book->factor, day->from, day->to, &whole);
      if (!full)
        liaison_tabular_keep_whole (part);
      liaison_book_add (book, part);
    }
  if (whole == NULL)
    liaison_rows_free (rows);
}

static gint64
floor_day (gint64 wall)
{
  return wall - (wall % DAY + DAY) % DAY;
}

void
liaison_section_days (LiaisonBook *book)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  const char *zone = book->manner.zone;
  gint64 startex, endex, from, until;
  g_autoptr (GArray) agenda = NULL;

  if (liaison_times_get_start (&book->manner.lookup, exercise, &startex) != LIAISON_TIME_KNOWN
      || liaison_times_get_end (&book->manner.lookup, exercise, &endex) != LIAISON_TIME_KNOWN)
    return;
  from = MAX (book->order->from, startex - 30 * DAY);
  until = MIN (book->order->until, endex + 30 * DAY);
  agenda = liaison_agenda_collect (book->copy, from, until, is_on, NULL, MOST);
  if (liaison_book_get_nation (book) != NULL && agenda->len > 0)
    {
      g_autofree char *nation = liaison_book_tell_nation (book, liaison_book_get_nation (book));
      g_autofree char *note = liaison_words_format (
          book->words,
          /* Translators: below the heading of the day pages; the dot stands in the first column */
          N_ ("● {nation} takes part. Local time is that of {zone}."),
          liaison_operand_text ("nation", nation),
          liaison_operand_text ("zone", liaison_words_dup_zone (book->words, zone)));

      liaison_book_add_note (book, note);
    }
  const Conduct conduct = { floor_day (liaison_recurrence_to_wall (zone, startex)),
                            floor_day (liaison_recurrence_to_wall (zone, endex)) };
  g_autoptr (GArray) days = g_array_new (FALSE, TRUE, sizeof (Day));
  LiaisonRows *rows = new_day_grid (book);

  g_array_set_clear_func (days, clear_day);
  for (gint64 day = floor_day (liaison_recurrence_to_wall (zone, from));
       day < liaison_recurrence_to_wall (zone, until); day += DAY)
    add_day (book, rows, days, agenda, day, &conduct);
  set_days (book, rows, days);
}
