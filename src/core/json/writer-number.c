/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Doubles as the shortest decimal that reads back the same. */
#include "config.h"

#include "json/writer-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* Up to here every integer is a double, and the reader takes it (RFC 7493, section 2.2). */
#define MAX_INTEGER 9007199254740991.0
/* A plan's numbers are mostly hours, metres and degrees: few decimals. */
#define MAX_DECIMALS 6
/* Ten to fifteen digits survive a double, so that the decimal found is the only one of its length.
 */
#define MAX_PLAIN 1e15

static gsize
format_decimal (double value, double digits, guint decimals, char *text)
{
  guint64 rest = (guint64) fabs (digits);
  char *end = text + LIAISON_JSON_NUMBER_SIZE;
  char *p = end;

  for (guint i = 0; rest > 0 || i <= decimals; i++)
    {
      if (i == decimals && decimals > 0)
        *--p = '.';
      *--p = (char) ('0' + rest % 10);
      rest /= 10;
    }
  if (signbit (value))
    *--p = '-';
  memmove (text, p, (gsize) (end - p));
  return (gsize) (end - p);
}

/* The decimal with the fewest digits after the point, if few are enough: a quotient of two exact
 * doubles is rounded once, as reading it would. 0 if not. */
static gsize
format_plain (double value, char *text)
{
  double power = 1;

  for (guint decimals = 0; decimals <= MAX_DECIMALS; decimals++, power *= 10)
    {
      double digits = rint (value * power);

      if (fabs (digits) >= MAX_PLAIN)
        return 0;
      if (digits / power == value)
        return format_decimal (value, digits, decimals, text);
    }
  return 0;
}

/* 1e+07 and 1e-07 are written 1e7 and 1e-7; an integer that the reader would refuse gets an
 * exponent. */
static gsize
trim_exponent (char *text)
{
  char *exponent = strchr (text, 'e');
  char *from;

  if (exponent == NULL)
    return strlen (text);
  exponent++;
  from = exponent;
  if (*from == '-')
    exponent++;
  if (*from == '-' || *from == '+')
    from++;
  while (*from == '0' && from[1] != '\0')
    from++;
  memmove (exponent, from, strlen (from) + 1);
  return strlen (text);
}

/* 12345678901234568 as 1.2345678901234568e16. */
static void
force_exponent (char *text)
{
  char *first = text + (*text == '-' ? 1 : 0);
  gsize digits = strlen (first);
  gsize kept = digits;

  while (kept > 1 && first[kept - 1] == '0')
    kept--;
  if (kept > 1)
    {
      memmove (first + 2, first + 1, kept - 1);
      first[1] = '.';
      kept++;
    }
  g_snprintf (first + kept, 8, "e%d", (int) digits - 1);
}

static gboolean
try_precision (double value, guint precision, char *text)
{
  char format[] = "%.00g";

  format[2] = (char) ('0' + precision / 10);
  format[3] = (char) ('0' + precision % 10);
  g_ascii_formatd (text, LIAISON_JSON_NUMBER_SIZE, format, value);
  return g_ascii_strtod (text, NULL) == value;
}

gsize
liaison_json_format_number (double value, char text[LIAISON_JSON_NUMBER_SIZE])
{
  /* Fifteen digits always survive, except where a double has fewer. */
  guint precision = fabs (value) < DBL_MIN ? 1 : 15;
  gsize length = format_plain (value, text);

  if (length > 0)
    return length;
  while (!try_precision (value, precision, text) && precision < 17)
    precision++;
  if (fabs (value) > MAX_INTEGER && strpbrk (text, ".e") == NULL)
    force_exponent (text);
  return trim_exponent (text);
}
