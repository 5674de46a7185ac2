/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "matrix-output.h"

#include "grid.h"

static void
print_table (const LiaisonMatrixOutput *self)
{
  g_autoptr (GPtrArray) rows = liaison_matrix_make_table (self->matrix);
  g_autoptr (LiaisonGrid) grid = liaison_grid_new_for_rows (rows);

  liaison_grid_set_role (grid, 0, LIAISON_GRID_NAME);
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
