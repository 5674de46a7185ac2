/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/contents.h"

#include "pack/flow-private.h"

#include "words/numbers.h"

/* Room for a page number, and how deep lower levels hang; in sizes of type. */
#define NUMBER 3.5
#define INDENT 1.6
/* Dots between title and number: how far apart, and how thick. */
#define DOTS 4.5
#define DOT  0.7
/* Lines are no closer than this part of their usual distance. */
#define TIGHTEST 0.82

typedef struct
{
  const LiaisonMatter *matter;
  const LiaisonSetting *title, *number;
  double y, height, indent;
} Line;

typedef struct
{
  LiaisonMatter parent;
  LiaisonWords *words;
  guint levels;
  double factor;

  /* Made by the flow */
  GArray *lines; /* of Line */
  double number_width, size;
  gboolean right_to_left;
  double tightness; /* of lines, where they are a little too many for the page; 0: not yet known */
} Contents;

static const LiaisonTypeStyle *
get_style (LiaisonTypesetter *typesetter, guint level, gboolean at_end, double factor)
{
  LiaisonTypeStyle style = liaison_type_scaled (&liaison_type_text, factor);

  style.weight = level <= 1 ? 600 : 400;
  style.align = at_end ? LIAISON_SET_AT_END : LIAISON_SET_AT_START;
  return liaison_typesetter_add_style (typesetter, &style);
}

static double
get_text_height (const Line *line)
{
  return liaison_setting_get_n_lines (line->title) * liaison_setting_get_leading (line->title);
}

static void
add_line (Contents *self, LiaisonFlow *flow, const LiaisonMatter *matter)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  const LiaisonTypeStyle *style = get_style (typesetter, matter->level, FALSE, self->factor);
  Line line = { .matter = matter };
  double width;

  self->size = style->size;
  self->number_width = NUMBER * style->size;
  line.indent = (matter->level - 1) * INDENT * style->size;
  width = liaison_flow_get_measure (flow) - self->number_width - line.indent;
  line.title = liaison_typesetter_set (typesetter, matter->outline, style, width);
  line.height = get_text_height (&line) + (matter->level <= 1 ? style->size * 0.45 : 0);
  g_array_append_val (self->lines, line);
}

/* Rather lines that are a little closer than a few of them on a page of their own. */
static double
find_tightness (const Contents *self, double room)
{
  double height = 0;

  /* One line a column stays empty, as what others hang under does not stand last. */
  room = (room - 2 * self->size) * MAX (self->parent.columns, 1);
  for (guint i = 0; i < self->lines->len; i++)
    height += g_array_index (self->lines, Line, i).height;
  return height > room && height * TIGHTEST <= room ? room / height : 1;
}

static void
list_outline (GPtrArray *matters, GPtrArray *list)
{
  for (guint i = 0; i < matters->len; i++)
    if (((LiaisonMatter *) matters->pdata[i])->outline != NULL)
      g_ptr_array_add (list, matters->pdata[i]);
}

GPtrArray *
liaison_flow_list_outline (LiaisonFlow *self)
{
  GPtrArray *list = g_ptr_array_new ();

  list_outline (self->pages->matters, list);
  return list;
}

static double
contents_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  return 3 * liaison_type_text.leading * ((Contents *) matter)->factor;
}

static void
contents_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Contents *self = (Contents *) matter;
  g_autoptr (GPtrArray) outline = liaison_flow_list_outline (flow);

  g_array_set_size (self->lines, 0);
  self->right_to_left = liaison_typesetter_is_right_to_left (liaison_flow_get_typesetter (flow));
  for (guint i = 0; i < outline->len; i++)
    {
      const LiaisonMatter *each = outline->pdata[i];

      if (each->level <= self->levels && each->level > 0 && !each->unlisted)
        add_line (self, flow, each);
    }
  if (self->tightness == 0)
    self->tightness = find_tightness (self, liaison_flow_get_room (flow));
  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      LiaisonPlacement *placement;
      double needed;

      /* Nothing stands above the first of a page or column, so that columns begin on one line. */
      if (liaison_flow_is_at_top (flow))
        line->height = get_text_height (line);
      needed = line->height *= self->tightness;
      /* What others hang under does not stand last. */
      if (i + 1 < self->lines->len && line[1].matter->level > line->matter->level)
        needed += line[1].height * self->tightness;
      if (needed > liaison_flow_get_room (flow) && !liaison_flow_is_at_top (flow))
        {
          liaison_flow_turn (flow);
          line->height = get_text_height (line) * self->tightness;
        }
      placement = liaison_flow_place (flow, matter, line->height);
      placement->from = i;
      placement->to = i + 1;
    }
}

static void
contents_finish (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Contents *self = (Contents *) matter;
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);

  for (guint i = 0; i < self->lines->len; i++)
    {
      Line *line = &g_array_index (self->lines, Line, i);
      g_autofree char *number = liaison_words_format_integer (self->words, line->matter->page);

      line->number = liaison_typesetter_set_line (
          typesetter, number, get_style (typesetter, line->matter->level, TRUE, self->factor),
          self->number_width);
    }
}

/* From where the title ends to the number, in step down the page. */
static void
draw_dots (const Contents *self, double from, double to, double y, double origin, cairo_t *cr)
{
  double step = self->right_to_left ? -DOTS : DOTS;

  cairo_set_source_rgb (cr, 0.5, 0.5, 0.5);
  for (double x = origin - step; self->right_to_left ? x < from : x > from; x -= step)
    if (self->right_to_left ? x > to : x < to)
      cairo_rectangle (cr, x, y, DOT, DOT);
  cairo_fill (cr);
}

static void
contents_draw (const LiaisonMatter *matter, const LiaisonPlacement *at, LiaisonPress *press)
{
  const Contents *self = (const Contents *) matter;
  const Line *line = &g_array_index (self->lines, Line, at->from);
  double leading = liaison_setting_get_leading (line->title);
  double height = liaison_setting_get_n_lines (line->title) * leading;
  double y = at->y + at->height - height, last = y + height - leading;
  double title = liaison_setting_get_width (line->title) + line->indent + 4;
  double number = liaison_setting_get_width (line->number) + 4;
  gboolean rtl = self->right_to_left;

  liaison_press_begin (press, "P");
  liaison_press_begin_link (press, line->matter);
  liaison_setting_draw (line->title, press->cr,
                        rtl ? at->x + self->number_width : at->x + line->indent, y,
                        at->width - self->number_width - line->indent, 0, G_MAXUINT);
  liaison_setting_draw (line->number, press->cr,
                        rtl ? at->x : at->x + at->width - self->number_width, last,
                        self->number_width, 0, 1);
  if (liaison_setting_get_n_lines (line->title) == 1)
    draw_dots (self, rtl ? at->x + at->width - title : at->x + title,
               rtl ? at->x + number : at->x + at->width - number,
               last + leading / 2 + self->size * 0.32, rtl ? at->x : at->x + at->width, press->cr);
  liaison_press_end (press, CAIRO_TAG_LINK);
  liaison_press_end (press, "P");
}

static void
contents_finalize (LiaisonMatter *matter)
{
  Contents *self = (Contents *) matter;

  g_array_unref (self->lines);
  liaison_words_unref (self->words);
}

static const LiaisonMatterClass contents_class = { contents_get_least, contents_flow,
                                                   contents_draw,      contents_finalize,
                                                   contents_finish,    NULL };

LiaisonMatter *
liaison_contents_new (LiaisonWords *words, guint levels, double factor)
{
  Contents *self = liaison_matter_alloc (&contents_class, sizeof *self);

  self->words = liaison_words_ref (words);
  self->levels = levels;
  self->factor = factor;
  self->lines = g_array_new (FALSE, TRUE, sizeof (Line));
  return &self->parent;
}
