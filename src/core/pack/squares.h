/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Chinese and Japanese: characters that stand in squares. What is done here follows the W3C's
 * "Requirements for Japanese Text Layout" (JLReq), sections 3.1 and 3.2. */
#pragma once

#include "pack/typesetter-private.h"

G_BEGIN_DECLS

/* Whether there can be such characters in it: those of UTF-8 begin so. */
gboolean liaison_squares_may_be_in (const char *text, int length);

/* Sets the line of a layout closer where two signs meet that each have half a square of blank, and
 * a little wider where Latin letters or digits meet characters in squares; @em is the size of the
 * type in Pango units. The layout must not be drawn by Pango any more. */
void liaison_squares_space (PangoLayoutLine *line, const char *text, double em);

/* What is lost where a line ends between these two characters, from 0 (after a sign, before a word)
 * to LIAISON_SQUARES_WORST (inside a date). Where lines may not end at all is not looked at. */
#define LIAISON_SQUARES_WORST 15
guint liaison_squares_judge (gunichar before, gunichar after);

/* How much of the last square of the text is blank, as part of its width. */
double liaison_squares_get_blank_end (const char *text, int length);

/* Appends the cuts at which the lines of a text end that is not justified (guint, the last is the
 * end): on as few lines as they can be, words are kept together. FALSE: it has to be broken
 * otherwise. */
gboolean
liaison_squares_break (const LiaisonShapedParagraph *paragraph, double width, GArray *ends);

G_END_DECLS
