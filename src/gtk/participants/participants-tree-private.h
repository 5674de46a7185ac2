/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of the tree share: its rows (participants-tree.c) and how it follows the document
 * (participants-follow.c). */
#pragma once

#include "participants/branch.h"
#include "participants/participants-tree.h"

G_BEGIN_DECLS

struct _LiaisonParticipantsTree
{
  GObject parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;
  GtkSorter *sorter;
  GHashTable *branches; /* LiaisonId -> LiaisonBranch */
  GHashTable *circular; /* LiaisonBranch of those whose parents go round; borrowed */
  GListStore *roots;
  GtkCustomFilter *shown;
  GtkTreeListModel *rows;

  /* State */
  guint settle_source;
  guint n_hits;
  gboolean filtering;
};

/* participants-tree.c */
/* The branch of a record, or NULL. */
LiaisonBranch *liaison_participants_tree_find (LiaisonParticipantsTree *self, LiaisonId id);
LiaisonBranch *liaison_participants_tree_branch_of (LiaisonParticipantsTree *self,
                                                    LiaisonRecord *record);
/* Rows forget that they are open whenever GTK's models take them out and put them back in: it is
 * written down before that, and restored afterwards. While a filter opens everything, nothing is
 * written down. */
void liaison_participants_tree_save_open (LiaisonParticipantsTree *self);
void liaison_participants_tree_settle (LiaisonParticipantsTree *self);
/* The filter, or what it looks at, has changed. */
void liaison_participants_tree_refilter (LiaisonParticipantsTree *self);

/* participants-follow.c */
/* Fills the tree before anyone looks at it. */
void liaison_participants_tree_build (LiaisonParticipantsTree *self);
void liaison_participants_tree_follow (LiaisonParticipantsTree *self,
                                       const LiaisonChange *changes,
                                       guint n);

G_END_DECLS
