/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "finding-item.h"

struct _LiaisonFindingItem
{
  GObject parent_instance;

  LiaisonFinding *finding;
  LiaisonBlock *acceptance; /* or NULL */
};

G_DEFINE_FINAL_TYPE (LiaisonFindingItem, liaison_finding_item, G_TYPE_OBJECT)

static void
liaison_finding_item_finalize (GObject *object)
{
  LiaisonFindingItem *self = LIAISON_FINDING_ITEM (object);

  g_clear_pointer (&self->finding, liaison_finding_unref);
  g_clear_pointer (&self->acceptance, liaison_block_unref);

  G_OBJECT_CLASS (liaison_finding_item_parent_class)->finalize (object);
}

static void
liaison_finding_item_class_init (LiaisonFindingItemClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_finding_item_finalize;
}

static void
liaison_finding_item_init (LiaisonFindingItem *self)
{
}

LiaisonFindingItem *
liaison_finding_item_new (LiaisonFinding *finding)
{
  LiaisonFindingItem *self = g_object_new (LIAISON_TYPE_FINDING_ITEM, NULL);
  self->finding = liaison_finding_ref (finding);
  return self;
}

LiaisonFinding *
liaison_finding_item_get_finding (LiaisonFindingItem *self)
{
  return self->finding;
}

LiaisonFindingItem *
liaison_finding_item_new_accepted (LiaisonFinding     *finding,
                                   const LiaisonBlock *acceptance)
{
  LiaisonFindingItem *self = liaison_finding_item_new (finding);
  self->acceptance = liaison_block_ref (acceptance);
  return self;
}

const LiaisonBlock *
liaison_finding_item_get_acceptance (LiaisonFindingItem *self)
{
  return self->acceptance;
}
