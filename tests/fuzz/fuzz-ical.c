/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a calendar of holidays: nothing crashes or hangs, and what is read may stand in a
 * plan. */
#include "config.h"

#include "exchange/ical-read.h"
#include "schedule/observances.h"
#include "schedule/recurrence.h"

#include "fuzz.h"

#include <string.h>

static void
count_cb (gint32 first, gint32 last, gboolean confirmed, gpointer data)
{
  g_assert_cmpint (first, <=, last);
  g_assert_cmpint (last - first, <=, 60);
  ++*(guint *) data;
}

static void
check_observance (const LiaisonBlock *block)
{
  const LiaisonObservanceData *data = LIAISON_DATA (Observance, block);
  const char *title = liaison_text_pick (data->title, "en", NULL);
  guint n = 0;

  g_assert_nonnull (title);
  g_assert_true (g_utf8_validate (title, -1, NULL));
  g_assert_cmpuint (strlen (title), <=, 500);
  g_assert_true (data->rule == NULL || liaison_recurrence_check (data->rule, NULL));
  liaison_observance_foreach_days (block, 20000, 21000, count_cb, &n);
  g_assert_cmpuint (n, <=, 20000);
}

int
LLVMFuzzerTestOneInput (const guint8 *input, gsize size)
{
  static const char *const nations[] = { "NO" };
  const LiaisonIcalTerms terms = { .nations = nations, .n_nations = 1, .now = 1 };
  g_autoptr (GBytes) bytes = g_bytes_new (input, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonIcalHolidays) holidays = liaison_ical_read_holidays (bytes, &terms, &error);

  g_assert_true ((holidays == NULL) == (error != NULL));
  for (guint i = 0; holidays != NULL && i < holidays->blocks->len; i++)
    check_observance (holidays->blocks->pdata[i]);
  return 0;
}
