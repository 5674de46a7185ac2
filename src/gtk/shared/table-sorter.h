/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorts the rows of a table by several columns, with keys that are made once. */
#pragma once

#include "shared/table-cache.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE_SORTER (liaison_table_sorter_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableSorter, liaison_table_sorter, LIAISON, TABLE_SORTER, GtkSorter)

typedef struct
{
  const LiaisonTableColumn *column;
  gboolean descending; /* what is not set stays last all the same */
} LiaisonTableLevel;

LiaisonTableSorter *liaison_table_sorter_new (LiaisonTableCache *cache);

/* @levels, the foremost first; those past LIAISON_TABLE_MAX_LEVELS are not looked at. */
void liaison_table_sorter_set_levels (LiaisonTableSorter *self,
                                      const LiaisonTableLevel *levels,
                                      guint n);
const LiaisonTableLevel *liaison_table_sorter_get_levels (LiaisonTableSorter *self, guint *n);
/* Less than, equal to or greater than zero. */
int
liaison_table_sorter_compare_records (LiaisonTableSorter *self, LiaisonRecord *a, LiaisonRecord *b);
/* Sorts in place; those that are equal keep their order. */
void liaison_table_sorter_sort (LiaisonTableSorter *self, LiaisonRecord **records, guint n);
/* What is sorted by has changed. */
void liaison_table_sorter_invalidate (LiaisonTableSorter *self);

/* A sorter for one column of a GtkColumnView, which only serves to find out by which columns its
 * header says it is sorted: GTK 4.8 has no way to ask. */
GtkSorter *liaison_table_probe_new (guint column);
/* Asks @sorter, of a column view, for its columns and directions; at most @n. Returns how many. */
guint liaison_table_probe_ask (GtkSorter *sorter, guint *columns, gboolean *descending, guint n);

G_END_DECLS
