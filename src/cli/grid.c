/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid.h"

#include <string.h>

/* Between two columns. */
#define GAP 2
/* A column is never cut below this. */
#define NARROW 6
/* Below these rather another column is left out. */
#define READABLE      12
#define READABLE_NAME 28

typedef struct
{
  LiaisonGridRole role;
  gboolean hidden;
  guint widest; /* cell */
  guint width;  /* for which there is room */
} Column;

struct _LiaisonGrid
{
  guint n_columns;
  Column *columns;
  GPtrArray *cells; /* row by row */
  gboolean spare;
};

LiaisonGrid *
liaison_grid_new (guint columns)
{
  LiaisonGrid *self = g_new0 (LiaisonGrid, 1);

  self->n_columns = columns;
  self->columns = g_new0 (Column, columns);
  self->cells = g_ptr_array_new_with_free_func (g_free);
  return self;
}

LiaisonGrid *
liaison_grid_new_for_rows (const GPtrArray *rows)
{
  LiaisonGrid *self = liaison_grid_new (g_strv_length (rows->pdata[0]));

  for (guint i = 0; i < rows->len; i++)
    for (char **cell = rows->pdata[i]; *cell != NULL; cell++)
      liaison_grid_add (self, *cell);
  return self;
}

void
liaison_grid_free (LiaisonGrid *self)
{
  g_ptr_array_unref (self->cells);
  g_free (self->columns);
  g_free (self);
}

void
liaison_grid_set_role (LiaisonGrid *self, guint column, LiaisonGridRole role)
{
  self->columns[column].role = role;
}

void
liaison_grid_hide (LiaisonGrid *self, guint column)
{
  self->columns[column].hidden = TRUE;
}

void
liaison_grid_set_spare (LiaisonGrid *self, gboolean spare)
{
  self->spare = spare;
}

void
liaison_grid_add (LiaisonGrid *self, const char *text)
{
  Column *column = &self->columns[self->cells->len % self->n_columns];
  char *safe = liaison_output_dup_safe (text, TRUE);

  column->widest = MAX (column->widest, liaison_output_get_width (safe));
  g_ptr_array_add (self->cells, safe);
}

gboolean
liaison_grid_has_values (LiaisonGrid *self, guint column)
{
  for (guint i = self->n_columns + column; i < self->cells->len; i += self->n_columns)
    if (*(const char *) self->cells->pdata[i] != '\0')
      return TRUE;
  return FALSE;
}

/* How much a column asks to be cut; 0: not at all. */
static guint
get_excess (const Column *column)
{
  if (column->hidden || column->width <= NARROW || column->role == LIAISON_GRID_NUMBER
      || column->role == LIAISON_GRID_WHOLE)
    return 0;
  return column->role == LIAISON_GRID_NAME ? column->width / 2 : column->width;
}

static guint
get_total (const LiaisonGrid *self)
{
  guint total = 0;

  for (guint i = 0; i < self->n_columns; i++)
    if (!self->columns[i].hidden)
      total += self->columns[i].width + (total > 0 ? GAP : 0);
  return total;
}

/* Takes a column of the terminal from the widest until all fits or all are narrow. */
static void
fit (LiaisonGrid *self, guint width)
{
  for (guint i = 0; i < self->n_columns; i++)
    self->columns[i].width = self->columns[i].widest;
  for (guint total = get_total (self); total > width; total--)
    {
      Column *widest = self->columns;

      for (guint i = 1; i < self->n_columns; i++)
        if (get_excess (&self->columns[i]) > get_excess (widest))
          widest = &self->columns[i];
      if (get_excess (widest) == 0)
        return;
      widest->width--;
    }
}

static gboolean
is_readable (const LiaisonGrid *self)
{
  for (guint i = 0; i < self->n_columns; i++)
    {
      const Column *column = &self->columns[i];
      guint least = column->role == LIAISON_GRID_NAME ? READABLE_NAME : READABLE;

      if (!column->hidden && column->width < MIN (column->widest, least))
        return FALSE;
    }
  return TRUE;
}

/* Leaves out the last column but for names; FALSE when it is the only one. */
static gboolean
drop_column (LiaisonGrid *self)
{
  for (guint i = self->n_columns; i-- > 1;)
    if (!self->columns[i].hidden && self->columns[i].role != LIAISON_GRID_NAME)
      {
        self->columns[i].hidden = TRUE;
        return TRUE;
      }
  return FALSE;
}

/* As much of @text as fits into @room, with an ellipsis where something is left out, and how wide
 * that is. An accent goes with its letter. */
static char *
cut (const char *text, guint room, guint *width)
{
  const char *at = text;
  guint used = 0;

  *width = liaison_output_get_width (text);
  if (*width <= room)
    return g_strdup (text);
  while (*at != '\0')
    {
      const char *next = g_utf8_next_char (at);
      g_autofree char *character = g_strndup (at, next - at);
      guint more = liaison_output_get_width (character);

      if (used + more > room - 1)
        break;
      used += more;
      at = next;
    }
  *width = used + 1;

  g_autofree char *start = g_strndup (text, at - text);
  g_autofree char *cropped = g_strconcat (start, "…", NULL);
  /* Isolates that were opened are closed again. */
  return liaison_output_dup_safe (cropped, TRUE);
}

/* Between a first strong isolate and its end when it holds one, or letters that run the other way.
 */
static void
append_isolated (GString *line, const char *text)
{
  g_autofree char *isolated = g_strconcat ("\u2068", text, "\u2069", NULL);
  /* Where nothing runs from right to left these are taken out again. */
  g_autofree char *safe = liaison_output_dup_safe (isolated, TRUE);

  g_string_append (line, safe);
}

static void
append_cell (GString *line, const Column *column, const char *text, gboolean last)
{
  guint width;
  g_autofree char *shown = cut (text, column->width, &width);
  g_autofree char *blanks = g_strnfill (column->width - width, ' ');

  if (column->role == LIAISON_GRID_NUMBER)
    g_string_append (line, blanks);
  append_isolated (line, shown);
  if (column->role != LIAISON_GRID_NUMBER && !last)
    g_string_append (line, blanks);
}

static void
print_row (LiaisonGrid *self, guint row, guint last)
{
  g_autoptr (GString) line = g_string_new (NULL);

  for (guint i = 0; i <= last; i++)
    {
      if (self->columns[i].hidden)
        continue;
      if (line->len > 0)
        g_string_append_printf (line, "%*s", GAP, "");
      append_cell (line, &self->columns[i], self->cells->pdata[row * self->n_columns + i],
                   i == last);
    }
  while (line->len > 0 && line->str[line->len - 1] == ' ')
    g_string_truncate (line, line->len - 1);
  g_print ("%s\n", line->str);
}

void
liaison_grid_print (LiaisonGrid *self, guint width)
{
  guint last = self->n_columns - 1;

  fit (self, width > 0 ? width : G_MAXUINT);
  while (self->spare && width > 0 && (get_total (self) > width || !is_readable (self))
         && drop_column (self))
    fit (self, width);
  while (last > 0 && self->columns[last].hidden)
    last--;
  for (guint row = 0; row < self->cells->len / self->n_columns; row++)
    print_row (self, row, last);
}
