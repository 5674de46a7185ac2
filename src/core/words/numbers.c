/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/numbers.h"

#include "record/duration.h"
#include "words/words-private.h"

#include <math.h>

enum
{
  NUMBER_PLAIN,
  NUMBER_PERCENT,
  NUMBER_DAYS,
  NUMBER_HOURS,
  NUMBER_MINUTES,
  NUMBER_SECONDS,
};

static const struct
{
  gint64 seconds;
  guint slot;
  const char *skeleton;
  const char *symbol;
} units[] = {
  { 86400, NUMBER_DAYS, "measure-unit/duration-day unit-width-short", "d" },
  { 3600, NUMBER_HOURS, "measure-unit/duration-hour unit-width-short", "h" },
  { 60, NUMBER_MINUTES, "measure-unit/duration-minute unit-width-short", "min" },
  { 1, NUMBER_SECONDS, "measure-unit/duration-second unit-width-short", "s" },
};

#define MINUTES 2

char *
liaison_words_format_integer (LiaisonWords *self, gint64 value)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  char *text = liaison_icu_format_integer (&self->icu, NUMBER_PLAIN, ".##", value);

  return text ? text : g_strdup_printf ("%" G_GINT64_FORMAT, value);
}

char *
liaison_words_format_number (LiaisonWords *self, double value)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  char *text = liaison_icu_format_number (&self->icu, NUMBER_PLAIN, ".##", value);

  return text ? text : g_strdup_printf ("%.2f", value);
}

char *
liaison_words_format_percent (LiaisonWords *self, double fraction)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  char *text = liaison_icu_format_number (&self->icu, NUMBER_PERCENT,
                                          "percent scale/100 precision-integer", fraction);

  return text ? text : g_strdup_printf ("%.0f%%", fraction * 100);
}

static UListFormatter *
open_list (UListFormatter **list,
           const char *locale,
           UListFormatterType type,
           UListFormatterWidth width)
{
  UErrorCode status = U_ZERO_ERROR;

  if (!*list)
    *list = ulistfmt_openForType (locale, type, width, &status);
  return *list;
}

char *
liaison_words_format_list (LiaisonWords *self,
                           const char *const *texts,
                           gsize n,
                           LiaisonListKind kind)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  LiaisonIcu *icu = &self->icu;
  UListFormatter *list =
      kind == LIAISON_LIST_OR
          ? open_list (&icu->or_list, icu->locale, ULISTFMT_TYPE_OR, ULISTFMT_WIDTH_WIDE)
          : open_list (&icu->and_list, icu->locale, ULISTFMT_TYPE_AND, ULISTFMT_WIDTH_WIDE);
  char *joined = n > 0 ? liaison_icu_join (list, texts, n, TRUE) : g_strdup ("");
  g_autoptr (GString) plain = NULL;

  if (joined)
    return joined;

  plain = g_string_new (NULL);
  for (gsize i = 0; i < n; i++)
    g_string_append_printf (plain, "%s\u2068%s\u2069", i > 0 ? ", " : "", texts[i]);
  return g_string_free (g_steal_pointer (&plain), FALSE);
}

/* One part; @negative puts the sign that the language uses. */
static char *
format_part (LiaisonIcu *icu, guint unit, gint64 amount, gboolean negative)
{
  gint64 value = negative ? -amount : amount;
  char *text = liaison_icu_format_integer (icu, units[unit].slot, units[unit].skeleton, value);

  return text ? text : g_strdup_printf ("%" G_GINT64_FORMAT " %s", value, units[unit].symbol);
}

char *
liaison_words_format_duration (LiaisonWords *self, gint64 seconds)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  g_autoptr (GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);
  gint64 rest = ABS (MAX (seconds, -G_MAXINT64));
  LiaisonIcu *icu = &self->icu;
  UListFormatter *list;
  char *joined;

  if (seconds == LIAISON_DURATION_UNSET)
    return g_strdup ("");
  for (guint i = 0; i < G_N_ELEMENTS (units); i++)
    {
      gint64 amount = rest / units[i].seconds;

      rest %= units[i].seconds;
      if (amount > 0 || (i == MINUTES && parts->len == 0 && rest == 0))
        g_ptr_array_add (parts, format_part (icu, i, amount, seconds < 0 && parts->len == 0));
    }

  if (parts->len == 1)
    return g_ptr_array_steal_index (parts, 0);
  list = open_list (&icu->unit_list, icu->locale, ULISTFMT_TYPE_UNITS, ULISTFMT_WIDTH_NARROW);
  joined = liaison_icu_join (list, (const char *const *) parts->pdata, parts->len, FALSE);
  g_ptr_array_add (parts, NULL);
  return joined ? joined : g_strjoinv (" ", (char **) parts->pdata);
}
