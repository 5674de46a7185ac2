/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/listing-pages.h"

#include "pack/tabular.h"
#include "record/dtg.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/names.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>

static const char *
get_text (gpointer data, guint row, guint column)
{
  return liaison_listing_get (data, row, column)->text;
}

static guint
get_level (gpointer data, guint row)
{
  return g_array_index (((LiaisonListing *) data)->levels, guint8, row);
}

static LiaisonTabularColumn *
make_columns (const LiaisonListing *listing)
{
  LiaisonTabularColumn *columns = g_new0 (LiaisonTabularColumn, listing->n_columns);

  for (guint i = 0; i < listing->n_columns; i++)
    {
      const LiaisonListingColumn *column = &listing->columns[i];

      columns[i].heading = column->heading;
      columns[i].whole = column->role == LIAISON_LISTING_WHOLE;
      columns[i].numeric = column->role == LIAISON_LISTING_NUMERIC;
      columns[i].name = column->role == LIAISON_LISTING_NAME;
    }
  return columns;
}

static LiaisonMatter *
make_table (LiaisonListing *listing, gboolean tiled)
{
  g_autofree LiaisonTabularColumn *columns = make_columns (listing);
  const LiaisonTabularSource source = { .columns = columns,
                                        .n_columns = listing->n_columns,
                                        .n_rows = liaison_listing_get_n_rows (listing),
                                        .tiled = tiled,
                                        .get_text = get_text,
                                        .get_level = get_level,
                                        .data = listing };

  return liaison_tabular_new (&source);
}

/* "Printed 14 May 2027, 15:00 (Oslo)" or with a date-time group. */
char *
liaison_listing_print_tell_when (const LiaisonListingPrint *print,
                                 gboolean as_dtg,
                                 LiaisonWords *words)
{
  g_autofree char *time = NULL;
  g_autofree char *zone = liaison_words_dup_zone (words, print->zone);
  char dtg[LIAISON_DTG_TEXT_SIZE];
  gint32 offset = 0;

  if (as_dtg && liaison_zone_get_offset (print->zone, print->now, &offset))
    {
      liaison_dtg_format (print->now, offset, LIAISON_DTG_DEFAULT, dtg);
      time = g_strdup (dtg);
    }
  else
    time =
        liaison_words_format_date_time (words, print->now, print->zone, LIAISON_DATE_TIME_MEDIUM);
  return liaison_words_format (
      words,
      /* Translators: at the foot of a page: “Printed 14 May 2027, 15:00 (Oslo)” */
      N_ ("Printed {time} ({zone})"), liaison_operand_text ("time", time),
      liaison_operand_text ("zone", zone));
}

static char *
tell_view (const LiaisonListing *listing)
{
  if (listing->filter == NULL || listing->title == NULL)
    return g_strdup (listing->title);
  return g_strdup_printf ("%s · %s", listing->title, listing->filter);
}

static char *
tell_count (guint n, LiaisonWords *words)
{
  return liaison_words_format_plural (words, "{n} row", "{n} rows", n,
                                      liaison_operand_integer ("n", n));
}

static void
add_paragraph (LiaisonPages *pages, const char *text, const LiaisonTypeStyle *style)
{
  LiaisonMatter *matter;

  if (text == NULL || *text == '\0')
    return;
  matter = liaison_matter_new_paragraph (text, style);
  matter->keep_with_next = TRUE;
  liaison_pages_add (pages, matter);
}

LiaisonPages *
liaison_listing_to_pages (LiaisonListing *listing,
                          const LiaisonListingPrint *print,
                          LiaisonWords *words)
{
  LiaisonPages *pages = liaison_pages_new (&print->setup, words);
  g_autofree char *view = tell_view (listing);
  g_autofree char *when = liaison_listing_print_tell_when (print, listing->dtg, words);
  g_autofree char *count = tell_count (liaison_listing_get_n_rows (listing), words);
  const LiaisonFurniture furniture = { listing->marking, listing->exercise, view, when };

  liaison_pages_keep (pages, liaison_listing_ref (listing), (GDestroyNotify) liaison_listing_unref);
  liaison_pages_set_furniture (pages, &furniture);
  if (listing->title != NULL)
    liaison_pages_add (pages, liaison_matter_new_heading (listing->title, &liaison_type_title, 1));
  add_paragraph (pages, listing->filter, &liaison_type_note);
  add_paragraph (pages, count, &liaison_type_note);
  liaison_pages_add (pages, make_table (listing, print->tiled));
  return pages;
}

/* A listing and the records of its rows. */
typedef struct
{
  LiaisonListing *listing;
  GPtrArray *records;
} Marked;

static void
marked_free (gpointer data)
{
  liaison_listing_unref (((Marked *) data)->listing);
  g_ptr_array_unref (((Marked *) data)->records);
  g_free (data);
}

static const char *
get_marked_text (gpointer data, guint row, guint column)
{
  return get_text (((Marked *) data)->listing, row, column);
}

static guint
get_marked_level (gpointer data, guint row)
{
  return get_level (((Marked *) data)->listing, row);
}

static const LiaisonBlock *
get_marked_record (gpointer data, guint row)
{
  const GPtrArray *records = ((Marked *) data)->records;

  return row < records->len ? records->pdata[row] : NULL;
}

LiaisonMatter *
liaison_listing_to_matter (LiaisonListing *listing,
                           LiaisonPages *pages,
                           double factor,
                           GPtrArray *records)
{
  g_autofree LiaisonTabularColumn *columns = make_columns (listing);
  Marked *marked = g_new (Marked, 1);
  const LiaisonTabularSource source = { .columns = columns,
                                        .n_columns = listing->n_columns,
                                        .n_rows = liaison_listing_get_n_rows (listing),
                                        .get_text = get_marked_text,
                                        .get_level = get_marked_level,
                                        .data = marked,
                                        .factor = factor,
                                        .get_record = get_marked_record };

  *marked = (Marked){ liaison_listing_ref (listing), records };
  liaison_pages_keep (pages, marked, marked_free);
  return liaison_tabular_new (&source);
}
