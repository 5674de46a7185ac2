/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The copy of one record for an audience: field by field, by what the table says of each. */
#pragma once

#include "release/fresh.h"

G_BEGIN_DECLS

/* On the stack of one redaction. Borrows all. */
typedef struct
{
  const LiaisonView *view;
  const LiaisonFresh *fresh;
  GHashTable *orders; /* LiaisonId in a block -> its new order key */
  GArray *withheld;   /* of LiaisonWithheld: what was left out is added */
  LiaisonLookup lookup;
  const char *zone; /* in which anchored times without one of their own are written; NULL: UTC */

  /* At hand */
  LiaisonKindId kind;
  const LiaisonBlock *record;
  const LiaisonField *field; /* of the record, also where an item is copied */
} LiaisonCopying;

/* A record that the audience may see, under @id. Not yet shared; transfer full. */
LiaisonBlock *liaison_copying_copy (LiaisonCopying *self, const LiaisonBlock *record, LiaisonId id);

/*< private to release/ >*/
/* What a field holds, as the audience may see it: into @to, which is not set. */
void liaison_copying_copy_value (LiaisonCopying *self,
                                 const LiaisonField *field,
                                 gconstpointer from,
                                 gpointer to);
void liaison_copying_report (LiaisonCopying *self, LiaisonWithheldReason reason, LiaisonId other);
LiaisonItems *liaison_copying_copy_items (LiaisonCopying *self,
                                          const LiaisonField *field,
                                          const LiaisonItems *items);
/* Copies all fields that the audience may see. */
void liaison_copying_copy_fields (LiaisonCopying *self, const LiaisonBlock *from, LiaisonBlock *to);

G_END_DECLS
