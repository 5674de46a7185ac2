/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the typesetter share: shaped paragraphs and lines cut out of them. */
#pragma once

#include "pack/hyphenator.h"
#include "pack/typesetter.h"

#include <pango/pangocairo.h>

G_BEGIN_DECLS

/* Glyphs of one font in visual order, in the size of faces. Positions are those on the line plus
 * `shift`. */
typedef struct
{
  cairo_scaled_font_t *font; /* the paragraph's, in the size of faces */
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
  double block;           /* the widest line of its paragraph; 0: it is the only one */
} LiaisonSetLine;

/* A cluster of a paragraph, in the order it is read: where it may be cut. */
typedef struct
{
  guint run;                /* in the order of reading */
  int byte, glyph, cluster; /* where it begins in its run */
  double x;                 /* how far from where the line begins it begins, as it is read */
  guint breaks : 1;         /* a line may end before it */
  guint hyphen : 1;         /* a line may end before it with a hyphen */
  guint white : 1;          /* a blank, which does not count at the end of a line */
  guint wide : 1;           /* a character as wide as high, which may be moved off its like */
  guint loss : 4;           /* what is lost where a line ends before it, see squares.h */
} LiaisonCut;

/* A run in the order of reading. */
typedef struct
{
  guint seen;  /* which one it is from left to right */
  guint level; /* odd: from right to left */
  double x;    /* how far from where the line begins it begins, as it is read */
  double left; /* from the left edge of the line */
  double width;
} LiaisonReadRun;

/* Text without line breaks, shaped as one line, in the size of faces: what is said of its measures
 * here is to be multiplied by a style's factor. */
typedef struct
{
  const char *text;
  int length;
  PangoAttrList *attributes; /* of its marked parts, or NULL */
  gboolean right_to_left;
  double full_width;   /* of the line, blanks at its end too */
  LiaisonSetLine line; /* all of it */
  LiaisonCut *cuts;    /* n_cuts and one at the end */
  guint n_cuts;
  LiaisonReadRun *read; /* one a run; NULL: a single one from left to right */
  double least;
} LiaisonShapedParagraph;

/* A font in the size of faces, and at another size. */
typedef struct
{
  cairo_scaled_font_t *from, *to;
} LiaisonScaledFont;

/* A size that something is set in, and its fonts so far. */
typedef struct
{
  double factor; /* of the size of faces */
  GSList *fonts; /* of LiaisonScaledFont; only ever prepended to, so that any thread may look */
} LiaisonTypeSize;

struct _LiaisonSetting
{
  const LiaisonTypeStyle *style;
  const LiaisonTypeSize *size;
  double leading;
  gboolean right_to_left; /* the page: which edge lines stand at */
  double measure;
  double width;
  LiaisonSetLine *lines;
  guint n_lines;
};

/* A text in a face: what is kept. */
typedef struct
{
  /* Key */
  const char *text;
  const LiaisonTypeStyle *face;
  const LiaisonRichSpan *spans;
  guint n_spans;
  guint hash;

  /* Owned */
  char *copy;
  char *isolated; /* what is shaped where that is not the copy; or NULL */
  LiaisonRichSpan *own_spans;
  LiaisonShapedParagraph *paragraphs;
  guint n_paragraphs;
  double width, least;
  GPtrArray *settings; /* of LiaisonSetting, one a style and width */
  GArray *missing;     /* of gunichar, characters without a font; or NULL */
} LiaisonShaped;

struct _LiaisonTypesetter
{
  gatomicrefcount refs;

  /* Owned */
  char *language;
  PangoFontMap *map;
  PangoContext *context;
  PangoLayout *layout;
  const char *families; /* static */
  GHashTable *shaped;   /* LiaisonShaped, a set */
  GHashTable *words;    /* shaped words, see words-kept.c */
  GHashTable *styles;   /* LiaisonTypeStyle, a set */
  GHashTable *faces;    /* LiaisonTypeStyle -> the LiaisonTypeStyle that it is shaped in */
  GHashTable *fonts;    /* a face -> PangoFontDescription */
  GHashTable *missing;  /* unichar, a set */
  GArray *noted;        /* of gunichar, as they were found missing */
  GPtrArray *sizes;     /* of LiaisonTypeSize */

  LiaisonHyphenator *hyphenator; /* NULL: none */
  gboolean parts_names;          /* all nouns have a capital */
  gboolean binds_words;          /* words of one letter do not end lines */
  GSList *hyphens;               /* of LiaisonHyphen */

  LiaisonTextCache *labels; /* or NULL */
  gboolean roomy;           /* it works in a composing room, in one thread */

  gboolean right_to_left;
  double spread; /* of leading */
  gsize n_kept;  /* glyphs that are kept */
};

/* The hyphen of a font. */
typedef struct
{
  cairo_scaled_font_t *font; /* its run's */
  cairo_glyph_t glyph;
  double width;
} LiaisonHyphen;

/* NULL: the font has none. */
const LiaisonHyphen *liaison_typesetter_get_hyphen (LiaisonTypesetter *self,
                                                    cairo_scaled_font_t *font);
void liaison_hyphen_free (LiaisonHyphen *self);
/* A mark of raised digits, beside those of rich text. */
#define LIAISON_RAISED (1u << 30)

/* @text with its raised digits as plain ones of the language, marked in @spans (LiaisonRichSpan),
 * which move with the text; NULL: nothing is to be changed. */
char *liaison_raise_digits (const char *text, const char *language, GArray *spans);
/* What of @spans is among the bytes from @start to @end, in type of @size; NULL where nothing is.
 */
PangoAttrList *liaison_make_attributes (const GArray *spans, guint start, guint end, double size);

/* Where words of the paragraph may be parted. */
void liaison_typesetter_mark_hyphens (LiaisonTypesetter *self, LiaisonShapedParagraph *paragraph);
/* Whether @word, which stands in @text, is a name that is not parted. */
gboolean
liaison_typesetter_keeps_whole (const LiaisonTypesetter *self, const char *text, const char *word);
/* Takes breaks back where the language has none. */
void liaison_typesetter_bind_words (LiaisonTypesetter *self, LiaisonShapedParagraph *paragraph);

/* What is shaped in @style, whatever its size, ink and place: outlines are only enlarged, so that
 * each text is shaped once for all sizes. */
const LiaisonTypeStyle *liaison_typesetter_get_face (LiaisonTypesetter *self,
                                                     const LiaisonTypeStyle *style);
/* The size of @style. */
LiaisonTypeSize *liaison_typesetter_get_size (LiaisonTypesetter *self,
                                              const LiaisonTypeStyle *style);
/* Makes the fonts of @line known in that size. */
void liaison_type_size_add_fonts (LiaisonTypeSize *self, const LiaisonSetLine *line);
void liaison_type_size_free (LiaisonTypeSize *self);
void liaison_setting_free (LiaisonSetting *self);
/* The characters noted as missing since there were @before of them; NULL: none. And again, where
 * what was shaped then is used. */
GArray *liaison_typesetter_take_noted (const LiaisonTypesetter *self, guint before);
void liaison_typesetter_note_missing (LiaisonTypesetter *self, gunichar c);
void liaison_typesetter_note_all (LiaisonTypesetter *self, const GArray *missing);

/* Shapes @text, of @length bytes without line breaks, in @style, a face, into fresh memory. Its
 * attributes are already there. */
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
void liaison_shaped_paragraph_clear (LiaisonShapedParagraph *paragraph);

/* Appends the lines of the paragraph at most @width wide, in the size of faces, to @lines (of
 * LiaisonSetLine), which then own what they have. */
void liaison_break_paragraph (LiaisonTypesetter *self,
                              const LiaisonShapedParagraph *paragraph,
                              const LiaisonTypeStyle *style,
                              double width,
                              GArray *lines);
/* Takes the line between two cuts out of a paragraph, with a hyphen at its end or not. Its blanks,
 * or wide characters, are moved apart or together to make it @width wide; negative: they are not.
 */
void liaison_cut_line (LiaisonTypesetter *self,
                       const LiaisonShapedParagraph *paragraph,
                       guint first,
                       guint end,
                       gboolean hyphen,
                       double width,
                       LiaisonSetLine *line);
/* Without blanks at its end. */
guint liaison_trim_line (const LiaisonShapedParagraph *paragraph, guint first, guint end);

/* For shaping: sets the layout in a face, and takes over a line of it. */
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
