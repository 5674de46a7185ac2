/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every rule of the review, with its severity and threshold in this exercise. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @kind is not used: for pages. */
GtkWidget *liaison_rules_view_new (LiaisonSession *session, const LiaisonKind *kind);

G_END_DECLS
