/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines cut out of shaped paragraphs: their parts in the order they are seen, and moved apart where
 * both edges are to be even. */
#include "config.h"

#include "pack/typesetter-private.h"

#include <string.h>

/* Wider holes are worse than an uneven edge: so much of the line. */
#define MOST_SLACK 0.25

/* A run of a line. */
typedef struct
{
  guint level;
  guint first, end; /* cuts */
  double left;      /* of it in the line of the whole paragraph */
  LiaisonGlyphRun run;
} Part;

guint
liaison_trim_line (const LiaisonShapedParagraph *self, guint first, guint end)
{
  while (end > first && self->cuts[end - 1].white)
    end--;
  return end;
}

static LiaisonReadRun
get_read (const LiaisonShapedParagraph *self, guint run)
{
  const LiaisonReadRun whole = { .width = self->full_width };

  return self->read != NULL ? self->read[run] : whole;
}

/* The cuts from @first to @end, which are all of one run. */
static void
take_part (const LiaisonShapedParagraph *self, guint first, guint end, Part *part)
{
  const LiaisonCut *from = &self->cuts[first], *to = &self->cuts[end];
  const LiaisonReadRun read = get_read (self, from->run);
  const LiaisonGlyphRun *run = &self->line.runs[read.seen];
  gboolean whole = to->run != from->run;
  int last = whole ? run->n_glyphs : to->glyph;

  part->level = read.level;
  part->first = first;
  part->end = end;
  part->left =
      read.level % 2 ? read.left + read.width - (to->x - read.x) : read.left + (from->x - read.x);
  part->run = *run;
  part->run.n_bytes = (whole ? run->n_bytes : to->byte) - from->byte;
  part->run.n_glyphs = last - from->glyph;
  part->run.n_clusters = (whole ? run->n_clusters : to->cluster) - from->cluster;
  part->run.text += from->byte;
  part->run.clusters += from->cluster;
  /* Those that are read first stand last there. */
  part->run.glyphs += read.level % 2 ? run->n_glyphs - last : from->glyph;
}

static void
reverse (Part *parts, guint n)
{
  for (guint i = 0; i < n / 2; i++)
    {
      Part part = parts[i];

      parts[i] = parts[n - 1 - i];
      parts[n - 1 - i] = part;
    }
}

/* From the order of reading to that of the eye: rule L2 of Unicode Standard Annex 9. */
static void
put_in_order (Part *parts, guint n)
{
  guint highest = 0;

  for (guint i = 0; i < n; i++)
    highest = MAX (highest, parts[i].level);
  for (guint level = highest; level > 0; level--)
    for (guint i = 0; i < n; i++)
      {
        guint end = i;

        while (end < n && parts[end].level >= level)
          end++;
        if (end > i + 1)
          reverse (parts + i, end - i);
        i = end;
      }
}

static GArray *
list_parts (const LiaisonShapedParagraph *self, guint first, guint end)
{
  GArray *parts = g_array_new (FALSE, TRUE, sizeof (Part));

  while (first < end)
    {
      guint next = first;
      Part part;

      while (next < end && self->cuts[next].run == self->cuts[first].run)
        next++;
      take_part (self, first, next, &part);
      g_array_append_val (parts, part);
      first = next;
    }
  put_in_order ((Part *) parts->data, parts->len);
  return parts;
}

/* Whether room may be made between the cluster at @cut and the next one of the line. */
static gboolean
is_gap (const LiaisonShapedParagraph *self, guint cut, guint end)
{
  const LiaisonCut *cuts = self->cuts;

  return cut + 1 < end && (cuts[cut].white || (cuts[cut].wide && cuts[cut + 1].wide));
}

/* Glyphs of their own, each moved by the gaps that are passed before it. */
static void
move_apart (const LiaisonShapedParagraph *self,
            const GArray *parts,
            guint end,
            double step,
            LiaisonSetLine *line,
            cairo_glyph_t *glyphs)
{
  guint passed = 0;

  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      LiaisonGlyphRun *run = &line->runs[i];
      guint n = part->end - part->first;

      memcpy (glyphs, run->glyphs, (gsize) run->n_glyphs * sizeof *glyphs);
      run->glyphs = glyphs;
      for (guint c = 0; c < n; c++)
        {
          guint cluster = part->level % 2 ? n - 1 - c : c;

          for (int g = 0; g < run->clusters[cluster].num_glyphs; g++)
            (glyphs++)->x += step * passed;
          passed += is_gap (self, part->first + cluster, end);
        }
    }
}

/* Whether the cut at @end is a blank that follows what stands before it in one run: those who are
 * read the text are to hear where words end (ISO 32000-1, 14.8.2.5), though it takes no room. */
static gboolean
is_blank (const LiaisonShapedParagraph *self, guint first, guint end)
{
  const LiaisonCut *cut = &self->cuts[end];

  return end > first && end + 1 < self->n_cuts && cut->run == cut[-1].run && cut->run == cut[1].run
         && cut[1].byte == cut->byte + 1 && cut[1].glyph == cut->glyph + 1
         && self->line.runs[get_read (self, cut->run).seen].text[cut->byte] == ' ';
}

/* It hangs out of the line. Where that runs both ways and its end is not at its edge, or is moved
 * apart from right to left, there is no place for it. */
static void
add_blank (
    const GArray *parts, guint end, gboolean right_to_left, double slack, LiaisonSetLine *line)
{
  guint last = right_to_left ? 0 : parts->len - 1;
  const Part *part = &g_array_index (parts, Part, last);
  LiaisonGlyphRun *run = &line->runs[last];

  if (part->end != end || (part->level % 2 != 0) != right_to_left || (slack != 0 && right_to_left))
    return;
  if (slack != 0)
    {
      cairo_glyph_t *blank = (cairo_glyph_t *) run->glyphs + run->n_glyphs;

      *blank = part->run.glyphs[part->run.n_glyphs];
      blank->x += slack;
    }
  run->glyphs -= part->level % 2;
  run->n_glyphs++;
  run->n_bytes++;
  run->n_clusters++;
}

static void
add_hyphen (const LiaisonHyphen *hyphen, double x, LiaisonGlyphRun *run)
{
  static const cairo_text_cluster_t cluster = { 1, 1 };

  *run = (LiaisonGlyphRun){ .font = cairo_scaled_font_reference (hyphen->font),
                            .text = "-",
                            .n_bytes = 1,
                            .glyphs = &hyphen->glyph,
                            .n_glyphs = 1,
                            .clusters = &cluster,
                            .n_clusters = 1,
                            .shift = x };
}

void
liaison_cut_line (LiaisonTypesetter *self,
                  const LiaisonShapedParagraph *paragraph,
                  guint first,
                  guint end,
                  gboolean hyphen,
                  double width,
                  LiaisonSetLine *line)
{
  g_autoptr (GArray) parts = NULL;
  const LiaisonHyphen *sign = NULL;
  guint gaps = 0, n_glyphs = 0;
  gboolean blank;
  double natural, slack = 0, x = 0;

  end = liaison_trim_line (paragraph, first, end);
  blank = !hyphen && is_blank (paragraph, first, end);
  parts = list_parts (paragraph, first, end);
  if (parts->len == 0)
    return;
  if (hyphen)
    sign =
        liaison_typesetter_get_hyphen (self, g_array_index (parts, Part, parts->len - 1).run.font);
  natural = paragraph->cuts[end].x - paragraph->cuts[first].x + (sign != NULL ? sign->width : 0);
  for (guint i = first; i < end; i++)
    gaps += is_gap (paragraph, i, end);
  for (guint i = 0; i < parts->len; i++)
    n_glyphs += (guint) g_array_index (parts, Part, i).run.n_glyphs;
  if (width >= 0 && gaps > 0 && width - natural <= width * MOST_SLACK)
    slack = width - natural;
  line->n_runs = parts->len + (sign != NULL);
  line->own = g_malloc (line->n_runs * sizeof (LiaisonGlyphRun)
                        + (slack != 0 ? (n_glyphs + 1) * sizeof (cairo_glyph_t) : 0));
  line->runs = line->own;
  line->width = natural + slack;
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);

      line->runs[i] = part->run;
      cairo_scaled_font_reference (part->run.font);
      line->runs[i].shift = x - part->left;
      x += paragraph->cuts[part->end].x - paragraph->cuts[part->first].x;
    }
  if (slack != 0)
    move_apart (paragraph, parts, end, slack / gaps, line,
                (cairo_glyph_t *) (line->runs + line->n_runs));
  if (blank)
    add_blank (parts, end, paragraph->right_to_left, slack, line);
  if (sign != NULL)
    add_hyphen (sign, line->width - sign->width, &line->runs[parts->len]);
}
