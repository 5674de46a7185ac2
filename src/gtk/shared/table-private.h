/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the table view share. */
#pragma once

#include "shared/table-view.h"

#include <adwaita.h>

G_BEGIN_DECLS

/* A column there is, shown or not. */
typedef struct
{
  LiaisonTableView *view; /* borrowed */
  LiaisonTableColumn column;
  gboolean shown_first;        /* until the person chooses otherwise */
  GtkColumnViewColumn *header; /* owned; NULL until it is first shown */
  gboolean gone;               /* an own column that the exercise has no more */
} LiaisonTableSlot;

struct _LiaisonTableView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableCache *cache;
  LiaisonTableFilter *filter;
  LiaisonTableSorter *sorter;
  GtkMultiSelection *rows;
  LiaisonRecordTree *tree; /* what arranges them, or NULL */
  GPtrArray *slots;        /* of LiaisonTableSlot */
  GHashTable *cells;       /* LiaisonTableCell, those bound to a row; borrowed */
  GHashTable *marks;       /* LiaisonId -> how bad and how many, of findings */
  GtkWidget *editor;       /* the popover for editing in place, or NULL */
  GtkWidget *menu;         /* the context menu, or NULL */

  /* Borrowed */
  LiaisonTableFilterBar *line; /* the bar of its own, or one above that it shares; weak */
  const LiaisonKind *kind;
  const LiaisonTableSetup *setup;
  gpointer setup_data;

  /* Template */
  GtkWidget *content;
  LiaisonTableFilterBar *bar;
  GtkStack *pages;
  GtkScrolledWindow *scroller;
  GtkColumnView *list;
  AdwStatusPage *empty_page;
  AdwStatusPage *nothing_page;
  GMenuModel *row_menu;

  /* State */
  const char *cursor;     /* id of the column that keys edit; interned or static */
  GtkWidget *cursor_cell; /* the cell that shows it; weak */
  LiaisonId focused;      /* the record of the row that had the focus last */
  gboolean selecting;     /* while this view itself selects */
  gboolean unmarked;      /* findings have changed since their marks were counted */
  gboolean players;       /* only what players see is shown */
  GPtrArray *set_aside;   /* ids of columns that players do not see; NULL: none */
  guint scroll_tick, scroll_position; /* a row to be brought into sight when there is room for it */
  gboolean behind;        /* cells or selection are to be brought up to date when it is shown */
};

/* Of findings about one record. */
typedef struct
{
  int severity; /* LiaisonSeverity */
  guint n;
} LiaisonTableMark;

/* table-columns.c */
void liaison_table_view_make_columns (LiaisonTableView *self);
LiaisonTableSlot *liaison_table_view_find_slot (LiaisonTableView *self, const char *id);
LiaisonTableSlot *
liaison_table_view_add_slot (LiaisonTableView *self, LiaisonTableColumn column, gboolean shown);
void liaison_table_view_remember (LiaisonTableView *self);
/* table-own.c: columns that the exercise adds */
void liaison_table_view_add_own_slots (LiaisonTableView *self);
/* TRUE when they are others than before. */
gboolean liaison_table_view_follow_own_columns (LiaisonTableView *self);
/* table-chooser.c */
GtkWidget *liaison_table_chooser_new (LiaisonTableView *view);

/* table-rows.c: rows, selection and focus */
void liaison_table_view_make_rows (LiaisonTableView *self);
LiaisonRecord *liaison_table_view_get_record (LiaisonTableView *self, guint position);
/* GTK_INVALID_LIST_POSITION when it is not shown. */
guint liaison_table_view_find_row (LiaisonTableView *self, LiaisonId record);
void liaison_table_view_focus_row (LiaisonTableView *self, guint position);
void liaison_table_view_scroll_to (LiaisonTableView *self, guint position);
/* The selected records in the order of their rows; those of other kinds left out unless @any.
 * Borrowed records, free the array. */
GPtrArray *liaison_table_view_list_selected (LiaisonTableView *self, gboolean any);
/* Selects the rows of the session's selection. */
void liaison_table_view_follow_selection (LiaisonTableView *self);

/* table-cursor.c: the cell that keys go to */
void liaison_table_view_install_keys (LiaisonTableView *self);
void liaison_table_view_set_cursor (LiaisonTableView *self, const char *id);
/* The slot of the shown column @steps away from the cursor; NULL past the end. */
LiaisonTableSlot *liaison_table_view_get_neighbour (LiaisonTableView *self, int steps);
void liaison_table_view_update_cursor (LiaisonTableView *self);

/* table-actions.c */
void liaison_table_view_class_install_actions (GtkWidgetClass *klass);
void liaison_table_view_update_actions (LiaisonTableView *self);
void liaison_table_view_watch_clicks (LiaisonTableView *self);

/* table-extract.c: what is printed and exported (GInterfaceInitFunc) */
void liaison_table_view_printable_init (gpointer interface, gpointer data);

/* table-view.c */
/* Rows, or why there are none; and how many there are. */
void liaison_table_view_show_page (LiaisonTableView *self);
void liaison_table_view_update_page (LiaisonTableView *self);
GtkWindow *liaison_table_view_get_window (LiaisonTableView *self);
/* "355 events". Transfer full. */
char *liaison_table_count_text (const LiaisonKind *kind, guint n);

G_END_DECLS
