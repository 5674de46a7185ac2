/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonComposingRoom: where many packs are set one after the other. Its typesetters, one a
 * language, keep what they shaped from pack to pack, so that what stands in several of them is
 * shaped once. What they set does not depend on what they set before: a pack has the same bytes
 * alone and among others. For one thread at a time. */
#pragma once

#include "pack/typesetter.h"

G_BEGIN_DECLS

typedef struct _LiaisonComposingRoom LiaisonComposingRoom;

LiaisonComposingRoom *liaison_composing_room_new (void);
void liaison_composing_room_free (LiaisonComposingRoom *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonComposingRoom, liaison_composing_room_free)

/* Transfer full. */
LiaisonTypesetter *liaison_composing_room_get (LiaisonComposingRoom *self,
                                               const char *language,
                                               gboolean right_to_left);

G_END_DECLS
