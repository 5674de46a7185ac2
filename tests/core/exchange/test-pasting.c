/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What copied tables become in a spreadsheet, and what is copied there becomes here. */
#include "config.h"

#include "exchange/copied-cell.h"
#include "exchange/export.h"
#include "exchange/html-read.h"

#include <glib/gstdio.h>
#include <string.h>

static const LiaisonBlock *
find_nothing (gpointer data, LiaisonId id)
{
  return NULL;
}

static char *
make_page (void)
{
  static const char *const headings[] = { "Start", "Day", "Duration", "Strength", "Title" };
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  const LiaisonManner manner = { .words = words, .lookup = { find_nothing, NULL } };
  static const char *const titles[] = { "=1+1", "007", "2027-10-26", "first\n=second",
                                        "a < b & \"c\" \u2068FR\u2069" };
  g_autoptr (LiaisonListing) listing =
      liaison_listing_new_plain (&manner, headings, G_N_ELEMENTS (headings));

  for (guint i = 0; i < G_N_ELEMENTS (titles); i++)
    {
      liaison_listing_begin_row (listing, 0);
      liaison_listing_add (listing, &(LiaisonListingCell){ .type = LIAISON_LISTING_TIME,
                                                           .value = G_GINT64_CONSTANT (1824555600),
                                                           .offset = 7200,
                                                           .text = "261500BOCT27" });
      liaison_listing_add (listing, &(LiaisonListingCell){ .type = LIAISON_LISTING_DATE,
                                                           .value = 21117,
                                                           .text = "26 October 2027" });
      liaison_listing_add (listing, &(LiaisonListingCell){ .type = LIAISON_LISTING_DURATION,
                                                           .value = 50 * 3600,
                                                           .text = "2 d 2 h" });
      liaison_listing_add (
          listing,
          &(LiaisonListingCell){ .type = LIAISON_LISTING_NUMBER, .value = 120, .text = "120" });
      liaison_listing_add_text (listing, titles[i]);
    }
  return liaison_export_to_text (listing, LIAISON_EXPORT_HTML, words);
}

static guint
count (const char *text, const char *part)
{
  guint n = 0;

  for (const char *at = strstr (text, part); at != NULL; at = strstr (at + 1, part))
    n++;
  return n;
}

static void
test_says_what_cells_are (void)
{
  g_autofree char *page = make_page ();
  static const char *const parts[] = {
    " sdval=\"46686.625\" sdnum=\"1033;1033;YYYY-MM-DD HH:MM:SS\"",
    " sdval=\"46686\" sdnum=\"1033;1033;YYYY-MM-DD\"",
    " sdval=\"2.0833333333333335\" sdnum=\"1033;1033;[HH]:MM:SS\"",
    " sdval=\"120\" sdnum=\"1033;1033;0\"",
    " style=\"mso-number-format:'\\@'\" sdnum=\"1033;1033;@\"",
  };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    g_assert_cmpuint (count (page, parts[i]), ==, 5);
  g_assert_nonnull (strstr (page, ">first<br style=\"mso-data-placement:same-cell\">=second</td>"));
  g_assert_nonnull (strstr (page, ">a &lt; b &amp; &quot;c&quot; FR</td>"));
}

static gboolean
convert (const char *dir, const char *page, GError **error)
{
  g_autofree char *profile = g_strdup_printf ("-env:UserInstallation=file://%s/profile", dir);
  g_autofree char *path = g_build_filename (dir, "page.html", NULL);
  const char *const argv[] = { "timeout",
                               "90",
                               "soffice",
                               "--headless",
                               "--norestore",
                               profile,
                               "--infilter=HTML (StarCalc)",
                               "--convert-to",
                               "fods",
                               "--outdir",
                               dir,
                               path,
                               NULL };

  return g_file_set_contents (path, page, -1, error)
         && g_spawn_sync (dir, (char **) argv, NULL,
                          G_SPAWN_SEARCH_PATH | G_SPAWN_STDOUT_TO_DEV_NULL
                              | G_SPAWN_STDERR_TO_DEV_NULL,
                          NULL, NULL, NULL, NULL, NULL, error);
}

static void
remove_tree (const char *dir)
{
  const char *const argv[] = { "rm", "-rf", dir, NULL };

  g_spawn_sync (NULL, (char **) argv, NULL, G_SPAWN_SEARCH_PATH, NULL, NULL, NULL, NULL, NULL,
                NULL);
}

/* The reader of the clipboard is the one of files. */
static void
test_libreoffice_keeps_them (void)
{
  g_autofree char *soffice = g_find_program_in_path ("soffice");
  g_autofree char *dir = NULL;
  g_autofree char *page = make_page ();
  g_autofree char *out = NULL;
  g_autofree char *made = NULL;
  g_autoptr (GError) error = NULL;

  if (soffice == NULL)
    {
      g_test_skip ("LibreOffice is not here (Debian: libreoffice-calc)");
      return;
    }
  dir = g_dir_make_tmp ("liaison-pasting-XXXXXX", NULL);
  g_assert_true (convert (dir, page, &error));
  made = g_build_filename (dir, "page.fods", NULL);
  if (!g_file_get_contents (made, &out, NULL, NULL))
    g_test_skip ("LibreOffice could not start");
  else
    {
      g_assert_cmpuint (count (out, "office:date-value=\"2027-10-26T15:00:00\""), ==, 5);
      g_assert_cmpuint (count (out, "office:date-value=\"2027-10-26\""), ==, 5);
      g_assert_cmpuint (count (out, "office:time-value=\"PT50H00M00S\""), ==, 5);
      g_assert_cmpuint (count (out, "office:value-type=\"float\" office:value=\"120\""), ==, 5);
      g_assert_cmpuint (count (out, "table:formula"), ==, 0);
      g_assert_nonnull (strstr (out, "<text:p>=1+1</text:p>"));
      g_assert_nonnull (strstr (out, "<text:p>007</text:p>"));
      g_assert_nonnull (strstr (out, "<text:p>first</text:p><text:p>=second</text:p>"));
    }
  remove_tree (dir);
}

/* Values and what LibreOffice shows of them in one language or another. */
static void
test_spells_copied_cells (void)
{
  static const struct
  {
    double value;
    const char *shown, *spelt;
  } cases[] = {
    { 46513.625, "05/06/27 03:00 PM", "2027-05-06 15:00" },
    { 46513.625, "06/05/2027 15:00", "2027-05-06 15:00" },
    { 46513.625, "2027-05-06T15:00:00", "2027-05-06 15:00" },
    { 46513.625, "06/05/27", "2027-05-06 15:00" }, /* the hour is hidden */
    { 46513, "06.05.27", "2027-05-06" },
    { 46513, "6. Mai 2027", "2027-05-06" },
    { 46513, "٢٠٢٧/٠٥/٠٦", "2027-05-06" },
    { 46513, "2027年5月6日", "2027-05-06" },
    { 46513, "06/05/27 00:00", "2027-05-06 00:00" },
    { 46513.3541666667, "06/05/27 08:30", "2027-05-06 08:30" },
    { 46513.354175926, "06/05/27 08:30:01", "2027-05-06 08:30:01" },
    { 46513, "46513", NULL },
    { 46513, "46 513", "46513" },
    { 46513.5, "46.513,50", NULL },
    { 46513, "05/27", NULL },    /* no day */
    { 46513, "07/05/27", NULL }, /* counted from another day */
    { 0.0625, "01:30:00 AM", "1:30" },
    { 0.5, "12:00 PM", "12:00" },
    { 0.625, "03:00 PM", "15:00" },
    { 1.08333333333333, "26:00:00", "26:00" },
    { 0.0625, "0.0625", NULL },
    { 0, "0", NULL },
    { 0, "0.00", NULL },
    { 12000, "12.000", "12000" },
    { 12000, "12 000,00 €", NULL },
    { 7, "007", NULL },
    { -3, "-3", NULL },
    { 1e300, "1E+300", NULL },
    { 2, "1 2 3 4 5 6 7 8 9 10", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *spelt = liaison_copied_cell_spell (cases[i].value, cases[i].shown);

      if (g_strcmp0 (spelt, cases[i].spelt) != 0)
        g_error ("%g shown as “%s” is “%s”, not “%s”", cases[i].value, cases[i].shown, spelt,
                 cases[i].spelt);
    }
}

static char *
read_page (const char *html)
{
  g_autoptr (GPtrArray) rows = liaison_html_read_values (html, strlen (html));
  GString *text;

  if (rows == NULL)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *row = g_strjoinv ("|", rows->pdata[i]);

      g_string_append_printf (text, "%s%s", i > 0 ? "/" : "", row);
    }
  return g_string_free (text, FALSE);
}

#define DAY "<td sdval=\"46513\" sdnum=\"1033;0;MM/DD/YY\">05/06/27</td>"

static void
test_reads_pages (void)
{
  static const struct
  {
    const char *html, *read;
  } cases[] = {
    { "", NULL },
    { "<table><tr><td>05/06/27</td></tr></table>", NULL },
    { "<p sdval=\"1\">no table</p>", NULL },
    { "<table><tr>" DAY "<td>a</td></tr></table>", "2027-05-06|a" },
    { "<table><colgroup width=\"85\"></colgroup><tbody><tr><th>a</th></tr><tr>" DAY
      "</tr></tbody></table>",
      "a/2027-05-06" },
    { "<table><tr><td align=\"left\"><br></td>" DAY "</tr></table>", "|2027-05-06" },
    { "<table><tr>" DAY "<td>one<br>two &amp; <b>three\n  four</b></td></tr></table>",
      "2027-05-06|one\ntwo & three four" },
    { "<table><tr>" DAY "<td colspan=2>a</td><td>b</td></tr></table>", "2027-05-06|a||b" },
    { "<table><tr>" DAY "<td rowspan=2>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table>",
      "2027-05-06|a|b/c||d" },
    { "<table><tr>" DAY "<td><table><tr><td>in</td></tr></table></td></tr></table>",
      "2027-05-06|in" },
    { "<table><tr><td sdval=\"46513,5\">06/05/27 12:00</td></tr></table>", "2027-05-06 12:00" },
    { "<table><tr><td sdval=\"x\">06/05/27</td></tr></table>", NULL },
    { "<table><tr>" DAY "<td colspan=999999999>a</td></tr></table>", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *read = read_page (cases[i].html);

      g_assert_cmpstr (read, ==, cases[i].read);
    }
}

/* Neither deep pages nor merged cells without end take room or time. */
static void
test_bounds_pages (void)
{
  g_autoptr (GString) deep = g_string_new ("<table><tr>" DAY "<td>");
  g_autoptr (GString) wide = g_string_new ("<table>");
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  for (guint i = 0; i < 100000; i++)
    g_string_append (deep, "<div>");
  first = read_page (deep->str);
  for (guint i = 0; i < 5000; i++)
    g_string_append (wide, "<tr>" DAY "<td colspan=1000 rowspan=60000>a</td></tr>");
  second = read_page (wide->str);
  g_assert_null (second);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/pasting/says-what-cells-are", test_says_what_cells_are);
  g_test_add_func ("/exchange/pasting/libreoffice-keeps-them", test_libreoffice_keeps_them);
  g_test_add_func ("/exchange/pasting/spells-copied-cells", test_spells_copied_cells);
  g_test_add_func ("/exchange/pasting/reads-pages", test_reads_pages);
  g_test_add_func ("/exchange/pasting/bounds-pages", test_bounds_pages);
  return g_test_run ();
}
