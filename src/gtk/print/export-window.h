/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonExportWindow: asks in which format and what of a view is exported, and does it. */
#pragma once

#include "print/printable.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_EXPORT_WINDOW (liaison_export_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonExportWindow, liaison_export_window, LIAISON, EXPORT_WINDOW, AdwWindow)

/* @toasts is where it is said that the file is there. */
GtkWidget *liaison_export_window_new (GtkWindow *parent,
                                      LiaisonSession *session,
                                      LiaisonExtract *extract,
                                      AdwToastOverlay *toasts);
/* The same for what is in the drawing of @view, which must be a table. */
GtkWidget *liaison_export_window_new_for_drawing (GtkWindow *parent,
                                                  LiaisonSession *session,
                                                  LiaisonPrintable *view,
                                                  AdwToastOverlay *toasts);

G_END_DECLS
