/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/time-scan.h"

gboolean
liaison_scan_take_count (LiaisonScan *self, gint64 *value)
{
  const char *from = self->at;
  gint64 sum = 0;

  if (!liaison_scan_is_at_digit (self) || *self->at == '0')
    return liaison_scan_fail (self, LIAISON_TIME_ERROR_SYNTAX, "a whole number from 1");
  while (liaison_scan_is_at_digit (self))
    {
      sum = sum * 10 + (*self->at++ - '0');
      if (sum > LIAISON_SPAN_MAX)
        {
          self->at = from;
          return liaison_scan_fail (self, LIAISON_TIME_ERROR_RANGE, "no more than 100 years");
        }
    }
  *value = sum;
  return TRUE;
}

gboolean
liaison_scan_take_date (LiaisonScan *self, gint32 *days)
{
  const char *from = self->at;
  int year, month, day;

  if (!liaison_scan_take_digits (self, 4, &year) || !liaison_scan_take (self, '-')
      || !liaison_scan_take_digits (self, 2, &month) || !liaison_scan_take (self, '-')
      || !liaison_scan_take_digits (self, 2, &day))
    return liaison_scan_fail (self, LIAISON_TIME_ERROR_SYNTAX, "a date such as 2027-05-14");
  if (year >= LIAISON_YEAR_MIN && year <= LIAISON_YEAR_MAX
      && liaison_days_from_date (year, month, day, days))
    return TRUE;
  self->at = from;
  return liaison_scan_fail (self, LIAISON_TIME_ERROR_RANGE, "a day of the years 1900 to 2200");
}

gboolean
liaison_scan_take_clock (LiaisonScan *self, gint32 *seconds)
{
  const char *from = self->at;
  int hour, minute, second = 0;

  if (!liaison_scan_take_digits (self, 2, &hour) || !liaison_scan_take (self, ':')
      || !liaison_scan_take_digits (self, 2, &minute))
    return liaison_scan_fail (self, LIAISON_TIME_ERROR_SYNTAX, "a time such as 15:00");
  if (liaison_scan_take (self, ':') && !liaison_scan_take_digits (self, 2, &second))
    return liaison_scan_fail (self, LIAISON_TIME_ERROR_SYNTAX, "two digits of seconds");
  if (hour > 23 || minute > 59 || second > 59)
    {
      self->at = from;
      return liaison_scan_fail (self, LIAISON_TIME_ERROR_RANGE, "a time from 00:00 to 23:59:59");
    }
  *seconds = hour * 3600 + minute * 60 + second;
  return TRUE;
}

gboolean
liaison_scan_set_error (const LiaisonScan *self, GError **error)
{
  guint place = 1;

  /* Bytes that continue a character of UTF-8 are not counted. */
  for (const char *at = self->start; at < self->at; at++)
    place += (*at & 0xc0) != 0x80;
  g_set_error (error, LIAISON_TIME_ERROR, self->code, "expected %s at character %u",
               self->expected != NULL ? self->expected : "a time", place);
  return FALSE;
}

gsize
liaison_scan_put_number (char *text, guint64 value, guint width)
{
  char digits[20];
  guint count = 0;
  gsize length = 0;

  do
    digits[count++] = '0' + value % 10;
  while ((value /= 10) != 0);
  while (width > count)
    {
      text[length++] = '0';
      width--;
    }
  while (count > 0)
    text[length++] = digits[--count];
  return length;
}

gsize
liaison_scan_put_chain (char *text, guint64 seconds, const char units[4], char time)
{
  const guint64 parts[4] = { seconds / 86400, seconds / 3600 % 24, seconds / 60 % 60,
                             seconds % 60 };
  gsize length = 0;

  for (guint i = 0; i < 4; i++)
    {
      if (i == 1 && time != 0 && seconds % 86400 != 0)
        text[length++] = time;
      if (parts[i] == 0)
        continue;
      length += liaison_scan_put_number (text + length, parts[i], 1);
      text[length++] = units[i];
    }
  return length;
}
