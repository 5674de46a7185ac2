/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is added to PDFs that cairo made. */
#include "config.h"

#include "pack/pdf-update.h"

#include <stdlib.h>
#include <string.h>

static const char tail_text[] =
    "1 0 obj\n<< /Type /StructElem\n   /S /Figure\n   /K 1\n>>\nendobj\n"
    "2 0 obj\n<< /Type /Catalog\n   /Pages 9 0 R\n>>\nendobj\n"
    "xref\n0 3\n0000000000 65535 f \n0000000000 00000 n \n"
    "0000000060 00000 n \ntrailer\n<< /Size 3\n   /Root 2 0 R\n>>\n"
    "startxref\n112\n%%EOF\n";

static char *
make (const char *text, const char *language, gboolean right_to_left, guint n, const char *shows)
{
  g_autoptr (GByteArray) tail = g_byte_array_new ();
  g_autoptr (GPtrArray) figures = g_ptr_array_new ();
  const LiaisonPdfUpdate update = { language, right_to_left, figures };
  g_autoptr (GByteArray) added = NULL;

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (figures, (gpointer) shows);
  g_byte_array_append (tail, (const guint8 *) text, (guint) strlen (text));
  added = liaison_pdf_update_make (&update, tail, strlen (text));
  g_byte_array_append (added, (const guint8 *) "", 1);
  return (char *) g_byte_array_free (g_steal_pointer (&added), FALSE);
}

/* Each object is where the new table says, and has what it had. */
static void
test_update (void)
{
  g_autofree char *added = make (tail_text, "ar", TRUE, 1, "A (lamp)\\é");
  g_autofree char *file = g_strconcat (tail_text, added, NULL);
  const char *start = g_strrstr (file, "startxref\n");
  const char *table = file + strtoul (start + 10, NULL, 10), *at = strchr (table, '\n') + 1;

  g_assert_true (g_str_has_prefix (table, "xref\n"));
  g_assert_nonnull (strstr (added, "/Alt <FEFF004100200028006C0061006D00700029005C00E9>"));
  g_assert_nonnull (strstr (added, "/S /Figure\n   /K 1\n"));
  g_assert_nonnull (strstr (added, "/Lang (ar)\n"));
  g_assert_nonnull (strstr (added, "/Direction /R2L"));
  g_assert_nonnull (strstr (added, "/Pages 9 0 R\n"));
  g_assert_nonnull (strstr (added, "/Root 2 0 R\n   /Prev 112\n>>"));
  for (guint i = 1; i <= 2; i++)
    {
      g_autofree char *head = g_strdup_printf ("%u 0 obj\n<<", i);

      g_assert_cmpuint (strtoul (at, NULL, 10), ==, i);
      at = strchr (at, '\n') + 1;
      g_assert_true (g_str_has_prefix (file + strtoul (at, NULL, 10), head));
      at = strchr (at, '\n') + 1;
    }
}

/* What is not as it is known is left as it is. */
static void
test_left_alone (void)
{
  g_autofree char *two = make (tail_text, "fr", FALSE, 2, "Two");
  g_autofree char *junk = make ("no PDF", "fr", FALSE, 0, NULL);
  g_autofree char *part = make ("2 0 obj\n<< /Type /Catalog\n>>\nendobj\n", "fr", FALSE, 0, NULL);
  g_autofree char *name = make (tail_text, "x) /Bad (", FALSE, 1, "");

  g_assert_null (strstr (two, "/Alt"));
  g_assert_nonnull (strstr (two, "/Lang (fr)"));
  g_assert_null (strstr (two, "R2L"));
  g_assert_cmpstr (junk, ==, "");
  g_assert_cmpstr (part, ==, "");
  g_assert_nonnull (strstr (name, "/Lang (xBad)"));
  g_assert_null (strstr (name, "/Alt"));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pack/pdf-update/update", test_update);
  g_test_add_func ("/pack/pdf-update/left-alone", test_left_alone);
  return g_test_run ();
}
