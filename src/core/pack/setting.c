/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonSetting: lines that are ready, and the sizes that they are drawn in. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* Where capitals stand on a line: their height as part of the size, as in Noto Sans. */
#define CAPITALS 0.714

static void
scaled_font_free (gpointer data)
{
  LiaisonScaledFont *self = data;

  cairo_scaled_font_destroy (self->from);
  cairo_scaled_font_destroy (self->to);
  g_free (self);
}

void
liaison_type_size_free (LiaisonTypeSize *self)
{
  g_slist_free_full (self->fonts, scaled_font_free);
  g_free (self);
}

/* NULL: not known. */
static cairo_scaled_font_t *
find_font (const LiaisonTypeSize *self, const cairo_scaled_font_t *from)
{
  for (const GSList *l = self->fonts; l != NULL; l = l->next)
    if (((const LiaisonScaledFont *) l->data)->from == from)
      return ((const LiaisonScaledFont *) l->data)->to;
  return NULL;
}

static cairo_scaled_font_t *
enlarge (cairo_scaled_font_t *from, double factor)
{
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t *to;
  cairo_matrix_t size, ctm;

  cairo_scaled_font_get_font_options (from, options);
  cairo_scaled_font_get_font_matrix (from, &size);
  cairo_scaled_font_get_ctm (from, &ctm);
  cairo_matrix_scale (&size, factor, factor);
  to = cairo_scaled_font_create (cairo_scaled_font_get_font_face (from), &size, &ctm, options);
  cairo_font_options_destroy (options);
  return to;
}

void
liaison_type_size_add_fonts (LiaisonTypeSize *self, const LiaisonSetLine *line)
{
  for (guint i = 0; i < line->n_runs; i++)
    {
      cairo_scaled_font_t *from = line->runs[i].font;
      LiaisonScaledFont *font;

      if (find_font (self, from) != NULL)
        continue;
      font = g_new (LiaisonScaledFont, 1);
      font->from = cairo_scaled_font_reference (from);
      font->to = enlarge (from, self->factor);
      self->fonts = g_slist_prepend (self->fonts, font);
    }
}

void
liaison_setting_free (LiaisonSetting *self)
{
  for (guint i = 0; i < self->n_lines; i++)
    liaison_set_line_clear (&self->lines[i]);
  g_free (self->lines);
  g_free (self);
}

guint
liaison_setting_get_n_lines (const LiaisonSetting *self)
{
  return self->n_lines;
}

double
liaison_setting_get_leading (const LiaisonSetting *self)
{
  return self->leading;
}

gboolean
liaison_setting_is_right_to_left (const LiaisonSetting *self)
{
  return self->right_to_left;
}

double
liaison_setting_get_width (const LiaisonSetting *self)
{
  return self->width;
}

static double
find_offset (const LiaisonSetting *self, const LiaisonSetLine *line, double width)
{
  double spare = width - line->width * self->size->factor;

  switch (self->style->align)
    {
    case LIAISON_SET_CENTRED:
      return spare / 2;
    case LIAISON_SET_AT_END:
      return self->right_to_left ? 0 : spare;
    case LIAISON_SET_JUSTIFIED:
      /* The last line of a paragraph begins where its others do, whichever way the page runs. */
      return (line->block > 0 ? line->right_to_left : self->right_to_left) ? spare : 0;
    default:
      /* Lines of a paragraph that runs against the page begin below each other all the same, and
       * the longest of them stands at the page's own edge. */
      if (line->right_to_left != self->right_to_left && line->block > 0)
        spare = self->right_to_left ? width - line->block * self->size->factor
                                    : (line->block - line->width) * self->size->factor;
      else
        spare = self->right_to_left ? spare : 0;
      return spare;
    }
}

/* Runs of one font that are drawn together, as they follow each other in the file either way: what
 * a call of cairo costs is as much as many glyphs. */
#define MOST 256

typedef struct
{
  cairo_t *cr;
  const LiaisonTypeSize *size;
  gboolean outlines;

  cairo_scaled_font_t *font; /* in the size of faces; NULL: there is nothing yet */
  cairo_text_cluster_flags_t flags;
  cairo_glyph_t glyphs[MOST];
  cairo_text_cluster_t clusters[MOST];
  char text[4 * MOST];
  int n_glyphs, n_clusters, n_bytes;
} Batch;

static void
show (const Batch *self,
      const cairo_glyph_t *glyphs,
      int n_glyphs,
      const char *text,
      int n_bytes,
      const cairo_text_cluster_t *clusters,
      int n_clusters)
{
  cairo_set_scaled_font (self->cr, find_font (self->size, self->font));
  if (self->outlines)
    cairo_glyph_path (self->cr, glyphs, n_glyphs);
  else
    cairo_show_text_glyphs (self->cr, text, n_bytes, glyphs, n_glyphs, clusters, n_clusters,
                            self->flags);
}

static void
batch_flush (Batch *self)
{
  if (self->n_glyphs > 0)
    show (self, self->glyphs, self->n_glyphs, self->text, self->n_bytes, self->clusters,
          self->n_clusters);
  self->font = NULL;
  self->n_glyphs = self->n_clusters = self->n_bytes = 0;
}

static void
place_glyphs (const LiaisonGlyphRun *run, double factor, double x, double y, cairo_glyph_t *glyphs)
{
  for (int i = 0; i < run->n_glyphs; i++)
    {
      glyphs[i].index = run->glyphs[i].index;
      glyphs[i].x = (run->glyphs[i].x + run->shift) * factor + x;
      glyphs[i].y = run->glyphs[i].y * factor + y;
    }
}

/* Glyphs of what runs from right to left stand in another order than its clusters: each such run is
 * drawn by itself. */
static gboolean
batch_has_room (const Batch *self, const LiaisonGlyphRun *run)
{
  return self->font == run->font && self->flags == 0 && run->flags == 0
         && self->n_glyphs + run->n_glyphs <= MOST && self->n_clusters + run->n_clusters <= MOST
         && self->n_bytes + run->n_bytes <= (int) sizeof self->text;
}

static void
batch_add (Batch *self, const LiaisonGlyphRun *run, double x, double y)
{
  if (self->font == NULL || !batch_has_room (self, run))
    {
      batch_flush (self);
      self->font = run->font;
      self->flags = run->flags;
    }
  if (run->n_glyphs > MOST || run->n_clusters > MOST || run->n_bytes > (int) sizeof self->text)
    {
      g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, run->n_glyphs);

      place_glyphs (run, self->size->factor, x, y, glyphs);
      show (self, glyphs, run->n_glyphs, run->text, run->n_bytes, run->clusters, run->n_clusters);
      return;
    }
  place_glyphs (run, self->size->factor, x, y, self->glyphs + self->n_glyphs);
  memcpy (self->clusters + self->n_clusters, run->clusters,
          (gsize) run->n_clusters * sizeof *run->clusters);
  memcpy (self->text + self->n_bytes, run->text, (gsize) run->n_bytes);
  self->n_glyphs += run->n_glyphs;
  self->n_clusters += run->n_clusters;
  self->n_bytes += run->n_bytes;
}

static void
set_ink (const LiaisonTypeStyle *style, cairo_t *cr)
{
  double ink[3];

  liaison_ink_get (style->ink, style->grey, ink);
  for (guint i = 0; style->ink == LIAISON_INK_PRESCRIBED && i < 3; i++)
    ink[i] = (style->colour >> (16 - 8 * i) & 0xff) / 255.0;
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
}

static void
draw (const LiaisonSetting *self,
      cairo_t *cr,
      double x,
      double y,
      double width,
      guint first,
      guint n,
      gboolean outlines)
{
  double baseline = y + self->leading / 2 + self->style->size * CAPITALS / 2;
  Batch batch;

  batch.cr = cr;
  batch.size = self->size;
  batch.outlines = outlines;
  batch.font = NULL;
  batch.n_glyphs = batch.n_clusters = batch.n_bytes = 0;
  set_ink (self->style, cr);
  for (guint i = first; i < self->n_lines && i - first < n; i++, baseline += self->leading)
    {
      const LiaisonSetLine *line = &self->lines[i];
      double left = x + find_offset (self, line, width);

      for (guint r = 0; r < line->n_runs; r++)
        if (line->runs[r].n_glyphs > 0)
          batch_add (&batch, &line->runs[r], left, baseline);
    }
  batch_flush (&batch);
}

void
liaison_setting_draw (
    const LiaisonSetting *self, cairo_t *cr, double x, double y, double width, guint first, guint n)
{
  draw (self, cr, x, y, width, first, n, FALSE);
}

void
liaison_setting_draw_outlines (
    const LiaisonSetting *self, cairo_t *cr, double x, double y, double width)
{
  draw (self, cr, x, y, width, 0, G_MAXUINT, TRUE);
  cairo_fill (cr);
}
