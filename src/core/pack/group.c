/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/group.h"

#include <math.h>

#define FRAME 0.6
#define BAR   3
/* How light grounds are: so much of the ink. */
#define TINT 0.07

typedef struct
{
  LiaisonMatter parent;
  LiaisonGroupStyle style;
  GPtrArray *matters; /* of LiaisonMatter */
} Group;

static double
get_inset (const Group *self)
{
  return self->style.pad + (self->style.barred ? BAR : 0);
}

/* What @self is at least high: its part of a page, where several are to fill it. */
static double
get_height (const Group *self, LiaisonFlow *flow)
{
  const LiaisonGroupStyle *style = &self->style;
  double depth = liaison_flow_get_depth (flow) - style->reserve;
  double n;

  if (style->height <= 0 || style->gap <= 0 || style->height > depth)
    return style->height;
  n = floor ((depth + style->gap) / (style->height + style->gap));
  return (depth - (n - 1) * style->gap) / n;
}

static double
measure (Group *self, LiaisonFlow *flow)
{
  double height;

  liaison_flow_indent (flow, get_inset (self), self->style.pad);
  height = liaison_flow_try (flow, self->matters) + 2 * self->style.pad;
  liaison_flow_outdent (flow, get_inset (self), self->style.pad);
  return MAX (height, get_height (self, flow));
}

static double
measure_first (Group *self, LiaisonFlow *flow)
{
  LiaisonMatter *first = self->matters->len > 0 ? self->matters->pdata[0] : NULL;
  double height = 2 * self->style.pad;

  if (first == NULL)
    return height;
  liaison_flow_indent (flow, get_inset (self), self->style.pad);
  height += first->klass->get_least (first, flow);
  liaison_flow_outdent (flow, get_inset (self), self->style.pad);
  return height;
}

static double
group_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Group *self = (Group *) matter;
  double height = self->style.loose ? G_MAXDOUBLE : measure (self, flow);

  return height <= liaison_flow_get_depth (flow) ? height : measure_first (self, flow);
}

static void
group_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Group *self = (Group *) matter;
  double missing = MAX (get_height (self, flow), 0);

  if (missing > 0)
    {
      liaison_flow_indent (flow, get_inset (self), self->style.pad);
      missing -= liaison_flow_try (flow, self->matters) + 2 * self->style.pad;
      liaison_flow_outdent (flow, get_inset (self), self->style.pad);
    }
  if (self->style.at_foot)
    liaison_flow_sink (flow, measure (self, flow));
  liaison_flow_open (flow, matter, self->style.pad);
  liaison_flow_indent (flow, get_inset (self), self->style.pad);
  for (guint i = 0; i < self->matters->len; i++)
    liaison_flow_add (flow, self->matters, i);
  if (missing > 0)
    liaison_flow_skip (flow, missing);
  liaison_flow_outdent (flow, get_inset (self), self->style.pad);
  liaison_flow_close (flow);
}

static void
draw_ground (const Group *self, const LiaisonPlacement *at, cairo_t *cr, const double ink[3])
{
  if (self->style.tinted)
    {
      cairo_set_source_rgb (cr, 1 - TINT * (1 - ink[0]), 1 - TINT * (1 - ink[1]),
                            1 - TINT * (1 - ink[2]));
      cairo_rectangle (cr, at->x, at->y, at->width, at->height);
      cairo_fill (cr);
    }
}

static void
draw_frame (const Group *self, const LiaisonPlacement *at, cairo_t *cr, const double ink[3])
{
  static const double dashes[] = { 4, 3 };

  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_set_line_width (cr, FRAME);
  if (self->style.dashed)
    cairo_set_dash (cr, dashes, 2, 0);
  cairo_rectangle (cr, at->x + FRAME / 2, at->y + FRAME / 2, at->width - FRAME, at->height - FRAME);
  cairo_stroke (cr);
  cairo_set_dash (cr, NULL, 0, 0);
}

static void
draw_bar (const LiaisonPlacement *at, gboolean right_to_left, cairo_t *cr, const double ink[3])
{
  cairo_set_source_rgb (cr, ink[0], ink[1], ink[2]);
  cairo_rectangle (cr, right_to_left ? at->x + at->width - BAR : at->x, at->y, BAR, at->height);
  cairo_fill (cr);
}

static void
group_draw (const LiaisonMatter *matter, const LiaisonPlacement *placement, LiaisonPress *press)
{
  const Group *self = (const Group *) matter;
  double ink[3];

  if (placement->height <= 0)
    return;
  liaison_ink_get (self->style.ink, 0.45, ink);
  liaison_press_begin (press, LIAISON_PRESS_DECORATION);
  draw_ground (self, placement, press->cr, ink);
  if (self->style.framed || self->style.dashed)
    draw_frame (self, placement, press->cr, ink);
  if (self->style.barred)
    draw_bar (placement, placement->tile == 1, press->cr, ink);
  liaison_press_end (press, LIAISON_PRESS_DECORATION);
}

static void
group_finish (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const Group *self = (Group *) matter;

  for (guint i = 0; i < self->matters->len; i++)
    {
      LiaisonMatter *each = self->matters->pdata[i];

      if (each->klass->finish != NULL)
        each->klass->finish (each, flow);
    }
}

static void
group_finalize (LiaisonMatter *matter)
{
  g_ptr_array_unref (((Group *) matter)->matters);
}

static const LiaisonMatterClass group_class = { group_get_least, group_flow,   group_draw,
                                                group_finalize,  group_finish, NULL };

LiaisonMatter *
liaison_group_new (const LiaisonGroupStyle *style)
{
  Group *self = liaison_matter_alloc (&group_class, sizeof *self);

  self->style = *style;
  self->matters = g_ptr_array_new_with_free_func ((GDestroyNotify) liaison_matter_free);
  return &self->parent;
}

void
liaison_group_add (LiaisonMatter *self, LiaisonMatter *matter)
{
  g_ptr_array_add (((Group *) self)->matters, matter);
}
