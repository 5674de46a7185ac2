/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An area that shows the records of one or several kinds as tables. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A table for each of the @kinds, with a switcher above where there are several. */
GtkWidget *liaison_table_area_new (LiaisonSession *session, const LiaisonKindId *kinds, guint n);

G_END_DECLS
