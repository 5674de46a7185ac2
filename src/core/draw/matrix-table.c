/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix as rows of text. */
#include "config.h"

#include "draw/matrix-private.h"

static char *
tell_cell (LiaisonMatrix *self, guint row, guint column)
{
  guint n, first = matrix_find_items (self, row, column, &n);
  GString *text = g_string_new (NULL);

  if (self->heat != NULL && self->heat[row * self->columns->len + column].text != NULL)
    g_string_append (text, self->heat[row * self->columns->len + column].text);
  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%s", text->len > 0 ? "; " : "",
                            matrix_item (self, first + i)->item.label);
  return g_string_free (text, FALSE);
}

static char *
tell_column (LiaisonMatrix *self, guint column)
{
  const MatrixHead *head = matrix_column (self, column);

  return head->group != NULL ? g_strdup_printf ("%s, %s", head->group, head->label)
                             : g_strdup (head->label);
}

static char **
make_line (LiaisonMatrix *self, guint row)
{
  guint n = self->columns->len;
  char **line = g_new0 (char *, n + 2);

  line[0] = g_strdup (row == NOWHERE ? (self->corner != NULL ? self->corner : "")
                                     : matrix_row (self, row)->label);
  for (guint column = 0; column < n; column++)
    line[column + 1] =
        row == NOWHERE ? tell_column (self, column) : tell_cell (self, row, column);
  return line;
}

GPtrArray *
liaison_matrix_make_table (LiaisonMatrix *self)
{
  GPtrArray *table = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (table, make_line (self, NOWHERE));
  for (guint row = 0; row < self->rows->len; row++)
    if (!matrix_row (self, row)->left_out)
      g_ptr_array_add (table, make_line (self, row));
  return table;
}
