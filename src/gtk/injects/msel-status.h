/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with selected injects: their status, retiring instead of deleting, what triggers
 * them. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

/* Gives @view, a table of injects, the actions "inject.*", their keys and their part of the menu.
 */
void liaison_msel_status_add (LiaisonTableView *view);
/* For LiaisonTableSetup: offers to retire what has a serial. */
gboolean
liaison_msel_status_deletes (LiaisonTableView *view, const GPtrArray *records, gpointer data);

G_END_DECLS
