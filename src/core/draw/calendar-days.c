/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/calendar-private.h"

#include "words/dates.h"

#include <math.h>

/* The least width of a column; of a crowded one more, so that what stands beside each other can be
 * read. */
#define LEAST_COLUMN  90.
#define MOST_LEAST    220.
#define LEAST_PLACE   30.
#define MAX_BAND_ROWS 6u
#define PAPER_WIDTH   900.

static gboolean
has_observances (const LiaisonCalendarDrawing *self)
{
  for (guint i = 0; i < self->frame.n_days; i++)
    if (self->observances[i] != NULL)
      return TRUE;
  return FALSE;
}

static double
find_least_width (const LiaisonCalendarDrawing *self)
{
  guint places = 1;

  for (guint i = 0; i < self->segments->len; i++)
    if (!calendar_segment (self, i)->band)
      places = MAX (places, calendar_segment (self, i)->places);
  return CLAMP (places * LEAST_PLACE, LEAST_COLUMN, MOST_LEAST);
}

void
calendar_measure_days (LiaisonCalendarDrawing *self,
                       LiaisonCanvas *canvas,
                       LiaisonDrawingSize *size)
{
  double room = self->room_width > 0 ? self->room_width : PAPER_WIDTH, bottom;
  guint lines = self->frame.n_sites > 0 ? 2 : 1;

  self->head_width = ceil (liaison_canvas_measure_text (canvas, "00:00", LIAISON_TEXT_SMALL)) + 16;
  self->column_width =
      self->n_columns > 0 ? floor ((room - self->head_width) / self->n_columns) : room;
  self->column_width = MAX (self->column_width, find_least_width (self));
  self->day_head_height =
      lines * self->line_height + 8 + (has_observances (self) ? self->small_height : 0);
  bottom = MIN (self->n_band_rows, MAX_BAND_ROWS) * self->row_height;
  size->width = self->n_columns * self->column_width;
  size->height = ceil (calendar_to_y (self, self->scale->length));
  size->head_width = self->head_width;
  size->head_height = ceil (self->day_head_height + bottom + (self->n_band_rows > 0 ? 4 : 8));
}

/* What nobody works in and what is observed, and the hours that a day does not have. */
static void
draw_shades (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, guint column)
{
  guint index = calendar_day_index (self, column);
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, index);
  LiaisonBox box = { column * self->column_width, 0, self->column_width - 1, 0 };
  gint64 position, length;

  for (guint i = 0; i < self->shades->len; i++)
    {
      const CalendarShade *shade = &g_array_index (self->shades, CalendarShade, i);
      if (shade->from >= day->end || shade->until <= day->start)
        continue;
      box.y =
          calendar_to_y (self, liaison_day_scale_get_position (self->scale, index, shade->from));
      box.height =
          calendar_to_y (self, liaison_day_scale_get_position (self->scale, index, shade->until))
          - box.y;
      liaison_canvas_fill_box (canvas, &box,
                               liaison_canvas_get_role (canvas, shade->label != NULL
                                                                    ? LIAISON_ROLE_OBSERVANCE
                                                                    : LIAISON_ROLE_SHADE));
    }
  if (!liaison_day_scale_get_gap (self->scale, index, &position, &length))
    return;
  box.y = calendar_to_y (self, position);
  box.height = calendar_to_y (self, length);
  liaison_canvas_fill_box (canvas, &box, liaison_canvas_get_role (canvas, LIAISON_ROLE_RAISED));
  liaison_canvas_hatch (canvas, &box, 6,
                        liaison_canvas_get_role (canvas, LIAISON_ROLE_LINE_STRONG));
}

static void
draw_lines (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  gboolean halves = self->hour_height >= 36;

  for (gint64 position = 0; position < self->scale->length; position += halves ? 1800 : 3600)
    {
      double y = calendar_to_y (self, position);
      if (y < visible->y - 2 || y > visible->y + visible->height || position == 0)
        continue;
      /* Half hours are dotted. */
      if (position % 3600 != 0)
        for (double x = floor (visible->x / 6) * 6; x < visible->x + visible->width; x += 6)
          liaison_canvas_add_horizontal (canvas, x, y, 2);
      else
        liaison_canvas_add_horizontal (canvas, visible->x, y, visible->width);
    }
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
  for (guint column = 0; column < self->n_columns; column++)
    liaison_canvas_add_vertical (canvas, (column + 1) * self->column_width - 1, visible->y,
                                 visible->height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_now (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas)
{
  guint index, first, last;
  double y;

  if (self->now == 0 || !liaison_day_scale_find_day (self->scale, self->now, &index))
    return;
  y = calendar_to_y (self, liaison_day_scale_get_position (self->scale, index, self->now));
  first = self->frame.n_sites > 0 ? 0 : index;
  last = self->frame.n_sites > 0 ? self->n_columns : index + 1;
  LiaisonBox line = { first * self->column_width, y - 1, (last - first) * self->column_width - 1,
                      2 };
  LiaisonBox knob = { line.x, y - 4, 8, 8 };
  liaison_canvas_fill_box (canvas, &line, liaison_canvas_get_role (canvas, LIAISON_ROLE_NOW));
  liaison_canvas_add_rounded (canvas, &knob, 4);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_NOW);
  cairo_fill (canvas->cr);
}

/* What would be: framed, with its times. */
static void
draw_draft (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      guint index = calendar_day_index (self, column);
      const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, index);
      g_autofree char *times = NULL;
      LiaisonBox box, line;

      if (self->draft_start >= day->end || self->draft_end <= day->start
          || (self->frame.n_sites > 0 && column != self->draft_column))
        continue;
      box.x = column * self->column_width + 1;
      box.width = self->column_width - 3;
      box.y = calendar_to_y (
          self, liaison_day_scale_get_position (self->scale, index, self->draft_start));
      box.height =
          calendar_to_y (self, liaison_day_scale_get_position (self->scale, index, self->draft_end))
          - box.y;
      liaison_canvas_fill_box (canvas, &box,
                               liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
      liaison_canvas_frame_box (canvas, &box, 2,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
      times = calendar_tell_times (self, canvas->manner->words, self->draft_start, self->draft_end);
      line = (LiaisonBox){ box.x + 6, box.y + 2, box.width - 10, self->small_height };
      liaison_canvas_draw_text (canvas, times, LIAISON_TEXT_SMALL_BOLD, &line, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
      line.y += self->small_height;
      if (self->draft_label != NULL
          && line.y + self->small_height < box.y + box.height + self->small_height)
        liaison_canvas_draw_text (canvas, self->draft_label, LIAISON_TEXT_SMALL, &line,
                                  LIAISON_ALIGN_START,
                                  liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
    }
}

static void
draw_body (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  LiaisonBox box;

  for (guint column = 0; column < self->n_columns; column++)
    draw_shades (self, canvas, column);
  draw_lines (self, canvas, visible);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const CalendarSegment *segment = calendar_segment (self, i);
      if (segment->band)
        continue;
      box = calendar_get_segment_box (self, segment);
      if (liaison_box_overlaps (&box, visible))
        calendar_draw_segment (self, canvas, segment, &box);
    }
  draw_now (self, canvas);
  if (self->draft_end > self->draft_start)
    draw_draft (self, canvas);
  if (!liaison_canvas_is_paper (canvas) && self->has_cursor && !self->cursor.in_band
      && liaison_calendar_drawing_get_place_box (self, &self->cursor, self->cursor_length, &box))
    liaison_canvas_frame_box (canvas, &box, 2,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_day_head (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, guint column)
{
  guint index = calendar_day_index (self, column);
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, index);
  gboolean today = self->now >= day->start && self->now < day->end;
  LiaisonBox box = { column * self->column_width + 4, 4, self->column_width - 9,
                     self->line_height };
  g_autofree char *date = liaison_words_format_day (canvas->manner->words, day->day,
                                                    self->n_columns == 1 || self->frame.n_sites > 0
                                                        ? LIAISON_DATE_FULL
                                                        : LIAISON_DATE_WEEKDAY_SHORT);

  if (today)
    {
      LiaisonBox mark = { column * self->column_width, 0, self->column_width - 1, 3 };
      liaison_canvas_fill_box (canvas, &mark,
                               liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
    }
  if (self->frame.n_sites > 0)
    {
      liaison_canvas_draw_text (canvas, self->site_labels[column], LIAISON_TEXT_BOLD, &box,
                                LIAISON_ALIGN_CENTRE,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
      box.y += self->line_height;
    }
  liaison_canvas_draw_text (
      canvas, date, today && self->frame.n_sites == 0 ? LIAISON_TEXT_BOLD : LIAISON_TEXT_BODY, &box,
      LIAISON_ALIGN_CENTRE,
      liaison_canvas_get_role (canvas, self->frame.n_sites > 0 ? LIAISON_ROLE_TEXT_DIM
                                                               : LIAISON_ROLE_TEXT));
  box.y += self->line_height;
  if (self->observances[index] != NULL)
    liaison_canvas_draw_text (canvas, self->observances[index], LIAISON_TEXT_SMALL, &box,
                              LIAISON_ALIGN_CENTRE,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_heads (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  for (guint column = 0; column < self->n_columns; column++)
    {
      draw_day_head (self, canvas, column);
      liaison_canvas_add_vertical (canvas, (column + 1) * self->column_width - 1, 0,
                                   visible->height);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
      cairo_fill (canvas->cr);
    }
  for (guint i = 0; i < self->segments->len; i++)
    {
      const CalendarSegment *segment = calendar_segment (self, i);
      LiaisonBox box;
      if (!segment->band)
        continue;
      box = calendar_get_segment_box (self, segment);
      calendar_draw_segment (self, canvas, segment, &box);
    }
  liaison_canvas_add_horizontal (canvas, visible->x, visible->height - 1, visible->width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_hours (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  gint64 step = self->hour_height < self->small_height + 2 ? 7200 : 3600;

  for (gint64 position = step; position < self->scale->length; position += step)
    {
      gboolean again;
      gint64 wall = liaison_day_scale_get_wall (self->scale, position, &again);
      double y = calendar_to_y (self, position);
      LiaisonBox box = { 4, y - self->small_height / 2, self->head_width - 10, self->small_height };
      g_autofree char *label = liaison_words_format_time (canvas->manner->words, wall, NULL);

      if (y < visible->y - self->small_height
          || y > visible->y + visible->height + self->small_height)
        continue;
      liaison_canvas_draw_text (canvas, label, again ? LIAISON_TEXT_SMALL_BOLD : LIAISON_TEXT_SMALL,
                                &box, LIAISON_ALIGN_END,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
  liaison_canvas_add_vertical (canvas, self->head_width - 1, visible->y, visible->height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_corner (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  LiaisonBox box = { 2, 4, self->head_width - 6, self->line_height };
  g_autofree char *week = liaison_calendar_drawing_tell_week (
      canvas->manner->words, self->frame.first_day + (gint32) self->frame.n_days / 2);

  liaison_canvas_draw_text (canvas, week, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_CENTRE,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
  liaison_canvas_add_horizontal (canvas, 0, visible->height - 1, visible->width);
  liaison_canvas_add_vertical (canvas, self->head_width - 1, 0, visible->height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

void
calendar_draw_days (LiaisonCalendarDrawing *self,
                    LiaisonCanvas *canvas,
                    LiaisonDrawingPart part,
                    const LiaisonBox *visible)
{
  switch (part)
    {
    case LIAISON_PART_BODY:
      draw_body (self, canvas, visible);
      break;
    case LIAISON_PART_ABOVE:
      draw_heads (self, canvas, visible);
      break;
    case LIAISON_PART_START:
      draw_hours (self, canvas, visible);
      break;
    case LIAISON_PART_CORNER:
    default:
      draw_corner (self, canvas, visible);
      break;
    }
}
