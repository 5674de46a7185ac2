/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/xlsx-private.h"

#include "record/zone.h"

#include <stdio.h>
#include <string.h>

typedef struct
{
  GArray *styles;    /* of LiaisonXlsxStyle */
  GHashTable *codes; /* number of a format of the file's own -> LiaisonXlsxStyle */
  gboolean inside;   /* <cellXfs>, not the named styles */
} Reading;

/* What the letters of the first section of a format code say. */
typedef struct
{
  gboolean day, clock, elapsed, minute;
} Letters;

/* The character after what is quoted, escaped or in brackets at @at. */
static const char *
skip_literal (const char *at, Letters *letters)
{
  const char *end;

  switch (*at)
    {
    case '"':
      end = strchr (at + 1, '"');
      break;
    case '[':
      end = strchr (at, ']');
      if (end != NULL && strchr ("hmsHMS", at[1]) != NULL && at[1] != '\0'
          && (end == at + 2 || g_ascii_tolower (at[1]) == g_ascii_tolower (at[2])))
        letters->elapsed = TRUE;
      break;
    case '\\':
    case '_':
    case '*':
      end = at[1] != '\0' ? at + 1 : at;
      break;
    default:
      return NULL;
    }
  return end != NULL ? end + 1 : at + strlen (at);
}

static LiaisonXlsxFormat
find_format (const char *code)
{
  Letters letters = { 0 };

  if (g_ascii_strcasecmp (code, "General") == 0)
    return LIAISON_XLSX_NUMBER;
  for (const char *at = code; *at != '\0' && *at != ';';)
    {
      const char *after = skip_literal (at, &letters);
      char letter = g_ascii_tolower (*at);

      letters.day |= after == NULL && (letter == 'y' || letter == 'd');
      letters.clock |= after == NULL && (letter == 'h' || letter == 's');
      letters.minute |= after == NULL && letter == 'm';
      at = after != NULL ? after : at + 1;
    }
  if (letters.elapsed)
    return LIAISON_XLSX_ELAPSED;
  /* An m alone is a month. */
  if (letters.day || (letters.minute && !letters.clock))
    return LIAISON_XLSX_DATE;
  return letters.clock ? LIAISON_XLSX_TIME : LIAISON_XLSX_NUMBER;
}

/* As exports write it: ddhhmm"Z"mmmyy, yyyy-mm-dd hh:mm"+02:00". Another letter may be short for a
 * word: hh"H"mm. */
static gboolean
find_zone (const char *code, gint32 *offset)
{
  const char *quote = strchr (code, '"');
  int hours, minutes;

  *offset = 0;
  if (quote == NULL || quote - code < 2 || strncmp (quote - 2, "mm", 2) != 0)
    return FALSE;
  if (quote[1] != '\0' && quote[2] == '"')
    return (quote[1] == 'Z' || g_str_has_prefix (quote + 3, "mmmyy"))
           && liaison_zone_letter_to_offset (quote[1], offset);
  if ((quote[1] != '+' && quote[1] != '-') || sscanf (quote + 2, "%2d:%2d\"", &hours, &minutes) != 2
      || hours > 14 || minutes > 59 || hours < 0 || minutes < 0)
    return FALSE;
  *offset = (quote[1] == '-' ? -60 : 60) * (hours * 60 + minutes);
  return TRUE;
}

LiaisonXlsxStyle
liaison_xlsx_style_of_code (const char *code)
{
  LiaisonXlsxStyle style = { find_format (code) };

  if (style.format == LIAISON_XLSX_DATE)
    style.zoned = find_zone (code, &style.offset);
  return style;
}

/* ECMA-376 part 1, 18.8.30: the formats that have no code in the file. */
static LiaisonXlsxFormat
get_built_in (gint64 number)
{
  if ((number >= 14 && number <= 17) || number == 22 || (number >= 27 && number <= 31)
      || number == 36 || (number >= 50 && number <= 54) || number == 57 || number == 58)
    return LIAISON_XLSX_DATE;
  if ((number >= 18 && number <= 21) || (number >= 32 && number <= 35) || number == 45
      || number == 47 || number == 55 || number == 56)
    return LIAISON_XLSX_TIME;
  return number == 46 ? LIAISON_XLSX_ELAPSED : LIAISON_XLSX_NUMBER;
}

static gboolean
add_style (Reading *reading, gint64 number, GError **error)
{
  const LiaisonXlsxStyle *own =
      g_hash_table_lookup (reading->codes, GINT_TO_POINTER ((int) number));
  const LiaisonXlsxStyle style = own != NULL ? *own : (LiaisonXlsxStyle){ get_built_in (number) };

  if (reading->styles->len == LIAISON_XLSX_MAX_STYLES)
    {
      g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT,
                           "too many styles");
      return FALSE;
    }
  g_array_append_val (reading->styles, style);
  return TRUE;
}

static gboolean
start (gpointer data, const char *name, const LiaisonXmlAttributes *attributes, GError **error)
{
  Reading *reading = data;
  const gint64 number = CLAMP (liaison_xml_get_integer (attributes, "numFmtId", 0), 0, G_MAXINT);

  if (strcmp (name, "cellXfs") == 0)
    reading->inside = TRUE;
  else if (strcmp (name, "xf") == 0 && reading->inside)
    return add_style (reading, number, error);
  else if (strcmp (name, "numFmt") == 0
           && g_hash_table_size (reading->codes) < LIAISON_XLSX_MAX_STYLES)
    {
      g_autofree char *code = liaison_xml_dup (attributes, "formatCode");

      if (code != NULL)
        {
          const LiaisonXlsxStyle style = liaison_xlsx_style_of_code (code);

          g_hash_table_insert (reading->codes, GINT_TO_POINTER ((int) number),
                               g_memdup2 (&style, sizeof style));
        }
    }
  return TRUE;
}

static gboolean
end (gpointer data, const char *name, GError **error)
{
  Reading *reading = data;

  if (strcmp (name, "cellXfs") == 0)
    reading->inside = FALSE;
  return TRUE;
}

GArray *
liaison_xlsx_styles_read (LiaisonZip *zip,
                          const char *name,
                          GCancellable *cancellable,
                          GError **error)
{
  static const LiaisonXmlHandler handler = { start, end, NULL };
  g_autoptr (GArray) styles = g_array_new (FALSE, FALSE, sizeof (LiaisonXlsxStyle));
  g_autoptr (GHashTable) codes = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Reading reading = { styles, codes };

  if (name != NULL && liaison_zip_has (zip, name)
      && !liaison_xml_read (zip, name, &handler, &reading, NULL, NULL, cancellable, error))
    return NULL;
  return g_steal_pointer (&styles);
}
