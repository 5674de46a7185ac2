/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How many injects reach each training audience when: overload and dead time at a glance. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  LiaisonId participant; /* zero: those for nobody who trains */
  guint depth;           /* below others of the training audience */
  guint total;           /* injects for it, or for those below it, in all columns */
} LiaisonDensityRow;

typedef struct
{
  guint n;        /* injects */
  guint workload; /* of these, as far as it is given; 1 where it is not */
} LiaisonDensityCell;

typedef struct _LiaisonDensity LiaisonDensity;

typedef struct
{
  gint64 step;            /* s of a column: 3600, 14400, 86400; days begin at midnight in `zone` */
  const char *zone;       /* IANA zone in which columns are counted; NULL: UTC */
  gboolean contingencies; /* count injects that only come if something happens, too */
} LiaisonDensityScale;

/* Columns beyond this are not counted. */
#define LIAISON_DENSITY_MAX_COLUMNS 1000

/* Injects of the plan by training audience (roles training and secondary audience, and what is
 * below them) and time, from STARTEX or the first inject to ENDEX or the last. An inject counts
 * once for each audience it goes to and once for each above that; a liaison post counts for the
 * participant it is sent to. Cancelled and retired ones are left out, and so are storylines and
 * incidents. Any thread. */
LiaisonDensity *liaison_density_new (const LiaisonSnapshot *snapshot,
                                     const LiaisonDensityScale *scale);
void liaison_density_free (LiaisonDensity *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonDensity, liaison_density_free)

guint liaison_density_count_rows (const LiaisonDensity *self);
guint liaison_density_count_columns (const LiaisonDensity *self);
const LiaisonDensityRow *liaison_density_get_row (const LiaisonDensity *self, guint row);
/* Unix s at which the column begins; that of the column past the last is where it ends. */
gint64 liaison_density_get_start (const LiaisonDensity *self, guint column);
LiaisonDensityCell liaison_density_get_cell (const LiaisonDensity *self, guint row, guint column);
/* The injects of a cell, by time. Free the array. */
GArray *liaison_density_list (const LiaisonDensity *self, guint row, guint column);
/* Whether the column lies in a run of at least @columns without an inject for the row, between its
 * first and its last. */
gboolean
liaison_density_is_gap (const LiaisonDensity *self, guint row, guint column, guint columns);
/* Injects without a time, and without an audience, which no cell can show. */
guint liaison_density_count_timeless (const LiaisonDensity *self);

G_END_DECLS
