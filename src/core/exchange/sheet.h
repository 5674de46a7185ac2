/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonSheet: what is written in one sheet of a spreadsheet, as a bounded grid of cells. */
#pragma once

#include "exchange/error.h"

G_BEGIN_DECLS

/* More than any planner's sheet has. Rows past the limit are refused; columns past it are left out
 * and said so, as spreadsheets leave stray marks far to the right. */
#define LIAISON_SHEET_MAX_ROWS    200000
#define LIAISON_SHEET_MAX_CELLS   3000000
#define LIAISON_SHEET_MAX_COLUMNS 1024
#define LIAISON_SHEET_MAX_TEXT    (64 * 1024 * 1024) /* bytes, of all cells */
#define LIAISON_SHEET_MAX_MERGED  200000             /* cells below the first of merged ones */
#define LIAISON_CELL_MAX_TEXT     (128 * 1024)       /* bytes; more than Excel allows in one */

typedef enum
{
  LIAISON_CELL_TEXT,
  LIAISON_CELL_NUMBER,
  LIAISON_CELL_BOOLEAN, /* 0 or 1 */
  LIAISON_CELL_DATE,    /* a date, perhaps with a time: seconds since 1970-01-01 on the wall */
  LIAISON_CELL_TIME,    /* a time of day, or how long something takes: seconds */
  LIAISON_CELL_ERROR,   /* what a formula came to: "#REF!" */
} LiaisonCellType;

typedef enum
{
  LIAISON_CELL_PLAIN = 0,
  LIAISON_CELL_FORMULA = 1 << 0, /* its value as the other program had last worked it out */
  LIAISON_CELL_CLIPPED = 1 << 1, /* the text was longer than a cell may have */
  LIAISON_CELL_COUNTED = 1 << 2, /* the text is a GRefString, which records may share */
} LiaisonCellFlags;

/* Twelve bytes: a sheet may have millions. Empty cells are not there at all. */
typedef struct __attribute__ ((packed, aligned (4)))
{
  guint column : 11; /* counted from 0 */
  guint type : 3;    /* LiaisonCellType */
  guint flags : 3;   /* LiaisonCellFlags */
  guint span : 11;   /* columns that it was merged over; 0 and 1: none */
  union
  {
    const char *text; /* TEXT, ERROR: of the sheet or what it keeps alive; UTF-8 */
    double number;
  } as;
} LiaisonCell;

G_STATIC_ASSERT (LIAISON_SHEET_MAX_COLUMNS < 1 << 11);

/* A row with something in it. */
typedef struct
{
  guint number; /* counted from 1, as the file has it */
  guint first;  /* of the sheet's cells */
  guint n_cells;
  gboolean hidden;
} LiaisonSheetRow;

/* What the reader noticed and people should know. */
typedef enum
{
  LIAISON_SHEET_FINE = 0,
  LIAISON_SHEET_WIDE = 1 << 0,         /* columns past the limit were left out */
  LIAISON_SHEET_CLIPPED = 1 << 1,      /* texts were cut */
  LIAISON_SHEET_UNCALCULATED = 1 << 2, /* formulas whose values were not saved with them */
  LIAISON_SHEET_HIDDEN_ROWS = 1 << 3,
  LIAISON_SHEET_OPEN_QUOTE = 1 << 4, /* a quotation mark that is never closed */
} LiaisonSheetNotes;

typedef struct _LiaisonSheet LiaisonSheet;

/* Immutable once it is filled, counted, for any thread. */
LiaisonSheet *liaison_sheet_new (const char *name);
LiaisonSheet *liaison_sheet_ref (LiaisonSheet *self);
void liaison_sheet_unref (LiaisonSheet *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonSheet, liaison_sheet_unref)

const char *liaison_sheet_get_name (const LiaisonSheet *self);
LiaisonSheetNotes liaison_sheet_get_notes (const LiaisonSheet *self);
guint liaison_sheet_get_n_rows (const LiaisonSheet *self);
/* Columns up to the last that has something in it. */
guint liaison_sheet_get_width (const LiaisonSheet *self);
/* Borrowed. */
const LiaisonSheetRow *liaison_sheet_get_row (const LiaisonSheet *self, guint row);
/* The cells of a row in ascending order of column. */
const LiaisonCell *liaison_sheet_get_cells (const LiaisonSheet *self, const LiaisonSheetRow *row);
/* NULL: nothing stands there. */
const LiaisonCell *liaison_sheet_find (const LiaisonSheet *self, guint row, guint column);
/* The same, and in the lower rows of cells that were merged over several what stands in the first.
 */
const LiaisonCell *liaison_sheet_find_merged (const LiaisonSheet *self, guint row, guint column);

/* What the cell says, as one would type it: 12, 1.5, yes or no as "1" and "0", dates as 2027-05-14,
 * 2027-05-14 09:00, times as 09:00 (past a day: 26h00m), errors as they are. The caller's. */
char *liaison_cell_dup_text (const LiaisonCell *self);
/* "A", "Z", "AA": the name of a column. The caller's. */
char *liaison_sheet_dup_column_name (guint column);

/* Filling. Rows come in ascending order of number, cells in ascending order of column (one that
 * does not is left out). FALSE with LIMIT when it becomes too large. */
gboolean
liaison_sheet_begin_row (LiaisonSheet *self, guint number, gboolean hidden, GError **error);
/* Copies @text, which is blank or not, and valid or not: blank ones are no cells, and what is not
 * UTF-8 is replaced. */
gboolean liaison_sheet_add_text (LiaisonSheet *self,
                                 guint column,
                                 LiaisonCellType type,
                                 const char *text,
                                 gsize length,
                                 LiaisonCellFlags flags,
                                 GError **error);
/* Keeps @text, which lives as long as what liaison_sheet_keep was given. */
gboolean
liaison_sheet_add_kept (LiaisonSheet *self, guint column, GRefString *text, GError **error);
gboolean liaison_sheet_add_number (LiaisonSheet *self,
                                   guint column,
                                   LiaisonCellType type,
                                   double number,
                                   LiaisonCellFlags flags,
                                   GError **error);
void liaison_sheet_add_note (LiaisonSheet *self, LiaisonSheetNotes note);
/* After all cells: the one at the corner was merged over @columns and @rows. */
void
liaison_sheet_merge (LiaisonSheet *self, guint number, guint column, guint columns, guint rows);
/* Frees @data with @destroy when the sheet goes. */
void liaison_sheet_keep (LiaisonSheet *self, gpointer data, GDestroyNotify destroy);
/* Drops rows without cells at the end, and memory that is not needed. */
void liaison_sheet_finish (LiaisonSheet *self);

G_END_DECLS
