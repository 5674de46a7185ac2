/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which records of a table are shown: words to be found, chosen values, tests. */
#pragma once

#include "shared/table-cache.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE_FILTER (liaison_table_filter_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableFilter, liaison_table_filter, LIAISON, TABLE_FILTER, GtkFilter)

LiaisonTableFilter *liaison_table_filter_new (LiaisonTableCache *cache);

/* Borrowed. */
LiaisonTableCache *liaison_table_filter_get_cache (LiaisonTableFilter *self);

/* What was typed: every word of it must be found. */
void liaison_table_filter_set_words (LiaisonTableFilter *self, const char *typed);

/* A CHOICE field: its place, 0 for "not set"; LIAISON_TABLE_ANY: whatever it is. */
#define LIAISON_TABLE_ANY (-1)
void
liaison_table_filter_set_choice (LiaisonTableFilter *self, const LiaisonField *field, int choice);
/* A NATION or NATIONS field: a code, "" for "not set", NULL for any. */
void liaison_table_filter_set_nation (LiaisonTableFilter *self,
                                      const LiaisonField *field,
                                      const char *code);

/* Another test under a name of its own (static); @func NULL takes it away. */
typedef gboolean (*LiaisonTableTest) (const LiaisonManner *manner,
                                      const LiaisonBlock *block,
                                      gpointer data);
void liaison_table_filter_set_test (LiaisonTableFilter *self,
                                    const char *name,
                                    LiaisonTableTest func,
                                    gpointer data,
                                    GDestroyNotify destroy);

/* Shows the record, just added or edited by the person, until the filter is set otherwise. */
void liaison_table_filter_keep (LiaisonTableFilter *self, LiaisonId record);

/* Whether it leaves anything out. */
gboolean liaison_table_filter_is_active (LiaisonTableFilter *self);
gboolean liaison_table_filter_matches (LiaisonTableFilter *self, LiaisonRecord *record);
/* The same by the words alone. */
gboolean liaison_table_filter_has_words (LiaisonTableFilter *self, LiaisonRecord *record);
/* Whether a value or a test is asked for beside words. */
guint liaison_table_filter_count_conditions (LiaisonTableFilter *self);
/* What was typed to be found; NULL: nothing. Borrowed. */
const char *liaison_table_filter_get_typed (LiaisonTableFilter *self);
/* For each condition: its field (NULL: a test of another kind), and which choice or nation. */
typedef void (*LiaisonTableConditionFunc) (const LiaisonField *field,
                                           int choice,
                                           const char *code,
                                           gpointer data);
void liaison_table_filter_foreach (LiaisonTableFilter *self,
                                   LiaisonTableConditionFunc func,
                                   gpointer data);
/* Takes all conditions away. */
void liaison_table_filter_clear (LiaisonTableFilter *self);

G_END_DECLS
