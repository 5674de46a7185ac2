/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Seeds each fault in the filter and sees that the leak test finds it. Built with a filter of its
 * own that has them. */
#include "config.h"

#include "leak-check.h"

#include "release/fault.h"

#define PAIRS 60

/* The first pair that shows the fault; PAIRS: none does. */
static guint
find_pair (gboolean slow, char **wrong)
{
  for (guint i = 0; i < PAIRS; i++)
    {
      *wrong = leak_check_pair (i, i % LEAK_N_AUDIENCES, slow);
      if (*wrong != NULL)
        return i;
    }
  return PAIRS;
}

static void
test_fault (gconstpointer data)
{
  g_autofree char *wrong = NULL;
  guint pair;

  liaison_release_fault = GPOINTER_TO_UINT (data);
  /* Those in the filter show in the copies; those behind it in what is made of them alone. */
  pair = find_pair (liaison_release_fault >= LIAISON_FAULT_GONE_TOLD_APART, &wrong);
  liaison_release_fault = LIAISON_FAULT_NONE;
  g_assert_cmpuint (pair, <, PAIRS);
  g_test_message ("fault %u: caught by pair %u: %s", GPOINTER_TO_UINT (data), pair, wrong);
}

static void
test_none (void)
{
  g_autofree char *wrong = NULL;

  find_pair (FALSE, &wrong);
  g_assert_null (wrong);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/release/fault/none", test_none);
  for (guint fault = 1; fault < LIAISON_N_FAULTS; fault++)
    {
      g_autofree char *path = g_strdup_printf ("/release/fault/%02u", fault);

      g_test_add_data_func (path, GUINT_TO_POINTER (fault), test_fault);
    }
  return g_test_run ();
}
