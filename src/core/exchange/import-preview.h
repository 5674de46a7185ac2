/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonImportPreview: what an import would make of a plan, row by row, before anything changes.
 */
#pragma once

#include "edit/proposal.h"
#include "exchange/import-mapping.h"
#include "store/plan.h"
#include "words/manner.h"

G_BEGIN_DECLS

/* What a row of the sheet is. */
typedef enum
{
  LIAISON_IMPORT_ROW_RECORD,
  LIAISON_IMPORT_ROW_SECTION, /* the title of rows below it: a record that they are part of */
  LIAISON_IMPORT_ROW_CREATED, /* no row: a record that one names and the plan does not have */
  LIAISON_IMPORT_ROW_GONE,    /* no row: a record that the file does not have any more */
  LIAISON_IMPORT_ROW_DAY,     /* the day of the rows below it */
  LIAISON_IMPORT_ROW_NOTE,    /* a note to the record above */
  LIAISON_IMPORT_ROW_HEADING, /* the headings once more */
  LIAISON_IMPORT_ROW_OTHER,   /* a total, or something else that is no record */
} LiaisonImportRowType;

/* What becomes of its record. */
typedef enum
{
  LIAISON_IMPORT_NEW,
  LIAISON_IMPORT_CHANGED,
  LIAISON_IMPORT_SAME,
  LIAISON_IMPORT_GONE,
  LIAISON_IMPORT_NOTHING, /* there is none */
} LiaisonImportState;

typedef struct
{
  LiaisonSeverity severity;
  int column;          /* of the sheet; -1: the whole row */
  int field;           /* of the kind; -1: none */
  GRefString *text;    /* as the file or the person has it; may be empty */
  GRefString *message; /* a sentence in the manner's language */
  GPtrArray *offers;   /* of char *: what could stand there instead; NULL: nothing is offered */
} LiaisonImportProblem;

typedef struct
{
  LiaisonImportRowType type;
  LiaisonImportState state;
  guint row;            /* of the sheet, from 0; G_MAXUINT: none */
  guint number;         /* as the file counts it, from 1; 0: none */
  gboolean wanted;      /* it will be imported; for GONE: retired or removed */
  LiaisonBlock *before; /* the record as the plan has it; NULL: not there */
  LiaisonBlock *after;  /* as it will be; NULL: no record */
  GPtrArray *problems;  /* of LiaisonImportProblem; NULL: none */
  char *text;           /* of rows that are no records: what they say */
} LiaisonImportRow;

/* What a person decided while looking at a preview. */
typedef struct
{
  GHashTable *texts;    /* place (see below) -> char *: what stands in a cell instead */
  GHashTable *left_out; /* rows of the sheet that are not to be imported */
  GHashTable *gone;     /* LiaisonId * of records that are to go */
} LiaisonImportWishes;

LiaisonImportWishes *liaison_import_wishes_new (void);
LiaisonImportWishes *liaison_import_wishes_copy (const LiaisonImportWishes *self);
void liaison_import_wishes_free (LiaisonImportWishes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonImportWishes, liaison_import_wishes_free)
/* @text NULL: as the file has it. */
void liaison_import_wishes_set_text (LiaisonImportWishes *self,
                                     guint row,
                                     guint column,
                                     const char *text);
const char *
liaison_import_wishes_get_text (const LiaisonImportWishes *self, guint row, guint column);
void liaison_import_wishes_set_left_out (LiaisonImportWishes *self, guint row, gboolean left_out);
void liaison_import_wishes_set_gone (LiaisonImportWishes *self, LiaisonId id, gboolean gone);

/* Counts of rows. */
typedef struct
{
  guint n_new, n_changed, n_same, n_gone, n_created;
  guint n_errors, n_warnings; /* rows with such */
} LiaisonImportCounts;

typedef struct _LiaisonImportPreview LiaisonImportPreview;

/* Pure, in any thread. @manner tells the language of texts and messages, and the reader's zone and
 * now; its lookup is not used. @now (Unix ms) goes into new ids. @wishes may be NULL. NULL only
 * when cancelled or too large. */
LiaisonImportPreview *liaison_import_preview_new (LiaisonSheet *sheet,
                                                  const LiaisonImportMapping *mapping,
                                                  const LiaisonImportWishes *wishes,
                                                  LiaisonSnapshot *snapshot,
                                                  const LiaisonManner *manner,
                                                  gint64 now,
                                                  LiaisonProgressFunc progress,
                                                  gpointer progress_data,
                                                  GCancellable *cancellable,
                                                  GError **error);
LiaisonImportPreview *liaison_import_preview_ref (LiaisonImportPreview *self);
void liaison_import_preview_unref (LiaisonImportPreview *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonImportPreview, liaison_import_preview_unref)

const LiaisonImportMapping *liaison_import_preview_get_mapping (const LiaisonImportPreview *self);
guint liaison_import_preview_get_n_rows (const LiaisonImportPreview *self);
/* Rows of the file in its order, then what they create, then what is gone. Borrowed. */
const LiaisonImportRow *liaison_import_preview_get_row (const LiaisonImportPreview *self,
                                                        guint row);
LiaisonImportCounts liaison_import_preview_count (const LiaisonImportPreview *self);
/* The worst of a row's problems; FALSE when it has none. */
gboolean liaison_import_row_get_severity (const LiaisonImportRow *row, LiaisonSeverity *severity);

/* Everything that is wanted, as one undoable edit; NULL when that is nothing. */
LiaisonProposal *liaison_import_preview_propose (const LiaisonImportPreview *self);

G_END_DECLS
