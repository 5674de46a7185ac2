/* SPDX-License-Identifier: GPL-3.0-or-later */
/* PDFs that cairo made, written anew. */
#include "config.h"

#include "pack/pdf-rewrite.h"

#include <gio/gio.h>
#include <stdlib.h>
#include <string.h>

/* As cairo 1.16 writes them, in the order of their numbers. */
static const char *const objects[] = {
  "<< /Type /StructElem\n   /S /Figure\n   /P 9 0 R\n   /K 1\n>>\n",
  "<< /Length 3 0 R\n>>\nstream\n/S /Figure\n>>\nendobj\nendstream\n",
  "   24\n",
  "<< /Type /StructElem\n   /S /TH\n   /P 9 0 R\n   /K 2\n>>\n",
  "<< /Type /StructElem\n   /S /TD\n   /P 9 0 R\n   /K 3\n>>\n",
  "<< /Type /StructElem\n   /S /TH\n   /P 9 0 R\n   /K 4\n>>\n",
  "<< /Type /StructElem\n   /S /TR\n   /P 9 0 R\n   /K [ 4 0 R 5 0 R 6 0 R ]\n>>\n",
  "<< /Type /Catalog\n   /Pages 9 0 R\n>>\n",
};

static GByteArray *
make_file (void)
{
  g_autoptr (GString) file = g_string_new ("%PDF-1.4\n%\265\355\256\373\n");
  g_autoptr (GString) table = g_string_new ("0000000000 65535 f \n");
  gsize place;

  for (guint i = 0; i < G_N_ELEMENTS (objects); i++)
    {
      g_string_append_printf (table, "%010" G_GSIZE_FORMAT " 00000 n \n", file->len);
      g_string_append_printf (file, "%u 0 obj\n%sendobj\n", i + 1, objects[i]);
    }
  /* A number that was never used. */
  g_string_append (table, "0000000000 00000 n \n");
  place = file->len;
  g_string_append_printf (file,
                          "xref\n0 %u\n%strailer\n<< /Size %u\n   /Root 8 0 R\n   /Info 7 0 R\n>>\n"
                          "startxref\n%" G_GSIZE_FORMAT "\n%%%%EOF\n",
                          (guint) G_N_ELEMENTS (objects) + 2, table->str,
                          (guint) G_N_ELEMENTS (objects) + 2, place);
  return g_byte_array_append (g_byte_array_new (), (const guint8 *) file->str, (guint) file->len);
}

static GByteArray *
rewrite (const GByteArray *file, const char *language, gboolean right_to_left, guint n_figures)
{
  static const LiaisonPressCell told[] = { { LIAISON_CELL_HEADS_COLUMN, 3, TRUE },
                                           { LIAISON_CELL_PLAIN, 1, FALSE, TRUE },
                                           { LIAISON_CELL_PLAIN, 1 },
                                           { LIAISON_CELL_HEADS_ROW, 1 },
                                           { LIAISON_CELL_PLAIN, 1, FALSE, TRUE } };
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  g_autoptr (GArray) cells = g_array_new (FALSE, FALSE, sizeof *told);
  const LiaisonPdfTold all = { language, right_to_left, figures, cells };

  for (guint i = 0; i < n_figures; i++)
    g_ptr_array_add (figures, (gpointer) "A (lamp)\\é");
  g_array_append_vals (cells, told, G_N_ELEMENTS (told));
  return liaison_pdf_rewrite (&all, file);
}

/* What is in the stream at @place. */
static GBytes *
unpack (const GByteArray *file, gsize place)
{
  const char *text = (const char *) file->data + place;
  gsize length = strtoul (strstr (text, "/Length ") + 8, NULL, 10), read, written;
  g_autoptr (GConverter) inflater =
      G_CONVERTER (g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB));
  char *plain = g_malloc0 (10000);

  g_assert_cmpint (g_converter_convert (inflater, strstr (text, "stream\n") + 7, length, plain,
                                        9999, G_CONVERTER_INPUT_AT_END, &read, &written, NULL),
                   ==, G_CONVERTER_FINISHED);
  return g_bytes_new_take (plain, written);
}

/* Of type @type (0: free; 1: in the file; 2: packed): where it is. */
static guint
read_place (GBytes *table, guint number, guint type)
{
  const guint8 *entry = (const guint8 *) g_bytes_get_data (table, NULL) + (gsize) number * 7;

  g_assert_cmpuint (entry[0], ==, type);
  return (guint) entry[1] << 24 | (guint) entry[2] << 16 | (guint) entry[3] << 8 | entry[4];
}

/* The table is where the end says, and each object where the table says, with what it had and what
 * is told of it. */
static void
test_rewrite (void)
{
  g_autoptr (GByteArray) file = make_file ();
  g_autoptr (GByteArray) made = rewrite (file, "ar", TRUE, 1);
  g_autoptr (GBytes) table = NULL, packed = NULL, empty = NULL;
  const char *text, *end;
  guint place;

  g_assert_nonnull (made);
  g_byte_array_append (made, (const guint8 *) "", 1);
  text = (const char *) made->data;
  end = text + made->len - 1;
  g_assert_true (g_str_has_prefix (text, "%PDF-1.5\n"));
  while (strncmp (end, "startxref\n", 10) != 0)
    end--;
  place = (guint) strtoul (end + 10, NULL, 10);
  g_assert_true (g_str_has_prefix (text + place, "14 0 obj\n<< /Type /XRef /W [1 4 2] /Size 15\n"
                                                 "   /Root 8 0 R\n   /Info 7 0 R\n"));
  table = unpack (made, place);
  g_assert_cmpuint (g_bytes_get_size (table), ==, 15 * 7);
  g_assert_cmpuint (read_place (table, 14, 1), ==, place);
  g_assert_cmpuint (read_place (table, 9, 0), ==, 0);
  g_assert_true (g_str_has_prefix (text + read_place (table, 3, 1), "3 0 obj\n   24\nendobj\n"));
  place = read_place (table, 2, 1);
  g_assert_cmpmem (text + place, strlen (objects[1]) + 8,
                   "2 0 obj\n<< /Length 3 0 R\n>>\nstream\n"
                   "/S /Figure\n>>\nendobj\nendstream\n",
                   strlen (objects[1]) + 8);
  g_assert_cmpuint (read_place (table, 8, 2), ==, 12);
  packed = unpack (made, read_place (table, 12, 1));
  text = g_bytes_get_data (packed, NULL);
  g_assert_true (g_str_has_prefix (text, "1 0 4 "));
  g_assert_nonnull (strstr (text, "<</S /Figure\n   /P 9 0 R\n   /K 1\n"
                                  "/Alt <FEFF004100200028006C0061006D00700029005C00E9>>>"));
  g_assert_nonnull (strstr (text, "/K 2\n/A<</O/Table/Scope/Column/ColSpan 3>>>>"));
  g_assert_nonnull (strstr (text, "/K 3\n>>"));
  g_assert_nonnull (strstr (text, "/K 4\n/A<</O/Table/Scope/Row>>>>"));
  g_assert_nonnull (strstr (text, "/Pages 9 0 R\n/Lang (ar)\n"));
  g_assert_nonnull (strstr (text, "/Direction /R2L"));
  /* Empty cells stand in their row where they belong. */
  g_assert_nonnull (strstr (text, "<</S /TR\n   /P 9 0 R\n/K[4 0 R 10 0 R 5 0 R 6 0 R 11 0 R ]>>"));
  for (guint number = 10; number < 12; number++)
    g_assert_cmpuint (read_place (table, number, 2), ==, 13);
  empty = unpack (made, read_place (table, 13, 1));
  g_assert_true (
      g_str_has_suffix (g_bytes_get_data (empty, NULL), "<</S/TD/P 7 0 R>>\n<</S/TD/P 7 0 R>>\n"));
}

/* What is not as many as it should be is not told, and names are kept clean. */
static void
test_untold (void)
{
  g_autoptr (GByteArray) file = make_file ();
  g_autoptr (GByteArray) made = rewrite (file, "x) /Bad (", FALSE, 2);
  g_autoptr (GBytes) packed = NULL;
  const char *text;

  g_byte_array_append (made, (const guint8 *) "", 1);
  text = (const char *) memmem (made->data, made->len, "12 0 obj\n", 9);
  packed = unpack (made, (gsize) (text - (const char *) made->data));
  text = g_bytes_get_data (packed, NULL);
  g_assert_null (strstr (text, "/Alt"));
  g_assert_nonnull (strstr (text, "/Scope"));
  g_assert_nonnull (strstr (text, "/Lang (xBad)"));
  g_assert_null (strstr (text, "R2L"));
}

/* Files that are not as they are known, cut off or damaged anywhere, are refused. */
static void
test_refused (void)
{
  g_autoptr (GByteArray) file = make_file ();

  for (guint length = 0; length < file->len; length++)
    {
      g_autoptr (GByteArray) part = g_byte_array_append (g_byte_array_new (), file->data, length);

      g_assert_null (rewrite (part, "fr", FALSE, 0));
    }
  for (guint i = 0; i < file->len; i++)
    {
      g_autoptr (GByteArray) damaged =
          g_byte_array_append (g_byte_array_new (), file->data, file->len);
      g_autoptr (GByteArray) made = NULL;

      damaged->data[i] = '7';
      made = rewrite (damaged, "fr", FALSE, 0);
      damaged->data[i] = '\n';
      g_clear_pointer (&made, g_byte_array_unref);
      made = rewrite (damaged, "fr", FALSE, 0);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/pdf-rewrite/rewrite", test_rewrite);
  g_test_add_func ("/pack/pdf-rewrite/untold", test_untold);
  g_test_add_func ("/pack/pdf-rewrite/refused", test_refused);
  return g_test_run ();
}
