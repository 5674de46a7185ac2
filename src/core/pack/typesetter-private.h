/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the typesetter share: shaped paragraphs and lines cut out of them. */
#pragma once

#include "pack/typesetter.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Glyphs of one font in visual order. Positions are those on the line plus `shift`. */
typedef struct
{
  cairo_scaled_font_t *font; /* the paragraph's */
  const char *text;          /* its bytes, for those who copy text out of a PDF */
  int n_bytes;
  const cairo_glyph_t *glyphs;
  int n_glyphs;
  const cairo_text_cluster_t *clusters;
  int n_clusters;
  cairo_text_cluster_flags_t flags;
  double shift;
} LiaisonGlyphRun;

typedef struct
{
  LiaisonGlyphRun *runs;
  guint n_runs;
  double width;           /* without blanks at its end */
  gpointer own;           /* glyphs that were moved apart to justify it; or NULL */
  gboolean right_to_left; /* its paragraph */
} LiaisonSetLine;

/* A cluster of a paragraph that runs one way throughout, in the order it is read: where it may be
 * cut. */
typedef struct
{
  guint run;
  int byte, glyph, cluster; /* where it begins in its run */
  double x;                 /* how far from where the line begins it begins */
  guint breaks : 1;         /* a line may end before it */
  guint white : 1;          /* a blank, which does not count at the end of a line */
} LiaisonCut;

/* Text without line breaks, shaped as one line. */
typedef struct
{
  const char *text;
  int length;
  PangoAttrList *attributes; /* of its marked parts, or NULL */
  gboolean right_to_left;
  gboolean cuttable;   /* `cuts` says all; else Pango breaks it */
  double full_width;   /* of the line, blanks at its end too */
  LiaisonSetLine line; /* all of it */
  LiaisonCut *cuts;    /* where cuttable: n_cuts and one at the end */
  guint n_cuts;
  double least;
} LiaisonShapedParagraph;

struct _LiaisonSetting
{
  const LiaisonTypeStyle *style;
  double leading;
  gboolean right_to_left; /* the page: which edge lines stand at */
  double measure;
  double width;
  LiaisonSetLine *lines;
  guint n_lines;
};

/* A text in a style: what is kept. */
typedef struct
{
  /* Key */
  const char *text;
  const LiaisonTypeStyle *style;
  const LiaisonRichSpan *spans;
  guint n_spans;
  guint hash;

  /* Owned */
  char *copy;
  LiaisonRichSpan *own_spans;
  LiaisonShapedParagraph *paragraphs;
  guint n_paragraphs;
  double width, least;
  GPtrArray *settings; /* of LiaisonSetting, one a width */
} LiaisonShaped;

/* Of a style that is another one at another size. */
typedef struct
{
  const LiaisonTypeStyle *base;
  double factor;
} LiaisonStyleOrigin;

/* A font at another size. */
typedef struct
{
  cairo_scaled_font_t *from, *to;
  double factor;
} LiaisonScaledFont;

struct _LiaisonTypesetter
{
  /* Owned */
  char *language;
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  const char *families; /* static */
  GHashTable *shaped;   /* LiaisonShaped, a set */
  GHashTable *words;    /* shaped words, see words-kept.c */
  GHashTable *styles;   /* LiaisonTypeStyle, a set */
  GHashTable *fonts;    /* LiaisonTypeStyle -> PangoFontDescription */
  GHashTable *missing;  /* unichar, a set */
  GHashTable *origins;  /* LiaisonTypeStyle -> LiaisonStyleOrigin */
  GArray *scaled;       /* of LiaisonScaledFont */

  gboolean right_to_left;
  double spread; /* of leading */
};

/* Shapes @text, of @length bytes without line breaks, into fresh memory. Its attributes are already
 * there. */
void liaison_shape_paragraph (LiaisonTypesetter *self,
                              const char *text,
                              int length,
                              const LiaisonTypeStyle *style,
                              LiaisonShapedParagraph *paragraph);
/* The same without looking whether its words are known. */
void liaison_shape_whole (LiaisonTypesetter *self,
                          const char *text,
                          int length,
                          const LiaisonTypeStyle *style,
                          LiaisonShapedParagraph *paragraph);
/* Puts it together from words that were shaped before, or are now. FALSE: it has to be shaped as a
 * whole. */
gboolean liaison_shape_words (LiaisonTypesetter *self,
                              const char *text,
                              int length,
                              const LiaisonTypeStyle *style,
                              LiaisonShapedParagraph *paragraph);
/* What follows from its cuts: how wide it is without blanks at its end, and its widest piece. */
void liaison_shaped_paragraph_finish (LiaisonShapedParagraph *paragraph);
GHashTable *liaison_kept_words_new (void);
/* The same paragraph at @factor of its size, into fresh memory; @text is its text there. */
void liaison_scale_paragraph (LiaisonTypesetter *self,
                              const LiaisonShapedParagraph *from,
                              const char *text,
                              double factor,
                              LiaisonShapedParagraph *paragraph);
void liaison_shaped_paragraph_clear (LiaisonShapedParagraph *paragraph);

/* Appends the lines of the paragraph at most @width wide to @lines (of LiaisonSetLine), which then
 * own what they have. */
void liaison_break_paragraph (LiaisonTypesetter *self,
                              const LiaisonShapedParagraph *paragraph,
                              const LiaisonTypeStyle *style,
                              double width,
                              GArray *lines);

/* For shaping and breaking: sets the layout, and takes over a line of it. */
void liaison_typesetter_lay_out (LiaisonTypesetter *self,
                                 const char *text,
                                 int length,
                                 PangoAttrList *attributes,
                                 const LiaisonTypeStyle *style,
                                 gboolean right_to_left,
                                 double width);
void liaison_take_line (LiaisonTypesetter *self,
                        PangoLayoutLine *line,
                        const char *text,
                        LiaisonSetLine *taken);
void liaison_set_line_clear (LiaisonSetLine *line);

G_END_DECLS
