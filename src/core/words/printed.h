/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sentences with numbers in them, as printf prints them, in the digits of a language; and lines put
 * together of pieces. */
#pragma once

#include "words/words.h"

#include <stdarg.h>

G_BEGIN_DECLS

/* Appends what printf makes of @format (from a catalogue, checked by msgfmt), but the numbers of
 * %u, %d, %2$u and %2$d stand as liaison_words_format_integer writes them: ١٢, 12 345. All else
 * stays, serials and times among it, and a number that has a width or a flag. */
void liaison_words_append_printed (LiaisonWords *self,
                                   GString *text,
                                   const char *format,
                                   va_list arguments);

/* “09:30 Morning update”: @lead (may be NULL) where lines of the language begin, then @text,
 * whichever way that runs. Transfer full. */
char *liaison_words_lead (LiaisonWords *self, const char *lead, const char *text);
/* What parts the pieces of a line: " · ", in Arabic "، ". Borrowed. */
const char *liaison_words_get_separator (LiaisonWords *self);

G_END_DECLS
