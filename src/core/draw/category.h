/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which hue an event has, the same in every view and on paper. */
#pragma once

#include "draw/palette.h"
#include "record/kinds/event.h"

G_BEGIN_DECLS

LiaisonHue liaison_category_for_event (LiaisonEventType type);

G_END_DECLS
