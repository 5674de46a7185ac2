/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid.h"
#include "show.h"

#include "record/block-json.h"

static LiaisonGridRole
get_role (const LiaisonColumn *column)
{
  if (liaison_column_is_number (column))
    return LIAISON_GRID_NUMBER;
  if (liaison_column_is_whole (column))
    return LIAISON_GRID_WHOLE;
  return column->source == LIAISON_COLUMN_TITLE ? LIAISON_GRID_NAME : LIAISON_GRID_PLAIN;
}

static void
print_rows (const LiaisonQuery *query, const LiaisonManner *manner, const GPtrArray *rows)
{
  const GArray *columns = query->columns;
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (columns->len);

  for (guint i = 0; i < columns->len; i++)
    {
      const LiaisonColumn *column = &g_array_index (columns, LiaisonColumn, i);

      liaison_grid_add (grid, _ (column->label));
      liaison_grid_set_role (grid, i, get_role (column));
    }
  for (guint row = 0; row < rows->len; row++)
    for (guint i = 0; i < columns->len; i++)
      {
        g_autofree char *told = liaison_column_tell (&g_array_index (columns, LiaisonColumn, i),
                                                     manner, rows->pdata[row]);

        liaison_grid_add (grid, told);
      }
  for (guint i = 0; i < columns->len && !query->chosen; i++)
    if (!liaison_grid_has_values (grid, i))
      liaison_grid_hide (grid, i);
  liaison_grid_set_spare (grid, !query->chosen);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
write_row (const LiaisonQuery *query,
           const LiaisonManner *manner,
           const LiaisonBlock *block,
           LiaisonJsonWriter *writer)
{
  if (!query->chosen)
    {
      liaison_block_write (block, writer);
      return;
    }
  liaison_json_writer_begin_object (writer);
  for (guint i = 0; i < query->columns->len; i++)
    {
      const LiaisonColumn *column = &g_array_index (query->columns, LiaisonColumn, i);

      liaison_json_writer_name (writer, column->name);
      liaison_column_write (column, manner, block, writer);
    }
  liaison_json_writer_end_object (writer);
}

static int
write_rows (const LiaisonQuery *query, const LiaisonManner *manner, const GPtrArray *rows)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < rows->len; i++)
    write_row (query, manner, rows->pdata[i], writer);
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

int
liaison_show_table (const LiaisonQuery *query, const LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (GPtrArray) rows = liaison_query_run (query, &manner, snapshot);

  if (liaison_command_wants_json ())
    return write_rows (query, &manner, rows);
  if (rows->len > 0)
    print_rows (query, &manner, rows);
  else
    liaison_output_warn (_ ("There are no such records."));
  return LIAISON_EXIT_DONE;
}
