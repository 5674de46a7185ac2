/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/rows.h"

typedef struct
{
  const LiaisonBlock *record;
  guint first; /* of its cells */
  guint n;
  guint level;
  gboolean span;
  cairo_surface_t *picture; /* owned; or NULL */
  const GPtrArray *notes;   /* or NULL */
} Row;

struct _LiaisonRows
{
  GArray *columns;     /* of LiaisonTabularColumn */
  GPtrArray *headings; /* of char * */
  GArray *rows;        /* of Row */
  GPtrArray *cells;    /* of char *, NULL for an empty one */
  double picture_width, picture_height;
  gboolean noted; /* there are notes */
};

static void
clear_row (gpointer data)
{
  g_clear_pointer (&((Row *) data)->picture, cairo_surface_destroy);
}

LiaisonRows *
liaison_rows_new (void)
{
  LiaisonRows *self = g_new0 (LiaisonRows, 1);

  self->columns = g_array_new (FALSE, TRUE, sizeof (LiaisonTabularColumn));
  self->headings = g_ptr_array_new_with_free_func (g_free);
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, clear_row);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

void
liaison_rows_free (LiaisonRows *self)
{
  g_array_unref (self->columns);
  g_ptr_array_unref (self->headings);
  g_array_unref (self->rows);
  g_ptr_array_unref (self->cells);
  g_free (self);
}

void
liaison_rows_add_column (LiaisonRows *self, const char *heading, LiaisonRowsColumn flags)
{
  const LiaisonTabularColumn column = { .whole = (flags & LIAISON_ROWS_WHOLE) != 0,
                                        .numeric = (flags & LIAISON_ROWS_NUMERIC) != 0,
                                        .lead = (flags & LIAISON_ROWS_LEAD) != 0 };

  g_array_append_val (self->columns, column);
  g_ptr_array_add (self->headings, g_strdup (heading));
}

void
liaison_rows_begin_row (LiaisonRows *self, const LiaisonBlock *record, guint level)
{
  const Row row = { .record = record, .first = self->cells->len, .level = level };

  g_array_append_val (self->rows, row);
}

void
liaison_rows_set_pictures (LiaisonRows *self, double width, double height)
{
  self->picture_width = width;
  self->picture_height = height;
}

void
liaison_rows_take_picture (LiaisonRows *self, cairo_surface_t *picture)
{
  g_array_index (self->rows, Row, self->rows->len - 1).picture = picture;
}

void
liaison_rows_set_notes (LiaisonRows *self, const GPtrArray *notes)
{
  g_array_index (self->rows, Row, self->rows->len - 1).notes = notes;
  self->noted = self->noted || notes != NULL;
}

void
liaison_rows_take (LiaisonRows *self, char *text)
{
  g_ptr_array_add (self->cells, text);
  g_array_index (self->rows, Row, self->rows->len - 1).n++;
}

void
liaison_rows_add (LiaisonRows *self, const char *text)
{
  liaison_rows_take (self, g_strdup (text));
}

void
liaison_rows_add_span (LiaisonRows *self, const char *text)
{
  liaison_rows_begin_row (self, NULL, 0);
  liaison_rows_add (self, text);
  g_array_index (self->rows, Row, self->rows->len - 1).span = TRUE;
}

void
liaison_rows_drop_last (LiaisonRows *self)
{
  g_ptr_array_set_size (self->cells,
                        (int) g_array_index (self->rows, Row, self->rows->len - 1).first);
  g_array_set_size (self->rows, self->rows->len - 1);
}

guint
liaison_rows_get_n_rows (const LiaisonRows *self)
{
  return self->rows->len;
}

static const char *
get_text (gpointer data, guint row, guint column)
{
  const LiaisonRows *self = data;
  const Row *which = &g_array_index (self->rows, Row, row);

  return column < which->n ? self->cells->pdata[which->first + column] : NULL;
}

static guint
get_level (gpointer data, guint row)
{
  return g_array_index (((LiaisonRows *) data)->rows, Row, row).level;
}

static gboolean
is_span (gpointer data, guint row)
{
  return g_array_index (((LiaisonRows *) data)->rows, Row, row).span;
}

static cairo_surface_t *
get_picture (gpointer data, guint row)
{
  return g_array_index (((LiaisonRows *) data)->rows, Row, row).picture;
}

static const GPtrArray *
get_notes (gpointer data, guint row)
{
  return g_array_index (((LiaisonRows *) data)->rows, Row, row).notes;
}

static const LiaisonBlock *
get_record (gpointer data, guint row)
{
  return g_array_index (((LiaisonRows *) data)->rows, Row, row).record;
}

LiaisonMatter *
liaison_rows_to_matter (LiaisonRows *self, LiaisonPages *pages, gboolean headless, double factor)
{
  const LiaisonTabularSource source = { .columns = (LiaisonTabularColumn *) self->columns->data,
                                        .n_columns = self->columns->len,
                                        .n_rows = self->rows->len,
                                        .get_text = get_text,
                                        .get_level = get_level,
                                        .data = self,
                                        .headless = headless,
                                        .factor = factor,
                                        .is_span = is_span,
                                        .get_record = get_record,
                                        .picture_width = self->picture_width,
                                        .picture_height = self->picture_height,
                                        .get_picture = self->picture_width > 0 ? get_picture : NULL,
                                        .get_notes = self->noted ? get_notes : NULL };

  for (guint i = 0; i < self->columns->len; i++)
    g_array_index (self->columns, LiaisonTabularColumn, i).heading = self->headings->pdata[i];
  liaison_pages_keep (pages, self, (GDestroyNotify) liaison_rows_free);
  return liaison_tabular_new (&source);
}

LiaisonMatter *
liaison_rows_to_part (LiaisonRows *self,
                      LiaisonPages *pages,
                      double factor,
                      guint from,
                      guint to,
                      LiaisonMatter **whole)
{
  if (*whole == NULL)
    {
      *whole = liaison_rows_to_matter (self, pages, FALSE, factor);
      liaison_pages_keep (pages, *whole, (GDestroyNotify) liaison_matter_free);
    }
  return liaison_tabular_new_part (*whole, from, to);
}
