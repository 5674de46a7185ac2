/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix to work in: cursor, selection (the window's), folding, dragging items to other cells,
 * copying as a table and as a picture.
 *
 * Keys: arrows go through cells and the items in them, Home and End to the first and last column,
 * Enter opens, Space selects, + and - unfold and fold, Ctrl+C copies the table, Ctrl+Shift+C the
 * picture. */
#pragma once

#include "draw/matrix.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_MATRIX_VIEW (liaison_matrix_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonMatrixView, liaison_matrix_view, LIAISON, MATRIX_VIEW, GtkWidget)

/* What the owner does with it; any may be NULL. */
typedef struct
{
  /* Enter or a double click; @record zero: on an empty place. */
  void (*activate) (LiaisonId record, guint row, guint column, gpointer data);
  /* Whether an item may be dropped on a cell, and what then happens. */
  gboolean (*can_move) (LiaisonId record, guint row, guint column, gpointer data);
  void (*move) (
      LiaisonId record, guint from_row, guint from_column, guint row, guint column, gpointer data);
  /* A key without Ctrl and Alt, before the view looks at it. TRUE: it has been seen to. */
  gboolean (*key) (guint key, gpointer data);
} LiaisonMatrixFuncs;

/* Keeps a reference to @matrix. @funcs is static, @data must outlive the view. */
LiaisonMatrixView *liaison_matrix_view_new (LiaisonSession *session,
                                            LiaisonMatrix *matrix,
                                            const LiaisonMatrixFuncs *funcs,
                                            gpointer data);

/* What it shows, for screen readers; translated. */
void liaison_matrix_view_set_label (LiaisonMatrixView *self, const char *label);
/* Where a cell stands in the widget. FALSE: nowhere. */
gboolean liaison_matrix_view_place (LiaisonMatrixView *self,
                                    const LiaisonMatrixCursor *cursor,
                                    GdkRectangle *area);

/* What of the body is seen. */
void liaison_matrix_view_get_seen (LiaisonMatrixView *self, LiaisonBox *seen);

LiaisonMatrix *liaison_matrix_view_get_matrix (LiaisonMatrixView *self);
/* All of it as tab-separated values. Transfer full. */
char *liaison_matrix_view_make_text (LiaisonMatrixView *self);
void liaison_matrix_view_copy_table (LiaisonMatrixView *self);
void liaison_matrix_view_copy_picture (LiaisonMatrixView *self);

G_END_DECLS
