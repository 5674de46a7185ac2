/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tabular matter: rows and columns over many pages, the head repeated on each.
 *
 * Rows stay whole; one that is higher than a page is parted between lines. Columns either fit the
 * measure, widths following what is in them and the type becoming smaller where it must; or they
 * have the width they need and are cut into tiles, pages to be laid side by side, on which the
 * first column is repeated. */
#pragma once

#include "pack/matter.h"

G_BEGIN_DECLS

typedef struct
{
  const char *heading;
  gboolean whole;   /* never broken where there is room: times, codes, numbers */
  gboolean numeric; /* stands at the end of its column */
  gboolean name;    /* what the row is called: repeated on tiles */
  gboolean lead;    /* the first line of each cell is bold */
} LiaisonTabularColumn;

typedef struct
{
  const LiaisonTabularColumn *columns;
  guint n_columns;
  guint n_rows;
  gboolean tiled;
  /* The text of a cell, "" for none; valid as long as `data` is. */
  const char *(*get_text) (gpointer data, guint row, guint column);
  /* How deep a row hangs in a tree, or NULL. */
  guint (*get_level) (gpointer data, guint row);
  gpointer data; /* must outlive the matter */

  /* The rest may be left out */
  gboolean headless; /* no row of headings */
  double factor;     /* of the usual size of type; 0: as it is */
  /* Whether the first cell of the row stands over the rows that follow, all across the table; it is
   * repeated where they go on on another page. */
  gboolean (*is_span) (gpointer data, guint row);
  const LiaisonBlock *(*get_record) (gpointer data, guint row);
  /* Where these are set, a picture of that size, in points, stands before the first cell of each
   * row; NULL from get_picture: a head and shoulders. */
  double picture_width, picture_height;
  cairo_surface_t *(*get_picture) (gpointer data, guint row);
  /* Notes for the foot of the page that the row is on (of char *, which outlive the pages), or
   * NULL. */
  const GPtrArray *(*get_notes) (gpointer data, guint row);
} LiaisonTabularSource;

/* Copies @source and its columns; their headings must outlive the matter. */
LiaisonMatter *liaison_tabular_new (const LiaisonTabularSource *source);

/* Rows of a table from @from up to @to, as a table of their own: all parts of @whole, which must
 * outlive them and is not itself added to pages, have columns of the same widths. */
LiaisonMatter *liaison_tabular_new_part (LiaisonMatter *whole, guint from, guint to);
/* Rather begins another page than to be parted, where that leaves no more than half a page empty.
 */
void liaison_tabular_keep_whole (LiaisonMatter *part);

G_END_DECLS
