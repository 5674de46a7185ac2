/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/net-diagram.h"

#include "draw/chart-tables.h"
#include "record/record.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define PAPER_WIDTH 900.
#define LEAST_WIDTH 640.
#define MARGIN      12.
#define GAP         14. /* between need lines */
#define SIGN        5.
#define LEAST_BOX   24.
#define NAME_PART   0.21 /* of the width, for the stations of each side */

typedef enum
{
  ITEM_STATION, /* at the start */
  ITEM_LINE,
  ITEM_CIRCUIT,
  ITEM_FAR, /* a station at the end */
} ItemType;

/* What can be pointed at. */
typedef struct
{
  ItemType type;
  LiaisonId record;
  char *label;  /* what stands in it */
  char *detail; /* behind the label, dim; or NULL */
  char *told;   /* what there is to say of it */
  LiaisonCircuitState state;
  int pace;
  gboolean overdue, faint;
  guint block;    /* which block it is in; the first for shared stations */
  LiaisonBox box; /* found out */
} Item;

/* A need line with its circuits and the stations at its ends. */
typedef struct
{
  guint start;         /* item of the station at the start, G_MAXUINT: none */
  guint line;          /* item of its title, G_MAXUINT: none */
  guint first, n;      /* items of its circuits */
  guint far, n_far;    /* items of the stations at its end */
  double y, height;    /* found out */
} Block;

struct _LiaisonNetDiagram
{
  LiaisonDrawing parent_instance;

  /* Owned */
  GArray *items;
  GArray *blocks;
  GPtrArray *table; /* of GStrv: the same as rows of text */

  double room;

  /* Found out */
  double width, name_width, row;
};

G_DEFINE_FINAL_TYPE (LiaisonNetDiagram, liaison_net_diagram, LIAISON_TYPE_DRAWING)

#define ITEM(i)  (&g_array_index (self->items, Item, i))
#define BLOCK(i) (&g_array_index (self->blocks, Block, i))

static void
item_clear (gpointer data)
{
  Item *item = data;

  g_free (item->label);
  g_free (item->detail);
  g_free (item->told);
}

/* Measuring */

static void
place_stack (LiaisonNetDiagram *self, const Block *block, double x)
{
  double each = block->n_far > 0 ? (block->height + 4) / block->n_far : 0;

  for (guint i = 0; i < block->n_far; i++)
    ITEM (block->far + i)->box =
        (LiaisonBox){ x, block->y + i * each, self->name_width, each - 4 };
}

static void
place_block (LiaisonNetDiagram *self, Block *block)
{
  double x = MARGIN + self->name_width, width = self->width - 2 * x, y = block->y;

  if (block->line != G_MAXUINT)
    {
      ITEM (block->line)->box = (LiaisonBox){ x + 12, y, width - 24, self->row };
      y += self->row;
    }
  for (guint i = 0; i < block->n; i++, y += self->row)
    ITEM (block->first + i)->box = (LiaisonBox){ x, y, width, self->row };
  place_stack (self, block, self->width - MARGIN - self->name_width);
}

/* A station at the start is as high as the blocks that share it. */
static void
place_starts (LiaisonNetDiagram *self)
{
  for (guint i = 0; i < self->blocks->len; i++)
    {
      const Block *block = BLOCK (i);
      Item *station;
      double end = block->y + block->height;

      if (block->start == G_MAXUINT || ITEM (block->start)->block != i)
        continue;
      station = ITEM (block->start);
      for (guint j = i + 1; j < self->blocks->len && BLOCK (j)->start == block->start; j++)
        end = BLOCK (j)->y + BLOCK (j)->height;
      station->box = (LiaisonBox){ MARGIN, block->y, self->name_width, end - block->y };
    }
}

static void
diagram_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);
  double line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY), y = MARGIN;

  self->width = MAX (self->room > 0 ? self->room : PAPER_WIDTH, LEAST_WIDTH);
  self->name_width = floor (self->width * NAME_PART);
  self->row = ceil (line + 8);
  for (guint i = 0; i < self->blocks->len; i++)
    {
      Block *block = BLOCK (i);
      guint rows = block->n + (block->line != G_MAXUINT);

      block->y = y;
      block->height = MAX (MAX (rows, 1) * self->row, block->n_far * MAX (LEAST_BOX, self->row));
      place_block (self, block);
      y += block->height + GAP;
    }
  place_starts (self);
  size->width = self->width;
  size->height = y;
  size->head_height = ceil (line + 12);
}

/* Drawing */

static LiaisonHue
get_hue (LiaisonCircuitState state)
{
  static const LiaisonHue hues[] = {
    [LIAISON_CIRCUIT_GOOD] = LIAISON_HUE_GREEN,     [LIAISON_CIRCUIT_POOR] = LIAISON_HUE_ORANGE,
    [LIAISON_CIRCUIT_DOWN] = LIAISON_HUE_RED,       [LIAISON_CIRCUIT_UNTESTED] = LIAISON_HUE_BLUE,
    [LIAISON_CIRCUIT_PLANNED] = LIAISON_HUE_PURPLE, [LIAISON_CIRCUIT_CLOSED] = LIAISON_HUE_GREY,
  };
  return hues[state];
}

static void
move (LiaisonCanvas *canvas, double x, double y, gboolean begin)
{
  double px, py;

  liaison_canvas_place (canvas, x, y, &px, &py);
  if (begin)
    cairo_move_to (canvas->cr, px, py);
  else
    cairo_line_to (canvas->cr, px, py);
}

static void
trace (LiaisonCanvas *canvas, const double (*corners)[2], guint n, double x, double y, double reach)
{
  cairo_new_path (canvas->cr);
  for (guint i = 0; i < n; i++)
    move (canvas, x + corners[i][0] * reach, y + corners[i][1] * reach, i == 0);
  cairo_close_path (canvas->cr);
}

void
liaison_net_diagram_draw_sign (
    LiaisonCanvas *canvas, LiaisonCircuitState state, double x, double y, double reach)
{
  static const double triangle[][2] = { { 0, -1.1 }, { 1.15, .9 }, { -1.15, .9 } };
  static const double diamond[][2] = { { 0, -1.2 }, { 1.2, 0 }, { 0, 1.2 }, { -1.2, 0 } };
  static const double bar[][2] = { { -1.1, -.35 }, { 1.1, -.35 }, { 1.1, .35 }, { -1.1, .35 } };
  double px, py;

  liaison_canvas_set_colour (canvas, &canvas->palette->hues[get_hue (state)].edge);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
  cairo_set_line_width (canvas->cr, 2);
  liaison_canvas_place (canvas, x, y, &px, &py);
  cairo_new_path (canvas->cr);
  switch (state)
    {
    case LIAISON_CIRCUIT_GOOD:
      cairo_arc (canvas->cr, px, py, reach, 0, 2 * G_PI);
      cairo_fill (canvas->cr);
      break;
    case LIAISON_CIRCUIT_POOR:
      trace (canvas, triangle, G_N_ELEMENTS (triangle), x, y, reach);
      cairo_fill (canvas->cr);
      break;
    case LIAISON_CIRCUIT_DOWN:
      cairo_set_line_width (canvas->cr, reach * .55);
      move (canvas, x - reach, y - reach, TRUE);
      move (canvas, x + reach, y + reach, FALSE);
      move (canvas, x - reach, y + reach, TRUE);
      move (canvas, x + reach, y - reach, FALSE);
      cairo_stroke (canvas->cr);
      break;
    case LIAISON_CIRCUIT_UNTESTED:
      cairo_arc (canvas->cr, px, py, reach - .5, 0, 2 * G_PI);
      cairo_stroke (canvas->cr);
      break;
    case LIAISON_CIRCUIT_PLANNED:
      trace (canvas, diamond, G_N_ELEMENTS (diamond), x, y, reach - .5);
      cairo_stroke (canvas->cr);
      break;
    case LIAISON_CIRCUIT_CLOSED:
    default:
      trace (canvas, bar, G_N_ELEMENTS (bar), x, y, reach);
      cairo_fill (canvas->cr);
    }
}

/* Solid where something is heard, in pieces where it is not. */
static void
set_dash (LiaisonCanvas *canvas, LiaisonCircuitState state)
{
  static const double poor[] = { 14, 4 }, down[] = { 4, 8 }, planned[] = { 2, 4 };

  if (state == LIAISON_CIRCUIT_POOR)
    cairo_set_dash (canvas->cr, poor, 2, 0);
  else if (state == LIAISON_CIRCUIT_DOWN)
    cairo_set_dash (canvas->cr, down, 2, 0);
  else if (state >= LIAISON_CIRCUIT_UNTESTED)
    cairo_set_dash (canvas->cr, planned, 2, 0);
  else
    cairo_set_dash (canvas->cr, NULL, 0, 0);
}

static void
draw_wire (LiaisonCanvas *canvas, const Item *item, double from, double until)
{
  double y = item->box.y + item->box.height - 4;
  LiaisonColour colour = canvas->palette->hues[get_hue (item->state)].edge;

  if (item->faint)
    colour = liaison_colour_fade (&colour, .35);
  if (until <= from)
    return;
  liaison_canvas_set_colour (canvas, &colour);
  cairo_set_line_width (canvas->cr, 1.5);
  set_dash (canvas, item->state);
  cairo_new_path (canvas->cr);
  move (canvas, from, y, TRUE);
  move (canvas, until, y, FALSE);
  cairo_stroke (canvas->cr);
  cairo_set_dash (canvas->cr, NULL, 0, 0);
}

/* The letter of PACE in a frame: filled for the primary one, so that it is seen first. */
static double
draw_pace (LiaisonCanvas *canvas, const Item *item, double x, double y, double side)
{
  const LiaisonColour *text = liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT),
                      *ground = liaison_canvas_get_role (canvas, LIAISON_ROLE_GROUND);
  LiaisonBox box = { x, y, side, side };

  if (item->pace == LIAISON_PACE_UNSET)
    return x;
  if (item->pace == LIAISON_PACE_PRIMARY)
    liaison_canvas_fill_box (canvas, &box, text);
  else
    liaison_canvas_frame_box (canvas, &box, 1, text);
  liaison_canvas_draw_text (canvas, liaison_pace_get_letter (item->pace), LIAISON_TEXT_SMALL_BOLD,
                            &box, LIAISON_ALIGN_CENTRE,
                            item->pace == LIAISON_PACE_PRIMARY ? ground : text);
  return x + side + 6;
}

static void
draw_circuit (LiaisonNetDiagram *self, LiaisonCanvas *canvas, const Item *item)
{
  double side = floor (self->row - 9), x = item->box.x + 14, y = item->box.y;
  double end = item->box.x + item->box.width - 14, middle = y + (self->row - 6) / 2, width;
  LiaisonColour colour = *liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT);
  LiaisonBox box;

  if (item->faint)
    colour = liaison_colour_fade (&colour, .45);
  draw_wire (canvas, item, item->box.x, item->box.x + item->box.width);
  x = draw_pace (canvas, item, x, y + 1, side);
  liaison_net_diagram_draw_sign (canvas, item->state, x + SIGN, middle, SIGN);
  x += 2 * SIGN + 7;
  if (item->overdue)
    {
      const char *text = liaison_words_get (canvas->manner->words, N_ ("overdue"));

      width = liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL_BOLD) + 2;
      box = (LiaisonBox){ end - width, y, width, self->row - 6 };
      liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL_BOLD, &box, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_WARNING));
      end -= width + 10;
    }
  box = (LiaisonBox){ x, y, MAX (end - x, 0), self->row - 6 };
  width = liaison_canvas_draw_text (canvas, item->label, LIAISON_TEXT_BODY, &box,
                                    LIAISON_ALIGN_START, &colour);
  box.x += width + 10;
  box.width = end - box.x;
  if (item->detail != NULL && box.width > 40)
    liaison_canvas_draw_text (canvas, item->detail, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                              liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

static void
draw_station (LiaisonCanvas *canvas, const Item *item)
{
  LiaisonBox text = { item->box.x + 8, item->box.y, item->box.width - 16, item->box.height };
  double line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY);

  liaison_canvas_fill_box (canvas, &item->box,
                           liaison_canvas_get_role (canvas, LIAISON_ROLE_RAISED));
  liaison_canvas_frame_box (canvas, &item->box, 1,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_LINE_STRONG));
  if (item->detail != NULL && item->box.height >= 2 * line + 4)
    {
      LiaisonBox low = { text.x, item->box.y + item->box.height / 2, text.width, line };

      text.y = low.y - line;
      text.height = line;
      liaison_canvas_draw_text (canvas, item->detail, LIAISON_TEXT_SMALL, &low, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
    }
  liaison_canvas_draw_text (canvas, item->label, LIAISON_TEXT_BOLD, &text, LIAISON_ALIGN_START,
                            liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
}

static void
draw_line (LiaisonCanvas *canvas, const Item *item)
{
  LiaisonBox box = item->box;

  box.width -= liaison_canvas_draw_text (canvas, item->label, LIAISON_TEXT_SMALL_BOLD, &box,
                                         LIAISON_ALIGN_START,
                                         liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT_DIM));
}

/* What the signs mean. */
static void
draw_legend (LiaisonNetDiagram *self, LiaisonCanvas *canvas, double width)
{
  double line = liaison_canvas_get_line_height (canvas, LIAISON_TEXT_BODY), x = MARGIN + SIGN;

  for (guint i = 0; i < LIAISON_N_CIRCUIT_STATES; i++)
    {
      const char *text =
          liaison_words_get (canvas->manner->words, liaison_circuit_state_labels[i]);
      LiaisonBox box = { x + SIGN + 5, 6,
                         liaison_canvas_measure_text (canvas, text, LIAISON_TEXT_SMALL) + 2, line };

      if (box.x + box.width > width - MARGIN)
        return;
      liaison_net_diagram_draw_sign (canvas, (LiaisonCircuitState) i, x, 6 + line / 2, SIGN);
      liaison_canvas_draw_text (canvas, text, LIAISON_TEXT_SMALL, &box, LIAISON_ALIGN_START,
                                liaison_canvas_get_role (canvas, LIAISON_ROLE_TEXT));
      x = box.x + box.width + 16 + SIGN;
    }
}

static void
diagram_draw (LiaisonDrawing *drawing,
              LiaisonCanvas *canvas,
              LiaisonDrawingPart part,
              const LiaisonBox *visible)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);

  if (part == LIAISON_PART_ABOVE)
    draw_legend (self, canvas, self->width);
  if (part != LIAISON_PART_BODY)
    return;
  for (guint i = 0; i < self->items->len; i++)
    {
      const Item *item = ITEM (i);

      if (!liaison_box_overlaps (&item->box, visible))
        continue;
      if (item->type == ITEM_CIRCUIT)
        draw_circuit (self, canvas, item);
      else if (item->type == ITEM_LINE)
        draw_line (canvas, item);
      else
        draw_station (canvas, item);
    }
}

/* Finding */

static void
fill_hit (LiaisonNetDiagram *self, guint index, LiaisonHit *hit)
{
  *hit = (LiaisonHit){ .part = LIAISON_PART_BODY,
                       .box = ITEM (index)->box,
                       .record = ITEM (index)->record,
                       .index = index };
}

static gboolean
diagram_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);

  for (guint i = 0; part == LIAISON_PART_BODY && i < self->items->len; i++)
    if (liaison_box_contains (&ITEM (i)->box, x, y))
      {
        fill_hit (self, i, hit);
        return TRUE;
      }
  return FALSE;
}

static gboolean
diagram_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);

  for (guint i = 0; i < self->items->len; i++)
    if (liaison_id_same (ITEM (i)->record, record))
      {
        fill_hit (self, i, hit);
        return TRUE;
      }
  return FALSE;
}

/* 0: stations at the start; 1: need lines and circuits; 2: stations at the end. */
static guint
get_column (const Item *item)
{
  return item->type == ITEM_STATION ? 0 : item->type == ITEM_FAR ? 2 : 1;
}

/* Along a column. */
static gboolean
step_along (LiaisonNetDiagram *self, guint from, int by, guint *to)
{
  for (gint64 i = (gint64) from + by; i >= 0 && i < self->items->len; i += by)
    if (get_column (ITEM (i)) == get_column (ITEM (from)))
      {
        *to = (guint) i;
        return TRUE;
      }
  return FALSE;
}

/* To what is nearest in height in the next column. */
static gboolean
step_across (LiaisonNetDiagram *self, guint from, int by, guint *to)
{
  int column = (int) get_column (ITEM (from)) + by;
  double y = ITEM (from)->box.y, nearest = G_MAXDOUBLE;

  for (guint i = 0; i < self->items->len; i++)
    {
      double away = fabs (ITEM (i)->box.y - y);

      if ((int) get_column (ITEM (i)) != column || away >= nearest)
        continue;
      nearest = away;
      *to = i;
    }
  return nearest < G_MAXDOUBLE;
}

static gboolean
diagram_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);
  guint next = 0;
  gboolean found;

  if (self->items->len == 0)
    return FALSE;
  if (from == NULL || from->index >= self->items->len || step == LIAISON_STEP_FIRST)
    found = TRUE;
  else if (step == LIAISON_STEP_LAST)
    {
      next = self->items->len - 1;
      found = TRUE;
    }
  else if (step == LIAISON_STEP_UP || step == LIAISON_STEP_DOWN)
    found = step_along (self, from->index, step == LIAISON_STEP_UP ? -1 : 1, &next);
  else
    found = step_across (self, from->index, step == LIAISON_STEP_START ? -1 : 1, &next);
  if (found)
    fill_hit (self, next, to);
  return found;
}

static char *
diagram_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);

  return hit->index < self->items->len ? g_strdup (ITEM (hit->index)->told) : NULL;
}

static void
liaison_net_diagram_finalize (GObject *object)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (object);

  g_array_unref (self->items);
  g_array_unref (self->blocks);
  g_clear_pointer (&self->table, g_ptr_array_unref);

  G_OBJECT_CLASS (liaison_net_diagram_parent_class)->finalize (object);
}

static GPtrArray *
diagram_make_table (LiaisonDrawing *drawing, const LiaisonManner *manner)
{
  LiaisonNetDiagram *self = LIAISON_NET_DIAGRAM (drawing);

  return self->table != NULL ? g_ptr_array_ref (self->table) : NULL;
}

static void
liaison_net_diagram_class_init (LiaisonNetDiagramClass *klass)
{
  LiaisonDrawingClass *drawing_class = LIAISON_DRAWING_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = liaison_net_diagram_finalize;
  drawing_class->measure = diagram_measure;
  drawing_class->draw = diagram_draw;
  drawing_class->find = diagram_find;
  drawing_class->locate = diagram_locate;
  drawing_class->step = diagram_step;
  drawing_class->tell = diagram_tell;
  drawing_class->make_table = diagram_make_table;
}

static void
liaison_net_diagram_init (LiaisonNetDiagram *self)
{
  self->items = g_array_new (FALSE, TRUE, sizeof (Item));
  self->blocks = g_array_new (FALSE, TRUE, sizeof (Block));
  g_array_set_clear_func (self->items, item_clear);
}

LiaisonNetDiagram *
liaison_net_diagram_new (void)
{
  return g_object_new (LIAISON_TYPE_NET_DIAGRAM, NULL);
}

/* Filling */

typedef struct
{
  LiaisonNetDiagram *self;
  const LiaisonCircuits *circuits;
  const LiaisonManner *manner;
  gboolean (*shown) (const LiaisonBlock *channel, gpointer data);
  gpointer data;
} Filling;

static const char *
tell_choice (const LiaisonManner *manner, const LiaisonChoices *choices, int choice)
{
  return liaison_words_get (manner->words, choices->choices[choice].label);
}

static void
append_line (GString *text, const char *line)
{
  if (line == NULL || *line == '\0')
    return;
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, line);
}

/* "Voice radio · UHF radio · Repeater" */
static char *
tell_technique (const LiaisonManner *manner, const LiaisonChannelData *channel)
{
  GString *text = g_string_new (NULL);
  const char *const parts[] = { tell_choice (manner, &liaison_mediums, channel->medium),
                                tell_choice (manner, &liaison_bearers, channel->bearer),
                                channel->carrier };

  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    if (parts[i] != NULL && *parts[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", parts[i]);
  return g_string_free (text, FALSE);
}

static char *
tell_last (const Filling *filling, const LiaisonCircuit *circuit)
{
  g_autofree char *state = NULL, *time = NULL;

  if (circuit->last == NULL)
    return g_strdup (liaison_words_get (filling->manner->words,
                                        liaison_circuit_state_labels[circuit->state]));
  time = liaison_manner_tell_time (filling->manner, circuit->last_time, NULL);
  state = g_strdup_printf (
      "%s · %s",
      liaison_words_get (filling->manner->words, liaison_circuit_state_labels[circuit->state]),
      tell_choice (filling->manner, &liaison_test_results,
                   LIAISON_DATA (ChannelTest, circuit->last)->result));
  return g_strdup_printf ("%s · %s", state, time);
}

static char *
tell_circuit (const Filling *filling, const LiaisonCircuit *circuit, const char *technique)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, circuit->channel);
  const char *language = liaison_words_get_language (filling->manner->words);
  g_autofree char *name = liaison_manner_tell_block_name (filling->manner, circuit->channel);
  g_autofree char *last = tell_last (filling, circuit);
  GString *text = g_string_new (name);

  append_line (text, tell_choice (filling->manner, &liaison_paces, channel->pace));
  append_line (text, technique);
  append_line (text, last);
  append_line (text, liaison_text_pick (channel->trigger, language, NULL));
  return g_string_free (text, FALSE);
}

static guint
add_item (LiaisonNetDiagram *self, const Item *item)
{
  g_array_append_val (self->items, *item);
  return self->items->len - 1;
}

static guint
add_station (const Filling *filling, ItemType type, LiaisonId id, const char *detail)
{
  Item item = { .type = type, .record = id, .block = filling->self->blocks->len };

  item.label = liaison_manner_tell_name (filling->manner, id);
  item.detail = g_strdup (detail);
  item.told = detail != NULL ? g_strdup_printf ("%s\n%s", item.label, detail)
                             : g_strdup (item.label);
  return add_item (filling->self, &item);
}

static guint
add_line (const Filling *filling, const LiaisonBlock *line)
{
  Item item = { .type = ITEM_LINE, .record = line->id, .block = filling->self->blocks->len };
  g_autofree char *name = liaison_manner_tell_block_name (filling->manner, line);
  const char *code = LIAISON_DATA (Channel, line)->code;

  item.label = code != NULL ? g_strdup_printf ("%s  %s", code, name) : g_strdup (name);
  item.told = g_strdup (item.label);
  return add_item (filling->self, &item);
}

static void
add_circuit (const Filling *filling, const LiaisonCircuit *circuit)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, circuit->channel);
  Item item = { .type = ITEM_CIRCUIT,
                .record = circuit->channel->id,
                .state = circuit->state,
                .pace = channel->pace,
                .overdue = circuit->n_overdue > 0,
                .block = filling->self->blocks->len };
  g_autofree char *name = liaison_manner_tell_block_name (filling->manner, circuit->channel);

  item.faint = filling->shown != NULL && !filling->shown (circuit->channel, filling->data);
  item.label = channel->code != NULL ? g_strdup_printf ("%s  %s", channel->code, name)
                                     : g_strdup (name);
  item.detail = tell_technique (filling->manner, channel);
  item.told = tell_circuit (filling, circuit, item.detail);
  add_item (filling->self, &item);
}

/* The call signs of a station on the circuits of a line: "MISTRAL". NULL: none. */
static const char *
find_call_sign (const Filling *filling, const GPtrArray *circuits, LiaisonId station)
{
  LiaisonLookup lookup = liaison_snapshot_get_lookup (filling->circuits->snapshot);

  for (guint i = 0; i < circuits->len; i++)
    {
      const char *sign = liaison_channel_get_call_sign (
          &lookup, ((const LiaisonCircuit *) circuits->pdata[i])->channel, station);

      if (sign != NULL)
        return sign;
    }
  return NULL;
}

static void
merge_stations (GArray *stations, const LiaisonBlock *channel)
{
  g_autoptr (GArray) more = liaison_channel_list_stations (channel);

  for (guint i = 0; i < more->len; i++)
    {
      LiaisonId id = g_array_index (more, LiaisonId, i);
      gboolean known = FALSE;

      for (guint j = 0; j < stations->len; j++)
        known |= liaison_id_same (g_array_index (stations, LiaisonId, j), id);
      if (!known)
        g_array_append_val (stations, id);
    }
}

/* The box of the block before is shared where it is of the same station. */
static guint
share_start (const Filling *filling, LiaisonId id, const char *detail)
{
  LiaisonNetDiagram *self = filling->self;

  if (self->blocks->len > 0)
    {
      const Block *before = BLOCK (self->blocks->len - 1);

      if (before->start != G_MAXUINT && liaison_id_same (ITEM (before->start)->record, id))
        return before->start;
    }
  return add_station (filling, ITEM_STATION, id, detail);
}

static void
add_block (const Filling *filling,
           const LiaisonBlock *line,
           const LiaisonCircuit *const *circuits,
           guint n)
{
  LiaisonNetDiagram *self = filling->self;
  Block block = { G_MAXUINT, G_MAXUINT };
  g_autoptr (GArray) stations = line != NULL ? liaison_channel_list_stations (line)
                                             : g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  g_autoptr (GPtrArray) all = g_ptr_array_new ();

  for (guint i = 0; i < n; i++)
    {
      g_ptr_array_add (all, (gpointer) circuits[i]);
      merge_stations (stations, circuits[i]->channel);
    }
  if (stations->len > 0)
    {
      LiaisonId start = g_array_index (stations, LiaisonId, 0);
      block.start = share_start (filling, start, find_call_sign (filling, all, start));
    }
  if (line != NULL)
    block.line = add_line (filling, line);
  block.first = self->items->len;
  block.n = n;
  for (guint i = 0; i < n; i++)
    add_circuit (filling, circuits[i]);
  block.far = self->items->len;
  block.n_far = stations->len > 1 ? stations->len - 1 : 0;
  for (guint i = 1; i < stations->len; i++)
    {
      LiaisonId far = g_array_index (stations, LiaisonId, i);
      add_station (filling, ITEM_FAR, far, find_call_sign (filling, all, far));
    }
  g_array_append_val (self->blocks, block);
}

/* What serves no need line stands alone, each circuit with its own stations. */
static void
add_need_line (const Filling *filling, const LiaisonNeedLine *line)
{
  const LiaisonCircuit *const *circuits = (const LiaisonCircuit *const *) line->circuits->pdata;

  if (line->line != NULL)
    add_block (filling, line->line, circuits, line->circuits->len);
  for (guint i = 0; line->line == NULL && i < line->circuits->len; i++)
    add_block (filling, NULL, &circuits[i], 1);
}

static LiaisonId
get_start (const LiaisonNeedLine *line)
{
  g_autoptr (GArray) stations = NULL;

  if (line->line == NULL && line->circuits->len == 0)
    return (LiaisonId){ 0 };
  stations = liaison_channel_list_stations (
      line->line != NULL ? line->line
                         : ((const LiaisonCircuit *) line->circuits->pdata[0])->channel);
  return stations->len > 0 ? g_array_index (stations, LiaisonId, 0) : (LiaisonId){ 0 };
}

void
liaison_net_diagram_set (LiaisonNetDiagram *self,
                         const LiaisonCircuits *circuits,
                         const LiaisonManner *manner,
                         gboolean (*shown) (const LiaisonBlock *channel, gpointer data),
                         gpointer data)
{
  const Filling filling = { self, circuits, manner, shown, data };
  g_autofree gboolean *done = g_new0 (gboolean, circuits->lines->len + 1);

  g_array_set_size (self->items, 0);
  g_array_set_size (self->blocks, 0);
  g_clear_pointer (&self->table, g_ptr_array_unref);
  self->table = liaison_circuits_make_table (circuits, manner, shown, data);
  /* Need lines of one station stand together, where the first of them is. */
  for (guint i = 0; i < circuits->lines->len; i++)
    for (guint j = i; !done[i] && j < circuits->lines->len; j++)
      if (j == i || (!done[j] && liaison_id_same (get_start (circuits->lines->pdata[i]),
                                                  get_start (circuits->lines->pdata[j]))))
        {
          if (j > i)
            done[j] = TRUE;
          add_need_line (&filling, circuits->lines->pdata[j]);
        }
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

void
liaison_net_diagram_set_room (LiaisonNetDiagram *self, double width)
{
  if (self->room == width)
    return;
  self->room = width;
  liaison_drawing_changed (LIAISON_DRAWING (self), TRUE);
}

guint
liaison_net_diagram_count_circuits (LiaisonNetDiagram *self)
{
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    n += ITEM (i)->type == ITEM_CIRCUIT;
  return n;
}
