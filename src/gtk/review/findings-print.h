/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings that are shown, on paper. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Shows the pages of @findings (of LiaisonFinding *, in the order of the screen; taken). */
void liaison_findings_print (GtkWindow *parent, LiaisonSession *session, GPtrArray *findings);

G_END_DECLS
