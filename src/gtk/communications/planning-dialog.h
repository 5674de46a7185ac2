/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A dialog that plans tests: which circuits, from when until when, how often. */
#pragma once

#include "arrangements/test-planning.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the circuits that are selected, or below selected need lines; of all where none is. */
void liaison_planning_dialog_present (GtkWindow *parent, LiaisonSession *session);

/* The circuits it would be about, in the order in which they are called. Of LiaisonId. Free the array. */
GArray *liaison_planning_dialog_list_circuits (LiaisonSession *session);
/* Makes the edit, one that is undone in one step, and selects the check. FALSE where it was refused. */
gboolean liaison_planning_dialog_plan (LiaisonSession *session, const LiaisonTestPlanning *planning);

G_END_DECLS
