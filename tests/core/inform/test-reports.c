/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reports of the sample: everything that should be on paper is, and the same bytes each time. */
#include "config.h"

#include "pack/report.h"
#include "store/plan.h"

#include <string.h>

/* 23 November 2026, 08:00 Zulu. */
#define NOW G_GINT64_CONSTANT (1795420800)

static LiaisonPages *
make (LiaisonSnapshot *snapshot,
      LiaisonReportFunc func,
      const char *language,
      const LiaisonId *ids,
      guint n)
{
  g_autoptr (LiaisonWords) words = liaison_words_new (language, NULL);
  const LiaisonReport report = {
    .snapshot = snapshot,
    .manner = { .words = words, .lookup = liaison_snapshot_get_lookup (snapshot), .now = NOW },
    .setup = { LIAISON_PAPER_A4, FALSE, 42 },
    .now = NOW,
    .ids = ids,
    .n_ids = n
  };
  LiaisonPages *pages = func (&report);

  g_assert_true (liaison_pages_flow (pages, NULL, NULL, NULL, NULL));
  return pages;
}

static GBytes *
print (LiaisonPages *pages)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  const LiaisonPdfInfo info = { .title = "Report", .created = NOW };

  g_assert_true (liaison_pages_write_pdf (pages, &info, stream, NULL, NULL, NULL, NULL));
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static void
test_reports (void)
{
  static const LiaisonReportFunc funcs[] = { liaison_report_after_action,
                                             liaison_report_hand_receipts };
  static const char *const languages[] = { "en", "fr", "ar" };
  g_autoptr (LiaisonPlan) plan =
      liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);

  for (guint i = 0; i < G_N_ELEMENTS (funcs); i++)
    for (guint k = 0; k < G_N_ELEMENTS (languages); k++)
      {
        g_autoptr (LiaisonPages) one = make (snapshot, funcs[i], languages[k], NULL, 0);
        g_autoptr (LiaisonPages) two = make (snapshot, funcs[i], languages[k], NULL, 0);
        g_autoptr (GBytes) first = print (one), second = print (two);
        g_assert_cmpuint (liaison_pages_get_n (one), >=, 3);
        g_assert_true (g_bytes_equal (first, second));
      }
}

/* One release is one sheet; none at all still makes a page that says so. */
static void
test_few (void)
{
  g_autoptr (LiaisonPlan) plan =
      liaison_plan_load (g_getenv ("LIAISON_TEST_SAMPLE"), NULL, NULL, NULL, NULL);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonPlan) empty = liaison_plan_new (liaison_id_new_from_parts (NOW * 1000, 1, 1));
  g_autoptr (LiaisonSnapshot) nothing = liaison_document_get_snapshot (empty->document);
  guint n;
  const LiaisonBlock *const *releases = liaison_snapshot_get (snapshot, LIAISON_KIND_RELEASE, &n);
  LiaisonId two[] = { releases[0]->id, releases[1]->id };
  g_autoptr (LiaisonPages) sheet = make (snapshot, liaison_report_hand_receipts, "en", two, 1);
  g_autoptr (LiaisonPages) sheets = make (snapshot, liaison_report_hand_receipts, "en", two, 2);
  g_autoptr (LiaisonPages) none = make (nothing, liaison_report_hand_receipts, "en", NULL, 0);
  g_autoptr (LiaisonPages) bare = make (nothing, liaison_report_after_action, "en", NULL, 0);

  g_assert_cmpuint (liaison_pages_get_n (sheet), ==, 1);
  g_assert_cmpuint (liaison_pages_get_n (sheets), ==, 2);
  g_assert_cmpuint (liaison_pages_get_n (none), ==, 1);
  g_assert_cmpuint (liaison_pages_get_n (bare), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/inform/reports/same-bytes", test_reports);
  g_test_add_func ("/inform/reports/few", test_few);
  return g_test_run ();
}
