/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen.h"

#include "words/language.h"

LiaisonWords *
liaison_screen_get_words (void)
{
  static LiaisonWords *words;

  if (words == NULL)
    {
      g_autofree char *language = liaison_language_from_locale (g_get_language_names ()[0]);
      words = liaison_words_new (language != NULL ? language : "en", NULL);
    }
  return words;
}
