/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl new: plans from templates, and what the review says of them. */
#include "config.h"

#include "run.h"

#include <string.h>

static const char *const names[] = { "live", "command-post", "table-top", "civil-protection", "seminar" };

static void
test_lists (void)
{
  g_autoptr (JsonNode) list = run_json (0, "$L new --list --json --language fr");
  JsonArray *all = json_node_get_array (list);

  g_assert_cmpuint (json_array_get_length (all), ==, G_N_ELEMENTS (names));
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_cmpstr (json_object_get_string_member (json_array_get_object_element (all, i), "name"), ==,
                     names[i]);
}

/* What is missing is a note; nothing that a template says itself is at odds. */
static void
test_no_template_is_at_odds (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *script = g_strdup_printf (
          "$L new --template %s --startex 25OCT27 --zone Europe/Oslo --host no -o made.liaison --force --name X"
          " && { $L check made.liaison --json > found; grep -q '\"note\"' found; }"
          " && ! grep -E '\"severity\": \"(error|warning)\"' found",
          names[i]);
      g_autofree char *found = run_expect (0, script);
      g_assert_cmpstr (found, ==, "");
    }
}

static void
test_makes_a_plan_of_a_plan (void)
{
  g_autofree char *first = run_expect (0, "$L new --template seminar --startex 2027-10-25 --zone Europe/Oslo"
                                          " --name 'One' -o one.liaison && $L new --template ./one.liaison"
                                          " --startex 2028-10-23 --zone Asia/Tokyo --days 2 --name 'Two' -o - | $L show -"
                                          " --zone Asia/Tokyo --language en");

  g_assert_nonnull (strstr (first, "Two\n"));
  g_assert_nonnull (strstr (first, "230000ZOCT28"));
  g_assert_nonnull (strstr (first, "240600ZOCT28"));
}

static void
test_refuses (void)
{
  static const char *const cases[][2] = {
    { "--template picnic", "There is no template" },
    { "--template live", "Write the day of STARTEX" },
    { "--template live --startex 2027-02-30", "Write the day of STARTEX" },
    { "--template live --startex 2027-10-25 --days 400", "from 1 to 365 days" },
    { "--template live --startex 2027-10-25 --host 'a b'", "the code of a nation" },
    { "--template ./nothing.liaison --startex 2027-10-25", "could not be read" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *script = g_strdup_printf ("$L new %s -o refused.liaison", cases[i][0]);
      g_autofree char *said = run_complains (2, script);
      g_autofree char *path = run_path ("refused.liaison");
      g_assert_nonnull (strstr (said, cases[i][1]));
      g_assert_false (g_file_test (path, G_FILE_TEST_EXISTS));
    }
}

int
main (int argc, char **argv)
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/templates/lists", test_lists);
  g_test_add_func ("/cli/templates/no-template-is-at-odds", test_no_template_is_at_odds);
  g_test_add_func ("/cli/templates/makes-a-plan-of-a-plan", test_makes_a_plan_of_a_plan);
  g_test_add_func ("/cli/templates/refuses", test_refuses);
  return run_finish ();
}
