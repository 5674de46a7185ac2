/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/day-chart-private.h"

#include "record/instant.h"
#include "words/dates.h"
#include "words/numbers.h"

#include <math.h>

#define PAPER_WIDTH  900.
#define PAPER_HEIGHT 420.
#define LEAST_HEIGHT 130.
#define LEAST_DAY    20.
#define MOST_DAY     72.
#define TOP          22. /* over the highest column, for numbers */
#define AROUND       7   /* days beside what is scrolled to */

/* How far a legend has come. */
typedef struct
{
  double x, y, shift, width;
} Legend;

G_DEFINE_FINAL_TYPE (LiaisonDayChart, liaison_day_chart, LIAISON_TYPE_DRAWING)

static void
part_clear (gpointer data)
{
  g_free (((Part *) data)->label);
  g_free (((Part *) data)->values);
}

double
liaison_day_chart_get_sum (LiaisonDayChart *self, guint day)
{
  double sum = 0;

  for (guint i = 0; i < self->parts->len; i++)
    sum += PART (i)->values[day];
  return sum;
}

gboolean
liaison_day_chart_find_highest (LiaisonDayChart *self, LiaisonBox *box)
{
  guint highest = 0;

  for (guint i = 0; i < self->n_days; i++)
    if (liaison_day_chart_get_sum (self, i) > liaison_day_chart_get_sum (self, highest))
      highest = i;
  if (self->n_days == 0)
    return FALSE;
  *box = (LiaisonBox){ MAX ((double) highest - AROUND, 0) * self->day_width, 0,
                       (2 * AROUND + 1) * self->day_width, self->height };
  return TRUE;
}

guint
liaison_day_chart_count_short (LiaisonDayChart *self)
{
  guint n = 0;

  for (guint i = 0; i < self->n_days; i++)
    n += day_chart_is_short (self, i);
  return n;
}

/* A step of 1, 2 or 5 times a power of ten, so that there are four to eight of them. */
static double
choose_step (double highest)
{
  double power = pow (10, floor (log10 (MAX (highest, 1) / 4)));
  static const double factors[] = { 1, 2, 5, 10 };

  power = MAX (power, 1);
  for (guint i = 0; i < G_N_ELEMENTS (factors); i++)
    if (highest / (power * factors[i]) <= 8)
      return power * factors[i];
  return power * 10;
}

static void
find_scale (LiaisonDayChart *self)
{
  double highest = 1;

  for (guint i = 0; i < self->n_days; i++)
    {
      highest = MAX (highest, liaison_day_chart_get_sum (self, i));
      if (!isnan (self->limits[i]))
        highest = MAX (highest, self->limits[i]);
    }
  self->step = choose_step (highest);
  self->highest = ceil (highest / self->step) * self->step;
}

static double
measure_axis (LiaisonDayChart *self, LiaisonCanvas *canvas)
{
  double width = 0;

  for (double at = 0; at <= self->highest + self->step / 2; at += self->step)
    {
      g_autofree char *text = liaison_words_format_integer (canvas->manner->words, (gint64) at);
      width = MAX (width, liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL));
    }
  return ceil (width + 18);
}

/* One piece of the legend: a sign and its text; where there is no room, on the next line. */
static void
add_to_legend (LiaisonDayChart *self,
               LiaisonCanvas *canvas,
               const char *text,
               const Part *part,
               gboolean limit,
               Legend *legend)
{
  LiaisonTextStyle style = part == NULL && !limit ? LIAISON_TEXT_SMALL_BOLD : LIAISON_TEXT_SMALL;
  double sign = limit ? 24 : part != NULL ? self->line + 2 : 0,
         width = liaison_canvas_measure_text (canvas, text, style) + 2;
  LiaisonBox box;

  if (legend->x > 4 && legend->x + sign + width > legend->width)
    {
      legend->x = 4;
      legend->y += self->line + 2;
    }
  box = (LiaisonBox){ legend->x + legend->shift + sign, legend->y, width, self->line };
  legend->x += sign + width + 14;
  if (canvas->cr == NULL)
    return;
  if (limit)
    {
      LiaisonBox line = { box.x - sign, box.y + self->line / 2 - 1, 18, 2 };
      liaison_canvas_fill_box (canvas, &line, liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
    }
  else if (part != NULL)
    {
      LiaisonBox square = { box.x - sign, box.y + 2, self->line - 4, self->line - 4 };
      liaison_canvas_fill_box (canvas, &square, &canvas->palette->hues[part->hue].fill);
      liaison_canvas_frame_box (canvas, &square, 1, &canvas->palette->hues[part->hue].edge);
    }
  liaison_canvas_draw_text (canvas, text, style, &box, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
}

/* Goes through the legend, drawing it where @canvas draws; returns its height. It stays where it is while
 * the days are scrolled by @shift. */
static double
walk_legend (LiaisonDayChart *self, LiaisonCanvas *canvas, double width, double shift)
{
  Legend legend = { 4, 5, shift, width };

  if (self->unit != NULL)
    add_to_legend (self, canvas, self->unit, NULL, FALSE, &legend);
  if (self->limit_label != NULL)
    add_to_legend (self, canvas, self->limit_label, NULL, TRUE, &legend);
  for (guint i = 0; i < self->parts->len; i++)
    add_to_legend (self, canvas, PART (i)->label, PART (i), FALSE, &legend);
  return ceil (legend.y + self->line + 6);
}

static void
chart_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonDayChart *self = LIAISON_DAY_CHART (drawing);
  double room = self->room_width > 0 ? self->room_width : PAPER_WIDTH,
         height = self->room_height > 0 ? self->room_height : PAPER_HEIGHT;
  LiaisonCanvas still = *canvas;

  still.cr = NULL;
  find_scale (self);
  self->line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);
  self->foot = ceil (2 * self->line + 10);
  size->head_width = measure_axis (self, canvas);
  self->legend_width = room - size->head_width - 8;
  self->legend = walk_legend (self, &still, self->legend_width, 0);
  size->head_height = self->legend;
  self->day_width =
      CLAMP (floor ((room - size->head_width - 8) / MAX (self->n_days, 1)), LEAST_DAY, MOST_DAY);
  self->height = MAX (height - self->legend - 2, LEAST_HEIGHT);
  size->width = self->day_width * self->n_days + 8;
  size->height = self->height;
}

/* The height of a value in the body. */
static double
place (LiaisonDayChart *self, double value)
{
  double room = self->height - self->foot - TOP;

  return TOP + room * (1 - value / self->highest);
}

static LiaisonBox
get_day_box (LiaisonDayChart *self, guint day)
{
  return (LiaisonBox){ day * self->day_width, 0, self->day_width, self->height };
}

static void
draw_grid (LiaisonDayChart *self, LiaisonCanvas *canvas)
{
  for (double at = 0; at <= self->highest + self->step / 2; at += self->step)
    liaison_canvas_add_horizontal (canvas, 0, place (self, at), self->day_width * self->n_days + 8);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
}

static void
draw_axis (LiaisonDayChart *self, LiaisonCanvas *canvas, double width)
{
  for (double at = 0; at <= self->highest + self->step / 2; at += self->step)
    {
      g_autofree char *text = liaison_words_format_integer (canvas->manner->words, (gint64) at);
      LiaisonBox box = { 4, place (self, at) - self->line / 2, width - 10, self->line };

      liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_END,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
}

static gboolean
is_weekend (gint32 day)
{
  return ((day + 3) % 7 + 7) % 7 >= 5;
}

/* Every day its number; the first of a month, and the day that is @leading what is seen, the month too. */
static void
draw_date (LiaisonDayChart *self, LiaisonCanvas *canvas, guint index, guint leading)
{
  gint32 day = self->first + (gint32) index;
  LiaisonBox box = { index * self->day_width, self->height - self->foot + 4, self->day_width,
                     self->line };
  int year, month, number;
  g_autofree char *text = NULL, *name = NULL;

  liaison_date_from_days (day, &year, &month, &number);
  text = liaison_words_format_integer (canvas->manner->words, number);
  liaison_canvas_draw_text (canvas, text,
                            day == self->today ? LIAISON_TEXT_SMALL_BOLD : LIAISON_TEXT_SMALL, &box,
                            LIAISON_ALIGN_CENTRE,
                            liaison_canvas_get_role (canvas, day == self->today
                                                                 ? LIAISON_ROLE_NOW
                                                                 : LIAISON_ROLE_TEXT));
  if (index != leading && number != 1)
    return;
  /* A month that ends at once gives its place to the next. */
  if (index == leading && number > 1)
    {
      int next_year, next_month, next_number;

      liaison_date_from_days (day + 3, &next_year, &next_month, &next_number);
      if (next_month != month && self->n_days > 4)
        return;
    }
  name = liaison_words_format_day (canvas->manner->words, day, LIAISON_DATE_MONTH);
  box.y += self->line;
  box.width = MAX (self->day_width * (self->n_days - index), self->day_width);
  box.x += 3;
  liaison_canvas_draw_text (canvas, name, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_missing (LiaisonDayChart *self, LiaisonCanvas *canvas, guint day, const LiaisonBox *bar)
{
  double sum = liaison_day_chart_get_sum (self, day), limit = self->limits[day];
  double top = place (self, sum), low = place (self, limit);
  LiaisonBox over = { bar->x, top, bar->width, MAX (low - top, 2) };
  const LiaisonColour *error = liaison_canvas_get_role (canvas, LIAISON_ROLE_ERROR);
  g_autofree char *number =
      liaison_words_format_integer (canvas->manner->words, (gint64) (limit - sum));
  LiaisonBox text = { day * self->day_width - 6, top - self->line - 3, self->day_width + 12,
                      self->line };

  liaison_canvas_hatch (canvas, &over, 5, error);
  liaison_canvas_frame_box (canvas, &over, 2, error);
  liaison_canvas_draw_text (canvas, number, LIAISON_TEXT_SMALL_BOLD, &text, LIAISON_ALIGN_CENTRE,
                            error);
}

static void
draw_day (LiaisonDayChart *self, LiaisonCanvas *canvas, guint day, guint leading)
{
  LiaisonBox ground = get_day_box (self, day);
  double inset = MAX (2, floor (self->day_width * .12)), sum = 0;
  LiaisonBox bar = { ground.x + inset, 0, self->day_width - 2 * inset, 0 };

  ground.height -= self->foot;
  if (is_weekend (self->first + (gint32) day))
    liaison_canvas_fill_box (canvas, &ground,
                             liaison_canvas_get_role (canvas, LIAISON_ROLE_SHADE));
  for (guint i = 0; i < self->parts->len; i++)
    {
      const LiaisonCategoryColours *colours = &canvas->palette->hues[PART (i)->hue];
      double value = PART (i)->values[day];

      if (value <= 0)
        continue;
      bar.y = place (self, sum + value);
      bar.height = place (self, sum) - bar.y;
      liaison_canvas_fill_box (canvas, &bar, &colours->fill);
      /* Parts that are told apart by colour alone have an edge between them too. */
      liaison_canvas_frame_box (canvas, &bar, 1, &colours->edge);
      sum += value;
    }
  if (day_chart_is_short (self, day))
    draw_missing (self, canvas, day, &bar);
  draw_date (self, canvas, day, leading);
}

/* A thick line in steps. */
static void
draw_limit (LiaisonDayChart *self, LiaisonCanvas *canvas)
{
  const LiaisonColour *colour = liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT);

  for (guint i = 0; i < self->n_days; i++)
    {
      LiaisonBox line = { i * self->day_width, 0, self->day_width, 2 };

      if (isnan (self->limits[i]))
        continue;
      line.y = place (self, self->limits[i]) - 1;
      liaison_canvas_fill_box (canvas, &line, colour);
      if (i > 0 && !isnan (self->limits[i - 1]) && self->limits[i - 1] != self->limits[i])
        {
          double other = place (self, self->limits[i - 1]) - 1;
          LiaisonBox riser = { line.x - 1, MIN (other, line.y), 2, fabs (other - line.y) + 2 };
          liaison_canvas_fill_box (canvas, &riser, colour);
        }
    }
}

static void
chart_draw (LiaisonDrawing *drawing,
            LiaisonCanvas *canvas,
            LiaisonDrawingPart part,
            const LiaisonBox *visible)
{
  LiaisonDayChart *self = LIAISON_DAY_CHART (drawing);
  guint first = (guint) MAX (visible->x / self->day_width - 2, 0),
        last = (guint) MIN ((visible->x + visible->width) / self->day_width + 2, self->n_days),
        leading = (guint) MAX (ceil (visible->x / self->day_width), 0);

  if (part == LIAISON_PART_START)
    draw_axis (self, canvas, visible->width);
  /* The legend stays where it is while the days are scrolled. */
  else if (part == LIAISON_PART_ABOVE)
    walk_legend (self, canvas, self->legend_width, visible->x);
  if (part != LIAISON_PART_BODY || self->n_days == 0)
    return;
  draw_grid (self, canvas);
  for (guint i = first; i < last; i++)
    draw_day (self, canvas, i, leading);
  draw_limit (self, canvas);
}

static void
fill_hit (LiaisonDayChart *self, guint day, LiaisonHit *hit)
{
  *hit = (LiaisonHit){ .part = LIAISON_PART_BODY, .box = get_day_box (self, day), .index = day };
}

static gboolean
chart_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonDayChart *self = LIAISON_DAY_CHART (drawing);

  if (part != LIAISON_PART_BODY || x < 0 || x >= self->day_width * self->n_days)
    return FALSE;
  fill_hit (self, (guint) (x / self->day_width), hit);
  return TRUE;
}

static gboolean
chart_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  LiaisonDayChart *self = LIAISON_DAY_CHART (drawing);
  gint64 day = from != NULL ? (gint64) from->index : -1;

  if (self->n_days == 0)
    return FALSE;
  if (from == NULL || step == LIAISON_STEP_FIRST)
    day = 0;
  else if (step == LIAISON_STEP_LAST)
    day = self->n_days - 1;
  else if (step == LIAISON_STEP_START || step == LIAISON_STEP_END)
    day += step == LIAISON_STEP_START ? -1 : 1;
  else
    return FALSE;
  if (day < 0 || day >= self->n_days)
    return FALSE;
  fill_hit (self, (guint) day, to);
  return TRUE;
}

static void
liaison_day_chart_finalize (GObject *object)
{
  LiaisonDayChart *self = LIAISON_DAY_CHART (object);

  g_array_unref (self->parts);
  g_free (self->limits);
  g_free (self->limit_label);
  g_free (self->unit);

  G_OBJECT_CLASS (liaison_day_chart_parent_class)->finalize (object);
}

static GPtrArray *
make_table (LiaisonDrawing *drawing, const LiaisonManner *manner)
{
  return liaison_day_chart_make_table (LIAISON_DAY_CHART (drawing), manner);
}

static void
liaison_day_chart_class_init (LiaisonDayChartClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_day_chart_finalize;
  drawing_class->measure = chart_measure;
  drawing_class->draw = chart_draw;
  drawing_class->find = chart_find;
  drawing_class->step = chart_step;
  drawing_class->tell = day_chart_tell;
  drawing_class->make_table = make_table;
}

static void
liaison_day_chart_init (LiaisonDayChart *self)
{
  self->parts = g_array_new (FALSE, TRUE, sizeof (Part));
  g_array_set_clear_func (self->parts, part_clear);
  self->limits = g_new0 (double, 1);
  self->today = LIAISON_DATE_UNSET;
}

LiaisonDayChart *
liaison_day_chart_new (void)
{
  return g_object_new (LIAISON_TYPE_DAY_CHART, NULL);
}

void
liaison_day_chart_begin (LiaisonDayChart *self, gint32 first, guint n_days)
{
  g_array_set_size (self->parts, 0);
  g_clear_pointer (&self->limits, g_free);
  g_clear_pointer (&self->limit_label, g_free);
  g_clear_pointer (&self->unit, g_free);
  self->first = first;
  self->n_days = n_days;
  self->limits = g_new (double, MAX (n_days, 1));
  for (guint i = 0; i < n_days; i++)
    self->limits[i] = NAN;
}

guint
liaison_day_chart_add_part (LiaisonDayChart *self, const char *label, LiaisonHue hue)
{
  Part part = { g_strdup (label), hue, g_new0 (double, MAX (self->n_days, 1)) };

  g_array_append_val (self->parts, part);
  return self->parts->len - 1;
}

void
liaison_day_chart_set_value (LiaisonDayChart *self, guint part, guint day, double value)
{
  g_return_if_fail (part < self->parts->len && day < self->n_days);

  PART (part)->values[day] = value;
}

void
liaison_day_chart_set_limit (LiaisonDayChart *self, guint day, double limit)
{
  g_return_if_fail (day < self->n_days);

  self->limits[day] = limit;
}

void
liaison_day_chart_set_labels (LiaisonDayChart *self, const char *limit, const char *unit)
{
  g_free (self->limit_label);
  g_free (self->unit);
  self->limit_label = g_strdup (limit);
  self->unit = g_strdup (unit);
}

void
liaison_day_chart_set_today (LiaisonDayChart *self, gint32 today)
{
  self->today = today;
}

void
liaison_day_chart_end (LiaisonDayChart *self)
{
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_day_chart_set_room (LiaisonDayChart *self, double width, double height)
{
  if (self->room_width == width && self->room_height == height)
    return;
  self->room_width = width;
  self->room_height = height;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}
