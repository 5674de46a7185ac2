/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Capitals where a heading, a line or a cell begins: names of days, months and languages are small
 * in many languages. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* @text with its first letter as it stands at the beginning of a sentence. What begins with
 * something else is left as it is. Takes @text; NULL is NULL. Transfer full. */
char *liaison_words_capitalise (LiaisonWords *self, char *text);

G_END_DECLS
