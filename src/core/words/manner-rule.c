/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/manner-rule.h"

#include "words/dates.h"
#include "words/manner-private.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <stdio.h>
#include <string.h>

#define WORKING_DAYS 0x1f

static const char *const day_names[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* A Monday: 5 January 1970. */
#define A_MONDAY 4

static const struct
{
  LiaisonRepeat repeat;
  const char *frequency;
} frequencies[] = {
  { LIAISON_REPEAT_DAILY, "DAILY" },     { LIAISON_REPEAT_WEEKLY, "WEEKLY" },
  { LIAISON_REPEAT_MONTHLY, "MONTHLY" }, { LIAISON_REPEAT_YEARLY, "YEARLY" },
  { LIAISON_REPEAT_HOURLY, "HOURLY" },
};

static gboolean
parse_frequency (LiaisonRepeatRule *self, const char *value)
{
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (g_ascii_strcasecmp (value, frequencies[i].frequency) == 0)
      {
        self->repeat = frequencies[i].repeat;
        return TRUE;
      }
  return FALSE;
}

static gboolean
parse_number (const char *value, guint *number)
{
  guint64 parsed;

  if (!g_ascii_string_to_unsigned (value, 10, 1, 100000, &parsed, NULL))
    return FALSE;
  *number = (guint) parsed;
  return TRUE;
}

static gboolean
parse_days (const char *value, guint *days)
{
  g_auto (GStrv) words = g_strsplit (value, ",", 8);

  for (guint i = 0; words[i] != NULL; i++)
    {
      guint day = 0;
      while (day < 7 && g_ascii_strcasecmp (words[i], day_names[day]) != 0)
        day++;
      if (day == 7)
        return FALSE;
      *days |= 1u << day;
    }
  return *days != 0;
}

/* A day, or the last moment of one: the time of day is left to rules written by hand. */
static gboolean
parse_until (const char *value, gint32 *until)
{
  int year, month, day, n = 0;

  if (sscanf (value, "%4d%2d%2d%n", &year, &month, &day, &n) != 3 || n != 8
      || (value[8] != '\0' && g_ascii_strncasecmp (value + 8, "T235959", 7) != 0)
      || (value[8] != '\0' && value[15] != '\0'))
    return FALSE;
  return liaison_days_from_date (year, month, day, until);
}

static gboolean
parse_part (LiaisonRepeatRule *self, const char *name, const char *value)
{
  if (g_ascii_strcasecmp (name, "FREQ") == 0)
    return parse_frequency (self, value);
  if (g_ascii_strcasecmp (name, "INTERVAL") == 0)
    return parse_number (value, &self->interval);
  if (g_ascii_strcasecmp (name, "COUNT") == 0)
    return parse_number (value, &self->count);
  if (g_ascii_strcasecmp (name, "BYDAY") == 0)
    return parse_days (value, &self->days);
  if (g_ascii_strcasecmp (name, "UNTIL") == 0)
    return parse_until (value, &self->until);
  return FALSE;
}

LiaisonRepeatRule
liaison_repeat_rule_parse (const char *rule)
{
  LiaisonRepeatRule self = { LIAISON_REPEAT_NEVER, 1, 0, 0, LIAISON_DATE_UNSET };
  const LiaisonRepeatRule other = { LIAISON_REPEAT_OTHER, 1, 0, 0, LIAISON_DATE_UNSET };
  g_auto (GStrv) parts = NULL;

  if (rule == NULL || *rule == '\0')
    return self;
  parts = g_strsplit (rule, ";", 16);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      char *value = strchr (parts[i], '=');

      if (value == NULL)
        return other;
      *value++ = '\0';
      if (!parse_part (&self, parts[i], value))
        return other;
    }
  if (self.days != 0 && self.repeat == LIAISON_REPEAT_WEEKLY && self.days == WORKING_DAYS
      && self.interval == 1)
    self.repeat = LIAISON_REPEAT_WEEKDAYS;
  else if (self.days != 0 && self.repeat != LIAISON_REPEAT_WEEKLY)
    return other;
  if (self.repeat == LIAISON_REPEAT_NEVER || (self.count != 0 && self.until != LIAISON_DATE_UNSET))
    return other;
  return self;
}

static void
append_days (GString *text, guint days)
{
  const char *separator = ";BYDAY=";

  for (guint i = 0; i < 7; i++)
    if (days >> i & 1)
      {
        g_string_append_printf (text, "%s%s", separator, day_names[i]);
        separator = ",";
      }
}

char *
liaison_repeat_rule_format (const LiaisonRepeatRule *self)
{
  GString *text;
  gboolean weekdays = self->repeat == LIAISON_REPEAT_WEEKDAYS;
  LiaisonRepeat repeat = weekdays ? LIAISON_REPEAT_WEEKLY : self->repeat;

  g_return_val_if_fail (self->repeat != LIAISON_REPEAT_OTHER, NULL);
  if (self->repeat == LIAISON_REPEAT_NEVER)
    return NULL;
  text = g_string_new ("FREQ=");
  for (guint i = 0; i < G_N_ELEMENTS (frequencies); i++)
    if (frequencies[i].repeat == repeat)
      g_string_append (text, frequencies[i].frequency);
  if (self->interval > 1 && !weekdays)
    g_string_append_printf (text, ";INTERVAL=%u", self->interval);
  if (repeat == LIAISON_REPEAT_WEEKLY)
    append_days (text, weekdays ? WORKING_DAYS : self->days);
  if (self->count > 0)
    g_string_append_printf (text, ";COUNT=%u", self->count);
  else if (self->until != LIAISON_DATE_UNSET)
    {
      int year, month, day;

      liaison_date_from_days (self->until, &year, &month, &day);
      g_string_append_printf (text, ";UNTIL=%04d%02d%02dT235959", year, month, day);
    }
  return g_string_free (text, FALSE);
}

static char *
tell_days (LiaisonWords *words, guint days)
{
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;

  for (guint i = 0; i < 7; i++)
    if (days >> i & 1)
      {
        g_autofree char *name =
            liaison_words_format_day (words, A_MONDAY + (gint32) i, LIAISON_DATE_WEEKDAY);
        g_strv_builder_add (builder, name);
      }
  names = g_strv_builder_end (builder);
  return liaison_words_format_list (words, (const char *const *) names, g_strv_length (names),
                                    LIAISON_LIST_AND);
}

static char *
tell_every (LiaisonWords *words, const LiaisonRepeatRule *rule)
{
  guint n = rule->interval;

  switch (rule->repeat)
    {
    case LIAISON_REPEAT_HOURLY:
      return liaison_words_format_plural (words, "Every hour", "Every {n} hours", n,
                                          liaison_operand_integer ("n", n));
    case LIAISON_REPEAT_DAILY:
      return liaison_words_format_plural (words, "Every day", "Every {n} days", n,
                                          liaison_operand_integer ("n", n));
    case LIAISON_REPEAT_WEEKLY:
      return liaison_words_format_plural (words, "Every week", "Every {n} weeks", n,
                                          liaison_operand_integer ("n", n));
    case LIAISON_REPEAT_MONTHLY:
      return liaison_words_format_plural (words, "Every month", "Every {n} months", n,
                                          liaison_operand_integer ("n", n));
    case LIAISON_REPEAT_YEARLY:
      return liaison_words_format_plural (words, "Every year", "Every {n} years", n,
                                          liaison_operand_integer ("n", n));
    default:
      return g_strdup (liaison_words_get (words, N_ ("Every working day, Monday to Friday")));
    }
}

char *
liaison_manner_tell_rule (const LiaisonManner *manner, const char *text)
{
  LiaisonRepeatRule rule = liaison_repeat_rule_parse (text);
  LiaisonWords *words = manner->words;
  g_autofree char *every = NULL;
  g_autofree char *last = NULL;

  if (rule.repeat == LIAISON_REPEAT_NEVER)
    return g_strdup (liaison_words_get (words, N_ ("Does not repeat")));
  if (rule.repeat == LIAISON_REPEAT_OTHER)
    return g_strdup (text);
  every = tell_every (words, &rule);
  if (rule.repeat == LIAISON_REPEAT_WEEKLY && rule.days != 0)
    {
      g_autofree char *days = tell_days (words, rule.days);
      g_autofree char *week = g_steal_pointer (&every);

      /* Translators: “Every week: Monday and Thursday” */
      every =
          liaison_words_format (words, N_ ("{every}: {days}"), liaison_operand_text ("every", week),
                                liaison_operand_text ("days", days));
    }
  if (rule.count > 0)
    /* Translators: “Every day, 10 times” */
    return liaison_words_format_plural (words, "{every}, once", "{every}, {n} times",
                                        rule.count, liaison_operand_text ("every", every),
                                        liaison_operand_integer ("n", rule.count));
  if (rule.until == LIAISON_DATE_UNSET)
    return g_steal_pointer (&every);
  last = liaison_words_format_day (words, rule.until, LIAISON_DATE_MEDIUM);
  /* Translators: “Every day, until 14 May 2027” */
  return liaison_words_format (words, N_ ("{every}, until {day}"),
                               liaison_operand_text ("every", every),
                               liaison_operand_text ("day", last));
}
