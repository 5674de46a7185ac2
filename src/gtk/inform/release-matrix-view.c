/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/release-matrix-view.h"

#include "shared/plan-matrix-view.h"

GtkWidget *
liaison_release_matrix_view_new (LiaisonSession *session)
{
  return liaison_plan_matrix_view_get_widget (
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("products"), NULL));
}
