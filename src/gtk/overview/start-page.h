/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a window shows while nothing is open: new, open, the sample, recent plans. */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_start_page_new (void);

G_END_DECLS
