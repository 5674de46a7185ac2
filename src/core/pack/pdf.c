/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as a tagged PDF. */
#include "config.h"

#include "pack/pages-private.h"
#include "pack/pdf-rewrite.h"

#include <cairo-pdf.h>
#include <string.h>

#define MAX_LEVELS 8

/* Where cairo's bytes go: they are kept until all are there. */
struct _LiaisonPdfSink
{
  GOutputStream *stream;
  GCancellable *cancellable;
  cairo_surface_t *surface;
  GByteArray *bytes;
  LiaisonPdfTold told;
};

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

static void
set_text (cairo_surface_t *surface, cairo_pdf_metadata_t key, const char *text)
{
  if (text != NULL && *text != '\0')
    cairo_pdf_surface_set_metadata (surface, key, text);
}

static void
set_metadata (cairo_surface_t *surface, const LiaisonPdfInfo *info)
{
  g_autoptr (GDateTime) created = g_date_time_new_from_unix_utc (info->created);
  g_autofree char *date = created != NULL ? g_date_time_format_iso8601 (created) : NULL;

  set_text (surface, CAIRO_PDF_METADATA_TITLE, info->title);
  set_text (surface, CAIRO_PDF_METADATA_SUBJECT, info->subject);
  set_text (surface, CAIRO_PDF_METADATA_AUTHOR, info->author);
  set_text (surface, CAIRO_PDF_METADATA_CREATOR, "Liaison");
  set_text (surface, CAIRO_PDF_METADATA_CREATE_DATE, date);
  set_text (surface, CAIRO_PDF_METADATA_MOD_DATE, date);
}

/* Entries of the outline that begin on page @number. */
static void
add_outline (const LiaisonPages *self, cairo_surface_t *surface, guint number, int parents[])
{
  const LiaisonPageRecord *page = &g_array_index (self->pages, LiaisonPageRecord, number);

  for (guint i = page->first; i < page->first + page->n; i++)
    {
      const LiaisonPlacement *placement = &g_array_index (self->placements, LiaisonPlacement, i);
      const LiaisonMatter *matter = placement->matter;
      guint level = CLAMP (matter->level, 1, MAX_LEVELS);
      char place[2][G_ASCII_DTOSTR_BUF_SIZE];
      g_autofree char *attributes = NULL;

      if (matter->outline == NULL || placement->from > 0)
        continue;
      attributes = g_strdup_printf ("page=%u pos=[%s %s]", number + 1,
                                    g_ascii_dtostr (place[0], sizeof place[0], placement->x),
                                    g_ascii_dtostr (place[1], sizeof place[1], placement->y));
      parents[level] =
          cairo_pdf_surface_add_outline (surface, parents[level - 1], matter->outline, attributes,
                                         level == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);
      for (guint lower = level + 1; lower <= MAX_LEVELS; lower++)
        parents[lower] = parents[level];
    }
}

static void
print_pages (const LiaisonPages *self,
             cairo_surface_t *surface,
             LiaisonPdfSink *sink,
             LiaisonPagesProgressFunc progress,
             gpointer data)
{
  cairo_t *cr = cairo_create (surface);
  LiaisonPress press = {
    .cr = cr, .tagged = TRUE, .figures = sink->told.figures, .cells = sink->told.cells
  };
  int parents[MAX_LEVELS + 1];

  for (guint i = 0; i <= MAX_LEVELS; i++)
    parents[i] = CAIRO_PDF_OUTLINE_ROOT;
  /* One over all pages, or readers take the file for untagged. */
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len && !g_cancellable_is_cancelled (sink->cancellable); i++)
    {
      g_autofree char *label = g_strdup_printf ("%u", i + 1);

      cairo_pdf_surface_set_page_label (surface, label);
      cairo_save (cr);
      liaison_pages_print (self, i, &press);
      cairo_restore (cr);
      add_outline (self, surface, i, parents);
      if (i + 1 == self->pages->len)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
      if (progress != NULL)
        progress ((double) (i + 1) / self->pages->len, data);
    }
  cairo_destroy (cr);
}

LiaisonPdfSink *
liaison_pdf_sink_new (const LiaisonPdfInfo *info,
                      GOutputStream *stream,
                      double width,
                      double height,
                      GCancellable *cancellable)
{
  LiaisonPdfSink *self = g_new0 (LiaisonPdfSink, 1);

  self->stream = stream;
  self->cancellable = cancellable;
  self->bytes = g_byte_array_new ();
  self->told.figures = g_ptr_array_new_with_free_func (g_free);
  self->told.cells = g_array_new (FALSE, FALSE, sizeof (LiaisonPressCell));
  self->surface = cairo_pdf_surface_create_for_stream (write_cb, self->bytes, width, height);
  /* Later ones pack in a way of their own, where they may. */
  if (cairo_version () >= CAIRO_VERSION_ENCODE (1, 17, 6))
    cairo_pdf_surface_restrict_to_version (self->surface, CAIRO_PDF_VERSION_1_4);
  set_metadata (self->surface, info);
  return self;
}

cairo_surface_t *
liaison_pdf_sink_get_surface (LiaisonPdfSink *self)
{
  return self->surface;
}

void
liaison_pdf_sink_set_language (LiaisonPdfSink *self, const char *language, gboolean right_to_left)
{
  self->told.language = language;
  self->told.right_to_left = right_to_left;
}

gboolean
liaison_pdf_sink_finish (LiaisonPdfSink *self, GError **error)
{
  g_autofree LiaisonPdfSink *freed = self;
  g_autoptr (GPtrArray) figures = self->told.figures;
  g_autoptr (GArray) cells = self->told.cells;
  g_autoptr (GByteArray) bytes = self->bytes;
  g_autoptr (GByteArray) rewritten = NULL;
  const GByteArray *written = bytes;
  cairo_status_t status;

  cairo_surface_finish (self->surface);
  status = cairo_surface_status (self->surface);
  cairo_surface_destroy (self->surface);
  if (g_cancellable_set_error_if_cancelled (self->cancellable, error))
    return FALSE;
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, "the PDF could not be made: %s",
                   cairo_status_to_string (status));
      return FALSE;
    }
  rewritten = liaison_pdf_rewrite (&self->told, bytes);
  if (rewritten != NULL)
    written = rewritten;
  return g_output_stream_write_all (self->stream, written->data, written->len, NULL,
                                    self->cancellable, error);
}

gboolean
liaison_pages_write_pdf (const LiaisonPages *self,
                         const LiaisonPdfInfo *info,
                         GOutputStream *stream,
                         LiaisonPagesProgressFunc progress,
                         gpointer data,
                         GCancellable *cancellable,
                         GError **error)
{
  LiaisonPdfSink *sink =
      liaison_pdf_sink_new (info, stream, self->width, self->height, cancellable);

  liaison_pdf_sink_set_language (sink, liaison_words_get_language (self->words),
                                 liaison_words_is_right_to_left (self->words));
  print_pages (self, sink->surface, sink, progress, data);
  return liaison_pdf_sink_finish (sink, error);
}
