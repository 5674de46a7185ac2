/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl export. */
#include "config.h"

#include "run.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in\n%s", part, text);
}

static void
test_csv (void)
{
  g_autofree char *out =
      run_expect (0, "$L export $P events -c title,dtg -w serial=EV-003 --zone B -f csv -o -");
  g_autofree char *marked = run_expect (0, "$L export $P events -f csv --bom -n 1 -o -");

  g_assert_true (g_str_has_prefix (out, "\"Title\",\"DTG\"\r\n\""));
  g_assert_cmpuint (strlen (out) - strlen ("\r\n"), ==, strstr (out + 16, "\r\n") - out);
  g_assert_true (g_str_has_prefix (marked, "\xef\xbb\xbf\""));
}

static void
test_exact (void)
{
  g_autofree char *out = run_expect (0, "$L export $P events --exact -f csv -o -");

  assert_has (out, "\"id\",\"serial\",\"title\"");
  assert_has (out, "{\"\"en\"\":\"\"Opening\"\"");
}

static void
test_languages (void)
{
  g_autofree char *html = run_expect (0, "$L export $P events -f html --language ar -o -");
  g_autofree char *markdown = run_expect (0, "$L export $P nations -f markdown -o -");
  g_autofree char *text = run_expect (0, "$L export $P nations -f text -c code,name -o -");

  assert_has (html, "<html lang=\"ar\" dir=\"rtl\">");
  assert_has (markdown, "# Nations\n\nBridge 27\n\n| ");
  assert_has (text, "Bridge 27\nNations\n\nCode  ");
}

/* All tables in one PDF: contents, a heading in the outline for each, pages numbered through, and
 * what has nothing in it left out and named, unless it is wanted. */
static void
test_all_as_pdf (void)
{
  g_autofree char *text = NULL, *outline = NULL, *wanted = NULL, *pages = NULL;

  text = run_expect (0, "$L export $S -o all.pdf && pdftotext -layout all.pdf -");
  assert_has (text, "All Tables");
  assert_has (text, "Nothing stands under");
  assert_has (text, "Page 1 of ");
  outline = run_expect (0, "mutool show all.pdf outline");
  assert_has (outline, "Nations");
  assert_has (outline, "Events");
  pages = run_expect (0, "n=$(pdfinfo all.pdf | sed -n 's/^Pages: *//p'); "
                         "pdftotext -f $n -l $n all.pdf - | grep -c \"Page $n of $n\"");
  g_assert_cmpstr (g_strstrip (pages), ==, "1");
  wanted = run_expect (0, "$L export $S --empty-columns -f pdf -o - | pdftotext -layout - -");
  g_assert_null (strstr (wanted, "Nothing stands under"));
}

/* A reader of other people's finds dates as dates, text as text, also what looks like a formula,
 * the head frozen, and sheets of languages that run so from right to left. */
static void
test_read_back (void)
{
  g_autoptr (Run) there = run ("/usr/bin/python3 -c 'import openpyxl'");
  g_autofree char *out = NULL;

  if (there->status != 0)
    {
      g_test_skip ("openpyxl is not here (Debian: python3-openpyxl)");
      return;
    }
  out = run_expect (0, "printf 'Serial,Title,Start\\nE1,=1+1,2027-10-26 10:00\\n' > t.csv && "
                       "$L import $P events t.csv -o t.liaison >/dev/null && "
                       "$L export t.liaison events -c title,start -w serial=E1 -o en.xlsx && "
                       "$L export t.liaison events -c title,start --language ar -o ar.xlsx && "
                       "/usr/bin/python3 $D/../tests/cli/read-back.py en.xlsx ar.xlsx && "
                       "rm t.csv t.liaison en.xlsx ar.xlsx");
  g_assert_nonnull (strstr (out, "as it was meant"));
}

/* A page that is opened in a spreadsheet says of such a text that it is text. */
static void
test_formula_in_html (void)
{
  g_autofree char *out =
      run_expect (0, "printf 'Serial,Title,Start\nE1,=1+1,2027-10-26 10:00\n' > t.csv && "
                     "$L import $P events t.csv -o t.liaison >/dev/null && "
                     "$L export t.liaison events -c title -w serial=E1 -o t.html && "
                     "grep -o '<td[^>]*>=1+1' t.html && rm t.csv t.liaison t.html");

  g_assert_nonnull (strstr (out, "sdnum=\"1033;1033;@\""));
}

/* What people were given comes back as it was: times in whatever zone and language they were told,
 * anchored ones still hanging where they did. */
static void
test_comes_back (void)
{
  static const char *const scripts[] = {
    "$L export $S events -c serial,start,duration -o t.xlsx && $L import $S events t.xlsx -o "
    "t.liaison",
    "$L export $S events -c serial,start,duration --zone Asia/Tokyo -o t.xlsx && "
    "$L import $S events t.xlsx -o t.liaison",
    "$L export $S events -c serial,start -o t.csv && $L import $S events t.csv -o t.liaison",
    "$L export $S events -c serial,zulu --language fr -o t.xlsx && "
    "$L import $S events t.xlsx -o t.liaison",
    "$L export $S events -c serial,zulu --language ja -o t.csv && "
    "$L import $S events t.csv -o t.liaison",
    "$L export $S events -o t.xlsx && $L import $S events t.xlsx -o t.liaison",
    /* Their order in time is not that of their tree. */
    "$L export $S injects -o t.xlsx && $L import $S injects t.xlsx -o t.liaison",
    "$L export $S channels -o t.csv && $L import $S channels t.csv -o t.liaison",
    /* Some have no abbreviation to be known by. */
    "$L export $S terms -o t.csv && $L import $S terms t.csv -o t.liaison",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *out = run_expect (0, scripts[i]);

      assert_has (out, "New: 0, changed: 0, the same: ");
      assert_has (out, "gone: 0, created: 0. Rows with errors: 0");
    }
  g_free (run_expect (0, "rm t.*"));
}

/* Files by their endings, none half written, none over what cannot be replaced. */
static void
test_files (void)
{
  g_autofree char *out = NULL, *list = NULL;
  g_autoptr (JsonNode) root = NULL;
  g_autofree char *path = run_path ("all.xlsx");
  g_autofree char *bytes = NULL;

  root = run_json (0, "$L export $P -o all.xlsx --json");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (root), "tables"), >, 3);
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_true (g_str_has_prefix (bytes, "PK"));
  out = run_expect (0, "$L export $P events -o events.csv && wc -l < events.csv");
  g_assert_cmpstr (g_strstrip (out), ==, "6");
  list = run_list ();
  g_assert_cmpstr (list, ==, "all.xlsx events.csv");
}

static void
test_refusals (void)
{
  static const struct
  {
    const char *script, *part;
  } bad[] = {
    { "$L export $P events", "-o FILE" },
    { "$L export $P events -o x.doc", "x.doc" },
    { "$L export $P parties -o x.csv", "parties" },
    { "$L export $P -o x.csv", "one table" },
    { "$L export $P -o x.tsv", "one table" },
    { "$L export $P events -c nonsense -o x.csv", "nonsense" },
    { "$L export $P events -w nonsense -o x.csv", "condition" },
    { "$L export $P events -o no/such/x.csv", "not exported" },
    { "$L export no.liaison events -o x.csv", "no.liaison" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autofree char *err = run_complains (2, bad[i].script);
      g_autofree char *list = run_list ();

      assert_has (err, bad[i].part);
      g_assert_null (strstr (list, "x.csv"));
    }
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/export/csv", test_csv);
  g_test_add_func ("/cli/export/exact", test_exact);
  g_test_add_func ("/cli/export/languages", test_languages);
  g_test_add_func ("/cli/export/read-back", test_read_back);
  g_test_add_func ("/cli/export/formula-in-html", test_formula_in_html);
  g_test_add_func ("/cli/export/comes-back", test_comes_back);
  g_test_add_func ("/cli/export/files", test_files);
  g_test_add_func ("/cli/export/all-as-pdf", test_all_as_pdf);
  g_test_add_func ("/cli/export/refusals", test_refusals);
  return run_finish ();
}
