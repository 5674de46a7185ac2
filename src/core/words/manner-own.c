/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/manner-own.h"

#include "words/error.h"

#include <glib/gi18n-lib.h>

char *
liaison_manner_tell_own (const LiaisonManner *manner,
                         const LiaisonOwnColumn *column,
                         const LiaisonBlock *record)
{
  const char *raw;
  g_autoptr (LiaisonBlock) value = liaison_own_column_get (column, record, &raw);

  return raw != NULL ? g_strdup (raw) : liaison_manner_tell_field (manner, value, &column->field);
}

char *
liaison_manner_get_own_sort_key (const LiaisonManner *manner,
                                 const LiaisonOwnColumn *column,
                                 const LiaisonBlock *record)
{
  g_autoptr (LiaisonBlock) value = liaison_own_column_get (column, record, NULL);
  return liaison_manner_get_sort_key (manner, value, &column->field);
}

gboolean
liaison_manner_read_own (const LiaisonManner *manner,
                         const LiaisonSnapshot *snapshot,
                         const LiaisonOwnColumn *column,
                         const LiaisonBlock *record,
                         const char *text,
                         LiaisonSlot *slot,
                         LiaisonValue *value,
                         GError **error)
{
  g_autoptr (LiaisonBlock) present = liaison_own_column_get (column, record, NULL);
  g_auto (LiaisonValue) typed = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (manner, snapshot, &column->field, present, text, &typed, error))
    return FALSE;
  if (liaison_own_column_put (column, record, &typed, slot, value))
    return TRUE;
  g_set_error_literal (
      error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_INPUT,
      liaison_words_get (manner->words,
                         N_ ("A time in a column of your own cannot hang on another record. Write "
                             "the time itself, or STARTEX+2d.")));
  return FALSE;
}
