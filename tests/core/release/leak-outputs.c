/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-check.h"

#include "exchange/export.h"
#include "pack/listing-pages.h"
#include "pack/making.h"
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
  return (LiaisonManner){ .words = get_words (),
                          .lookup = liaison_snapshot_get_lookup (copy),
                          .zone = "Europe/Oslo",
                          .now = now };
}

static GBytes *
finish (GOutputStream *stream)
{
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
make_plan (const LeakSource *source)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  liaison_plan_write (source->copy, NULL, stream, NULL, &error);
  g_assert_no_error (error);
  return finish (stream);
}

static LiaisonListing *
make_listing (LiaisonSnapshot *copy,
              LiaisonKindId kind,
              LiaisonListingSpelling spelling,
              gint64 now)
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
export_all (LiaisonSnapshot *copy,
            LiaisonExportFormat format,
            LiaisonListingSpelling spelling,
            gint64 now)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GPtrArray) listings =
      g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_listing_unref);
  const LiaisonExportOptions options = { .format = format, .created = now };
  g_autoptr (GError) error = NULL;

  for (guint kind = 0; kind < LIAISON_N_KINDS; kind++)
    g_ptr_array_add (listings, make_listing (copy, kind, spelling, now));
  liaison_export_write ((const LiaisonListing *const *) listings->pdata, listings->len, &options,
                        get_words (), stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return finish (stream);
}

static GBytes *
make_csv (const LeakSource *source)
{
  return export_all (source->copy, LIAISON_EXPORT_CSV, LIAISON_LISTING_EXACT, source->now);
}

static GBytes *
make_tsv (const LeakSource *source)
{
  return export_all (source->copy, LIAISON_EXPORT_TSV, LIAISON_LISTING_AS_TOLD, source->now);
}

static GBytes *
make_xlsx (const LeakSource *source)
{
  return export_all (source->copy, LIAISON_EXPORT_XLSX, LIAISON_LISTING_AS_TOLD, source->now);
}

static GBytes *
make_html (const LeakSource *source)
{
  return export_all (source->copy, LIAISON_EXPORT_HTML, LIAISON_LISTING_AS_TOLD, source->now);
}

static GBytes *
make_text (const LeakSource *source)
{
  return export_all (source->copy, LIAISON_EXPORT_TEXT, LIAISON_LISTING_AS_TOLD, source->now);
}

static GBytes *
make_markdown (const LeakSource *source)
{
  return export_all (source->copy, LIAISON_EXPORT_MARKDOWN, LIAISON_LISTING_AS_TOLD, source->now);
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

/* Of one table: each seed has its turn. */
static GBytes *
make_pdf_of_table (const LeakSource *source)
{
  return make_pdf (source->copy, source->seed % LIAISON_N_KINDS, source->now);
}

/* Composing is costly to begin with. */
static LiaisonComposingRoom *
get_room (void)
{
  static LiaisonComposingRoom *room;

  if (room == NULL)
    room = liaison_composing_room_new ();
  return room;
}

/* Each seed has its language and its paper. Those of CJK are left out: their fonts are large. */
static void
settle_order (LiaisonPackOrder *order, guint seed)
{
  static const char *const languages[] = { "en", "fr", "ar" };
  static const LiaisonPaper papers[] = { LIAISON_PAPER_A4, LIAISON_PAPER_A4, LIAISON_PAPER_LETTER,
                                         LIAISON_PAPER_A5, LIAISON_PAPER_POCKET };

  g_free (order->language);
  order->language = g_strdup (languages[seed % G_N_ELEMENTS (languages)]);
  order->paper = papers[seed / 3 % G_N_ELEMENTS (papers)];
  order->layout = seed % 2 == 0 ? LIAISON_LAYOUT_SINGLE : LIAISON_LAYOUT_TWO_SIDED;
}

static GBytes *
print_pack (const LeakSource *source, LiaisonPackOrder *order)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPackWishes wishes = { .since = source->since, .copy = 3, .room = get_room () };
  g_autoptr (LiaisonPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  gint64 date;

  settle_order (order, source->seed);
  pages = liaison_pack_make (source->plan, order, &wishes, NULL, &date, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  const LiaisonPdfInfo info = { order->title, NULL, NULL, date };
  liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  return finish (stream);
}

/* Of all sections each seed takes some, so that a pack has few pages. */
#define TURNS 3

/* A booklet from the plan itself. */
static GBytes *
make_pack (const LeakSource *source)
{
  g_autoptr (LiaisonPackOrder) order = liaison_pack_order_new (source->plan, source->audience);

  for (guint section = 1; section < liaison_pack_sections.n; section++)
    if (section != LIAISON_PACK_SECTION_CHANGES
        && section % TURNS == source->seed / LEAK_N_AUDIENCES % TURNS)
      liaison_pack_order_add_part (order, section);
  return print_pack (source, order);
}

/* What changed since the earlier version, and nothing else. */
static GBytes *
make_changes (const LeakSource *source)
{
  g_autoptr (LiaisonPackOrder) order = liaison_pack_order_new (source->plan, source->audience);

  liaison_pack_order_add_part (order, LIAISON_PACK_SECTION_CHANGES);
  return print_pack (source, order);
}

const LeakOutput leak_outputs[] = {
  { "plan", make_plan, FALSE, TRUE },  { "csv", make_csv, FALSE, TRUE },
  { "tsv", make_tsv, FALSE, TRUE },    { "html", make_html, FALSE, TRUE },
  { "text", make_text, FALSE, TRUE },  { "markdown", make_markdown, FALSE, TRUE },
  { "xlsx", make_xlsx, FALSE, FALSE }, { "pdf of a table", make_pdf_of_table, TRUE, FALSE },
  { "pack", make_pack, TRUE, FALSE },  { "pack of changes", make_changes, TRUE, FALSE },
};
const guint leak_n_outputs = G_N_ELEMENTS (leak_outputs);
