/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From when to when, with the sign that the language puts between them. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_RANGE_OPEN,  /* 25 October – 3 November; 10月25日～11月3日 */
  LIAISON_RANGE_CLOSE, /* 9:00–10:30; 9:00～10:30 */
} LiaisonRange;

/* @from and @to, of which one may be NULL: "– 30 September". Each is isolated, and which of the two
 * is seen first is as the language runs, whatever their digits do. Owned by the caller. */
char *liaison_words_format_range (LiaisonWords *self,
                                  const char *from,
                                  const char *to,
                                  LiaisonRange style);

G_END_DECLS
