/* SPDX-License-Identifier: GPL-3.0-or-later */
/* bench-withdraw SAMPLE: what the answer to a withdrawal costs against loading the plan, in one
 * run: of each nation of the sample, for good, from the day on which it is planned. */
#include "config.h"

#include "record/kinds/nation.h"
#include "store/plan.h"
#include "withdraw/withdrawal.h"

#include <time.h>

#define ROUNDS 9
/* 23 November 2026, 08:00 Zulu: the day on which the sample is planned. */
#define NOW G_GINT64_CONSTANT (1795420800)

/* Processor time, as both are done in one thread: other programs do not count. */
static double
now (void)
{
  struct timespec time;

  clock_gettime (CLOCK_PROCESS_CPUTIME_ID, &time);
  return (double) time.tv_sec + (double) time.tv_nsec / 1e9;
}

static double
time_load (const char *path)
{
  double best = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = now ();
      g_autoptr (LiaisonPlan) plan = liaison_plan_load (path, NULL, NULL, NULL, NULL);
      double seconds = now () - start;
      if (best == 0 || seconds < best)
        best = seconds;
    }
  return best;
}

static double
time_one (LiaisonSnapshot *snapshot, LiaisonId record, guint *n)
{
  const LiaisonWithdrawalOptions options = { record, NOW, LIAISON_WITHDRAWAL_FOR_GOOD };
  double best = 0;

  for (guint round = 0; round < ROUNDS; round++)
    {
      double start = now ();
      g_autoptr (LiaisonWithdrawal) found = liaison_withdrawal_new (snapshot, &options);
      double seconds = now () - start;
      if (best == 0 || seconds < best)
        best = seconds;
      *n = found->breaks->len;
    }
  return best;
}

int
main (int argc, char **argv)
{
  g_autoptr (LiaisonPlan) plan
      = argc > 1 ? liaison_plan_load (argv[1], NULL, NULL, NULL, NULL) : NULL;
  guint n, missed = 0;

  if (plan == NULL)
    {
      g_printerr ("bench-withdraw SAMPLE\n");
      return 2;
    }
  double load = time_load (argv[1]);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonBlock *const *nations = liaison_snapshot_get (snapshot, LIAISON_KIND_NATION, &n);
  for (guint i = 0; i < n; i++)
    {
      guint breaks = 0;
      double seconds = time_one (snapshot, nations[i]->id, &breaks);
      missed += seconds > load;
      g_print ("withdraw %-4s %5.2f x loading it (at most 1.00%s)  %.1f ms, load %.1f ms; %u breaks\n",
               LIAISON_DATA (Nation, nations[i])->code, seconds / load,
               seconds <= load ? "" : ", MISSED", seconds * 1e3, load * 1e3, breaks);
    }
  return missed > 0;
}
