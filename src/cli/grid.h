/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Aligned columns of text for a terminal. */
#pragma once

#include "output.h"

G_BEGIN_DECLS

typedef struct _LiaisonGrid LiaisonGrid;

/* @columns may not be 0. */
LiaisonGrid *liaison_grid_new (guint columns);
/* With all cells of a table: GPtrArray of GStrv of one length, heads first. */
LiaisonGrid *liaison_grid_new_for_rows (const GPtrArray *rows);
void liaison_grid_free (LiaisonGrid *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonGrid, liaison_grid_free)

typedef enum
{
  LIAISON_GRID_PLAIN,
  LIAISON_GRID_NUMBER, /* at the right, and never cut */
  LIAISON_GRID_WHOLE,  /* never cut: a part of a time is worse than none */
  LIAISON_GRID_NAME,   /* cut only when it is twice as wide as others */
} LiaisonGridRole;

void liaison_grid_set_role (LiaisonGrid *self, guint column, LiaisonGridRole role);
/* The next cell, row by row; made safe and put on one line. */
void liaison_grid_add (LiaisonGrid *self, const char *text);
/* Whether the column has anything in it below the first row, which is the head. */
gboolean liaison_grid_has_values (LiaisonGrid *self, guint column);
/* Leaves the column out. */
void liaison_grid_hide (LiaisonGrid *self, guint column);

/* Lets columns be left out, from the last on, where there is so little room that they would all be
 * cut to pieces. */
void liaison_grid_set_spare (LiaisonGrid *self, gboolean spare);

/* Prints all rows with a blank column between two; with a @width other than 0 the widest columns
 * are cut until a row fits. Cells written from right to left stand isolated, so that the columns
 * keep their places. */
void liaison_grid_print (LiaisonGrid *self, guint width);

G_END_DECLS
