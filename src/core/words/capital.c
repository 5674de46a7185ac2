/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/capital.h"

#include <string.h>

/* In these a dot stays over the i. */
static gboolean
keeps_dot (const char *language)
{
  return g_str_has_prefix (language, "tr") || g_str_has_prefix (language, "az");
}

char *
liaison_words_capitalise (LiaisonWords *self, char *text)
{
  char *first = text, *after;
  char capital[7] = "";
  gunichar c;

  if (text == NULL)
    return NULL;
  /* Marks that isolate it stand before. */
  while (strncmp (first, "\xe2\x81", 2) == 0 && (guchar) first[2] >= 0xa6
         && (guchar) first[2] <= 0xa9)
    first += 3;
  c = g_utf8_get_char (first);
  if (!g_unichar_islower (c))
    return text;
  after = g_utf8_next_char (first);
  c = c == 'i' && keeps_dot (liaison_words_get_language (self)) ? 0x130 : g_unichar_totitle (c);
  capital[g_unichar_to_utf8 (c, capital)] = '\0';
  *first = '\0';
  first = g_strconcat (text, capital, after, NULL);
  g_free (text);
  return first;
}
