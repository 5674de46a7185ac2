/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding as an item of a list. */
#pragma once

#include "record/block.h"
#include "record/finding.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FINDING_ITEM (liaison_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFindingItem, liaison_finding_item, LIAISON, FINDING_ITEM, GObject)

LiaisonFindingItem *liaison_finding_item_new (LiaisonFinding *finding);
/* One that was accepted, by the record @acceptance. */
LiaisonFindingItem *liaison_finding_item_new_accepted (LiaisonFinding *finding, const LiaisonBlock *acceptance);
LiaisonFinding *liaison_finding_item_get_finding (LiaisonFindingItem *self);
/* The AcceptedFinding, or NULL. Borrowed. */
const LiaisonBlock *liaison_finding_item_get_acceptance (LiaisonFindingItem *self);

G_END_DECLS
