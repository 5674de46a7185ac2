/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The window of one exercise: areas left, the area in the middle, the inspector right, a strip below. */
#pragma once

#include "session.h"

#include <adwaita.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WINDOW (liaison_window_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonWindow, liaison_window, LIAISON, WINDOW, AdwApplicationWindow)

LiaisonWindow *liaison_window_new (GtkApplication *application);

/* Nothing is open in it, nor being opened. */
gboolean liaison_window_is_empty (LiaisonWindow *self);
gboolean liaison_window_has_path (LiaisonWindow *self, const char *path);
/* NULL while nothing is open. Borrowed. */
LiaisonSession *liaison_window_get_session (LiaisonWindow *self);

/* Loads in a thread and shows; a plan that a crash left unsaved changes of is offered them. */
void liaison_window_load (LiaisonWindow *self, const char *path);
/* Shows an untitled copy of the sample exercise. */
void liaison_window_load_sample (LiaisonWindow *self);
/* Takes @plan. @path NULL: it was never saved. */
void liaison_window_show_plan (LiaisonWindow *self, LiaisonPlan *plan, const char *path);

/* The area that is shown: its name, and the widget. NULL: none. Borrowed. */
const char *liaison_window_get_area (LiaisonWindow *self);
GtkWidget *liaison_window_get_shown (LiaisonWindow *self);
/* Shows the area, and the record in it. */
void liaison_window_show_area (LiaisonWindow *self, const char *area);
void liaison_window_show_record (LiaisonWindow *self, LiaisonId record);

G_END_DECLS
