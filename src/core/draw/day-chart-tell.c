/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The day chart in words: what is told of a day, and the table of all of them. */
#include "config.h"

#include "draw/day-chart-private.h"

#include "record/instant.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

gboolean
day_chart_is_short (LiaisonDayChart *self, guint day)
{
  return !isnan (self->limits[day]) && liaison_day_chart_get_sum (self, day) > self->limits[day];
}

static void
tell_number (GString *text, const LiaisonManner *manner, const char *label, double value)
{
  g_autofree char *number = liaison_words_format_integer (manner->words, (gint64) value);

  g_string_append_printf (text, "\n%s: %s", label, number);
}

char *
day_chart_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonDayChart *self = LIAISON_DAY_CHART (drawing);
  g_autofree char *day = NULL;
  GString *text;
  double sum;

  if (hit->index >= self->n_days)
    return NULL;
  sum = liaison_day_chart_get_sum (self, hit->index);
  day = liaison_words_format_day (manner->words, self->first + (gint32) hit->index,
                                  LIAISON_DATE_FULL);
  text = g_string_new (day);
  for (guint i = 0; i < self->parts->len; i++)
    if (PART (i)->values[hit->index] > 0)
      tell_number (text, manner, PART (i)->label, PART (i)->values[hit->index]);
  if (self->parts->len > 1)
    tell_number (text, manner, liaison_words_get (manner->words, N_ ("Together")), sum);
  if (isnan (self->limits[hit->index]))
    return g_string_free (text, FALSE);
  tell_number (text, manner, liaison_words_get (manner->words, N_ ("Available")),
               self->limits[hit->index]);
  if (day_chart_is_short (self, hit->index))
    /* Translators: How much of something is not there */
    tell_number (text, manner, liaison_words_get (manner->words, N_ ("Missing")),
                 sum - self->limits[hit->index]);
  return g_string_free (text, FALSE);
}

static char **
make_heads (LiaisonDayChart *self, const LiaisonManner *manner)
{
  GPtrArray *cells = g_ptr_array_new ();

  /* Translators: The head of a column of dates */
  g_ptr_array_add (cells, g_strdup (liaison_words_get (manner->words, N_ ("Day"))));
  for (guint i = 0; i < self->parts->len; i++)
    g_ptr_array_add (cells, g_strdup (PART (i)->label));
  g_ptr_array_add (cells, g_strdup (liaison_words_get (manner->words, N_ ("Together"))));
  g_ptr_array_add (cells, g_strdup (liaison_words_get (manner->words, N_ ("Available"))));
  g_ptr_array_add (cells, NULL);
  return (char **) g_ptr_array_free (cells, FALSE);
}

GPtrArray *
liaison_day_chart_make_table (LiaisonDayChart *self, const LiaisonManner *manner)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);

  g_ptr_array_add (rows, make_heads (self, manner));
  for (guint day = 0; day < self->n_days; day++)
    {
      GPtrArray *cells = g_ptr_array_new ();

      g_ptr_array_add (cells, liaison_words_format_day (manner->words, self->first + (gint32) day,
                                                        LIAISON_DATE_MEDIUM));
      for (guint i = 0; i < self->parts->len; i++)
        g_ptr_array_add (cells, g_strdup_printf ("%.0f", PART (i)->values[day]));
      g_ptr_array_add (cells, g_strdup_printf ("%.0f", liaison_day_chart_get_sum (self, day)));
      g_ptr_array_add (cells, isnan (self->limits[day]) ? g_strdup ("")
                                                        : g_strdup_printf ("%.0f", self->limits[day]));
      g_ptr_array_add (cells, NULL);
      g_ptr_array_add (rows, g_ptr_array_free (cells, FALSE));
    }
  return rows;
}
