/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast a table is written: ROWS events by twenty columns to CSV and to XLSX.
 *
 *   bench-export PLAN ROWS FOLDER    leaves table.csv and table.xlsx in FOLDER; tests/bench/run has
 *                                    LibreOffice convert the latter, for comparison
 */
#include "config.h"

#include "exchange/export.h"
#include "record/kinds.h"
#include "store/plan.h"

#include <stdlib.h>

#define N_COLUMNS 20
#define ROUNDS    3
#define NOW       G_GINT64_CONSTANT (1810299600)

/* Everything that an export has to do, from the snapshot to the bytes; in seconds. */
static double
export_table (const LiaisonSnapshot *snapshot,
              LiaisonWords *words,
              guint rows,
              LiaisonExportFormat format,
              const char *path)
{
  gint64 begin = g_get_monotonic_time ();
  const LiaisonManner manner = { .words = words,
                                 .lookup = liaison_snapshot_get_lookup (snapshot),
                                 .now = NOW };
  const LiaisonExportOptions options = { format, FALSE, NOW };
  g_autoptr (LiaisonQuery) query = liaison_query_new (&liaison_event_kind);
  g_autoptr (LiaisonListing) listing = NULL;
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileOutputStream) stream =
      g_file_replace (file, NULL, FALSE, G_FILE_CREATE_NONE, NULL, NULL);
  const LiaisonListing *all[1];

  liaison_query_take_usual_columns (query, TRUE);
  g_array_set_size (query->columns, MIN (query->columns->len, N_COLUMNS));
  query->limit = rows;
  listing =
      liaison_listing_new_for_query (query, &manner, LIAISON_LISTING_AS_TOLD, snapshot, NULL, NULL);
  all[0] = listing;
  if (!liaison_export_write (all, 1, &options, words, G_OUTPUT_STREAM (stream), NULL, NULL, NULL,
                             NULL))
    return -1;
  g_output_stream_close (G_OUTPUT_STREAM (stream), NULL, NULL);
  return (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC;
}

int
main (int argc, char *argv[])
{
  static const struct
  {
    LiaisonExportFormat format;
    const char *name;
  } files[] = { { LIAISON_EXPORT_CSV, "table.csv" }, { LIAISON_EXPORT_XLSX, "table.xlsx" } };
  g_autoptr (LiaisonWords) words = liaison_words_new ("en", NULL);
  g_autoptr (LiaisonPlan) plan = NULL;
  g_autoptr (LiaisonSnapshot) snapshot = NULL;
  guint rows;

  if (argc != 4)
    {
      g_printerr ("Usage: bench-export PLAN ROWS FOLDER\n");
      return 2;
    }
  plan = liaison_plan_load (argv[1], NULL, NULL, NULL, NULL);
  if (plan == NULL)
    return 2;
  rows = (guint) atoi (argv[2]);
  snapshot = liaison_document_get_snapshot (plan->document);
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autofree char *path = g_build_filename (argv[3], files[i].name, NULL);
      double best = G_MAXDOUBLE;

      for (guint round = 0; round < ROUNDS; round++)
        best = MIN (best, export_table (snapshot, words, rows, files[i].format, path));
      g_print ("export: %u rows of %u columns to %s: %.2f s\n", rows, N_COLUMNS,
               liaison_export_get_info (files[i].format)->name, best);
    }
  return 0;
}
