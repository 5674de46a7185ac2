/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "05/06/27" is the fifth of June or the sixth of May, and the format that would tell is written in
 * the language of whoever made the sheet. But the value has one day, month and year: if the numbers
 * that are shown are those, it is that date, in any language, order and set of digits. */
#include "config.h"

#include "exchange/copied-cell.h"

#include "record/instant.h"

#include <math.h>
#include <stdio.h>

#define EPOCH_DAYS 25569   /* 1970-01-01 */
#define LAST_DAY   2958465 /* 9999-12-31 */
#define MAX_RUNS   8

/* The numbers of a text, one after the other. */
typedef struct
{
  gint64 numbers[MAX_RUNS];
  guint digits[MAX_RUNS];
  guint n;
  gint64 joined; /* all digits as one number */
  guint n_joined;
} Shown;

/* FALSE when there are more than anything here has. */
static gboolean
find_numbers (const char *text, Shown *shown)
{
  gboolean within = FALSE;

  *shown = (Shown){ 0 };
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      int digit = g_unichar_digit_value (g_utf8_get_char (text));

      if (digit >= 0 && !within && shown->n == MAX_RUNS)
        return FALSE;
      shown->n += digit >= 0 && !within;
      within = digit >= 0;
      if (!within)
        continue;
      if (++shown->n_joined > 15)
        return FALSE;
      shown->joined = shown->joined * 10 + digit;
      shown->numbers[shown->n - 1] = shown->numbers[shown->n - 1] * 10 + digit;
      shown->digits[shown->n - 1]++;
    }
  return shown->n > 0;
}

typedef struct
{
  int year, month, day;
  gint64 hours, minutes, seconds;
} Parts;

/* Takes a number that is shown and is @number out of what is left to explain. */
static gboolean
take (Shown *shown, gint64 number, gboolean *left)
{
  for (guint i = 0; i < shown->n; i++)
    if (left[i] && shown->numbers[i] == number)
      {
        left[i] = FALSE;
        return TRUE;
      }
  return FALSE;
}

static gboolean
take_hour (Shown *shown, gint64 hours, gboolean *left)
{
  return take (shown, hours, left) || take (shown, hours % 12, left)
         || (hours % 12 == 0 && take (shown, 12, left));
}

static guint
count_left (const Shown *shown, const gboolean *left)
{
  guint n = 0;

  for (guint i = 0; i < shown->n; i++)
    n += left[i];
  return n;
}

/* A year and a day; a month unless it has a name; then perhaps an hour with minutes and perhaps
 * seconds; and nothing else. */
static char *
spell_date (const Parts *parts, Shown *shown)
{
  gboolean left[MAX_RUNS] = { FALSE };
  gboolean timed = parts->hours > 0 || parts->minutes > 0 || parts->seconds > 0;

  for (guint i = 0; i < shown->n; i++)
    left[i] = TRUE;
  if (!take (shown, parts->year, left) && !take (shown, parts->year % 100, left))
    return NULL;
  if (!take (shown, parts->day, left))
    return NULL;
  take (shown, parts->month, left);
  if (take_hour (shown, parts->hours, left))
    {
      if (!take (shown, parts->minutes, left))
        return NULL;
      take (shown, parts->seconds, left);
      timed = TRUE;
    }
  if (count_left (shown, left) > 0)
    return NULL;
  if (!timed)
    return g_strdup_printf ("%04d-%02d-%02d", parts->year, parts->month, parts->day);
  return g_strdup_printf (parts->seconds > 0 ? "%04d-%02d-%02d %02d:%02d:%02d"
                                             : "%04d-%02d-%02d %02d:%02d",
                          parts->year, parts->month, parts->day, (int) parts->hours,
                          (int) parts->minutes, (int) parts->seconds);
}

/* "01:30:00 AM", "26:00". */
static char *
spell_time (const Parts *parts, Shown *shown, const char *text)
{
  gboolean left[MAX_RUNS] = { FALSE };

  for (guint i = 0; i < shown->n; i++)
    left[i] = TRUE;
  if (shown->n < 2 || shown->digits[1] != 2 || g_utf8_strchr (text, -1, ':') == NULL
      || !take_hour (shown, parts->hours, left) || !take (shown, parts->minutes, left))
    return NULL;
  take (shown, parts->seconds, left);
  if (count_left (shown, left) > 0)
    return NULL;
  return g_strdup_printf (parts->seconds > 0 ? "%" G_GINT64_FORMAT ":%02d:%02d"
                                             : "%" G_GINT64_FORMAT ":%02d",
                          parts->hours, (int) parts->minutes, (int) parts->seconds);
}

static void
set_clock (Parts *parts, gint64 seconds)
{
  parts->hours = seconds / 3600;
  parts->minutes = seconds / 60 % 60;
  parts->seconds = seconds % 60;
}

char *
liaison_copied_cell_spell (double value, const char *shown)
{
  Parts parts = { 0 };
  Shown numbers;
  gint64 seconds;
  char *spelt = NULL;

  if (!isfinite (value) || value < 0 || value > LAST_DAY || !find_numbers (shown, &numbers))
    return NULL;
  if (value >= 1000 && value == floor (value) && (gint64) value == numbers.joined)
    return numbers.n > 1 ? g_strdup_printf ("%" G_GINT64_FORMAT, numbers.joined) : NULL;
  seconds = llround (value * 86400);
  if (value >= 1)
    {
      liaison_date_from_days ((gint32) (seconds / 86400 - EPOCH_DAYS), &parts.year, &parts.month,
                              &parts.day);
      set_clock (&parts, seconds % 86400);
      spelt = spell_date (&parts, &numbers);
    }
  if (spelt == NULL)
    {
      set_clock (&parts, seconds);
      spelt = spell_time (&parts, &numbers, shown);
    }
  return spelt;
}
