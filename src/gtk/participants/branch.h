/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branches: where each nation and participant stands in the tree. Knows nothing of rows and views.
 */
#pragma once

#include "record/document.h"

G_BEGIN_DECLS

typedef struct _LiaisonBranch LiaisonBranch;

struct _LiaisonBranch
{
  LiaisonRecord *record; /* owned */
  LiaisonId id;
  LiaisonBranch *parent; /* borrowed; NULL: beside the nations */
  GListStore *children;  /* of LiaisonRecord, owned; NULL while there never were any */
  guint hits;            /* records here and below that the filter lets through */
  gboolean hit;          /* this one is */
  gboolean open;         /* its row was open when last looked at */
};

LiaisonBranch *liaison_branch_new (LiaisonRecord *record);
void liaison_branch_free (gpointer branch);

gboolean liaison_branch_is_nation (const LiaisonBranch *self);
gboolean liaison_branch_has_children (const LiaisonBranch *self);

/* The record the participant hangs under: its parent, else its nation; NULL: neither is there. A
 * parent that hangs, by way of others, under the participant itself is no parent; then *@circular
 * is TRUE. */
LiaisonRecord *liaison_branch_find_parent (LiaisonDocument *document,
                                           const LiaisonBlock *block,
                                           gboolean *circular);

/* Puts the record into a list in the order in which people have put them, else by age; takes it out
 * again. */
void liaison_branch_list_insert (GListStore *list, LiaisonRecord *record);
gboolean liaison_branch_list_remove (GListStore *list, LiaisonRecord *record);

G_END_DECLS
