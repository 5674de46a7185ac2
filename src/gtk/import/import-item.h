/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row of the preview, for lists. */
#pragma once

#include "exchange/import-preview.h"

#include <glib-object.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_IMPORT_ITEM (liaison_import_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonImportItem, liaison_import_item, LIAISON, IMPORT_ITEM, GObject)

LiaisonImportItem *liaison_import_item_new (LiaisonImportPreview *preview, guint index);
/* Borrowed. */
const LiaisonImportRow *liaison_import_item_get_row (LiaisonImportItem *self);
guint liaison_import_item_get_index (LiaisonImportItem *self);

G_END_DECLS
