/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers (RFC 8259, section 6) and the words true, false and null. */
#include "config.h"

#include "json/reader-private.h"

#include <float.h>
#include <math.h>
#include <string.h>

/* RFC 7493, section 2.2: what every program reads as the same integer. */
#define MAX_INTEGER ((G_GUINT64_CONSTANT (1) << 53) - 1)
/* Far beyond any double, far below where adding up could overflow. */
#define MAX_EXPONENT 100000
/* Any number below ten to this is finite. */
#define SAFE_MAGNITUDE 308

static gboolean
is_number_byte (char byte)
{
  return g_ascii_isdigit (byte) || byte == '-' || byte == '+' || byte == '.' || byte == 'e'
         || byte == 'E';
}

/* Takes digits into @number; gives how many there were. */
static guint
scan_digits (const char **next, LiaisonJsonNumber *number)
{
  const char *p = *next;
  guint n;

  for (; g_ascii_isdigit (*p); p++)
    {
      if (number->digits > (G_MAXUINT64 - 9) / 10)
        number->overflow = TRUE;
      else
        number->digits = number->digits * 10 + (guint64) (*p - '0');
    }
  n = (guint) (p - *next);
  *next = p;
  return n;
}

static const char *
scan_exponent (const char **next, LiaisonJsonNumber *number)
{
  const char *p = *next + 1;
  gboolean negative = *p == '-';
  int exponent = 0;

  if (*p == '-' || *p == '+')
    p++;
  *next = p;
  if (!g_ascii_isdigit (*p))
    return "has no digits in its exponent";
  for (; g_ascii_isdigit (*p); p++)
    exponent = MIN (exponent * 10 + (*p - '0'), MAX_EXPONENT);
  *next = p;
  exponent = negative ? -exponent : exponent;
  number->exponent += exponent;
  number->magnitude += exponent;
  number->integral = FALSE;
  return NULL;
}

static const char *
scan_fraction (const char **next, LiaisonJsonNumber *number)
{
  guint n;

  (*next)++;
  n = scan_digits (next, number);
  if (n == 0)
    return "has no digit after its point";
  number->exponent -= (int) n;
  number->integral = FALSE;
  return NULL;
}

/* Reads the number at number->token and puts its length. NULL, or what is wrong with it. */
static const char *
scan_number (LiaisonJsonNumber *number)
{
  const char *p = number->token;
  const char *wrong = NULL;
  gboolean zero;

  number->negative = *p == '-';
  if (number->negative)
    p++;
  zero = *p == '0';
  number->integral = TRUE;
  number->digits = 0;
  number->overflow = FALSE;
  number->exponent = 0;
  number->magnitude = (int) scan_digits (&p, number);
  if (number->magnitude == 0)
    wrong = "has no digit";
  else if (zero && number->magnitude > 1)
    wrong = "begins with a zero that does not count";
  if (wrong == NULL && *p == '.')
    wrong = scan_fraction (&p, number);
  if (wrong == NULL && (*p == 'e' || *p == 'E'))
    wrong = scan_exponent (&p, number);
  if (wrong == NULL && is_number_byte (*p))
    wrong = "goes on where it should end";
  number->length = (gsize) (p - number->token);
  return wrong;
}

/* Gathers a number that the chunk cuts, or that is malformed, in self->number. */
static gboolean
gather_number (LiaisonJsonReader *self, GError **error)
{
  gsize n = 0;

  while (liaison_json_reader_has_byte (self) && is_number_byte (*self->next))
    {
      if (n == LIAISON_JSON_MAX_NUMBER)
        return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_LIMIT,
                                                "the number is longer than %d bytes",
                                                LIAISON_JSON_MAX_NUMBER);
      self->number[n++] = *self->next++;
    }
  self->number[n] = '\0';
  return self->failure == NULL || liaison_json_reader_refuse_again (self, error);
}

/* g_ascii_strtod reads what begins with 0x as well; a number of JSON has a byte of another kind
 * after its token. */
static double
convert_slowly (const LiaisonJsonNumber *number)
{
  char token[LIAISON_JSON_MAX_NUMBER + 1];

  memcpy (token, number->token, number->length);
  token[number->length] = '\0';
  return g_ascii_strtod (token, NULL);
}

static gboolean
check_range (LiaisonJsonReader *self, const LiaisonJsonNumber *number, GError **error)
{
  if (number->integral && (number->overflow || number->digits > MAX_INTEGER))
    return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_LIMIT,
                                            "the whole number is beyond 9007199254740991");
  if (number->magnitude > SAFE_MAGNITUDE && !isfinite (convert_slowly (number)))
    return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_LIMIT,
                                            "the number is too large");
  return TRUE;
}

gboolean
liaison_json_reader_take_number (LiaisonJsonReader *self, LiaisonJsonNumber *number, GError **error)
{
  const char *wrong;

  liaison_json_reader_tap_begin (self);
  number->token = self->next;
  wrong = scan_number (number);
  if (wrong == NULL && self->next + number->length < self->end
      && number->length <= LIAISON_JSON_MAX_NUMBER)
    self->next += number->length;
  else
    {
      if (!gather_number (self, error))
        return FALSE;
      number->token = self->number;
      wrong = scan_number (number);
      if (wrong != NULL)
        return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_SYNTAX,
                                                "the number %s", wrong);
    }
  liaison_json_reader_tap_end (self, self->next);
  return check_range (self, number, error);
}

/* Exact where digits and the power of ten are doubles themselves: one rounding, as strtod (Clinger,
 * "How to read floating point numbers accurately", 1990). */
static double
convert (const LiaisonJsonNumber *number)
{
#if FLT_EVAL_METHOD == 0
  static const double powers[] = { 1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                   1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                   1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22 };
  double value = (double) number->digits;

  if (!number->overflow && number->digits <= MAX_INTEGER && ABS (number->exponent) <= 22)
    {
      value = number->exponent < 0 ? value / powers[-number->exponent]
                                   : value * powers[number->exponent];
      return number->negative ? -value : value;
    }
#endif
  return convert_slowly (number);
}

gboolean
liaison_json_reader_read_number (LiaisonJsonReader *self, double *value, GError **error)
{
  LiaisonJsonNumber number;

  if (!liaison_json_reader_begin (self, LIAISON_JSON_NUMBER, error)
      || !liaison_json_reader_take_number (self, &number, error))
    return FALSE;
  *value = convert (&number);
  return TRUE;
}

gboolean
liaison_json_reader_read_integer (LiaisonJsonReader *self, gint64 *value, GError **error)
{
  LiaisonJsonNumber number;

  if (!liaison_json_reader_begin (self, LIAISON_JSON_NUMBER, error)
      || !liaison_json_reader_take_number (self, &number, error))
    return FALSE;
  if (!number.integral)
    return liaison_json_reader_refuse_mark (
        self, error, LIAISON_JSON_ERROR_TYPE,
        "expected a whole number, found one with a fraction or exponent");
  *value = number.negative ? -(gint64) number.digits : (gint64) number.digits;
  return TRUE;
}

gboolean
liaison_json_reader_take_word (LiaisonJsonReader *self, const char *word, GError **error)
{
  liaison_json_reader_tap_begin (self);
  for (const char *p = word; *p != '\0'; p++, self->next++)
    if (!liaison_json_reader_has_byte (self) || *self->next != *p)
      return liaison_json_reader_refuse_mark (self, error, LIAISON_JSON_ERROR_SYNTAX,
                                              "expected the word %s", word);
  liaison_json_reader_tap_end (self, self->next);
  return TRUE;
}

gboolean
liaison_json_reader_read_boolean (LiaisonJsonReader *self, gboolean *value, GError **error)
{
  if (!liaison_json_reader_begin (self, LIAISON_JSON_BOOLEAN, error))
    return FALSE;
  *value = *self->next == 't';
  return liaison_json_reader_take_word (self, *value ? "true" : "false", error);
}

gboolean
liaison_json_reader_read_null (LiaisonJsonReader *self, GError **error)
{
  return liaison_json_reader_begin (self, LIAISON_JSON_NULL, error)
         && liaison_json_reader_take_word (self, "null", error);
}
