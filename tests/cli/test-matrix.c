/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl matrix. */
#include "config.h"

#include "run.h"

#include <string.h>

static void
assert_has (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in\n%s", part, text);
}

/* Each that is listed can be shown, of the sample and of a plan that has nothing of the kind. */
static void
test_all (void)
{
  static const char *const names[] = { "manning",        "representation", "representation-sites",
                                       "language-pairs", "checklists",     "results",
                                       "levels",         "pairs",          "trend",
                                       "products" };
  g_autofree char *listed = run_expect (0, "$L matrix");

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *script = g_strdup_printf ("$L matrix $S %s --why --json", names[i]);
      g_autofree char *small = g_strdup_printf ("$L matrix $P %s 2>&1 >/dev/null; true", names[i]);
      g_autoptr (JsonNode) root = run_json (0, script);
      JsonObject *object = json_node_get_object (root);
      g_autofree char *said = run_expect (0, small);
      guint columns = json_array_get_length (json_object_get_array_member (object, "columns"));
      JsonArray *rows = json_object_get_array_member (object, "rows");
      assert_has (listed, names[i]);
      g_assert_cmpstr (json_object_get_string_member (object, "matrix"), ==, names[i]);
      g_assert_cmpuint (columns, >, 0);
      g_assert_cmpuint (json_array_get_length (rows), >, 0);
      for (guint j = 0; j < json_array_get_length (rows); j++)
        g_assert_cmpuint (json_array_get_length (json_object_get_array_member (
                              json_array_get_object_element (rows, j), "cells")),
                          ==, columns);
    }
}

static void
test_content (void)
{
  g_autofree char *voices = run_expect (0, "$L matrix $S representation -o - | grep ^.France");
  g_autofree char *why =
      run_expect (0, "$L matrix $S manning --why | grep 'without cover' | head -n 1");
  g_autofree char *gaps = run_expect (0, "$L matrix $S manning --gaps -o - | wc -l");
  g_autofree char *grouped =
      run_expect (0, "$L matrix $S manning --by receiver --shift 24 | head -n 2");
  g_autofree char *french = run_expect (0, "$L matrix $S levels --language fr -o -");

  assert_has (voices, "\"→ en\",\"\",\"MNCC en\"");
  assert_has (why, "LP-07");
  assert_has (gaps, "2");
  assert_has (grouped, "08:00–08:00");
  assert_has (grouped, "Norway");
  assert_has (french, "Norvège");
}

static void
test_files (void)
{
  g_autofree char *made = run_expect (
      0, "for i in csv xlsx html pdf svg png; do $L matrix $S pairs -o m.$i || exit 9; done; "
         "head -c 4 m.pdf; head -c 5 m.svg; ls m.*");

  assert_has (made, "%PDF");
  assert_has (made, "<?xml");
  assert_has (made, "m.xlsx");
}

static void
test_refusals (void)
{
  static const char *const scripts[] = {
    "$L matrix $S nonsense >/dev/null",     "$L matrix $S",
    "$L matrix $S pairs --dimension magic", "$L matrix $S manning --by colour",
    "$L matrix $S manning --shift 99",      "$L matrix $S pairs -o m.doc",
    "$L matrix none.liaison pairs",
  };

  for (guint i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *said = run_complains (2, scripts[i]);
      g_assert_cmpuint (strlen (said), >, 0);
    }
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/matrix/all", test_all);
  g_test_add_func ("/cli/matrix/content", test_content);
  g_test_add_func ("/cli/matrix/files", test_files);
  g_test_add_func ("/cli/matrix/refusals", test_refusals);
  return run_finish ();
}
