/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the columns of a sheet become the fields of a table. */
#pragma once

#include "exchange/sheet.h"
#include "record/kind.h"
#include "record/own-column.h"

G_BEGIN_DECLS

/* What a column is. */
typedef enum
{
  LIAISON_IMPORT_IGNORE,
  LIAISON_IMPORT_FIELD,  /* the value of a field; of the start, perhaps a clock time alone or a span
                          */
  LIAISON_IMPORT_DAY,    /* the day that clock times of the row are of, and of rows below it */
  LIAISON_IMPORT_END,    /* when it ends, for kinds that have a start and a length */
  LIAISON_IMPORT_MEMBER, /* marked cells (x, yes, a number) put the heading into a set */
  LIAISON_IMPORT_NOTES,  /* kept under its heading in the notes */
  LIAISON_IMPORT_ID,     /* the id of the record, of a plan that was exported */
  LIAISON_IMPORT_OWN,    /* the value of a column that the exercise added to its table */
} LiaisonImportRole;

typedef struct
{
  guint8 role;      /* LiaisonImportRole */
  gint16 field;     /* FIELD, MEMBER: place in the kind's table; else -1 */
  gint32 unit;      /* DURATION and MEMBER: seconds that a number without a unit counts; 0: none */
  const char *zone; /* in which its times are, interned; "UTC" for Zulu; NULL: as the mapping */
  char *heading;    /* as the file has it; may be empty; owned */
  const LiaisonOwnColumn *own; /* OWN: which; else NULL */
} LiaisonImportColumn;

/* What becomes of rows that are titles of the rows below them. */
typedef enum
{
  LIAISON_IMPORT_SECTIONS_PARENTS, /* records that the rows below are part of */
  LIAISON_IMPORT_SECTIONS_OUT,     /* left out */
} LiaisonImportSections;

/* What becomes of records that the file does not have any more. Only those ticked. */
typedef enum
{
  LIAISON_IMPORT_GONE_RETIRE, /* their status says so, where the kind has such a one */
  LIAISON_IMPORT_GONE_REMOVE,
} LiaisonImportGone;

#define LIAISON_IMPORT_MAX_KEYS 4

/* Seconds of a month, where nothing tells which month. */
#define LIAISON_IMPORT_MONTH (30 * 86400)

/* Letters before a sign and a number, as D+3: how many seconds one counts. */
typedef struct
{
  gint32 units[26];
} LiaisonImportLetters;

typedef struct
{
  const LiaisonKind *kind;
  guint first;  /* row of the sheet at which the data begin, as the sheet counts them from 0 */
  int headings; /* row of the headings; -1: there are none */
  guint n_columns;
  LiaisonImportColumn *columns; /* owned */

  char *zone;           /* of times without one; owned; NULL: the exercise's or the reader's */
  gboolean month_first; /* 05/14/2027 */
  LiaisonImportLetters letters;
  gint16 keys[LIAISON_IMPORT_MAX_KEYS]; /* fields by which rows are known again; -1: none */
  LiaisonImportSections sections;
  LiaisonImportGone gone;
  gboolean create;        /* records that are named and not there */
  gboolean empty_clears;  /* empty cells take away what the plan has */
  gboolean mark;          /* new records get the exercise's default marking */
  gboolean hidden_rows;   /* rows that were hidden are read too */
  const char *originator; /* of new records, interned code; NULL: nobody */
} LiaisonImportMapping;

/* All columns are ignored, and the options are the careful ones. */
LiaisonImportMapping *liaison_import_mapping_new (const LiaisonKind *kind, guint n_columns);
LiaisonImportMapping *liaison_import_mapping_copy (const LiaisonImportMapping *self);
void liaison_import_mapping_free (LiaisonImportMapping *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonImportMapping, liaison_import_mapping_free)

/* The first column of that role and field (-1: any); -1: there is none. */
int
liaison_import_mapping_find (const LiaisonImportMapping *self, LiaisonImportRole role, int field);
void liaison_import_mapping_set_column (LiaisonImportMapping *self,
                                        guint column,
                                        LiaisonImportRole role,
                                        int field);
void liaison_import_mapping_set_own (LiaisonImportMapping *self,
                                     guint column,
                                     const LiaisonOwnColumn *own);
void liaison_import_mapping_set_zone (LiaisonImportMapping *self, const char *zone);
void liaison_import_mapping_set_letter (LiaisonImportMapping *self, char letter, gint32 unit);
/* The keys that suit the columns: the code, else title and start, else the title. */
void liaison_import_mapping_choose_keys (LiaisonImportMapping *self);

/* Whether records of @kind can come from a spreadsheet, and whether @field can. */
gboolean liaison_import_is_kind (const LiaisonKind *kind);
gboolean liaison_import_is_field (const LiaisonField *field);

G_END_DECLS
