/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the matrix share. */
#pragma once

#include "draw/matrix.h"

G_BEGIN_DECLS

#define NOWHERE LIAISON_MATRIX_NOWHERE
/* In LiaisonHit.index: cells and heads, which are no items. */
#define HIT_CELL 0x80000000u
/* More items of one cell than this are told as a number. */
#define MAX_SHOWN 6

typedef struct
{
  LiaisonId id;
  char *label, *detail, *group;
  guint depth;
  gboolean strong;
  gboolean folded;
  guint end;       /* rows: the first row after those under it */
  gboolean hidden;   /* rows: under a folded one, or left out */
  gboolean left_out; /* rows: not what is looked for */
} MatrixHead;

typedef struct
{
  guint row, column;
  LiaisonMatrixItem item; /* its label is owned */
} MatrixItem;

typedef struct
{
  float level; /* negative: none */
  guint8 hue;
  char *text;
} MatrixHeat;

struct _LiaisonMatrix
{
  LiaisonDrawing parent_instance;

  /* Filled in */
  GArray *rows, *columns; /* of MatrixHead */
  GArray *items;          /* of MatrixItem, by row, column, order */
  MatrixHeat *heat;       /* row by row, or NULL */
  guint n_heat;
  char *corner;
  guint letters, head_letters;

  /* Kept */
  GHashTable *folded;   /* of ids of rows */
  GHashTable *selected; /* of ids */
  LiaisonMatrixCursor cursor;
  guint target_row, target_column;
  char *search; /* folded; NULL: all rows */
  LiaisonMatrixSieveFunc sieve;
  gpointer sieve_data;
  double room;
  LiaisonMatrixTellFunc tell;
  gpointer tell_data;

  /* Found out */
  guint *first_item; /* for each row the first of its items, and one more */
  double *tops;      /* for each row its top, and one more */
  double column_width, item_height, padding, head_width, head_height, band_height, line_height;
  gboolean has_groups, has_details;
};

static inline MatrixHead *
matrix_row (const LiaisonMatrix *self, guint row)
{
  return &g_array_index (self->rows, MatrixHead, row);
}

static inline MatrixHead *
matrix_column (const LiaisonMatrix *self, guint column)
{
  return &g_array_index (self->columns, MatrixHead, column);
}

static inline MatrixItem *
matrix_item (const LiaisonMatrix *self, guint number)
{
  return &g_array_index (self->items, MatrixItem, number);
}

/* The first item at or after the column in the row, and the last row's end as a bound. */
guint matrix_find_items (const LiaisonMatrix *self, guint row, guint column, guint *n);
/* Items of all rows under a folded one. */
guint matrix_count_under (const LiaisonMatrix *self, guint row, guint column);
/* The row that holds @y; NOWHERE below the last. */
guint matrix_find_row (const LiaisonMatrix *self, double y);
/* How many lines a cell of @n items has. */
guint matrix_count_lines (guint n);

/* matrix-draw.c */
void matrix_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size);
void matrix_draw (LiaisonDrawing *drawing,
                  LiaisonCanvas *canvas,
                  LiaisonDrawingPart part,
                  const LiaisonBox *visible);

/* matrix-find.c */
gboolean
matrix_find (LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit);
gboolean matrix_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit);
gboolean
matrix_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to);
char *matrix_tell (LiaisonDrawing *drawing, const LiaisonManner *manner, const LiaisonHit *hit);

/* For the class: edges of columns and rows. */
double matrix_find_cut (LiaisonDrawing *drawing, gboolean across, double from, double most);

G_END_DECLS
