/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a column of a table shows, sorts by and edits: a field of a kind, or another way to tell
 * one. */
#pragma once

#include "words/manner.h"

#include "record/own-column.h"

G_BEGIN_DECLS

/* A plain value; all of it static. */
typedef struct
{
  const char *id;            /* of the column: the field's name, or one of its own */
  const char *label;         /* msgid */
  const LiaisonField *field; /* what it sorts by and edits */
  char *(*tell) (const LiaisonManner *manner,
                 const LiaisonBlock *block); /* NULL: as the field is told */
  int width;                                 /* in pixels; 0: fit for the field */
  gboolean hidden;                           /* until the person chooses it */
  const LiaisonOwnColumn *own;               /* the exercise's own; NULL: a field of the kind */
  /* A sign shown before the text, told apart by its shape; NULL for none. Static. */
  const char *(*mark) (const LiaisonBlock *block);
  gboolean ornate;  /* tell adds to what the field says: what is edited and copied is that alone */
  gboolean derived; /* tell says what was worked out: nothing can be pasted there */
} LiaisonTableColumn;

LiaisonTableColumn liaison_table_column_for_field (const LiaisonField *field);
LiaisonTableColumn liaison_table_column_for_own (const LiaisonOwnColumn *own);

/* The field of @block that stands in the column: in a tree, records of other kinds have some of the
 * same fields. NULL where there is none. */
const LiaisonField *liaison_table_column_find_field (const LiaisonTableColumn *self,
                                                     const LiaisonBlock *block);
/* What a cell shows; "" for nothing. Transfer full. */
char *liaison_table_column_tell (const LiaisonTableColumn *self,
                                 const LiaisonManner *manner,
                                 const LiaisonBlock *block);
/* The same as it is edited and copied. */
char *liaison_table_column_tell_plain (const LiaisonTableColumn *self,
                                       const LiaisonManner *manner,
                                       const LiaisonBlock *block);
/* Understands what was typed into the column: what has to stand at which slot of @block. The caller
 * clears @value. */
gboolean liaison_table_column_read (const LiaisonTableColumn *self,
                                    const LiaisonManner *manner,
                                    const LiaisonSnapshot *snapshot,
                                    const LiaisonBlock *block,
                                    const char *text,
                                    LiaisonSlot *slot,
                                    LiaisonValue *value,
                                    GError **error);
/* A key to sort by with strcmp. Transfer full. */
char *liaison_table_column_get_sort_key (const LiaisonTableColumn *self,
                                         const LiaisonManner *manner,
                                         const LiaisonBlock *block);

/* Whether its keys are numbers of sixteen hexadecimal digits. */
gboolean liaison_table_column_is_measured (const LiaisonTableColumn *self);

/* In pixels, fit for what fields of this type usually hold. */
int liaison_table_column_get_width (const LiaisonTableColumn *self);
/* Whether it is for exercise control only. */
gboolean liaison_table_column_is_control (const LiaisonTableColumn *self);
/* Whether its digits should stand below each other. */
gboolean liaison_table_column_is_numeric (const LiaisonTableColumn *self);

G_END_DECLS
