/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl import PLAN observances FILE.ics. */
#include "config.h"

#include "run.h"

#include <string.h>

#define FILE "$LIAISON_TEST_FIXTURES/calendar/holidays.ics"

static JsonArray *
get_observances (JsonNode *root)
{
  return json_object_get_array_member (json_node_get_object (root), "observances");
}

static const char *
get_state (JsonNode *root, guint index)
{
  return json_object_get_string_member (
      json_array_get_object_element (get_observances (root), index), "state");
}

/* Read, written, known again, and found by the rule on observances. */
static void
test_import (void)
{
  g_autoptr (JsonNode) first = run_json (
      1, "$L import $S observances " FILE " --nations NO --default-marking -o more.liaison --json");
  g_autoptr (JsonNode) again =
      run_json (1, "$L import more.liaison observances " FILE " --nations NO -n --json");
  g_autofree char *shown =
      run_expect (0, "$L show more.liaison observances -w title=Allehelgensdag -c title,source");
  g_autofree char *checked = run_expect (1, "$L check more.liaison --json");

  g_assert_cmpuint (json_array_get_length (get_observances (first)), ==, 2);
  g_assert_cmpstr (get_state (again, 0), ==, "same");
  g_assert_cmpstr (get_state (again, 1), ==, "same");
  g_assert_cmpint (json_object_get_int_member (json_node_get_object (first), "skipped"), ==, 1);
  g_assert_nonnull (strstr (shown, "Holidays in Norway"));
  g_assert_nonnull (strstr (checked, "Allehelgensdag"));
}

static void
test_refusals (void)
{
  g_autofree char *nobody = run_complains (2, "$L import $S observances " FILE " -o x.liaison");
  g_autofree char *stranger =
      run_complains (2, "$L import $S observances " FILE " --nations XX -o x.liaison");
  g_autofree char *plain = run_complains (
      2, "$L import $S observances http://localhost:1/a.ics --nations NO -o x.liaison");
  g_autofree char *missing =
      run_complains (2, "$L import $S observances none.ics --nations NO -o x.liaison");
  g_autofree char *other =
      run_complains (2, "cp $S a.ics; $L import $S observances a.ics --nations NO -o x.liaison");

  g_assert_nonnull (strstr (nobody, "--nations"));
  g_assert_nonnull (strstr (stranger, "XX"));
  g_assert_nonnull (strstr (plain, "https://"));
  g_assert_nonnull (missing);
  g_assert_nonnull (other);
  g_assert_null (strstr (run_list (), "x.liaison"));
}

/* Cards, phrases and the chair's page from the same plan. */
static void
test_reports (void)
{
  static const char *const reports[] = { "briefings -a NO", "phrase-sheets -a JO", "flags",
                                         "ranks" };

  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    {
      g_autofree char *script =
          g_strdup_printf ("$L report $S %s --language fr -o r%u.pdf", reports[i], i);
      g_autofree char *name = g_strdup_printf ("r%u.pdf", i);
      g_autofree char *path = run_path (name);
      g_autofree char *out = run_expect (0, script);
      g_autofree char *bytes = NULL;

      g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
      g_assert_true (g_str_has_prefix (bytes, "%PDF-1."));
    }
  {
    g_autofree char *room = run_expect (
        0, "$L report $S room-cards -a EV-003 -o room.pdf && pdfinfo room.pdf | grep Pages");
    g_autofree char *none = run_complains (2, "$L report $S briefings -a XX -o none.pdf");

    g_assert_nonnull (strstr (room, " 1"));
    g_assert_nonnull (strstr (none, "XX"));
  }
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/import-calendar/import", test_import);
  g_test_add_func ("/cli/import-calendar/refusals", test_refusals);
  g_test_add_func ("/cli/import-calendar/reports", test_reports);
  return run_finish ();
}
