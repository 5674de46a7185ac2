/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The leak test at length: bench-leak [PAIRS] [FIRST] [EACH]. Of so many pairs EACH one has PDFs too,
 * among them a pack of every section; usually each. Fails with the first pair that leaks. */
#include "config.h"

#include "leak-search.h"

#include <stdlib.h>

/* Of so many pairs one is searched with the tools of others. */
#define SEARCH_EACH 50

static int
fail (guint pair, const char *wrong)
{
  g_printerr ("leak: pair %u: %s\n", pair, wrong);
  return 1;
}

int
main (int argc, char *argv[])
{
  guint n = argc > 1 ? (guint) atoi (argv[1]) : 2000;
  guint first = argc > 2 ? (guint) atoi (argv[2]) : 0;
  guint each = argc > 3 ? (guint) MAX (atoi (argv[3]), 1) : 1;
  guint n_searched = 0, n_slow = 0;
  gboolean can_search = leak_search_is_possible ();
  gint64 begin = g_get_monotonic_time ();

  for (guint i = first; i < first + n; i++)
    {
      LeakAudience whom = i % LEAK_N_AUDIENCES;
      gboolean slow = i % each == 0;
      g_autofree char *wrong = leak_check_pair (i, whom, slow);

      if (wrong == NULL && can_search && i % SEARCH_EACH == 0)
        {
          wrong = leak_search (i, whom);
          n_searched++;
        }
      if (wrong != NULL)
        return fail (i, wrong);
      n_slow += slow;
    }
  g_print ("leak: %u pairs of plan and audience, %u with PDFs and packs: every output the same byte for "
           "byte; canaries searched in %u with "
           "pdftotext, mutool, qpdf, pdfinfo, pdfdetach, pdfimages, unzip: none; %.0f s\n",
           n, n_slow, n_searched, (double) (g_get_monotonic_time () - begin) / G_USEC_PER_SEC);
  return 0;
}
