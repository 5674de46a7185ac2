/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/listing-pages.h"

#include "pack/contents.h"
#include "pack/tabular.h"
#include "record/dtg.h"
#include "record/zone.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/names.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>

/* More lines than these stand beside each other, so that contents are on one page that lies. */
#define LINES_OF_CONTENTS 20

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

/* Columns with nothing in them */

/* A listing as it is printed: some of its columns. */
typedef struct
{
  LiaisonListing *listing;
  guint *columns; /* of the listing */
  guint n_columns;
} Printed;

static void
printed_free (gpointer data)
{
  Printed *self = data;

  liaison_listing_unref (self->listing);
  g_free (self->columns);
  g_free (self);
}

static gboolean
has_something (const LiaisonListing *listing, guint column)
{
  const guint n = liaison_listing_get_n_rows (listing);

  for (guint row = 0; row < n; row++)
    if (*liaison_listing_get (listing, row, column)->text != '\0')
      return TRUE;
  return n == 0;
}

/* Without columns that have nothing in them, unless they are wanted: they give their room to the
 * others. What a row is called stays. */
static Printed *
printed_new (LiaisonListing *listing, gboolean empty)
{
  Printed *self = g_new0 (Printed, 1);

  self->listing = liaison_listing_ref (listing);
  self->columns = g_new (guint, listing->n_columns + 1);
  for (guint i = 0; i < listing->n_columns; i++)
    if (empty || listing->columns[i].role == LIAISON_LISTING_NAME || has_something (listing, i))
      self->columns[self->n_columns++] = i;
  return self;
}

static const char *
get_printed_text (gpointer data, guint row, guint column)
{
  const Printed *self = data;

  return liaison_listing_get (self->listing, row, self->columns[column])->text;
}

static guint
get_printed_level (gpointer data, guint row)
{
  return get_level (((const Printed *) data)->listing, row);
}

static LiaisonMatter *
make_table (const Printed *printed, gboolean tiled)
{
  g_autofree LiaisonTabularColumn *all = make_columns (printed->listing);
  g_autofree LiaisonTabularColumn *columns = g_new0 (LiaisonTabularColumn, printed->n_columns + 1);
  const LiaisonTabularSource source = { .columns = columns,
                                        .n_columns = printed->n_columns,
                                        .n_rows = liaison_listing_get_n_rows (printed->listing),
                                        .tiled = tiled,
                                        .get_text = get_printed_text,
                                        .get_level = get_printed_level,
                                        .data = (gpointer) printed };

  for (guint i = 0; i < printed->n_columns; i++)
    columns[i] = all[printed->columns[i]];
  return liaison_tabular_new (&source);
}

/* The reader is told what is not there; NULL: all is. */
static char *
tell_left_out (const Printed *printed, LiaisonWords *words)
{
  const LiaisonListing *listing = printed->listing;
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autofree char *list = NULL;
  guint kept = 0;

  for (guint i = 0; i < listing->n_columns; i++)
    if (kept < printed->n_columns && printed->columns[kept] == i)
      kept++;
    else
      g_ptr_array_add (names, (gpointer) listing->columns[i].heading);
  if (names->len == 0)
    return NULL;
  list = liaison_words_format_list (words, (const char *const *) names->pdata, names->len,
                                    LIAISON_LIST_AND);
  return liaison_words_format (words,
                               /* Translators: over a printed table: “Nothing stands under Track,
                                  Link and Notes.” Columns that are empty are not printed. */
                               N_ ("Nothing stands under {columns}."),
                               liaison_operand_text ("columns", list));
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
tell_view (const LiaisonListing *listing, LiaisonWords *words)
{
  if (listing->filter == NULL || listing->title == NULL)
    return g_strdup (listing->title);
  return g_strjoin (liaison_words_get_separator (words), listing->title, listing->filter, NULL);
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

/* A listing under its name; @printed goes with the pages. */
static void
add_listing (LiaisonPages *pages,
             LiaisonListing *listing,
             const LiaisonListingPrint *print,
             const LiaisonTypeStyle *style,
             gboolean new_page,
             LiaisonWords *words)
{
  Printed *printed = printed_new (listing, print->empty);
  g_autofree char *count = tell_count (liaison_listing_get_n_rows (listing), words);
  g_autofree char *left_out = tell_left_out (printed, words);

  liaison_pages_keep (pages, printed, printed_free);
  if (listing->title != NULL)
    {
      LiaisonMatter *heading = liaison_matter_new_heading (listing->title, style, 1);

      heading->new_page = new_page;
      liaison_pages_add (pages, heading);
    }
  add_paragraph (pages, listing->filter, &liaison_type_note);
  add_paragraph (pages, count, &liaison_type_note);
  add_paragraph (pages, left_out, &liaison_type_note);
  liaison_pages_add (pages, make_table (printed, print->tiled));
}

LiaisonPages *
liaison_listing_to_pages (LiaisonListing *listing,
                          const LiaisonListingPrint *print,
                          LiaisonWords *words)
{
  LiaisonPages *pages = liaison_pages_new (&print->setup, words);
  g_autofree char *view = tell_view (listing, words);
  g_autofree char *when = liaison_listing_print_tell_when (print, listing->dtg, words);
  const LiaisonFurniture furniture = { .banner = listing->marking,
                                       .head_start = listing->exercise,
                                       .head_end = view,
                                       .foot_start = when };

  liaison_pages_set_furniture (pages, &furniture);
  add_listing (pages, listing, print, &liaison_type_title, FALSE, words);
  return pages;
}

LiaisonPages *
liaison_listings_to_pages (LiaisonListing *const *listings,
                           guint n,
                           const char *title,
                           const char *marking,
                           const LiaisonListingPrint *print,
                           LiaisonWords *words)
{
  LiaisonPages *pages = liaison_pages_new (&print->setup, words);
  g_autofree char *when = liaison_listing_print_tell_when (print, n > 0 && listings[0]->dtg, words);
  const LiaisonFurniture furniture = { .banner = marking,
                                       .head_start = n > 0 ? listings[0]->exercise : NULL,
                                       .head_end = title,
                                       .foot_start = when,
                                       .sections = TRUE };
  LiaisonMatter *contents = liaison_contents_new (words, 1, 1);

  liaison_pages_set_furniture (pages, &furniture);
  add_paragraph (pages, title, &liaison_type_title);
  contents->columns = n > LINES_OF_CONTENTS ? 2 : 1;
  liaison_pages_add (pages, contents);
  for (guint i = 0; i < n; i++)
    add_listing (pages, listings[i], print, &liaison_type_title, TRUE, words);
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
