/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Laid-out labels, kept while they are drawn again and again. */
#pragma once

#include <pango/pangocairo.h>

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TEXT_BODY,
  LIAISON_TEXT_BOLD,
  LIAISON_TEXT_SMALL,
  LIAISON_TEXT_SMALL_BOLD,
  LIAISON_TEXT_TITLE, /* a head over a drawing */
} LiaisonTextStyle;
#define LIAISON_N_TEXT_STYLES (LIAISON_TEXT_TITLE + 1)

typedef struct _LiaisonTextCache LiaisonTextCache;

/* Sizes follow the font of @context, of which a reference is kept. When it has changed (font,
 * language, resolution), clear. At most @capacity labels are kept, those used last. One thread. */
LiaisonTextCache *liaison_text_cache_new (PangoContext *context, guint capacity);
/* The same for paper and pictures, with a font map of its own, so that a thread may have one: @font
 * as Pango describes fonts ("Noto Sans 9"), in points of one unit. */
LiaisonTextCache *liaison_text_cache_new_off_screen (const char *font, guint capacity);
/* The same with fonts of @map, which has a resolution of 72 and is used by no other thread. */
LiaisonTextCache *
liaison_text_cache_new_for_map (PangoFontMap *map, const char *font, guint capacity);
void liaison_text_cache_free (LiaisonTextCache *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTextCache, liaison_text_cache_free)

void liaison_text_cache_clear (LiaisonTextCache *self);
/* How many labels are kept. */
guint liaison_text_cache_get_size (const LiaisonTextCache *self);
PangoContext *liaison_text_cache_get_context (const LiaisonTextCache *self);

/* What one needs to place a label: in units, ink being what is seen of it. */
typedef struct
{
  double width, height;
  double baseline; /* from the top */
} LiaisonTextSize;

/* The label in one line. Where it is wider than @width (negative: any), it ends in an ellipsis and
 * is at most that wide. The text's own direction decides at which end. @size may be NULL. Borrowed
 * until the next call. */
PangoLayout *liaison_text_cache_get (LiaisonTextCache *self,
                                     const char *text,
                                     LiaisonTextStyle style,
                                     double width,
                                     LiaisonTextSize *size);
/* The height of a line of this style, whatever stands in it. */
double liaison_text_cache_get_line_height (LiaisonTextCache *self, LiaisonTextStyle style);

G_END_DECLS
