/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The shelf of case studies: to be read, and linked as precedents to what is selected. */
#pragma once

#include "inform/case-shelf.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_shelf_view_new (LiaisonSession *session);
/* Adds the case to the precedents of the selected record. FALSE where that has none, or has it
 * already. */
gboolean liaison_shelf_link (LiaisonSession *session, const LiaisonCase *chosen);

G_END_DECLS
