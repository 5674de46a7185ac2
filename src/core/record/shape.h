/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What follows from a table of fields, worked out when it is first needed: so that going through a
 * hundred thousand blocks only touches the fields that matter. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* Places of fields in a table, in ascending order. */
typedef struct
{
  guint n;
  const LiaisonField **fields;
} LiaisonFieldList;

/* Made once for each shape, never freed. */
struct _LiaisonShapeLore
{
  LiaisonJsonNames names;     /* "id", then those of the fields */
  const LiaisonBlock *blank;  /* a block of which nothing is set, to be copied by its bytes */
  LiaisonFieldList counted;   /* those whose values hold references to memory */
  const gint16 *places;       /* of each field in `counted`, or -1 */
  LiaisonFieldList referring; /* those that may refer to records, or whose items may */
  LiaisonFieldList anchoring; /* of them, those that hold instants, or whose items do */
};

const LiaisonShapeLore *liaison_shape_get_lore (const LiaisonShape *shape);

G_END_DECLS
