/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-check.h"

#include "exchange/export.h"
#include "pack/listing-pages.h"
#include "store/plan.h"

static LiaisonWords *
get_words (void)
{
  static LiaisonWords *words;

  if (words == NULL)
    words = liaison_words_new ("en", NULL);
  return words;
}

static LiaisonManner
make_manner (LiaisonSnapshot *copy, gint64 now)
{
  return (LiaisonManner) {
    .words = get_words (), .lookup = liaison_snapshot_get_lookup (copy), .zone = "Europe/Oslo", .now = now
  };
}

static GBytes *
finish (GOutputStream *stream)
{
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
make_plan (LiaisonSnapshot *copy, gint64 now)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  liaison_plan_write (copy, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  return finish (stream);
}

static LiaisonListing *
make_listing (LiaisonSnapshot *copy, LiaisonKindId kind, LiaisonListingSpelling spelling, gint64 now)
{
  LiaisonManner manner = make_manner (copy, now);
  g_autoptr (LiaisonQuery) query = liaison_query_new (liaison_kind_get (kind));
  g_autoptr (GError) error = NULL;
  LiaisonListing *listing;

  if (spelling == LIAISON_LISTING_EXACT)
    liaison_query_take_every_field (query);
  else
    liaison_query_take_usual_columns (query, TRUE);
  listing = liaison_listing_new_for_query (query, &manner, spelling, copy, NULL, &error);
  g_assert_no_error (error);
  return listing;
}

/* All tables, with all columns. */
static GBytes *
export_all (LiaisonSnapshot *copy, LiaisonExportFormat format, LiaisonListingSpelling spelling, gint64 now)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GPtrArray) listings = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_listing_unref);
  const LiaisonExportOptions options = { .format = format, .created = now };
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    g_ptr_array_add (listings, make_listing (copy, kind, spelling, now));
  liaison_export_write ((const LiaisonListing *const *) listings->pdata, listings->len, &options, get_words (), stream,
                        NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return finish (stream);
}

static GBytes *
make_csv (LiaisonSnapshot *copy, gint64 now)
{
  return export_all (copy, LIAISON_EXPORT_CSV, LIAISON_LISTING_EXACT, now);
}

static GBytes *
make_xlsx (LiaisonSnapshot *copy, gint64 now)
{
  return export_all (copy, LIAISON_EXPORT_XLSX, LIAISON_LISTING_AS_TOLD, now);
}

static GBytes *
make_html (LiaisonSnapshot *copy, gint64 now)
{
  return export_all (copy, LIAISON_EXPORT_HTML, LIAISON_LISTING_AS_TOLD, now);
}

static GBytes *
make_text (LiaisonSnapshot *copy, gint64 now)
{
  return export_all (copy, LIAISON_EXPORT_TEXT, LIAISON_LISTING_AS_TOLD, now);
}

static GBytes *
make_markdown (LiaisonSnapshot *copy, gint64 now)
{
  return export_all (copy, LIAISON_EXPORT_MARKDOWN, LIAISON_LISTING_AS_TOLD, now);
}

static GBytes *
make_pdf (LiaisonSnapshot *copy, LiaisonKindId kind, gint64 now)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LiaisonListing) listing = make_listing (copy, kind, LIAISON_LISTING_AS_TOLD, now);
  const LiaisonListingPrint print = { .setup = liaison_page_setup_default (), .now = now };
  const LiaisonPdfInfo info = { listing->title, listing->exercise, NULL, now };
  g_autoptr (LiaisonPages) pages = liaison_listing_to_pages (listing, &print, get_words ());
  g_autoptr (GError) error = NULL;

  liaison_pages_flow (pages, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return finish (stream);
}

static GBytes *
make_pdf_of_events (LiaisonSnapshot *copy, gint64 now)
{
  return make_pdf (copy, LIAISON_KIND_EVENT, now);
}

static GBytes *
make_pdf_of_participants (LiaisonSnapshot *copy, gint64 now)
{
  return make_pdf (copy, LIAISON_KIND_PARTICIPANT, now);
}

const LeakOutput leak_outputs[] = {
  { "plan", make_plan, FALSE, TRUE },
  { "csv", make_csv, FALSE, TRUE },
  { "html", make_html, FALSE, TRUE },
  { "text", make_text, FALSE, TRUE },
  { "markdown", make_markdown, FALSE, TRUE },
  { "xlsx", make_xlsx, FALSE, FALSE },
  { "pdf of events", make_pdf_of_events, TRUE, FALSE },
  { "pdf of participants", make_pdf_of_participants, TRUE, FALSE },
};
const guint leak_n_outputs = G_N_ELEMENTS (leak_outputs);
