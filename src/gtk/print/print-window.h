/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonPrintWindow: what is to be printed, page by page as it will be, with all that can be
 * chosen about it. */
#pragma once

#include "pack/pages.h"
#include "pack/report.h"
#include "print/printable.h"
#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_PRINT_WINDOW (liaison_print_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonPrintWindow, liaison_print_window, LIAISON, PRINT_WINDOW, AdwWindow)

GtkWidget *
liaison_print_window_new (GtkWindow *parent, LiaisonSession *session, LiaisonExtract *extract);
/* The same for the drawing of @view, which must have one. */
GtkWidget *liaison_print_window_new_for_drawing (GtkWindow *parent,
                                                 LiaisonSession *session,
                                                 LiaisonPrintable *view);

/* The same for a report, called @title, about the records @ids (none: all); saved as @name. */
GtkWidget *liaison_print_window_new_for_report (GtkWindow *parent,
                                                LiaisonSession *session,
                                                LiaisonReportFunc report,
                                                const LiaisonId *ids,
                                                guint n_ids,
                                                const char *title,
                                                const char *name);
/* The pages of a view that makes them itself, to be shown by @manner on paper of @setup; @now in Unix s.
 * Still to flow. Transfer full. */
typedef LiaisonPages *(*LiaisonMakePagesFunc) (const LiaisonManner *manner,
                                               const LiaisonPageSetup *setup,
                                               gint64 now,
                                               gpointer data);
/* The same for such pages, which lie at first where @landscape. Takes @data. */
GtkWidget *liaison_print_window_new_for_pages (GtkWindow *parent,
                                               LiaisonSession *session,
                                               const char *title,
                                               gboolean landscape,
                                               LiaisonMakePagesFunc make,
                                               gpointer data,
                                               GDestroyNotify destroy);

G_END_DECLS
