/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The right-hand part of the window: what is selected, to be looked at and changed. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_INSPECTOR (liaison_inspector_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonInspector, liaison_inspector, LIAISON, INSPECTOR, GtkWidget)

/* Follows the selection of @session. */
GtkWidget *liaison_inspector_new (LiaisonSession *session);

/* Gives what is being written in the form to the plan. Call it before a plan is saved or closed: a
 * keyboard shortcut does not move the focus. */
void liaison_inspector_settle (LiaisonInspector *self);

G_END_DECLS
