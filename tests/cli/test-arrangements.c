/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl nets, round, support and agreements. */
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
test_nets (void)
{
  g_autofree char *out = run_expect (1, "$L nets $S");
  g_autofree char *svg = run_expect (1, "$L nets $S -f svg");
  g_autoptr (JsonNode) root = run_json (1, "$L nets $S --json");
  JsonArray *lines = json_object_get_array_member (json_node_get_object (root), "need-lines");
  JsonArray *circuits =
      json_object_get_array_member (json_array_get_object_element (lines, 0), "circuits");

  assert_has (out, "CH-01P");
  assert_has (svg, "<svg");
  g_assert_cmpuint (json_array_get_length (lines), ==, 10);
  /* In the order of PACE. */
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (circuits, 0), "pace"), ==,
      "primary");
  g_assert_cmpstr (
      json_object_get_string_member (json_array_get_object_element (circuits, 3), "pace"), ==,
      "emergency");
}

static guint
count_tests (const char *plan)
{
  g_autofree char *command = g_strdup_printf ("$L show %s channel-tests -c serial | wc -l", plan);
  g_autofree char *out = run_expect (0, command);

  return (guint) g_ascii_strtoull (g_strstrip (out), NULL, 10);
}

/* Printed in French, and typed back in: all of it or nothing. */
static void
test_round (void)
{
  g_autofree char *out = run_expect (0, "$L round $S --day 2027-10-14");
  g_autofree char *pdf =
      run_expect (0, "$L round $S --day 2027-10-14 --language fr -o - | head -c 5");
  g_autofree char *entered = run_expect (
      0, "printf '1 5 5\\nCH-01P loud and clear\\n\\n# not this\\nCH-01A -\\n' | "
         "$L round $S --day 2027-10-14 --enter - -o in.liaison");
  g_autofree char *told = run_expect (0, "$L round in.liaison --day 2027-10-14");
  g_autofree char *refused = run_expect (
      2, "printf '1 5 5\\n2 banana\\n' | $L round $S --day 2027-10-14 --enter - -o no.liaison 2>&1");
  g_autofree char *unknown = run_expect (
      2, "printf 'XX-99 5 5\\n' | $L round $S --day 2027-10-14 --enter - -o no.liaison 2>&1");
  g_autofree char *list = run_list ();

  assert_has (out, "CH-01P");
  g_assert_cmpstr (pdf, ==, "%PDF-");
  assert_has (told, "5 5");
  assert_has (told, "Loud and Clear");
  assert_has (told, "No answer");
  assert_has (refused, "banana");
  assert_has (refused, "2: ");
  assert_has (unknown, "XX-99");
  g_assert_null (strstr (list, "no.liaison"));
  g_assert_cmpuint (count_tests ("in.liaison"), ==, count_tests ("$S") + 3);
}

/* Tests become a check on the schedule and a plan for each circuit, and so a round; what is wrong writes nothing. */
static void
test_plan_tests (void)
{
  static const char *const refused[][2] = {
    { "", "--first" },
    { "--first 2027-10-25 --last 2027-10-24", "--last" },
    { "--first 2027-02-30", "--first" },
    { "--first 2027-10-25 --time 25:00", "--time" },
    { "--first 2027-10-25 --rhythm hourly", "--rhythm" },
    { "--first 2027-10-25 --spacing 2h", "--spacing" },
    { "--first 2027-10-25 --grace never", "--grace" },
    { "XX-99 --first 2027-10-25", "XX-99" },
    { "NL-01 --first 2027-10-25", "NL-01" },
    { "CH-01P --first 2027-10-30 --last 2027-10-31 --rhythm working-days", "no test" },
  };
  g_autofree char *told = run_expect (
      0, "$L plan-tests $S CH-01P ch-01a --first 2027-12-01 --last 2027-12-03 --time 06:15 --spacing 2m"
         " --title 'Morning call' -o planned.liaison 2>&1");
  g_autofree char *round = run_expect (0, "$L round planned.liaison --day 2027-12-02 --zone Z");
  g_autofree char *events = run_expect (0, "$L show planned.liaison events -c serial,title -w title='Morning call'");
  g_autofree char *rest = run_expect (0, "$L plan-tests $S --first 2027-12-01 -o rest.liaison 2>&1"
                                         " && ! $L plan-tests rest.liaison --first 2027-12-01 -o none.liaison 2>&1");
  g_autofree char *list = NULL;

  assert_has (told, "6");
  assert_has (round, "020515ZDEC27");
  assert_has (round, "020517ZDEC27");
  assert_has (round, "CH-01A");
  assert_has (events, "EV-");
  assert_has (rest, "no circuit without");
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++)
    {
      g_autofree char *command = g_strdup_printf ("$L plan-tests $S %s -o no.liaison 2>&1", refused[i][0]);
      g_autofree char *out = run_expect (2, command);
      assert_has (out, refused[i][1]);
    }
  list = run_list ();
  g_assert_null (strstr (list, "no.liaison"));
}

static void
test_support (void)
{
  g_autofree char *out = run_expect (1, "$L support $S");
  g_autofree char *days = run_expect (1, "$L support $S -c accommodation -s tiller");
  g_autofree char *fuel = run_expect (0, "$L support $S -c fuel");
  g_autofree char *svg = run_expect (1, "$L support $S -c accommodation -s TILLER -f svg");
  g_autofree char *csv = run_expect (1, "$L support $S -c accommodation -s TILLER -f csv");
  g_autofree char *doc = run_expect (2, "$L support $S -c accommodation -s TILLER -o a.doc 2>&1");
  g_autofree char *many = run_expect (2, "$L support $S -c fuel -f png 2>&1");
  g_autofree char *unknown = run_expect (2, "$L support $S -c wine 2>&1");
  g_autofree char *summary = run_expect (1, "$L support $S -f csv");
  g_autofree char *all = run_expect (1, "$L support $S -f md");
  g_autofree char *pdf = run_expect (1, "$L support $S -o all.pdf && false || { head -c 5 all.pdf; false; }");

  assert_has (out, "1207");
  assert_has (days, "2 Nov 2027");
  assert_has (fuel, "Heimdal");
  assert_has (svg, "<svg");
  assert_has (csv, "\"2 Nov 2027\",");
  assert_has (doc, "xlsx");
  assert_has (many, "--site");
  assert_has (unknown, "class");
  assert_has (summary, "\"1207\",\"1150\",\"1\"");
  g_assert_null (strstr (summary, "Total"));
  assert_has (all, "| 1207 | 1150 | 1 |");
  assert_has (all, "# Accommodation");
  g_assert_cmpstr (pdf, ==, "%PDF-");
}

static void
test_agreements (void)
{
  g_autofree char *out = run_expect (0, "$L agreements $S || [ $? -eq 1 ]");
  g_autofree char *svg = run_expect (0, "$L agreements $S -f svg || [ $? -eq 1 ]");
  g_autofree char *csv = run_expect (0, "$L agreements $S -o - || [ $? -eq 1 ]");
  g_autofree char *french =
      run_expect (0, "$L agreements $S --language fr -f html || [ $? -eq 1 ]");
  g_autofree char *json = run_expect (0, "$L agreements $S --json || [ $? -eq 1 ]");

  assert_has (out, "AG-02");
  assert_has (out, "28 Sept 2027");
  assert_has (svg, "<svg");
  assert_has (json, "\"last-day\"");
  assert_has (csv, "\"AG-02\",");
  assert_has (french, "<html lang=\"fr\"");
  run_assert_harmless (out);
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/arrangements/nets", test_nets);
  g_test_add_func ("/cli/arrangements/round", test_round);
  g_test_add_func ("/cli/arrangements/plan-tests", test_plan_tests);
  g_test_add_func ("/cli/arrangements/support", test_support);
  g_test_add_func ("/cli/arrangements/agreements", test_agreements);
  return run_finish ();
}
