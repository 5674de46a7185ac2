/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-output.h"

#include "draw/picture.h"
#include "exchange/export.h"
#include "exchange/listing-marking.h"
#include "grid.h"
#include "interrupt.h"
#include "pack/drawn.h"
#include "pack/listing-pages.h"
#include "store/safe-file.h"

#include <gio/gunixoutputstream.h>
#include <pango/pangocairo.h>
#include <string.h>
#include <unistd.h>

#define LABELS 4096

static void
print_table (const LiaisonMatrixOutput *self)
{
  g_autoptr (GPtrArray) rows = liaison_matrix_make_table (self->matrix);
  guint n = g_strv_length (rows->pdata[0]);
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (n);

  liaison_grid_set_role (grid, 0, LIAISON_GRID_NAME);
  for (guint row = 0; row < rows->len; row++)
    for (guint i = 0; i < n; i++)
      liaison_grid_add (grid, ((char **) rows->pdata[row])[i]);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

/* A line for each cell that has something to say. */
static void
print_reasons (const LiaisonMatrixOutput *self)
{
  guint n = liaison_matrix_count_columns (self->matrix);

  for (guint row = 0; row < liaison_matrix_count_rows (self->matrix); row++)
    for (guint i = 0; i < n; i++)
      {
        g_autofree char *why = liaison_plan_matrix_tell (self->facts, self->manner, row, i);
        g_autofree char *line = NULL;
        if (why == NULL || *why == '\0')
          continue;
        line = g_strdup_printf ("%s · %s: %s", liaison_matrix_get_row_label (self->matrix, row),
                                liaison_matrix_get_column_label (self->matrix, i), why);
        liaison_output_print_line (line);
      }
}

static void
write_id (LiaisonJsonWriter *writer, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  liaison_json_writer_string (writer, text);
}

static void
write_cell (const LiaisonMatrixOutput *self,
            LiaisonJsonWriter *writer,
            guint row,
            guint column,
            const char *text)
{
  g_autoptr (GArray) ids = liaison_plan_matrix_list (self->facts, row, column);
  g_autofree char *why =
      self->why ? liaison_plan_matrix_tell (self->facts, self->manner, row, column) : NULL;

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "text", text);
  if (self->why)
    liaison_command_write_member (writer, "why", why);
  liaison_json_writer_name (writer, "records");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < ids->len; i++)
    write_id (writer, g_array_index (ids, LiaisonId, i));
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}

static void
write_row (const LiaisonMatrixOutput *self, LiaisonJsonWriter *writer, guint row, char **cells)
{
  LiaisonId id = liaison_matrix_get_row_id (self->matrix, row);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "row", cells[0]);
  if (!liaison_id_is_zero (id))
    {
      liaison_json_writer_name (writer, "id");
      write_id (writer, id);
    }
  liaison_json_writer_name (writer, "cells");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < liaison_matrix_count_columns (self->matrix); i++)
    write_cell (self, writer, row, i, cells[i + 1]);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
}

static int
write_json (const LiaisonMatrixOutput *self)
{
  g_autoptr (GPtrArray) rows = liaison_matrix_make_table (self->matrix);
  g_autofree char *summary = liaison_plan_matrix_summarise (self->facts, self->manner);
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "matrix", self->type->name);
  liaison_command_write_member (writer, "summary", summary);
  liaison_json_writer_name (writer, "columns");
  liaison_json_writer_begin_array (writer);
  for (guint i = 1; i <= liaison_matrix_count_columns (self->matrix); i++)
    {
      g_autofree char *plain = liaison_words_dup_without_isolates (((char **) rows->pdata[0])[i]);
      liaison_json_writer_string (writer, plain);
    }
  liaison_json_writer_end_array (writer);
  liaison_json_writer_name (writer, "rows");
  liaison_json_writer_begin_array (writer);
  for (guint row = 0; row + 1 < rows->len; row++)
    write_row (self, writer, row, rows->pdata[row + 1]);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

int
liaison_matrix_output_print (const LiaisonMatrixOutput *self)
{
  g_autofree char *summary = NULL;

  if (liaison_command_wants_json ())
    return write_json (self);
  if (liaison_matrix_count_rows (self->matrix) == 0
      || liaison_matrix_count_columns (self->matrix) == 0)
    {
      liaison_output_warn (_ (self->type->empty));
      return LIAISON_EXIT_DONE;
    }
  summary = liaison_plan_matrix_summarise (self->facts, self->manner);
  if (self->why)
    print_reasons (self);
  else
    print_table (self);
  liaison_output_print_line (summary);
  return LIAISON_EXIT_DONE;
}

static gboolean
write_table (const LiaisonMatrixOutput *self,
             LiaisonExportFormat format,
             GOutputStream *stream,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (GPtrArray) rows = liaison_matrix_make_table (self->matrix);
  g_autoptr (LiaisonListing) listing =
      liaison_listing_new_for_rows (self->manner, _ (self->type->title), rows);
  const LiaisonListing *all[] = { listing };
  const LiaisonExportOptions options = { .format = format, .created = self->manner->now };

  listing->exercise =
      liaison_manner_tell_block_name (self->manner, liaison_snapshot_get_exercise (self->snapshot));
  listing->marking = liaison_listing_tell_drawn_marking (self->manner, self->snapshot);
  return liaison_export_write (all, 1, &options, self->manner->words, stream, NULL, NULL,
                               cancellable, error);
}

static gboolean
write_pdf (const LiaisonMatrixOutput *self,
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
    .head_start = exercise, .head_end = _ (self->type->title), .banner = marking, .foot_start = when
  };
  const LiaisonPdfInfo info = { _ (self->type->title), exercise, NULL, self->manner->now };
  g_autoptr (LiaisonPages) pages = NULL;

  setup.landscape = TRUE;
  pages = liaison_pages_new (&setup, self->manner->words);
  liaison_pages_set_furniture (pages, &furniture);
  liaison_pages_add (pages,
                     liaison_drawn_new (LIAISON_DRAWING (self->matrix), self->manner, &options));
  return liaison_pages_flow (pages, NULL, NULL, cancellable, error)
         && liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, cancellable, error);
}

static gboolean
write_picture (const LiaisonMatrixOutput *self,
               LiaisonPictureFormat format,
               GOutputStream *stream,
               GCancellable *cancellable,
               GError **error)
{
  g_autoptr (GObject) context =
      G_OBJECT (pango_font_map_create_context (pango_cairo_font_map_get_default ()));
  g_autoptr (LiaisonTextCache) texts = liaison_text_cache_new (PANGO_CONTEXT (context), LABELS);
  LiaisonCanvas canvas =
      liaison_canvas_init (NULL, texts, liaison_palette_get (LIAISON_PALETTE_PAPER), self->manner);
  g_autoptr (GBytes) bytes = NULL;

  canvas.mirrored = liaison_words_is_right_to_left (self->manner->words);
  bytes = liaison_picture_make (LIAISON_DRAWING (self->matrix), &canvas, NULL, format, 2, error);
  return bytes != NULL
         && g_output_stream_write_all (stream, g_bytes_get_data (bytes, NULL),
                                       g_bytes_get_size (bytes), NULL, cancellable, error);
}

static gboolean
write_to (const LiaisonMatrixOutput *self,
          const char *path,
          GOutputStream *stream,
          GCancellable *cancellable,
          GError **error)
{
  g_autofree char *small = g_ascii_strdown (path, -1);
  LiaisonExportFormat format = LIAISON_EXPORT_CSV;

  if (g_str_has_suffix (small, ".pdf"))
    return write_pdf (self, stream, cancellable, error);
  if (g_str_has_suffix (small, ".svg") || g_str_has_suffix (small, ".png"))
    return write_picture (self, liaison_picture_format_for_name (small), stream, cancellable,
                          error);
  liaison_export_find_format (small, &format);
  return write_table (self, format, stream, cancellable, error);
}

int
liaison_matrix_output_save (const LiaisonMatrixOutput *self, const char *path)
{
  GCancellable *cancellable = liaison_interrupt_begin ();
  g_autoptr (LiaisonSafeFile) file = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonFileStamp stamp;
  gboolean done;

  if (strcmp (path, "-") == 0)
    {
      g_autoptr (GOutputStream) output = g_unix_output_stream_new (STDOUT_FILENO, FALSE);
      done = write_to (self, ".csv", output, cancellable, &error);
    }
  else
    {
      file = liaison_safe_file_begin (path, NULL, 0, cancellable, &error);
      done = file != NULL
             && write_to (self, path, liaison_safe_file_get_stream (file), cancellable, &error)
             && liaison_safe_file_commit (file, &stamp, cancellable, &error);
    }
  liaison_interrupt_end ();
  if (done)
    return LIAISON_EXIT_DONE;
  liaison_command_complain (_ ("The matrix was not written. What stood there before is as it was."),
                            error);
  return LIAISON_EXIT_FAILED;
}
