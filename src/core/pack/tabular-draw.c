/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/tabular-private.h"

#include "pack/picture.h"

/* Thickness of rules, in points, and how grey they are. */
#define HAIRLINE 0.35
#define HEAVY    0.9
#define GREY     0.62

typedef struct
{
  const LiaisonTabular *table;
  const LiaisonPlacement *placement;
  LiaisonPress *press;
  const LiaisonTile *tile;
} Sheet;

static void
draw_rule (const Sheet *sheet, double y, double thickness, double grey)
{
  cairo_t *cr = sheet->press->cr;

  cairo_set_source_rgb (cr, grey, grey, grey);
  cairo_rectangle (cr, sheet->placement->x, y - thickness / 2, sheet->placement->width, thickness);
  cairo_fill (cr);
}

/* Draws column after column from where the page begins its lines. */
static void
draw_cell (const Sheet *sheet,
           const LiaisonSetting *setting,
           double offset,
           double width,
           double indent,
           double y,
           guint first,
           guint n)
{
  const LiaisonPlacement *placement = sheet->placement;
  double x = placement->x + offset + indent;

  if (setting == NULL)
    return;
  if (sheet->table->right_to_left)
    x = placement->x + placement->width - offset - width;
  liaison_setting_draw (setting, sheet->press->cr, x, y, width - indent, first, n);
}

static double
get_indent (const LiaisonTabular *self, guint row, guint column)
{
  if (column == 0 && self->source.get_picture != NULL)
    return self->source.picture_width + LIAISON_TABULAR_GAP;
  if (column > 0 || self->source.get_level == NULL)
    return 0;
  return MIN (self->source.get_level (self->source.data, row), 8) * LIAISON_TABULAR_INDENT;
}

/* How light the ground of a row is that stands over others. */
#define SPAN_GROUND 0.93

/* All across, on a light ground. */
static double
draw_span (const Sheet *sheet, guint row, double y)
{
  const LiaisonTabular *self = sheet->table;
  const LiaisonPlacement *placement = sheet->placement;
  double height = liaison_tabular_get_row_height (self, self->lines[row]);
  cairo_t *cr = sheet->press->cr;

  cairo_set_source_rgb (cr, SPAN_GROUND, SPAN_GROUND, SPAN_GROUND);
  cairo_rectangle (cr, placement->x, y, placement->width, height);
  cairo_fill (cr);
  liaison_press_begin (sheet->press, "TR");
  liaison_setting_draw (self->cells[(gsize) row * self->source.n_columns], cr, placement->x + 3,
                        y + LIAISON_TABULAR_PAD, placement->width - 6, 0, self->lines[row]);
  liaison_press_end (sheet->press, "TR");
  draw_rule (sheet, y + height, HAIRLINE, GREY);
  return y + height;
}

static void
draw_picture (const Sheet *sheet, guint row, double y)
{
  const LiaisonTabular *self = sheet->table;
  const LiaisonPlacement *placement = sheet->placement;
  double width = self->source.picture_width, height = self->source.picture_height;
  cairo_surface_t *picture = self->source.get_picture (self->source.data, row);
  double x = self->right_to_left ? placement->x + placement->width - width : placement->x;

  if (picture != NULL)
    liaison_picture_draw (sheet->press->cr, picture, x, y, width, height);
  else
    liaison_picture_draw_nobody (sheet->press->cr, x, y, width, height);
}

/* @row is G_MAXUINT for the head. */
static void
draw_row (const Sheet *sheet, guint row, double y, guint first, guint n)
{
  const LiaisonTabular *self = sheet->table;
  guint n_columns = self->source.n_columns;
  double offset = 0;

  for (guint i = sheet->tile->repeated < n_columns ? sheet->tile->repeated : sheet->tile->first;
       i < sheet->tile->end;)
    {
      const LiaisonSetting *setting =
          row == G_MAXUINT ? self->heads[i] : self->cells[(gsize) row * n_columns + i];
      double indent = row == G_MAXUINT ? 0 : get_indent (self, row, i);

      draw_cell (sheet, setting, offset, self->widths[i], indent, y, first, n);
      offset += self->widths[i] + LIAISON_TABULAR_GAP;
      i = i < sheet->tile->first ? sheet->tile->first : i + 1;
    }
}

static double
draw_head (const Sheet *sheet)
{
  double y = sheet->placement->y, height = liaison_tabular_get_head_height (sheet->table);
  guint lines = sheet->table->head_lines;

  if (sheet->table->source.headless)
    return y;

  liaison_press_begin (sheet->press, "TR");
  draw_row (sheet, G_MAXUINT, y + LIAISON_TABULAR_PAD, 0, lines);
  liaison_press_end (sheet->press, "TR");
  draw_rule (sheet, y + height - HEAVY / 2, HEAVY, 0.2);
  return y + height;
}

/* At the beginning of the row, on the first of its tiles. */
static gboolean
has_picture (const Sheet *sheet, guint first_line)
{
  return sheet->table->source.get_picture != NULL && first_line == 0 && sheet->tile->first == 0;
}

static double
draw_body_row (const Sheet *sheet, guint row, double y)
{
  const LiaisonPlacement *placement = sheet->placement;
  guint first = row == placement->from ? placement->first_line : 0;
  guint end = row + 1 == placement->to ? placement->last_line : sheet->table->lines[row];
  double height = liaison_tabular_get_row_height (sheet->table, end - first);

  liaison_press_begin (sheet->press, "TR");
  if (has_picture (sheet, first))
    draw_picture (sheet, row, y + LIAISON_TABULAR_PAD);
  draw_row (sheet, row, y + LIAISON_TABULAR_PAD, first, end - first);
  liaison_press_end (sheet->press, "TR");
  draw_rule (sheet, y + height, HAIRLINE, GREY);
  return y + height;
}

void
liaison_tabular_draw (const LiaisonMatter *matter,
                      const LiaisonPlacement *placement,
                      LiaisonPress *press)
{
  const LiaisonTabular *self = (const LiaisonTabular *) ((const LiaisonTabular *) matter)->whole;
  const LiaisonTile *tile = &g_array_index (self->tiles, LiaisonTile, placement->tile);
  const Sheet sheet = { self, placement, press, tile };
  guint span = liaison_tabular_find_span (self, placement->from);
  double y;

  liaison_press_begin (press, "Table");
  y = draw_head (&sheet);
  if (span < placement->from)
    y = draw_span (&sheet, span, y);
  for (guint row = placement->from; row < placement->to; row++)
    y = liaison_tabular_is_span (self, row) ? draw_span (&sheet, row, y)
                                            : draw_body_row (&sheet, row, y);
  liaison_press_end (press, "Table");
}
