/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which zones the rulers of a timeline show. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @zones interned names, NULL being Zulu. */
typedef void (*LiaisonZonesFunc) (const char *const *zones, guint n, gpointer data);

/* A button with a popover to choose by; @func is called at once with what was chosen last, and
 * again with each change. */
GtkWidget *liaison_zone_chooser_new (LiaisonSession *session, LiaisonZonesFunc func, gpointer data);

G_END_DECLS
