/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The live findings by rule, to be jumped to, fixed and accepted. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @kind is not used: for pages. */
GtkWidget *liaison_findings_view_new (LiaisonSession *session, const LiaisonKind *kind);

G_END_DECLS
