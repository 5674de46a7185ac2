/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that change the plan, of a widget whose class has them. For buttons and for actions that
 * are objects there is liaison_session_bind_writable. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @names, static and up to a NULL, are off while the plan is read only. */
void
liaison_bind_writing_actions (GtkWidget *widget, LiaisonSession *session, const char *const *names);

G_END_DECLS
