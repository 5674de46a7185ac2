/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/level.h"

#include "record/intern.h"

#include <string.h>

static LiaisonLevel *
level_dup (LiaisonLevel *level)
{
  LiaisonLevel *copy = g_new (LiaisonLevel, 1);
  *copy = *level;
  return copy;
}

G_DEFINE_BOXED_TYPE (LiaisonLevel, liaison_level, level_dup, g_free)

static gboolean
parse_skill (const char **at,
             const char  *end,
             guint8      *skill)
{
  if (*at == end)
    return FALSE;
  char digit = *(*at)++;
  if (digit == '-')
    {
      *skill = LIAISON_LEVEL_NONE;
      return TRUE;
    }
  if (digit < '0' || digit > '5')
    return FALSE;
  *skill = 2 * (digit - '0');
  if (*at < end && **at == '+' && digit < '5')
    {
      *skill += 1;
      *at += 1;
    }
  return TRUE;
}

gboolean
liaison_level_parse (const char   *text,
                     gsize         length,
                     LiaisonLevel *level)
{
  const char *end = text + length;
  const char *space = memchr (text, ' ', length);
  gsize tag = space != NULL ? (gsize) (space - text) : length;
  guint8 skills[4] = { LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE, LIAISON_LEVEL_NONE };

  if (!liaison_language_is_valid (text, tag))
    return FALSE;
  if (space != NULL)
    {
      const char *at = space + 1;
      for (guint i = 0; i < 4; i++)
        if (!parse_skill (&at, end, &skills[i]))
          return FALSE;
      if (at != end)
        return FALSE;
    }
  *level = (LiaisonLevel) { liaison_intern (text, tag), skills[0], skills[1], skills[2], skills[3] };
  return TRUE;
}

static char *
format_skill (char  *at,
              guint8 skill)
{
  *at++ = skill == LIAISON_LEVEL_NONE ? '-' : '0' + skill / 2;
  if (skill != LIAISON_LEVEL_NONE && skill % 2 == 1)
    *at++ = '+';
  return at;
}

gsize
liaison_level_format (const LiaisonLevel *level,
                      char                text[LIAISON_LEVEL_TEXT_SIZE])
{
  char *at = text;

  if (level->language != NULL)
    {
      at = g_stpcpy (at, level->language);
      if (level->listening != LIAISON_LEVEL_NONE || level->speaking != LIAISON_LEVEL_NONE
          || level->reading != LIAISON_LEVEL_NONE || level->writing != LIAISON_LEVEL_NONE)
        {
          *at++ = ' ';
          at = format_skill (at, level->listening);
          at = format_skill (at, level->speaking);
          at = format_skill (at, level->reading);
          at = format_skill (at, level->writing);
        }
    }
  *at = '\0';
  return at - text;
}

gboolean
liaison_level_equal (const LiaisonLevel *a,
                     const LiaisonLevel *b)
{
  return a->language == b->language && a->listening == b->listening && a->speaking == b->speaking
         && a->reading == b->reading && a->writing == b->writing;
}
