/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits: slots with the value before and after, and groups of them that are done and undone as one. */
#pragma once

#include "record/document.h"
#include "record/operand.h"
#include "record/value.h"

G_BEGIN_DECLS

/* One slot changes its value. A record comes or goes when the slot is the whole record. */
typedef struct
{
  LiaisonSlot slot;
  const LiaisonKind *kind; /* of the record */
  LiaisonValue before;
  LiaisonValue after;
} LiaisonEdit;

/* What was done in one go. Immutable once made, counted. */
typedef struct
{
  gatomicrefcount refs;
  const char *sentence;  /* interned msgid with {placeholders}, fit for the Undo menu: "Add {record}" */
  GArray *operands;      /* of LiaisonOperand, or NULL */
  char *author;          /* whose edit it is; may be empty */
  gint64 when;           /* Unix milliseconds */
  GArray *edits;         /* of LiaisonEdit, in the order they were made */
} LiaisonEditGroup;

LiaisonEditGroup *liaison_edit_group_new (const char *sentence, const GArray *operands, const char *author, gint64 when);
LiaisonEditGroup *liaison_edit_group_ref (LiaisonEditGroup *self);
void liaison_edit_group_unref (LiaisonEditGroup *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonEditGroup, liaison_edit_group_unref)

/* While it is being made: takes both values. */
void liaison_edit_group_take (LiaisonEditGroup *self, const LiaisonKind *kind, const LiaisonSlot *slot,
                              LiaisonValue before, LiaisonValue after);

G_END_DECLS
