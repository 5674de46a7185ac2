/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The typed columns that an exercise adds to its tables: each a field like any other, whose values
 * are kept as texts in a list of the record. */
#pragma once

#include "record/kind.h"
#include "record/value.h"

G_BEGIN_DECLS

/* One column as one language says it. Made once for each way it was ever declared, never freed: its
 * field may be used wherever the field of a kind may, with a block that holds just its value. */
typedef struct
{
  const char *key;    /* by which values name it */
  LiaisonField field; /* its label, help and unit are what people wrote, in the language */
  LiaisonShape shape; /* of a block with this one field */
  LiaisonId id;       /* of its declaration in the exercise, and of values to come */
  gboolean players;   /* it may be shown to players */
  gboolean shown;     /* until the person chooses otherwise */

  /*< private >*/
  int type; /* LiaisonColumnType */
  LiaisonChoices choices;
  LiaisonShapeLore *lore;
} LiaisonOwnColumn;

/* More columns than this in one table are not shown. */
#define LIAISON_MAX_OWN_COLUMNS 64

/* The columns of the table of @kind in the order people have given them, told in @language; of
 * those with one key the first. Those without key or type are left out. Any thread. Free the array
 * only. */
GPtrArray *liaison_own_columns_list (const LiaisonBlock *exercise,
                                     const LiaisonKind *kind,
                                     const char *language);
/* Whether records of @kind have own columns; *@values (may be NULL) is the place of the field that
 * keeps their values. */
gboolean liaison_own_columns_has (const LiaisonKind *kind, guint *values);
/* The column that @field is the field of; NULL for a field of a kind. */
const LiaisonOwnColumn *liaison_own_column_of (const LiaisonField *field);

/* What @record has in the column, as a block of the column's shape with the record's id. *@raw (may
 * be NULL) is the text as it is kept where it is no value of the column's type, and nothing is set
 * then; borrowed from @record. Transfer full. */
LiaisonBlock *
liaison_own_column_get (const LiaisonOwnColumn *self, const LiaisonBlock *record, const char **raw);
/* What has to stand at which slot of @record so that the column holds @value, of its field or NONE.
 * FALSE when such a value cannot be kept: a time that hangs on another record. The caller clears
 * @kept. */
gboolean liaison_own_column_put (const LiaisonOwnColumn *self,
                                 const LiaisonBlock *record,
                                 const LiaisonValue *value,
                                 LiaisonSlot *slot,
                                 LiaisonValue *kept);
/* The same for one language of a text in several; @string NULL: without it. */
void liaison_own_column_put_text (const LiaisonOwnColumn *self,
                                  const LiaisonBlock *record,
                                  const char *language,
                                  const char *string,
                                  LiaisonSlot *slot,
                                  LiaisonValue *kept);

G_END_DECLS
