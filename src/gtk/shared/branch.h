/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Branches: where each record stands in a tree. Knows nothing of rows and views. */
#pragma once

#include "record/document.h"

G_BEGIN_DECLS

typedef struct _LiaisonBranch LiaisonBranch;

/* What a tree is of: records of one kind below each other, by the field of the kind that is flagged
 * PARENT; and records of another kind that gather those which have no parent. All of it static. */
typedef struct
{
  const LiaisonKind *kind;
  const LiaisonKind *above; /* NULL: nothing gathers them */
  /* The record of @above that @block belongs to; NULL: none. */
  LiaisonRecord *(*find_above) (LiaisonDocument *document, const LiaisonBlock *block);
  gboolean open; /* records with others below them are open at first, not only those of @above */
} LiaisonTreeShape;

struct _LiaisonBranch
{
  LiaisonRecord *record; /* owned */
  LiaisonId id;
  LiaisonBranch *parent; /* borrowed; NULL: at the root */
  GListStore *children;  /* of LiaisonRecord, owned; NULL while there never were any */
  guint hits;            /* records here and below that the filter lets through */
  gboolean hit;          /* this one is */
  gboolean open;         /* its row was open when last looked at */
};

LiaisonBranch *liaison_branch_new (LiaisonRecord *record);
void liaison_branch_free (gpointer branch);

gboolean liaison_branch_has_children (const LiaisonBranch *self);

/* The parent that the field of @block names; zero: none. */
LiaisonId liaison_branch_get_parent_id (const LiaisonTreeShape *tree, const LiaisonBlock *block);
/* The record that @block, of the kind of the tree, hangs under: its parent, else what gathers it;
 * NULL: neither is there. A parent that hangs, by way of others, under the record itself is no
 * parent; then *@circular is TRUE. */
LiaisonRecord *liaison_branch_find_parent (const LiaisonTreeShape *tree,
                                           LiaisonDocument *document,
                                           const LiaisonBlock *block,
                                           gboolean *circular);

/* Puts the record into a list in the order in which people have put them, else by age; takes it out
 * again. */
void liaison_branch_list_insert (GListStore *list, LiaisonRecord *record);
/* Makes it a list of these records, which are put in that order: whoever looks at it is told once. */
void liaison_branch_list_fill (GListStore *list, GPtrArray *records);
gboolean liaison_branch_list_remove (GListStore *list, LiaisonRecord *record);

G_END_DECLS
