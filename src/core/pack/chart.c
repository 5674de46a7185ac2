/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/chart.h"

/* How deep levels hang, the room in a box and between boxes; in points at full size. */
#define INDENT 14
#define PAD    3
#define GAP    4
/* Where the line to a box begins, from the start of the one above. */
#define TRUNK 5

typedef struct
{
  char *name, *detail;
  const LiaisonBlock *record;
  guint level;
  guint open; /* bits of levels whose line goes on below this box */
  const LiaisonSetting *name_set, *detail_set;
  double height;
} Box;

typedef struct
{
  LiaisonMatter parent;
  double factor;
  GArray *boxes; /* of Box */
  double measure;
  gboolean right_to_left;
} Chart;

static void
clear_box (gpointer data)
{
  g_free (((Box *) data)->name);
  g_free (((Box *) data)->detail);
}

static double
get_indent (const Chart *self, const Box *box)
{
  return MIN (box->level, 10) * INDENT * self->factor;
}

/* A line goes on below a box as long as there is another one of its level under the same parent. */
static void
find_lines (Chart *self)
{
  guint open = 0;

  for (guint i = self->boxes->len; i > 0; i--)
    {
      Box *box = &g_array_index (self->boxes, Box, i - 1);

      box->open = open;
      open = (open & ((2u << box->level) - 1)) | (1u << box->level);
      box->open &= (2u << box->level) - 1;
    }
}

static const LiaisonSetting *
set (LiaisonTypesetter *typesetter, const char *text, gboolean strong, double factor, double width)
{
  LiaisonTypeStyle style = liaison_type_scaled (&liaison_type_cell, factor);

  style.weight = strong ? 600 : 400;
  if (!strong)
    style.grey = 0.25;
  return liaison_typesetter_set (typesetter, text,
                                 liaison_typesetter_add_style (typesetter, &style), width);
}

static double
get_height (const LiaisonSetting *setting)
{
  return setting != NULL
             ? liaison_setting_get_n_lines (setting) * liaison_setting_get_leading (setting)
             : 0;
}

static void
prepare (Chart *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  double measure = liaison_flow_get_measure (flow);

  if (self->measure == measure)
    return;
  self->measure = measure;
  self->right_to_left = liaison_typesetter_is_right_to_left (typesetter);
  find_lines (self);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      Box *box = &g_array_index (self->boxes, Box, i);
      double width = measure - get_indent (self, box) - 2 * PAD - 2;

      box->name_set = set (typesetter, box->name, TRUE, self->factor, width);
      box->detail_set =
          box->detail != NULL ? set (typesetter, box->detail, FALSE, self->factor, width) : NULL;
      box->height = get_height (box->name_set) + get_height (box->detail_set) + 2 * PAD + GAP;
    }
}

static double
chart_get_least (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Chart *self = (Chart *) matter;
  double height = 0;

  prepare (self, flow);
  for (guint i = 0; i < MIN (self->boxes->len, 2); i++)
    height += g_array_index (self->boxes, Box, i).height;
  return height;
}

static void
chart_flow (LiaisonMatter *matter, LiaisonFlow *flow)
{
  Chart *self = (Chart *) matter;

  prepare (self, flow);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Box *box = &g_array_index (self->boxes, Box, i);
      const Box *next = i + 1 < self->boxes->len ? box + 1 : NULL;
      /* What others hang under does not stand last. */
      double needed = box->height + (next != NULL && next->level > box->level ? next->height : 0);
      LiaisonPlacement *placement;

      if (needed > liaison_flow_get_room (flow) && !liaison_flow_is_at_top (flow))
        liaison_flow_turn (flow);
      placement = liaison_flow_place (flow, matter, box->height);
      placement->from = i;
      placement->to = i + 1;
    }
}

/* From the start of the line, whichever way it runs. */
static double
mirror (const Chart *self, const LiaisonPlacement *at, double x, double width)
{
  return self->right_to_left ? at->x + at->width - x - width : at->x + x;
}

static void
draw_lines (const Chart *self, const Box *box, const LiaisonPlacement *at, LiaisonPress *press)
{
  double thin = 0.6, middle = at->y + (at->height - GAP) / 2;
  double rgb[3];

  liaison_ink_get (LIAISON_INK_ACCENT, 0, rgb);
  cairo_set_source_rgb (press->cr, rgb[0], rgb[1], rgb[2]);
  for (guint level = 1; level <= box->level; level++)
    {
      double x = ((level - 1) * INDENT + TRUNK) * self->factor;
      gboolean goes_on = (box->open & (1u << level)) != 0;

      if (level == box->level)
        {
          cairo_rectangle (press->cr, mirror (self, at, x, thin), at->y - GAP, thin,
                           (goes_on ? at->height + GAP : middle - at->y + GAP));
          cairo_rectangle (press->cr, mirror (self, at, x, (INDENT - TRUNK) * self->factor), middle,
                           (INDENT - TRUNK) * self->factor, thin);
        }
      else if (goes_on)
        cairo_rectangle (press->cr, mirror (self, at, x, thin), at->y - GAP, thin,
                         at->height + GAP);
    }
  cairo_fill (press->cr);
}

static void
chart_draw (const LiaisonMatter *matter, const LiaisonPlacement *at, LiaisonPress *press)
{
  const Chart *self = (const Chart *) matter;
  const Box *box = &g_array_index (self->boxes, Box, at->from);
  double indent = get_indent (self, box), width = at->width - indent, height = at->height - GAP;
  double x = mirror (self, at, indent, width), rgb[3];
  double ground = box->level == 0 ? 0.14 : 0.05;

  draw_lines (self, box, at, press);
  liaison_ink_get (LIAISON_INK_ACCENT, 0, rgb);
  cairo_set_source_rgb (press->cr, 1 - ground * (1 - rgb[0]), 1 - ground * (1 - rgb[1]),
                        1 - ground * (1 - rgb[2]));
  cairo_rectangle (press->cr, x, at->y, width, height);
  cairo_fill (press->cr);
  cairo_set_source_rgb (press->cr, rgb[0], rgb[1], rgb[2]);
  cairo_set_line_width (press->cr, box->level == 0 ? 0.9 : 0.4);
  cairo_rectangle (press->cr, x, at->y, width, height);
  cairo_stroke (press->cr);
  liaison_press_begin (press, "P");
  liaison_setting_draw (box->name_set, press->cr, x + PAD + 1, at->y + PAD, width - 2 * PAD - 2, 0,
                        G_MAXUINT);
  if (box->detail_set != NULL)
    liaison_setting_draw (box->detail_set, press->cr, x + PAD + 1,
                          at->y + PAD + get_height (box->name_set), width - 2 * PAD - 2, 0,
                          G_MAXUINT);
  liaison_press_end (press, "P");
}

static void
chart_list_records (const LiaisonMatter *matter,
                    const LiaisonPlacement *placement,
                    GPtrArray *records)
{
  const Box *box = &g_array_index (((const Chart *) matter)->boxes, Box, placement->from);

  if (box->record != NULL)
    g_ptr_array_add (records, (gpointer) box->record);
}

static void
chart_finalize (LiaisonMatter *matter)
{
  g_array_unref (((Chart *) matter)->boxes);
}

static const LiaisonMatterClass chart_class = { chart_get_least, chart_flow, chart_draw,
                                                chart_finalize,  NULL,       chart_list_records };

LiaisonMatter *
liaison_chart_new (double factor)
{
  Chart *self = liaison_matter_alloc (&chart_class, sizeof *self);

  self->factor = factor;
  self->boxes = g_array_new (FALSE, TRUE, sizeof (Box));
  g_array_set_clear_func (self->boxes, clear_box);
  return &self->parent;
}

void
liaison_chart_add (LiaisonMatter *matter,
                   guint level,
                   const char *name,
                   const char *detail,
                   const LiaisonBlock *record)
{
  const Box box = {
    .name = g_strdup (name), .detail = g_strdup (detail), .record = record, .level = MIN (level, 20)
  };

  g_array_append_val (((Chart *) matter)->boxes, box);
}
