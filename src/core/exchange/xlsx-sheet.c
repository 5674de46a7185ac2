/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/xlsx-private.h"

#include "record/instant.h"

#include <math.h>
#include <string.h>

#define SECONDS_PER_DAY 86400
/* Days from the first day of each system to 1970-01-01; 1900 was no leap year, but Excel has its
 * 29 February as day 60. */
#define DAYS_TO_1970_SINCE_1900 25569
#define DAYS_TO_1970_SINCE_1904 24107
/* 9999-12-31. */
#define LAST_SERIAL 2958465
#define MAX_ROWS    1048576
#define MAX_COLUMNS 16384

typedef struct
{
  guint row, column, columns, rows;
} Merge;

/* A sheet while it is read. */
typedef struct
{
  const LiaisonXlsxContext *context;
  LiaisonSheet *sheet;
  GString *text; /* of the value so far */
  GArray *merges;

  /* Where it is */
  guint row;
  guint column; /* of the next cell */
  gboolean in_value;
  guint phonetic;

  /* The cell */
  char type; /* n, s, b, e, d, i (inline) or t (the text of a formula) */
  guint style;
  gboolean formula, has_value;
} Reading;

/* "B12" -> column 1, row 12; FALSE for what is no such name. Either number may be missing. */
static gboolean
parse_place (const char *text, gsize length, guint *column, guint *row)
{
  gsize at = 0;
  guint letters = 0, digits = 0;

  for (; at < length && g_ascii_isalpha (text[at]) && letters <= MAX_COLUMNS; at++)
    letters = letters * 26 + (guint) (g_ascii_toupper (text[at]) - 'A' + 1);
  for (; at < length && g_ascii_isdigit (text[at]) && digits <= MAX_ROWS; at++)
    digits = digits * 10 + (guint) (text[at] - '0');
  if (at < length || letters == 0)
    return FALSE;
  *column = letters - 1;
  *row = digits;
  return TRUE;
}

static gboolean
start_row (Reading *reading, const LiaisonXmlAttributes *attributes, GError **error)
{
  gint64 number = liaison_xml_get_integer (attributes, "r", (gint64) reading->row + 1);

  if (number < 1 || number > MAX_ROWS)
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT,
                   "row %" G_GINT64_FORMAT " is past the last there can be", number);
      return FALSE;
    }
  reading->row = MAX ((guint) number, reading->row + 1);
  reading->column = 0;
  return liaison_sheet_begin_row (reading->sheet, reading->row,
                                  liaison_xml_is_true (attributes, "hidden"), error);
}

static char
find_type (const LiaisonXmlAttributes *attributes)
{
  const char *value;
  gsize length;

  if (!liaison_xml_find (attributes, "t", &value, &length) || length == 0)
    return 'n';
  if (length == 9 && memcmp (value, "inlineStr", 9) == 0)
    return 'i';
  return length == 3 && memcmp (value, "str", 3) == 0 ? 't' : *value;
}

static void
start_cell (Reading *reading, const LiaisonXmlAttributes *attributes)
{
  const char *place;
  gsize length;
  guint column, row;

  if (liaison_xml_find (attributes, "r", &place, &length)
      && parse_place (place, length, &column, &row))
    reading->column = column;
  reading->type = find_type (attributes);
  reading->style = (guint) CLAMP (liaison_xml_get_integer (attributes, "s", 0), 0, G_MAXUINT);
  reading->formula = reading->has_value = FALSE;
  g_string_truncate (reading->text, 0);
}

static void
start_merge (Reading *reading, const LiaisonXmlAttributes *attributes)
{
  const char *reference, *colon;
  gsize length;
  guint first, top, last, bottom;

  if (reading->merges->len == LIAISON_XLSX_MAX_MERGES
      || !liaison_xml_find (attributes, "ref", &reference, &length))
    return;
  colon = memchr (reference, ':', length);
  if (colon == NULL || !parse_place (reference, (gsize) (colon - reference), &first, &top)
      || !parse_place (colon + 1, length - (gsize) (colon - reference) - 1, &last, &bottom)
      || last < first || bottom < top)
    return;
  Merge merge = { top, first, MIN (last - first + 1, LIAISON_SHEET_MAX_COLUMNS), bottom - top + 1 };
  g_array_append_val (reading->merges, merge);
}

static gboolean
start (gpointer data, const char *name, const LiaisonXmlAttributes *attributes, GError **error)
{
  Reading *reading = data;

  if (name[0] == 'c' && name[1] == '\0')
    start_cell (reading, attributes);
  else if ((name[0] == 'v' || name[0] == 't') && name[1] == '\0')
    {
      reading->in_value = reading->phonetic == 0;
      reading->has_value = TRUE;
    }
  else if (name[0] == 'f' && name[1] == '\0')
    reading->formula = TRUE;
  else if (strcmp (name, "row") == 0)
    return start_row (reading, attributes, error);
  else if (strcmp (name, "rPh") == 0)
    reading->phonetic++;
  else if (strcmp (name, "mergeCell") == 0)
    start_merge (reading, attributes);
  return TRUE;
}

/* The seconds since 1970 of a day counted as the workbook does. */
static double
count_seconds (const Reading *reading, double serial)
{
  double days = serial;

  if (reading->context->since_1904)
    days -= DAYS_TO_1970_SINCE_1904;
  else
    days -= serial < 60 ? DAYS_TO_1970_SINCE_1900 - 1 : DAYS_TO_1970_SINCE_1900;
  return round (days * SECONDS_PER_DAY);
}

/* A time whose zone is shown with it is that time, whatever zone the rest of the file is in. */
static gboolean
add_zoned (Reading *reading, double seconds, gint32 offset, LiaisonCellFlags flags, GError **error)
{
  const LiaisonInstant instant = { .form = LIAISON_INSTANT_FIXED,
                                   .seconds = (gint64) seconds - offset,
                                   .offset = offset };
  char text[LIAISON_INSTANT_TEXT_SIZE];
  gsize length = liaison_instant_format (&instant, text);

  return liaison_sheet_add_text (reading->sheet, reading->column, LIAISON_CELL_TEXT, text, length,
                                 flags, error);
}

static gboolean
add_number (Reading *reading, double number, LiaisonCellFlags flags, GError **error)
{
  const GArray *styles = reading->context->styles;
  const LiaisonXlsxStyle style = reading->style < styles->len
                                     ? g_array_index (styles, LiaisonXlsxStyle, reading->style)
                                     : (LiaisonXlsxStyle){ LIAISON_XLSX_NUMBER };
  const LiaisonXlsxFormat format = style.format;
  LiaisonCellType type = LIAISON_CELL_NUMBER;

  /* What is no date there can be is shown as the number it is. */
  if (format != LIAISON_XLSX_NUMBER && number >= 0 && number <= LAST_SERIAL)
    {
      /* A day before 1910 is no day of a plan: only the time of it is meant; and a time after it
       * has its day hidden. */
      type = format == LIAISON_XLSX_ELAPSED || number < (format == LIAISON_XLSX_DATE ? 1 : 3654)
                 ? LIAISON_CELL_TIME
                 : LIAISON_CELL_DATE;
      number = type == LIAISON_CELL_DATE ? count_seconds (reading, number)
                                         : round (number * SECONDS_PER_DAY);
      if (type == LIAISON_CELL_DATE && style.zoned)
        return add_zoned (reading, number, style.offset, flags, error);
    }
  return liaison_sheet_add_number (reading->sheet, reading->column, type, number, flags, error);
}

static gboolean
add_shared (Reading *reading, GError **error)
{
  const GPtrArray *texts = reading->context->strings->texts;
  guint64 index = g_ascii_strtoull (reading->text->str, NULL, 10);

  if (index >= texts->len)
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_DAMAGED,
                   "row %u: no shared string %" G_GUINT64_FORMAT, reading->row, index);
      return FALSE;
    }
  return liaison_sheet_add_kept (reading->sheet, reading->column, texts->pdata[index], error);
}

static gboolean
add_text (Reading *reading, LiaisonCellType type, LiaisonCellFlags flags, GError **error)
{
  liaison_xlsx_unescape (reading->text);
  return liaison_sheet_add_text (reading->sheet, reading->column, type, reading->text->str,
                                 reading->text->len, flags, error);
}

static gboolean
add_cell (Reading *reading, GError **error)
{
  const LiaisonCellFlags flags = reading->formula ? LIAISON_CELL_FORMULA : LIAISON_CELL_PLAIN;
  char *end;
  double number;

  switch (reading->type)
    {
    case 's':
      return add_shared (reading, error);
    case 'i':
    case 't':
    case 'd':
      return add_text (reading, LIAISON_CELL_TEXT, flags, error);
    case 'e':
      return add_text (reading, LIAISON_CELL_ERROR, flags, error);
    default:
      break;
    }
  number = g_ascii_strtod (reading->text->str, &end);
  if (end == reading->text->str || *end != '\0')
    return add_text (reading, LIAISON_CELL_TEXT, flags, error);
  return reading->type == 'b' ? liaison_sheet_add_number (
             reading->sheet, reading->column, LIAISON_CELL_BOOLEAN, number != 0, flags, error)
                              : add_number (reading, number, flags, error);
}

static gboolean
end_cell (Reading *reading, GError **error)
{
  gboolean done = TRUE;

  /* Cells outside of any row are no cells. */
  if (reading->row > 0 && reading->text->len > 0)
    done = add_cell (reading, error);
  else if (reading->formula && !reading->has_value)
    liaison_sheet_add_note (reading->sheet, LIAISON_SHEET_UNCALCULATED);
  reading->column++;
  return done;
}

static gboolean
end (gpointer data, const char *name, GError **error)
{
  Reading *reading = data;

  if ((name[0] == 'v' || name[0] == 't') && name[1] == '\0')
    reading->in_value = FALSE;
  else if (name[0] == 'c' && name[1] == '\0')
    return end_cell (reading, error);
  else if (strcmp (name, "rPh") == 0 && reading->phonetic > 0)
    reading->phonetic--;
  return TRUE;
}

static gboolean
take_text (gpointer data, const char *text, gsize length, GError **error)
{
  Reading *reading = data;

  /* One more than may be kept, so that the sheet sees that it was cut. */
  if (reading->in_value && reading->text->len <= LIAISON_CELL_MAX_TEXT + 8)
    g_string_append_len (reading->text, text, (gssize) length);
  return TRUE;
}

gboolean
liaison_xlsx_sheet_read (LiaisonZip *zip,
                         const char *name,
                         const LiaisonXlsxContext *context,
                         LiaisonSheet *sheet,
                         LiaisonProgressFunc progress,
                         gpointer progress_data,
                         GCancellable *cancellable,
                         GError **error)
{
  static const LiaisonXmlHandler handler = { start, end, take_text };
  Reading reading = { .context = context, .sheet = sheet };
  gboolean done;

  reading.text = g_string_new (NULL);
  reading.merges = g_array_new (FALSE, FALSE, sizeof (Merge));
  done =
      liaison_xml_read (zip, name, &handler, &reading, progress, progress_data, cancellable, error);
  if (done)
    liaison_sheet_finish (sheet);
  for (guint i = 0; done && i < reading.merges->len; i++)
    {
      const Merge *merge = &g_array_index (reading.merges, Merge, i);

      liaison_sheet_merge (sheet, merge->row, merge->column, merge->columns, merge->rows);
    }
  g_array_unref (reading.merges);
  g_string_free (reading.text, TRUE);
  return done;
}
