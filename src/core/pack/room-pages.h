/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The room card: who will be in the room at an event and what to mind, on one page for the chair.
 */
#pragma once

#include "pack/briefing-pages.h"

G_BEGIN_DECLS

/* @event is a block of @snapshot. Of @look, parts do not matter. Copies what it needs, as the
 * functions of briefing-pages.h do. Where much is to be said the type is smaller; names beyond what
 * a page can hold are counted. */
void liaison_room_card_to_pages (const LiaisonSnapshot *snapshot,
                                 const LiaisonManner *manner,
                                 const LiaisonBlock *event,
                                 const LiaisonBriefingLook *look,
                                 LiaisonPages *pages);

G_END_DECLS
