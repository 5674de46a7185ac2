/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One thing withheld, as texts, for lists. */
#pragma once

#include "exchange/listing.h"
#include "record/id.h"

#include <glib-object.h>

G_BEGIN_DECLS

/* Columns of the sheet. */
#define LIAISON_WITHHELD_COLUMNS 4

#define LIAISON_TYPE_WITHHELD_ROW (liaison_withheld_row_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonWithheldRow, liaison_withheld_row, LIAISON, WITHHELD_ROW, GObject)

/* Row @row of the listing, about @record. */
LiaisonWithheldRow *
liaison_withheld_row_new (const LiaisonListing *listing, guint row, LiaisonId record);
const char *liaison_withheld_row_get_text (LiaisonWithheldRow *self, guint column);
LiaisonId liaison_withheld_row_get_record (LiaisonWithheldRow *self);

G_END_DECLS
