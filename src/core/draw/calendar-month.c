/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/calendar-private.h"

#include "record/instant.h"
#include "words/dates.h"
#include "words/numbers.h"
#include "words/sentence.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAPER_WIDTH  1000.
#define PAPER_HEIGHT 700.
#define LEAST_COLUMN 60.

void
calendar_measure_month (LiaisonCalendarDrawing *self,
                        LiaisonCanvas *canvas,
                        LiaisonDrawingSize *size)
{
  double width = self->room_width > 0 ? self->room_width : PAPER_WIDTH;
  double height = self->room_height > 0 ? self->room_height : PAPER_HEIGHT;
  guint weeks = MAX (self->frame.n_days / 7, 1);

  self->head_width = ceil (liaison_canvas_measure_text (canvas, "W00", LIAISON_TEXT_SMALL)) + 12;
  self->day_head_height = self->line_height + 6;
  self->column_width = MAX (floor ((width - self->head_width) / 7), LEAST_COLUMN);
  self->week_height = floor ((height - self->day_head_height) / weeks);
  self->week_height = MAX (self->week_height, self->line_height + 2 * self->row_height + 6);
  self->rows_shown =
      (guint) MAX ((self->week_height - self->line_height - 6) / self->row_height, 1);
  calendar_count_more (self);
  size->width = 7 * self->column_width;
  size->height = weeks * self->week_height;
  size->head_width = self->head_width;
  size->head_height = self->day_head_height;
}

static gboolean
is_in_month (const LiaisonCalendarDrawing *self, gint32 day)
{
  int year, month, date, other_year, other_month;

  liaison_date_from_days (self->frame.month_day, &year, &month, &date);
  liaison_date_from_days (day, &other_year, &other_month, &date);
  return year == other_year && month == other_month;
}

/* How much of the day is shaded: one that is all rest or observed is, one with nights is not. */
static LiaisonRole
find_shade (const LiaisonCalendarDrawing *self, guint index)
{
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, index);
  gint64 off = 0;

  if (self->observances[index] != NULL)
    return LIAISON_ROLE_OBSERVANCE;
  for (guint i = 0; i < self->shades->len; i++)
    {
      const CalendarShade *shade = &g_array_index (self->shades, CalendarShade, i);
      gint64 from = MAX (shade->from, day->start), until = MIN (shade->until, day->end);
      off += shade->label == NULL && until > from ? until - from : 0;
    }
  return off >= day->end - day->start - 3600 ? LIAISON_ROLE_SHADE : LIAISON_ROLE_GROUND;
}

static void
draw_day (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, guint index)
{
  const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, index);
  gboolean today = self->now >= day->start && self->now < day->end;
  gboolean inside = is_in_month (self, day->day);
  LiaisonBox cell = { (index % 7) * self->column_width, (index / 7) * self->week_height,
                      self->column_width - 1, self->week_height - 1 };
  LiaisonBox line = { cell.x + 6, cell.y + 2, cell.width - 12, self->line_height };
  LiaisonRole shade = find_shade (self, index), role;
  int year, month, date;
  g_autofree char *label = NULL;
  double width;

  liaison_date_from_days (day->day, &year, &month, &date);
  label = date == 1 ? liaison_words_format_day (canvas->manner->words, day->day, LIAISON_DATE_SHORT)
                    : liaison_words_format_integer (canvas->manner->words, date);
  if (shade != LIAISON_ROLE_GROUND)
    liaison_canvas_fill_box (canvas, &cell, liaison_canvas_get_role (canvas, shade));
  if (today)
    {
      LiaisonBox mark = { cell.x, cell.y, cell.width, 3 };
      liaison_canvas_fill_box (canvas, &mark,
                               liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
    }
  role = inside ? LIAISON_ROLE_TEXT : LIAISON_ROLE_TEXT_DIM;
  width =
      liaison_canvas_draw_text (canvas, label, inside ? LIAISON_TEXT_BOLD : LIAISON_TEXT_BODY,
                                &line, LIAISON_ALIGN_START, liaison_canvas_get_role (canvas, role));
  line.x += width + 8;
  line.width -= width + 8;
  if (self->observances[index] != NULL && line.width > 20)
    liaison_canvas_draw_text (canvas, self->observances[index], LIAISON_TEXT_SMALL, &line,
                              LIAISON_ALIGN_END,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_more (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, guint index)
{
  LiaisonBox line = { (index % 7) * self->column_width + 8,
                      (index / 7 + 1) * self->week_height - self->row_height - 2,
                      self->column_width - 14, self->row_height };
  g_autofree char *text = NULL;

  if (self->more[index] == 0)
    return;
  /* Translators: Events of a day for which there is no room: “4 more” */
  text =
      liaison_words_format_plural (canvas->manner->words, "{n} more", "{n} more", self->more[index],
                                   liaison_operand_integer ("n", self->more[index]));
  liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL_BOLD, &line, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_body (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  guint weeks = self->frame.n_days / 7;
  LiaisonBox box;

  for (guint i = 0; i < self->frame.n_days; i++)
    draw_day (self, canvas, i);
  for (guint i = 1; i <= weeks; i++)
    liaison_canvas_add_horizontal (canvas, 0, i * self->week_height - 1, 7 * self->column_width);
  for (guint i = 1; i <= 7; i++)
    liaison_canvas_add_vertical (canvas, i * self->column_width - 1, 0, weeks * self->week_height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
  for (guint i = 0; i < self->segments->len; i++)
    {
      const CalendarSegment *segment = calendar_segment (self, i);
      if (segment->places > 0)
        continue;
      box = calendar_get_segment_box (self, segment);
      if (liaison_box_overlaps (&box, visible))
        calendar_draw_segment (self, canvas, segment, &box);
    }
  for (guint i = 0; i < self->frame.n_days; i++)
    draw_more (self, canvas, i);
  for (guint i = 0; self->draft_end > self->draft_start && i < self->frame.n_days; i++)
    {
      const LiaisonScaleDay *day = liaison_day_scale_get_day (self->scale, i);
      LiaisonCalendarPlace place = { i, day->start, FALSE };
      if (self->draft_start < day->end && self->draft_end > day->start
          && liaison_calendar_drawing_get_place_box (self, &place, 0, &box))
        {
          liaison_canvas_fill_box (canvas, &box,
                                   liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
          liaison_canvas_frame_box (canvas, &box, 2,
                                    liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
        }
    }
  if (!liaison_canvas_is_paper (canvas) && self->has_cursor
      && liaison_calendar_drawing_get_place_box (self, &self->cursor, 0, &box))
    liaison_canvas_frame_box (canvas, &box, 2,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_weekdays (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  for (guint i = 0; i < 7; i++)
    {
      LiaisonBox box = { i * self->column_width + 4, 2, self->column_width - 8, self->line_height };
      g_autofree char *name = liaison_words_format_day (
          canvas->manner->words, self->frame.first_day + (gint32) i,
          self->column_width > 110 ? LIAISON_DATE_WEEKDAY : LIAISON_DATE_WEEKDAY_NARROW);
      liaison_canvas_draw_text (canvas, name, LIAISON_TEXT_BODY, &box, LIAISON_ALIGN_CENTRE,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
  liaison_canvas_add_horizontal (canvas, visible->x, self->day_head_height - 1, visible->width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

static void
draw_weeks (LiaisonCalendarDrawing *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  for (guint week = 0; week * 7 < self->frame.n_days; week++)
    {
      LiaisonBox box = { 2, week * self->week_height + 2, self->head_width - 6, self->line_height };
      /* A week that begins on a Sunday has the number of its Monday. */
      g_autofree char *number = liaison_calendar_drawing_tell_week (
          canvas->manner->words, self->frame.first_day + (gint32) week * 7 + 1);
      liaison_canvas_draw_text (canvas, number, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_CENTRE,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
      liaison_canvas_add_horizontal (canvas, 0, (week + 1) * self->week_height - 1,
                                     self->head_width);
    }
  liaison_canvas_add_vertical (canvas, self->head_width - 1, visible->y, visible->height);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

void
calendar_draw_month (LiaisonCalendarDrawing *self,
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
      draw_weekdays (self, canvas, visible);
      break;
    case LIAISON_PART_START:
      draw_weeks (self, canvas, visible);
      break;
    case LIAISON_PART_CORNER:
    default:
      liaison_canvas_add_horizontal (canvas, 0, self->day_head_height - 1, self->head_width);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
      cairo_fill (canvas->cr);
      break;
    }
}
