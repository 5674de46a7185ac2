/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl import: what the file does not have any more. */
#include "config.h"

#include "run.h"

#include <string.h>

/* The events of the plan without one. */
#define SHORTER                                                                                    \
  "$L export $P events --exact -o events.csv && grep -v '\"EV-003\"' events.csv > less.csv && "

static gint64
count (JsonNode *root, const char *name)
{
  return json_object_get_int_member (json_node_get_object (root), name);
}

/* Without a word it stays. */
static void
test_stays (void)
{
  g_autoptr (JsonNode) root =
      run_json (0, SHORTER "$L import $P events less.csv -o new.liaison --json");
  g_autofree char *list = run_expect (0, "$L show new.liaison events -c serial");
  g_autofree char *told = run_expect (0, SHORTER "$L import $P events less.csv -n");

  g_assert_cmpint (count (root, "gone"), ==, 1);
  g_assert_nonnull (strstr (list, "EV-003"));
  g_assert_nonnull (strstr (told, "(stays)"));
}

/* By serial, by name, by id or all of them; cancelled, or taken out. */
static void
test_goes (void)
{
  static const char *const names[] = { "EV-003", "all" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autofree char *cancel =
          g_strdup_printf (SHORTER "$L import $P events less.csv --gone %s -o new.liaison && "
                                   "$L show new.liaison events -c serial,status -w serial=EV-003",
                           names[i]);
      g_autofree char *remove =
          g_strdup_printf (SHORTER "$L import $P events less.csv --gone %s --remove -o new.liaison "
                                   ">/dev/null && $L show new.liaison events -c serial",
                           names[i]);
      g_autofree char *cancelled = run_expect (0, cancel);
      g_autofree char *removed = run_expect (0, remove);

      g_assert_nonnull (strstr (cancelled, "Cancelled"));
      g_assert_nonnull (strstr (removed, "EV-002"));
      g_assert_null (strstr (removed, "EV-003"));
    }
}

/* What is not gone does not go, and nothing is written. */
static void
test_refused (void)
{
  g_autofree char *err =
      run_complains (2, SHORTER "$L import $P events less.csv --gone EV-002 -o never.liaison");
  g_autofree char *list = run_list ();

  g_assert_nonnull (strstr (err, "EV-002"));
  g_assert_null (strstr (list, "never.liaison"));
}

int
main (int argc, char *argv[])
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/import/stays", test_stays);
  g_test_add_func ("/cli/import/goes", test_goes);
  g_test_add_func ("/cli/import/refused", test_refused);
  return run_finish ();
}
