/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/manner-private.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>
#include <unicode/uchar.h>

/* Translators: between the names in a cell of a table, as in “France, Norway”. */
const char *const liaison_manner_comma = N_ (", ");
/* Translators: between the parts of a cell of a table, where the parts may have commas themselves.
 */
const char *const liaison_manner_semicolon = N_ ("; ");

static gboolean
runs_against (gunichar c, gboolean right_to_left)
{
  UCharDirection direction = u_charDirection ((UChar32) c);

  if (right_to_left)
    return direction == U_LEFT_TO_RIGHT;
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC
         || direction == U_ARABIC_NUMBER;
}

char *
liaison_manner_embed (LiaisonWords *words, const char *text)
{
  gboolean right_to_left = liaison_words_is_right_to_left (words);

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    if (runs_against (g_utf8_get_char (at), right_to_left))
      return liaison_words_isolate (text);
  return g_strdup (text);
}

char *
liaison_manner_join (LiaisonWords *words, const GPtrArray *texts, const char *separator)
{
  g_autoptr (GString) joined = g_string_new (NULL);

  if (texts->len == 1)
    return g_strdup (g_ptr_array_index (texts, 0));
  for (guint i = 0; i < texts->len; i++)
    {
      g_autofree char *part = liaison_manner_embed (words, g_ptr_array_index (texts, i));

      if (i > 0)
        g_string_append (joined, liaison_words_get (words, separator));
      g_string_append (joined, part);
    }
  return g_string_free (g_steal_pointer (&joined), FALSE);
}

static const LiaisonFill *
find_fill (const LiaisonFill *fills, guint n, const char *name, gsize length)
{
  for (guint i = 0; i < n; i++)
    if (strlen (fills[i].name) == length && memcmp (fills[i].name, name, length) == 0)
      return &fills[i];
  return NULL;
}

char *
liaison_manner_fill (LiaisonWords *words, const char *msgid, const LiaisonFill *fills, guint n)
{
  g_autoptr (GString) out = g_string_new (NULL);
  const char *at = liaison_words_get (words, msgid);

  while (*at)
    {
      const char *close = *at == '{' ? strchr (at, '}') : NULL;
      const LiaisonFill *fill =
          close ? find_fill (fills, n, at + 1, (gsize) (close - at) - 1) : NULL;

      if (fill)
        {
          g_autofree char *text = liaison_manner_embed (words, fill->text);

          g_string_append (out, text);
          at = close + 1;
        }
      else
        {
          g_string_append_c (out, *at++);
        }
    }
  return g_string_free (g_steal_pointer (&out), FALSE);
}
