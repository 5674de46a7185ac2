/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which way a text runs. */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_DIRECTION_NEUTRAL, /* digits, punctuation, nothing */
  LIAISON_DIRECTION_LEFT_TO_RIGHT,
  LIAISON_DIRECTION_RIGHT_TO_LEFT,
} LiaisonDirection;

/* The direction of the first strong character (Unicode Standard Annex 9, rule P2). @text is UTF-8.
 */
LiaisonDirection liaison_words_find_direction (const char *text);
/* The direction in which @text, of @length bytes (negative: to its end), is set where the language
 * around it runs from right to left or not: a sentence that only begins with a foreign word does
 * not turn round. A mark of direction at its beginning decides; what is isolated does not count
 * where there is anything else. NEUTRAL: what has no letters and none of the digits of the page. */
LiaisonDirection
liaison_words_find_base (const char *text, gssize length, gboolean in_right_to_left);
/* @text with the codes isolated that a line from right to left would turn round: numbers of
 * telephones, levels with plus signs, dates in digits. NULL: there are none. *@places (may be
 * NULL): where something was put in, as offsets in @text, of gsize, rising. */
char *liaison_words_isolate_codes (const char *text, GArray **places);

G_END_DECLS
