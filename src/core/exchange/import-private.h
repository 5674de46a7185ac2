/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files that make a preview share. */
#pragma once

#include "exchange/import-preview.h"
#include "exchange/import-reference.h"
#include "exchange/import-time.h"

G_BEGIN_DECLS

/* A row while it is worked on. */
typedef struct
{
  LiaisonImportRow row; /* first: what the preview shows */

  LiaisonBlock *block; /* what the row says, under its final id; NULL once that was compared */
  guint64 given[2];    /* the fields that it says something of */
  guint64 guessed[2];  /* of these, the fields that no cell tells: what the plan has goes before */
  guint64 cleared[2];  /* the fields whose cells are empty */
  LiaisonId section;   /* the section above it; zero: none */
  LiaisonImportDay day;
  gboolean clock_end; /* the end was a clock time alone */
} LiaisonImportDraft;

/* One import under way; in one thread. */
typedef struct
{
  /* Borrowed */
  LiaisonSheet *sheet;
  const LiaisonImportMapping *mapping;
  const LiaisonImportWishes *wishes;
  LiaisonSnapshot *snapshot;
  LiaisonManner manner; /* its zone is the mapping's */
  gint64 now;

  /* Owned */
  LiaisonImportReferences *references;
  GPtrArray *languages; /* tags, beside the manner's */
  LiaisonWords **words; /* of each of them; NULL: not needed yet */
  GHashTable *known;    /* field and text -> LiaisonValue, where that is all that counts */
  GPtrArray *drafts;    /* of LiaisonImportDraft */

  /* State */
  guint fluent; /* the language that was understood last */
  LiaisonImportDay day;
  LiaisonId section;
  LiaisonImportDraft *last; /* the record above, for notes */
  guint usual;              /* cells that most rows have */
  int title_column;         /* -1: none */
} LiaisonImport;

/* The words of one of the languages. Borrowed. */
LiaisonWords *liaison_import_get_words (const LiaisonImport *import, guint language);

/* Places of the fields that many kinds have; -1: not this one. */
int liaison_import_find_field (const LiaisonImport *import, const char *name);
int liaison_import_find_flagged (const LiaisonImport *import, LiaisonFieldFlags flag);

/* The day of STARTEX since 1970-01-01 in the mapping's zone; G_MININT32: it is not known. */
gint32 liaison_import_get_startex (const LiaisonImport *import);

static inline gboolean
liaison_import_is_given (const LiaisonImportDraft *draft, int field)
{
  return field >= 0 && (draft->given[field / 64] >> field % 64 & 1);
}

/* Says that what was put into the field was made out of where the row stands. */
static inline void
liaison_import_guess_field (LiaisonImportDraft *draft, int field)
{
  draft->guessed[field / 64] |= G_GUINT64_CONSTANT (1) << field % 64;
}

/* import-cell.c */
/* Whether the column was exported exactly: under the name of its field, beside ids. */
gboolean liaison_import_is_exact (const LiaisonImport *import, guint column);
/* What stands in a cell or was put in its place; the caller's; NULL: nothing. */
char *liaison_import_dup_text (const LiaisonImport *import, guint row, guint column);
/* What a column of references or of marks says, which is looked up once all rows are known; the
 * caller's; NULL: nothing. */
char *liaison_import_dup_reference (const LiaisonImport *import,
                                    const LiaisonImportDraft *draft,
                                    guint column);
gboolean liaison_import_is_reference (const LiaisonImport *import, guint column);
/* Reads all columns of a record's row, but for references. */
void liaison_import_read_record (LiaisonImport *import, LiaisonImportDraft *draft);
/* Takes the value of @value for a field. */
void liaison_import_put (LiaisonImportDraft *draft, guint field, LiaisonValue *value);
/* Takes @message and @offers. */
void liaison_import_blame (LiaisonImportDraft *draft,
                           LiaisonSeverity severity,
                           int column,
                           int field,
                           const char *text,
                           char *message,
                           GPtrArray *offers);
/* Adds a line to a text, in the language of texts; nothing where the kind has no such field. */
void liaison_import_append (LiaisonImport *import,
                            LiaisonImportDraft *draft,
                            int place,
                            const char *line);
/* A day alone, in any of the languages. */
gboolean liaison_import_read_day (const LiaisonImport *import,
                                  const LiaisonImportClock *clock,
                                  const char *text,
                                  LiaisonImportDay *day);
/* import-value.c */
gboolean liaison_import_read_value (LiaisonImport *import,
                                    const LiaisonImportColumn *column,
                                    const LiaisonField *field,
                                    const char *text,
                                    LiaisonValue *value,
                                    GError **error);
/* Of a cell that says in its own way that there is nothing: "-", "n/a", "TBD". */
gboolean liaison_import_is_nothing (const char *text);
/* import-ask.c: whether the month comes first in the dates of the sheet, as far as one can see: TRUE
 * in *@open where one cannot. */
gboolean liaison_import_find_date_order (const LiaisonSheet *sheet,
                                         const LiaisonImportMapping *mapping,
                                         gboolean *open);
/* import-own.c: columns that the exercise added. */
void liaison_import_read_own (LiaisonImport *import,
                              LiaisonImportDraft *draft,
                              guint column,
                              const char *text);
/* Puts what the row says of them into *@after, which is replaced; FALSE: nothing changed. */
gboolean liaison_import_merge_own (const LiaisonImport *import,
                                   const LiaisonImportDraft *draft,
                                   LiaisonBlock **after);
/* import-span.c: when it starts and how long it takes. */
void liaison_import_read_time (LiaisonImport *import,
                               LiaisonImportDraft *draft,
                               guint column,
                               const char *text);
void liaison_import_read_end (LiaisonImport *import,
                              LiaisonImportDraft *draft,
                              guint column,
                              const char *text);
/* import-row.c: what the row is; its text for those that are no records. */
LiaisonImportDraft *liaison_import_draft_new (LiaisonImport *import, guint row);
void liaison_import_draft_free (LiaisonImportDraft *self);
/* import-link.c: references, parents, records that are created. */
void liaison_import_link (LiaisonImport *import);
/* import-match.c: which records the rows are, and what changes. */
void liaison_import_match (LiaisonImport *import);
void liaison_import_compare (LiaisonImport *import);
/* import-propose.c: the status that says that a record is no more, and its choice; NULL: none. */
const LiaisonField *liaison_import_find_retired (const LiaisonShape *shape, guint *choice);

G_END_DECLS
