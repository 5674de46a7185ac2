/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window “What if”: what breaks without a nation, site, agreement …, and what to do about it. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows it over @parent. @record: what it asks about at first; zero or of another kind: what is
 * chosen there. It follows the plan while it is open. */
void liaison_withdraw_window_present (GtkWindow *parent, LiaisonSession *session, LiaisonId record);

G_END_DECLS
