/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonTypesetter: text set in lines, in one language and direction of page.
 *
 * Pango shapes the letters and says where lines may be broken; leading, baselines, alignment and
 * justification are the engine's own, so that a line stands where it should whatever fonts it is
 * of. What was set once (text, style, width) is kept and set again for nothing. One typesetter
 * works in one thread at a time and shares nothing with others; what it has set may be drawn in any
 * thread as long as it lives. No clock, no locale, no display. */
#pragma once

#include "brief/rich-text.h"
#include "draw/text-cache.h"
#include "pack/type-style.h"
#include "words/direction.h"

#include <cairo.h>
#include <pango/pango.h>

G_BEGIN_DECLS

typedef struct _LiaisonTypesetter LiaisonTypesetter;
/* Lines of one text, ready to be drawn. */
typedef struct _LiaisonSetting LiaisonSetting;

/* @language is a BCP 47 tag: it chooses fonts, forms of letters and line breaks. */
LiaisonTypesetter *liaison_typesetter_new (const char *language, gboolean right_to_left);
/* The same, with fonts of a map that is used by no other thread. */
LiaisonTypesetter *liaison_typesetter_new_for_map (PangoFontMap *map,
                                                   const char *language,
                                                   gboolean right_to_left);
LiaisonTypesetter *liaison_typesetter_ref (LiaisonTypesetter *self);
void liaison_typesetter_unref (LiaisonTypesetter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTypesetter, liaison_typesetter_unref)

const char *liaison_typesetter_get_language (const LiaisonTypesetter *self);
gboolean liaison_typesetter_is_right_to_left (const LiaisonTypesetter *self);

/* A style that lives as long as the typesetter; the same one for the same members. */
const LiaisonTypeStyle *liaison_typesetter_add_style (LiaisonTypesetter *self,
                                                      const LiaisonTypeStyle *style);
/* The same style as @base at @factor of its size. What was shaped in one size need not be shaped
 * in another. */
const LiaisonTypeStyle *liaison_typesetter_add_scaled (LiaisonTypesetter *self,
                                                       const LiaisonTypeStyle *base,
                                                       double factor);
/* The distance of baselines in the language: scripts with marks above and below need more. */
double liaison_typesetter_get_leading (const LiaisonTypesetter *self,
                                       const LiaisonTypeStyle *style);

/* How wide @text is on one line, and the widest part of it that cannot be broken. @style must be
 * static or from add_style. */
double liaison_typesetter_measure (LiaisonTypesetter *self,
                                   const char *text,
                                   const LiaisonTypeStyle *style,
                                   double *least);
/* @text in lines of at most @width; line breaks in it are kept, and a word that is too long is
 * broken between letters. It runs in its own direction, aligned as the page is. Borrowed. */
const LiaisonSetting *liaison_typesetter_set (LiaisonTypesetter *self,
                                              const char *text,
                                              const LiaisonTypeStyle *style,
                                              double width);
/* The same, parts of it marked by @spans (see brief/rich-text.h), which are copied. */
const LiaisonSetting *liaison_typesetter_set_spans (LiaisonTypesetter *self,
                                                    const char *text,
                                                    const LiaisonRichSpan *spans,
                                                    guint n_spans,
                                                    const LiaisonTypeStyle *style,
                                                    double width);
/* On one line, cut with "…" where it is too long. */
const LiaisonSetting *liaison_typesetter_set_line (LiaisonTypesetter *self,
                                                   const char *text,
                                                   const LiaisonTypeStyle *style,
                                                   double width);

guint liaison_setting_get_n_lines (const LiaisonSetting *self);
double liaison_setting_get_leading (const LiaisonSetting *self);
/* Whether the page it was set for runs from right to left. */
gboolean liaison_setting_is_right_to_left (const LiaisonSetting *self);
/* Of its widest line. */
double liaison_setting_get_width (const LiaisonSetting *self);
/* Draws the lines from @first on, at most @n, the top of the first at @y, between @x and @x plus
 * @width. */
void liaison_setting_draw (const LiaisonSetting *self,
                           cairo_t *cr,
                           double x,
                           double y,
                           double width,
                           guint first,
                           guint n);

/* The same, all lines, as shapes that are no text. */
void liaison_setting_draw_outlines (
    const LiaisonSetting *self, cairo_t *cr, double x, double y, double width);

/* Whether there are patterns by which words of its language are parted. */
gboolean liaison_typesetter_parts_words (const LiaisonTypesetter *self);
/* Labels of drawings in @font (as Pango describes fonts), which are kept as texts are; NULL where
 * other threads may draw meanwhile, and drawings have their own. Borrowed. */
LiaisonTextCache *liaison_typesetter_get_labels (LiaisonTypesetter *self, const char *font);

/* Characters for which no font was found so far, sorted, each once. The caller's array of gunichar.
 */
GArray *liaison_typesetter_list_missing (const LiaisonTypesetter *self);
/* Begins to count anew: what was found before is found again when it is used again. */
void liaison_typesetter_forget_missing (LiaisonTypesetter *self);

G_END_DECLS
