/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which objectives have injects, in which storylines. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  LiaisonId objective; /* zero: injects without an objective */
  guint depth;
  guint total; /* injects that serve it; those of objectives below it not among them */
  gboolean covered; /* it, or one below it, has an inject */
} LiaisonCoverageRow;

typedef struct _LiaisonCoverage LiaisonCoverage;

/* Rows are the objectives in their tree, and at the end the injects that have none; columns the
 * storylines (what injects hang under, at the top), and at the end those that hang under nothing.
 * Cancelled and retired injects do not count, nor storylines and incidents themselves. Any thread.
 */
LiaisonCoverage *liaison_coverage_new (const LiaisonSnapshot *snapshot);
void liaison_coverage_free (LiaisonCoverage *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonCoverage, liaison_coverage_free)

guint liaison_coverage_count_rows (const LiaisonCoverage *self);
guint liaison_coverage_count_columns (const LiaisonCoverage *self);
const LiaisonCoverageRow *liaison_coverage_get_row (const LiaisonCoverage *self, guint row);
/* The storyline; zero for the last one, those without. */
LiaisonId liaison_coverage_get_column (const LiaisonCoverage *self, guint column);
guint liaison_coverage_count (const LiaisonCoverage *self, guint row, guint column);
/* The injects of a cell. Free the array. */
GArray *liaison_coverage_list (const LiaisonCoverage *self, guint row, guint column);
/* How many objectives have no inject, nor one below them that has. */
guint liaison_coverage_count_bare (const LiaisonCoverage *self);

G_END_DECLS
