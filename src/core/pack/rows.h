/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonRows: rows of text that become tabular matter. For tables that are put together by hand;
 * what is in one table of the plan is a LiaisonListing. */
#pragma once

#include "pack/pages.h"
#include "pack/tabular.h"

G_BEGIN_DECLS

typedef struct _LiaisonRows LiaisonRows;

typedef enum
{
  LIAISON_ROWS_PLAIN = 0,
  LIAISON_ROWS_WHOLE = 1 << 0,   /* never broken where there is room */
  LIAISON_ROWS_NUMERIC = 1 << 1, /* stands at the end of its column */
  LIAISON_ROWS_LEAD = 1 << 2,    /* the first line of each cell stands out: what it is called */
} LiaisonRowsColumn;

LiaisonRows *liaison_rows_new (void);
void liaison_rows_free (LiaisonRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRows, liaison_rows_free)

/* Columns first, then rows of as many cells. */
void liaison_rows_add_column (LiaisonRows *self, const char *heading, LiaisonRowsColumn flags);
/* @record (may be NULL) is what it shows. */
void liaison_rows_begin_row (LiaisonRows *self, const LiaisonBlock *record, guint level);
/* Pictures of this size, in points, stand at the start of all rows; of those without one a grey
 * head and shoulders. */
void liaison_rows_set_pictures (LiaisonRows *self, double width, double height);
/* Takes @picture (may be NULL), for the last row. */
void liaison_rows_take_picture (LiaisonRows *self, cairo_surface_t *picture);
/* Notes for the foot of the page that the last row is on, of char *; NULL: none. They and their
 * texts must outlive the pages. */
void liaison_rows_set_notes (LiaisonRows *self, const GPtrArray *notes);
/* Takes @text; NULL is an empty cell. */
void liaison_rows_take (LiaisonRows *self, char *text);
void liaison_rows_add (LiaisonRows *self, const char *text);
/* A row all across that stands over those that follow. */
void liaison_rows_add_span (LiaisonRows *self, const char *text);
/* Takes the last row back: a heading that nothing followed. */
void liaison_rows_drop_last (LiaisonRows *self);
guint liaison_rows_get_n_rows (const LiaisonRows *self);

/* Takes @self, which @pages then keep. */
LiaisonMatter *
liaison_rows_to_matter (LiaisonRows *self, LiaisonPages *pages, gboolean headless, double factor);

/* Parts of them, from row @from up to @to, with columns of the same widths: the first takes @self,
 * as to_matter does, and *@whole is then what the others are parts of. */
LiaisonMatter *liaison_rows_to_part (LiaisonRows *self,
                                     LiaisonPages *pages,
                                     double factor,
                                     guint from,
                                     guint to,
                                     LiaisonMatter **whole);

G_END_DECLS
