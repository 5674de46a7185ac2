/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/step-chart.h"

#include "arrangements/days.h"
#include "draw/chart-tables.h"
#include "record/instant.h"
#include "record/record.h"
#include "words/dates.h"
#include "words/sentence.h"
#include "words/printed.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAPER_WIDTH 1000.
#define LEAST_BODY  320.
#define MARGIN      10.
#define DIAMOND     6.

typedef struct
{
  char *label;
  gint32 first, last; /* days, both within */
  gboolean done, late;
} Bar;

typedef struct
{
  LiaisonId record;
  char *label, *detail, *told;
  LiaisonAgreementState state;
  gint32 needed, last_day, in_force, expires;
  GArray *bars; /* of Bar */
} Row;

struct _LiaisonStepChart
{
  LiaisonDrawing parent_instance;

  /* Owned */
  GArray *rows;
  GPtrArray *table; /* of GStrv: the same as rows of text */

  gint32 first, last, today, startex, endex;
  double room;

  /* Found out */
  double width, row, line, head;
};

G_DEFINE_FINAL_TYPE (LiaisonStepChart, liaison_step_chart, LIAISON_TYPE_DRAWING)

#define ROW(i) (&g_array_index (self->rows, Row, i))

static void
bar_clear (gpointer data)
{
  g_free (((Bar *) data)->label);
}

static void
row_clear (gpointer data)
{
  Row *row = data;

  g_free (row->label);
  g_free (row->detail);
  g_free (row->told);
  g_array_unref (row->bars);
}

LiaisonHue
liaison_step_chart_get_hue (LiaisonAgreementState state)
{
  static const LiaisonHue hues[] = {
    [LIAISON_AGREEMENT_IN_FORCE] = LIAISON_HUE_GREEN,
    [LIAISON_AGREEMENT_IN_TIME] = LIAISON_HUE_BLUE,
    [LIAISON_AGREEMENT_SOON] = LIAISON_HUE_ORANGE,
    [LIAISON_AGREEMENT_LATE] = LIAISON_HUE_RED,
    [LIAISON_AGREEMENT_UNDATED] = LIAISON_HUE_GREY,
    [LIAISON_AGREEMENT_OVER] = LIAISON_HUE_GREY,
    [LIAISON_AGREEMENT_MISSING] = LIAISON_HUE_RED,
  };
  return hues[state];
}

static double
place (const LiaisonStepChart *self, gint32 day)
{
  return MARGIN
         + (self->width - 2 * MARGIN) * ((double) day - self->first)
               / MAX ((double) self->last - self->first, 1);
}

static void
chart_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);
  double room = self->room > 0 ? self->room : PAPER_WIDTH, widest = 120;

  self->line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);
  self->row = ceil (2 * self->line + 10);
  for (guint i = 0; i < self->rows->len; i++)
    widest = MAX (widest, liaison_canvas_measure_text (canvas, ROW (i)->label, LIAISON_TEXT_BODY));
  self->head = ceil (MIN (widest + 22, MAX (room * .3, 160)));
  self->width = MAX (room - self->head, LEAST_BODY);
  size->width = self->width;
  size->head_width = self->head;
  size->head_height = ceil (2 * self->line + 10);
  size->height = self->rows->len * self->row + 6;
}

static LiaisonBox
get_row_box (const LiaisonStepChart *self, guint row)
{
  return (LiaisonBox){ 0, row * self->row, self->width, self->row };
}

static LiaisonBox
get_bar_box (const LiaisonStepChart *self, guint row, const Bar *bar)
{
  double from = place (self, bar->first), until = place (self, bar->last + 1);

  return (LiaisonBox){ from, row * self->row + 5, MAX (until - from - 1, 2), self->row - 12 };
}

/* A line at the first of each month; in the head its name. */
static void
draw_months (LiaisonStepChart *self, LiaisonCanvas *canvas, double height, gboolean named)
{
  double named_until = -1e9;
  int year, month, day;

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
      liaison_canvas_add_vertical (canvas, x, named ? height - 5 : 0, named ? 5 : height);
      liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
      cairo_fill (canvas->cr);
      name = liaison_words_format_day (canvas->manner->words, at, LIAISON_DATE_MONTH);
      if (!named || x < named_until + 12)
        continue;
      LiaisonBox box = { x + 2, height - self->line - 4, self->width - x - 4, self->line };
      named_until =
          x
          + liaison_canvas_draw_text (canvas, name, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                      liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
}

/* A line through all rows; in the head its name. Returns where the name ends. */
static void
draw_mark (LiaisonStepChart *self,
           LiaisonCanvas *canvas,
           gint32 day,
           const char *name,
           LiaisonRole role,
           double height,
           double *named_until)
{
  LiaisonBox line;

  if (day == LIAISON_DATE_UNSET || day < self->first || day > self->last)
    return;
  line = (LiaisonBox){ place (self, day) - 1, named_until != NULL ? height - 6 : 0, 2,
                       named_until != NULL ? 6 : height };
  liaison_canvas_fill_box (canvas, &line, liaison_canvas_get_role (canvas, role));
  if (named_until == NULL)
    return;
  double width = liaison_canvas_measure_text (canvas, name, LIAISON_TEXT_SMALL_BOLD) + 2;
  LiaisonBox box = { MIN (line.x + 4, self->width - width - 2), 2, width, self->line };
  if (box.x < *named_until)
    return;
  liaison_canvas_draw_text (canvas, name, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, role));
  *named_until = box.x + width + 8;
}

static void
draw_marks (LiaisonStepChart *self, LiaisonCanvas *canvas, double height, gboolean named)
{
  g_autofree char *today = liaison_words_format_relative_days (canvas->manner->words, 0);
  double named_until = -1e9, *until = named ? &named_until : NULL;

  draw_mark (self, canvas, self->today, today, LIAISON_ROLE_NOW, height, until);
  draw_mark (self, canvas, self->startex, "STARTEX", LIAISON_ROLE_CRITICAL, height, until);
  draw_mark (self, canvas, self->endex, "ENDEX", LIAISON_ROLE_CRITICAL, height, until);
}

static void
draw_bar (LiaisonStepChart *self, LiaisonCanvas *canvas, guint row, const Bar *bar)
{
  const LiaisonCategoryColours *colours = &canvas->palette->hues[bar->done   ? LIAISON_HUE_GREEN
                                                                 : bar->late ? LIAISON_HUE_RED
                                                                             : LIAISON_HUE_BLUE];
  LiaisonBox box = get_bar_box (self, row, bar), text = box;

  liaison_canvas_fill_box (canvas, &box, &colours->fill);
  liaison_canvas_frame_box (canvas, &box, 1, &colours->edge);
  /* Late is hatched too: not told by colour alone. */
  if (bar->late)
    liaison_canvas_hatch (canvas, &box, 6, &colours->edge);
  text.x += 4;
  text.width -= 6;
  if (text.width > 24)
    liaison_canvas_draw_text (canvas, bar->label, LIAISON_TEXT_SMALL, &text, LIAISON_ALIGN_START,
                              &colours->text);
}

static void
draw_diamond (LiaisonCanvas *canvas, double x, double y, const LiaisonColour *colour)
{
  static const double corners[4][2] = { { 0, -1 }, { 1, 0 }, { 0, 1 }, { -1, 0 } };
  double px, py;

  cairo_new_path (canvas->cr);
  for (guint i = 0; i < 4; i++)
    {
      liaison_canvas_place (canvas, x + corners[i][0] * DIAMOND, y + corners[i][1] * DIAMOND, &px,
                            &py);
      if (i == 0)
        cairo_move_to (canvas->cr, px, py);
      else
        cairo_line_to (canvas->cr, px, py);
    }
  cairo_close_path (canvas->cr);
  liaison_canvas_set_colour (canvas, colour);
  cairo_fill (canvas->cr);
}

static void
draw_row (LiaisonStepChart *self, LiaisonCanvas *canvas, guint index)
{
  const Row *row = ROW (index);
  LiaisonBox box = get_row_box (self, index);
  const LiaisonCategoryColours *colours =
      &canvas->palette->hues[liaison_step_chart_get_hue (row->state)];

  if (row->in_force != LIAISON_DATE_UNSET)
    {
      gint32 until =
          row->expires != LIAISON_DATE_UNSET ? MIN (row->expires, self->last) : self->last;
      double from = place (self, MAX (row->in_force, self->first));
      LiaisonBox valid = { from, box.y + self->row - 6, MAX (place (self, until) - from, 0), 3 };

      liaison_canvas_fill_box (canvas, &valid, &canvas->palette->hues[LIAISON_HUE_GREEN].edge);
    }
  for (guint i = 0; i < row->bars->len; i++)
    draw_bar (self, canvas, index, &g_array_index (row->bars, Bar, i));
  if (row->needed != LIAISON_DATE_UNSET && row->needed >= self->first && row->needed <= self->last)
    draw_diamond (canvas, place (self, row->needed), box.y + self->row / 2, &colours->edge);
  liaison_canvas_add_horizontal (canvas, 0, box.y + self->row - 1, self->width);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
}

static void
draw_head (LiaisonStepChart *self, LiaisonCanvas *canvas, guint index)
{
  const Row *row = ROW (index);
  LiaisonBox box = { 12, index * self->row + 3, self->head - 16, self->line + 2 };
  LiaisonBox edge = { 0, index * self->row + 2, 4, self->row - 5 };

  liaison_canvas_fill_box (canvas, &edge,
                           &canvas->palette->hues[liaison_step_chart_get_hue (row->state)].edge);
  liaison_canvas_draw_text (canvas, row->label, LIAISON_TEXT_BODY, &box, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
  box.y += self->line + 2;
  liaison_canvas_draw_text (
      canvas, row->detail, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
      liaison_canvas_get_role (canvas, row->state == LIAISON_AGREEMENT_LATE
                                               || row->state == LIAISON_AGREEMENT_MISSING
                                           ? LIAISON_ROLE_ERROR
                                           : LIAISON_ROLE_TEXT_DIM));
  liaison_canvas_add_horizontal (canvas, 0, index * self->row + self->row - 1, self->head);
  liaison_canvas_set_role (canvas, LIAISON_ROLE_LINE);
  cairo_fill (canvas->cr);
}

static void
chart_draw (LiaisonDrawing *drawing,
            LiaisonCanvas *canvas,
            LiaisonDrawingPart part,
            const LiaisonBox *visible)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);
  guint first = (guint) MAX (visible->y / self->row, 0),
        last = (guint) MIN ((visible->y + visible->height) / self->row + 1, self->rows->len);
  double bottom = MAX (visible->y + visible->height, self->rows->len * self->row);

  if (part == LIAISON_PART_ABOVE)
    {
      draw_months (self, canvas, visible->height, TRUE);
      draw_marks (self, canvas, visible->height, TRUE);
    }
  if (part == LIAISON_PART_BODY)
    {
      draw_months (self, canvas, bottom, FALSE);
      draw_marks (self, canvas, bottom, FALSE);
    }
  for (guint i = first; i < last; i++)
    if (part == LIAISON_PART_BODY)
      draw_row (self, canvas, i);
    else if (part == LIAISON_PART_START)
      draw_head (self, canvas, i);
}

static void
fill_hit (LiaisonStepChart *self, guint row, LiaisonHit *hit)
{
  *hit = (LiaisonHit){ .part = LIAISON_PART_BODY,
                       .box = get_row_box (self, row),
                       .record = ROW (row)->record,
                       .index = row };
}

static gboolean
chart_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);
  guint row = (guint) MAX (y / MAX (self->row, 1), 0);

  if ((part != LIAISON_PART_BODY && part != LIAISON_PART_START) || y < 0 || row >= self->rows->len)
    return FALSE;
  fill_hit (self, row, hit);
  if (part == LIAISON_PART_START)
    {
      hit->part = part;
      hit->box.width = self->head;
    }
  return TRUE;
}

static gboolean
find_row (LiaisonStepChart *self, LiaisonId record, guint *row)
{
  for (*row = 0; *row < self->rows->len; (*row)++)
    if (liaison_id_same (ROW (*row)->record, record))
      return TRUE;
  return FALSE;
}

static gboolean
chart_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);
  guint row;

  if (!find_row (self, record, &row))
    return FALSE;
  fill_hit (self, row, hit);
  return TRUE;
}

static gboolean
chart_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);
  guint row = 0, next = 0;

  if (self->rows->len == 0)
    return FALSE;
  if (from != NULL && find_row (self, from->record, &row))
    {
      if (step == LIAISON_STEP_START || step == LIAISON_STEP_END)
        return FALSE;
      next = step == LIAISON_STEP_UP     ? row - 1
             : step == LIAISON_STEP_DOWN ? row + 1
             : step == LIAISON_STEP_LAST ? self->rows->len - 1
                                         : 0;
    }
  if (next >= self->rows->len)
    return FALSE;
  fill_hit (self, next, to);
  return TRUE;
}

static char *
chart_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);

  return hit->index < self->rows->len ? g_strdup (ROW (hit->index)->told) : NULL;
}

static void
liaison_step_chart_finalize (GObject *object)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (object);

  g_array_unref (self->rows);
  g_clear_pointer (&self->table, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_step_chart_parent_class)->finalize (object);
}

static GPtrArray *
chart_make_table (LiaisonDrawing *drawing, const LiaisonManner *manner)
{
  LiaisonStepChart *self = LIAISON_STEP_CHART (drawing);

  return self->table != NULL ? g_ptr_array_ref (self->table) : NULL;
}

static void
liaison_step_chart_class_init (LiaisonStepChartClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_step_chart_finalize;
  drawing_class->measure = chart_measure;
  drawing_class->draw = chart_draw;
  drawing_class->find = chart_find;
  drawing_class->locate = chart_locate;
  drawing_class->step = chart_step;
  drawing_class->tell = chart_tell;
  drawing_class->make_table = chart_make_table;
}

static void
liaison_step_chart_init (LiaisonStepChart *self)
{
  self->rows = g_array_new (FALSE, TRUE, sizeof (Row));
  g_array_set_clear_func (self->rows, row_clear);
}

LiaisonStepChart *
liaison_step_chart_new (void)
{
  return g_object_new (LIAISON_TYPE_STEP_CHART, NULL);
}

/* Filling */

static void
add_bar (Row *row, const char *label, gint32 first, gint32 last, gboolean done, gboolean late)
{
  Bar bar = { g_strdup (label), first, MAX (first, last), done, late };

  g_array_append_val (row->bars, bar);
}

/* What was done stands from when the step before was done until it was itself; what is to be done,
 * as late as it may be. */
static void
add_bars (Row *row, const LiaisonAgreementDates *dates, gint32 today, const LiaisonManner *manner)
{
  gint32 before = LIAISON_DATE_UNSET;

  for (guint i = 0; i < dates->steps->len; i++)
    {
      const LiaisonAgreementStepDates *step =
          &g_array_index (dates->steps, LiaisonAgreementStepDates, i);
      const char *label = liaison_step_chart_tell_stage (manner, step->stage);

      if (step->done != LIAISON_DATE_UNSET)
        {
          gint32 first = step->done - step->lead;

          if (before != LIAISON_DATE_UNSET)
            first = CLAMP (first, before, step->done);
          add_bar (row, label, first, step->done - 1, TRUE, FALSE);
          before = step->done;
        }
      else if (!step->is_done && step->last != LIAISON_DATE_UNSET)
        add_bar (row, label, step->first, step->last - 1, FALSE, step->last < today);
    }
}

static void
reach (LiaisonStepChart *self, gint32 day)
{
  if (day == LIAISON_DATE_UNSET)
    return;
  self->first = MIN (self->first, day);
  self->last = MAX (self->last, day);
}

static void
add_row (LiaisonStepChart *self,
         const LiaisonAgreementDates *dates,
         gint32 today,
         const LiaisonManner *manner)
{
  const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
  g_autofree char *name = liaison_manner_tell_block_name (manner, dates->agreement);
  Row row = { .record = dates->agreement->id,
              .state = dates->state,
              .needed = dates->needed,
              .last_day = dates->last_day,
              .in_force = dates->state == LIAISON_AGREEMENT_IN_FORCE ? agreement->in_force
                                                                     : LIAISON_DATE_UNSET,
              .expires = agreement->expires };

  row.label = liaison_words_lead (manner->words, agreement->serial, name);
  row.detail = liaison_step_chart_tell_state (dates, manner);
  row.told = liaison_step_chart_tell_dates (dates, today, manner);
  row.bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  g_array_set_clear_func (row.bars, bar_clear);
  add_bars (&row, dates, today, manner);
  for (guint i = 0; i < row.bars->len; i++)
    {
      /* Agreements of long ago would make all others short. */
      reach (self, MAX (g_array_index (row.bars, Bar, i).first, today - 400));
      reach (self, MAX (g_array_index (row.bars, Bar, i).last, today - 400));
    }
  reach (self, row.needed);
  g_array_append_val (self->rows, row);
}

static int
rank (const LiaisonAgreementDates *dates)
{
  static const int ranks[] = {
    [LIAISON_AGREEMENT_MISSING] = 0,  [LIAISON_AGREEMENT_LATE] = 1,
    [LIAISON_AGREEMENT_SOON] = 2,     [LIAISON_AGREEMENT_IN_TIME] = 3,
    [LIAISON_AGREEMENT_IN_FORCE] = 4, [LIAISON_AGREEMENT_UNDATED] = 5,
    [LIAISON_AGREEMENT_OVER] = 6,
  };
  return ranks[dates->state];
}

static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const LiaisonAgreementDates *one = *(const LiaisonAgreementDates *const *) a,
                              *two = *(const LiaisonAgreementDates *const *) b;

  if (rank (one) != rank (two))
    return rank (one) - rank (two);
  if (one->last_day != two->last_day)
    return one->last_day < two->last_day ? -1 : 1;
  return liaison_id_compare (one->agreement->id, two->agreement->id);
}

void
liaison_step_chart_set (LiaisonStepChart *self,
                        const LiaisonAgreements *agreements,
                        const LiaisonManner *manner,
                        gboolean all)
{
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  LiaisonLookup lookup = liaison_snapshot_get_lookup (agreements->snapshot);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&lookup);

  g_array_set_size (self->rows, 0);
  self->first = self->last = self->today = agreements->today;
  self->startex = liaison_days_find_start (&lookup, exercise);
  self->endex = liaison_days_find_end (&lookup, exercise);
  reach (self, self->startex);
  reach (self, self->endex);
  for (guint i = 0; i < agreements->agreements->len; i++)
    {
      const LiaisonAgreementDates *dates = agreements->agreements->pdata[i];

      if (all
          || (dates->state != LIAISON_AGREEMENT_OVER && dates->state != LIAISON_AGREEMENT_UNDATED))
        g_ptr_array_add (sorted, (gpointer) dates);
    }
  g_ptr_array_sort (sorted, compare_dates);
  for (guint i = 0; i < sorted->len; i++)
    add_row (self, sorted->pdata[i], agreements->today, manner);
  g_clear_pointer (&self->table, g_ptr_array_unref);
  self->table = liaison_agreements_make_table ((const LiaisonAgreementDates *const *) sorted->pdata,
                                               sorted->len, manner);
  self->first -= 7;
  self->last += 14;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_step_chart_set_room (LiaisonStepChart *self, double width)
{
  if (self->room == width)
    return;
  self->room = width;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

guint
liaison_step_chart_count_rows (LiaisonStepChart *self)
{
  return self->rows->len;
}
