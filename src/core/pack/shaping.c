/* SPDX-License-Identifier: GPL-3.0-or-later */
/* From Pango's lines to glyphs that are kept. */
#include "config.h"

#include "pack/squares.h"

#include <string.h>

#define UNITS(value) ((value) / (double) PANGO_SCALE)

static const PangoFontDescription *
get_font (LiaisonTypesetter *self, const LiaisonTypeStyle *style, const char *families)
{
  PangoFontDescription *font = g_hash_table_lookup (self->fonts, style);

  if (font != NULL)
    return font;
  font = pango_font_description_new ();
  pango_font_description_set_family_static (font, families);
  pango_font_description_set_absolute_size (font, style->size * PANGO_SCALE);
  pango_font_description_set_weight (font, (PangoWeight) style->weight);
  if (style->italic)
    pango_font_description_set_style (font, PANGO_STYLE_ITALIC);
  g_hash_table_insert (self->fonts, (gpointer) style, font);
  return font;
}

void
liaison_typesetter_lay_out (LiaisonTypesetter *self,
                            const char *text,
                            int length,
                            PangoAttrList *attributes,
                            const LiaisonTypeStyle *style,
                            gboolean right_to_left,
                            double width)
{
  PangoDirection direction = right_to_left ? PANGO_DIRECTION_RTL : PANGO_DIRECTION_LTR;

  if (pango_context_get_base_dir (self->context) != direction)
    pango_context_set_base_dir (self->context, direction);
  pango_layout_set_font_description (self->layout, get_font (self, style, self->families));
  pango_layout_set_width (self->layout, width < 0 ? -1 : (int) (width * PANGO_SCALE));
  pango_layout_set_attributes (self->layout, attributes);
  pango_layout_set_text (self->layout, text, length);
}

static int
count_glyphs (PangoLayoutLine *line)
{
  int n = 0;

  for (GSList *l = line->runs; l != NULL; l = l->next)
    n += ((PangoLayoutRun *) l->data)->glyphs->num_glyphs;
  return n;
}

/* Copies the glyphs of a run that are drawn; returns how many, and moves *@x on. A missing one is
 * the font's own box. */
static int
take_glyphs (LiaisonTypesetter *self, const PangoLayoutRun *run, cairo_glyph_t *to, double *x)
{
  const PangoGlyphString *from = run->glyphs;
  int n = 0;

  for (int i = 0; i < from->num_glyphs; i++)
    {
      const PangoGlyphInfo *info = &from->glyphs[i];

      if (info->glyph != PANGO_GLYPH_EMPTY)
        {
          gboolean unknown = (info->glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0;

          if (unknown)
            liaison_typesetter_note_missing (self, info->glyph & ~PANGO_GLYPH_UNKNOWN_FLAG);
          to[n].index = unknown ? 0 : info->glyph;
          to[n].x = *x + UNITS (info->geometry.x_offset);
          to[n].y = UNITS (info->geometry.y_offset - run->y_offset);
          n++;
        }
      *x += UNITS (info->geometry.width);
    }
  return n;
}

/* As Pango's own renderer for cairo does it. */
static int
take_clusters (const char *text,
               PangoLayoutRun *run,
               gboolean backward,
               cairo_text_cluster_t *clusters)
{
  PangoGlyphItemIter iter;
  int n = 0;

  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      int first = MIN (iter.start_glyph, iter.end_glyph + 1);
      int end = MAX (iter.start_glyph + 1, iter.end_glyph);

      clusters[n].num_bytes = iter.end_index - iter.start_index;
      clusters[n].num_glyphs =
          backward ? iter.start_glyph - iter.end_glyph : iter.end_glyph - iter.start_glyph;
      for (int i = first; i < end; i++)
        if (run->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY)
          clusters[n].num_glyphs--;
      n++;
    }
  return n;
}

/* All that a line holds lies in one piece: runs, glyphs, clusters. */
void
liaison_take_line (LiaisonTypesetter *self,
                   PangoLayoutLine *line,
                   const char *text,
                   LiaisonSetLine *taken)
{
  guint n_runs = g_slist_length (line->runs);
  int n_glyphs = count_glyphs (line);
  gsize glyph_bytes = n_glyphs * sizeof (cairo_glyph_t);
  char *memory = g_malloc0 (MAX (1, n_runs * sizeof (LiaisonGlyphRun) + glyph_bytes
                                        + n_glyphs * sizeof (cairo_text_cluster_t)));
  LiaisonGlyphRun *run = (LiaisonGlyphRun *) memory;
  cairo_glyph_t *glyphs = (cairo_glyph_t *) (memory + n_runs * sizeof (LiaisonGlyphRun));
  cairo_text_cluster_t *clusters = (cairo_text_cluster_t *) ((char *) glyphs + glyph_bytes);
  double x = 0;

  taken->runs = run;
  taken->n_runs = n_runs;
  taken->own = memory;
  for (GSList *l = line->runs; l != NULL; l = l->next, run++)
    {
      PangoLayoutRun *from = l->data;
      gboolean backward = (from->item->analysis.level & 1) != 0;
      PangoCairoFont *font = PANGO_CAIRO_FONT (from->item->analysis.font);

      run->font = cairo_scaled_font_reference (pango_cairo_font_get_scaled_font (font));
      run->text = text + from->item->offset;
      run->n_bytes = from->item->length;
      run->flags = backward ? CAIRO_TEXT_CLUSTER_FLAG_BACKWARD : 0;
      run->clusters = clusters;
      run->n_clusters =
          take_clusters (pango_layout_get_text (line->layout), from, backward, clusters);
      run->glyphs = glyphs;
      run->n_glyphs = take_glyphs (self, from, glyphs, &x);
      glyphs += run->n_glyphs;
      clusters += run->n_clusters;
    }
  taken->width = x;
  self->n_kept += (gsize) n_glyphs;
}

/* For lines with memory and fonts of their own. */
void
liaison_set_line_clear (LiaisonSetLine *line)
{
  if (line->own == NULL)
    return;
  for (guint i = 0; i < line->n_runs; i++)
    cairo_scaled_font_destroy (line->runs[i].font);
  g_free (line->own);
}

/* The glyphs of a cluster: in runs from right to left the iterator counts down. */
static void
get_glyphs (const PangoGlyphItemIter *iter, int *first, int *end)
{
  *first = MIN (iter->start_glyph, iter->end_glyph + 1);
  *end = MAX (iter->start_glyph + 1, iter->end_glyph);
}

/* Moves the cut on over a cluster. */
static void
pass_cluster (const PangoGlyphString *glyphs, const PangoGlyphItemIter *iter, LiaisonCut *cut)
{
  int first, end, width = 0;

  get_glyphs (iter, &first, &end);
  for (int i = first; i < end; i++)
    {
      width += glyphs->glyphs[i].geometry.width;
      cut->glyph += glyphs->glyphs[i].glyph != PANGO_GLYPH_EMPTY;
    }
  cut->x += UNITS (width);
  cut->cluster++;
}

/* A blank between digits parts no lines: numbers of telephones, large numbers. */
static gboolean
is_in_number (const char *text, const char *here)
{
  return here - text >= 2 && here[-1] == ' ' && g_ascii_isdigit (*here)
         && g_ascii_isdigit (here[-2]);
}

/* Digits of Arabic and Persian behind anything but a blank or a dash: the number of a note, which
 * stays with what it is said of. A mark of direction may stand between. */
static gboolean
is_note_number (const char *text, const char *here)
{
  gunichar c = g_utf8_get_char (here);

  if (!((c >= 0x660 && c <= 0x669) || (c >= 0x6f0 && c <= 0x6f9)) || here == text)
    return FALSE;
  here = g_utf8_prev_char (here);
  if (here > text && g_utf8_get_char (here) == 0x200f)
    here = g_utf8_prev_char (here);
  c = g_utf8_get_char (here);
  return !g_unichar_isspace (c) && g_unichar_type (c) != G_UNICODE_DASH_PUNCTUATION && c != 0x200f;
}

static void
add_run_cuts (
    PangoLayoutRun *run, const char *text, const PangoLogAttr *attrs, LiaisonCut *cut, GArray *cuts)
{
  int first = run->item->offset, at = g_utf8_pointer_to_offset (text, text + first);
  PangoGlyphItemIter iter;

  cut->glyph = cut->cluster = 0;
  for (gboolean more = pango_glyph_item_iter_init_start (&iter, run, text); more;
       more = pango_glyph_item_iter_next_cluster (&iter))
    {
      const PangoLogAttr *attr = &attrs[at + iter.start_char];
      const char *here = text + iter.start_index;
      /* A soft hyphen before it. */
      gboolean soft = iter.start_index >= 2 && strncmp (here - 2, "\xc2\xad", 2) == 0;

      cut->byte = iter.start_index - first;
      cut->breaks = attr->is_line_break && !soft && !is_in_number (text, here)
                    && !is_note_number (text, here);
      cut->hyphen = attr->is_line_break && soft;
      cut->white = attr->is_white;
      cut->loss = 0;
      if (cut->breaks && here > text)
        cut->loss = liaison_squares_judge (g_utf8_get_char (g_utf8_prev_char (here)),
                                           g_utf8_get_char (here));
      cut->wide = g_unichar_iswide (g_utf8_get_char (here));
      g_array_append_val (cuts, *cut);
      pass_cluster (run->glyphs, &iter, cut);
    }
}

static int
compare_runs (gconstpointer a, gconstpointer b, gpointer data)
{
  const PangoLayoutRun *const *runs = data;

  return runs[((const LiaisonReadRun *) a)->seen]->item->offset
         - runs[((const LiaisonReadRun *) b)->seen]->item->offset;
}

static double
get_run_width (const PangoLayoutRun *run)
{
  return UNITS (pango_glyph_string_get_width (run->glyphs));
}

/* In the order of reading, while runs are in the order they are seen. */
static void
add_cuts (LiaisonShapedParagraph *self, PangoLayoutLine *line, GArray *cuts)
{
  const char *text = pango_layout_get_text (line->layout);
  guint n = g_slist_length (line->runs);
  g_autofree PangoLayoutRun **runs = g_new (PangoLayoutRun *, MAX (n, 1));
  int n_attrs;
  const PangoLogAttr *attrs = pango_layout_get_log_attrs_readonly (line->layout, &n_attrs);
  LiaisonCut cut = { 0 };
  double left = 0;
  guint i = 0;

  self->read = g_new (LiaisonReadRun, MAX (n, 1));
  for (GSList *l = line->runs; l != NULL; l = l->next, i++)
    {
      runs[i] = l->data;
      self->read[i] = (LiaisonReadRun){ .seen = i,
                                        .level = runs[i]->item->analysis.level,
                                        .left = left,
                                        .width = get_run_width (runs[i]) };
      left += self->read[i].width;
    }
  g_qsort_with_data (self->read, (int) n, sizeof *self->read, compare_runs, runs);
  for (i = 0; i < n; i++)
    {
      cut.run = i;
      self->read[i].x = cut.x;
      add_run_cuts (runs[self->read[i].seen], text, attrs, &cut, cuts);
    }
}

/* Of the text between two places where it may be broken. */
static double
find_least (const LiaisonShapedParagraph *self)
{
  double least = 0, begin = 0, end = 0;

  for (guint i = 0; i <= self->n_cuts; i++)
    {
      if (i == self->n_cuts || self->cuts[i].breaks)
        {
          least = MAX (least, end - begin);
          begin = self->cuts[i].x;
        }
      if (i < self->n_cuts && !self->cuts[i].white)
        end = self->cuts[i + 1].x;
    }
  return least;
}

/* Blanks at the end take no room. */
static void
trim (LiaisonShapedParagraph *self)
{
  double before = self->line.width;

  for (guint i = self->n_cuts; i > 0 && self->cuts[i - 1].white; i--)
    self->line.width = self->cuts[i - 1].x;
  if (!self->right_to_left && self->n_cuts > 0 && self->cuts[self->n_cuts - 1].wide)
    self->line.width -= (self->cuts[self->n_cuts].x - self->cuts[self->n_cuts - 1].x)
                        * liaison_squares_get_blank_end (self->text, self->length);
  /* Where all runs from right to left they are at the left. */
  for (guint i = 0; self->right_to_left && i < self->line.n_runs; i++)
    self->line.runs[i].shift -= before - self->line.width;
}

void
liaison_shaped_paragraph_finish (LiaisonShapedParagraph *paragraph)
{
  trim (paragraph);
  paragraph->least = find_least (paragraph);
}

static void
find_cuts (LiaisonTypesetter *self, LiaisonShapedParagraph *paragraph, PangoLayoutLine *line)
{
  GArray *cuts = g_array_new (FALSE, TRUE, sizeof (LiaisonCut));
  LiaisonCut end = { .x = paragraph->line.width, .run = G_MAXUINT, .breaks = TRUE };

  add_cuts (paragraph, line, cuts);
  paragraph->n_cuts = cuts->len;
  g_array_append_val (cuts, end);
  paragraph->cuts = (LiaisonCut *) g_array_free (cuts, FALSE);
  liaison_typesetter_bind_words (self, paragraph);
  liaison_shaped_paragraph_finish (paragraph);
}

void
liaison_shape_paragraph (LiaisonTypesetter *self,
                         const char *text,
                         int length,
                         const LiaisonTypeStyle *style,
                         LiaisonShapedParagraph *paragraph)
{
  if (!liaison_shape_words (self, text, length, style, paragraph))
    liaison_shape_whole (self, text, length, style, paragraph);
}

void
liaison_shape_whole (LiaisonTypesetter *self,
                     const char *text,
                     int length,
                     const LiaisonTypeStyle *style,
                     LiaisonShapedParagraph *paragraph)
{
  PangoLayoutLine *line;

  paragraph->text = text;
  paragraph->length = length;
  /* Digits and signs alone are times, numbers, codes: those run left to right everywhere. */
  paragraph->right_to_left = liaison_words_find_base (text, length, self->right_to_left)
                             == LIAISON_DIRECTION_RIGHT_TO_LEFT;
  /* Blanks at the end stand at either edge of what runs both ways. */
  while (paragraph->right_to_left && length > 1 && text[length - 1] == ' ')
    length--;
  liaison_typesetter_lay_out (self, text, length, paragraph->attributes, style,
                              paragraph->right_to_left, -1);
  line = pango_layout_get_line_readonly (self->layout, 0);
  if (liaison_squares_may_be_in (text, length))
    liaison_squares_space (line, pango_layout_get_text (self->layout), style->size * PANGO_SCALE);
  liaison_take_line (self, line, text, &paragraph->line);
  paragraph->full_width = paragraph->line.width;
  find_cuts (self, paragraph, line);
  liaison_typesetter_mark_hyphens (self, paragraph);
}

void
liaison_shaped_paragraph_clear (LiaisonShapedParagraph *paragraph)
{
  liaison_set_line_clear (&paragraph->line);
  g_clear_pointer (&paragraph->attributes, pango_attr_list_unref);
  g_free (paragraph->cuts);
  g_free (paragraph->read);
}
