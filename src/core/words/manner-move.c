/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/manner-move.h"

#include "record/kinds/event.h"
#include "words/error.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const LiaisonField *
get_duration_field (void)
{
  return &liaison_event_kind.shape.fields[LIAISON_FIELD (Event, duration)];
}

/* Said where nothing says how far. */
static const char how_far[] =
    N_ ("Write how far to move, such as +2h or -1d, or to when: to 261300Z.");

static gboolean
refuse (const LiaisonManner *manner, const char *msgid, GError **error)
{
  g_set_error_literal (error, LIAISON_WORDS_ERROR, LIAISON_WORDS_ERROR_INPUT,
                       liaison_words_get (manner->words, msgid));
  return FALSE;
}

static gboolean
read_length (const LiaisonManner *manner, const char *text, gint64 *seconds, GError **error)
{
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;

  if (!liaison_manner_read_field (manner, NULL, get_duration_field (), NULL, text, &value, error)
      || value.form != LIAISON_VALUE_FIELD)
    return error != NULL && *error == NULL ? refuse (manner, how_far, error) : FALSE;
  *seconds = value.as.duration;
  return TRUE;
}

static gboolean
read_time (const LiaisonManner *manner,
           const LiaisonSnapshot *snapshot,
           const LiaisonBlock *block,
           const char *text,
           gint64 *by,
           GError **error)
{
  const LiaisonField *start = liaison_shape_find_flagged (block->shape, LIAISON_FIELD_START);
  g_auto (LiaisonValue) value = LIAISON_VALUE_INIT;
  gint64 from, to;

  if (start == NULL
      || liaison_times_get_start (&manner->lookup, block, &from) != LIAISON_TIME_KNOWN)
    return refuse (manner, N_ ("The first of what is selected has no time to move from."), error);
  if (!liaison_manner_read_field (manner, snapshot, start, block, text, &value, error))
    return FALSE;
  if (value.form != LIAISON_VALUE_FIELD
      || liaison_times_resolve (&manner->lookup, &value.as.instant, &to, NULL)
             != LIAISON_TIME_KNOWN)
    return refuse (manner, N_ ("This time hangs on something that has no time."), error);
  *by = to - from;
  return TRUE;
}

/* What follows the word "to" in the language or in English; NULL when it does not begin so. */
static const char *
skip_to (const LiaisonManner *manner, const char *text)
{
  /* Translators: Said before the time that something is to move to: “to 261300Z” */
  const char *words[] = { liaison_words_get (manner->words, N_ ("to")), "to", "→", "@" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      g_autofree char *head = g_utf8_strdown (text, (gssize) MIN (length, strlen (text)));
      g_autofree char *word = g_utf8_strdown (words[i], -1);

      if (length > 0 && g_str_equal (head, word) && (text[length] == ' ' || i >= 2))
        return text + length + strspn (text + length, " ");
    }
  return NULL;
}

gboolean
liaison_manner_read_move (const LiaisonManner *manner,
                          const LiaisonSnapshot *snapshot,
                          const LiaisonBlock *block,
                          const char *text,
                          gint64 *by,
                          GError **error)
{
  g_autofree char *typed = g_strstrip (g_strdup (text));
  const char *minus = "−";
  gboolean back = *typed == '-' || g_str_has_prefix (typed, minus);
  const char *rest = back            ? typed + (*typed == '-' ? 1 : strlen (minus))
                     : *typed == '+' ? typed + 1
                                     : NULL;
  const char *time;

  if (*typed == '\0')
    return refuse (
        manner, N_ ("Write how far to move, such as +2h or -1d, or to when: to 261300Z."), error);
  if (rest != NULL)
    {
      if (!read_length (manner, rest, by, error))
        return FALSE;
      *by = back ? -*by : *by;
      return TRUE;
    }
  time = skip_to (manner, typed);
  if (time == NULL && read_length (manner, typed, by, NULL))
    return TRUE;
  return read_time (manner, snapshot, block, time != NULL ? time : typed, by, error);
}
