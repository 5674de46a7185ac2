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

/* The direction of the first strong character (Unicode Standard Annex 9, rule P2). @text is UTF-8. */
LiaisonDirection liaison_words_find_direction (const char *text);

G_END_DECLS
