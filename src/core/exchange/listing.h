/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonListing: a table as somebody sees it now, taken out of the plan: with these columns, these
 * rows, in this order and this language. Exports, copies and prints are made of it. */
#pragma once

#include "words/query.h"

#include <gio/gio.h>

G_BEGIN_DECLS

/* What a cell holds beside its text, so that spreadsheets can reckon with it. */
typedef enum
{
  LIAISON_LISTING_EMPTY,
  LIAISON_LISTING_TEXT,
  LIAISON_LISTING_NUMBER,
  LIAISON_LISTING_TIME,
  LIAISON_LISTING_DATE,
  LIAISON_LISTING_DURATION,
} LiaisonListingType;

typedef struct
{
  LiaisonListingType type;
  gint32 offset;    /* TIME: of the zone it is told in, s east of UTC */
  gint64 value;     /* NUMBER; TIME: Unix s; DATE: days since 1970-01-01; DURATION: s */
  const char *text; /* as people read it; "" where EMPTY. The listing's, each text once */
} LiaisonListingCell;

/* How a column is best set out. */
typedef enum
{
  LIAISON_LISTING_PLAIN,
  LIAISON_LISTING_NAME,    /* what the row is called */
  LIAISON_LISTING_WHOLE,   /* a time or a code: of which a part is of no use */
  LIAISON_LISTING_NUMERIC, /* digits stand below each other */
} LiaisonListingRole;

typedef struct
{
  char *name;    /* for programs */
  char *heading; /* for people */
  LiaisonListingRole role;
} LiaisonListingColumn;

/* How the cells are spelt. */
typedef enum
{
  LIAISON_LISTING_AS_TOLD, /* for people, in the manner's language, zone and format */
  LIAISON_LISTING_EXACT,   /* as in the plan's file: see exchange/spelling.h */
} LiaisonListingSpelling;

typedef struct
{
  /* What stands over it; any may be NULL */
  char *exercise;
  char *title;   /* of the table: "Events" */
  char *filter;  /* why not all rows are here */
  char *marking; /* of all that it holds */

  /* Told by the manner */
  char *language; /* BCP 47 */
  gboolean right_to_left;
  char *zone;   /* IANA; of times that are not told in a zone of their own */
  gboolean dtg; /* times are date-time groups */
  LiaisonListingSpelling spelling;

  /* The table */
  LiaisonListingColumn *columns;
  guint n_columns;
  GArray *cells;  /* of LiaisonListingCell, row by row */
  GArray *levels; /* of guint8, one a row: how deep it hangs in a tree */

  /*< private >*/
  gatomicrefcount refs;
  GStringChunk *texts;
} LiaisonListing;

/* No rows yet. Headings are msgids, told in the manner's language; with EXACT the names. */
LiaisonListing *liaison_listing_new (const LiaisonManner *manner,
                                     LiaisonListingSpelling spelling,
                                     const LiaisonColumn *columns,
                                     guint n_columns);
/* One whose cells a view of its own makes. @headings are in the manner's language. */
LiaisonListing *liaison_listing_new_plain (const LiaisonManner *manner,
                                           const char *const *headings,
                                           guint n_columns);
/* One of rows of text, as drawings make them of themselves: GStrvs, headings first. Transfer full. */
LiaisonListing *liaison_listing_new_for_rows (const LiaisonManner *manner,
                                              const char *title,
                                              const GPtrArray *rows);
LiaisonListing *liaison_listing_ref (LiaisonListing *self);
void liaison_listing_unref (LiaisonListing *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonListing, liaison_listing_unref)

/* Fills it with @blocks, which may be of several kinds: a field is looked for by its name. @levels
 * (may be NULL) are the depths of rows in a tree. Pure, in any thread; FALSE with
 * G_IO_ERROR_CANCELLED. */
gboolean liaison_listing_fill (LiaisonListing *self,
                               const LiaisonManner *manner,
                               LiaisonListingSpelling spelling,
                               const LiaisonColumn *columns,
                               const LiaisonBlock *const *blocks,
                               const guint8 *levels,
                               guint n_blocks,
                               GCancellable *cancellable,
                               GError **error);
/* What @query finds in @snapshot, with its title and why not all is there. NULL with
 * G_IO_ERROR_CANCELLED. */
LiaisonListing *liaison_listing_new_for_query (const LiaisonQuery *query,
                                               const LiaisonManner *manner,
                                               LiaisonListingSpelling spelling,
                                               const LiaisonSnapshot *snapshot,
                                               GCancellable *cancellable,
                                               GError **error);
/* Or row by row: begins one, to which a cell for each column is then added. Isolates at the ends
 * of texts are kept: they matter on paper. */
void liaison_listing_begin_row (LiaisonListing *self, guint8 level);
void liaison_listing_add (LiaisonListing *self, const LiaisonListingCell *cell);
void liaison_listing_add_text (LiaisonListing *self, const char *text);

guint liaison_listing_get_n_rows (const LiaisonListing *self);
static inline const LiaisonListingCell *
liaison_listing_get (const LiaisonListing *self, guint row, guint column)
{
  return &g_array_index (self->cells, LiaisonListingCell, row * self->n_columns + column);
}

/* Columns of a terminal or a typewriter that @text takes: wide characters take two, accents none.
 */
guint liaison_listing_measure (const char *text);

G_END_DECLS
