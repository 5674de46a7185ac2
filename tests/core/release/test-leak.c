/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-search.h"

#include <string.h>

#define PAIRS 200

static void
test_twins (gconstpointer data)
{
  LeakAudience whom = GPOINTER_TO_UINT (data);

  for (guint i = 0; i < PAIRS / LEAK_N_AUDIENCES; i++)
    {
      g_autofree char *wrong = leak_check_pair (i * LEAK_N_AUDIENCES + whom, whom, i % 25 == 0);

      if (wrong != NULL)
        g_error ("pair %u: %s", i, wrong);
    }
}

/* The twins do differ, in number too, or nothing above would prove anything. */
static void
test_twins_differ (void)
{
  guint n_sizes = 0;

  for (guint32 seed = 0; seed < 10; seed++)
    {
      g_autoptr (LeakPlan) plan = leak_plan_new (seed, 2 * seed + 1, LEAK_NATION, LEAK_NOW);
      g_autoptr (LeakPlan) twin = leak_plan_new (seed, 2 * seed + 2, LEAK_NATION, LEAK_NOW);
      g_autoptr (LiaisonSnapshot) one = liaison_document_get_snapshot (plan->document);
      g_autoptr (LiaisonSnapshot) other = liaison_document_get_snapshot (twin->document);
      const LeakSource source = { one, NULL, plan->audience, one, 0, 0 },
                       source_of_twin = { other, NULL, twin->audience, other, 0, 0 };
      g_autoptr (GBytes) bytes = leak_outputs[0].make (&source);
      g_autoptr (GBytes) bytes_of_twin = leak_outputs[0].make (&source_of_twin);
      gsize size;
      const char *text = g_bytes_get_data (bytes, &size);

      g_assert_false (g_bytes_equal (bytes, bytes_of_twin));
      g_assert_nonnull (g_strstr_len (text, (gssize) size, LEAK_CANARY));
      n_sizes +=
          liaison_document_get_size (plan->document) != liaison_document_get_size (twin->document);
    }
  g_assert_cmpuint (n_sizes, >, 5);
}

static GBytes *
make_output (const LeakPlan *plan, const LeakPlan *earlier, const char *name)
{
  g_autoptr (LiaisonSnapshot) now = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonSnapshot) then = liaison_document_get_snapshot (earlier->document);
  const LeakSource source = { now, then, plan->audience, now, 0, 0 };

  for (guint i = 0; i < leak_n_outputs; i++)
    if (strcmp (leak_outputs[i].name, name) == 0)
      return leak_outputs[i].make (&source);
  g_assert_not_reached ();
}

/* The versions do differ in what is seen, or pages of changes would be the same whatever they say;
 * and where nothing changed that is seen, nothing is told, whatever changed that is not. */
static void
test_versions_differ (void)
{
  for (guint32 seed = 0; seed < 4; seed++)
    {
      g_autoptr (LeakPlan) now = leak_plan_new (seed, 2 * seed + 1, seed, LEAK_NOW);
      g_autoptr (LeakPlan) then = leak_plan_new (seed, 2 * seed + 1, seed, LEAK_THEN);
      g_autoptr (LeakPlan) twin = leak_plan_new (seed, 2 * seed + 2, seed, LEAK_NOW);
      g_autoptr (GBytes) changed = make_output (now, then, "pack of changes");
      g_autoptr (GBytes) same = make_output (now, now, "pack of changes");
      g_autoptr (GBytes) same_seen = make_output (now, twin, "pack of changes");

      g_assert_false (g_bytes_equal (changed, same));
      g_assert_true (g_bytes_equal (same, same_seen));
    }
}

static void
test_canaries (void)
{
  if (!leak_search_is_possible ())
    {
      g_test_skip ("poppler-utils, mupdf-tools, qpdf or unzip is not here");
      return;
    }
  g_assert_true (leak_search_finds (0, LEAK_NATION));
  for (guint whom = 0; whom < LEAK_N_AUDIENCES; whom++)
    {
      g_autofree char *found = leak_search (1000 + whom, whom);

      g_assert_cmpstr (found, ==, NULL);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/release/leak/twins-differ", test_twins_differ);
  g_test_add_data_func ("/release/leak/nation", GUINT_TO_POINTER (LEAK_NATION), test_twins);
  g_test_add_data_func ("/release/leak/role", GUINT_TO_POINTER (LEAK_ROLE), test_twins);
  g_test_add_data_func ("/release/leak/post", GUINT_TO_POINTER (LEAK_POST), test_twins);
  g_test_add_data_func ("/release/leak/control", GUINT_TO_POINTER (LEAK_CONTROL), test_twins);
  g_test_add_data_func ("/release/leak/group", GUINT_TO_POINTER (LEAK_GROUP), test_twins);
  g_test_add_func ("/release/leak/versions-differ", test_versions_differ);
  g_test_add_func ("/release/leak/canaries", test_canaries);
  return g_test_run ();
}
