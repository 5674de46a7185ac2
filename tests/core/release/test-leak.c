/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "leak-search.h"

#include "pack/making.h"

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
      g_autoptr (LeakPlan) plan = leak_plan_new (seed, 2 * seed + 1, LEAK_NATION);
      g_autoptr (LeakPlan) twin = leak_plan_new (seed, 2 * seed + 2, LEAK_NATION);
      g_autoptr (LiaisonSnapshot) one = liaison_document_get_snapshot (plan->document);
      g_autoptr (LiaisonSnapshot) other = liaison_document_get_snapshot (twin->document);
      const LeakSource source = { one, plan->audience, one, 0 },
                       source_of_twin = { other, twin->audience, other, 0 };
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

/* A pack that tells what changed, and nothing else. */
static GBytes *
make_changes (const LeakPlan *plan, const LeakPlan *earlier)
{
  g_autoptr (LiaisonSnapshot) now = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonSnapshot) then = liaison_document_get_snapshot (earlier->document);
  g_autoptr (LiaisonPackOrder) order = liaison_pack_order_new (now, plan->audience);
  const LiaisonPackWishes wishes = { .since = then };
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (LiaisonPages) pages = NULL;
  g_autoptr (GError) error = NULL;
  gint64 date;

  liaison_pack_order_add_part (order, LIAISON_PACK_SECTION_CHANGES);
  pages = liaison_pack_make (now, order, &wishes, NULL, &date, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  const LiaisonPdfInfo info = { NULL, NULL, NULL, date };
  liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_output_stream_close (stream, NULL, NULL));
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

/* Nor is anything told by a comparison with an earlier version: where nothing changed that may be
 * seen, pages are the same whatever is withheld. Serials are kept from version to version, so both
 * versions are numbered alike. */
static void
test_changes (void)
{
  for (guint32 seed = 0; seed < 12; seed++)
    {
      LeakAudience whom = seed % LEAK_N_AUDIENCES;
      g_autoptr (LeakPlan) plan = leak_plan_new (seed, 2 * seed + 1, whom);
      g_autoptr (LeakPlan) twin = leak_plan_new (seed, 2 * seed + 2, whom);
      g_autoptr (LeakPlan) earlier = leak_plan_new (seed, 2 * seed + 1, whom);
      g_autoptr (LeakPlan) earlier_twin = leak_plan_new (seed, 2 * seed + 2, whom);
      g_autoptr (GBytes) one = make_changes (plan, earlier);
      g_autoptr (GBytes) other = make_changes (twin, earlier_twin);

      g_assert_true (g_bytes_equal (one, other));
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
  g_test_add_func ("/release/leak/changes", test_changes);
  g_test_add_func ("/release/leak/canaries", test_canaries);
  return g_test_run ();
}
