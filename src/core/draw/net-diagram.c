/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "draw/net-diagram-private.h"

#include <math.h>

#define PAPER_WIDTH 900.
#define LEAST_WIDTH 640.
#define GAP         14. /* between need lines */
#define LEAST_BOX   24.
#define NAME_PART   0.21 /* of the width, for the stations of each side */

G_DEFINE_FINAL_TYPE (LiaisonNetDiagram, liaison_net_diagram, LIAISON_TYPE_DRAWING)

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
  drawing_class->draw = net_diagram_draw;
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
