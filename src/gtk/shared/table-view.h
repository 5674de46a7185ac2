/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table of the records of one kind, made from its table of fields: columns, sorting, filter,
 * selection, editing in place. */
#pragma once

#include "session.h"
#include "shared/record-tree.h"
#include "shared/table-filter-bar.h"
#include "shared/table-sorter.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE_VIEW (liaison_table_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableView, liaison_table_view, LIAISON, TABLE_VIEW, GtkWidget)

/* How a view differs from a plain table. All of it static; members may be NULL or zero. */
typedef struct
{
  const char *name; /* under which the session remembers columns; NULL: the kind's */
  /* Columns that stand before those of the fields, in place of the columns of their fields. */
  const LiaisonTableColumn *columns;
  guint n_columns;
  /* Ends with NULL: names of fields that are columns at first, beside those that always are. */
  const char *const *shown;
  const char *sort;   /* id of the column it is sorted by at first; NULL: as the records came */
  const char *icon;   /* of the page shown while there is nothing */
  const char *filter; /* name of a field to filter by beside those that are columns; NULL: none */

  const LiaisonTreeShape *tree; /* how records stand below one another; NULL: side by side */

  /* Of a tree, what else to say of how many there are: "212 persons". Transfer full. */
  char *(*tell_more) (LiaisonRecordTree *tree);
  /* Asked before the selected records are deleted; TRUE: it has been seen to otherwise. */
  gboolean (*deletes) (LiaisonTableView *view, const GPtrArray *records, gpointer data);
  /* Fills in what a new record should have beside a serial and a marking. */
  void (*prepare) (LiaisonTableView *view, LiaisonBlock *block, gpointer data);
} LiaisonTableSetup;

GtkWidget *liaison_table_view_new (LiaisonSession *session, const LiaisonKind *kind);
/* @setup (may be NULL) is static; @data is for its functions and must outlive the view. */
LiaisonTableView *liaison_table_view_new_with (LiaisonSession *session,
                                               const LiaisonKind *kind,
                                               const LiaisonTableSetup *setup,
                                               gpointer data);
/* The same below a line of filters that other views of these records obey too: @bar counts and
 * clears for itself. */
LiaisonTableView *liaison_table_view_new_filtered (LiaisonSession *session,
                                                   const LiaisonKind *kind,
                                                   const LiaisonTableSetup *setup,
                                                   gpointer data,
                                                   LiaisonTableFilterBar *bar);

LiaisonSession *liaison_table_view_get_session (LiaisonTableView *self);
const LiaisonKind *liaison_table_view_get_kind (LiaisonTableView *self);
LiaisonTableFilter *liaison_table_view_get_filter (LiaisonTableView *self);
LiaisonTableSorter *liaison_table_view_get_sorter (LiaisonTableView *self);
/* The rows as they are shown. Borrowed. */
GtkSelectionModel *liaison_table_view_get_rows (LiaisonTableView *self);
/* NULL when the records stand side by side. Borrowed. */
LiaisonRecordTree *liaison_table_view_get_tree (LiaisonTableView *self);

/* Puts @widget at the end of the line of filters; @reset is called when all filters are cleared. */
void liaison_table_view_add_filter (LiaisonTableView *self, GtkWidget *widget, GCallback reset);
/* Adds a section to the end of the context menu of rows. */
void liaison_table_view_append_menu (LiaisonTableView *self, GMenuModel *section);
/* The context menu of rows. Borrowed. */
GMenuModel *liaison_table_view_get_menu (LiaisonTableView *self);
/* The selected records of the view's kind, in the order of their rows. Borrowed records, free the
 * array. */
GPtrArray *liaison_table_view_list_chosen (LiaisonTableView *self);
/* What players see: columns that are for exercise control only are not shown, nor records that are
 * hidden from players. */
void liaison_table_view_set_for_players (LiaisonTableView *self, gboolean players);
/* Moves the focus to the row of the record, and scrolls there. FALSE when it is not shown. */
gboolean liaison_table_view_show_record (LiaisonTableView *self, LiaisonId record);
void liaison_table_view_focus_search (LiaisonTableView *self);

/* The ids of the shown columns, in order. Free the array only. */
GPtrArray *liaison_table_view_list_columns (LiaisonTableView *self);
void liaison_table_view_set_column_shown (LiaisonTableView *self, const char *id, gboolean shown);
/* Sorts by the column, as a click on its header does. */
void liaison_table_view_sort_by (LiaisonTableView *self, const char *id, gboolean descending);

/* What a gesture does, for keys, menus and tests alike. */

/* Puts what was typed into the cell, as one edit; FALSE with a translated sentence when it is
 * refused. Text that stands there already changes nothing. */
gboolean liaison_table_view_edit_cell (
    LiaisonTableView *self, LiaisonId record, const char *column, const char *text, GError **error);
/* The shown columns of the selected rows as TSV, with headings. Transfer full. */
char *liaison_table_view_copy (LiaisonTableView *self);
/* The same for other programs too: as HTML, which keeps dates and text what they are, and as TSV.
 */
void liaison_table_view_copy_to (LiaisonTableView *self, GdkClipboard *clipboard);
/* Rows of TSV become new records, or (@over) go into the selected ones; in one group of edits. What
 * was refused is told in a dialog. Returns how many records were added or changed. */
guint liaison_table_view_paste (LiaisonTableView *self, const char *tsv, gboolean over);
/* Asks first when others refer to what is selected. */
void liaison_table_view_delete (LiaisonTableView *self);
/* The same for these records of its kind, without asking the setup. */
void liaison_table_view_delete_records (LiaisonTableView *self, const GPtrArray *records);

G_END_DECLS
