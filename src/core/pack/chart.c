/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/chart.h"

/* How deep levels hang, the room in a box and between boxes; in points at full size. */
#define INDENT 14
#define PAD    3
#define GAP    4
/* How much of a page a chart under its heading can fill, and of how much more it is made to fit. */
#define FILLED 0.88
#define MOST   1.12
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
  double given; /* of the size of type */
  double factor;
  GArray *boxes; /* of Box */
  GArray *ends;  /* of guint: where a column or page of boxes ends */
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

static double
set_boxes (Chart *self, LiaisonTypesetter *typesetter, double measure)
{
  double height = 0;

  for (guint i = 0; i < self->boxes->len; i++)
    {
      Box *box = &g_array_index (self->boxes, Box, i);
      double width = measure - get_indent (self, box) - 2 * PAD - 2;

      box->name_set = set (typesetter, box->name, TRUE, self->factor, width);
      box->detail_set =
          box->detail != NULL ? set (typesetter, box->detail, FALSE, self->factor, width) : NULL;
      box->height = get_height (box->name_set) + get_height (box->detail_set) + 2 * PAD + GAP;
      height += box->height;
    }
  return height;
}

/* What is a little too much for a page is set a little smaller, rather than that a few boxes stand
 * on the next one. */
static double
find_reduction (const Chart *self, LiaisonFlow *flow, double height)
{
  double page = liaison_flow_get_depth (flow) * MAX (self->parent.columns, 1);

  return height > page * FILLED && height < page * MOST ? page * FILLED / height : 1;
}

static void
prepare (Chart *self, LiaisonFlow *flow)
{
  LiaisonTypesetter *typesetter = liaison_flow_get_typesetter (flow);
  double measure = liaison_flow_get_measure (flow), reduction;

  if (self->measure == measure)
    return;
  self->measure = measure;
  self->factor = self->given;
  self->right_to_left = liaison_typesetter_is_right_to_left (typesetter);
  find_lines (self);
  reduction = find_reduction (self, flow, set_boxes (self, typesetter, measure));
  if (reduction == 1)
    return;
  self->factor *= reduction;
  set_boxes (self, typesetter, measure);
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
  g_array_set_size (self->ends, 0);
  for (guint i = 0; i < self->boxes->len; i++)
    {
      const Box *box = &g_array_index (self->boxes, Box, i);
      const Box *next = i + 1 < self->boxes->len ? box + 1 : NULL;
      /* What others hang under does not stand last. */
      double needed = box->height + (next != NULL && next->level > box->level ? next->height : 0);
      LiaisonPlacement *placement;

      if (needed > liaison_flow_get_room (flow) && !liaison_flow_is_at_top (flow))
        {
          if (i > 0)
            g_array_append_val (self->ends, i);
          liaison_flow_turn (flow);
        }
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

static guint
find_end (const Chart *self, guint box)
{
  for (guint i = 0; i < self->ends->len; i++)
    if (g_array_index (self->ends, guint, i) > box)
      return g_array_index (self->ends, guint, i);
  return self->boxes->len;
}

static gboolean
begins_part (const Chart *self, guint box)
{
  return box == 0 || find_end (self, box - 1) == box;
}

/* "Operations Section (Canada) ‹ Coordination Centre": each under what it hangs under, for those
 * who do not see the lines. */
static void
tell_box (const Chart *self, guint index, GString *told)
{
  const Box *box = &g_array_index (self->boxes, Box, index);

  g_string_append (told, box->name);
  if (box->detail != NULL)
    g_string_append_printf (told, " (%s)", box->detail);
  for (guint i = index; box->level > 0 && i > 0; i--)
    if (g_array_index (self->boxes, Box, i - 1).level < box->level)
      {
        g_string_append_printf (told, " ‹ %s", g_array_index (self->boxes, Box, i - 1).name);
        break;
      }
}

static void
begin_part (const Chart *self, guint from, LiaisonPress *press)
{
  g_autoptr (GString) told = g_string_new (press->heading);

  if (!press->tagged)
    return;
  for (guint i = from, end = find_end (self, from); i < end; i++)
    {
      g_string_append (told, i == from ? (told->len > 0 ? ": " : "") : "; ");
      tell_box (self, i, told);
    }
  liaison_press_begin_figure (press, told->str);
}

static void
chart_draw (const LiaisonMatter *matter, const LiaisonPlacement *at, LiaisonPress *press)
{
  const Chart *self = (const Chart *) matter;
  const Box *box = &g_array_index (self->boxes, Box, at->from);
  double indent = get_indent (self, box), width = at->width - indent, height = at->height - GAP;
  double x = mirror (self, at, indent, width), rgb[3];
  double ground = box->level == 0 ? 0.14 : 0.05;

  if (begins_part (self, at->from))
    begin_part (self, at->from, press);
  liaison_press_begin (press, "P");
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
  liaison_setting_draw (box->name_set, press->cr, x + PAD + 1, at->y + PAD, width - 2 * PAD - 2, 0,
                        G_MAXUINT);
  if (box->detail_set != NULL)
    liaison_setting_draw (box->detail_set, press->cr, x + PAD + 1,
                          at->y + PAD + get_height (box->name_set), width - 2 * PAD - 2, 0,
                          G_MAXUINT);
  liaison_press_end (press, "P");
  if (find_end (self, at->from) == at->to)
    liaison_press_end (press, "Figure");
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
  g_array_unref (((Chart *) matter)->ends);
}

static const LiaisonMatterClass chart_class = { chart_get_least, chart_flow, chart_draw,
                                                chart_finalize,  NULL,       chart_list_records };

LiaisonMatter *
liaison_chart_new (double factor)
{
  Chart *self = liaison_matter_alloc (&chart_class, sizeof *self);

  self->given = factor;
  self->boxes = g_array_new (FALSE, TRUE, sizeof (Box));
  g_array_set_clear_func (self->boxes, clear_box);
  self->ends = g_array_new (FALSE, FALSE, sizeof (guint));
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
