/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The issue log of agreements: actions that are about one. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_issues_view_new (LiaisonSession *session);

G_END_DECLS
