/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/matrix-private.h"

#include "words/numbers.h"

#include <math.h>

#define INDENT    14.
#define MIN_WIDTH 8.  /* letters */
#define MAX_HEAD  26. /* letters */
#define WIDENED   1.6 /* times its width, at most, for its head */

static double
measure_letter (LiaisonCanvas *canvas)
{
  return liaison_canvas_measure_text (canvas, "0", LIAISON_TEXT_SMALL);
}

static double
measure_heads (LiaisonMatrix *self, LiaisonCanvas *canvas, double letter)
{
  double widest = 8 * letter, most;
  guint step = MAX (self->rows->len / 200, 1); /* of very many a sample is enough */

  for (guint i = 0; i < self->rows->len; i += step)
    {
      const MatrixHead *row = matrix_row (self, i);
      double width = liaison_canvas_measure_text (
          canvas, row->label, row->strong ? LIAISON_TEXT_BOLD : LIAISON_TEXT_BODY);
      widest = MAX (widest, width + row->depth * INDENT);
      if (row->detail != NULL)
        widest = MAX (widest, liaison_canvas_measure_text (canvas, row->detail, LIAISON_TEXT_SMALL)
                                  + row->depth * INDENT);
    }
  most = (self->head_letters > 0 ? self->head_letters : MAX_HEAD) * letter * 1.2;
  if (self->head_letters > 0 && self->room > 0)
    most = MAX (MIN (most, self->room * .4), MAX_HEAD * letter * 1.2);
  return MIN (widest, most) + INDENT + 14;
}

/* Columns of a set width are wider where their heads need it: a weekday is short in one language
 * and long in another. */
static double
measure_columns (LiaisonMatrix *self, LiaisonCanvas *canvas, double letter)
{
  double width = ceil (MAX (self->letters, MIN_WIDTH) * letter + 4 * self->padding);
  double most = self->letters > 0 ? floor (width * WIDENED) : width, widest = 0;
  guint step = MAX (self->columns->len / 100, 1);

  for (guint i = 0; i < self->columns->len && most > width && widest < most; i += step)
    widest = MAX (widest, liaison_canvas_measure_text (canvas, matrix_column (self, i)->label,
                                                       LIAISON_TEXT_SMALL));
  return CLAMP (ceil (widest) + 2 * self->padding + 4, width, most);
}

static double
measure_row (const LiaisonMatrix *self, guint row)
{
  const MatrixHead *head = matrix_row (self, row);
  guint most = 0;

  if (head->hidden)
    return 0;
  for (guint i = self->first_item[row]; i < self->first_item[row + 1] && !head->folded;)
    {
      guint begin = i, column = matrix_item (self, i)->column;
      while (i < self->first_item[row + 1] && matrix_item (self, i)->column == column)
        i++;
      most = MAX (most, matrix_count_lines (i - begin));
    }
  return ceil (MAX (most * self->item_height + 2 * self->padding,
                    (head->detail != NULL ? 2 : 1) * self->line_height + 2 * self->padding));
}

void
matrix_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);
  double letter = measure_letter (canvas), small, room;
  double top = 0;

  small = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);
  self->line_height = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY);
  self->item_height = ceil (small + 5);
  self->padding = 3;
  self->head_width = ceil (measure_heads (self, canvas, letter));
  self->band_height = self->has_groups ? ceil (small + 8) : 0;
  self->head_height = self->band_height + ceil (small + 8) + (self->has_details ? ceil (small) : 0);
  self->column_width = measure_columns (self, canvas, letter);
  room = self->room - self->head_width;
  if (self->letters == 0 && self->columns->len > 0 && room > 0)
    self->column_width = MAX (self->column_width, floor (room / self->columns->len));
  for (guint row = 0; row < self->rows->len; row++)
    {
      self->tops[row] = top;
      top += measure_row (self, row);
    }
  self->tops[self->rows->len] = top;
  *size = (LiaisonDrawingSize){ self->columns->len * self->column_width, top, self->head_width,
                                self->head_height };
}

static const LiaisonColour *
find_mark_colour (LiaisonCanvas *canvas, LiaisonMark mark)
{
  static const LiaisonRole roles[] = { LIAISON_ROLE_LINE, LIAISON_ROLE_NOTE, LIAISON_ROLE_WARNING,
                                       LIAISON_ROLE_ERROR };
  return liaison_canvas_get_role (canvas, roles[mark]);
}

static void
draw_item (LiaisonMatrix *self,
           LiaisonCanvas *canvas,
           const MatrixItem *item,
           const LiaisonBox *box)
{
  const LiaisonCategoryColours *colours = &canvas->palette->hues[item->item.hue];
  gboolean faded = item->item.flags & LIAISON_ITEM_FADED;
  gboolean selected = !liaison_canvas_is_paper (canvas)
                      && g_hash_table_contains (self->selected, &item->item.record);
  LiaisonColour fill = faded ? liaison_colour_fade (&colours->fill, .45) : colours->fill;
  LiaisonBox text = { box->x + 7, box->y, box->width - 9, box->height };
  LiaisonBox edge = { box->x, box->y, 3, box->height };

  liaison_canvas_fill_box (canvas, box, &fill);
  if (item->item.mark != LIAISON_MARK_NONE)
    {
      /* A thick edge at the end, so that a mark is seen by its place too. */
      LiaisonBox mark = { box->x + box->width - 4, box->y, 4, box->height };
      liaison_canvas_fill_box (canvas, &mark, find_mark_colour (canvas, item->item.mark));
      text.width -= 5;
    }
  if (!(item->item.flags & LIAISON_ITEM_CONTINUES))
    liaison_canvas_fill_box (canvas, &edge, &colours->edge);
  if (canvas->palette->outlined)
    liaison_canvas_frame_box (canvas, box, 1, &colours->edge);
  liaison_canvas_draw_text (canvas, item->item.label,
                            item->item.flags & LIAISON_ITEM_SLANTED ? LIAISON_TEXT_SMALL_BOLD
                                                                    : LIAISON_TEXT_SMALL,
                            &text, LIAISON_ALIGN_START, &colours->text);
  if (selected)
    liaison_canvas_frame_box (canvas, box, 2,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
}

static void
draw_count (
    LiaisonMatrix *self, LiaisonCanvas *canvas, const LiaisonBox *box, guint n, gboolean more)
{
  g_autofree char *number = liaison_words_format_integer (canvas->manner->words, n);
  g_autofree char *text = more ? g_strdup_printf ("+%s", number) : g_steal_pointer (&number);

  liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL, box, LIAISON_ALIGN_CENTRE,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_items (
    LiaisonMatrix *self, LiaisonCanvas *canvas, guint row, guint column, const LiaisonBox *cell)
{
  guint n, first = matrix_find_items (self, row, column, &n);
  guint shown = n > MAX_SHOWN ? MAX_SHOWN - 1 : n;
  LiaisonBox box = { cell->x + self->padding, cell->y + self->padding,
                     cell->width - 2 * self->padding, self->item_height - 1 };

  if (matrix_row (self, row)->folded)
    {
      n += matrix_count_under (self, row, column);
      if (n > 0)
        draw_count (self, canvas, cell, n, FALSE);
      return;
    }
  for (guint i = 0; i < shown; i++)
    {
      draw_item (self, canvas, matrix_item (self, first + i), &box);
      box.y += self->item_height;
    }
  if (shown < n)
    draw_count (self, canvas, &box, n - shown, TRUE);
}

static void
draw_heat (
    LiaisonMatrix *self, LiaisonCanvas *canvas, guint row, guint column, const LiaisonBox *cell)
{
  const MatrixHeat *heat = &self->heat[row * self->columns->len + column];
  const LiaisonCategoryColours *colours;
  LiaisonBox box = { cell->x + 1, cell->y + 1, cell->width - 2, cell->height - 2 };
  LiaisonColour fill;

  if (heat->level < 0)
    return;
  colours = &canvas->palette->hues[heat->hue];
  fill = liaison_colour_fade (&colours->fill, .25 + .75 * heat->level);
  liaison_canvas_fill_box (canvas, &box, &fill);
  if (heat->level > .66 || canvas->palette->outlined)
    liaison_canvas_frame_box (canvas, &box, heat->level > .66 ? 2 : 1, &colours->edge);
  if (heat->text != NULL)
    liaison_canvas_draw_text (canvas, heat->text, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_CENTRE,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
}

/* The grid as one path. */
static void
draw_grid (LiaisonMatrix *self,
           LiaisonCanvas *canvas,
           guint first_row,
           guint last_row,
           guint first,
           guint last)
{
  double width = (last - first) * self->column_width, x = first * self->column_width;
  double top = self->tops[first_row], height = self->tops[last_row] - top;

  for (guint row = first_row; row < last_row; row++)
    if (!matrix_row (self, row)->hidden)
      liaison_canvas_add_horizontal (canvas, x, self->tops[row + 1] - 1, width);
  for (guint column = first; column < last; column++)
    liaison_canvas_add_vertical (canvas, (column + 1) * self->column_width - 1, top, height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
  for (guint column = MAX (first, 1); column < last; column++)
    if (g_strcmp0 (matrix_column (self, column)->group, matrix_column (self, column - 1)->group)
        != 0)
      liaison_canvas_add_vertical (canvas, column * self->column_width - 1, top, height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_body (LiaisonMatrix *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  guint row = matrix_find_row (self, MAX (visible->y, 0)), first, last, end;
  LiaisonBox box;

  if (row == NOWHERE || self->columns->len == 0)
    return;
  first = (guint) (MAX (visible->x, 0) / self->column_width);
  last =
      MIN ((guint) ceil ((visible->x + visible->width) / self->column_width), self->columns->len);
  if (first >= last)
    return;
  end = row;
  while (end < self->rows->len && self->tops[end] < visible->y + visible->height)
    end++;
  for (guint i = row; i < end; i++)
    {
      if (matrix_row (self, i)->hidden)
        continue;
      box = (LiaisonBox){ first * self->column_width, self->tops[i],
                          (last - first) * self->column_width, self->tops[i + 1] - self->tops[i] };
      if (matrix_row (self, i)->strong)
        liaison_canvas_fill_box (canvas, &box,
                                 liaison_canvas_get_role (canvas, LIAISON_ROLE_STRIPE));
      box.width = self->column_width;
      for (guint column = first; column < last; column++)
        {
          box.x = column * self->column_width;
          if (self->heat != NULL)
            draw_heat (self, canvas, i, column, &box);
          draw_items (self, canvas, i, column, &box);
        }
    }
  draw_grid (self, canvas, row, end, first, last);
  if (self->target_row != NOWHERE)
    {
      LiaisonMatrixCursor target = { self->target_row, self->target_column, NOWHERE };
      if (liaison_matrix_get_box (self, &target, &box))
        {
          liaison_canvas_fill_box (canvas, &box,
                                   liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
          liaison_canvas_frame_box (canvas, &box, 2,
                                    liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
        }
    }
  if (!liaison_canvas_is_paper (canvas) && self->cursor.row != NOWHERE
      && self->cursor.column != NOWHERE && liaison_matrix_get_box (self, &self->cursor, &box))
    liaison_canvas_frame_box (canvas, &box, 1, liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
}

/* A small triangle: to the end of the line when folded, down when not. */
static void
draw_fold (LiaisonCanvas *canvas, double x, double y, gboolean folded)
{
  const double points[2][3][2] = { { { -4, -2 }, { 4, -2 }, { 0, 3 } },
                                   { { -2, -4 }, { -2, 4 }, { 3, 0 } } };

  for (guint i = 0; i < 3; i++)
    {
      double to_x, to_y;
      liaison_canvas_place (canvas, x + points[folded][i][0], y + points[folded][i][1], &to_x,
                            &to_y);
      if (i == 0)
        cairo_move_to (canvas->cr, to_x, to_y);
      else
        cairo_line_to (canvas->cr, to_x, to_y);
    }
  cairo_close_path (canvas->cr);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_TEXT_DIM);
  cairo_fill (canvas->cr);
}

static void
draw_row_head (LiaisonMatrix *self, LiaisonCanvas *canvas, guint row)
{
  const MatrixHead *head = matrix_row (self, row);
  double x = 6 + head->depth * INDENT, top = self->tops[row], height = self->tops[row + 1] - top;
  double lines = (head->detail != NULL ? 2 : 1) * self->line_height;
  LiaisonBox box = { x + INDENT, top + MIN (self->padding, (height - lines) / 2),
                     self->head_width - x - INDENT - 6, self->line_height };

  if (head->end > row + 1)
    draw_fold (canvas, x + 5, box.y + self->line_height / 2, head->folded);
  liaison_canvas_draw_text (
      canvas, head->label, head->strong ? LIAISON_TEXT_BOLD : LIAISON_TEXT_BODY, &box,
      LIAISON_ALIGN_START, liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
  if (head->detail != NULL)
    {
      box.y += self->line_height;
      liaison_canvas_draw_text (canvas, head->detail, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
  if (!liaison_canvas_is_paper (canvas) && self->cursor.row == row
      && self->cursor.column == NOWHERE)
    {
      box = (LiaisonBox){ 0, top, self->head_width - 1, height - 1 };
      liaison_canvas_frame_box (canvas, &box, 1,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
    }
}

static void
draw_row_heads (LiaisonMatrix *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  guint row = matrix_find_row (self, MAX (visible->y, 0));

  for (guint i = row; i < self->rows->len && self->tops[i] < visible->y + visible->height; i++)
    {
      if (matrix_row (self, i)->hidden)
        continue;
      draw_row_head (self, canvas, i);
      liaison_canvas_add_horizontal (canvas, 0, self->tops[i + 1] - 1, self->head_width);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
      cairo_fill (canvas->cr);
    }
  liaison_canvas_add_vertical (canvas, self->head_width - 1, visible->y, visible->height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

/* The band over neighbouring columns of one group; its text stays in sight while any of it does. */
static void
draw_band (
    LiaisonMatrix *self, LiaisonCanvas *canvas, guint first, guint end, const LiaisonBox *visible)
{
  double x = first * self->column_width, until = end * self->column_width;
  double from = MAX (x, visible->x), to = MIN (until, visible->x + visible->width);
  LiaisonBox box = { from + 6, 0, to - from - 12, self->band_height };

  if (to - from > 12)
    liaison_canvas_draw_text (canvas, matrix_column (self, first)->group, LIAISON_TEXT_SMALL_BOLD,
                              &box, LIAISON_ALIGN_START,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
  liaison_canvas_add_vertical (canvas, until - 1, 0, self->head_height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_bands (
    LiaisonMatrix *self, LiaisonCanvas *canvas, guint first, guint last, const LiaisonBox *visible)
{
  guint column = first;

  while (column > 0
         && g_strcmp0 (matrix_column (self, column - 1)->group, matrix_column (self, column)->group)
                == 0)
    column--;
  while (column < last)
    {
      guint begin = column;
      while (column < self->columns->len
             && g_strcmp0 (matrix_column (self, column)->group, matrix_column (self, begin)->group)
                    == 0)
        column++;
      if (matrix_column (self, begin)->group != NULL)
        draw_band (self, canvas, begin, column, visible);
    }
}

static void
draw_column_heads (LiaisonMatrix *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  guint first = (guint) (MAX (visible->x, 0) / self->column_width);
  guint last =
      MIN ((guint) ceil ((visible->x + visible->width) / self->column_width), self->columns->len);
  double small = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);

  for (guint i = first; i < last; i++)
    {
      const MatrixHead *head = matrix_column (self, i);
      LiaisonBox box = { i * self->column_width + 4, self->band_height + 2, self->column_width - 8,
                         small + 4 };
      liaison_canvas_draw_text (
          canvas, head->label, head->strong ? LIAISON_TEXT_SMALL_BOLD : LIAISON_TEXT_SMALL, &box,
          LIAISON_ALIGN_CENTRE, liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
      if (head->detail != NULL)
        {
          box.y += small + 2;
          liaison_canvas_draw_text (canvas, head->detail, LIAISON_TEXT_SMALL, &box,
                                    LIAISON_ALIGN_CENTRE,
                                    liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
        }
      liaison_canvas_add_vertical (canvas, (i + 1) * self->column_width - 1, self->band_height,
                                   self->head_height - self->band_height);
    }
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
  if (self->has_groups && first < last)
    draw_bands (self, canvas, first, last, visible);
  liaison_canvas_add_horizontal (canvas, visible->x, self->head_height - 1, visible->width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_corner (LiaisonMatrix *self, LiaisonCanvas *canvas)
{
  LiaisonBox box = { 8, 0, self->head_width - 12, self->head_height };

  if (self->corner != NULL)
    liaison_canvas_draw_text (canvas, self->corner, LIAISON_TEXT_SMALL_BOLD, &box,
                              LIAISON_ALIGN_START,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
  liaison_canvas_add_horizontal (canvas, 0, self->head_height - 1, self->head_width);
  liaison_canvas_add_vertical (canvas, self->head_width - 1, 0, self->head_height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

void
matrix_draw (LiaisonDrawing *drawing,
             LiaisonCanvas *canvas,
             LiaisonDrawingPart part,
             const LiaisonBox *visible)
{
  LiaisonMatrix *self = LIAISON_MATRIX (drawing);

  switch (part)
    {
    case LIAISON_PART_BODY:
      draw_body (self, canvas, visible);
      break;
    case LIAISON_PART_START:
      draw_row_heads (self, canvas, visible);
      break;
    case LIAISON_PART_ABOVE:
      draw_column_heads (self, canvas, visible);
      break;
    case LIAISON_PART_CORNER:
    default:
      draw_corner (self, canvas);
      break;
    }
}
