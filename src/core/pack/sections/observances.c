/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the nations keep and when, in the year of the exercise, each with its source as a note. */
#include "config.h"

#include "pack/book.h"

#include "brief/rich-text.h"
#include "pack/briefing-pages.h"
#include "pack/briefing-private.h"
#include "record/kinds/exercise.h"
#include "record/kinds/observance.h"
#include "record/times.h"
#include "schedule/observances.h"
#include "words/dates.h"
#include "words/manner-rule.h"

#include <glib/gi18n-lib.h>

#define DAY 86400
/* The year that is shown begins so many days before the exercise. */
#define BEFORE 90
#define YEAR   365

/* One of them, and the first run of days of it that counts. */
typedef struct
{
  const LiaisonBlock *block;
  gint32 first, last; /* LIAISON_DATE_UNSET: it comes round all the time, or not in this year */
  gboolean confirmed;
} Entry;

/* The days of the exercise. */
typedef struct
{
  gint32 from, until;
  Entry *entry;
} Finding;

static gboolean
falls_into (const Finding *exercise, const Entry *entry)
{
  return entry->first != LIAISON_DATE_UNSET && entry->first <= exercise->until
         && entry->last >= exercise->from;
}

/* A run in the exercise goes before the first one of the year. */
static void
take_run_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  Finding *finding = data;
  const Entry run = { finding->entry->block, first, last, confirmed };

  if (finding->entry->first == LIAISON_DATE_UNSET
      || (falls_into (finding, &run) && !falls_into (finding, finding->entry)))
    *finding->entry = run;
}

/* Weekends and hours of prayer: not days of the year. */
static gboolean
comes_always (const LiaisonBlock *block)
{
  const char *rule = LIAISON_DATA (Observance, block)->rule;

  return rule != NULL
         && (g_str_has_prefix (rule, "FREQ=WEEKLY") || g_str_has_prefix (rule, "FREQ=DAILY"));
}

/* Those of every week first, as they are in the plan; then by day; then those without one. */
static gint32
get_key (const Entry *entry)
{
  if (comes_always (entry->block))
    return G_MININT32;
  return entry->first == LIAISON_DATE_UNSET ? G_MAXINT32 : entry->first;
}

static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const Entry *left = a, *right = b;
  gint32 first = get_key (left), second = get_key (right);

  return first != second ? (first > second) - (first < second)
                         : liaison_id_compare (left->block->id, right->block->id);
}

/* In the year, or where it has no day then, in the year before or the one after. */
static void
find_run (const Finding *finding, Entry *entry)
{
  Finding own = *finding;
  gint32 from = finding->from - BEFORE;

  own.entry = entry;
  for (int year = 0; year < 3 && entry->first == LIAISON_DATE_UNSET; year++)
    {
      static const int years[] = { 0, -1, 1 };

      liaison_observance_foreach_days (entry->block, from + years[year] * YEAR,
                                       from + (years[year] + 1) * YEAR, take_run_cb, &own);
    }
}

static GArray *
list_entries (LiaisonBook *book, const Finding *finding)
{
  g_autoptr (GPtrArray) blocks = liaison_book_list (book, &liaison_observance_kind, NULL);
  GArray *entries = g_array_new (FALSE, FALSE, sizeof (Entry));

  for (guint i = 0; i < blocks->len; i++)
    {
      Entry entry = { blocks->pdata[i], LIAISON_DATE_UNSET, LIAISON_DATE_UNSET, FALSE };

      if (!comes_always (entry.block))
        find_run (finding, &entry);
      g_array_append_val (entries, entry);
    }
  g_array_sort (entries, compare_entries);
  return entries;
}

static char *
tell_when (LiaisonBook *book, const Entry *entry)
{
  const LiaisonObservanceData *data = LIAISON_DATA (Observance, entry->block);
  g_autofree char *days = NULL;

  if (entry->first == LIAISON_DATE_UNSET)
    return comes_always (entry->block) ? liaison_manner_tell_rule (&book->manner, data->rule)
                                       : NULL;
  days = liaison_words_format_days (book->words, entry->first, entry->last);
  if (!data->sighting || entry->confirmed)
    return g_steal_pointer (&days);
  return liaison_briefing_add_sighting (book->words, g_steal_pointer (&days));
}

/* The title with the mark of its source; the same source has the same note. */
static char *
tell_title (LiaisonBook *book,
            const LiaisonObservanceData *data,
            GHashTable *notes,
            const GPtrArray **note)
{
  g_autofree char *source =
      liaison_briefing_tell_source (&book->manner, data->source, data->source_link, data->checked);
  const char *title = liaison_book_pick (book, data->title);
  g_autofree char *mark = NULL;

  *note = NULL;
  if (title == NULL || *source == '\0')
    return g_strdup (title);
  *note = g_hash_table_lookup (notes, source);
  if (*note == NULL)
    {
      *note = liaison_brief_keep_note (book->pages, book->words, ++book->n_notes, source);
      g_hash_table_insert (notes, g_steal_pointer (&source), (gpointer) *note);
    }
  mark = liaison_brief_find_mark ((*note)->pdata[0]);
  return g_strconcat (title, mark, NULL);
}

static void
add_entry (LiaisonBook *book,
           LiaisonRows *rows,
           const Finding *exercise,
           const Entry *entry,
           GHashTable *notes)
{
  const LiaisonObservanceData *data = LIAISON_DATA (Observance, entry->block);
  const char *advice = liaison_book_pick (book, data->advice);
  const GPtrArray *note;

  liaison_rows_begin_row (rows, entry->block, 0);
  liaison_rows_add (rows, falls_into (exercise, entry) ? "●" : "");
  liaison_rows_take (rows, tell_when (book, entry));
  liaison_rows_take (rows, tell_title (book, data, notes, &note));
  liaison_rows_take (rows, liaison_book_tell_nations (book, entry->block, "nations"));
  liaison_rows_take (rows, liaison_book_tell (book, entry->block, "effect"));
  liaison_rows_take (rows, advice != NULL ? liaison_rich_text_to_plain (advice) : NULL);
  liaison_rows_set_notes (rows, note);
}

static gboolean
find_exercise (LiaisonBook *book, Finding *finding)
{
  const LiaisonBlock *exercise = liaison_snapshot_get_exercise (book->copy);
  gint64 startex, endex;

  if (liaison_times_get_start (&book->manner.lookup, exercise, &startex) != LIAISON_TIME_KNOWN
      || liaison_times_get_end (&book->manner.lookup, exercise, &endex) != LIAISON_TIME_KNOWN)
    return FALSE;
  finding->from = (gint32) (startex / DAY);
  finding->until = (gint32) (endex / DAY);
  return TRUE;
}

void
liaison_section_observances (LiaisonBook *book)
{
  Finding finding = { 0 };
  g_autoptr (GArray) entries = NULL;
  g_autoptr (GHashTable) notes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  LiaisonRows *rows;

  /* Columns that somebody chose, or a plan without dates: the table as it is. */
  if (book->part->columns != NULL || !find_exercise (book, &finding))
    {
      liaison_section_listing (book);
      return;
    }
  entries = list_entries (book, &finding);
  if (entries->len == 0)
    return;
  liaison_book_add_note (
      book,
      liaison_book_say (
          book,
          /* Translators: below the heading of the observances; the dot is in the first column */
          N_ ("● falls into the days of the exercise. Dates are those of this year of "
              "planning; the nation confirms them.")));
  rows = liaison_rows_new ();
  liaison_rows_add_column (rows, "", LIAISON_ROWS_WHOLE);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Date")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Title")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Nations")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Effect")), 0);
  liaison_rows_add_column (rows, liaison_book_say (book, N_ ("Advice")), 0);
  for (guint i = 0; i < entries->len; i++)
    add_entry (book, rows, &finding, &g_array_index (entries, Entry, i), notes);
  liaison_book_take_rows (book, rows);
}
