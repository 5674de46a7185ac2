/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/lexicon-private.h"
#include "words/manner-reading.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* What a plan's file can hold: whole numbers that JSON readers everywhere agree on. */
#define LARGEST (G_GINT64_CONSTANT (1) << 53)

/* A mark between groups of digits, in whatever language: 12,345, 12 345, 12'345, 12.345. Its
 * length, or 0. */
static gsize
measure_group_mark (const char *at)
{
  static const char *const marks[] = { ",", ".", " ", "'", "’", "٬" };

  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (g_str_has_prefix (at, marks[i]))
      return strlen (marks[i]);
  return 0;
}

/* Digits, in groups or not. The last group has three, so that 2.5 is no 25. */
static gboolean
take_digits (const char **at, gint64 *number)
{
  gsize since_mark = 0;
  gboolean grouped = FALSE;

  if (!g_ascii_isdigit (**at))
    return FALSE;
  for (*number = 0; **at; since_mark++)
    {
      gsize mark = measure_group_mark (*at);

      if (mark > 0 && g_ascii_isdigit ((*at)[mark]))
        {
          if (since_mark < 1 || since_mark > 3)
            return FALSE;
          *at += mark;
          grouped = TRUE;
          since_mark = 0;
        }
      if (!g_ascii_isdigit (**at))
        break;
      *number = *number * 10 + *(*at)++ - '0';
      if (*number > LARGEST)
        return FALSE;
    }
  return !grouped || since_mark == 3;
}

/* A sign, digits, and the field's unit behind them if one likes. */
static gboolean
parse_integer (const LiaisonReading *reading, gint64 *number)
{
  const char *at = reading->plain;
  gboolean negative = *at == '-';
  g_autofree char *rest = NULL;
  g_autofree char *unit = NULL;

  if (*at == '-' || *at == '+')
    at++;
  while (*at == ' ')
    at++;
  if (!take_digits (&at, number))
    return FALSE;
  if (negative)
    *number = -*number;
  while (*at == ' ')
    at++;
  if (*at == '\0')
    return TRUE;
  if (!reading->field->unit)
    return FALSE;
  rest = liaison_lexicon_fold (at);
  unit = liaison_lexicon_fold (liaison_words_get (reading->manner->words, reading->field->unit));
  return g_str_equal (rest, unit) || g_str_equal (rest, reading->field->unit);
}

gboolean
liaison_reading_read_integer (const LiaisonReading *reading, gpointer at, GError **error)
{
  const LiaisonField *field = reading->field;
  gboolean bounded = field->minimum != 0 || field->maximum != 0;
  gint64 number;

  if (!parse_integer (reading, &number))
    return liaison_reading_refuse (
        reading, error, LIAISON_WORDS_ERROR_INPUT,
        N_ ("“{text}” is no whole number. Write it in digits, as {example}."),
        liaison_operand_integer ("example", 1200));
  if (bounded && (number < field->minimum || number > field->maximum))
    return liaison_reading_refuse (
        reading, error, LIAISON_WORDS_ERROR_RANGE,
        N_ ("“{text}” is out of range: {field} may be from {minimum} to {maximum}."),
        liaison_operand_field ("field", field->label),
        liaison_operand_integer ("minimum", field->minimum),
        liaison_operand_integer ("maximum", field->maximum));
  *(gint64 *) at = number;
  return TRUE;
}

static gboolean
is_among (const char *folded, const char *const *words)
{
  return g_strv_contains (words, folded);
}

gboolean
liaison_reading_read_boolean (const LiaisonReading *reading, gpointer at, GError **error)
{
  static const char *const yes_words[] = {
    "yes", "y", "true", "1", "x", "on", "✓", "✔", "☑", NULL
  };
  static const char *const no_words[] = { "no", "n", "false", "0", "off", "-", "✗", "☐", NULL };
  const char *yes = liaison_words_get (reading->manner->words, N_ ("Yes"));
  const char *no = liaison_words_get (reading->manner->words, N_ ("No"));
  g_autofree char *folded = liaison_lexicon_fold (reading->plain);
  g_autofree char *folded_yes = liaison_lexicon_fold (yes);
  g_autofree char *folded_no = liaison_lexicon_fold (no);

  if (g_str_equal (folded, folded_yes))
    *(gboolean *) at = TRUE;
  else if (g_str_equal (folded, folded_no))
    *(gboolean *) at = FALSE;
  else if (is_among (folded, yes_words))
    *(gboolean *) at = TRUE;
  else if (!is_among (folded, no_words))
    return liaison_reading_refuse (reading, error, LIAISON_WORDS_ERROR_INPUT,
                                   N_ ("“{text}” is neither yes nor no. Write “{yes}” or “{no}”."),
                                   liaison_operand_text ("yes", yes),
                                   liaison_operand_text ("no", no));
  return TRUE;
}

/* The choices that are told or spelt as the text is, or begin so: the first such, and how many
 * there are. */
static guint
count_choices (const LiaisonReading *reading, const char *folded, gboolean prefix, guint *first)
{
  const LiaisonChoices *choices = reading->field->choices;
  guint n = 0;

  for (guint i = 1; i < choices->n; i++)
    {
      const char *spellings[] = { liaison_words_get (reading->manner->words,
                                                     choices->choices[i].label),
                                  choices->choices[i].label, choices->choices[i].nick };

      for (gsize j = 0; j < G_N_ELEMENTS (spellings); j++)
        {
          g_autofree char *spelling = liaison_lexicon_fold (spellings[j]);

          if (prefix ? g_str_has_prefix (spelling, folded) : g_str_equal (spelling, folded))
            {
              if (n++ == 0)
                *first = i;
              break;
            }
        }
    }
  return n;
}

static gboolean
refuse_choice (const LiaisonReading *reading, GError **error)
{
  const LiaisonChoices *choices = reading->field->choices;
  GArray *operands = liaison_operands_new ();
  LiaisonOperand text = liaison_operand_text ("text", reading->text);

  g_array_append_val (operands, text);
  for (guint i = 1; i < choices->n; i++)
    {
      LiaisonOperand label = liaison_operand_field ("choices", choices->choices[i].label);

      g_array_append_val (operands, label);
    }
  return liaison_reading_refuse_with (reading, error, LIAISON_WORDS_ERROR_UNKNOWN,
                                      N_ ("“{text}” is none of the choices. There are {choices}."),
                                      operands);
}

gboolean
liaison_reading_read_choice (const LiaisonReading *reading, gpointer at, GError **error)
{
  g_autofree char *folded = liaison_lexicon_fold (reading->plain);
  guint place = 0;

  if (count_choices (reading, folded, FALSE, &place) == 0
      && count_choices (reading, folded, TRUE, &place) != 1)
    return refuse_choice (reading, error);
  *(int *) at = (int) place;
  return TRUE;
}
