/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table: all records of one kind, a GListModel in the order of their ids, so of their age. */
#pragma once

#include "record/record.h"

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE (liaison_table_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTable, liaison_table, LIAISON, TABLE, GObject)

const LiaisonKind *liaison_table_get_kind (LiaisonTable *self);
guint liaison_table_get_size (LiaisonTable *self);
/* Borrowed. */
LiaisonRecord *liaison_table_get (LiaisonTable *self, guint position);
/* Where the record with @id stands; FALSE when it is not here. */
gboolean liaison_table_find (LiaisonTable *self, LiaisonId id, guint *position);

/* The same for a record of this table; mostly without a search. */
gboolean liaison_table_find_record (LiaisonTable *self, LiaisonRecord *record, guint *position);

/*< private to record/ >*/
LiaisonTable *liaison_table_new (const LiaisonKind *kind);
/* Takes @record; says nothing. */
void liaison_table_insert (LiaisonTable *self, LiaisonRecord *record);
/* The same for very many, in whatever order: the table is put in order when it is next looked at. */
void liaison_table_fill (LiaisonTable *self, LiaisonRecord *record);
void liaison_table_remove (LiaisonTable *self, guint position);

G_END_DECLS
