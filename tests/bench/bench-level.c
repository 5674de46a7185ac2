/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Levels a plan and tells how long that takes, and when the last event ends.
 *
 *   bench-level PLAN [SCHEDULES [ROUNDS]]
 *
 * Prints name, value and unit, tab-separated; times are of the processor, the least of ROUNDS. */
#include "config.h"

#include "schedule/levelling.h"
#include "store/plan.h"

#include <stdlib.h>
#include <time.h>

static double
get_ms (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return time.tv_sec * 1e3 + time.tv_nsec / 1e6;
}

int
main (int argc, char *argv[])
{
  LiaisonLevelOptions options = { .goal = LIAISON_LEVEL_SHORTEST,
                                  .from = G_MININT64,
                                  .now = G_MININT64,
                                  .schedules = argc > 2 ? atoi (argv[2]) : 1,
                                  .seed = 1 };
  guint rounds = argc > 3 ? (guint) atoi (argv[3]) : 5;
  g_autoptr (GError) error = NULL;
  double best = G_MAXDOUBLE, begin = get_ms ();

  if (argc < 2)
    {
      g_printerr ("bench-level PLAN [SCHEDULES [ROUNDS]]\n");
      return 2;
    }
  g_autoptr (LiaisonPlan) plan = liaison_plan_load (argv[1], NULL, NULL, NULL, &error);
  if (plan == NULL)
    {
      g_printerr ("%s\n", error->message);
      return 1;
    }
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  double loaded = get_ms ();
  for (guint i = 0; i < MAX (rounds, 1); i++)
    {
      double start = get_ms ();
      g_autoptr (LiaisonLevelling) found = liaison_level (snapshot, &options);
      best = MIN (best, get_ms () - start);
      if (i > 0)
        continue;
      g_autoptr (GDateTime) end = g_date_time_new_from_unix_utc (found->end_after);
      g_autofree char *text = g_date_time_format_iso8601 (end);
      g_print ("end\t%s\t\nmoved\t%u\tevents\nconflicts-before\t%u\t\nconflicts-after\t%u\t\n", text,
               found->n_moved, found->n_before, found->n_after);
    }
  g_print ("load\t%.1f\tms\nlevel\t%.1f\tms\n", loaded - begin, best);
  return 0;
}
