/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/recurrence-rule.h"

#include "schedule/recurrence.h"

#include "record/instant.h"

#include <stdlib.h>
#include <string.h>

/* A rule is at most so long. */
#define MAX_LENGTH 500
/* Rules that were read and are kept, some 3 KB each. */
#define MAX_KEPT   500
#define DAY        86400

G_DEFINE_QUARK (liaison-recurrence-error-quark, liaison_recurrence_error)

/* The parts that hold lists of numbers, and what may stand in them. */
typedef struct
{
  const char *name;
  int minimum, maximum;
  gboolean negative; /* counted from the end too */
} NumberPart;

static const NumberPart number_parts[] = {
  { "BYMONTH", 1, 12, FALSE },   { "BYMONTHDAY", 1, 31, TRUE }, { "BYYEARDAY", 1, 366, TRUE },
  { "BYWEEKNO", 1, 53, TRUE },   { "BYHOUR", 0, 23, FALSE },    { "BYMINUTE", 0, 59, FALSE },
  { "BYSETPOS", 1, 366, TRUE },
};

static const char *const frequencies[] = { "HOURLY", "DAILY", "WEEKLY", "MONTHLY", "YEARLY" };
static const char *const weekdays[] = { "MO", "TU", "WE", "TH", "FR", "SA", "SU" };

/* What the parts of a rule say, as far as they are checked against each other. */
typedef struct
{
  const char *frequency;
  int interval;
  gboolean ordinals;
  GHashTable *parts; /* name -> value, borrowed */
} Parts;

static gboolean
refuse (GError **error, LiaisonRecurrenceError code, const char *part, const char *why)
{
  g_set_error (error, LIAISON_RECURRENCE_ERROR, code, "%s: %s", part, why);
  return FALSE;
}

static const char *
find_name (const char *const *names, guint n, const char *name)
{
  for (guint i = 0; i < n; i++)
    if (strcmp (names[i], name) == 0)
      return names[i];
  return NULL;
}

/* A whole number from @minimum to @maximum, digits only, a sign before it where @sign. */
static gboolean
read_number (const char *text, gboolean sign, int minimum, int maximum, int *number)
{
  gboolean negative = sign && *text == '-';
  guint digits = 0;
  int value = 0;

  if (sign && (*text == '-' || *text == '+'))
    text++;
  for (; g_ascii_isdigit (*text) && digits < 6; text++, digits++)
    value = value * 10 + (*text - '0');
  if (digits == 0 || *text != '\0' || value < minimum || value > maximum)
    return FALSE;
  *number = negative ? -value : value;
  return TRUE;
}

static gboolean
check_numbers (const NumberPart *part, const char *value, GError **error)
{
  g_auto (GStrv) items = g_strsplit (value, ",", 0);
  int number;

  for (guint i = 0; items[i] != NULL; i++)
    if (!read_number (items[i], part->negative, part->minimum, part->maximum, &number))
      return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, part->name,
                     "expected numbers in its range, with commas between them");
  return TRUE;
}

static gboolean
check_days (Parts *parts, const char *value, GError **error)
{
  g_auto (GStrv) items = g_strsplit (value, ",", 0);

  for (guint i = 0; items[i] != NULL; i++)
    {
      gsize length = strlen (items[i]);
      int ordinal;
      if (length < 2 || find_name (weekdays, 7, items[i] + length - 2) == NULL)
        return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYDAY", "expected days such as MO");
      if (length == 2)
        continue;
      items[i][length - 2] = '\0';
      if (!read_number (items[i], TRUE, 1, 53, &ordinal))
        return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYDAY", "expected days such as 2MO");
      parts->ordinals = TRUE;
    }
  return TRUE;
}

static gboolean
check_part (Parts *parts, const char *name, const char *value, GError **error)
{
  int number;

  if (strcmp (name, "FREQ") == 0)
    {
      if (strcmp (value, "SECONDLY") == 0 || strcmp (value, "MINUTELY") == 0)
        return refuse (error, LIAISON_RECURRENCE_ERROR_FREQUENCY, name, "hourly is as often as may be");
      parts->frequency = find_name (frequencies, G_N_ELEMENTS (frequencies), value);
      return parts->frequency != NULL
             || refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, name, "expected a frequency");
    }
  if (strcmp (name, "INTERVAL") == 0)
    return read_number (value, FALSE, 1, 9999, &parts->interval)
           || refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, name, "expected 1 to 9999");
  if (strcmp (name, "COUNT") == 0)
    return read_number (value, FALSE, 1, LIAISON_RECURRENCE_MAX, &number)
           || refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, name, "expected 1 to 10000");
  if (strcmp (name, "WKST") == 0)
    return find_name (weekdays, 7, value) != NULL
           || refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, name, "expected a day such as MO");
  if (strcmp (name, "BYDAY") == 0)
    return check_days (parts, value, error);
  if (strcmp (name, "UNTIL") == 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (number_parts); i++)
    if (strcmp (name, number_parts[i].name) == 0)
      return check_numbers (&number_parts[i], value, error);
  return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, name, "not a part that is known here");
}

static gboolean
has (const Parts *parts, const char *name)
{
  return g_hash_table_contains (parts->parts, name);
}

/* Whether some month named has some day named: libical would look for 30 February for ever. */
static gboolean
can_be (const Parts *parts)
{
  static const int lengths[] = { 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
  const char *months = g_hash_table_lookup (parts->parts, "BYMONTH");
  const char *days = g_hash_table_lookup (parts->parts, "BYMONTHDAY");

  if (months == NULL || days == NULL)
    return TRUE;
  g_auto (GStrv) month_list = g_strsplit (months, ",", 0);
  g_auto (GStrv) day_list = g_strsplit (days, ",", 0);
  for (guint i = 0; month_list[i] != NULL; i++)
    for (guint j = 0; day_list[j] != NULL; j++)
      if (abs (atoi (day_list[j])) <= lengths[atoi (month_list[i]) - 1])
        return TRUE;
  return FALSE;
}

/* The combinations that RFC 5545 forbids, and those that can take for ever. */
static gboolean
check_together (const Parts *parts, GError **error)
{
  const char *frequency = parts->frequency;

  if (frequency == NULL)
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "FREQ", "is missing");
  gboolean yearly = strcmp (frequency, "YEARLY") == 0, monthly = strcmp (frequency, "MONTHLY") == 0;
  gboolean hourly = strcmp (frequency, "HOURLY") == 0, weekly = strcmp (frequency, "WEEKLY") == 0;
  if (has (parts, "COUNT") && has (parts, "UNTIL"))
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "UNTIL", "does not go with COUNT");
  if (parts->ordinals && (!(yearly || monthly) || (yearly && has (parts, "BYWEEKNO"))))
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYDAY", "numbers need a month or year");
  if (has (parts, "BYWEEKNO") && !yearly)
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYWEEKNO", "needs FREQ=YEARLY");
  if (has (parts, "BYYEARDAY") && !(yearly || hourly))
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYYEARDAY", "needs FREQ=YEARLY");
  if (has (parts, "BYMONTHDAY") && weekly)
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYMONTHDAY", "does not go with weeks");
  if (has (parts, "BYSETPOS") && g_hash_table_size (parts->parts) < 3)
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "BYSETPOS", "needs a set to choose from");
  if (hourly && has (parts, "BYHOUR") && parts->interval > 1)
    return refuse (error, LIAISON_RECURRENCE_ERROR_NEVER, "BYHOUR", "use FREQ=DAILY with it");
  if (!can_be (parts))
    return refuse (error, LIAISON_RECURRENCE_ERROR_NEVER, "BYMONTHDAY", "no month named has it");
  return TRUE;
}

/* 20271103, 20271103T160000 or 20271103T150000Z. */
static gboolean
read_until (const char *text, LiaisonRecurrenceRule *rule, GError **error)
{
  int year, month, day, hour = 23, minute = 59, second = 59, used = 0;
  gsize length = strlen (text);
  gint32 days;

  for (gsize i = 0; i < length; i++)
    if (!g_ascii_isdigit (text[i]) && !(i == 8 && text[i] == 'T') && !(i == 15 && text[i] == 'Z'))
      return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "UNTIL", "expected 20271103T160000Z");
  gboolean read = length == 8 ? sscanf (text, "%4d%2d%2d%n", &year, &month, &day, &used) == 3
                              : (length == 15 || length == 16)
                                    && sscanf (text, "%4d%2d%2dT%2d%2d%2d%n", &year, &month, &day,
                                               &hour, &minute, &second, &used)
                                           == 6;
  if (!read || year < 1900 || year > 2200 || hour > 23 || minute > 59 || second > 59
      || !liaison_days_from_date (year, month, day, &days))
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "UNTIL", "no such date");
  rule->end = length == 16 ? LIAISON_RECURRENCE_ENDS_IN_TIME : LIAISON_RECURRENCE_ENDS_ON_WALL;
  rule->until = (gint64) days * DAY + hour * 3600 + minute * 60 + second;
  return TRUE;
}

static gint64
get_period (const Parts *parts)
{
  if (strcmp (parts->frequency, "HOURLY") == 0)
    return (gint64) parts->interval * 3600;
  if (strcmp (parts->frequency, "DAILY") == 0)
    return (gint64) parts->interval * DAY;
  if (strcmp (parts->frequency, "WEEKLY") == 0)
    return (gint64) parts->interval * 7 * DAY;
  return 0;
}

/* The bits of the days that BYDAY names; all of them without it. */
static guint
get_weekdays (const Parts *parts)
{
  static const guint numbers[] = { 1, 2, 3, 4, 5, 6, 0 };
  const char *value = g_hash_table_lookup (parts->parts, "BYDAY");
  guint days = value == NULL ? 0x7f : 0;

  for (guint i = 0; value != NULL && i < G_N_ELEMENTS (weekdays); i++)
    if (strstr (value, weekdays[i]) != NULL)
      days |= 1u << numbers[i];
  return days;
}

/* Most rules of a plan just go on: every so many hours, days or weeks, or on some weekdays. */
static void
find_step (const Parts *parts, LiaisonRecurrenceRule *rule)
{
  gboolean by_day = has (parts, "BYDAY");
  gboolean daily = strcmp (parts->frequency, "DAILY") == 0;
  gboolean weekly = strcmp (parts->frequency, "WEEKLY") == 0;

  rule->weekdays = get_weekdays (parts);
  if (parts->ordinals || has (parts, "BYMONTH") || has (parts, "BYSETPOS"))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (number_parts); i++)
    if (has (parts, number_parts[i].name))
      return;
  if (!by_day)
    rule->step = get_period (parts);
  else if ((daily || weekly) && parts->interval == 1)
    rule->step = DAY;
}

static gboolean
give_to_libical (Parts *parts, LiaisonRecurrenceRule *rule, GError **error)
{
  g_autoptr (GString) text = g_string_new (NULL);
  GHashTableIter iter;
  gpointer name, value;

  g_string_append_printf (text, "FREQ=%s", parts->frequency);
  g_hash_table_iter_init (&iter, parts->parts);
  while (g_hash_table_iter_next (&iter, &name, &value))
    if (strcmp (name, "FREQ") != 0 && strcmp (name, "COUNT") != 0 && strcmp (name, "UNTIL") != 0)
      g_string_append_printf (text, ";%s=%s", (char *) name, (char *) value);
  rule->ical = icalrecurrencetype_from_string (text->str);
  if (rule->ical.freq == ICAL_NO_RECURRENCE)
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "RRULE", "is not a recurrence rule");
  rule->period = get_period (parts);
  find_step (parts, rule);
  return TRUE;
}

static gboolean
take_parts (Parts *parts, char **pieces, GError **error)
{
  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *value = strchr (pieces[i], '=');
      if (value == NULL || value[1] == '\0')
        return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, pieces[i], "expected NAME=VALUE");
      *value++ = '\0';
      if (!check_part (parts, pieces[i], value, error))
        return FALSE;
      if (!g_hash_table_insert (parts->parts, pieces[i], value))
        return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, pieces[i], "stands there twice");
    }
  return check_together (parts, error);
}

static gboolean
parse (const char *text, LiaisonRecurrenceRule *rule, GError **error)
{
  if (strlen (text) > MAX_LENGTH || !g_str_is_ascii (text))
    return refuse (error, LIAISON_RECURRENCE_ERROR_SYNTAX, "RRULE", "is not a recurrence rule");
  g_autofree char *upper = g_ascii_strup (text, -1);
  g_auto (GStrv) pieces = g_strsplit (upper, ";", 0);
  g_autoptr (GHashTable) table = g_hash_table_new (g_str_hash, g_str_equal);
  Parts parts = { .interval = 1, .parts = table };
  const char *value;

  memset (rule, 0, sizeof *rule);
  if (!take_parts (&parts, pieces, error))
    return FALSE;
  if ((value = g_hash_table_lookup (table, "UNTIL")) != NULL && !read_until (value, rule, error))
    return FALSE;
  if ((value = g_hash_table_lookup (table, "COUNT")) != NULL)
    rule->count = (guint) atoi (value);
  return give_to_libical (&parts, rule, error);
}

/* A plan says the same few rules again and again, and asks what they say at each look. */
gboolean
liaison_recurrence_rule_parse (const char *text, LiaisonRecurrenceRule *rule, GError **error)
{
  static GMutex mutex;
  static GHashTable *kept; /* text -> LiaisonRecurrenceRule * */
  const LiaisonRecurrenceRule *known;

  g_mutex_lock (&mutex);
  if (kept == NULL)
    kept = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  known = g_hash_table_lookup (kept, text);
  if (known != NULL)
    *rule = *known;
  g_mutex_unlock (&mutex);
  if (known != NULL)
    return TRUE;
  if (!parse (text, rule, error))
    return FALSE;
  g_mutex_lock (&mutex);
  if (g_hash_table_size (kept) >= MAX_KEPT)
    g_hash_table_remove_all (kept);
  g_hash_table_replace (kept, g_strdup (text), g_memdup2 (rule, sizeof *rule));
  g_mutex_unlock (&mutex);
  return TRUE;
}
