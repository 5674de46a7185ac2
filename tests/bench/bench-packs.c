/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast packs are made, against a plain program for Pango and cairo that draws the same text in
 * the same places: a layout a text, no structure, no outline, no links. And how fast all packs of a
 * plan are made one after the other.
 *
 *   bench-packs PLAN [LANGUAGE]        all languages and then all packs, or one language alone
 *   bench-packs PLAN LANGUAGE FODT     writes the same text into that OpenDocument file, for other
 *                                      programs to set, and prints pages and seconds: "83 0.310"
 *
 * The linker passes each drawing of text through here (--wrap), so that both draw exactly the same.
 */
#include "config.h"

#include "pack/fonts.h"
#include "pack/making.h"
#include "pack/pages-private.h"
#include "pack/picture.h"
#include "pack/template.h"
#include "pack/typesetter-private.h"
#include "store/plan.h"

#include <cairo-pdf.h>
#include <malloc.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#define ROUNDS 4
/* It takes its time: once in so many calls. */
#define SAMPLED 8

static const char *const languages[] = { "en", "fr", "ar", "ja" };

/* A text that was drawn. */
typedef struct
{
  guint page;
  double x, y, width;
  const LiaisonTypeStyle *style;
  char *text;
} Drawn;

static GArray *drawn; /* of Drawn, while a pack is listened to; or NULL */
static guint drawn_page;

void __real_liaison_setting_draw (const LiaisonSetting *self,
                                  cairo_t *cr,
                                  double x,
                                  double y,
                                  double width,
                                  guint first,
                                  guint n);
void __wrap_liaison_setting_draw (const LiaisonSetting *self,
                                  cairo_t *cr,
                                  double x,
                                  double y,
                                  double width,
                                  guint first,
                                  guint n);

void
__wrap_liaison_setting_draw (
    const LiaisonSetting *self, cairo_t *cr, double x, double y, double width, guint first, guint n)
{
  if (drawn != NULL)
    {
      GString *text = g_string_new (NULL);
      Drawn each = { drawn_page, x, y, width, self->style, NULL };

      for (guint i = first; i < self->n_lines && i - first < n; i++)
        {
          const LiaisonSetLine *line = &self->lines[i];

          if (text->len > 0)
            g_string_append_c (text, ' ');
          for (guint r = 0; r < line->n_runs; r++)
            g_string_append_len (text, line->runs[r].text, line->runs[r].n_bytes);
        }
      each.text = g_utf8_make_valid (text->str, -1);
      g_string_free (text, TRUE);
      g_array_append_val (drawn, each);
    }
  __real_liaison_setting_draw (self, cr, x, y, width, first, n);
}

/* Pictures are no text: packs of one language, which the plain program is measured by, have none.
 */
static gboolean unpictured;

cairo_surface_t *
__real_liaison_picture_load (const LiaisonBlock *attachment, double width, double height);
cairo_surface_t *
__wrap_liaison_picture_load (const LiaisonBlock *attachment, double width, double height);

cairo_surface_t *
__wrap_liaison_picture_load (const LiaisonBlock *attachment, double width, double height)
{
  return unpictured ? NULL : __real_liaison_picture_load (attachment, width, height);
}

/* Processor time, in us: the machine may have other things to do. */
static gint64
get_time (void)
{
  struct timespec now;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &now);
  return (gint64) now.tv_sec * G_USEC_PER_SEC + now.tv_nsec / 1000;
}

static cairo_status_t
count_cb (void *closure, const unsigned char *data, unsigned int length)
{
  *(gsize *) closure += length;
  return CAIRO_STATUS_SUCCESS;
}

/* What the pages of a pack draw. */
static void
listen_to (const LiaisonPages *pages)
{
  cairo_rectangle_t all = { 0, 0, 3000, 3000 };
  cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, &all);
  cairo_t *cr = cairo_create (surface);

  drawn = g_array_new (FALSE, FALSE, sizeof (Drawn));
  for (drawn_page = 0; drawn_page < liaison_pages_get_n (pages); drawn_page++)
    liaison_pages_draw (pages, drawn_page, cr);
  cairo_destroy (cr);
  cairo_surface_destroy (surface);
}

static void
draw_plain (cairo_t *cr, const Drawn *text, const char *families)
{
  PangoLayout *layout = pango_cairo_create_layout (cr);
  PangoFontDescription *font = pango_font_description_new ();

  pango_font_description_set_family (font, families);
  pango_font_description_set_absolute_size (font, text->style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) text->style->weight);
  pango_layout_set_font_description (layout, font);
  pango_layout_set_width (layout, (int) ((text->width + 0.5) * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_justify (layout, text->style->align == LIAISON_SET_JUSTIFIED);
  pango_layout_set_text (layout, text->text, -1);
  cairo_move_to (cr, text->x, text->y);
  pango_cairo_show_layout (cr, layout);
  pango_font_description_free (font);
  g_object_unref (layout);
}

static double
run_plain (const GArray *texts, guint n_pages, const char *language, double width, double height)
{
  gint64 begin = get_time ();
  const char *families = liaison_fonts_for_language (language);
  gsize bytes = 0;
  cairo_surface_t *surface = cairo_pdf_surface_create_for_stream (count_cb, &bytes, width, height);
  cairo_t *cr = cairo_create (surface);
  guint i = 0;

  for (guint page = 0; page < n_pages; page++)
    {
      for (; i < texts->len && g_array_index (texts, Drawn, i).page == page; i++)
        draw_plain (cr, &g_array_index (texts, Drawn, i), families);
      cairo_show_page (cr);
    }
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  cairo_surface_destroy (surface);
  return (get_time () - begin) / 1e6;
}

/* What is in use of the heap, looked at with each matter that flows and each page that is written.
 */
static gsize heap_before, heap_most;

static gboolean sampling;

static void
sample_cb (double done, gpointer data)
{
  static guint calls;

  if (!sampling || calls++ % SAMPLED != 0)
    return;
  const struct mallinfo2 now = mallinfo2 ();

  heap_most = MAX (heap_most, now.uordblks + now.hblkhd - heap_before);
}

/* From the plan to the bytes of a PDF: copy for the audience, sections, flow, tags and all. */
static LiaisonPages *
run_pack (LiaisonSnapshot *plan,
          const LiaisonPackOrder *order,
          LiaisonComposingRoom *room,
          double *seconds,
          double *writing)
{
  gint64 begin = get_time (), middle;
  const LiaisonPackWishes wishes = { .room = room };
  const LiaisonPdfInfo info = { "Pack", NULL, NULL, 0 };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  LiaisonPages *pages =
      liaison_pack_make (plan, order, &wishes, NULL, NULL, sample_cb, NULL, NULL, NULL);

  middle = get_time ();
  liaison_pages_write_pdf (pages, &info, stream, sample_cb, NULL, NULL, NULL);
  *writing = (get_time () - middle) / 1e6;
  *seconds = (get_time () - begin) / 1e6;
  return pages;
}

/* About a hundred pages of text and tables. */
static LiaisonPackOrder *
make_order (LiaisonSnapshot *plan, const char *language)
{
  static const LiaisonPackSection more[] = {
    LIAISON_PACK_SECTION_OBJECTIVES, LIAISON_PACK_SECTION_INJECTS,
    LIAISON_PACK_SECTION_SUPPORT,    LIAISON_PACK_SECTION_MOVEMENTS,
    LIAISON_PACK_SECTION_ACTIONS,    LIAISON_PACK_SECTION_INFORMATION,
    LIAISON_PACK_SECTION_LESSONS,    LIAISON_PACK_SECTION_BATTLE_RHYTHM,
  };
  g_autoptr (LiaisonAudience) audience = liaison_audience_parse (plan, "planners", NULL);
  g_autoptr (LiaisonBlock) template = liaison_pack_template_find ("nation-pack");
  LiaisonPackOrder *order =
      liaison_pack_order_new_for_template (plan, template, audience, language);

  order->same_pages = FALSE;
  /* Drawings are no text. */
  for (guint i = order->parts->len; i > 0; i--)
    if (g_array_index (order->parts, LiaisonPackOrderPart, i - 1).section
        == LIAISON_PACK_SECTION_TIMELINE)
      g_array_remove_index (order->parts, i - 1);
  for (guint i = 0; i < G_N_ELEMENTS (more); i++)
    liaison_pack_order_add_part (order, more[i]);
  return order;
}

/* kB of VmHWM, or of VmRSS. */
static long
read_status (const char *name)
{
  g_autofree char *text = NULL;
  const char *at;

  if (!g_file_get_contents ("/proc/self/status", &text, NULL, NULL))
    return 0;
  at = strstr (text, name);
  return at != NULL ? strtol (at + strlen (name), NULL, 10) : 0;
}

static void
forget_peak (void)
{
  FILE *file = fopen ("/proc/self/clear_refs", "w");

  if (file == NULL)
    return;
  fputs ("5", file);
  fclose (file);
}

static double
bench_language (LiaisonSnapshot *plan, const char *language)
{
  g_autoptr (LiaisonPackOrder) order = make_order (plan, language);
  double best = G_MAXDOUBLE, plain = G_MAXDOUBLE, writing = 0, width, height;
  guint n = 0;
  long before, peak = 0;

  unpictured = TRUE;
  for (guint round = 0; round < ROUNDS; round++)
    {
      double seconds, part;
      g_autoptr (LiaisonPages) pages = NULL;

      const struct mallinfo2 now = mallinfo2 ();

      /* Looking at the heap takes its time, which does not count. */
      sampling = round == 0;
      if (sampling)
        {
          heap_before = now.uordblks + now.hblkhd;
          heap_most = 0;
        }
      forget_peak ();
      before = read_status ("VmRSS:");
      pages = run_pack (plan, order, NULL, &seconds, &part);
      if (round == 0)
        peak = read_status ("VmHWM:") - before;
      if (seconds < best && !sampling)
        {
          writing = part;
          best = seconds;
        }
      n = liaison_pages_get_n (pages);
      liaison_pages_get_size (pages, &width, &height);
      listen_to (pages);
      GArray *texts = g_steal_pointer (&drawn);

      plain = MIN (plain, run_plain (texts, n, language, width, height));
      for (guint i = 0; i < texts->len; i++)
        g_free (g_array_index (texts, Drawn, i).text);
      g_array_unref (texts);
    }
  g_print (
      "%-3s %4u pages: %6.3f s (writing %5.3f), plain %6.3f s: %5.2f times its pages a second; "
      "heap at most %zu MiB, all memory %ld MiB more than before\n",
      language, n, best, writing, plain, plain / best, heap_most >> 20, peak / 1024);
  return n / plain;
}

static void
write_office (const GArray *texts, GString *office)
{
  for (guint i = 0; i < texts->len;)
    {
      guint page = g_array_index (texts, Drawn, i).page;

      g_string_append (office, "<text:p text:style-name=\"New\"/><table:table>"
                               "<table:table-column table:number-columns-repeated=\"3\"/>\n");
      for (guint cell = 0;
           cell % 3 != 0 || (i < texts->len && g_array_index (texts, Drawn, i).page == page);
           cell++)
        {
          const Drawn *text = &g_array_index (texts, Drawn, MIN (i, texts->len - 1));
          gboolean here = i < texts->len && text->page == page;
          g_autofree char *escaped = g_markup_escape_text (here ? text->text : "", -1);

          g_string_append_printf (
              office,
              "%s<table:table-cell><text:p text:style-name=\"%s\">%s</text:p></table:table-cell>%s",
              cell % 3 == 0 ? "<table:table-row>" : "",
              here && text->style->weight > 400 ? "Bold" : "Plain", escaped,
              cell % 3 == 2 ? "</table:table-row>\n" : "");
          i += here;
        }
      g_string_append (office, "</table:table>\n");
    }
}

/* The same text as an OpenDocument file: a table of three columns a page, as most of it is tables.
 */
static void
write_for_office (LiaisonSnapshot *plan, const char *language, const char *path)
{
  g_autoptr (LiaisonPackOrder) order = make_order (plan, language);
  g_autoptr (GString) office = g_string_new (
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>"
      "<office:document xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" "
      "xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" "
      "xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" "
      "xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" "
      "xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" "
      "office:version=\"1.2\" office:mimetype=\"application/vnd.oasis.opendocument.text\">"
      "<office:styles>"
      "<style:style style:name=\"Plain\" style:family=\"paragraph\">"
      "<style:text-properties style:font-name=\"Noto Sans\" fo:font-family=\"Noto Sans\" "
      "fo:font-size=\"7pt\"/>"
      "</style:style>"
      "<style:style style:name=\"Bold\" style:family=\"paragraph\">"
      "<style:text-properties style:font-name=\"Noto Sans\" fo:font-family=\"Noto Sans\" "
      "fo:font-size=\"7pt\" "
      "fo:font-weight=\"bold\"/></style:style>"
      "<style:style style:name=\"New\" style:family=\"paragraph\">"
      "<style:paragraph-properties fo:break-before=\"page\"/></style:style>"
      "</office:styles><office:body><office:text>\n");
  g_autoptr (LiaisonPages) pages = NULL;
  g_autoptr (GArray) texts = NULL;
  double best = G_MAXDOUBLE, seconds, part;

  for (guint round = 0; round < ROUNDS; round++)
    {
      g_clear_pointer (&pages, liaison_pages_unref);
      pages = run_pack (plan, order, NULL, &seconds, &part);
      best = MIN (best, seconds);
    }
  listen_to (pages);
  texts = g_steal_pointer (&drawn);
  write_office (texts, office);
  g_string_append (office, "</office:text></office:body></office:document>\n");
  for (guint i = 0; i < texts->len; i++)
    g_free (g_array_index (texts, Drawn, i).text);
  if (!g_file_set_contents (path, office->str, (gssize) office->len, NULL))
    g_error ("%s could not be written", path);
  g_print ("%u %.3f\n", liaison_pages_get_n (pages), best);
}

static void
bench_all (LiaisonSnapshot *plan, double plain_rate)
{
  const LiaisonBlock *const *packs;
  guint n, pages = 0, made = 0;
  gint64 begin = get_time ();
  const struct mallinfo2 now = mallinfo2 ();
  g_autoptr (LiaisonComposingRoom) room = liaison_composing_room_new ();

  heap_before = now.uordblks + now.hblkhd;
  heap_most = 0;
  sampling = TRUE;
  unpictured = FALSE;
  packs = liaison_snapshot_get (plan, LIAISON_KIND_PACK, &n);
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (LiaisonPackOrder) order =
          liaison_pack_order_new_for_record (plan, packs[i], NULL, NULL);
      double seconds, writing;
      g_autoptr (LiaisonPages) set =
          order != NULL ? run_pack (plan, order, room, &seconds, &writing) : NULL;

      if (set == NULL)
        continue;
      pages += liaison_pages_get_n (set);
      made++;
    }
  double seconds = (get_time () - begin) / 1e6;

  g_print ("all %u packs, %u pages: %.2f s, %.0f pages a second: %.2f times the plain program's; "
           "heap at most %zu MiB\n",
           made, pages, seconds, pages / seconds, pages / seconds / plain_rate, heap_most >> 20);
}

int
main (int argc, char *argv[])
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlan) plan = NULL;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  double rate = 0;

  if (argc < 2 || argc > 4)
    {
      g_printerr ("Usage: bench-packs PLAN [LANGUAGE [FODT]]\n");
      return 2;
    }
  /* Memory that one of both has used is there for the other, not given back and cleared anew. */
  mallopt (M_TRIM_THRESHOLD, 512 << 20);
  mallopt (M_MMAP_THRESHOLD, 512 << 20);
  plan = liaison_plan_load (argv[1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    g_error ("%s", error->message);
  snapshot = liaison_document_get_snapshot (plan->document);
  if (argc == 4)
    {
      write_for_office (snapshot, argv[2], argv[3]);
      return 0;
    }
  if (argc == 3)
    {
      bench_language (snapshot, argv[2]);
      return 0;
    }
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    rate += bench_language (snapshot, languages[i]) / G_N_ELEMENTS (languages);
  bench_all (snapshot, rate);
  return 0;
}
