/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "print/page-view.h"
#include "print/print-job.h"
#include "print/print-window.h"

G_BEGIN_DECLS

struct _LiaisonPrintWindow
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonExtract *extract; /* of a table, or NULL */
  LiaisonPrintable *view;  /* that has a drawing, or NULL */
  LiaisonBox seen;         /* of the drawing */
  GArray *ids;             /* of LiaisonId: what the report is about; NULL: it is none */
  LiaisonMakePagesFunc make; /* of a view that makes pages itself, or NULL */
  gpointer make_data;
  GDestroyNotify make_destroy;
  gboolean landscape;
  char *title, *name;      /* of the print, and for its file */
  LiaisonPages *pages;     /* as they are shown; NULL while the first are set */
  LiaisonWords *words;     /* of the pages */
  GCancellable *job;       /* what is under way, or NULL */
  LiaisonJobProgress *progress;
  GListStore *numbers; /* a GtkStringObject a page, with its number */
  GtkSingleSelection *chosen;

  /* Template */
  AdwWindowTitle *heading;
  AdwToastOverlay *toasts;
  GtkListView *thumbnails;
  GtkStack *stack;
  AdwStatusPage *problem_page;
  GtkScrolledWindow *page_scroller;
  AdwClamp *page_place;
  GtkWidget *progress_box;
  GtkProgressBar *progress_bar;
  GtkLabel *missing;
  AdwComboRow *paper_row, *orientation_row, *margin_row;
  GtkWidget *rows_group;
  AdwComboRow *rows_row, *columns_row, *fit_row;
  GtkWidget *empty_row;
  GtkSwitch *empty_switch;
  AdwComboRow *language_row, *zone_row;
  GtkWidget *page_view;

  LiaisonReportFunc report;

  /* State */
  guint ticker;  /* shows progress */
  guint waiting; /* to set the pages anew, once things have been chosen */
  gint64 made;   /* Unix s: when the pages say they were printed */
};

/* print-window.c: sets the pages anew, with what is chosen; shows the page that is chosen. */
void liaison_print_window_set_pages (LiaisonPrintWindow *self);
void liaison_print_window_show_page (LiaisonPrintWindow *self);
/* print-window-thumbnails.c */
void liaison_print_window_make_thumbnails (LiaisonPrintWindow *self);
/* print-window-output.c: to the printer and into files */
void liaison_print_window_print (LiaisonPrintWindow *self);
void liaison_print_window_save (LiaisonPrintWindow *self);
/* print-window-drawing.c: sets the drawing into pages, at once. */
LiaisonPages *liaison_print_window_set_drawing (LiaisonPrintWindow *self);
/* print-window-report.c: sets the report into pages, in a thread. */
void liaison_print_window_set_report (LiaisonPrintWindow *self,
                                      GCancellable *job,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
/* The page as it was chosen. */
LiaisonPageSetup liaison_print_window_get_setup (LiaisonPrintWindow *self);
/* Begins to show progress of a job; returns its cancellable. */
GCancellable *liaison_print_window_begin (LiaisonPrintWindow *self);
void liaison_print_window_end (LiaisonPrintWindow *self, GCancellable *job);

G_END_DECLS
