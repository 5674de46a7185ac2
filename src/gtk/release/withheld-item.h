/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing withheld, as texts, for lists. */
#pragma once

#include "exchange/listing.h"
#include "record/id.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Columns of the sheet. */
#define LIAISON_WITHHELD_COLUMNS 4

#define LIAISON_TYPE_WITHHELD_ITEM (liaison_withheld_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonWithheldItem, liaison_withheld_item, LIAISON, WITHHELD_ITEM, GObject)

/* Row @row of the listing, about @record. */
LiaisonWithheldItem *liaison_withheld_item_new (const LiaisonListing *listing, guint row, LiaisonId record);
const char *liaison_withheld_item_get_text (LiaisonWithheldItem *self, guint column);
LiaisonId liaison_withheld_item_get_record (LiaisonWithheldItem *self);

G_END_DECLS
