/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/printed.h"

#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Stand around each number while it is printed; no text that is accepted holds control characters.
 */
#define OPENS  '\x0e'
#define CLOSES '\x0f'

/* The conversion at @at when it is %u, %d, %2$u or %2$d: its length. Otherwise 0. */
static gsize
measure_plain_number (const char *at)
{
  const char *end = at + 1;

  while (g_ascii_isdigit (*end))
    end++;
  if (end == at + 1 || *end == '$')
    end += *end == '$';
  else
    return 0;
  return *end == 'u' || *end == 'd' ? (gsize) (end + 1 - at) : 0;
}

static char *
mark_numbers (const char *format)
{
  GString *marked = g_string_new (NULL);

  for (const char *at = format; *at != '\0';)
    {
      gsize length = *at == '%' ? measure_plain_number (at) : 0;

      if (length > 0)
        {
          g_string_append_c (marked, OPENS);
          g_string_append_len (marked, at, (gssize) length);
          g_string_append_c (marked, CLOSES);
        }
      else
        g_string_append_len (marked, at, (gssize) (length = *at == '%' && at[1] == '%' ? 2 : 1));
      at += length;
    }
  return g_string_free (marked, FALSE);
}

void
liaison_words_append_printed (LiaisonWords *self,
                              GString *text,
                              const char *format,
                              va_list arguments)
{
  g_autofree char *marked = mark_numbers (format);
  g_autofree char *printed = NULL;
  const char *at, *opens;

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  printed = g_strdup_vprintf (marked, arguments);
#pragma GCC diagnostic pop
  for (at = printed; (opens = strchr (at, OPENS)) != NULL;)
    {
      char *end;
      gint64 value = g_ascii_strtoll (opens + 1, &end, 10);
      g_autofree char *number = liaison_words_format_integer (self, value);

      g_string_append_len (text, at, opens - at);
      g_string_append (text, number);
      at = *end == CLOSES ? end + 1 : end;
    }
  g_string_append (text, at);
}

char *
liaison_words_lead (LiaisonWords *self, const char *lead, const char *text)
{
  g_autofree char *isolated = NULL;

  if (lead == NULL)
    return g_strdup (text);
  if (!liaison_words_is_right_to_left (self))
    return g_strdup_printf ("%s %s", lead, text);
  isolated = liaison_words_isolate (text);
  /* The mark keeps a line whose letters all run the other way from being turned round. */
  return g_strdup_printf ("\u200f%s %s", lead, isolated);
}

const char *
liaison_words_get_separator (LiaisonWords *self)
{
  /* Translators: Parts the pieces of a line, as in “3 errors · 2 warnings”, with its blanks. Where
   * a dot looks like a digit (it does beside Arabic ones), a comma is better. */
  return liaison_words_get (self, N_ (" · "));
}
