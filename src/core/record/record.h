/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records: the GObject face of a block, for lists, bindings and forms. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_RECORD (liaison_record_get_type ())
G_DECLARE_DERIVABLE_TYPE (LiaisonRecord, liaison_record, LIAISON, RECORD, GObject)

/* Every field is a read-only property that notifies; only the door for edits changes a record. Main thread only. */
struct _LiaisonRecordClass
{
  GObjectClass parent_class;

  /*< private >*/
  const LiaisonKind *kind;
};

const LiaisonKind *liaison_record_get_kind (LiaisonRecord *self);
LiaisonId liaison_record_get_id (LiaisonRecord *self);
/* The values as they are now. Borrowed: valid until the next edit; take a reference to keep them. */
const LiaisonBlock *liaison_record_get_block (LiaisonRecord *self);

/* For class definitions: makes a property of each field. */
void liaison_record_class_set_kind (LiaisonRecordClass *klass, const LiaisonKind *kind);

/*< private to record/ >*/
LiaisonRecord *liaison_record_new (const LiaisonKind *kind, const LiaisonBlock *block);
/* Its id where it lies, unchanged as long as the record lives: a key for hash tables. */
const LiaisonId *liaison_record_peek_id (LiaisonRecord *self);
/* A note of its table's: where it may stand. */
guint liaison_record_get_place (LiaisonRecord *self);
void liaison_record_set_place (LiaisonRecord *self, guint place);
/* Swaps the values without a word; the caller notifies when the whole group is in place. Transfer none of @block; returns the old block,
 * transfer full. */
LiaisonBlock *liaison_record_swap_block (LiaisonRecord *self, const LiaisonBlock *block);
/* Notifies of the fields in which the present values differ from @before. */
void liaison_record_notify_changes (LiaisonRecord *self, const LiaisonBlock *before);

G_END_DECLS
