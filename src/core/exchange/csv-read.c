/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/csv-read.h"

#include <string.h>

/* So many rows are looked at to find the separator. */
#define SNIFFED_ROWS 60
/* How often a long read looks whether it was cancelled, in rows. */
#define ROWS_A_LOOK 1024

/* Those that do equally well come in this order: where there are as many semicolons as commas in
 * each row, the commas are decimal ones. */
static const char separators[] = { '\t', ';', '|', ',' };

/* One cell as it stands in the text. */
typedef struct
{
  const char *at; /* in the text, or in `copy` */
  gsize length;
  gboolean open; /* a quotation mark that is never closed */
} Field;

/* A walk through a text. */
typedef struct
{
  const char *at, *end;
  char separator;
  GString *copy; /* of a quoted cell without its quotes */
} Walk;

static gboolean
is_line_end (const Walk *walk)
{
  return walk->at == walk->end || *walk->at == '\n' || *walk->at == '\r';
}

static void
step_line (Walk *walk)
{
  if (walk->at < walk->end && *walk->at == '\r')
    walk->at++;
  else if (walk->at < walk->end)
    {
      walk->at++;
      return;
    }
  if (walk->at < walk->end && *walk->at == '\n')
    walk->at++;
}

static const char *
find_end (const Walk *walk)
{
  const char *at = walk->at;

  while (at < walk->end && *at != walk->separator && *at != '\n' && *at != '\r')
    at++;
  return at;
}

/* A cell in quotes; what follows the closing one up to the separator belongs to it too. */
static Field
take_quoted (Walk *walk)
{
  gboolean closed = FALSE;

  g_string_truncate (walk->copy, 0);
  walk->at++;
  while (walk->at < walk->end && !closed)
    {
      const char *quote = memchr (walk->at, '"', (gsize) (walk->end - walk->at));
      const char *stop = quote != NULL ? quote : walk->end;

      g_string_append_len (walk->copy, walk->at, stop - walk->at);
      walk->at = stop;
      if (quote == NULL)
        break;
      closed = quote + 1 == walk->end || quote[1] != '"';
      if (!closed)
        g_string_append_c (walk->copy, '"');
      walk->at += closed ? 1 : 2;
    }
  if (closed)
    {
      const char *stop = find_end (walk);

      g_string_append_len (walk->copy, walk->at, stop - walk->at);
      walk->at = stop;
    }
  return (Field){ walk->copy->str, walk->copy->len, !closed };
}

static Field
take_field (Walk *walk)
{
  const char *start = walk->at;

  while (walk->at < walk->end && *walk->at == ' ')
    walk->at++;
  if (walk->at < walk->end && *walk->at == '"')
    return take_quoted (walk);
  walk->at = find_end (walk);
  return (Field){ start, (gsize) (walk->at - start), FALSE };
}

/* Sniffing */

/* How many rows have as many cells as most rows have, times how many that are. */
static guint
score_separator (const GString *text, char separator)
{
  Walk walk = { text->str, text->str + text->len, separator, g_string_new (NULL) };
  guint counts[64] = { 0 }, best = 0, rows = 0;

  for (; rows < SNIFFED_ROWS && walk.at < walk.end; rows++)
    {
      guint n = 1;

      take_field (&walk);
      for (; walk.at < walk.end && *walk.at == separator; n++)
        {
          walk.at++;
          take_field (&walk);
        }
      step_line (&walk);
      counts[MIN (n, G_N_ELEMENTS (counts) - 1)]++;
    }
  for (guint i = 2; i < G_N_ELEMENTS (counts); i++)
    best = MAX (best, counts[i] * counts[i] * MIN (i, 12));
  g_string_free (walk.copy, TRUE);
  return best;
}

/* Excel's first line "sep=;", after which the rest begins; 0: there is none. */
static char
find_declared (const GString *text, gsize *skip)
{
  if (text->len < 5 || g_ascii_strncasecmp (text->str, "sep=", 4) != 0
      || (text->len > 5 && text->str[5] != '\r' && text->str[5] != '\n'))
    return 0;
  *skip = 5;
  while (*skip < text->len && (text->str[*skip] == '\r' || text->str[*skip] == '\n'))
    (*skip)++;
  return text->str[4];
}

static char
guess_separator (const GString *text)
{
  guint highest = 0;
  char best = ',';

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      guint score = score_separator (text, separators[i]);

      if (score <= highest)
        continue;
      highest = score;
      best = separators[i];
    }
  return best;
}

static GString *
decode (GBytes *bytes, LiaisonCsvDialect *dialect, GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  if (dialect->encoding == LIAISON_ENCODING_GUESS)
    dialect->encoding = liaison_encoding_guess (data, length, dialect->language);
  return liaison_encoding_decode (dialect->encoding, data, length, error);
}

LiaisonCsvDialect
liaison_csv_sniff (GBytes *bytes, const LiaisonCsvDialect *wish)
{
  LiaisonCsvDialect dialect = wish != NULL ? *wish : (LiaisonCsvDialect){ 0 };
  g_autoptr (GBytes) beginning =
      g_bytes_new_from_bytes (bytes, 0, MIN (g_bytes_get_size (bytes), 512 * 1024));
  GString *text;
  gsize skip;

  if (dialect.encoding == LIAISON_ENCODING_GUESS)
    dialect.encoding = liaison_encoding_guess (g_bytes_get_data (bytes, NULL),
                                               g_bytes_get_size (bytes), dialect.language);
  text = decode (beginning, &dialect, NULL);
  if (text == NULL)
    return dialect;
  if (dialect.separator == 0)
    dialect.separator = find_declared (text, &skip);
  if (dialect.separator == 0)
    dialect.separator = guess_separator (text);
  g_string_free (text, TRUE);
  return dialect;
}

/* Reading */

static gboolean
read_row (Walk *walk, LiaisonSheet *sheet, GError **error)
{
  for (guint column = 0;; column++)
    {
      Field field = take_field (walk);

      if (field.open)
        liaison_sheet_add_note (sheet, LIAISON_SHEET_OPEN_QUOTE);
      if (!liaison_sheet_add_text (sheet, column, LIAISON_CELL_TEXT, field.at, field.length,
                                   LIAISON_CELL_PLAIN, error))
        return FALSE;
      if (is_line_end (walk))
        break;
      walk->at++;
    }
  step_line (walk);
  return TRUE;
}

static gboolean
read_rows (Walk *walk, LiaisonSheet *sheet, GCancellable *cancellable, GError **error)
{
  for (guint number = 1; walk->at < walk->end; number++)
    {
      if (number % ROWS_A_LOOK == 0 && g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;
      if (!liaison_sheet_begin_row (sheet, number, FALSE, error) || !read_row (walk, sheet, error))
        return FALSE;
    }
  liaison_sheet_finish (sheet);
  if (liaison_sheet_get_n_rows (sheet) > 0)
    return TRUE;
  g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_EMPTY,
                       "nothing is written in it");
  return FALSE;
}

/* Formats that are no text at all, but begin with something that might be taken for it. */
static gboolean
check_text (GBytes *bytes, GError **error)
{
  static const char *const magic[] = { "\x7f"
                                       "ELF",
                                       "%PDF",
                                       "PK\x03\x04",
                                       "\xd0\xcf\x11\xe0",
                                       "\x89PNG",
                                       "\x1f\x8b",
                                       "{\\rtf" };
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  if (length > LIAISON_CSV_MAX_BYTES)
    {
      g_set_error (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT,
                   "more than %d bytes of text", LIAISON_CSV_MAX_BYTES);
      return FALSE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (magic); i++)
    if (length >= strlen (magic[i]) && memcmp (data, magic[i], strlen (magic[i])) == 0)
      {
        g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_FORMAT,
                             "this is no text file");
        return FALSE;
      }
  return TRUE;
}

LiaisonSheet *
liaison_csv_read (GBytes *bytes,
                  const char *name,
                  const LiaisonCsvDialect *wish,
                  GCancellable *cancellable,
                  GError **error)
{
  LiaisonCsvDialect dialect = wish != NULL ? *wish : (LiaisonCsvDialect){ 0 };
  g_autoptr (LiaisonSheet) sheet = liaison_sheet_new (name);
  GString *text;
  gsize skip = 0;
  char declared;
  gboolean done;

  if (!check_text (bytes, error))
    return NULL;
  text = decode (bytes, &dialect, error);
  if (text == NULL)
    return NULL;
  declared = find_declared (text, &skip);
  if (dialect.separator == 0)
    dialect.separator = declared != 0 ? declared : guess_separator (text);

  Walk walk = { text->str + skip, text->str + text->len, dialect.separator, g_string_new (NULL) };
  done = read_rows (&walk, sheet, cancellable, error);
  g_string_free (walk.copy, TRUE);
  g_string_free (text, TRUE);
  return done ? g_steal_pointer (&sheet) : NULL;
}
