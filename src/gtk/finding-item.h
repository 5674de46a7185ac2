/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A finding as an item of a list. */
#pragma once

#include "record/finding.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_FINDING_ITEM (liaison_finding_item_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonFindingItem, liaison_finding_item, LIAISON, FINDING_ITEM, GObject)

LiaisonFindingItem *liaison_finding_item_new (LiaisonFinding *finding);
LiaisonFinding *liaison_finding_item_get_finding (LiaisonFindingItem *self);

G_END_DECLS
