/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What sorting and searching a table need again and again, kept for each record until it changes.
 */
#pragma once

#include "session.h"
#include "shared/table-column.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE_CACHE (liaison_table_cache_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableCache, liaison_table_cache, LIAISON, TABLE_CACHE, GObject)

/* Columns by which a table is sorted at once. */
#define LIAISON_TABLE_MAX_LEVELS 3

/* Follows @table, a model of records: make it before the models that sort and filter, so that it
 * hears first. Signal "stale": names of other records that stand in this table have changed, so its
 * order may have too. */
LiaisonTableCache *liaison_table_cache_new (LiaisonSession *session, GListModel *table);

/* For rows of any model: the record itself, or what a GtkTreeListRow holds. Borrowed. */
LiaisonRecord *liaison_table_row_get_record (gpointer item);

/* The columns that get_key () is asked for, by level; at most LIAISON_TABLE_MAX_LEVELS. */
void liaison_table_cache_set_levels (LiaisonTableCache *self,
                                     const LiaisonTableColumn *const *columns,
                                     guint n);
/* The key of a record at a level, for strcmp; @head is a number that sorts alike, as far as it
 * goes. */
const char *liaison_table_cache_get_key (LiaisonTableCache *self,
                                         LiaisonRecord *record,
                                         guint level,
                                         guint64 *head);
/* All that can be found of the record, folded; with the names of what its columns refer to. */
const char *liaison_table_cache_get_text (LiaisonTableCache *self, LiaisonRecord *record);
/* How all is told now. Borrowed from the session. */
const LiaisonManner *liaison_table_cache_get_manner (LiaisonTableCache *self);

/* Everything is told otherwise from now on. */
void liaison_table_cache_clear (LiaisonTableCache *self);

G_END_DECLS
