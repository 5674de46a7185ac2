/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A matrix of draw/plan-matrix.h to look at: with a line of what there is to say, settings,
 * tooltips that say why, and a click that selects the records of a cell. */
#pragma once

#include "draw/plan-matrix.h"
#include "shared/live-matrix.h"

G_BEGIN_DECLS

typedef struct _LiaisonPlanMatrixView LiaisonPlanMatrixView;

/* What more an owner does with it; static, any may be NULL. */
typedef struct
{
  gboolean (*activate) (LiaisonPlanMatrixView *view, guint row, guint column);
  gboolean (*key) (LiaisonPlanMatrixView *view, guint key, guint row, guint column);
  gboolean (*can_move) (LiaisonPlanMatrixView *view, LiaisonId record, guint row, guint column);
  void (*move) (LiaisonPlanMatrixView *view,
                LiaisonId record,
                guint from_row,
                guint from_column,
                guint row,
                guint column);
} LiaisonPlanMatrixViewFuncs;

/* The view's data; it lives as long as its widget. @funcs may be NULL. */
LiaisonPlanMatrixView *liaison_plan_matrix_view_new (LiaisonSession *session,
                                                     const LiaisonPlanMatrixType *type,
                                                     const LiaisonPlanMatrixViewFuncs *funcs);
GtkWidget *liaison_plan_matrix_view_get_widget (LiaisonPlanMatrixView *self);
LiaisonSession *liaison_plan_matrix_view_get_session (LiaisonPlanMatrixView *self);
LiaisonMatrix *liaison_plan_matrix_view_get_matrix (LiaisonPlanMatrixView *self);
/* What is shown; NULL until it is. Borrowed until it is worked out anew. */
LiaisonPlanMatrix *liaison_plan_matrix_view_get_facts (LiaisonPlanMatrixView *self);
/* To be changed, and then refreshed. */
LiaisonPlanMatrixOptions *liaison_plan_matrix_view_get_options (LiaisonPlanMatrixView *self);
void liaison_plan_matrix_view_refresh (LiaisonPlanMatrixView *self);

/* Settings, at the end of the line above. */
typedef void (*LiaisonPlanMatrixChoiceFunc) (LiaisonPlanMatrixView *self, guint chosen);
/* @labels: msgids, NULL-terminated; @tip: translated. */
void liaison_plan_matrix_view_add_choice (LiaisonPlanMatrixView *self,
                                          const char *const *labels,
                                          guint chosen,
                                          const char *tip,
                                          LiaisonPlanMatrixChoiceFunc func);
void liaison_plan_matrix_view_add_toggle (LiaisonPlanMatrixView *self,
                                          const char *label,
                                          const char *tip,
                                          LiaisonPlanMatrixChoiceFunc func);
void liaison_plan_matrix_view_add_widget (LiaisonPlanMatrixView *self, GtkWidget *widget);
/* A button that explains: @title and @text are translated. */
void liaison_plan_matrix_view_add_help (LiaisonPlanMatrixView *self,
                                        const char *title,
                                        const char *text);
/* What is at hand in the empty page too: the first step. Translated label, action name. */
void liaison_plan_matrix_view_set_first_step (LiaisonPlanMatrixView *self,
                                              const char *label,
                                              const char *action);

G_END_DECLS
