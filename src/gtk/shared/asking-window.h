/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A modal window that asks for a few things and makes something of them: rows of entries, what is
 * wrong with them in a line above, Cancel and Create. Escape closes it. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_ASKING_WINDOW (liaison_asking_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonAskingWindow, liaison_asking_window, LIAISON, ASKING_WINDOW, AdwWindow)

/* Signals: “create” when it is to be made, “edited” when something was typed. Owned by GTK. */
LiaisonAskingWindow *
liaison_asking_window_new (GtkWindow *parent, const char *title, int width, int height);

/* Below the title; NULL: the title alone. */
void liaison_asking_window_set_subtitle (LiaisonAskingWindow *self, const char *subtitle);
void liaison_asking_window_set_can_create (LiaisonAskingWindow *self, gboolean can);
/* Below what there is already. */
void liaison_asking_window_append (LiaisonAskingWindow *self, GtkWidget *child);
/* An entry that says @title, with @text at first, at the end of a preferences group. */
AdwEntryRow *liaison_asking_window_add_entry (LiaisonAskingWindow *self,
                                              GtkWidget *group,
                                              const char *title,
                                              const char *text);

/* Says what is wrong, and which of the rows (or NULL) it is about. */
void liaison_asking_window_complain (LiaisonAskingWindow *self, AdwEntryRow *row, const char *text);
/* Nothing is wrong any more. */
void liaison_asking_window_calm (LiaisonAskingWindow *self);

const char *liaison_asking_window_get_text (AdwEntryRow *row);
/* Days since 1970-01-01, as other fields of dates understand them. FALSE where it is none. */
gboolean liaison_asking_window_read_day (LiaisonSession *session, AdwEntryRow *row, gint32 *day);
/* A day as it stands in an entry: “2027-10-14”. Transfer full. */
char *liaison_asking_window_tell_day (gint32 day);

G_END_DECLS
