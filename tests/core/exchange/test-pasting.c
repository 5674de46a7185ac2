/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What copied tables become in a spreadsheet. */
#include "config.h"

#include "exchange/export.h"

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

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/exchange/pasting/says-what-cells-are", test_says_what_cells_are);
  g_test_add_func ("/exchange/pasting/libreoffice-keeps-them", test_libreoffice_keeps_them);
  return g_test_run ();
}
