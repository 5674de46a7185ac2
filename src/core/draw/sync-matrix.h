/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fills a matrix with what takes place: the synchronisation matrix of the controllers and the
 * execution matrix of the players. */
#pragma once

#include "draw/agenda.h"
#include "draw/matrix.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_SYNC_ROWS_PARTICIPANTS, /* headquarters, units and cells in their tree; people in none */
  LIAISON_SYNC_ROWS_NATIONS,
  LIAISON_SYNC_ROWS_AREAS, /* functional areas */
  LIAISON_SYNC_ROWS_SITES,
} LiaisonSyncRows;

typedef enum
{
  LIAISON_SYNC_COLUMNS_PHASES, /* of the conduct; where there are none, days */
  LIAISON_SYNC_COLUMNS_DAYS,
  LIAISON_SYNC_COLUMNS_HALF_DAYS,
  LIAISON_SYNC_COLUMNS_HOURS, /* four at a time */
} LiaisonSyncColumns;

typedef struct
{
  LiaisonSyncRows rows;
  LiaisonSyncColumns columns;
  gboolean players;   /* the execution matrix: no injects, nothing hidden from players */
  gboolean all_rows;  /* rows without anything too */
  gint64 from, until; /* Unix s; both 0: from STARTEX to ENDEX */
  LiaisonAgendaTest test;
  gpointer data;
} LiaisonSyncSetup;

/* A column of the filled matrix: [start, end), Unix s. */
typedef struct
{
  gint64 start, end;
} LiaisonSyncColumn;

/* What was filled in, for gestures. */
typedef struct
{
  LiaisonSyncSetup setup;
  GArray *columns;    /* of LiaisonSyncColumn */
  GArray *areas;      /* of int: for rows that are functional areas, the choice; else 0 */
  GPtrArray *nations; /* of const char *: for rows that are nations, the code; else NULL */
} LiaisonSyncMatrix;

/* The words and names are those of @manner, whose lookup is of @snapshot. The most of 400 columns
 * and 20,000 items are shown. */
LiaisonSyncMatrix *liaison_sync_matrix_fill (LiaisonMatrix *matrix,
                                             const LiaisonSnapshot *snapshot,
                                             const LiaisonManner *manner,
                                             const LiaisonSyncSetup *setup);
void liaison_sync_matrix_free (LiaisonSyncMatrix *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSyncMatrix, liaison_sync_matrix_free)

G_END_DECLS
