/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/csv-read.h"

#include <string.h>

/* All cells of a sheet as one text: "1:A=x B=y|3:A=z". */
static char *
tell_sheet (const LiaisonSheet *sheet)
{
  GString *told = g_string_new (NULL);

  for (guint i = 0; i < liaison_sheet_get_n_rows (sheet); i++)
    {
      const LiaisonSheetRow *row = liaison_sheet_get_row (sheet, i);
      const LiaisonCell *cells = liaison_sheet_get_cells (sheet, row);

      g_string_append_printf (told, "%s%u:", i > 0 ? "|" : "", row->number);
      for (guint c = 0; c < row->n_cells; c++)
        {
          g_autofree char *column = liaison_sheet_dup_column_name (cells[c].column);
          g_autofree char *text = liaison_cell_dup_text (&cells[c]);

          g_string_append_printf (told, "%s%s=%s", c > 0 ? " " : "", column, text);
        }
    }
  return g_string_free (told, FALSE);
}

static const struct
{
  const char *name;
  const char *text;
  gsize length; /* 0: up to the NUL */
  const char *expected;
} tables[] = {
  { "comma", "a,b\nc,d\n", 0, "1:A=a B=b|2:A=c B=d" },
  { "no-final-newline", "a,b\nc,d", 0, "1:A=a B=b|2:A=c B=d" },
  { "crlf", "a,b\r\nc,d\r\n", 0, "1:A=a B=b|2:A=c B=d" },
  { "cr", "a,b\rc,d\r", 0, "1:A=a B=b|2:A=c B=d" },
  { "semicolon", "a;b,1\nc;d,2\n", 0, "1:A=a B=b,1|2:A=c B=d,2" },
  { "tab", "a\tb\nc\td\n", 0, "1:A=a B=b|2:A=c B=d" },
  { "bar", "a|b|c\nc|d|e\n", 0, "1:A=a B=b C=c|2:A=c B=d C=e" },
  { "declared", "sep=|\r\na;b|c\r\n", 0, "1:A=a;b B=c" },
  { "quoted", "\"a,\"\"b\"\"\",\"x\ny\"\nc,d\n", 0, "1:A=a,\"b\" B=x\ny|2:A=c B=d" },
  { "quote-inside", "5\" gun,b\nc,d\n", 0, "1:A=5\" gun B=b|2:A=c B=d" },
  { "after-quote", "\"a\"x,b\nc,d\n", 0, "1:A=ax B=b|2:A=c B=d" },
  { "open-quote", "a,\"b\nc,d\n", 0, "1:A=a B=b\nc,d\n" },
  { "empty-cells", "a,,b,,\n,,,\nc\n", 0, "1:A=a C=b|3:A=c" },
  { "one-column", "a\nb\n", 0, "1:A=a|2:A=b" },
  { "bom",
    "\xef\xbb\xbf"
    "a,b\nć,d\n",
    0, "1:A=a B=b|2:A=ć B=d" },
  { "utf-16-le",
    "\xff\xfe"
    "a\0;\0b\0\n\0\x07\x01;\0d\0",
    16, "1:A=a B=b|2:A=ć B=d" },
  { "utf-16-be",
    "\xfe\xff"
    "\0a\0;\0b\0\n\x01\x07\0;\0d",
    16, "1:A=a B=b|2:A=ć B=d" },
  { "utf-16-no-mark", "a\0;\0b\0\n\0c\0;\0d\0", 14, "1:A=a B=b|2:A=c B=d" },
  { "surrogates",
    "\xff\xfe"
    "\x3d\xd8\x00\xde;\0d\0",
    10, "1:A=\xf0\x9f\x98\x80 B=d" },
};

static void
test_table (gconstpointer data)
{
  const guint i = GPOINTER_TO_UINT (data);
  gsize length = tables[i].length > 0 ? tables[i].length : strlen (tables[i].text);
  g_autoptr (GBytes) bytes = g_bytes_new (tables[i].text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSheet) sheet = liaison_csv_read (bytes, "t", NULL, NULL, &error);
  g_autofree char *told = NULL;

  g_assert_no_error (error);
  told = tell_sheet (sheet);
  g_assert_cmpstr (told, ==, tables[i].expected);
}

static const struct
{
  LiaisonEncoding encoding;
  const char *text; /* in it */
  const char *expected;
} pages[] = {
  { LIAISON_ENCODING_WINDOWS_1250,
    "Kr\xf3tka \xb3\xb9"
    "czno\x9c\xe6, \xe6wiczenie g\xb3\xf3wne",
    "Krótka łączność, ćwiczenie główne" },
  { LIAISON_ENCODING_WINDOWS_1250,
    "P\xf8\xedprava ve\xf8"
    "ejn\xe9ho cvi\xe8"
    "en\xed, \xf8\xed"
    "dic\xed skupina \x9at\xe1"
    "bu",
    "Příprava veřejného cvičení, řídicí skupina štábu" },
  { LIAISON_ENCODING_WINDOWS_1251,
    "\xce\xe1\xec\xe5\xed \xf1\xee\xee\xe1\xf9\xe5\xed\xe8\xff\xec\xe8, \xb3\xed\xf8\xe8\xe9",
    "Обмен сообщениями, інший" },
  { LIAISON_ENCODING_WINDOWS_1252,
    "R\xe9union d'\xe9tat-major \x80 12, pr\xe9"
    "c\xe9"
    "d\xe9 d'une visite \xe0 l'h\xf4tel",
    "Réunion d'état-major € 12, précédé d'une visite à l'hôtel" },
  { LIAISON_ENCODING_WINDOWS_1252,
    "\xdc"
    "bergabe der Gesch\xe4"
    "fte, gro\xdf"
    "e Lage, Sch\xfctzen",
    "Übergabe der Geschäfte, große Lage, Schützen" },
  { LIAISON_ENCODING_WINDOWS_1253,
    "\xc5\xed\xe7\xec\xdd\xf1\xf9\xf3\xe7 \xf4\xef\xf5 \xf0\xeb\xe7\xf1\xfe\xec\xe1\xf4\xef\xf2",
    "Ενημέρωση του πληρώματος" },
  { LIAISON_ENCODING_WINDOWS_1254,
    "\xd6\xf0leden sonra bar\xfd\xfe g\xf6revi i\xe7in haz\xfdrl\xfdk, ba\xfelang\xfd\xe7",
    "Öğleden sonra barış görevi için hazırlık, başlangıç" },
  { LIAISON_ENCODING_WINDOWS_1255, "\xfa\xf8\xe2\xe9\xec \xee\xf9\xe5\xfa\xf3", "תרגיל משותף" },
  { LIAISON_ENCODING_WINDOWS_1256,
    "\xca\xe3\xd1\xed\xe4 \xe3\xd4\xca\xd1\xdf \xe3\xda \xc7\xe1\xcf\xe6\xe1",
    "تمرين مشترك مع الدول" },
  { LIAISON_ENCODING_WINDOWS_1257,
    "V\xe2"
    "cija kop\xe2 ar p\xe2r\xe7j\xe2m, \xf0tabs, m\xe2"
    "c\xee"
    "bas g\xe2jums \xeciet",
    NULL },
};

static void
test_pages (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (pages); i++)
    {
      const guint8 *bytes = (const guint8 *) pages[i].text;
      gsize length = strlen (pages[i].text);
      LiaisonEncoding guessed =
          liaison_encoding_guess (bytes, length, pages[i].expected == NULL ? "lv" : NULL);
      GString *text = liaison_encoding_decode (pages[i].encoding, bytes, length, NULL);

      g_assert_nonnull (text);
      if (pages[i].expected != NULL)
        g_assert_cmpstr (text->str, ==, pages[i].expected);
      g_assert_cmpstr (liaison_encoding_get_name (guessed), ==,
                       liaison_encoding_get_name (pages[i].encoding));
      g_string_free (text, TRUE);
    }
}

static void
test_language_decides (void)
{
  static const guint8 text[] = "caf\xe9, na\xefve";

  g_assert_cmpuint (liaison_encoding_guess (text, sizeof text - 1, "fr"), ==,
                    LIAISON_ENCODING_WINDOWS_1252);
  g_assert_cmpuint (liaison_encoding_find ("WINDOWS-1256"), ==, LIAISON_ENCODING_WINDOWS_1256);
  g_assert_cmpuint (liaison_encoding_find ("klingon"), ==, LIAISON_ENCODING_GUESS);
}

static void
check_refused (const char *text, gsize length, LiaisonExchangeError code)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonSheet) sheet = liaison_csv_read (bytes, "t", NULL, NULL, &error);

  g_assert_null (sheet);
  g_assert_error (error, LIAISON_EXCHANGE_ERROR, (int) code);
}

static void
test_refusals (void)
{
  check_refused ("", 0, LIAISON_EXCHANGE_ERROR_EMPTY);
  check_refused ("\n \n,,\n", 6, LIAISON_EXCHANGE_ERROR_EMPTY);
  check_refused ("a,b\0c", 5, LIAISON_EXCHANGE_ERROR_ENCODING);
  check_refused ("%PDF-1.4", 8, LIAISON_EXCHANGE_ERROR_FORMAT);
  check_refused ("\x7f"
                 "ELF\1\1",
                 6, LIAISON_EXCHANGE_ERROR_FORMAT);
}

static void
test_limits (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GString) tall = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (LiaisonSheet) sheet = NULL;
  g_autoptr (GError) error = NULL;

  /* Wide: what is past the limit is left out, and said so. */
  for (guint i = 0; i < 16384; i++)
    g_string_append (text, i == 0 ? "x" : ",x");
  bytes = g_bytes_new (text->str, text->len);
  sheet = liaison_csv_read (bytes, "t", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (liaison_sheet_get_width (sheet), ==, LIAISON_SHEET_MAX_COLUMNS);
  g_assert_true (liaison_sheet_get_notes (sheet) & LIAISON_SHEET_WIDE);

  /* Tall: empty rows cost nothing, written ones are refused. */
  for (guint i = 0; i < 1000000; i++)
    g_string_append_c (tall, '\n');
  g_string_append (tall, "a,b\n");
  g_clear_pointer (&bytes, g_bytes_unref);
  g_clear_pointer (&sheet, liaison_sheet_unref);
  bytes = g_bytes_new (tall->str, tall->len);
  sheet = liaison_csv_read (bytes, "t", NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (liaison_sheet_get_n_rows (sheet), ==, 1);
  g_assert_cmpuint (liaison_sheet_get_row (sheet, 0)->number, ==, 1000001);
  for (guint i = 0; i < LIAISON_SHEET_MAX_ROWS; i++)
    g_string_append (tall, "a\n");
  check_refused (tall->str, tall->len, LIAISON_EXCHANGE_ERROR_LIMIT);
}

static void
test_clipped (void)
{
  g_autofree char *long_text = g_strnfill (LIAISON_CELL_MAX_TEXT + 10, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new (long_text, strlen (long_text));
  g_autoptr (LiaisonSheet) sheet = liaison_csv_read (bytes, "t", NULL, NULL, NULL);
  const LiaisonCell *cell;

  g_assert_nonnull (sheet);
  cell = liaison_sheet_find (sheet, 0, 0);
  g_assert_cmpuint (strlen (cell->as.text), ==, LIAISON_CELL_MAX_TEXT);
  g_assert_true (cell->flags & LIAISON_CELL_CLIPPED);
  g_assert_null (liaison_sheet_find (sheet, 0, 1));
}

static void
test_column_names (void)
{
  static const struct
  {
    guint column;
    const char *name;
  } names[] = {
    { 0, "A" }, { 25, "Z" }, { 26, "AA" }, { 51, "AZ" }, { 701, "ZZ" }, { 702, "AAA" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *name = liaison_sheet_dup_column_name (names[i].column);

      g_assert_cmpstr (name, ==, names[i].name);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      g_autofree char *path = g_strdup_printf ("/exchange/csv/%s", tables[i].name);
      g_test_add_data_func (path, GUINT_TO_POINTER (i), test_table);
    }
  g_test_add_func ("/exchange/csv/code-pages", test_pages);
  g_test_add_func ("/exchange/csv/language-decides", test_language_decides);
  g_test_add_func ("/exchange/csv/refusals", test_refusals);
  g_test_add_func ("/exchange/csv/limits", test_limits);
  g_test_add_func ("/exchange/csv/clipped", test_clipped);
  g_test_add_func ("/exchange/csv/column-names", test_column_names);
  return g_test_run ();
}
