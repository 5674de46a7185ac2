/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/tabular.h"

G_BEGIN_DECLS

/* Between columns, above and below the lines of a row, for each level of a tree; in points. */
#define LIAISON_TABULAR_GAP    8
#define LIAISON_TABULAR_PAD    2.5
#define LIAISON_TABULAR_INDENT 9

/* Lines broken on purpose that a cell is measured in. */
#define LIAISON_TABULAR_PARTS 4

/* What is in a column. */
typedef struct
{
  double natural; /* the widest cell on one line */
  double least;   /* the widest piece that should not be broken */
  double weight;  /* how much text there is: the sum of natural widths */
  double relaxed; /* the same where codes may be broken too; of no meaning to fit and balance */
} LiaisonColumnNeeds;

/* Columns that stand on one page. */
typedef struct
{
  guint first, end; /* of the columns */
  guint repeated;   /* the column that leads them again, or G_MAXUINT */
} LiaisonTile;

typedef struct
{
  LiaisonMatter parent;

  /* Given */
  LiaisonTabularSource source;
  LiaisonTabularColumn *columns;
  LiaisonMatter *whole; /* that this is a part of, or itself */
  guint from, to;       /* its rows */
  gboolean together;    /* not parted where it is low enough */

  /* Made by the flow */
  const LiaisonTypeStyle *cell, *cell_end, *head, *head_end;
  double leading;
  gboolean right_to_left;
  double *widths;
  GArray *tiles;                /* of LiaisonTile */
  const LiaisonSetting **heads; /* one a column */
  const LiaisonSetting **cells; /* row by row */
  guint *lines;                 /* of each row: of its highest cell */
  guint head_lines;
} LiaisonTabular;

/* Chooses widths such that rows become low, between least and natural ones; @needs has n of them.
 * FALSE where even the least do not fit @measure: then they are squeezed. Pure. */
gboolean liaison_tabular_fit (
    const LiaisonColumnNeeds *needs, guint n, double measure, double gap, double *widths);
/* Moves width from column to column as long as that makes rows lower: by @naturals, the natural
 * widths of @n_rows rows of cells (a sample of all; LIAISON_TABULAR_PARTS a cell, 0 where there is
 * nothing). Pure. */
void liaison_tabular_balance (
    const LiaisonColumnNeeds *needs, guint n, const float *naturals, guint n_rows, double *widths);
/* How many lines the rows have then, on average. Pure. */
double
liaison_tabular_estimate (const float *naturals, guint n_rows, guint n, const double *widths);
/* Cuts columns of @widths into tiles of at most @measure. Pure. */
GArray *
liaison_tabular_cut (const double *widths, guint n, guint repeated, double measure, double gap);

/* Whether a row stands over others; and the last one that does at or before @row, or G_MAXUINT. */
gboolean liaison_tabular_is_span (const LiaisonTabular *self, guint row);
guint liaison_tabular_find_span (const LiaisonTabular *self, guint row);
double liaison_tabular_get_row_height (const LiaisonTabular *self, guint lines);
double liaison_tabular_get_head_height (const LiaisonTabular *self);
void liaison_tabular_draw (const LiaisonMatter *matter,
                           const LiaisonPlacement *placement,
                           LiaisonPress *press);

/* Measures and sets all of its cells, once. FALSE: cancelled. */
gboolean liaison_tabular_prepare (LiaisonTabular *self, LiaisonFlow *flow);
void liaison_tabular_flow (LiaisonMatter *matter, LiaisonFlow *flow);

G_END_DECLS
