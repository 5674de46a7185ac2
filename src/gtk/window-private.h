/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the window share. */
#pragma once

#include "window.h"

G_BEGIN_DECLS

struct _LiaisonWindow
{
  AdwApplicationWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GCancellable *loading;
  GtkWidget *inspector;
  GtkWidget *strip;

  /* Template */
  AdwToastOverlay *toasts;
  GtkStack *pages;
  AdwLeaflet *leaflet;
  AdwFlap *flap;
  GtkListBox *areas;
  GtkStack *area_stack;
  GtkBox *strip_place;
  AdwBin *inspector_place;
  AdwWindowTitle *title;
  AdwBin *start_place;
  GtkProgressBar *progress;
  AdwStatusPage *loading_page;
  GtkToggleButton *inspector_button;

  /* State */
  gboolean pressed;         /* a button or a finger is down */
  gboolean inspector_rests; /* hidden until something is selected */
  gboolean closing; /* the person has decided about unsaved changes */
};

/* window-actions.c */
void liaison_window_class_install_actions (GtkWidgetClass *klass);
void liaison_window_update_actions (LiaisonWindow *self);

/* window-sidebar.c */
void liaison_window_fill_sidebar (LiaisonWindow *self);
/* Counted from 0 in the sidebar; none is there: nothing happens. */
void liaison_window_show_nth_area (LiaisonWindow *self, int n);

/* window-inspector.c */
void liaison_window_watch_inspector (LiaisonWindow *self);
void liaison_window_follow_selection (LiaisonWindow *self);

/* window-files.c: loading, recovery, saving */
void liaison_window_save (LiaisonWindow *self);
void liaison_window_save_as (LiaisonWindow *self);
void liaison_window_revert (LiaisonWindow *self);

/* window-close.c */
/* Gives what is half written in the form to the plan. */
void liaison_window_settle (LiaisonWindow *self);
gboolean liaison_window_close_request (GtkWindow *window);

void liaison_window_report (LiaisonWindow *self, const char *what, const char *details);

G_END_DECLS
