/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl withdraw. */
#include "config.h"

#include "run.h"

#include <string.h>

static gboolean
has (JsonNode *root, const char *type, const char *part)
{
  JsonArray *breaks = json_object_get_array_member (json_node_get_object (root), "breaks");

  for (guint i = 0; i < json_array_get_length (breaks); i++)
    {
      JsonObject *each = json_array_get_object_element (breaks, i);
      if (strcmp (json_object_get_string_member (each, "type"), type) == 0
          && strstr (json_object_get_string_member (each, "message"), part) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
test_told (void)
{
  g_autofree char *before = run_expect (0, "sha256sum $S | cut -c1-64");
  g_autofree char *out = run_expect (1, "$L withdraw $S FR --from 2026-11-28");
  g_autofree char *after = run_expect (0, "sha256sum $S | cut -c1-64");

  g_assert_nonnull (strstr (out, "nobody interprets between Arabic and French"));
  g_assert_nonnull (strstr (out, "Scripting workshop 1: storylines"));
  g_assert_nonnull (strstr (out, "\nWithout France: "));
  g_assert_cmpstr (before, ==, after);
  run_assert_harmless (out);
}

/* By code, by serial, by name, by id: the same. */
static void
test_subjects (void)
{
  g_autofree char *site = run_expect (1, "$L withdraw $S NEC --from 2026-11-28 --json");
  g_autofree char *name
      = run_expect (1, "$L withdraw $S 'Nidarvoll Exercise Centre' --from 2026-11-28 --json");
  g_autofree char *id = run_expect (
      1, "$L withdraw $S $($L withdraw $S NEC --from 2026-11-28 --json | sed -n 's/.*\"without\": "
         "*\"\\([^\"]*\\)\".*/\\1/p') --from 2026-11-28 --json");
  g_autofree char *nation = run_expect (1, "$L withdraw $S fr --from 2026-11-28 --json");
  g_autofree char *upper = run_expect (1, "$L withdraw $S FR --from 2026-11-28 --json");

  g_assert_cmpstr (site, ==, name);
  g_assert_cmpstr (site, ==, id);
  g_assert_cmpstr (nation, ==, upper);
}

static void
test_json (void)
{
  g_autoptr (JsonNode) root = run_json (1, "$L withdraw $S FR --from 2026-11-28 --json");
  JsonObject *object = json_node_get_object (root);

  g_assert_cmpint (json_object_get_int_member (object, "errors"), >, 10);
  g_assert_true (has (root, "language", "nobody interprets"));
  g_assert_true (has (root, "event", "has no place"));
  g_assert_true (has (root, "agreement", "left with one party"));
}

/* The window is the same one: who joins late misses what comes before. */
static void
test_late (void)
{
  g_autoptr (JsonNode) root
      = run_json (1, "$L withdraw $S FR --from 2026-11-28 --until 2027-03-01 --json");

  g_assert_true (has (root, "event", "Scripting workshop 1: storylines"));
  g_assert_false (has (root, "event", "Scripting workshop 2"));
}

/* What is written is a plan without it; asking again finds nothing of the kind. */
static void
test_written (void)
{
  g_autofree char *out
      = run_expect (1, "$L withdraw $S FR --from 2026-11-28 -o without.liaison > /dev/null &&"
                       " exit 9; $L show without.liaison nations -w code=FR -c status;"
                       " exit 1");
  g_autofree char *none = run_complains (
      0, "$L show without.liaison events -w nation=FR -w status=confirmed");

  g_assert_nonnull (strstr (out, "Withdrawn"));
  g_assert_nonnull (strstr (none, "no such records"));
  g_autofree char *check = run_expect (0, "$L convert without.liaison -o again.liaison &&"
                                          " cmp without.liaison again.liaison");
  g_assert_cmpstr (check, ==, "");
}

static void
test_refusals (void)
{
  static const char *const scripts[]
      = { "$L withdraw $S",
          "$L withdraw $S XQ",
          "$L withdraw $S EV-001",
          "$L withdraw $S FR --from yesteryear",
          "$L withdraw $S FR --from 2027-03-01 --until 2027-02-01",
          "$L withdraw nothing.liaison FR" };

  for (gsize i = 0; i < G_N_ELEMENTS (scripts); i++)
    {
      g_autofree char *err = run_complains (2, scripts[i]);
      g_assert_cmpstr (err, !=, "");
    }
}

int
main (int argc, char **argv)
{
  run_init (&argc, &argv);
  g_test_add_func ("/cli/withdraw/told", test_told);
  g_test_add_func ("/cli/withdraw/subjects", test_subjects);
  g_test_add_func ("/cli/withdraw/json", test_json);
  g_test_add_func ("/cli/withdraw/late", test_late);
  g_test_add_func ("/cli/withdraw/written", test_written);
  g_test_add_func ("/cli/withdraw/refusals", test_refusals);
  return run_finish ();
}
