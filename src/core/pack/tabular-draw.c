/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/tabular-private.h"

#include "pack/picture.h"

#include <string.h>

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

/* On this page. */
static guint
count_columns (const Sheet *sheet)
{
  return sheet->tile->end - sheet->tile->first
         + (sheet->tile->repeated < sheet->table->source.n_columns);
}

/* All across. */
static double
draw_span (const Sheet *sheet, guint row, double y)
{
  const LiaisonTabular *self = sheet->table;
  const LiaisonPlacement *placement = sheet->placement;

  const LiaisonPressCell cell = { LIAISON_CELL_HEADS_COLUMN, count_columns (sheet), TRUE };

  liaison_press_begin (sheet->press, "TR");
  liaison_press_begin_cell (sheet->press, &cell);
  liaison_setting_draw (self->cells[(gsize) row * self->source.n_columns], sheet->press->cr,
                        placement->x + 3, y + LIAISON_TABULAR_PAD, placement->width - 6, 0,
                        self->lines[row]);
  liaison_press_end_cell (sheet->press, &cell);
  liaison_press_end (sheet->press, "TR");
  return y + liaison_tabular_get_row_height (self, self->lines[row]);
}

/* At the beginning of the row, on the first of its tiles. */
static gboolean
has_picture (const Sheet *sheet, guint first_line)
{
  return sheet->table->source.get_picture != NULL && first_line == 0 && sheet->tile->first == 0;
}

/* Of a person there is a picture, or the outline of one; it is called as its row is. */
static void
draw_picture (const Sheet *sheet, guint row, double y)
{
  const LiaisonTabular *self = sheet->table;
  const LiaisonPlacement *placement = sheet->placement;
  double width = self->source.picture_width, height = self->source.picture_height;
  cairo_surface_t *picture = self->source.get_picture (self->source.data, row);
  double x = self->right_to_left ? placement->x + placement->width - width : placement->x;
  const char *text = self->source.get_text (self->source.data, row, 0);
  g_autofree char *name = g_strndup (text != NULL ? text : "", text ? strcspn (text, "\n") : 0);

  if (picture == NULL)
    return;
  liaison_press_begin_figure (sheet->press, name);
  liaison_picture_draw (sheet->press->cr, picture, x, y, width, height);
  liaison_press_end (sheet->press, "Figure");
}

static void
draw_nobody (const Sheet *sheet, guint row, double y)
{
  const LiaisonTabular *self = sheet->table;
  const LiaisonPlacement *placement = sheet->placement;
  double width = self->source.picture_width;
  double x = self->right_to_left ? placement->x + placement->width - width : placement->x;

  if (self->source.get_picture (self->source.data, row) == NULL)
    liaison_picture_draw_nobody (sheet->press->cr, x, y, width, self->source.picture_height);
}

/* What the cells of a column are told as. */
static LiaisonCellRole
get_role (const LiaisonTabular *self, guint row, guint column)
{
  if (row == G_MAXUINT)
    return LIAISON_CELL_HEADS_COLUMN;
  return self->columns[column].name ? LIAISON_CELL_HEADS_ROW : LIAISON_CELL_PLAIN;
}

/* @row is G_MAXUINT for the head. */
static void
draw_row (const Sheet *sheet, guint row, double y, guint first, guint n, gboolean pictured)
{
  const LiaisonTabular *self = sheet->table;
  guint n_columns = self->source.n_columns;
  double offset = 0;
  guint begin = sheet->tile->repeated < n_columns ? sheet->tile->repeated : sheet->tile->first;

  for (guint i = begin; i < sheet->tile->end;)
    {
      gboolean head = row == G_MAXUINT;
      const LiaisonSetting *setting =
          head ? self->heads[i] : self->cells[(gsize) row * n_columns + i];
      const char *tag = pictured && i == 0 ? "P" : NULL;
      const LiaisonPressCell cell = { get_role (self, row, i), 1, i == begin,
                                      i != begin && setting == NULL && tag == NULL };

      liaison_press_begin_cell (sheet->press, &cell);
      if (tag != NULL)
        draw_picture (sheet, row, y);
      liaison_press_begin (sheet->press, tag);
      draw_cell (sheet, setting, offset, self->widths[i], head ? 0 : get_indent (self, row, i), y,
                 first, n);
      liaison_press_end (sheet->press, tag);
      liaison_press_end_cell (sheet->press, &cell);
      offset += self->widths[i] + LIAISON_TABULAR_GAP;
      i = i < sheet->tile->first ? sheet->tile->first : i + 1;
    }
}

static double
draw_head (const Sheet *sheet)
{
  double y = sheet->placement->y;

  if (sheet->table->source.headless)
    return y;
  liaison_press_begin (sheet->press, "TR");
  draw_row (sheet, G_MAXUINT, y + LIAISON_TABULAR_PAD, 0, sheet->table->head_lines, FALSE);
  liaison_press_end (sheet->press, "TR");
  return y + liaison_tabular_get_head_height (sheet->table);
}

/* The lines of a row that stand here. */
static guint
find_lines (const Sheet *sheet, guint row, guint *first)
{
  const LiaisonPlacement *placement = sheet->placement;
  guint end = row + 1 == placement->to ? placement->last_line : sheet->table->lines[row];

  *first = row == placement->from ? placement->first_line : 0;
  return end - *first;
}

static double
draw_body_row (const Sheet *sheet, guint row, double y)
{
  guint first, n = find_lines (sheet, row, &first);
  gboolean pictured = has_picture (sheet, first)
                      && sheet->table->source.get_picture (sheet->table->source.data, row) != NULL;

  liaison_press_begin (sheet->press, "TR");
  draw_row (sheet, row, y + LIAISON_TABULAR_PAD, first, n, pictured);
  liaison_press_end (sheet->press, "TR");
  return y + liaison_tabular_get_row_height (sheet->table, n);
}

typedef enum
{
  GROUNDS, /* of rows that stand over others */
  PEOPLE,  /* outlines of those without a picture */
  RULES,
} Layer;

/* What stands below a row. */
static double
add_decoration (const Sheet *sheet, Layer layer, guint row, double y)
{
  const LiaisonPlacement *placement = sheet->placement;
  gboolean span = liaison_tabular_is_span (sheet->table, row);
  guint first = 0,
        n = row >= placement->from ? find_lines (sheet, row, &first) : sheet->table->lines[row];
  double height = liaison_tabular_get_row_height (sheet->table, n);

  if (layer == RULES)
    {
      /* Each by itself: readers make thin ones even on a screen, but not paths of many. */
      cairo_rectangle (sheet->press->cr, placement->x, y + height - HAIRLINE / 2, placement->width,
                       HAIRLINE);
      cairo_fill (sheet->press->cr);
    }
  else if (layer == GROUNDS && span)
    cairo_rectangle (sheet->press->cr, placement->x, y, placement->width, height);
  else if (layer == PEOPLE && !span && has_picture (sheet, first))
    draw_nobody (sheet, row, y + LIAISON_TABULAR_PAD);
  return y + height;
}

static void
set_grey (cairo_t *cr, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

static void
draw_layer (const Sheet *sheet, Layer layer, guint span)
{
  const LiaisonPlacement *placement = sheet->placement;
  double y = placement->y + liaison_tabular_get_head_height (sheet->table);

  set_grey (sheet->press->cr, layer == RULES ? GREY : SPAN_GROUND);
  if (span < placement->from)
    y = add_decoration (sheet, layer, span, y);
  for (guint row = placement->from; row < placement->to; row++)
    y = add_decoration (sheet, layer, row, y);
  cairo_fill (sheet->press->cr);
}

static void
draw_decoration (const Sheet *sheet, guint span)
{
  const LiaisonTabular *self = sheet->table;
  const LiaisonPlacement *placement = sheet->placement;
  double head = placement->y + liaison_tabular_get_head_height (self);

  liaison_press_begin (sheet->press, LIAISON_PRESS_DECORATION);
  if (self->source.is_span != NULL)
    draw_layer (sheet, GROUNDS, span);
  if (self->source.get_picture != NULL)
    draw_layer (sheet, PEOPLE, span);
  draw_layer (sheet, RULES, span);
  if (!self->source.headless)
    {
      set_grey (sheet->press->cr, 0.2);
      cairo_rectangle (sheet->press->cr, placement->x, head - HEAVY, placement->width, HEAVY);
      cairo_fill (sheet->press->cr);
    }
  liaison_press_end (sheet->press, LIAISON_PRESS_DECORATION);
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

  draw_decoration (&sheet, span);
  liaison_press_begin (press, "Table");
  y = draw_head (&sheet);
  if (span < placement->from)
    y = draw_span (&sheet, span, y);
  for (guint row = placement->from; row < placement->to; row++)
    y = liaison_tabular_is_span (self, row) ? draw_span (&sheet, row, y)
                                            : draw_body_row (&sheet, row, y);
  liaison_press_end (press, "Table");
}
