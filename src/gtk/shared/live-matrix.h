/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix of what was worked out from the plan, made anew as the plan changes; a cell that is
 * clicked selects the records it stands for. */
#pragma once

#include "draw/matrix.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_LIVE_MATRIX (liaison_live_matrix_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonLiveMatrix, liaison_live_matrix, LIAISON, LIVE_MATRIX, GtkWidget)

/* What is shown. All of it static; what stands after `empty` may be NULL. */
typedef struct
{
  /* Fills an empty matrix, and says in a line what there is to say. Transfer full. */
  char *(*fill) (LiaisonMatrix *matrix,
                 const LiaisonSnapshot *snapshot,
                 const LiaisonManner *manner,
                 gpointer data);
  /* The records of a cell, of the whole row where @column is LIAISON_MATRIX_NOWHERE. Free the
   * array. */
  GArray *(*list) (guint row, guint column, gpointer data);
  const char *empty; /* msgid of what is said while there is nothing to show */

  const char *title;       /* msgid: over prints, and for screen readers */
  const char *empty_title; /* msgid */
  /* Why a cell is as it is; NULL: nothing to say. Transfer full. */
  char *(*tell) (const LiaisonManner *manner, guint row, guint column, gpointer data);
  /* Enter and a double click. FALSE: the view named "list" beside it is shown. */
  gboolean (*activate) (guint row, guint column, gpointer data);
  /* A key on a cell, before it moves or selects. TRUE: it has been seen to. */
  gboolean (*key) (guint key, guint row, guint column, gpointer data);
  /* As in shared/matrix-view.h. */
  gboolean (*can_move) (LiaisonId record, guint row, guint column, gpointer data);
  void (*move) (
      LiaisonId record, guint from_row, guint from_column, guint row, guint column, gpointer data);
} LiaisonLiveMatrixFuncs;

/* @settings (may be NULL) stands at the end of the line above. Takes @data, which is freed with
 * @destroy. */
GtkWidget *liaison_live_matrix_new (LiaisonSession *session,
                                    const LiaisonLiveMatrixFuncs *funcs,
                                    GtkWidget *settings,
                                    gpointer data,
                                    GDestroyNotify destroy);
/* Counts anew, as soon as it is seen: a setting has changed. */
void liaison_live_matrix_refresh (LiaisonLiveMatrix *self);
LiaisonMatrix *liaison_live_matrix_get_matrix (LiaisonLiveMatrix *self);
/* What the line above says. */
const char *liaison_live_matrix_get_summary (LiaisonLiveMatrix *self);
/* A button on the page that is shown while there is nothing; @label is translated. */
void
liaison_live_matrix_set_first_step (LiaisonLiveMatrix *self, const char *label, const char *action);
/* Whether the filter of the tables beside it lets a record through. */
gboolean liaison_live_matrix_lets_through (LiaisonLiveMatrix *self, LiaisonId record);
/* Where a cell stands, for popovers. FALSE: nowhere. */
gboolean
liaison_live_matrix_place (LiaisonLiveMatrix *self, guint row, guint column, GdkRectangle *area);
/* What Enter does on a cell, and a key; for tests too. FALSE: it is not seen to. */
gboolean liaison_live_matrix_activate (LiaisonLiveMatrix *self, guint row, guint column);
gboolean liaison_live_matrix_press (LiaisonLiveMatrix *self, guint key, guint row, guint column);
/* Selects the records of a cell, as a click does. */
void liaison_live_matrix_select (LiaisonLiveMatrix *self, guint row, guint column);

G_END_DECLS
