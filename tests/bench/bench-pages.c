/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast tables become pages, against a plain program for Pango and cairo that sets the same text
 * in the same columns: a layout a cell, no structure, no outline.
 *
 *   bench-pages PLAN [ROWS]...    for each language of the list below, as many rows of events
 */
#include "config.h"

#include "exchange/listing.h"
#include "pack/listing-pages.h"
#include "pack/pages-private.h"
#include "pack/tabular-private.h"
#include "pack/fonts.h"
#include "record/kinds.h"
#include "store/plan.h"

#include <cairo-pdf.h>
#include <pango/pangocairo.h>
#include <stdlib.h>

#define ROUNDS 5
#define NOW    G_GINT64_CONSTANT (1810299600)

static const char *const languages[] = { "en", "fr", "ar", "ja" };

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* What the plain program is given. */
typedef struct
{
  const LiaisonListing *listing;
  const double *widths;
  const char *families;
  double width, height, margin, size;
  float spacing; /* of lines, as part of the font's own, such that they stand as close as ours */
  gboolean right_to_left;
} Plain;

typedef struct
{
  double seconds;
  guint pages;
} Result;

static double
draw_plain_row (const Plain *plain, cairo_t *cr, guint row, double y, gboolean draw)
{
  double x = plain->margin, highest = 0;

  for (guint i = 0; i < plain->listing->n_columns; i++)
    {
      const char *text = row == G_MAXUINT ? plain->listing->columns[i].heading
                                          : liaison_listing_get (plain->listing, row, i)->text;
      PangoLayout *layout = pango_cairo_create_layout (cr);
      PangoFontDescription *font = pango_font_description_new ();
      int height;

      pango_font_description_set_family (font, plain->families);
      pango_font_description_set_absolute_size (font, plain->size * PANGO_SCALE);
      pango_layout_set_font_description (layout, font);
      pango_layout_set_width (layout, (int) (plain->widths[i] * PANGO_SCALE));
      pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
      pango_layout_set_line_spacing (layout, plain->spacing);
      pango_layout_set_text (layout, text, -1);
      pango_layout_get_size (layout, NULL, &height);
      highest = MAX (highest, height / (double) PANGO_SCALE);
      if (draw)
        {
          cairo_move_to (cr, x, y);
          pango_cairo_show_layout (cr, layout);
        }
      x += plain->widths[i] + LIAISON_TABULAR_GAP;
      pango_font_description_free (font);
      g_object_unref (layout);
    }
  return highest + 2 * LIAISON_TABULAR_PAD;
}

/* Draws each row where the last ended, and again on the next page where it does not fit: rows are
 * laid out once but for those. */
static Result
run_plain (const Plain *plain)
{
  gint64 begin = g_get_monotonic_time ();
  gsize size = 0;
  cairo_surface_t *surface =
      cairo_pdf_surface_create_for_stream (count_cb, &size, plain->width, plain->height);
  cairo_t *cr = cairo_create (surface);
  guint n = liaison_listing_get_n_rows (plain->listing);
  double y = plain->margin + draw_plain_row (plain, cr, G_MAXUINT, plain->margin, TRUE);
  double bottom = plain->height - plain->margin - 30;
  Result result = { 0, 1 };

  for (guint row = 0; row < n; row++)
    {
      /* Rows of usual height never need to be measured before. */
      if (y > bottom - 60)
        {
          double height = draw_plain_row (plain, cr, row, y, FALSE);

          if (y + height > bottom)
            {
              cairo_show_page (cr);
              result.pages++;
              y = plain->margin + draw_plain_row (plain, cr, G_MAXUINT, plain->margin, TRUE);
            }
        }
      y += draw_plain_row (plain, cr, row, y, TRUE);
    }
  cairo_show_page (cr);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  result.seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  return result;
}

static LiaisonPages *
set_pages (LiaisonListing *listing, LiaisonWords *words)
{
  LiaisonListingPrint print = { .setup = liaison_page_setup_default (), .now = NOW };
  LiaisonPages *pages;

  print.setup.landscape = TRUE;
  pages = liaison_listing_to_pages (listing, &print, words);
  liaison_pages_flow (pages, NULL, NULL, NULL, NULL);
  return pages;
}

static Result
run_ours (LiaisonListing *listing, LiaisonWords *words)
{
  gint64 begin = g_get_monotonic_time ();
  g_autoptr (LiaisonPages) pages = set_pages (listing, words);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { "Events", NULL, NULL, NOW };
  Result result = { 0, liaison_pages_get_n (pages) };

  liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, NULL);
  result.seconds = (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
  return result;
}

/* The first @n events; from the beginning again where there are fewer. */
static LiaisonListing *
make_listing (const LiaisonSnapshot *snapshot, LiaisonWords *words, guint n)
{
  const LiaisonManner manner = { .words = words,
                                 .lookup = liaison_snapshot_get_lookup (snapshot),
                                 .now = NOW };
  g_autoptr (LiaisonQuery) query = liaison_query_new (&liaison_event_kind);
  g_autoptr (GPtrArray) blocks = NULL;
  const LiaisonColumn *columns;
  LiaisonListing *listing;

  liaison_query_take_usual_columns (query, FALSE);
  blocks = liaison_query_run (query, &manner, snapshot);
  while (blocks->len < n)
    g_ptr_array_add (blocks, blocks->pdata[blocks->len / 2]);
  columns = (const LiaisonColumn *) query->columns->data;
  listing = liaison_listing_new (&manner, LIAISON_LISTING_AS_TOLD, columns, query->columns->len);
  listing->title = g_strdup ("Events");
  liaison_listing_fill (listing, &manner, LIAISON_LISTING_AS_TOLD, columns,
                        (const LiaisonBlock *const *) blocks->pdata, NULL, n, NULL, NULL);
  return listing;
}

static void
keep_better (Result *best, Result now)
{
  if (best->pages == 0 || now.seconds < best->seconds)
    *best = now;
}

static void
compare (const LiaisonSnapshot *snapshot, const char *language, guint rows)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);
  g_autoptr (LiaisonListing) listing = make_listing (snapshot, words, rows);
  g_autoptr (LiaisonPages) pages = set_pages (listing, words);
  const LiaisonTabular *table = pages->matters->pdata[pages->matters->len - 1];
  const Plain plain = { listing,
                        table->widths,
                        liaison_fonts_for_language (language),
                        pages->width,
                        pages->height,
                        pages->setup.margin,
                        table->cell->size,
                        (float) (table->leading / (1.362 * table->cell->size)) };
  Result ours = { 0 }, theirs = { 0 };

  for (guint round = 0; round < ROUNDS; round++)
    {
      keep_better (&theirs, run_plain (&plain));
      keep_better (&ours, run_ours (listing, words));
    }
  g_print ("pages %s: %u rows: plain %.0f ms (%u pages), ours %.0f ms (%u pages): %.2f times the "
           "rows a second, %.2f times the pages a second\n",
           language, rows, theirs.seconds * 1000, theirs.pages, ours.seconds * 1000, ours.pages,
           theirs.seconds / ours.seconds,
           (ours.pages / ours.seconds) / (theirs.pages / theirs.seconds));
}

int
main (int argc, char *argv[])
{
  g_autoptr (LiaisonPlan) plan = NULL;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  g_autoptr (GError) error = NULL;
  guint rows = argc > 2 ? (guint) atoi (argv[2]) : 1000;

  if (argc < 2)
    {
      g_printerr ("Usage: bench-pages PLAN [ROWS]\n");
      return 2;
    }
  plan = liaison_plan_load (argv[1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 2;
    }
  snapshot = liaison_document_get_snapshot (plan->document);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    compare (snapshot, languages[i], rows);
  return 0;
}
