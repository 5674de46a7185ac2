/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the net diagram share: net-diagram.c places and finds, net-diagram-draw.c draws, net-diagram-fill.c makes the
 * items of circuits. */
#pragma once

#include "draw/net-diagram.h"

G_BEGIN_DECLS

#define MARGIN 12.
#define SIGN   5.

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

#define ITEM(i)  (&g_array_index (self->items, Item, i))
#define BLOCK(i) (&g_array_index (self->blocks, Block, i))

void
net_diagram_draw (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingPart part, const LiaisonBox *visible);

G_END_DECLS
