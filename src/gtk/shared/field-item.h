/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One item of a list: a line that says what it is, and opens into a form. */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FIELD_ITEM (liaison_field_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFieldItem, liaison_field_item, LIAISON, FIELD_ITEM, AdwExpanderRow)

/* Signals: "move" (int by): up (-1) or down (1) was asked for. "remove": it should go. */

/* @list is the row of the list, which outlives it. */
LiaisonFieldItem *liaison_field_item_new (LiaisonFormRow *list, LiaisonId item);

LiaisonId liaison_field_item_get_id (LiaisonFieldItem *self);
/* Shows what the item holds now; @place of @n tells where it can be moved. */
void liaison_field_item_refresh (LiaisonFieldItem *self, guint place, guint n);
void liaison_field_item_settle (LiaisonFieldItem *self);

G_END_DECLS
