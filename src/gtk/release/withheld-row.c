/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/withheld-row.h"

struct _LiaisonWithheldRow
{
  GObject parent_instance;

  LiaisonListing *listing; /* owned; holds the texts */
  guint row;
  LiaisonId record;
};

G_DEFINE_FINAL_TYPE (LiaisonWithheldRow, liaison_withheld_row, G_TYPE_OBJECT)

static void
liaison_withheld_row_finalize (GObject *object)
{
  LiaisonWithheldRow *self = LIAISON_WITHHELD_ROW (object);

  liaison_listing_unref (self->listing);

  G_OBJECT_CLASS (liaison_withheld_row_parent_class)->finalize (object);
}

static void
liaison_withheld_row_class_init (LiaisonWithheldRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_withheld_row_finalize;
}

static void
liaison_withheld_row_init (LiaisonWithheldRow *self)
{
}

LiaisonWithheldRow *
liaison_withheld_row_new (const LiaisonListing *listing, guint row, LiaisonId record)
{
  LiaisonWithheldRow *self = g_object_new (LIAISON_TYPE_WITHHELD_ROW, NULL);

  self->listing = liaison_listing_ref ((LiaisonListing *) listing);
  self->row = row;
  self->record = record;
  return self;
}

const char *
liaison_withheld_row_get_text (LiaisonWithheldRow *self, guint column)
{
  return liaison_listing_get (self->listing, self->row, column)->text;
}

LiaisonId
liaison_withheld_row_get_record (LiaisonWithheldRow *self)
{
  return self->record;
}
