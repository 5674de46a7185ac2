/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Filling the synchronisation matrix: its columns, its rows, and what meets in them. */
#pragma once

#include "draw/sync-matrix.h"

G_BEGIN_DECLS

#define LIAISON_SYNC_NO_ROW G_MAXUINT

/* A row before it is known whether anything stands in it. */
typedef struct
{
  LiaisonId id;
  char *label;
  guint parent; /* place, or NOBODY */
  guint depth;
  int area;
  const char *nation;
  gboolean used;
  guint row; /* in the matrix */
} LiaisonSyncRow;

typedef struct
{
  guint row, column;      /* row by its place here */
  LiaisonMatrixItem item; /* label owned */
} LiaisonSyncMet;

typedef struct
{
  LiaisonSyncMatrix *result;
  LiaisonMatrix *matrix;
  const LiaisonSnapshot *snapshot;
  const LiaisonManner *manner;
  const LiaisonSyncSetup *setup;
  const char *zone;
  gint64 from, until;
  GArray *rows;       /* of LiaisonSyncRow */
  GHashTable *places; /* of LiaisonId * -> place + 1 */
  GArray *met;        /* of LiaisonSyncMet */
  guint nobody;       /* the row of what names nobody, made when it is needed */
} LiaisonSyncFill;

/* Columns of time, as set up (sync-columns.c). */
G_GNUC_INTERNAL void liaison_sync_add_columns (LiaisonSyncFill *fill);

/* Rows (sync-rows.c): all that may be needed; those of an event or inject, as places; and into the
 * matrix those in which something stands, or all. */
G_GNUC_INTERNAL void liaison_sync_add_rows (LiaisonSyncFill *fill);
G_GNUC_INTERNAL LiaisonSyncRow *liaison_sync_get_row (const LiaisonSyncFill *fill, guint place);
G_GNUC_INTERNAL void liaison_sync_find_rows (LiaisonSyncFill *fill,
                                             GArray *places,
                                             const LiaisonIds *participants,
                                             const LiaisonCodes *nations,
                                             int area,
                                             LiaisonId chair,
                                             LiaisonId site);
G_GNUC_INTERNAL void liaison_sync_put_rows (LiaisonSyncFill *fill);
G_GNUC_INTERNAL void liaison_sync_row_clear (gpointer row);

G_END_DECLS
