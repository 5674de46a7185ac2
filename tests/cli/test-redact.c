/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl redact. */
#include "config.h"

#include "run.h"

#include <string.h>

static void
test_copy (void)
{
  g_autofree char *told = run_expect (0, "$L redact $S --for FR -o fr.liaison 2>&1");
  g_autofree char *same = run_expect (0, "$L redact $S --for FR -o again.liaison >/dev/null 2>&1 "
                                         "&& cmp fr.liaison again.liaison && echo same");
  g_autofree char *kinds = run_expect (0, "$L show fr.liaison");
  g_autofree char *injects = run_expect (0, "$L show fr.liaison injects 2>&1");
  g_autofree char *bytes = NULL;
  g_autofree char *path = run_path ("fr.liaison");

  g_assert_nonnull (strstr (told, "withheld"));
  g_assert_nonnull (strstr (told, "1 released text names what is withheld"));
  g_assert_cmpstr (same, ==, "same\n");
  g_assert_nonnull (strstr (kinds, "Events"));
  g_assert_null (strstr (injects, "INJ-"));
  g_assert_true (g_file_get_contents (path, &bytes, NULL, NULL));
  g_assert_null (strstr (bytes, "\"planner-notes\""));
  g_assert_null (strstr (bytes, "STARTEX+"));
}

/* Over an earlier copy, and nothing of that stays beside it. */
static void
test_replaces (void)
{
  g_autofree char *out =
      run_expect (0, "mkdir o && $L redact $S --for NO -o o/x.liaison >/dev/null && "
                     "$L redact $S --for FR -o o/x.liaison >/dev/null 2>&1 && ls -A o");

  g_assert_cmpstr (out, ==, "x.liaison\n");
}

static void
test_json (void)
{
  g_autoptr (JsonNode) root =
      run_json (0, "$L redact $S --for role:exercise-control -o x.liaison --json");
  JsonObject *object = json_node_get_object (root);
  JsonArray *withheld = json_object_get_array_member (object, "withheld");
  JsonObject *first = json_array_get_object_element (withheld, 0);

  g_assert_cmpstr (json_object_get_string_member (object, "audience"), ==, "role:exercise-control");
  g_assert_cmpint (json_object_get_int_member (object, "withheld-records"), >, 0);
  g_assert_cmpint (json_object_get_int_member (object, "released"), >, 1000);
  g_assert_nonnull (json_object_get_string_member (first, "reason"));
  g_assert_nonnull (json_object_get_string_member (first, "message"));
}

static void
test_sheet (void)
{
  g_autofree char *sheet = run_expect (0, "$L redact $S --for FR -o fr.liaison --sheet 2>&1");

  g_assert_nonnull (strstr (sheet, "for exercise control"));
  run_assert_harmless (sheet);
}

static void
test_who_sees (void)
{
  g_autofree char *text = run_expect (0, "$L redact $S --who-sees products");
  g_autoptr (JsonNode) root = run_json (0, "$L redact $S --who-sees events --json");
  JsonArray *rows = json_node_get_array (root);
  JsonObject *first = json_array_get_object_element (rows, 0);

  g_assert_nonnull (strstr (text, "who sees what"));
  g_assert_nonnull (strstr (text, "✓"));
  g_assert_cmpuint (json_array_get_length (rows), ==, 389);
  g_assert_cmpstr (
      json_object_get_string_member (json_object_get_object_member (first, "nations"), "FR"), ==,
      "✓");
}

static void
test_refusals (void)
{
  static const char *const scripts[] = {
    "$L redact",
    "$L redact $S -o x.liaison",
    "$L redact $S --for FR",
    "$L redact $S --for ZZ -o x.liaison",
    "$L redact $S --for role:visitor -o x.liaison",
    "$L redact $S --for role: -o x.liaison",
    "cp $P p.liaison; $L redact p.liaison --for NO -o p.liaison",
    "$L redact $S --for FR -o - --json",
    "$L redact $S --who-sees nothing",
    "$L redact $S --who-sees events --for FR -o x.liaison",
    "$L redact nowhere.liaison --for FR -o x.liaison",
    "$L redact $S --for FR -o no/such/folder/x.liaison",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *complaint = run_complains (2, scripts[i]);

      g_assert_cmpstr (complaint, !=, "");
    }
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/redact/copy", test_copy);
  g_test_add_func ("/cli/redact/replaces", test_replaces);
  g_test_add_func ("/cli/redact/json", test_json);
  g_test_add_func ("/cli/redact/sheet", test_sheet);
  g_test_add_func ("/cli/redact/who-sees", test_who_sees);
  g_test_add_func ("/cli/redact/refusals", test_refusals);
  return run_finish ();
}
