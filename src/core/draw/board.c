/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/board.h"

#include "words/numbers.h"

#include <glib/gi18n-lib.h>
#include <math.h>
#include <string.h>

#define PAPER_WIDTH  1200.
#define LEAST_COLUMN 130.
#define MOST_COLUMN  300.
#define GAP          8.
#define PAD          8.
#define MOST_LINES   3

typedef struct
{
  LiaisonId record;
  char *code, *title, *detail, *sign, *told;
  LiaisonHue hue;
  LiaisonMark mark;
  gboolean faint;
  guint column;
  LiaisonBox box;      /* found out */
  double title_height; /* found out */
} Card;

typedef struct
{
  char *label;
  guint n;
} Column;

struct _LiaisonBoard
{
  LiaisonDrawing parent_instance;

  /* Owned */
  GArray *cards; /* of Card, column by column once it ends */
  GArray *columns;

  guint target;
  double room;

  /* Found out */
  double column_width, height, line, small;
};

G_DEFINE_FINAL_TYPE (LiaisonBoard, liaison_board, LIAISON_TYPE_DRAWING)

#define CARD(i)   (&g_array_index (self->cards, Card, i))
#define COLUMN(i) (&g_array_index (self->columns, Column, i))

static void
card_clear (gpointer data)
{
  Card *card = data;

  g_free (card->code);
  g_free (card->title);
  g_free (card->detail);
  g_free (card->sign);
  g_free (card->told);
}

static void
column_clear (gpointer data)
{
  g_free (((Column *) data)->label);
}

/* Text in several lines. */
static PangoLayout *
lay_out (LiaisonCanvas *canvas, const char *text, double width)
{
  PangoLayout *layout = pango_layout_copy (
      liaison_text_cache_get (canvas->texts, text, LIAISON_TEXT_BODY, -1, NULL));

  pango_layout_set_width (layout, (int) (width * PANGO_SCALE));
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_height (layout, -MOST_LINES);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  return layout;
}

static double
measure_title (LiaisonBoard *self, LiaisonCanvas *canvas, const Card *card)
{
  g_autoptr (PangoLayout) layout =
      lay_out (canvas, card->title, self->column_width - GAP - 2 * PAD - 3);
  PangoRectangle extents;

  pango_layout_get_extents (layout, NULL, &extents);
  return ceil ((double) extents.height / PANGO_SCALE);
}

static double
measure_card (LiaisonBoard *self, LiaisonCanvas *canvas, Card *card)
{
  card->title_height = measure_title (self, canvas, card);
  return 2 * PAD - 2 + card->title_height + (card->code != NULL || card->sign != NULL) * self->small
         + (card->detail != NULL) * self->small;
}

static void
board_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);
  guint n = MAX (self->columns->len, 1);
  g_autofree double *y = g_new (double, n);

  self->column_width = CLAMP (floor (((self->room > 0 ? self->room : PAPER_WIDTH) - GAP) / n),
                              LEAST_COLUMN, MOST_COLUMN);
  self->small = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_SMALL);
  self->line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY);
  self->height = 0;
  for (guint i = 0; i < n; i++)
    y[i] = GAP;
  for (guint i = 0; i < self->cards->len; i++)
    {
      Card *card = CARD (i);

      card->box = (LiaisonBox){ GAP + card->column * self->column_width, y[card->column],
                                self->column_width - GAP, measure_card (self, canvas, card) };
      y[card->column] += card->box.height + GAP;
      self->height = MAX (self->height, y[card->column]);
    }
  size->width = GAP + n * self->column_width;
  size->height = MAX (self->height, 120);
  size->head_height = ceil (self->line + 14);
}

/* Where a line begins follows the board, whichever way its text runs. */
static void
draw_lines (LiaisonCanvas *canvas, PangoLayout *layout, const LiaisonBox *box)
{
  PangoLayoutIter *iter = pango_layout_get_iter (layout);

  do
    {
      PangoLayoutLine *line = pango_layout_iter_get_line_readonly (iter);
      PangoRectangle extents;
      double width;

      pango_layout_line_get_extents (line, NULL, &extents);
      width = (double) extents.width / PANGO_SCALE;
      cairo_move_to (canvas->cr, canvas->mirrored ? box->x + box->width - width : box->x,
                     box->y + (double) pango_layout_iter_get_baseline (iter) / PANGO_SCALE);
      pango_cairo_show_layout_line (canvas->cr, line);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_new_path (canvas->cr);
}

static void
draw_title (LiaisonBoard *self, LiaisonCanvas *canvas, const Card *card, double y,
            const LiaisonColour *colour)
{
  double width = card->box.width - 2 * PAD - 3;
  g_autoptr (PangoLayout) layout = lay_out (canvas, card->title, width);
  LiaisonBox box = liaison_canvas_place_box (
      canvas, &(LiaisonBox){ card->box.x + PAD + 3, y, width, card->title_height });

  liaison_canvas_set_colour (canvas, colour);
  draw_lines (canvas, layout, &box);
}

static const LiaisonColour *
get_mark_colour (LiaisonCanvas *canvas, LiaisonMark mark)
{
  return liaison_canvas_get_role (canvas, mark == LIAISON_MARK_ERROR     ? LIAISON_ROLE_ERROR
                                          : mark == LIAISON_MARK_WARNING ? LIAISON_ROLE_WARNING
                                          : mark == LIAISON_MARK_NOTE    ? LIAISON_ROLE_NOTE
                                                                         : LIAISON_ROLE_TEXT_DIM);
}

static void
draw_frame (LiaisonCanvas *canvas, const Card *card)
{
  LiaisonBox edge = { card->box.x, card->box.y, 4, card->box.height };

  liaison_canvas_fill_box (canvas, &card->box,
                           liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND));
  liaison_canvas_frame_box (
      canvas, &card->box, card->mark >= LIAISON_MARK_WARNING ? 2 : 1,
      card->mark >= LIAISON_MARK_WARNING
          ? get_mark_colour (canvas, card->mark)
          : liaison_canvas_get_role (canvas, LIAISON_ROLE_LINE_STRONG));
  liaison_canvas_fill_box (canvas, &edge, &canvas->palette->hues[card->hue].edge);
}

static void
draw_card (LiaisonBoard *self, LiaisonCanvas *canvas, const Card *card)
{
  const LiaisonColour *dim = liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM);
  LiaisonColour text = *liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT);
  LiaisonBox line = { card->box.x + PAD + 3, card->box.y + PAD - 2,
                      card->box.width - 2 * PAD - 3, self->small };

  if (card->faint)
    text = *dim;
  draw_frame (canvas, card);
  if (card->sign != NULL)
    line.width -= 6
                  + liaison_canvas_draw_text (canvas, card->sign, LIAISON_TEXT_SMALL_BOLD, &line,
                                              LIAISON_ALIGN_END,
                                              get_mark_colour (canvas, card->mark));
  if (card->code != NULL)
    liaison_canvas_draw_text (canvas, card->code, LIAISON_TEXT_SMALL, &line, LIAISON_ALIGN_START,
                              dim);
  if (card->code != NULL || card->sign != NULL)
    line.y += self->small;
  draw_title (self, canvas, card, line.y, &text);
  line.y += card->title_height;
  line.width = card->box.width - 2 * PAD - 3;
  if (card->detail != NULL)
    liaison_canvas_draw_text (canvas, card->detail, LIAISON_TEXT_SMALL, &line, LIAISON_ALIGN_START,
                              dim);
}

static void
draw_heads (LiaisonBoard *self, LiaisonCanvas *canvas)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      LiaisonBox box = { 2 * GAP + i * self->column_width, 7, self->column_width - 3 * GAP,
                         self->line };
      g_autofree char *count =
          liaison_words_format_integer (canvas->manner->words, COLUMN (i)->n);

      box.width -= 6
                   + liaison_canvas_draw_text (
                       canvas, count, LIAISON_TEXT_BODY, &box, LIAISON_ALIGN_END,
                       liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
      liaison_canvas_draw_text (canvas, COLUMN (i)->label, LIAISON_TEXT_BOLD, &box,
                                LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
    }
}

static void
draw_grounds (LiaisonBoard *self, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  for (guint i = 0; i < self->columns->len; i++)
    {
      LiaisonBox ground = { GAP / 2 + i * self->column_width, visible->y, self->column_width,
                            visible->height };

      if (i % 2 == 0)
        liaison_canvas_fill_box (canvas, &ground,
                                 liaison_canvas_get_role (canvas, LIAISON_ROLE_STRIPE));
      if (i == self->target)
        {
          liaison_canvas_fill_box (canvas, &ground,
                                   liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
          liaison_canvas_frame_box (canvas, &ground, 2,
                                    liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
        }
    }
}

static void
board_draw (LiaisonDrawing *drawing,
            LiaisonCanvas *canvas,
            LiaisonDrawingPart part,
            const LiaisonBox *visible)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);

  if (part == LIAISON_PART_ABOVE)
    draw_heads (self, canvas);
  if (part != LIAISON_PART_BODY)
    return;
  draw_grounds (self, canvas, visible);
  for (guint i = 0; i < self->cards->len; i++)
    if (liaison_box_overlaps (&CARD (i)->box, visible))
      draw_card (self, canvas, CARD (i));
}

static void
fill_hit (LiaisonBoard *self, guint index, LiaisonHit *hit)
{
  *hit = (LiaisonHit){ .part = LIAISON_PART_BODY,
                       .box = CARD (index)->box,
                       .record = CARD (index)->record,
                       .index = index };
}

static gboolean
board_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);

  for (guint i = 0; part == LIAISON_PART_BODY && i < self->cards->len; i++)
    if (liaison_box_contains (&CARD (i)->box, x, y))
      {
        fill_hit (self, i, hit);
        return TRUE;
      }
  return FALSE;
}

static gboolean
find_card (LiaisonBoard *self, LiaisonId record, guint *index)
{
  for (*index = 0; *index < self->cards->len; (*index)++)
    if (liaison_id_same (CARD (*index)->record, record))
      return TRUE;
  return FALSE;
}

static gboolean
board_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);
  guint index;

  if (!find_card (self, record, &index))
    return FALSE;
  fill_hit (self, index, hit);
  return TRUE;
}

/* The card nearest in height in the next column that has any. */
static gboolean
step_across (LiaisonBoard *self, const Card *from, int by, guint *to)
{
  for (gint64 column = (gint64) from->column + by; column >= 0 && column < self->columns->len;
       column += by)
    {
      double nearest = G_MAXDOUBLE;

      for (guint i = 0; i < self->cards->len; i++)
        {
          double away = fabs (CARD (i)->box.y - from->box.y);

          if (CARD (i)->column != column || away >= nearest)
            continue;
          nearest = away;
          *to = i;
        }
      if (nearest < G_MAXDOUBLE)
        return TRUE;
    }
  return FALSE;
}

static gboolean
board_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);
  guint at = 0, next = 0;

  if (self->cards->len == 0)
    return FALSE;
  if (from != NULL && find_card (self, from->record, &at))
    switch (step)
      {
      case LIAISON_STEP_UP:
      case LIAISON_STEP_DOWN:
        next = step == LIAISON_STEP_UP ? at - 1 : at + 1;
        if (next >= self->cards->len || CARD (next)->column != CARD (at)->column)
          return FALSE;
        break;
      case LIAISON_STEP_START:
      case LIAISON_STEP_END:
        if (!step_across (self, CARD (at), step == LIAISON_STEP_START ? -1 : 1, &next))
          return FALSE;
        break;
      case LIAISON_STEP_LAST:
        next = self->cards->len - 1;
        break;
      case LIAISON_STEP_FIRST:
      default:
        break;
      }
  fill_hit (self, next, to);
  return TRUE;
}

static char *
board_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);
  guint index;

  return find_card (self, hit->record, &index) ? g_strdup (CARD (index)->told) : NULL;
}

static void
liaison_board_finalize (GObject *object)
{
  LiaisonBoard *self = LIAISON_BOARD (object);

  g_array_unref (self->cards);
  g_array_unref (self->columns);

  G_OBJECT_CLASS (liaison_board_parent_class)->finalize (object);
}

static char **
make_line (const char *const *cells, guint n)
{
  char **line = g_new0 (char *, n + 1);

  for (guint i = 0; i < n; i++)
    line[i] = g_strdup (cells[i] != NULL ? cells[i] : "");
  return line;
}

static GPtrArray *
board_make_table (LiaisonDrawing *drawing, const LiaisonManner *manner)
{
  LiaisonBoard *self = LIAISON_BOARD (drawing);
  GPtrArray *rows = g_ptr_array_new_with_free_func ((GDestroyNotify) g_strfreev);
  const char *const heads[] = {
    liaison_words_get (manner->words, N_ ("State")),
    liaison_words_get (manner->words, N_ ("Serial")),
    liaison_words_get (manner->words, N_ ("Title")),
    liaison_words_get (manner->words, N_ ("Remarks")),
    liaison_words_get (manner->words, N_ ("Details")),
  };

  g_ptr_array_add (rows, make_line (heads, G_N_ELEMENTS (heads)));
  for (guint i = 0; i < self->cards->len; i++)
    {
      const Card *card = CARD (i);
      const char *const cells[] = { COLUMN (card->column)->label, card->code, card->title,
                                    card->sign, card->detail };

      g_ptr_array_add (rows, make_line (cells, G_N_ELEMENTS (cells)));
    }
  return rows;
}

static void
liaison_board_class_init (LiaisonBoardClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_board_finalize;
  drawing_class->measure = board_measure;
  drawing_class->draw = board_draw;
  drawing_class->find = board_find;
  drawing_class->locate = board_locate;
  drawing_class->step = board_step;
  drawing_class->tell = board_tell;
  drawing_class->make_table = board_make_table;
}

static void
liaison_board_init (LiaisonBoard *self)
{
  self->cards = g_array_new (FALSE, TRUE, sizeof (Card));
  self->columns = g_array_new (FALSE, TRUE, sizeof (Column));
  g_array_set_clear_func (self->cards, card_clear);
  g_array_set_clear_func (self->columns, column_clear);
  self->target = G_MAXUINT;
}

LiaisonBoard *
liaison_board_new (void)
{
  return g_object_new (LIAISON_TYPE_BOARD, NULL);
}

void
liaison_board_begin (LiaisonBoard *self)
{
  g_array_set_size (self->cards, 0);
  g_array_set_size (self->columns, 0);
}

guint
liaison_board_add_column (LiaisonBoard *self, const char *label)
{
  Column column = { g_strdup (label), 0 };

  g_array_append_val (self->columns, column);
  return self->columns->len - 1;
}

void
liaison_board_add_card (LiaisonBoard *self, guint column, const LiaisonBoardCard *card)
{
  Card copy = { card->record,
                g_strdup (card->code),
                g_strdup (card->title),
                g_strdup (card->detail),
                g_strdup (card->sign),
                g_strdup (card->told),
                card->hue,
                card->mark,
                card->faint,
                column };

  g_return_if_fail (column < self->columns->len);

  COLUMN (column)->n++;
  g_array_append_val (self->cards, copy);
}

/* Stable: the order in which cards were added is kept within a column. */
void
liaison_board_end (LiaisonBoard *self)
{
  g_autofree Card *sorted = g_new (Card, MAX (self->cards->len, 1));
  guint n = 0;

  for (guint column = 0; column < self->columns->len; column++)
    for (guint i = 0; i < self->cards->len; i++)
      if (CARD (i)->column == column)
        sorted[n++] = *CARD (i);
  if (n > 0)
    memcpy (self->cards->data, sorted, n * sizeof (Card));
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_board_set_room (LiaisonBoard *self, double width)
{
  if (self->room == width)
    return;
  self->room = width;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

guint
liaison_board_count_columns (LiaisonBoard *self)
{
  return self->columns->len;
}

guint
liaison_board_count_cards (LiaisonBoard *self, guint column)
{
  return COLUMN (column)->n;
}

gboolean
liaison_board_find_column (LiaisonBoard *self, LiaisonId record, guint *column)
{
  guint index;

  if (!find_card (self, record, &index))
    return FALSE;
  *column = CARD (index)->column;
  return TRUE;
}

gboolean
liaison_board_find_column_at (LiaisonBoard *self, double x, guint *column)
{
  double at = floor ((x - GAP / 2) / MAX (self->column_width, 1));

  if (at < 0 || at >= self->columns->len)
    return FALSE;
  *column = (guint) at;
  return TRUE;
}

void
liaison_board_set_target (LiaisonBoard *self, guint column)
{
  if (self->target == column)
    return;
  self->target = column;
  liaison_drawing_changed (LIAISON_DRAWING (self), FALSE);
}
