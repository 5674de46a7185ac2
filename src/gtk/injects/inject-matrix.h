/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix of counts of injects, made anew as the plan changes; a cell that is clicked selects the
 * injects it counts. */
#pragma once

#include "draw/matrix.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_INJECT_MATRIX (liaison_inject_matrix_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonInjectMatrix, liaison_inject_matrix, LIAISON, INJECT_MATRIX, GtkWidget)

/* What is counted. All of it static. */
typedef struct
{
  /* Fills an empty matrix, and says in a line what there is to say. Transfer full. */
  char *(*fill) (LiaisonMatrix *matrix,
                 const LiaisonSnapshot *snapshot,
                 const LiaisonManner *manner,
                 gpointer data);
  /* The injects of a cell, of the whole row where @column is LIAISON_MATRIX_NOWHERE. Free the
   * array. */
  GArray *(*list) (guint row, guint column, gpointer data);
  const char *empty; /* msgid of what is said while there is nothing to count */
} LiaisonInjectMatrixFuncs;

/* @settings (may be NULL) stands at the end of the line above. Takes @data, which is freed with
 * @destroy. */
GtkWidget *liaison_inject_matrix_new (LiaisonSession *session,
                                      const LiaisonInjectMatrixFuncs *funcs,
                                      GtkWidget *settings,
                                      gpointer data,
                                      GDestroyNotify destroy);
/* Counts anew, as soon as it is seen: a setting has changed. */
void liaison_inject_matrix_refresh (LiaisonInjectMatrix *self);
LiaisonMatrix *liaison_inject_matrix_get_matrix (LiaisonInjectMatrix *self);
/* What the line above says. */
const char *liaison_inject_matrix_get_summary (LiaisonInjectMatrix *self);
/* Selects the injects of a cell, as a click does. */
void liaison_inject_matrix_select (LiaisonInjectMatrix *self, guint row, guint column);

G_END_DECLS
