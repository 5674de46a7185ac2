/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/day-chart-fill.h"

#include "arrangements/days.h"
#include "record/record.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LiaisonHue hues[] = { LIAISON_HUE_BLUE,   LIAISON_HUE_TEAL,  LIAISON_HUE_YELLOW,
                                   LIAISON_HUE_PURPLE, LIAISON_HUE_BROWN, LIAISON_HUE_PINK,
                                   LIAISON_HUE_GREEN,  LIAISON_HUE_ORANGE };
G_STATIC_ASSERT (G_N_ELEMENTS (hues) == LIAISON_CHART_MOST_NATIONS);

static gint32
find_today (const LiaisonManner *manner)
{
  return liaison_day_of (liaison_days_get_zone (&manner->lookup), manner->now);
}

static const char *
tell_unit (const LiaisonSupportPool *pool, const LiaisonManner *manner)
{
  return liaison_text_pick (pool->unit, liaison_words_get_language (manner->words), NULL);
}

char *
liaison_support_pool_tell (const LiaisonSupportPool *pool, const LiaisonManner *manner)
{
  const char *class =
      liaison_words_get (manner->words, liaison_support_classes.choices[pool->class].label);
  g_autofree char *site =
      pool->site != NULL ? liaison_manner_tell_block_name (manner, pool->site) : NULL;
  const char *unit = tell_unit (pool, manner);
  GString *text = g_string_new (class);

  if (site != NULL)
    g_string_append_printf (text, "%s%s", liaison_words_get_separator (manner->words), site);
  if (unit != NULL)
    g_string_append_printf (text, " (%s)", unit);
  return g_string_free (text, FALSE);
}

typedef struct
{
  const char *nation; /* interned; NULL: none said */
  gint64 most;
} Share;

static int
compare_shares (gconstpointer a, gconstpointer b)
{
  const Share *one = a, *two = b;

  if (one->most != two->most)
    return one->most > two->most ? -1 : 1;
  return g_strcmp0 (one->nation, two->nation);
}

/* The nations that ask, who ask for most first. */
static GArray *
list_shares (const LiaisonSupportPool *pool)
{
  GArray *shares = g_array_new (FALSE, FALSE, sizeof (Share));

  for (guint i = 0; i < pool->demands->len; i++)
    {
      const LiaisonSupportDemand *demand = &g_array_index (pool->demands, LiaisonSupportDemand, i);
      Share share = { LIAISON_DATA (SupportRequest, demand->request)->nation, demand->quantity };
      gboolean known = FALSE;

      for (guint j = 0; j < shares->len; j++)
        if (g_strcmp0 (g_array_index (shares, Share, j).nation, share.nation) == 0)
          {
            g_array_index (shares, Share, j).most += share.most;
            known = TRUE;
          }
      if (!known)
        g_array_append_val (shares, share);
    }
  g_array_sort (shares, compare_shares);
  return shares;
}

/* @nation "" : those that have no part of their own. */
static void
add_part (LiaisonDayChart *self,
          const LiaisonSupportDays *days,
          const LiaisonSupportPool *pool,
          const GArray *shares,
          guint index,
          const LiaisonManner *manner)
{
  gboolean rest = index == LIAISON_CHART_MOST_NATIONS;
  const char *nation = rest ? NULL : g_array_index (shares, Share, index).nation;
  g_autofree char *label = nation != NULL
                               ? liaison_manner_tell_nation (manner, nation)
                               : g_strdup (liaison_words_get (manner->words, N_ ("Others")));
  guint part = liaison_day_chart_add_part (self, label,
                                           rest || nation == NULL ? LIAISON_HUE_GREY : hues[index]);

  for (guint day = 0; day < days->n_days; day++)
    {
      gint64 sum = 0;

      for (guint i = index; i < (rest ? shares->len : index + 1); i++)
        {
          const char *its = g_array_index (shares, Share, i).nation;
          sum += liaison_support_pool_sum (days, pool, its != NULL ? its : "", day);
        }
      liaison_day_chart_set_value (self, part, day, (double) sum);
    }
}

void
liaison_day_chart_fill_support (LiaisonDayChart *self,
                                const LiaisonSupportDays *days,
                                const LiaisonSupportPool *pool,
                                const LiaisonManner *manner)
{
  g_autoptr (GArray) shares = list_shares (pool);

  liaison_day_chart_begin (self, days->first, days->n_days);
  for (guint i = 0; i < MIN (shares->len, LIAISON_CHART_MOST_NATIONS); i++)
    add_part (self, days, pool, shares, i, manner);
  if (shares->len > LIAISON_CHART_MOST_NATIONS)
    add_part (self, days, pool, shares, LIAISON_CHART_MOST_NATIONS, manner);
  for (guint i = 0; pool->known && i < days->n_days; i++)
    liaison_day_chart_set_limit (self, i, (double) pool->available[i]);
  liaison_day_chart_set_labels (
      self, pool->known ? liaison_words_get (manner->words, N_ ("Available")) : NULL,
      tell_unit (pool, manner));
  liaison_day_chart_set_today (self, find_today (manner));
  liaison_day_chart_end (self);
}

void
liaison_day_chart_fill_movements (LiaisonDayChart *self,
                                  const LiaisonMovementDays *days,
                                  gint64 beds,
                                  const LiaisonManner *manner)
{
  guint stay, arrive, leave;

  liaison_day_chart_begin (self, days->first, days->n_days);
  /* Translators: People who are there overnight and neither arrive nor leave on that day */
  stay = liaison_day_chart_add_part (self, liaison_words_get (manner->words, N_ ("Staying")),
                                     LIAISON_HUE_BLUE);
  /* Translators: People who arrive on a day and stay the night */
  arrive = liaison_day_chart_add_part (self, liaison_words_get (manner->words, N_ ("Arriving")),
                                       LIAISON_HUE_GREEN);
  /* Translators: People who leave on a day */
  leave = liaison_day_chart_add_part (self, liaison_words_get (manner->words, N_ ("Leaving")),
                                      LIAISON_HUE_GREY);
  for (guint i = 0; i < days->n_days; i++)
    {
      const LiaisonMovementDay *day = &days->days[i];
      guint64 arriving = MIN (day->arrive, day->stay);

      liaison_day_chart_set_value (self, stay, i, (double) (day->stay - arriving));
      liaison_day_chart_set_value (self, arrive, i, (double) day->arrive);
      liaison_day_chart_set_value (self, leave, i, (double) day->leave);
      if (beds != LIAISON_INTEGER_UNSET)
        liaison_day_chart_set_limit (self, i, (double) beds);
    }
  liaison_day_chart_set_labels (
      self, beds != LIAISON_INTEGER_UNSET ? liaison_words_get (manner->words, N_ ("Beds")) : NULL,
      liaison_words_get (manner->words, N_ ("People")));
  liaison_day_chart_set_today (self, find_today (manner));
  liaison_day_chart_end (self);
}

/* Tests */

static const struct
{
  LiaisonTestResult result;
  LiaisonHue hue;
} results[] = {
  { LIAISON_TEST_RESULT_WORKED, LIAISON_HUE_GREEN },
  { LIAISON_TEST_RESULT_WITH_DIFFICULTY, LIAISON_HUE_YELLOW },
  { LIAISON_TEST_RESULT_FAILED, LIAISON_HUE_RED },
  { LIAISON_TEST_RESULT_NO_ANSWER, LIAISON_HUE_PINK },
  { LIAISON_TEST_RESULT_NOT_MADE, LIAISON_HUE_GREY },
};

typedef void (*TestFunc) (LiaisonDayChart *self, int result, gint32 day, gpointer data);

static void
foreach_test (LiaisonDayChart *self,
              const LiaisonCircuits *circuits,
              const char *zone,
              TestFunc func,
              gpointer data)
{
  for (guint i = 0; i < circuits->circuits->len; i++)
    {
      const GArray *tests = ((const LiaisonCircuit *) circuits->circuits->pdata[i])->tests;

      for (guint j = 0; j < tests->len; j++)
        {
          const LiaisonCircuitTest *test = &g_array_index (tests, LiaisonCircuitTest, j);
          func (self, LIAISON_DATA (ChannelTest, test->test)->result,
                liaison_day_of (zone, test->time), data);
        }
    }
}

typedef struct
{
  gint32 first, last;
  guint *counts; /* result by day */
} Trend;

static void
reach_cb (LiaisonDayChart *self, int result, gint32 day, gpointer data)
{
  Trend *trend = data;

  trend->first = MIN (trend->first, day);
  trend->last = MAX (trend->last, day);
}

static void
count_cb (LiaisonDayChart *self, int result, gint32 day, gpointer data)
{
  Trend *trend = data;
  guint n_days = (guint) (trend->last - trend->first + 1);

  for (guint i = 0; day >= trend->first && i < G_N_ELEMENTS (results); i++)
    if ((int) results[i].result == result)
      trend->counts[i * n_days + (guint) (day - trend->first)]++;
}

void
liaison_day_chart_fill_tests (LiaisonDayChart *self,
                              const LiaisonCircuits *circuits,
                              guint most_days,
                              const LiaisonManner *manner)
{
  const char *zone = liaison_days_get_zone (&manner->lookup);
  Trend trend = { G_MAXINT32, G_MININT32, NULL };
  guint n_days;

  foreach_test (self, circuits, zone, reach_cb, &trend);
  if (trend.first > trend.last)
    {
      liaison_day_chart_begin (self, 0, 0);
      liaison_day_chart_end (self);
      return;
    }
  trend.first = (gint32) MAX (trend.first, (gint64) trend.last - most_days + 1);
  n_days = (guint) (trend.last - trend.first + 1);
  trend.counts = g_new0 (guint, n_days * G_N_ELEMENTS (results));
  foreach_test (self, circuits, zone, count_cb, &trend);
  liaison_day_chart_begin (self, trend.first, n_days);
  for (guint i = 0; i < G_N_ELEMENTS (results); i++)
    {
      guint part = liaison_day_chart_add_part (
          self,
          liaison_words_get (manner->words, liaison_test_results.choices[results[i].result].label),
          results[i].hue);

      for (guint day = 0; day < n_days; day++)
        liaison_day_chart_set_value (self, part, day, trend.counts[i * n_days + day]);
    }
  liaison_day_chart_set_labels (self, NULL, liaison_words_get (manner->words, N_ ("Tests")));
  liaison_day_chart_set_today (self, find_today (manner));
  liaison_day_chart_end (self);
  g_free (trend.counts);
}
