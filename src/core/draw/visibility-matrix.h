/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a matrix with who may see what: a row for each record of a table, a column for each nation,
 * and in each cell whether it goes there and, in a letter, why not. */
#pragma once

#include "draw/matrix.h"
#include "release/view.h"

G_BEGIN_DECLS

typedef struct
{
  LiaisonKindId kind;
  gboolean withheld_only; /* only records that somebody may not see */
} LiaisonVisibilityMatrixSetup;

/* What was filled in. */
typedef struct
{
  GPtrArray *blocks;    /* of LiaisonBlock, a reference each: the rows */
  GPtrArray *audiences; /* of LiaisonAudience: the columns */
  LiaisonSnapshot *snapshot;
  guint n_open;     /* rows that every nation sees */
  guint n_withheld; /* cells that are withheld */
} LiaisonVisibilityMatrix;

LiaisonVisibilityMatrix *liaison_visibility_matrix_fill (LiaisonMatrix *matrix,
                                                         LiaisonSnapshot *snapshot,
                                                         const LiaisonManner *manner,
                                                         const LiaisonVisibilityMatrixSetup *setup);
void liaison_visibility_matrix_free (LiaisonVisibilityMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonVisibilityMatrix, liaison_visibility_matrix_free)

/* Why the cell is as it is, as a sentence. @manner's lookup is of the snapshot. Transfer full. */
char *liaison_visibility_matrix_tell (const LiaisonVisibilityMatrix *self,
                                      guint row,
                                      guint column,
                                      const LiaisonManner *manner);
G_END_DECLS
