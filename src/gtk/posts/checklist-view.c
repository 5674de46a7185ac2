/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "posts/checklist-view.h"

#include "preferences.h"
#include "shared/plan-matrix-view.h"

static gboolean
tick (LiaisonPlanMatrixView *view, guint row, guint column)
{
  LiaisonSession *session = liaison_plan_matrix_view_get_session (view);
  const LiaisonChecklists *lists =
      liaison_plan_matrix_get_checklists (liaison_plan_matrix_view_get_facts (view));
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonCheckItemData *item;

  if (column >= liaison_checklists_count_lines (lists)
      || liaison_checklists_get (lists, row, column, &item) == LIAISON_CHECK_NONE
      || liaison_editor_get_read_only (liaison_session_get_editor (session)))
    return TRUE;
  liaison_session_commit (
      session,
      liaison_checklist_tick (liaison_checklists_get_post (lists, row),
                              liaison_checklists_get_line (lists, column)->kit, item, !item->done,
                              (gint32) (manner.now / 86400),
                              liaison_preferences_get_author (liaison_preferences_get_default ())),
      NULL);
  return TRUE;
}

static gboolean
key (LiaisonPlanMatrixView *view, guint key_value, guint row, guint column)
{
  return key_value == GDK_KEY_space && tick (view, row, column);
}

GtkWidget *
liaison_checklist_view_new (LiaisonSession *session)
{
  static const LiaisonPlanMatrixViewFuncs funcs = { .activate = tick, .key = key };

  return liaison_plan_matrix_view_get_widget (
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("checklists"), &funcs));
}
