/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/pair.h"

/* Lines that are narrower, in points, as on A5, give so much more of them to labels. */
#define NARROW 380
#define MORE   0.06
#define GAP    10
#define PAD    2
#define RULE   0.3
/* The room of a mark, in sizes of the letters. */
#define INDENT 1.1

typedef struct
{
  /* Given */
  char *text;
  LiaisonRichSpan *spans;
  guint n_spans;
  char *mark;
  LiaisonTypeStyle style;

  /* Made by the flow */
  const LiaisonSetting *setting, *mark_setting;
} Line;

typedef struct
{
  LiaisonMatter parent;

  /* Given */
  Line *start, *end;
  guint n_start, n_end;
  double part;
  gboolean rule;
  const GPtrArray *notes;

  /* Made by the flow */
  double start_width, height;
  gboolean right_to_left;
} Pair;

static double
get_indent (const Line *line)
{
  return line->mark != NULL ? line->style.size * INDENT : 0;
}

static double
get_height (const Line *line)
{
  return liaison_setting_get_n_lines (line->setting) * liaison_setting_get_leading (line->setting)
         + line->style.after;
}

static double
set_lines (LiaisonTypesetter *typesetter, Line *lines, guint n, double width)
{
  double height = 0;

  for (guint i = 0; i < n; i++)
    {
      Line *line = &lines[i];
      const LiaisonTypeStyle *style = liaison_typesetter_add_style (typesetter, &line->style);

      line->setting = liaison_typesetter_set_spans (
          typesetter, line->text, line->spans, line->n_spans, style, width - get_indent (line));
      if (line->mark != NULL)
        line->mark_setting =
            liaison_typesetter_set_line (typesetter, line->mark, style, line->style.size * 4);
      height += get_height (line);
    }
  return height;
}

/* How much lower the start stands so that both columns begin on one baseline. */
static double
find_drop (const Pair *self)
{
  if (self->n_start == 0 || self->n_end == 0)
    return 0;
  return MAX (0, (liaison_setting_get_leading (self->end[0].setting)
                  - liaison_setting_get_leading (self->start[0].setting))
                         / 2
                     + (self->end[0].style.size - self->start[0].style.size) * 0.357);
}

static void
set (Pair *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  double measure = liaison_flow_get_measure (flow), start, end;

  if (self->height > 0)
    return;
  self->right_to_left = liaison_typesetter_is_right_to_left (typesetter);
  self->start_width =
      (measure - GAP) * (self->part < 0.3 && measure < NARROW ? self->part + MORE : self->part);
  start = set_lines (typesetter, self->start, self->n_start, self->start_width);
  end = set_lines (typesetter, self->end, self->n_end, measure - GAP - self->start_width);
  self->height = MAX (start + find_drop (self), end) + 2 * PAD;
}

static double
pair_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Pair *self = (Pair *) matter;

  set (self, flow);
  return self->height + liaison_flow_measure_notes (flow, self->notes);
}

static void
pair_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Pair *self = (Pair *) matter;

  if (liaison_flow_get_room (flow) < pair_get_least (matter, flow)
      && !liaison_flow_is_at_top (flow))
    liaison_flow_turn (flow);
  liaison_flow_add_notes (flow, self->notes);
  liaison_flow_place (flow, matter, self->height);
}

static void
draw_mark (const Pair *self, const Line *line, double x, double y, double width, cairo_t *cr)
{
  double mark = liaison_setting_get_width (line->mark_setting);
  double indent = get_indent (line), gap = line->style.size * 0.3;
  double at = self->right_to_left ? x + width - indent + gap : x + indent - mark - gap;

  liaison_setting_draw (line->mark_setting, cr, at, y, mark, 0, 1);
}

static void
draw_lines (const Pair *self,
            const Line *lines,
            guint n,
            double x,
            double y,
            double width,
            LiaisonPress *press)
{
  for (guint i = 0; i < n; i++)
    {
      const Line *line = &lines[i];
      double indent = get_indent (line);

      liaison_press_begin (press, line->style.tag);
      if (line->mark_setting != NULL)
        draw_mark (self, line, x, y, width, press->cr);
      liaison_setting_draw (line->setting, press->cr, self->right_to_left ? x : x + indent, y,
                            width - indent, 0, G_MAXUINT);
      liaison_press_end (press, line->style.tag);
      y += get_height (line);
    }
}

static void
pair_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
  const Pair *self = (const Pair *) matter;
  double rest = placement->width - self->start_width - GAP, y = placement->y + PAD;
  double start = self->right_to_left ? placement->x + rest + GAP : placement->x;
  double end = self->right_to_left ? placement->x : placement->x + self->start_width + GAP;

  draw_lines (self, self->start, self->n_start, start, y + find_drop (self), self->start_width,
              press);
  draw_lines (self, self->end, self->n_end, end, y, rest, press);
  if (!self->rule)
    return;
  liaison_press_begin (press, LIAISON_PRESS_DECORATION);
  cairo_set_source_rgb (press->cr, 0.75, 0.75, 0.75);
  cairo_rectangle (press->cr, placement->x, placement->y + placement->height - RULE,
                   placement->width, RULE);
  cairo_fill (press->cr);
  liaison_press_end (press, LIAISON_PRESS_DECORATION);
}

static void
free_lines (Line *lines, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      g_free (lines[i].text);
      g_free (lines[i].spans);
      g_free (lines[i].mark);
    }
  g_free (lines);
}

static void
pair_finalize (LiaisonMatter *matter)
{
  Pair *self = (Pair *) matter;

  free_lines (self->start, self->n_start);
  free_lines (self->end, self->n_end);
}

static const LiaisonMatterClass pair_class = { pair_get_least, pair_flow, pair_draw,
                                               pair_finalize };

static Line *
copy_lines (const LiaisonPairLine *given, guint n)
{
  Line *lines = g_new0 (Line, n);

  for (guint i = 0; i < n; i++)
    {
      const LiaisonRichBlock *block = given[i].block;

      lines[i].text = g_strdup (block != NULL ? block->text : given[i].text);
      if (block != NULL)
        {
          lines[i].spans = g_memdup2 (block->spans, block->n_spans * sizeof *block->spans);
          lines[i].n_spans = block->n_spans;
        }
      lines[i].mark = g_strdup (given[i].mark);
      lines[i].style = *given[i].style;
    }
  return lines;
}

LiaisonMatter *
liaison_matter_new_pair (const LiaisonPair *pair)
{
  Pair *self = liaison_matter_alloc (&pair_class, sizeof *self);

  self->start = copy_lines (pair->start, pair->n_start);
  self->end = copy_lines (pair->end, pair->n_end);
  self->n_start = pair->n_start;
  self->n_end = pair->n_end;
  self->part = pair->part;
  self->rule = pair->rule;
  self->notes = pair->notes;
  return &self->parent;
}
