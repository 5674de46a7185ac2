/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid.h"
#include "show.h"

#include "record/block-json.h"

#include <string.h>

/* A record and where it stands. */
typedef struct
{
  char *key;
  const LiaisonBlock *block;
} Row;

static void
clear_row (gpointer data)
{
  g_free (((Row *) data)->key);
}

static gboolean
is_shown (const LiaisonShowing *showing, const LiaisonManner *manner, const LiaisonBlock *block)
{
  for (guint i = 0; i < showing->filters->len; i++)
    if (!liaison_filter_matches (showing->filters->pdata[i], manner, block))
      return FALSE;
  return TRUE;
}

/* Kinds whose tables show a start go by it, others by the order people gave them. FALSE: by age. */
static gboolean
get_usual_order (const LiaisonKind *kind, LiaisonColumn *key)
{
  LiaisonFieldFlags shown_start = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN;
  const LiaisonField *order = liaison_shape_find_flagged (&kind->shape, LIAISON_FIELD_ORDER);

  if (liaison_shape_find_flagged (&kind->shape, shown_start) != NULL)
    return liaison_column_find (key, kind, "start");
  return order != NULL && liaison_column_find (key, kind, order->name);
}

/* Those with one key stay in the order of their age. */
static int
compare_rows (gconstpointer a, gconstpointer b)
{
  const Row *left = a, *right = b;
  int order = strcmp (left->key, right->key);

  return order != 0 ? order : liaison_id_compare (left->block->id, right->block->id);
}

static int
compare_rows_descending (gconstpointer a, gconstpointer b)
{
  return compare_rows (b, a);
}

static GArray *
collect_rows (const LiaisonShowing *showing,
              const LiaisonManner *manner,
              const LiaisonSnapshot *snapshot)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (Row));
  const LiaisonColumn *key = showing->key;
  LiaisonColumn usual;
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, showing->kind->id, &n);

  g_array_set_clear_func (rows, clear_row);
  if (key == NULL && get_usual_order (showing->kind, &usual))
    key = &usual;
  for (guint i = 0; i < n; i++)
    if (is_shown (showing, manner, blocks[i]))
      {
        Row row = { .block = blocks[i] };

        row.key =
            key != NULL ? liaison_column_get_sort_key (key, manner, blocks[i]) : g_strdup ("");
        g_array_append_val (rows, row);
      }
  g_array_sort (rows, showing->descending ? compare_rows_descending : compare_rows);
  if (showing->limit > 0 && rows->len > (guint) showing->limit)
    g_array_set_size (rows, showing->limit);
  return rows;
}

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
print_rows (const LiaisonShowing *showing, const LiaisonManner *manner, const GArray *rows)
{
  const GArray *columns = showing->columns;
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
                                                     manner, g_array_index (rows, Row, row).block);

        liaison_grid_add (grid, told);
      }
  for (guint i = 0; i < columns->len && !showing->chosen; i++)
    if (!liaison_grid_has_values (grid, i))
      liaison_grid_hide (grid, i);
  liaison_grid_set_spare (grid, !showing->chosen);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
write_row (const LiaisonShowing *showing,
           const LiaisonManner *manner,
           const LiaisonBlock *block,
           LiaisonJsonWriter *writer)
{
  if (!showing->chosen)
    {
      liaison_block_write (block, writer);
      return;
    }
  liaison_json_writer_begin_object (writer);
  for (guint i = 0; i < showing->columns->len; i++)
    {
      const LiaisonColumn *column = &g_array_index (showing->columns, LiaisonColumn, i);

      liaison_json_writer_name (writer, column->name);
      liaison_column_write (column, manner, block, writer);
    }
  liaison_json_writer_end_object (writer);
}

static int
write_rows (const LiaisonShowing *showing, const LiaisonManner *manner, const GArray *rows)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < rows->len; i++)
    write_row (showing, manner, g_array_index (rows, Row, i).block, writer);
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

int
liaison_show_table (const LiaisonShowing *showing, const LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (GArray) rows = collect_rows (showing, &manner, snapshot);

  if (liaison_command_wants_json ())
    return write_rows (showing, &manner, rows);
  if (rows->len > 0)
    print_rows (showing, &manner, rows);
  else
    liaison_output_warn (_ ("There are no such records."));
  return LIAISON_EXIT_DONE;
}
