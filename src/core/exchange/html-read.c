/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/html-read.h"

#include "exchange/copied-cell.h"
#include "exchange/sheet.h"

#include <libxml/HTMLparser.h>
#include <string.h>

#define MAX_BYTES (16 * 1024 * 1024)

typedef struct
{
  GPtrArray *rows; /* of GPtrArray of char */
  guint n_cells;
  gboolean valued; /* a value said more than its text */
  gboolean too_much;
} Reading;

static gboolean
is_named (const xmlNode *node, const char *name)
{
  return node->type == XML_ELEMENT_NODE
         && g_ascii_strcasecmp ((const char *) node->name, name) == 0;
}

static const xmlNode *
find_table (const xmlNode *node)
{
  for (; node != NULL; node = node->next)
    {
      const xmlNode *found = is_named (node, "table") ? node : find_table (node->children);

      if (found != NULL)
        return found;
    }
  return NULL;
}

/* White space is one blank, as a page shows it. */
static void
append_words (const char *words, GString *text)
{
  for (const char *at = words; *at != '\0'; at++)
    if (!g_ascii_isspace (*at))
      g_string_append_c (text, *at);
    else if (text->len > 0 && !g_ascii_isspace (text->str[text->len - 1]))
      g_string_append_c (text, ' ');
}

static void
append_text (const xmlNode *node, GString *text)
{
  for (; node != NULL; node = node->next)
    {
      if (is_named (node, "br"))
        g_string_append_c (text, '\n');
      else if (node->type == XML_ELEMENT_NODE)
        append_text (node->children, text);
      else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE)
        append_words ((const char *) node->content, text);
    }
}

static char *
dup_text (const xmlNode *cell)
{
  GString *text = g_string_new (NULL);

  append_text (cell->children, text);
  return g_strchomp (g_string_free (text, FALSE));
}

/* "46513.625", or "46513,625" where people write so. */
static gboolean
find_value (xmlNode *cell, double *value)
{
  xmlChar *said = xmlGetProp (cell, (const xmlChar *) "sdval");
  char *end = NULL;
  gboolean found;

  if (said == NULL)
    return FALSE;
  g_strdelimit ((char *) said, ",", '.');
  *value = g_ascii_strtod ((const char *) said, &end);
  found = end != (const char *) said && *end == '\0';
  xmlFree (said);
  return found;
}

static guint
find_span (xmlNode *cell)
{
  xmlChar *said = xmlGetProp (cell, (const xmlChar *) "colspan");
  guint64 span = said != NULL ? g_ascii_strtoull ((const char *) said, NULL, 10) : 1;

  xmlFree (said);
  return (guint) CLAMP (span, 1, LIAISON_SHEET_MAX_COLUMNS);
}

static void
add_cell (Reading *reading, GPtrArray *row, char *text)
{
  if (row->len >= LIAISON_SHEET_MAX_COLUMNS || ++reading->n_cells > LIAISON_SHEET_MAX_CELLS)
    {
      reading->too_much = TRUE;
      g_free (text);
      return;
    }
  g_ptr_array_add (row, text);
}

static void
read_cell (Reading *reading, GPtrArray *row, xmlNode *cell)
{
  guint span = find_span (cell);
  char *text = dup_text (cell);
  double value;

  if (find_value (cell, &value))
    {
      char *spelt = liaison_copied_cell_spell (value, text);

      if (spelt != NULL)
        {
          reading->valued = TRUE;
          g_free (text);
          text = spelt;
        }
    }
  add_cell (reading, row, text);
  for (guint i = 1; i < span && !reading->too_much; i++)
    add_cell (reading, row, g_strdup (""));
}

/* Cells below the first of merged ones are not written: they are put in later, when the rows above
 * are known. */
static void
note_rows_below (GHashTable *covered, guint row, guint column, guint span, xmlNode *cell)
{
  xmlChar *said = xmlGetProp (cell, (const xmlChar *) "rowspan");
  guint64 rows = said != NULL ? g_ascii_strtoull ((const char *) said, NULL, 10) : 1;

  xmlFree (said);
  for (guint64 i = 1; i < MIN (rows, 1000); i++)
    for (guint j = 0; j < span; j++)
      if (g_hash_table_size (covered) < LIAISON_SHEET_MAX_MERGED)
        g_hash_table_add (
            covered, GUINT_TO_POINTER ((row + i) * LIAISON_SHEET_MAX_COLUMNS + column + j + 1));
}

static void
fill_covered (Reading *reading, GHashTable *covered, GPtrArray *row)
{
  while (!reading->too_much
         && g_hash_table_contains (
             covered,
             GUINT_TO_POINTER (reading->rows->len * LIAISON_SHEET_MAX_COLUMNS + row->len + 1)))
    add_cell (reading, row, g_strdup (""));
}

static void
read_row (Reading *reading, GHashTable *covered, const xmlNode *tr)
{
  GPtrArray *row = g_ptr_array_new_with_free_func (g_free);

  for (xmlNode *cell = tr->children; cell != NULL && !reading->too_much; cell = cell->next)
    if (is_named (cell, "td") || is_named (cell, "th"))
      {
        fill_covered (reading, covered, row);
        note_rows_below (covered, reading->rows->len, row->len, find_span (cell), cell);
        read_cell (reading, row, cell);
      }
  fill_covered (reading, covered, row);
  if (reading->rows->len >= LIAISON_SHEET_MAX_ROWS)
    reading->too_much = TRUE;
  g_ptr_array_add (reading->rows, row);
}

static void
read_rows (Reading *reading, GHashTable *covered, const xmlNode *node)
{
  for (; node != NULL && !reading->too_much; node = node->next)
    if (is_named (node, "tr"))
      read_row (reading, covered, node);
    else if (is_named (node, "tbody") || is_named (node, "thead") || is_named (node, "tfoot"))
      read_rows (reading, covered, node->children);
}

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

static GPtrArray *
take_rows (Reading *reading)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (free_row);

  for (guint i = 0; i < reading->rows->len; i++)
    {
      GPtrArray *row = reading->rows->pdata[i];

      g_ptr_array_set_free_func (row, NULL);
      g_ptr_array_add (row, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (row, FALSE));
    }
  g_ptr_array_set_size (reading->rows, 0);
  return rows;
}

GPtrArray *
liaison_html_read_values (const char *html, gsize length)
{
  Reading reading = { 0 };
  g_autoptr (GHashTable) covered = NULL;
  GPtrArray *rows = NULL;
  const xmlNode *table;
  htmlDocPtr page;

  /* LibreOffice writes it so; without it the page has nothing to add. */
  if (length > MAX_BYTES || g_strstr_len (html, (gssize) length, "sdval") == NULL)
    return NULL;
  page = htmlReadMemory (html, (int) length, NULL, "UTF-8",
                         HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET
                             | HTML_PARSE_COMPACT);
  if (page == NULL)
    return NULL;
  reading.rows = g_ptr_array_new ();
  covered = g_hash_table_new (NULL, NULL);
  table = find_table (xmlDocGetRootElement (page));
  if (table != NULL)
    read_rows (&reading, covered, table->children);
  if (reading.valued && !reading.too_much)
    rows = take_rows (&reading);
  g_ptr_array_set_free_func (reading.rows, (GDestroyNotify) g_ptr_array_unref);
  g_ptr_array_unref (reading.rows);
  xmlFreeDoc (page);
  return rows;
}
