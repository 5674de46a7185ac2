/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The editor of a marking: its level, and a check for each nation and group it may be released to.
 */
#pragma once

#include "shared/form-row.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_MARKING_POPOVER (liaison_marking_popover_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonMarkingPopover, liaison_marking_popover, LIAISON, MARKING_POPOVER, GtkPopover)

/* For the marking in @row, which outlives it. */
LiaisonMarkingPopover *liaison_marking_popover_new (LiaisonFormRow *row);
/* Opens it with the nations and groups there are now. */
void liaison_marking_popover_open (LiaisonMarkingPopover *self);
/* Shows what the marking is now. */
void liaison_marking_popover_refresh (LiaisonMarkingPopover *self);

G_END_DECLS
