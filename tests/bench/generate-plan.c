/* SPDX-License-Identifier: GPL-3.0-or-later */
/* generate-plan EVENTS [SEED]: writes a plan of that size to standard output. */
#include "config.h"

#include "plan-generator.h"

#include <gio/gunixoutputstream.h>

int
main (int argc, char **argv)
{
  guint64 events, seed = 1;
  g_autoptr (GError) error = NULL;

  if (argc < 2 || argc > 3
      || !g_ascii_string_to_unsigned (argv[1], 10, 1, LIAISON_PLAN_MAX_RECORDS, &events, &error)
      || (argc == 3 && !g_ascii_string_to_unsigned (argv[2], 10, 0, G_MAXUINT64, &seed, &error)))
    {
      g_printerr ("generate-plan EVENTS [SEED]%s%s\n", error != NULL ? ": " : "",
                  error != NULL ? error->message : "");
      return 2;
    }

  g_autoptr (LiaisonPlan) plan = plan_generate (events, seed);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (GOutputStream) output = g_unix_output_stream_new (1, FALSE);
  if (!liaison_plan_write (snapshot, NULL, output, NULL, &error))
    {
      g_printerr ("generate-plan: %s\n", error->message);
      return 2;
    }
  return 0;
}
