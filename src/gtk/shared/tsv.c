/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/tsv.h"

#include "exchange/spelling.h"

#include <string.h>

/* Reads a cell that began with a quote; a doubled one stands for itself. Without a closing quote it
 * was no quoted cell. */
static const char *
read_quoted (const char *at, GString *cell)
{
  for (at++; *at != '\0'; at++)
    {
      if (*at != '"')
        g_string_append_c (cell, *at);
      else if (at[1] == '"')
        g_string_append_c (cell, *at++);
      else
        return at[1] == '\0' || strchr ("\t\r\n", at[1]) != NULL ? at + 1 : NULL;
    }
  return NULL;
}

static const char *
read_cell (const char *at, GStrvBuilder *row)
{
  g_autoptr (GString) cell = g_string_new (NULL);
  const char *end = *at == '"' ? read_quoted (at, cell) : NULL;

  if (end == NULL)
    {
      end = at + strcspn (at, "\t\r\n");
      g_string_truncate (cell, 0);
      g_string_append_len (cell, at, end - at);
    }
  g_strv_builder_add (row, liaison_spelling_unguard (cell->str));
  return end;
}

static gboolean
is_blank (char **row)
{
  for (guint i = 0; row[i] != NULL; i++)
    if (*row[i] != '\0')
      return FALSE;
  return TRUE;
}

static const char *
skip_line_break (const char *at)
{
  if (at[0] == '\r' && at[1] == '\n')
    return at + 2;
  return *at != '\0' ? at + 1 : at;
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

GPtrArray *
liaison_tsv_parse (const char *text)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);
  const char *at = text;

  while (*at != '\0')
    {
      g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
      g_auto (GStrv) row = NULL;

      at = read_cell (at, builder);
      while (*at == '\t')
        at = read_cell (at + 1, builder);
      at = skip_line_break (at);
      row = g_strv_builder_end (builder);
      if (!is_blank (row))
        g_ptr_array_add (rows, g_steal_pointer (&row));
    }
  return rows;
}

void
liaison_tsv_append (GString *text, const char *cell, gboolean first)
{
  if (!first)
    g_string_append_c (text, '\t');
  if (strpbrk (cell, "\t\r\n\"") == NULL)
    {
      g_string_append (text, cell);
      return;
    }
  g_string_append_c (text, '"');
  for (; *cell != '\0'; cell++)
    {
      if (*cell == '"')
        g_string_append_c (text, '"');
      g_string_append_c (text, *cell);
    }
  g_string_append_c (text, '"');
}
