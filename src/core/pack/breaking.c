/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines cut out of shaped paragraphs. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* Narrower differences are none: widths are sums of rounded numbers. */
#define TOLERANCE 0.01

/* The cut at which the line that begins at @first ends. */
static guint
find_end (const LiaisonShapedParagraph *self, guint first, double width)
{
  double limit = self->cuts[first].x + width + TOLERANCE;
  guint end = first, best = 0;

  while (end < self->n_cuts && (self->cuts[end].white || self->cuts[end + 1].x <= limit))
    {
      end++;
      if (self->cuts[end].breaks)
        best = end;
    }
  if (end == self->n_cuts)
    return end;
  /* A single word that is too long is broken between letters. */
  return best > first ? best : MAX (end, first + 1);
}

/* The part of @run from @from to @to, of which either may lie in another run. */
static void
cut_run (const LiaisonGlyphRun *run,
         guint number,
         const LiaisonCut *from,
         const LiaisonCut *to,
         double shift,
         LiaisonGlyphRun *part)
{
  int byte = from->run == number ? from->byte : 0, glyph = from->run == number ? from->glyph : 0;
  int cluster = from->run == number ? from->cluster : 0;
  gboolean backward = (run->flags & CAIRO_TEXT_CLUSTER_FLAG_BACKWARD) != 0;
  int end = to->run == number ? to->glyph : run->n_glyphs;

  *part = *run;
  cairo_scaled_font_reference (part->font);
  part->n_bytes = (to->run == number ? to->byte : run->n_bytes) - byte;
  part->n_glyphs = end - glyph;
  part->n_clusters = (to->run == number ? to->cluster : run->n_clusters) - cluster;
  part->text += byte;
  part->clusters += cluster;
  /* Those that are read first stand last there. */
  part->glyphs += backward ? run->n_glyphs - end : glyph;
  part->shift = shift;
}

static void
cut_line (const LiaisonShapedParagraph *self, guint first, guint end, LiaisonSetLine *line)
{
  const LiaisonCut *from = &self->cuts[first], *to;
  int step = self->right_to_left ? -1 : 1;
  double left;
  guint last;

  while (end > first && self->cuts[end - 1].white)
    end--;
  to = &self->cuts[end];
  /* A cut at the beginning of a run takes nothing of it. */
  last = end > first ? self->cuts[end - 1].run : from->run;
  left = self->right_to_left ? self->full_width - to->x : from->x;
  line->n_runs = end > first ? ABS ((int) last - (int) from->run) + 1 : 0;
  line->width = to->x - from->x;
  line->own = line->n_runs > 0 ? g_new (LiaisonGlyphRun, line->n_runs) : NULL;
  line->runs = line->own;
  for (guint i = 0; i < line->n_runs; i++)
    {
      guint number = (guint) ((int) from->run + step * (int) i);

      cut_run (&self->line.runs[number], number, from, to, -left, &line->runs[i]);
    }
}

static gboolean
is_stretchable (const LiaisonCut *cut)
{
  return cut->white;
}

/* Copies the line's glyphs with what is left of @width shared out between its words. */
static void
justify (
    const LiaisonShapedParagraph *self, guint first, guint end, double width, LiaisonSetLine *line)
{
  guint gaps = 0, passed = 0, n_glyphs = 0, cut = first;
  double slack = width - line->width;
  cairo_glyph_t *glyphs;
  LiaisonGlyphRun *runs;

  while (end > first && self->cuts[end - 1].white)
    end--;
  for (guint i = first; i < end; i++)
    gaps += is_stretchable (&self->cuts[i]);
  /* Wide holes are worse than an uneven edge. */
  if (gaps == 0 || slack <= 0 || slack > width / 4)
    return;
  for (guint i = 0; i < line->n_runs; i++)
    n_glyphs += line->runs[i].n_glyphs;
  runs = g_malloc (line->n_runs * sizeof (LiaisonGlyphRun) + n_glyphs * sizeof (cairo_glyph_t));
  memcpy (runs, line->runs, line->n_runs * sizeof (LiaisonGlyphRun));
  glyphs = (cairo_glyph_t *) (runs + line->n_runs);
  for (guint i = 0; i < line->n_runs; i++)
    {
      memcpy (glyphs, runs[i].glyphs, runs[i].n_glyphs * sizeof (cairo_glyph_t));
      runs[i].glyphs = glyphs;
      for (int c = 0, g = 0; c < runs[i].n_clusters; c++, cut++)
        {
          for (int n = 0; n < runs[i].clusters[c].num_glyphs; n++, g++)
            glyphs[g].x += slack * passed / gaps;
          passed += cut < end && is_stretchable (&self->cuts[cut]);
        }
      glyphs += runs[i].n_glyphs;
    }
  g_free (line->own);
  line->own = line->runs = runs;
  line->width = width;
}

static void
break_by_cuts (const LiaisonShapedParagraph *self,
               const LiaisonTypeStyle *style,
               double width,
               GArray *lines)
{
  guint first = 0;

  do
    {
      guint end = find_end (self, first, width);
      LiaisonSetLine line = { 0 };

      cut_line (self, first, end, &line);
      if (style->align == LIAISON_SET_JUSTIFIED && end < self->n_cuts && !self->right_to_left)
        justify (self, first, end, width, &line);
      g_array_append_val (lines, line);
      first = end;
    }
  while (first < self->n_cuts);
}

/* What runs both ways: each line has to be put in order anew. */
static void
break_by_pango (LiaisonTypesetter *self,
                const LiaisonShapedParagraph *paragraph,
                const LiaisonTypeStyle *face,
                double width,
                GArray *lines)
{
  liaison_typesetter_lay_out (self, paragraph->text, paragraph->length, paragraph->attributes, face,
                              paragraph->right_to_left, width);
  for (int i = 0; i < pango_layout_get_line_count (self->layout); i++)
    {
      PangoLayoutLine *from = pango_layout_get_line_readonly (self->layout, i);
      LiaisonSetLine line = { 0 };

      liaison_take_line (self, from, paragraph->text, &line);
      g_array_append_val (lines, line);
    }
}

/* It fits as it was shaped: the same glyphs, which stay the paragraph's. */
static void
take_whole (const LiaisonShapedParagraph *paragraph, GArray *lines)
{
  LiaisonSetLine line = paragraph->line;

  line.own = NULL;
  g_array_append_val (lines, line);
}

void
liaison_break_paragraph (LiaisonTypesetter *self,
                         const LiaisonShapedParagraph *paragraph,
                         const LiaisonTypeStyle *style,
                         const LiaisonTypeStyle *face,
                         double width,
                         GArray *lines)
{
  guint first = lines->len;

  if (paragraph->line.width <= width + TOLERANCE)
    take_whole (paragraph, lines);
  else if (paragraph->cuttable)
    break_by_cuts (paragraph, style, width, lines);
  else
    break_by_pango (self, paragraph, face, width, lines);
  for (guint i = first; i < lines->len; i++)
    g_array_index (lines, LiaisonSetLine, i).right_to_left = paragraph->right_to_left;
}
