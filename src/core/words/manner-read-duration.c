/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/duration.h"
#include "words/lexicon-private.h"
#include "words/manner-reading.h"
#include "words/numbers.h"

#include <glib/gi18n-lib.h>

static gboolean
refuse_duration (const LiaisonReading *reading, GError **error)
{
  g_autofree char *example = liaison_words_format_duration (reading->manner->words, 9000);

  return liaison_reading_refuse (
      reading, error, LIAISON_WORDS_ERROR_INPUT,
      /* Translators: {duration} is as 2 h 30 min. */
      N_ ("“{text}” is no duration that is understood here. Write it as {duration}, 2h30, 90m "
          "or 3d."),
      liaison_operand_text ("duration", example));
}

gboolean
liaison_reading_parse_duration (LiaisonWords *words, const char *plain, gint64 *seconds)
{
  g_autofree char *folded = NULL;

  if (liaison_duration_parse_typed (plain, seconds, NULL))
    return TRUE;
  folded = liaison_lexicon_fold (plain);
  return liaison_lexicon_read_duration (words, folded, seconds);
}

gboolean
liaison_reading_read_duration (const LiaisonReading *reading, gpointer at, GError **error)
{
  const LiaisonField *field = reading->field;
  gint64 seconds;

  if (!liaison_reading_parse_duration (reading->manner->words, reading->plain, &seconds))
    return refuse_duration (reading, error);
  if ((field->minimum != 0 || field->maximum != 0)
      && (seconds < field->minimum || seconds > field->maximum))
    return liaison_reading_refuse (
        reading, error, LIAISON_WORDS_ERROR_RANGE,
        N_ ("“{text}” is out of range: {field} may be from {minimum} to {maximum}."),
        liaison_operand_field ("field", field->label),
        liaison_operand_duration ("minimum", field->minimum),
        liaison_operand_duration ("maximum", field->maximum));
  *(gint64 *) at = seconds;
  return TRUE;
}
