/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/process-strip.h"

#include "draw/side-by-side.h"
#include "record/instant.h"
#include "words/dates.h"

#include <math.h>

#define PAPER_WIDTH 900.
#define MARGIN      8.
#define DIAMOND     6.

typedef struct
{
  LiaisonId record;
  char *label;
  gint32 first, last; /* days */
  guint row;
  LiaisonProcessState state;
  double done; /* share of its products */
} StripBar;

typedef struct
{
  LiaisonId record;
  char *label;
  gint32 day;
  LiaisonProcessState state;
} StripPoint;

struct _LiaisonProcessStrip
{
  LiaisonDrawing parent_instance;

  /* Owned */
  GArray *bars;   /* of StripBar */
  GArray *points; /* of StripPoint: conferences */
  GHashTable *selected;

  gint32 first, last, today, startex, endex;
  guint n_rows;
  double room;

  /* Found out */
  double line, row, width;
};

G_DEFINE_FINAL_TYPE (LiaisonProcessStrip, liaison_process_strip, LIAISON_TYPE_DRAWING)

static void
bar_clear (gpointer data)
{
  g_free (((StripBar *) data)->label);
}

static void
point_clear (gpointer data)
{
  g_free (((StripPoint *) data)->label);
}

static double
place (const LiaisonProcessStrip *self, gint32 day)
{
  double days = MAX (self->last - self->first, 1);
  return MARGIN + (self->width - 2 * MARGIN) * (day - self->first) / days;
}

static void
strip_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonProcessStrip *self = LIAISON_PROCESS_STRIP (drawing);

  self->width = self->room > 0 ? self->room : PAPER_WIDTH;
  self->line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);
  self->row = ceil (self->line + 8);
  size->width = self->width;
  size->height = ceil (2 * self->line + 10 + MAX (self->n_rows, 1) * self->row + 2 * DIAMOND + 8);
}

static double
get_bars_top (const LiaisonProcessStrip *self)
{
  return self->line + 6;
}

static double
get_points_y (const LiaisonProcessStrip *self)
{
  return get_bars_top (self) + MAX (self->n_rows, 1) * self->row + DIAMOND + 2;
}

static LiaisonBox
get_bar_box (const LiaisonProcessStrip *self, const StripBar *bar)
{
  double from = place (self, bar->first), until = place (self, bar->last + 1);
  return (LiaisonBox){ from, get_bars_top (self) + bar->row * self->row, MAX (until - from - 1, 3),
                       self->row - 3 };
}

static LiaisonBox
get_point_box (const LiaisonProcessStrip *self, const StripPoint *point)
{
  return (LiaisonBox){ place (self, point->day) - DIAMOND, get_points_y (self) - DIAMOND,
                       2 * DIAMOND, 2 * DIAMOND };
}

static LiaisonHue
get_hue (LiaisonProcessState state)
{
  static const LiaisonHue hues[] = {
    [LIAISON_PROCESS_UNKNOWN] = LIAISON_HUE_GREY, [LIAISON_PROCESS_UPCOMING] = LIAISON_HUE_BLUE,
    [LIAISON_PROCESS_RUNNING] = LIAISON_HUE_TEAL, [LIAISON_PROCESS_DONE] = LIAISON_HUE_GREEN,
    [LIAISON_PROCESS_LATE] = LIAISON_HUE_RED,     [LIAISON_PROCESS_DROPPED] = LIAISON_HUE_GREY,
  };
  return hues[state];
}

/* A line at the first of each month, named where there is room. */
static void
draw_months (LiaisonProcessStrip *self, LiaisonCanvas *canvas, double height)
{
  int year, month, day;
  double named = -1e9;

  liaison_date_from_days (self->first, &year, &month, &day);
  for (gint32 at = self->first; at <= self->last;)
    {
      double x;
      g_autofree char *name = NULL;

      month = month == 12 ? 1 : month + 1;
      year += month == 1;
      if (!liaison_days_from_date (year, month, 1, &at) || at > self->last)
        break;
      x = place (self, at);
      liaison_canvas_add_vertical (canvas, x, 0, height);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
      cairo_fill (canvas->cr);
      name = liaison_words_format_day (canvas->manner->words, at, LIAISON_DATE_MONTH);
      if (x < named + 12)
        continue;
      LiaisonBox box = { x + 4, 0, self->width - x - 4, self->line };
      named =
          x + 4
          + liaison_canvas_draw_text (canvas, name, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                      liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
}

static void
draw_bar (LiaisonProcessStrip *self, LiaisonCanvas *canvas, const StripBar *bar)
{
  const LiaisonCategoryColours *colours = &canvas->palette->hues[get_hue (bar->state)];
  LiaisonBox box = get_bar_box (self, bar), done = box,
             text = { box.x + 5, box.y, box.width - 8, box.height };

  liaison_canvas_fill_box (canvas, &box, &colours->fill);
  done.y = box.y + box.height - 3;
  done.height = 3;
  done.width = box.width * bar->done;
  if (done.width > 0)
    liaison_canvas_fill_box (canvas, &done, &colours->edge);
  if (canvas->palette->outlined)
    liaison_canvas_frame_box (canvas, &box, 1, &colours->edge);
  if (text.width > 14)
    liaison_canvas_draw_text (canvas, bar->label, LIAISON_TEXT_SMALL, &text, LIAISON_ALIGN_START,
                              &colours->text);
  if (!liaison_canvas_is_paper (canvas) && g_hash_table_contains (self->selected, &bar->record))
    liaison_canvas_frame_box (canvas, &box, 2,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
}

static void
draw_point (LiaisonProcessStrip *self, LiaisonCanvas *canvas, const StripPoint *point)
{
  double x = place (self, point->day), y = get_points_y (self), px, py;
  gboolean selected =
      !liaison_canvas_is_paper (canvas) && g_hash_table_contains (self->selected, &point->record);
  double reach = selected ? DIAMOND + 1 : DIAMOND;
  const double corners[4][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };

  for (guint i = 0; i < 4; i++)
    {
      liaison_canvas_place (canvas, x + corners[i][0] * reach, y + corners[i][1] * reach, &px, &py);
      if (i == 0)
        cairo_move_to (canvas->cr, px, py);
      else
        cairo_line_to (canvas->cr, px, py);
    }
  cairo_close_path (canvas->cr);
  if (selected)
    liaison_canvas_set_role (canvas, LIAISON_ROLE_ACCENT);
  else
    liaison_canvas_set_colour (canvas, &canvas->palette->hues[get_hue (point->state)].edge);
  cairo_fill (canvas->cr);
}

/* A line through everything with a name at its foot. */
static void
draw_mark (LiaisonProcessStrip *self,
           LiaisonCanvas *canvas,
           gint32 day,
           const char *name,
           LiaisonRole role,
           double height)
{
  LiaisonBox line, box;
  double width;

  if (day == LIAISON_DATE_UNSET || day < self->first || day > self->last)
    return;
  line = (LiaisonBox){ place (self, day) - 1, 2, 2, height - 2 };
  liaison_canvas_fill_box (canvas, &line, liaison_canvas_get_role (canvas, role));
  width = liaison_canvas_measure_text (canvas, name, LIAISON_TEXT_SMALL_BOLD);
  box = (LiaisonBox){ line.x + 5, height - self->line - 1, width + 2, self->line };
  if (box.x + box.width > self->width)
    box.x = line.x - width - 5;
  liaison_canvas_draw_text (
      canvas, name, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
      liaison_canvas_get_role (canvas, role == LIAISON_ROLE_NOW ? role : LIAISON_ROLE_TEXT));
}

static void
strip_draw (LiaisonDrawing *drawing,
            LiaisonCanvas *canvas,
            LiaisonDrawingPart part,
            const LiaisonBox *visible)
{
  LiaisonProcessStrip *self = LIAISON_PROCESS_STRIP (drawing);
  double height = get_points_y (self) + DIAMOND + self->line + 4;
  g_autofree char *today = NULL;

  if (part != LIAISON_PART_BODY || self->bars->len + self->points->len == 0)
    return;
  draw_months (self, canvas, get_points_y (self) + DIAMOND);
  for (guint i = 0; i < self->bars->len; i++)
    draw_bar (self, canvas, &g_array_index (self->bars, StripBar, i));
  for (guint i = 0; i < self->points->len; i++)
    draw_point (self, canvas, &g_array_index (self->points, StripPoint, i));
  today = liaison_words_format_relative_days (canvas->manner->words, 0);
  draw_mark (self, canvas, self->today, today, LIAISON_ROLE_NOW, height);
  draw_mark (self, canvas, self->startex, "STARTEX", LIAISON_ROLE_CRITICAL, height);
}

static gboolean
strip_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonProcessStrip *self = LIAISON_PROCESS_STRIP (drawing);

  for (guint i = self->points->len; i > 0; i--)
    {
      const StripPoint *point = &g_array_index (self->points, StripPoint, i - 1);
      hit->box = get_point_box (self, point);
      if (liaison_box_contains (&hit->box, x, y))
        {
          hit->record = point->record;
          hit->index = self->bars->len + i - 1;
          return TRUE;
        }
    }
  for (guint i = 0; i < self->bars->len; i++)
    {
      const StripBar *bar = &g_array_index (self->bars, StripBar, i);
      hit->box = get_bar_box (self, bar);
      if (liaison_box_contains (&hit->box, x, y))
        {
          hit->record = bar->record;
          hit->index = i;
          return TRUE;
        }
    }
  return FALSE;
}

static char *
strip_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonProcessStrip *self = LIAISON_PROCESS_STRIP (drawing);
  g_autofree char *from = NULL, *until = NULL;

  if (hit->index < self->bars->len)
    {
      const StripBar *bar = &g_array_index (self->bars, StripBar, hit->index);
      from = liaison_words_format_day (manner->words, bar->first, LIAISON_DATE_MEDIUM);
      until = liaison_words_format_day (manner->words, bar->last, LIAISON_DATE_MEDIUM);
      return g_strdup_printf ("%s\n%s – %s", bar->label, from, until);
    }
  if (hit->index - self->bars->len >= self->points->len)
    return NULL;
  const StripPoint *point = &g_array_index (self->points, StripPoint, hit->index - self->bars->len);
  from = liaison_words_format_day (manner->words, point->day, LIAISON_DATE_FULL);
  return g_strdup_printf ("%s\n%s", point->label, from);
}

static void
liaison_process_strip_finalize (GObject *object)
{
  LiaisonProcessStrip *self = LIAISON_PROCESS_STRIP (object);

  g_array_unref (self->bars);
  g_array_unref (self->points);
  g_hash_table_unref (self->selected);

  G_OBJECT_CLASS (liaison_process_strip_parent_class)->finalize (object);
}

static void
liaison_process_strip_class_init (LiaisonProcessStripClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_process_strip_finalize;
  drawing_class->measure = strip_measure;
  drawing_class->draw = strip_draw;
  drawing_class->find = strip_find;
  drawing_class->tell = strip_tell;
}

static void
liaison_process_strip_init (LiaisonProcessStrip *self)
{
  self->bars = g_array_new (FALSE, TRUE, sizeof (StripBar));
  self->points = g_array_new (FALSE, TRUE, sizeof (StripPoint));
  g_array_set_clear_func (self->bars, bar_clear);
  g_array_set_clear_func (self->points, point_clear);
  self->selected = g_hash_table_new_full (liaison_id_hash, liaison_id_equal, g_free, NULL);
}

LiaisonProcessStrip *
liaison_process_strip_new (void)
{
  return g_object_new (LIAISON_TYPE_PROCESS_STRIP, NULL);
}

static void
reach (LiaisonProcessStrip *self, gint32 day)
{
  if (day == LIAISON_DATE_UNSET)
    return;
  self->first = MIN (self->first, day);
  self->last = MAX (self->last, day);
}

static void
add_points (LiaisonProcessStrip *self,
            const LiaisonProcess *process,
            const GArray *conferences,
            const LiaisonManner *manner)
{
  for (guint i = 0; i < conferences->len; i++)
    {
      const LiaisonProcessConference *conference =
          &g_array_index (conferences, LiaisonProcessConference, i);
      StripPoint point = { conference->event->id, NULL, 0, conference->state };

      if (!conference->timed)
        continue;
      point.label = liaison_manner_tell_block_name (manner, conference->event);
      point.day = liaison_process_find_day (process->zone, conference->start);
      reach (self, point.day);
      g_array_append_val (self->points, point);
    }
}

static void
add_bar (LiaisonProcessStrip *self, const LiaisonProcessStage *stage, const LiaisonManner *manner)
{
  StripBar bar = {
    .record = stage->stage->id, .first = stage->start, .last = stage->end, .state = stage->state
  };

  if (stage->start == LIAISON_DATE_UNSET)
    return;
  if (bar.last == LIAISON_DATE_UNSET || bar.last < bar.first)
    bar.last = bar.first;
  bar.label = liaison_manner_tell_block_name (manner, stage->stage);
  bar.done = stage->products->len > 0 ? (double) stage->n_products_done / stage->products->len : 0;
  reach (self, bar.first);
  reach (self, bar.last + 1);
  g_array_append_val (self->bars, bar);
}

static void
find_rows (LiaisonProcessStrip *self)
{
  g_autofree LiaisonPlacedSpan *spans = g_new0 (LiaisonPlacedSpan, MAX (self->bars->len, 1));

  for (guint i = 0; i < self->bars->len; i++)
    {
      const StripBar *bar = &g_array_index (self->bars, StripBar, i);
      spans[i] = (LiaisonPlacedSpan){ .start = bar->first, .end = bar->last + 1, .tag = i };
    }
  liaison_place_side_by_side (spans, self->bars->len, 1);
  self->n_rows = 1;
  for (guint i = 0; i < self->bars->len; i++)
    {
      g_array_index (self->bars, StripBar, spans[i].tag).row = spans[i].place;
      self->n_rows = MAX (self->n_rows, spans[i].places);
    }
}

void
liaison_process_strip_set (LiaisonProcessStrip *self,
                           const LiaisonProcess *process,
                           const LiaisonManner *manner)
{
  g_array_set_size (self->bars, 0);
  g_array_set_size (self->points, 0);
  self->first = G_MAXINT32;
  self->last = G_MININT32;
  self->today = process->today;
  self->startex = process->startex;
  self->endex = process->endex;
  for (guint i = 0; i < process->stages->len; i++)
    {
      const LiaisonProcessStage *stage = process->stages->pdata[i];
      add_bar (self, stage, manner);
      add_points (self, process, stage->conferences, manner);
    }
  add_points (self, process, process->others, manner);
  if (self->first > self->last)
    self->first = self->last = 0;
  find_rows (self);
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_process_strip_set_room (LiaisonProcessStrip *self, double width)
{
  if (self->room == width)
    return;
  self->room = width;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_process_strip_set_selection (LiaisonProcessStrip *self, const LiaisonId *ids, guint n)
{
  g_hash_table_remove_all (self->selected);
  for (guint i = 0; i < n; i++)
    g_hash_table_add (self->selected, g_memdup2 (&ids[i], sizeof ids[i]));
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}
