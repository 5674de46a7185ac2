/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One cell of a table: a line of text, in a tree with an arrow before it, or the mark of findings.
 */
#pragma once

#include "shared/table-private.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_TABLE_CELL (liaison_table_cell_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonTableCell, liaison_table_cell, LIAISON, TABLE_CELL, GtkWidget)

/* @slot NULL: the column of findings. @expander: it shows where a row stands in a tree. */
GtkWidget *
liaison_table_cell_new (LiaisonTableView *view, LiaisonTableSlot *slot, gboolean expander);

/* Shows the row of @item; NULL: none any more. */
void liaison_table_cell_bind (LiaisonTableCell *self, GtkListItem *item);
/* Tells again what there is to tell. */
void liaison_table_cell_refresh (LiaisonTableCell *self);

LiaisonTableSlot *liaison_table_cell_get_slot (LiaisonTableCell *self);
/* Where its row is; GTK_INVALID_LIST_POSITION while it shows none. */
guint liaison_table_cell_get_position (LiaisonTableCell *self);
/* The record of its row, or NULL. Borrowed. */
LiaisonRecord *liaison_table_cell_get_record (LiaisonTableCell *self);
/* What it shows: one line, cut short where it is long. */
const char *liaison_table_cell_get_text (LiaisonTableCell *self);

G_END_DECLS
