/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tree of participants: below each nation its headquarters and units, below these what they
 * consist of. */
#pragma once

#include "shared/table-filter.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PARTICIPANTS_TREE (liaison_participants_tree_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonParticipantsTree, liaison_participants_tree, LIAISON, PARTICIPANTS_TREE, GObject)

/* Follows the document of @session edit by edit. Rows are sorted by @sorter among their siblings; a
 * row is shown when @filter lets it through, or one below it. Who has neither a parent nor a nation
 * in the plan, stands beside the nations; so does nobody twice whose parents go round in a circle.
 */
LiaisonParticipantsTree *liaison_participants_tree_new (LiaisonSession *session,
                                                        LiaisonTableFilter *filter,
                                                        GtkSorter *sorter);

/* GtkTreeListRows of records. Borrowed. */
GListModel *liaison_participants_tree_get_rows (LiaisonParticipantsTree *self);
/* Opens the branches above the record. */
void liaison_participants_tree_reveal (LiaisonParticipantsTree *self, LiaisonId record);
/* How many participants the filter lets through. */
guint liaison_participants_tree_count (LiaisonParticipantsTree *self);
/* How many of these are persons. */
guint liaison_participants_tree_count_people (LiaisonParticipantsTree *self);

G_END_DECLS
