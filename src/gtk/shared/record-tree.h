/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of a tree of records: participants below headquarters below nations, injects below
 * incidents below storylines. */
#pragma once

#include "shared/branch.h"
#include "shared/table-filter.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_RECORD_TREE (liaison_record_tree_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRecordTree, liaison_record_tree, LIAISON, RECORD_TREE, GObject)

/* Follows the document of @session edit by edit. Rows are sorted by @sorter among their siblings; a
 * row is shown when @filter lets it through, or one below it. What has neither a parent nor a
 * record that gathers it stands at the root; so does each once whose parents go round in a circle.
 */
LiaisonRecordTree *liaison_record_tree_new (LiaisonSession *session,
                                            const LiaisonTreeShape *shape,
                                            LiaisonTableFilter *filter,
                                            GtkSorter *sorter);

/* GtkTreeListRows of records. Borrowed. */
GListModel *liaison_record_tree_get_rows (LiaisonRecordTree *self);
/* Flat: all records of the kind side by side, none below another. */
void liaison_record_tree_set_flat (LiaisonRecordTree *self, gboolean flat);
/* Opens the branches above the record. */
void liaison_record_tree_reveal (LiaisonRecordTree *self, LiaisonId record);
/* How many records of the kind the filter lets through. */
guint liaison_record_tree_count (LiaisonRecordTree *self);
/* How many of these pass the test. */
guint liaison_record_tree_count_if (LiaisonRecordTree *self,
                                    gboolean (*test) (const LiaisonBlock *block));

G_END_DECLS
