/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/spoken.h"

#include "record/kinds/participant.h"
#include "words/capital.h"
#include "words/manner-private.h"
#include "words/names.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* No line ends between a language and its level, "English 3333". In Japanese it would end inside
 * the name of the language instead. */
static char *
keep_level (char *told)
{
  char *blank = strrchr (told, ' ');
  char *kept;

  if (blank == NULL || blank == told || (guchar) told[0] >= 0xe3
      || !(g_ascii_isdigit (blank[1]) || g_str_has_prefix (blank + 1, "\u2066")))
    return told;
  *blank = '\0';
  kept = g_strconcat (told, "\u00a0", blank + 1, NULL);
  g_free (told);
  return kept;
}

static char *
tell_one (const LiaisonManner *manner, const LiaisonSpokenLanguageData *spoken)
{
  g_autofree char *name = NULL;

  if (!spoken->native)
    return keep_level (liaison_manner_tell_level (manner, &spoken->level));
  name = liaison_words_dup_language (manner->words, spoken->level.language);
  return liaison_words_format (manner->words,
                               /* Translators: one of the languages of a person, in a list on paper:
                                  “French (first language)” */
                               N_ ("{language} (first language)"),
                               liaison_operand_text ("language", name));
}

char *
liaison_manner_tell_spoken (const LiaisonManner *manner, const LiaisonItems *items)
{
  g_autoptr (GPtrArray) ordered = liaison_manner_order_items (items);
  g_autoptr (GPtrArray) told = g_ptr_array_new_with_free_func (g_free);

  for (guint first = 2; first-- > 0;)
    for (guint i = 0; i < ordered->len; i++)
      {
        const LiaisonSpokenLanguageData *spoken =
            LIAISON_DATA (SpokenLanguage, (const LiaisonBlock *) ordered->pdata[i]);

        if (spoken->level.language != NULL && spoken->native == (gboolean) first)
          g_ptr_array_add (told, tell_one (manner, spoken));
      }
  return liaison_words_capitalise (manner->words,
                                   liaison_manner_join (manner->words, told, liaison_manner_comma));
}
