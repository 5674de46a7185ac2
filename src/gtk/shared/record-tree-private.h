/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of a tree share: its rows (record-tree.c) and how it follows the document
 * (record-tree-follow.c). */
#pragma once

#include "shared/branch.h"
#include "shared/record-tree.h"

G_BEGIN_DECLS

struct _LiaisonRecordTree
{
  GObject parent_instance;

  /* Static */
  const LiaisonTreeShape *shape;

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
  gboolean flat; /* all stand side by side */
};

/* record-tree.c */
/* The branch of a record, or NULL. */
LiaisonBranch *liaison_record_tree_find (LiaisonRecordTree *self, LiaisonId id);
LiaisonBranch *liaison_record_tree_branch_of (LiaisonRecordTree *self, LiaisonRecord *record);
/* Whether it is one of those that gather the others. */
gboolean liaison_record_tree_is_above (LiaisonRecordTree *self, const LiaisonBranch *branch);
/* Rows forget that they are open whenever GTK's models take them out and put them back in: it is
 * written down before that, and restored afterwards. While a filter opens everything, nothing is
 * written down. */
void liaison_record_tree_save_open (LiaisonRecordTree *self);
void liaison_record_tree_settle (LiaisonRecordTree *self);
/* The filter, or what it looks at, has changed. */
void liaison_record_tree_refilter (LiaisonRecordTree *self);

/* record-tree-follow.c */
/* Fills the tree before anyone looks at it. */
void liaison_record_tree_build (LiaisonRecordTree *self);
void liaison_record_tree_follow (LiaisonRecordTree *self, const LiaisonChange *changes, guint n);
/* Finds every record its place anew. */
void liaison_record_tree_place_all (LiaisonRecordTree *self);

G_END_DECLS
