/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/withheld-item.h"

struct _LiaisonWithheldItem
{
  GObject parent_instance;

  LiaisonListing *listing; /* owned; holds the texts */
  guint row;
  LiaisonId record;
};

G_DEFINE_FINAL_TYPE (LiaisonWithheldItem, liaison_withheld_item, G_TYPE_OBJECT)

static void
liaison_withheld_item_finalize (GObject *object)
{
  LiaisonWithheldItem *self = LIAISON_WITHHELD_ITEM (object);

  liaison_listing_unref (self->listing);

  G_OBJECT_CLASS (liaison_withheld_item_parent_class)->finalize (object);
}

static void
liaison_withheld_item_class_init (LiaisonWithheldItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_withheld_item_finalize;
}

static void
liaison_withheld_item_init (LiaisonWithheldItem *self)
{
}

LiaisonWithheldItem *
liaison_withheld_item_new (const LiaisonListing *listing, guint row, LiaisonId record)
{
  LiaisonWithheldItem *self = g_object_new (LIAISON_TYPE_WITHHELD_ITEM, NULL);

  self->listing = liaison_listing_ref ((LiaisonListing *) listing);
  self->row = row;
  self->record = record;
  return self;
}

const char *
liaison_withheld_item_get_text (LiaisonWithheldItem *self, guint column)
{
  return liaison_listing_get (self->listing, self->row, column)->text;
}

LiaisonId
liaison_withheld_item_get_record (LiaisonWithheldItem *self)
{
  return self->record;
}
