/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-item.h"

struct _LiaisonImportItem
{
  GObject parent_instance;

  LiaisonImportPreview *preview;
  guint index;
};

G_DEFINE_FINAL_TYPE (LiaisonImportItem, liaison_import_item, G_TYPE_OBJECT)

static void
liaison_import_item_finalize (GObject *object)
{
  g_clear_pointer (&LIAISON_IMPORT_ITEM (object)->preview, liaison_import_preview_unref);

  G_OBJECT_CLASS (liaison_import_item_parent_class)->finalize (object);
}

static void
liaison_import_item_class_init (LiaisonImportItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_import_item_finalize;
}

static void
liaison_import_item_init (LiaisonImportItem *self)
{
}

LiaisonImportItem *
liaison_import_item_new (LiaisonImportPreview *preview, guint index)
{
  LiaisonImportItem *self = g_object_new (LIAISON_TYPE_IMPORT_ITEM, NULL);

  self->preview = liaison_import_preview_ref (preview);
  self->index = index;
  return self;
}

const LiaisonImportRow *
liaison_import_item_get_row (LiaisonImportItem *self)
{
  return liaison_import_preview_get_row (self->preview, self->index);
}

guint
liaison_import_item_get_index (LiaisonImportItem *self)
{
  return self->index;
}
