/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonExtract: all that a view offers to be printed, exported or copied, taken at one moment, so
 * that a thread may work on it while people go on. */
#pragma once

#include "exchange/listing.h"

G_BEGIN_DECLS

typedef struct
{
  const LiaisonBlock *block; /* a reference */
  guint8 level;              /* in a tree */
  gboolean shown, selected;
} LiaisonExtractRow;

/* A condition that the rows shown meet. */
typedef struct
{
  const LiaisonField *field; /* NULL: one of another kind */
  int choice;                /* CHOICE */
  char *code;                /* NATION, NATIONS; "" for none */
} LiaisonExtractFilter;

typedef struct
{
  char *title;       /* of the view, in the language of the screen */
  const char *label; /* the same as a msgid, for prints in other languages; or NULL */
  char *typed;       /* words that were looked for; NULL: none */
  GArray *filters;   /* of LiaisonExtractFilter */
  char *name;        /* for names of files */
  gboolean whole;    /* all tables of the exercise, whatever the columns and rows here */
  LiaisonSnapshot *snapshot;
  GArray *columns;      /* of LiaisonColumn: those shown, in order */
  GArray *more_columns; /* of LiaisonColumn: those not shown */
  GArray *rows;         /* of LiaisonExtractRow */
  guint n_shown, n_selected;

  /*< private >*/
  gatomicrefcount refs;
} LiaisonExtract;

/* Empty, of the plan's state @snapshot. */
LiaisonExtract *liaison_extract_new (LiaisonSnapshot *snapshot);
LiaisonExtract *liaison_extract_ref (LiaisonExtract *self);
void liaison_extract_unref (LiaisonExtract *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonExtract, liaison_extract_unref)

void liaison_extract_add_row (LiaisonExtract *self,
                              const LiaisonBlock *block,
                              guint level,
                              gboolean shown,
                              gboolean selected);

typedef enum
{
  LIAISON_EXTRACT_SHOWN,
  LIAISON_EXTRACT_SELECTED,
  LIAISON_EXTRACT_ALL,
} LiaisonExtractRows;

/* What of it, and how it is told. */
typedef struct
{
  LiaisonExtractRows rows;
  gboolean all_columns;
  LiaisonListingSpelling spelling;
  LiaisonWords *words; /* borrowed */
  const char *zone;    /* IANA; NULL: UTC */
  LiaisonTimeStyle format;
  gint64 now; /* Unix s */
} LiaisonExtractChoice;

/* All tables of the exercise that have records in them. */
LiaisonExtract *liaison_extract_new_whole (LiaisonSnapshot *snapshot);

/* The tables of it, of LiaisonListing: one, or all that have records in them. In any thread; NULL
 * with G_IO_ERROR_CANCELLED. */
GPtrArray *liaison_extract_make_listings (const LiaisonExtract *self,
                                          const LiaisonExtractChoice *choice,
                                          GCancellable *cancellable,
                                          GError **error);
/* What all of a whole extract is marked; NULL: nothing. Transfer full. */
char *liaison_extract_tell_marking (const LiaisonExtract *self,
                                    const LiaisonExtractChoice *choice);
/* In any thread; NULL with G_IO_ERROR_CANCELLED. */
LiaisonListing *liaison_extract_make_listing (const LiaisonExtract *self,
                                              const LiaisonExtractChoice *choice,
                                              GCancellable *cancellable,
                                              GError **error);

G_END_DECLS
