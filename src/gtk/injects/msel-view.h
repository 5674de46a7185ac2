/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The MEL/MIL (NATO) or MSEL (civil): storylines, incidents and injects as a tree or a flat list.
 */
#pragma once

#include "shared/record-tree.h"
#include "shared/table-view.h"

G_BEGIN_DECLS

GtkWidget *liaison_msel_view_new (LiaisonSession *session);

/* The table in it. Borrowed. */
LiaisonTableView *liaison_msel_view_get_table (GtkWidget *view);
/* All side by side in the order of their times, or below each other. */
void liaison_msel_view_set_flat (GtkWidget *view, gboolean flat);

G_END_DECLS
