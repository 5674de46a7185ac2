/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/direction.h"

#include <unicode/uchar.h>

LiaisonDirection
liaison_words_find_direction (const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    switch (u_charDirection (g_utf8_get_char (at)))
      {
      case U_LEFT_TO_RIGHT:
        return LIAISON_DIRECTION_LEFT_TO_RIGHT;
      case U_RIGHT_TO_LEFT:
      case U_RIGHT_TO_LEFT_ARABIC:
        return LIAISON_DIRECTION_RIGHT_TO_LEFT;
      default:
        break;
      }
  return LIAISON_DIRECTION_NEUTRAL;
}
