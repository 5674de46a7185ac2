/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matrices: rows and columns whose heads stay in sight, with cells of several items or of a heat
 * with a short text. Rows nest and fold. Only what is seen is drawn: 500 rows cost what 20 do.
 *
 * A matrix is filled between _begin and _end; what is folded, selected and pointed at is kept. */
#pragma once

#include "draw/drawing.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_MATRIX (liaison_matrix_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonMatrix, liaison_matrix, LIAISON, MATRIX, LiaisonDrawing)

/* How loudly an item speaks, beside its hue. */
typedef enum
{
  LIAISON_MARK_NONE,
  LIAISON_MARK_NOTE,
  LIAISON_MARK_WARNING,
  LIAISON_MARK_ERROR,
} LiaisonMark;

typedef enum
{
  LIAISON_ITEM_DEFAULT = 0,
  LIAISON_ITEM_FADED = 1 << 0, /* cancelled, or outside of the filter */
  LIAISON_ITEM_LOCKED = 1 << 1,
  LIAISON_ITEM_CONTINUES = 1 << 2, /* it began in a column before */
  LIAISON_ITEM_SLANTED = 1 << 3,   /* an inject among events: set off by its letters */
} LiaisonItemFlags;

/* One line of a head. Texts are copied. */
typedef struct
{
  LiaisonId id; /* what it stands for and is told apart by; zero: nothing */
  const char *label;
  const char *detail; /* a second, dim line, or NULL */
  const char *group;  /* columns: a band over all neighbours with the same one; NULL: none */
  guint depth;        /* rows: 0 is outermost */
  gboolean strong;    /* a heading, or a column that begins something */
} LiaisonMatrixHead;

typedef struct
{
  LiaisonId record;
  const char *label; /* copied */
  LiaisonHue hue;
  LiaisonMark mark;
  LiaisonItemFlags flags;
  gint64 order; /* within the cell, ascending */
} LiaisonMatrixItem;

LiaisonMatrix *liaison_matrix_new (void);

void liaison_matrix_begin (LiaisonMatrix *self);
/* The width of all columns, in the average letters of the font; 0: as wide as fits the window, at
 * least 8. */
void liaison_matrix_set_column_letters (LiaisonMatrix *self, guint letters);
/* The most letters that heads of rows take; 0: 26. Never more than two fifths of the room. */
void liaison_matrix_set_head_letters (LiaisonMatrix *self, guint letters);
/* What stands in the corner. */
void liaison_matrix_set_corner (LiaisonMatrix *self, const char *text);
guint liaison_matrix_add_row (LiaisonMatrix *self, const LiaisonMatrixHead *head);
guint liaison_matrix_add_column (LiaisonMatrix *self, const LiaisonMatrixHead *head);
void liaison_matrix_add_item (LiaisonMatrix *self,
                              guint row,
                              guint column,
                              const LiaisonMatrixItem *item);
/* A cell of a colour, @level from 0 (hardly any) to 1, and a @text of a few letters that says the
 * same to those who do not see it. */
void liaison_matrix_set_heat (
    LiaisonMatrix *self, guint row, guint column, LiaisonHue hue, double level, const char *text);
void liaison_matrix_end (LiaisonMatrix *self);

/* What more there is to say of a cell, why it is as it is; transfer full; NULL: nothing. It is said
 * in tooltips and by screen readers. @data must outlive the matrix, or be taken back with NULL. */
typedef char *(*LiaisonMatrixTellFunc) (const LiaisonManner *manner,
                                        guint row,
                                        guint column,
                                        gpointer data);
void liaison_matrix_set_teller (LiaisonMatrix *self, LiaisonMatrixTellFunc tell, gpointer data);

guint liaison_matrix_count_rows (LiaisonMatrix *self);
guint liaison_matrix_count_columns (LiaisonMatrix *self);
LiaisonId liaison_matrix_get_row_id (LiaisonMatrix *self, guint row);
LiaisonId liaison_matrix_get_column_id (LiaisonMatrix *self, guint column);
const char *liaison_matrix_get_row_label (LiaisonMatrix *self, guint row);
const char *liaison_matrix_get_column_label (LiaisonMatrix *self, guint column);
/* The items of a cell; the first one's number and how many. */
guint liaison_matrix_get_items (LiaisonMatrix *self, guint row, guint column, guint *n);
/* Borrowed. */
const LiaisonMatrixItem *liaison_matrix_get_item (LiaisonMatrix *self, guint number);

/* Rows under a folded one are out of sight; it then tells how many items they hold. */
void liaison_matrix_set_folded (LiaisonMatrix *self, guint row, gboolean folded);
gboolean liaison_matrix_is_folded (LiaisonMatrix *self, guint row);
gboolean liaison_matrix_can_fold (LiaisonMatrix *self, guint row);

/* Only rows whose label or detail has @text in it, whatever its case and accents, are in sight and in
 * tables made of it, with the rows that they are under and those under them; NULL or "": all. */
void liaison_matrix_set_search (LiaisonMatrix *self, const char *text);
/* Whether a row that has no others under it is shown at all; those it is under are when it is. */
typedef gboolean (*LiaisonMatrixSieveFunc) (LiaisonId row, gpointer data);
/* Asked whenever the matrix has been filled. @data must outlive it; NULL: all rows. */
void liaison_matrix_set_sieve (LiaisonMatrix *self, LiaisonMatrixSieveFunc sieve, gpointer data);
/* Shows what @from shows of the same rows, until it is filled anew: a copy in another language. */
void liaison_matrix_take_sight (LiaisonMatrix *self, LiaisonMatrix *from);

/* How much room there is on the screen: columns of no fixed width share it. */
void liaison_matrix_set_room (LiaisonMatrix *self, double width);

/* The cell that keys go to; LIAISON_MATRIX_NOWHERE: none. */
#define LIAISON_MATRIX_NOWHERE G_MAXUINT
typedef struct
{
  guint row, column; /* column NOWHERE: the row's head */
  guint item;        /* number of the item in it that is meant; NOWHERE: the cell itself */
} LiaisonMatrixCursor;

void liaison_matrix_set_cursor (LiaisonMatrix *self, const LiaisonMatrixCursor *cursor);
const LiaisonMatrixCursor *liaison_matrix_get_cursor (LiaisonMatrix *self);
/* Where a key leads from the cursor: through the items of a cell, then to the next cell. */
gboolean liaison_matrix_find_step (LiaisonMatrix *self, LiaisonStep step, LiaisonMatrixCursor *to);
void liaison_matrix_set_selection (LiaisonMatrix *self, const LiaisonId *ids, guint n);
/* A cell over which something is held; NOWHERE: none. */
void liaison_matrix_set_target (LiaisonMatrix *self, guint row, guint column);

/* What a hit is. */
gboolean
liaison_matrix_read_hit (LiaisonMatrix *self, const LiaisonHit *hit, LiaisonMatrixCursor *cursor);
/* Where a cell or item stands in the body, or a row (column NOWHERE) in its head. */
gboolean
liaison_matrix_get_box (LiaisonMatrix *self, const LiaisonMatrixCursor *cursor, LiaisonBox *box);

/* Rows of cells as text, heads first, for a table elsewhere: GPtrArray of GStrv. Folded rows are in
 * it, those that are not looked for are not. Free with g_ptr_array_unref (). */
GPtrArray *liaison_matrix_make_table (LiaisonMatrix *self);

G_END_DECLS
