/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "drawn-output.h"

#include "interrupt.h"

#include "draw/picture.h"
#include "exchange/export.h"
#include "exchange/listing-marking.h"
#include "pack/drawn.h"
#include "pack/fonts.h"
#include "pack/listing-pages.h"
#include "store/safe-file.h"

#include <gio/gunixoutputstream.h>
#include <string.h>
#include <unistd.h>

#define LABELS 4096
/* Pixels a unit. */
#define SCALE 2

void
liaison_drawn_target_clear (LiaisonDrawnTarget *self)
{
  g_clear_pointer (&self->path, g_free);
  g_clear_pointer (&self->format, g_free);
}

gboolean
liaison_drawn_target_is_set (const LiaisonDrawnTarget *self)
{
  return self->path != NULL || self->format != NULL;
}

/* What says the format, in small letters: "csv", "nets.CSV". Transfer full. */
static char *
dup_format (const LiaisonDrawnTarget *self)
{
  if (self->format != NULL)
    return g_ascii_strdown (self->format, -1);
  return self->path == NULL || strcmp (self->path, "-") == 0 ? g_strdup ("csv")
                                                             : g_ascii_strdown (self->path, -1);
}

/* "pdf" is one, and "nets.pdf". */
static gboolean
is_format (const char *name, const char *format)
{
  g_autofree char *ending = g_strconcat (".", format, NULL);

  return strcmp (name, format) == 0 || g_str_has_suffix (name, ending);
}

gboolean
liaison_drawn_target_is_picture (const LiaisonDrawnTarget *self)
{
  g_autofree char *name = dup_format (self);

  return is_format (name, "svg") || is_format (name, "png");
}

gboolean
liaison_drawn_target_check (const LiaisonDrawnTarget *self, const LiaisonVerb *verb)
{
  g_autofree char *name = dup_format (self);
  LiaisonExportFormat format;

  if (is_format (name, "pdf") || is_format (name, "svg") || is_format (name, "png")
      || liaison_export_find_format (name, &format))
    return TRUE;
  liaison_command_usage (
      verb,
      _ ("--format or the ending of the file says the format: csv, tsv, xlsx, html, txt, md, pdf, svg or png"));
  return FALSE;
}

/* Tables of which each is a sheet, or stands below the one before. */
static gboolean
write_listings (const LiaisonDrawnOutput *self,
                LiaisonExportFormat format,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  const LiaisonExportOptions options = { .format = format, .created = self->manner->now };
  gboolean single = format == LIAISON_EXPORT_CSV || format == LIAISON_EXPORT_TSV;

  return liaison_export_write ((const LiaisonListing *const *) self->listings, single ? 1 : self->n_listings,
                               &options, self->manner->words, stream, NULL, NULL, cancellable, error);
}

static gboolean
write_listings_pdf (const LiaisonDrawnOutput *self, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  const LiaisonListingPrint print
      = { liaison_page_setup_default (), .now = self->manner->now, .zone = self->manner->zone };
  g_autofree char *exercise =
      liaison_manner_tell_block_name (self->manner, liaison_snapshot_get_exercise (self->snapshot));
  g_autofree char *marking = liaison_listing_tell_drawn_marking (self->manner, self->snapshot);
  const LiaisonPdfInfo info = { _ (self->title), exercise, NULL, self->manner->now };
  g_autoptr (LiaisonPages) pages = liaison_listings_to_pages (self->listings, self->n_listings, _ (self->title),
                                                              marking, &print, self->manner->words);

  return liaison_pages_flow (pages, NULL, NULL, cancellable, error)
         && liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, cancellable, error);
}

static gboolean
write_table (const LiaisonDrawnOutput *self,
             LiaisonExportFormat format,
             GOutputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) rows = liaison_drawing_make_table (self->drawing, self->manner);
  g_autoptr (LiaisonListing) listing =
      liaison_listing_new_for_rows (self->manner, _ (self->title), rows);
  const LiaisonListing *all[] = { listing };
  const LiaisonExportOptions options = { .format = format, .created = self->manner->now };

  listing->exercise =
      liaison_manner_tell_block_name (self->manner, liaison_snapshot_get_exercise (self->snapshot));
  listing->marking = liaison_listing_tell_drawn_marking (self->manner, self->snapshot);
  return liaison_export_write (all, 1, &options, self->manner->words, stream, NULL, NULL,
                               cancellable, error);
}

static gboolean
write_pdf (const LiaisonDrawnOutput *self,
           GOutputStream *stream,
           GCancellable *cancellable,
           GError **error)
{
  LiaisonPageSetup setup = liaison_page_setup_default ();
  const LiaisonListingPrint print = { .now = self->manner->now, .zone = self->manner->zone };
  const LiaisonDrawnOptions options = { 0 };
  g_autofree char *exercise =
      liaison_manner_tell_block_name (self->manner, liaison_snapshot_get_exercise (self->snapshot));
  g_autofree char *marking = liaison_listing_tell_drawn_marking (self->manner, self->snapshot);
  g_autofree char *when = liaison_listing_print_tell_when (
      &print, self->manner->format == LIAISON_TIME_AS_DTG, self->manner->words);
  const LiaisonFurniture furniture = {
    .head_start = exercise, .head_end = _ (self->title), .banner = marking, .foot_start = when
  };
  const LiaisonPdfInfo info = { _ (self->title), exercise, NULL, self->manner->now };
  g_autoptr (LiaisonPages) pages = NULL;

  setup.landscape = TRUE;
  pages = liaison_pages_new (&setup, self->manner->words);
  liaison_pages_set_furniture (pages, &furniture);
  liaison_pages_add (pages, liaison_drawn_new (self->drawing, self->manner, &options));
  return liaison_pages_flow (pages, NULL, NULL, cancellable, error)
         && liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, cancellable, error);
}

static gboolean
write_picture (const LiaisonDrawnOutput *self,
               LiaisonPictureFormat format,
               GOutputStream *stream,
               GCancellable *cancellable,
               GError **error)
{
  g_autofree char *font = g_strdup_printf (
      "%s 9", liaison_fonts_for_language (liaison_words_get_language (self->manner->words)));
  g_autoptr (LiaisonTextCache) texts = liaison_text_cache_new_off_screen (font, LABELS);
  LiaisonCanvas canvas =
      liaison_canvas_init (NULL, texts, liaison_palette_get (LIAISON_PALETTE_PAPER), self->manner);
  const LiaisonPictureWindow whole = { 0 };
  g_autoptr (GBytes) bytes =
      liaison_picture_make (self->drawing, &canvas, &whole, format, SCALE, error);

  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, cancellable, error);
}

static gboolean
write_to (const LiaisonDrawnOutput *self,
          const char *name,
          GOutputStream *stream,
          GCancellable *cancellable,
          GError **error)
{
  LiaisonExportFormat format = LIAISON_EXPORT_CSV;

  if (self->drawing == NULL && is_format (name, "pdf"))
    return write_listings_pdf (self, stream, cancellable, error);
  if (is_format (name, "pdf"))
    return write_pdf (self, stream, cancellable, error);
  if (is_format (name, "svg"))
    return write_picture (self, LIAISON_PICTURE_SVG, stream, cancellable, error);
  if (is_format (name, "png"))
    return write_picture (self, LIAISON_PICTURE_PNG, stream, cancellable, error);
  liaison_export_find_format (name, &format);
  if (self->drawing == NULL)
    return write_listings (self, format, stream, cancellable, error);
  return write_table (self, format, stream, cancellable, error);
}

static gboolean
write_file (const LiaisonDrawnOutput *self,
            const LiaisonDrawnTarget *target,
            GCancellable *cancellable,
            GError **error)
{
  g_autofree char *name = dup_format (target);
  g_autoptr (LiaisonSafeFile) file = NULL;
  LiaisonFileStamp stamp;

  if (target->path == NULL || strcmp (target->path, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      return write_to (self, name, output, cancellable, error);
    }
  file = liaison_safe_file_begin (target->path, NULL, 0, cancellable, error);
  return file != NULL
         && write_to (self, name, liaison_safe_file_get_stream (file), cancellable, error)
         && liaison_safe_file_commit (file, &stamp, cancellable, error);
}

gboolean
liaison_drawn_output_save (const LiaisonDrawnOutput *self, const LiaisonDrawnTarget *target)
{
  GCancellable *cancellable = liaison_interrupt_begin ();
  g_autoptr (GError) error = NULL;
  gboolean done = write_file (self, target, cancellable, &error);

  liaison_interrupt_end ();
  if (!done)
    liaison_command_complain (
        _ ("The file was not written. What stood there before is as it was."), error);
  return done;
}
