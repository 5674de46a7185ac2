/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/blank-lines.h"

/* Between lines: what handwriting needs. */
#define STEP 22

typedef struct
{
  LiaisonMatter parent;
  guint pages;
} BlankLines;

static double
blank_lines_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  return MIN (6 * STEP, liaison_flow_get_depth (flow));
}

static void
blank_lines_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  const BlankLines *self = (BlankLines *) matter;

  for (guint i = 0; i < self->pages; i++)
    {
      if (i > 0)
        liaison_flow_turn (flow);
      liaison_flow_place (flow, matter, MAX (liaison_flow_get_room (flow) - 1, STEP));
    }
}

static void
blank_lines_draw (const LiaisonMatter *matter, const LiaisonPlacement *at, LiaisonPress *press)
{
  liaison_press_begin (press, LIAISON_PRESS_DECORATION);
  for (double y = at->y + STEP; y <= at->y + at->height; y += STEP)
    liaison_press_draw_rule (press, at->x, y, at->width, 0.35, LIAISON_INK_GREY);
  liaison_press_end (press, LIAISON_PRESS_DECORATION);
}

static const LiaisonMatterClass blank_lines_class = { blank_lines_get_least, blank_lines_flow,
                                                      blank_lines_draw };

LiaisonMatter *
liaison_blank_lines_new (guint pages)
{
  BlankLines *self = liaison_matter_alloc (&blank_lines_class, sizeof *self);

  self->pages = pages;
  return &self->parent;
}
