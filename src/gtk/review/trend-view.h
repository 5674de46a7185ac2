/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of the findings since the last planning conference. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_trend_view_new (LiaisonSession *session, const LiaisonKind *kind);

G_END_DECLS
