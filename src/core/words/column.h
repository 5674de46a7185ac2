/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Columns of a table: fields, and what is worked out from several of them. */
#pragma once

#include "json/writer.h"
#include "record/kind.h"
#include "words/manner.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_COLUMN_FIELD,
  LIAISON_COLUMN_ID,
  LIAISON_COLUMN_TITLE, /* the record's name in the language that is spoken */
  LIAISON_COLUMN_DTG,   /* when it begins, as a date-time group in the person's zone */
  LIAISON_COLUMN_ZULU,  /* the same in Zulu */
  LIAISON_COLUMN_LOCAL, /* when it begins, as a date and time where it takes place */
  LIAISON_COLUMN_START, /* when it begins and ends, as a date and time in the person's zone */
  LIAISON_COLUMN_END,
  LIAISON_COLUMN_TOLD, /* whatever a view of its own tells */
} LiaisonColumnSource;

/* A plain value. */
typedef struct
{
  LiaisonColumnSource source;
  const LiaisonField *field; /* FIELD; TOLD: what it tells of, or NULL; else NULL */
  const char *name;          /* static */
  const char *label;         /* msgid */
  /* TOLD: transfer full; "" for nothing. Else NULL. */
  char *(*tell) (const LiaisonManner *manner, const LiaisonBlock *block);
} LiaisonColumn;

/* Those that are worked out go before fields of the same name. FALSE when records of @kind have
 * neither. */
gboolean liaison_column_find (LiaisonColumn *column, const LiaisonKind *kind, const char *name);
/* The column of @field, worked out where there is such a one. */
LiaisonColumn liaison_column_for_field (const LiaisonKind *kind, const LiaisonField *field);
/* All names that fit the kind, blanks between them; the caller's. */
char *liaison_column_list_names (const LiaisonKind *kind);

/* What it says of @block; the caller's; "" for nothing. */
char *liaison_column_tell (const LiaisonColumn *self,
                           const LiaisonManner *manner,
                           const LiaisonBlock *block);
/* For strcmp. */
char *liaison_column_get_sort_key (const LiaisonColumn *self,
                                   const LiaisonManner *manner,
                                   const LiaisonBlock *block);
gboolean liaison_column_is_number (const LiaisonColumn *self);
/* A time, a date, a duration, an id or a code: of which a part is of no use. */
gboolean liaison_column_is_whole (const LiaisonColumn *self);

/* Writes its value: of a field as in the file, times in the file's spelling, else what is told;
 * null for nothing. */
void liaison_column_write (const LiaisonColumn *self,
                           const LiaisonManner *manner,
                           const LiaisonBlock *block,
                           LiaisonJsonWriter *writer);

/* Appends everything a person might call its value: what is told, the file's spelling, codes and
 * names of what is referred to, each member of a set. Texts are the array's. */
void liaison_column_add_names (const LiaisonColumn *self,
                               const LiaisonManner *manner,
                               const LiaisonBlock *block,
                               GPtrArray *names);

G_END_DECLS
