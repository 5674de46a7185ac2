/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/time-ruler.h"

#include "record/zone.h"
#include "words/dates.h"
#include "words/names.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* A label of hours needs so much, in units. */
#define MARK_UNITS 46
#define LEAST_UNITS 40 /* of a label that is cut off */
#define ROOM       6 /* above and below a line of text, together */
#define DAY        86400
#define GAP        5 /* between a mark and its label */

typedef struct
{
  LiaisonCanvas *canvas;
  const LiaisonTimeAxis *axis;
  LiaisonBox visible;
  LiaisonBox row;
  LiaisonTickLevel level;
  const char *zone;
  gboolean names_days; /* at midnight a row of hours says the day */
  const LiaisonTimeRuler *ruler;
  LiaisonDateStyle style; /* of days, where they are not */
  gboolean bare;          /* numbers only */
} Row;

LiaisonTickLevel
liaison_time_ruler_get_level (const LiaisonTimeAxis *axis)
{
  LiaisonTickLevel level = liaison_tick_level_choose (axis->pace, MARK_UNITS);
  static const LiaisonTickLevel day = { LIAISON_TICK_DAY, 1 }, month = { LIAISON_TICK_MONTH, 1 };

  /* The number of a day is short, the name of a month not long. */
  if (level.unit == LIAISON_TICK_WEEK && liaison_tick_level_get_length (day) >= 24 * axis->pace)
    return day;
  if ((level.unit == LIAISON_TICK_YEAR || level.step == 3) && level.unit >= LIAISON_TICK_MONTH
      && liaison_tick_level_get_length (month) >= 36 * axis->pace)
    return month;
  return level;
}

static double
row_height (LiaisonCanvas *canvas)
{
  return liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL) + ROOM;
}

double
liaison_time_ruler_get_height (const LiaisonTimeRuler *self, LiaisonCanvas *canvas)
{
  return row_height (canvas) * (1 + self->n_zones) + 1;
}

static guint
get_first_weekday (const LiaisonTimeRuler *self, LiaisonCanvas *canvas)
{
  return self->first_weekday != 0 ? self->first_weekday
                                  : liaison_words_get_first_weekday (canvas->manner->words);
}

/* Whether whatever day of a week has room in a day (in a row of hours, up to the next mark), so that
 * all of a row are named alike. */
static gboolean
is_room_for (const Row *row, gint64 from, LiaisonDateStyle style)
{
  double length = row->names_days ? liaison_tick_level_get_length (row->level) : DAY;
  double room = length / row->axis->pace - 2 * GAP;

  for (guint i = 0; i < 7; i++)
    {
      g_autofree char *text =
          liaison_words_format_date (row->canvas->manner->words, from + i * DAY, row->zone, style);
      if (liaison_canvas_measure_text (row->canvas, text, LIAISON_TEXT_SMALL_BOLD) > room)
        return FALSE;
    }
  return TRUE;
}

static void
choose_style (Row *row, gint64 from)
{
  /* Longest first; a row of hours has less to say. */
  static const LiaisonDateStyle styles[] = { LIAISON_DATE_FULL, LIAISON_DATE_WEEKDAY_SHORT,
                                             LIAISON_DATE_SHORT };

  row->bare = TRUE;
  if (row->level.unit > LIAISON_TICK_DAY)
    return;
  for (guint i = row->names_days ? 1 : 0; i < G_N_ELEMENTS (styles) && row->bare; i++)
    if (is_room_for (row, from, styles[i]))
      {
        row->style = styles[i];
        row->bare = FALSE;
      }
}

static char *
tell_day (const Row *row, const LiaisonTick *tick)
{
  if (row->bare)
    return g_strdup_printf ("%d", tick->wall.day);
  return liaison_words_format_date (row->canvas->manner->words, tick->start, row->zone, row->style);
}

/* The name of a step in the upper row: as long as there is room for. */
static char *
tell_above (Row *row, const LiaisonTick *tick, double room)
{
  LiaisonWords *words = row->canvas->manner->words;
  char text[LIAISON_TICK_LABEL_SIZE];

  if (row->level.unit == LIAISON_TICK_DAY)
    return tell_day (row, tick);
  if (row->level.unit == LIAISON_TICK_MONTH && room > 70)
    return liaison_words_format_date (words, tick->start, row->zone, LIAISON_DATE_MONTH);
  if (row->level.unit == LIAISON_TICK_HOUR)
    {
      g_autofree char *day =
          liaison_words_format_date (words, tick->start, row->zone, LIAISON_DATE_WEEKDAY_SHORT);
      liaison_tick_format (tick, row->level.unit, text);
      return g_strdup_printf ("%s  %s", day, text);
    }
  liaison_tick_format (tick, row->level.unit, text);
  return g_strdup (text);
}

/* Behind what stands there already. */
static double
give_way (const Row *row, double from, double width)
{
  for (guint i = 0; i < row->ruler->n_taken; i++)
    if (from < row->ruler->taken[i].until && from + width > row->ruler->taken[i].from)
      from = row->ruler->taken[i].until;
  return from;
}

static void
draw_above_cb (const LiaisonTick *tick, gpointer data)
{
  Row *row = data;
  LiaisonCanvas *canvas = row->canvas;
  double start = liaison_time_axis_get_position (row->axis, tick->start);
  double end = liaison_time_axis_get_position (row->axis, tick->end);
  /* What began before the window is named at its start. */
  double from = MAX (start, row->visible.x);
  g_autofree char *text = tell_above (row, tick, end - start);
  double width = 2 * GAP + liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL_BOLD);
  LiaisonBox box = { 0, row->row.y, 0, row->row.height };

  from = give_way (row, from, MIN (width, end - from));
  box.x = from + GAP;
  box.width = end - from - 2 * GAP;

  if (start >= row->visible.x)
    {
      liaison_canvas_add_vertical (canvas, start, row->row.y, row->row.height);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
      cairo_fill (canvas->cr);
    }
  /* Of a narrower rest nothing could be read. */
  if (box.width >= MIN (width - 2 * GAP, LEAST_UNITS))
    liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
}

static char *
tell_mark (Row *row, const LiaisonTick *tick, double room)
{
  LiaisonWords *words = row->canvas->manner->words;
  char text[LIAISON_TICK_LABEL_SIZE];
  gboolean midnight = tick->wall.hour == 0 && tick->wall.minute == 0;

  if (row->level.unit <= LIAISON_TICK_HOUR && row->names_days && midnight)
    return tell_day (row, tick);
  if (row->level.unit == LIAISON_TICK_DAY && room > 50)
    {
      g_autofree char *day =
          liaison_words_format_date (words, tick->start, row->zone, LIAISON_DATE_WEEKDAY_NARROW);
      return g_strdup_printf ("%s %d", day, tick->wall.day);
    }
  if (row->level.unit == LIAISON_TICK_WEEK)
    return liaison_words_format_date (words, tick->start, row->zone, LIAISON_DATE_SHORT);
  liaison_tick_format (tick, row->level.unit, text);
  return g_strdup (text);
}

static void
draw_mark_cb (const LiaisonTick *tick, gpointer data)
{
  Row *row = data;
  LiaisonCanvas *canvas = row->canvas;
  double start = liaison_time_axis_get_position (row->axis, tick->start);
  double end = liaison_time_axis_get_position (row->axis, tick->end);
  gboolean midnight =
      row->level.unit <= LIAISON_TICK_HOUR && tick->wall.hour == 0 && tick->wall.minute == 0;
  g_autofree char *text = tell_mark (row, tick, end - start);
  LiaisonBox box = { start + GAP, row->row.y, end - start - GAP - 1, row->row.height };
  gboolean bold = midnight && row->names_days;

  liaison_canvas_add_vertical (canvas, start,
                               midnight ? row->row.y : row->row.y + row->row.height / 2,
                               midnight ? row->row.height : row->row.height / 2);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
  liaison_canvas_draw_text (
      canvas, text, bold ? LIAISON_TEXT_SMALL_BOLD : LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
      liaison_canvas_get_role (canvas, bold ? LIAISON_ROLE_TEXT : LIAISON_ROLE_TEXT_DIM));
}

static void
draw_row (const LiaisonTimeRuler *self, Row *row, LiaisonTickFunc func)
{
  gint64 from = liaison_time_axis_get_time (row->axis, row->visible.x - MARK_UNITS);
  gint64 until = liaison_time_axis_get_time (row->axis, row->visible.x + row->visible.width) + 1;

  choose_style (row, from);
  liaison_ticks_foreach (row->zone, row->level, get_first_weekday (self, row->canvas), from, until,
                         func, row);
  liaison_canvas_add_horizontal (row->canvas, row->visible.x, row->row.y + row->row.height,
                                 row->visible.width);
  liaison_canvas_set_role (row->canvas, LIAISON_ROLE_LINE);
  cairo_fill (row->canvas->cr);
}

void
liaison_time_ruler_draw (const LiaisonTimeRuler *self,
                         LiaisonCanvas *canvas,
                         const LiaisonTimeAxis *axis,
                         const LiaisonBox *visible)
{
  double height = row_height (canvas);
  LiaisonTickLevel marks = liaison_time_ruler_get_level (axis);
  Row row = { canvas,
              axis,
              *visible,
              { visible->x, 0, visible->width, height },
              liaison_tick_level_above (marks),
              self->n_zones > 0 ? self->zones[0] : NULL,
              FALSE,
              self,
              LIAISON_DATE_SHORT,
              TRUE };

  draw_row (self, &row, draw_above_cb);
  row.level = marks;
  for (guint i = 0; i < self->n_zones; i++)
    {
      row.row.y += height;
      row.zone = self->zones[i];
      row.names_days = i > 0;
      draw_row (self, &row, draw_mark_cb);
    }
  liaison_canvas_add_horizontal (canvas, visible->x, row.row.y + height, visible->width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE_STRONG);
  cairo_fill (canvas->cr);
}

char *
liaison_time_ruler_tell_zone (const LiaisonManner *manner, const char *zone, gint64 seconds)
{
  g_autofree char *city = NULL;
  gint32 offset = 0;
  char letter;
  guint minutes;

  if (zone == NULL)
    /* Translators: Military for UTC, at the head of a ruler of time */
    return g_strdup (liaison_words_get (manner->words, N_ ("Zulu")));
  city = liaison_words_dup_zone (manner->words, zone);
  liaison_zone_get_offset (zone, seconds, &offset);
  letter = liaison_zone_offset_to_letter (offset);
  if (letter != 0)
    return g_strdup_printf ("%s (%c)", city, letter);
  minutes = (guint) ABS (offset) / 60;
  return g_strdup_printf ("%s (%c%02u%02u)", city, offset < 0 ? '-' : '+', minutes / 60,
                          minutes % 60);
}

void
liaison_time_ruler_draw_names (const LiaisonTimeRuler *self, LiaisonCanvas *canvas, double width)
{
  double height = row_height (canvas);

  for (guint i = 0; i < self->n_zones; i++)
    {
      g_autofree char *name =
          liaison_time_ruler_tell_zone (canvas->manner, self->zones[i], canvas->manner->now);
      LiaisonBox box = { 8, height * (i + 1), width - 16, height };
      liaison_canvas_draw_text (canvas, name, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_END,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
}

static void
add_line_cb (const LiaisonTick *tick, gpointer data)
{
  Row *row = data;
  double start = liaison_time_axis_get_position (row->axis, tick->start);

  if (start >= row->visible.x)
    liaison_canvas_add_vertical (row->canvas, start, row->visible.y, row->visible.height);
}

void
liaison_time_ruler_draw_lines (const LiaisonTimeRuler *self,
                               LiaisonCanvas *canvas,
                               const LiaisonTimeAxis *axis,
                               const LiaisonBox *visible)
{
  Row row = { .canvas = canvas, .axis = axis, .visible = *visible };
  LiaisonTickLevel marks = liaison_time_ruler_get_level (axis);
  LiaisonTickLevel levels[] = { marks, liaison_tick_level_above (marks) };
  static const LiaisonRole roles[] = { LIAISON_ROLE_LINE, LIAISON_ROLE_LINE_STRONG };

  for (guint i = 0; i < G_N_ELEMENTS (levels); i++)
    {
      gint64 from = liaison_time_axis_get_time (axis, visible->x);
      gint64 until = liaison_time_axis_get_time (axis, visible->x + visible->width) + 1;
      liaison_ticks_foreach (self->n_zones > 0 ? self->zones[0] : NULL, levels[i],
                             get_first_weekday (self, canvas), from, until, add_line_cb, &row);
      liaison_canvas_set_role (canvas, roles[i]);
      cairo_fill (canvas->cr);
    }
}
