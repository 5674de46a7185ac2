/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/clock.h"

/* So many digits of any script, from one to two: how many there were. */
static guint
take_digits (const char **at, gint64 *value)
{
  guint n = 0;

  for (*value = 0; n < 2 && g_unichar_isdigit (g_utf8_get_char (*at)); n++)
    {
      *value = *value * 10 + g_unichar_digit_value (g_utf8_get_char (*at));
      *at = g_utf8_next_char (*at);
    }
  return n;
}

gboolean
liaison_clock_read (const char *text, gint64 *seconds)
{
  const char *at = text;
  gint64 hour, minute;
  guint digits;

  if (!g_utf8_validate (text, -1, NULL))
    return FALSE;
  digits = take_digits (&at, &hour);
  if (*at == ':')
    at++;
  else if (digits != 2)
    return FALSE;
  if (digits == 0 || take_digits (&at, &minute) != 2 || *at != '\0' || minute > 59)
    return FALSE;
  *seconds = hour * 3600 + minute * 60;
  return *seconds <= 86400;
}
