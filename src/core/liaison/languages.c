/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "liaison/languages.h"

#include <string.h>

gboolean
liaison_language_same (const char *a, const char *b)
{
  gsize n = strcspn (a, "-"), m = strcspn (b, "-");
  gboolean nordic = n == 2 && m == 2 && (strncmp (a, "nb", 2) == 0 || strncmp (a, "no", 2) == 0)
                    && (strncmp (b, "nb", 2) == 0 || strncmp (b, "no", 2) == 0);

  return nordic || (n == m && strncmp (a, b, n) == 0);
}

static gboolean
does (guint8 has, guint8 asked)
{
  return asked == LIAISON_LEVEL_NONE || (has != LIAISON_LEVEL_NONE && has >= asked);
}

/* A tag alone, without levels, says that the person speaks it. */
static gboolean
has_levels (const LiaisonLevel *level)
{
  return level->listening != LIAISON_LEVEL_NONE || level->speaking != LIAISON_LEVEL_NONE
         || level->reading != LIAISON_LEVEL_NONE || level->writing != LIAISON_LEVEL_NONE;
}

gboolean
liaison_level_is_enough (const LiaisonSpokenLanguageData *spoken, const LiaisonLevel *asked)
{
  const LiaisonLevel *level = &spoken->level;

  if (level->language == NULL || !liaison_language_same (level->language, asked->language))
    return FALSE;
  return spoken->native || !has_levels (level)
         || (does (level->listening, asked->listening) && does (level->speaking, asked->speaking)
             && does (level->reading, asked->reading) && does (level->writing, asked->writing));
}

const LiaisonSpokenLanguageData *
liaison_person_find_language (const LiaisonBlock *person, const char *language)
{
  const LiaisonItems *items = LIAISON_DATA (Participant, person)->languages;

  for (guint i = 0; i < liaison_items_get_size (items); i++)
    {
      const LiaisonSpokenLanguageData *spoken =
          LIAISON_DATA (SpokenLanguage, liaison_items_get (items, i));
      if (spoken->level.language != NULL
          && liaison_language_same (spoken->level.language, language))
        return spoken;
    }
  return NULL;
}

gboolean
liaison_language_serves (const LiaisonSpokenLanguageData *spoken)
{
  static const guint8 limited_working = 2 * 2;

  return spoken->native || !has_levels (&spoken->level)
         || (does (spoken->level.listening, limited_working)
             && does (spoken->level.speaking, limited_working));
}

gboolean
liaison_person_speaks (const LiaisonBlock *person, const char *language)
{
  const LiaisonSpokenLanguageData *spoken = liaison_person_find_language (person, language);

  return spoken != NULL && liaison_language_serves (spoken);
}
