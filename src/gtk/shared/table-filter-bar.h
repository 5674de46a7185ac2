/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The lines above a table: a search, choices to filter by, how many rows are shown, and buttons. */
#pragma once

#include "shared/table-filter.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE_FILTER_BAR (liaison_table_filter_bar_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonTableFilterBar, liaison_table_filter_bar, LIAISON, TABLE_FILTER_BAR, GtkWidget)

/* Sets @filter as the person wishes. @extra (may be NULL) is the name of a field to offer beside
 * those that are columns. */
void liaison_table_filter_bar_set_filter (LiaisonTableFilterBar *self,
                                          LiaisonSession *session,
                                          const LiaisonKind *kind,
                                          LiaisonTableFilter *filter,
                                          const char *extra);
LiaisonTableFilter *liaison_table_filter_bar_get_filter (LiaisonTableFilterBar *self);
/* What the search says while nothing is typed, and its tooltip; translated. */
void liaison_table_filter_bar_set_prompt (LiaisonTableFilterBar *self,
                                          const char *prompt,
                                          const char *tip);
/* Another thing to filter by; @reset (GtkWidget *widget) is called when all is cleared. */
void liaison_table_filter_bar_add (LiaisonTableFilterBar *self, GtkWidget *widget, GCallback reset);
/* The button that shows the column chooser. */
GtkMenuButton *liaison_table_filter_bar_get_columns_button (LiaisonTableFilterBar *self);
void liaison_table_filter_bar_set_count (LiaisonTableFilterBar *self, const char *text);
/* The same from numbers of records, also as set_size () wants it: “34 of 355 events”. */
void liaison_table_filter_bar_tell_count (LiaisonTableFilterBar *self,
                                          const LiaisonKind *kind,
                                          guint shown,
                                          guint all);
/* How many rows there are to search: among many it waits for a pause in typing. */
void liaison_table_filter_bar_set_size (LiaisonTableFilterBar *self, guint n_rows);
/* The languages, zone or nations have changed. */
void liaison_table_filter_bar_refresh (LiaisonTableFilterBar *self);
void liaison_table_filter_bar_clear (LiaisonTableFilterBar *self);
void liaison_table_filter_bar_focus (LiaisonTableFilterBar *self);

G_END_DECLS
