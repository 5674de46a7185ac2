/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl pack. */
#include "config.h"

#include "run.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in\n%s", part, text);
}

/* What is on the pages, where there is a program that reads it. */
static char *
read_pages (const char *file)
{
  if (g_find_program_in_path ("pdftotext") == NULL)
    return NULL;
  g_autofree char *command = g_strdup_printf ("pdftotext -layout %s -", file);

  return run_expect (0, command);
}

static void
test_nation (void)
{
  g_autoptr (JsonNode) root =
      run_json (0, "$L pack $LIAISON_TEST_SAMPLE --for NP-FR -o fr.pdf --json 2>told.txt");
  JsonObject *pack = json_array_get_object_element (json_node_get_array (root), 0);
  g_autofree char *text = read_pages ("fr.pdf"),
                  *told = run_expect (0, "cat told.txt; rm told.txt");

  /* The sample has such a text, for planners to find. */
  assert_has (told, "FR: 1 released text names what is withheld");
  g_assert_cmpstr (json_object_get_string_member (pack, "language"), ==, "fr");
  g_assert_cmpint (json_object_get_int_member (pack, "pages"), >, 30);
  g_assert_cmpint (json_object_get_int_member (pack, "withheld"), >, 0);
  g_assert_cmpint (strlen (json_object_get_string_member (pack, "sha256")), ==, 64);
  if (text == NULL)
    return;
  assert_has (text, "Dossier de la France");
  assert_has (text, "lundi 25 octobre 2027");
}

/* A page with injects is marked as they are, and so is the cover; the rest of the pack is not. */
static void
test_banners (void)
{
  g_autofree char *done =
      run_expect (0, "$L pack $LIAISON_TEST_SAMPLE --for XC-01 -o xc.pdf 2>/dev/null");
  g_autofree char *text = read_pages ("xc.pdf");
  g_auto (GStrv) pages = NULL;
  guint restricted = 0;

  if (text == NULL)
    {
      g_test_skip ("there is no pdftotext");
      return;
    }
  pages = g_strsplit (text, "\f", -1);
  assert_has (pages[0], "RESTRICTED");
  assert_has (pages[1], "UNCLASSIFIED");
  for (guint i = 0; pages[i] != NULL; i++)
    {
      if (strstr (pages[i], "INJ-") == NULL)
        continue;
      restricted++;
      assert_has (pages[i], "RESTRICTED");
      g_assert_null (strstr (pages[i], "REL BR"));
    }
  g_assert_cmpuint (restricted, >, 10);
}

static void
test_all_twice (void)
{
  g_autofree char *first = run_expect (0, "$L pack $P --for FR -t nation-pack -n 2 -o one && $L "
                                          "pack $P --for FR -t nation-pack -n 2 -o two");
  g_autofree char *same = run_expect (0, "diff -r one two");

  g_assert_cmpstr (same, ==, "");
}

static void
test_copies (void)
{
  g_autofree char *done = run_expect (
      0, "$L pack $LIAISON_TEST_SAMPLE --for EM-01 -n 2 -o cards 2>/dev/null && ls cards");
  g_autofree char *imposed = run_expect (
      0, "$L pack $LIAISON_TEST_SAMPLE --for EM-01 --imposed -o - 2>/dev/null | head -c 4");

  assert_has (done, "001-EM-01.en.pdf");
  assert_has (done, "002-EM-01.en.pdf");
  g_assert_cmpstr (imposed, ==, "%PDF");
}

/* A section that says that there is nothing to say: a reader of paper cannot know whether a page is
 * missing. */
static void
test_nothing_changed (void)
{
  g_autofree char *made = run_expect (0, "$L freeze $P First --mark 0.1 -o frozen.liaison && "
                                         "$L pack frozen.liaison --for FR --since First -o n.pdf");
  g_autofree char *text = read_pages ("n.pdf");

  if (text == NULL)
    {
      g_test_skip ("there is no pdftotext");
      return;
    }
  assert_has (text, "What changed since version 0.1");
  assert_has (text, "Nothing in this pack changed since version 0.1.");
}

static void
test_refusals (void)
{
  static const char *const lines[] = {
    "$L pack $LIAISON_TEST_SAMPLE -o x.pdf",
    "$L pack $LIAISON_TEST_SAMPLE --for NO",
    "$L pack $LIAISON_TEST_SAMPLE --for NO --all -o x",
    "$L pack $LIAISON_TEST_SAMPLE --for nobody -o x.pdf",
    "$L pack $LIAISON_TEST_SAMPLE --for NO --template nothing -o x.pdf",
    "$L pack $LIAISON_TEST_SAMPLE --for NO --paper a9 -o x.pdf",
    "$L pack $LIAISON_TEST_SAMPLE --for NO --copies 0x -o x.pdf",
    "$L pack $LIAISON_TEST_SAMPLE --for NO -o no/such/folder/x.pdf",
  };

  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    {
      g_autofree char *complaint = run_complains (2, lines[i]);
    }
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/pack/nation", test_nation);
  g_test_add_func ("/cli/pack/banners", test_banners);
  g_test_add_func ("/cli/pack/all-twice", test_all_twice);
  g_test_add_func ("/cli/pack/copies", test_copies);
  g_test_add_func ("/cli/pack/nothing-changed", test_nothing_changed);
  g_test_add_func ("/cli/pack/refusals", test_refusals);
  return run_finish ();
}
