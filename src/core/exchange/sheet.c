/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/sheet.h"

#include "record/instant.h"

#include <math.h>
#include <string.h>

struct _LiaisonSheet
{
  gatomicrefcount refs;

  /* Owned */
  char *name;
  GArray *rows; /* of LiaisonSheetRow */
  LiaisonCell *cells;
  GStringChunk *texts;
  GHashTable *below; /* place of a lower row of merged cells -> index of the cell, NULL: none */
  gpointer kept;
  GDestroyNotify destroy_kept;

  /* State */
  guint n_cells, n_allocated;
  guint width;
  gsize n_text;
  LiaisonSheetNotes notes;
};

LiaisonSheet *
liaison_sheet_new (const char *name)
{
  LiaisonSheet *self = g_new0 (LiaisonSheet, 1);

  g_atomic_ref_count_init (&self->refs);
  self->name = g_utf8_make_valid (name, -1);
  self->rows = g_array_new (FALSE, FALSE, sizeof (LiaisonSheetRow));
  self->texts = g_string_chunk_new (16 * 1024);
  return self;
}

LiaisonSheet *
liaison_sheet_ref (LiaisonSheet *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_sheet_unref (LiaisonSheet *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  if (self->kept != NULL)
    self->destroy_kept (self->kept);
  g_clear_pointer (&self->below, g_hash_table_unref);
  g_string_chunk_free (self->texts);
  g_free (self->cells);
  g_array_unref (self->rows);
  g_free (self->name);
  g_free (self);
}

const char *
liaison_sheet_get_name (const LiaisonSheet *self)
{
  return self->name;
}

LiaisonSheetNotes
liaison_sheet_get_notes (const LiaisonSheet *self)
{
  return self->notes;
}

guint
liaison_sheet_get_n_rows (const LiaisonSheet *self)
{
  return self->rows->len;
}

guint
liaison_sheet_get_width (const LiaisonSheet *self)
{
  return self->width;
}

const LiaisonSheetRow *
liaison_sheet_get_row (const LiaisonSheet *self, guint row)
{
  g_return_val_if_fail (row < self->rows->len, NULL);
  return &g_array_index (self->rows, LiaisonSheetRow, row);
}

const LiaisonCell *
liaison_sheet_get_cells (const LiaisonSheet *self, const LiaisonSheetRow *row)
{
  return self->cells + row->first;
}

const LiaisonCell *
liaison_sheet_find (const LiaisonSheet *self, guint row, guint column)
{
  const LiaisonSheetRow *found = liaison_sheet_get_row (self, row);
  const LiaisonCell *cells = liaison_sheet_get_cells (self, found);
  guint low = 0, high = found->n_cells;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (cells[middle].column == column)
        return &cells[middle];
      if (cells[middle].column < column)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

/* A number as people write it: 12 and not 12.0, never 1e+05. */
static char *
tell_number (double number)
{
  char text[G_ASCII_DTOSTR_BUF_SIZE];

  if (fabs (number) < 1e15 && number == floor (number))
    return g_strdup_printf ("%.0f", number);
  g_ascii_formatd (text, sizeof text, "%.15g", number);
  return g_strdup (text);
}

static char *
tell_date (gint64 seconds)
{
  LiaisonWall wall;

  liaison_wall_from_unix (seconds, 0, &wall);
  if (wall.hour == 0 && wall.minute == 0 && wall.second == 0)
    return g_strdup_printf ("%04d-%02d-%02d", wall.year, wall.month, wall.day);
  if (wall.second == 0)
    return g_strdup_printf ("%04d-%02d-%02d %02d:%02d", wall.year, wall.month, wall.day, wall.hour,
                            wall.minute);
  return g_strdup_printf ("%04d-%02d-%02d %02d:%02d:%02d", wall.year, wall.month, wall.day,
                          wall.hour, wall.minute, wall.second);
}

static char *
tell_time (gint64 seconds)
{
  int hours = (int) (seconds / 3600), minutes = (int) (seconds / 60 % 60),
      rest = (int) (seconds % 60);

  if (hours >= 24)
    return g_strdup_printf ("%dh%02dm", hours, minutes);
  if (rest == 0)
    return g_strdup_printf ("%02d:%02d", hours, minutes);
  return g_strdup_printf ("%02d:%02d:%02d", hours, minutes, rest);
}

char *
liaison_cell_dup_text (const LiaisonCell *self)
{
  switch ((LiaisonCellType) self->type)
    {
    case LIAISON_CELL_NUMBER:
    case LIAISON_CELL_BOOLEAN:
      return tell_number (self->as.number);
    case LIAISON_CELL_DATE:
      return tell_date ((gint64) self->as.number);
    case LIAISON_CELL_TIME:
      return tell_time ((gint64) self->as.number);
    case LIAISON_CELL_TEXT:
    case LIAISON_CELL_ERROR:
    default:
      return g_strdup (self->as.text);
    }
}

char *
liaison_sheet_dup_column_name (guint column)
{
  char name[8];
  gsize at = sizeof name - 1;

  name[at] = '\0';
  for (guint rest = column + 1; rest > 0 && at > 0; rest = (rest - 1) / 26)
    name[--at] = (char) ('A' + (rest - 1) % 26);
  return g_strdup (name + at);
}

static gboolean
fail_limit (GError **error, const char *what, guint limit)
{
  g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT, "more than %u %s",
               limit, what);
  return FALSE;
}

static LiaisonSheetRow *
get_last_row (LiaisonSheet *self)
{
  return self->rows->len > 0 ? &g_array_index (self->rows, LiaisonSheetRow, self->rows->len - 1)
                             : NULL;
}

gboolean
liaison_sheet_begin_row (LiaisonSheet *self, guint number, gboolean hidden, GError **error)
{
  LiaisonSheetRow *last = get_last_row (self);
  LiaisonSheetRow row = { number, self->n_cells, 0, hidden };

  /* A row without cells makes way for the next: a million of them cost nothing. */
  if (last != NULL && last->n_cells == 0)
    {
      *last = row;
      return TRUE;
    }
  if (self->rows->len == LIAISON_SHEET_MAX_ROWS)
    return fail_limit (error, "rows", LIAISON_SHEET_MAX_ROWS);
  g_array_append_val (self->rows, row);
  return TRUE;
}

static gboolean
add_cell (LiaisonSheet *self, const LiaisonCell *cell, GError **error)
{
  LiaisonSheetRow *row = get_last_row (self);

  g_return_val_if_fail (row != NULL, FALSE);
  if (row->n_cells > 0 && self->cells[self->n_cells - 1].column >= cell->column)
    return TRUE;
  if (self->n_cells == LIAISON_SHEET_MAX_CELLS)
    return fail_limit (error, "cells", LIAISON_SHEET_MAX_CELLS);
  if (self->n_cells == self->n_allocated)
    {
      self->n_allocated += self->n_allocated / 2 + 256;
      self->cells = g_renew (LiaisonCell, self->cells, self->n_allocated);
    }
  self->cells[self->n_cells++] = *cell;
  row->n_cells++;
  self->width = MAX (self->width, cell->column + 1u);
  if (row->hidden)
    self->notes |= LIAISON_SHEET_HIDDEN_ROWS;
  return TRUE;
}

/* FALSE: the column is left out. */
static gboolean
is_in_sight (LiaisonSheet *self, guint column)
{
  if (column < LIAISON_SHEET_MAX_COLUMNS)
    return TRUE;
  self->notes |= LIAISON_SHEET_WIDE;
  return FALSE;
}

static gboolean
is_blank (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isspace (text[i]))
      return FALSE;
  return TRUE;
}

/* The bytes of @text that may stand in a cell, cut between characters. */
static gsize
clip (const char *text, gsize length)
{
  if (length <= LIAISON_CELL_MAX_TEXT)
    return length;
  length = LIAISON_CELL_MAX_TEXT;
  while (length > 0 && ((guchar) text[length] & 0xc0) == 0x80)
    length--;
  return length;
}

gboolean
liaison_sheet_add_text (LiaisonSheet *self,
                        guint column,
                        LiaisonCellType type,
                        const char *text,
                        gsize length,
                        LiaisonCellFlags flags,
                        GError **error)
{
  gsize kept = clip (text, length);
  LiaisonCell cell = { column, type, flags, 0, { 0 } };
  g_autofree char *valid = NULL;

  if (is_blank (text, length) || !is_in_sight (self, column))
    return TRUE;
  if (!g_utf8_validate (text, (gssize) kept, NULL))
    {
      valid = g_utf8_make_valid (text, (gssize) kept);
      kept = clip (valid, strlen (valid));
    }
  if (self->n_text + kept > LIAISON_SHEET_MAX_TEXT)
    return fail_limit (error, "bytes of text", LIAISON_SHEET_MAX_TEXT);
  if (kept < length && valid == NULL)
    {
      cell.flags |= LIAISON_CELL_CLIPPED;
      self->notes |= LIAISON_SHEET_CLIPPED;
    }
  self->n_text += kept + 1;
  cell.as.text =
      g_string_chunk_insert_len (self->texts, valid != NULL ? valid : text, (gssize) kept);
  return add_cell (self, &cell, error);
}

gboolean
liaison_sheet_add_kept (LiaisonSheet *self, guint column, GRefString *text, GError **error)
{
  LiaisonCell cell = { column, LIAISON_CELL_TEXT, LIAISON_CELL_COUNTED, 0, { text } };

  const gsize length = strlen (text);

  if (is_blank (text, length) || !is_in_sight (self, column))
    return TRUE;
  /* Counted as often as it is said: what follows makes copies. */
  self->n_text += length;
  if (self->n_text > LIAISON_SHEET_MAX_TEXT)
    return fail_limit (error, "bytes of text", LIAISON_SHEET_MAX_TEXT);
  return add_cell (self, &cell, error);
}

gboolean
liaison_sheet_add_number (LiaisonSheet *self,
                          guint column,
                          LiaisonCellType type,
                          double number,
                          LiaisonCellFlags flags,
                          GError **error)
{
  LiaisonCell cell = { column, type, flags, 0, { .number = number } };

  if (!is_in_sight (self, column) || !isfinite (number))
    return TRUE;
  return add_cell (self, &cell, error);
}

void
liaison_sheet_add_note (LiaisonSheet *self, LiaisonSheetNotes note)
{
  self->notes |= note;
}

static LiaisonCell *
find_by_number (LiaisonSheet *self, guint number, guint column)
{
  guint low = 0, high = self->rows->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      guint there = liaison_sheet_get_row (self, middle)->number;

      if (there == number)
        return (LiaisonCell *) liaison_sheet_find (self, middle, column);
      if (there < number)
        low = middle + 1;
      else
        high = middle;
    }
  return NULL;
}

static gpointer
make_place (guint number, guint column)
{
  return GSIZE_TO_POINTER ((gsize) number << 16 | column);
}

void
liaison_sheet_merge (LiaisonSheet *self, guint number, guint column, guint columns, guint rows)
{
  LiaisonCell *cell = find_by_number (self, number, column);
  guint index;

  if (cell == NULL)
    return;
  cell->span = columns;
  if (rows < 2)
    return;
  if (self->below == NULL)
    self->below = g_hash_table_new (NULL, NULL);
  index = (guint) (cell - self->cells);
  for (guint i = 1; i < rows && g_hash_table_size (self->below) < LIAISON_SHEET_MAX_MERGED; i++)
    g_hash_table_insert (self->below, make_place (number + i, column), GUINT_TO_POINTER (index));
}

const LiaisonCell *
liaison_sheet_find_merged (const LiaisonSheet *self, guint row, guint column)
{
  const LiaisonCell *cell = liaison_sheet_find (self, row, column);
  gpointer index;

  if (cell != NULL || self->below == NULL
      || !g_hash_table_lookup_extended (
          self->below, make_place (liaison_sheet_get_row (self, row)->number, column), NULL,
          &index))
    return cell;
  return &self->cells[GPOINTER_TO_UINT (index)];
}

void
liaison_sheet_keep (LiaisonSheet *self, gpointer data, GDestroyNotify destroy)
{
  g_return_if_fail (self->kept == NULL);
  self->kept = data;
  self->destroy_kept = destroy;
}

void
liaison_sheet_finish (LiaisonSheet *self)
{
  LiaisonSheetRow *last = get_last_row (self);

  if (last != NULL && last->n_cells == 0)
    g_array_set_size (self->rows, self->rows->len - 1);
  self->cells = g_renew (LiaisonCell, self->cells, self->n_cells);
  self->n_allocated = self->n_cells;
}
