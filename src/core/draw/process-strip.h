/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning process at a glance: its stages as bars over the months, with conferences, products
 * due, STARTEX, ENDEX and today. */
#pragma once

#include "draw/drawing.h"
#include "schedule/process.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_PROCESS_STRIP (liaison_process_strip_get_type ())
G_DECLARE_FINAL_TYPE (
    LiaisonProcessStrip, liaison_process_strip, LIAISON, PROCESS_STRIP, LiaisonDrawing)

LiaisonProcessStrip *liaison_process_strip_new (void);
/* Takes what it shows from @process, which is not kept; names in the words of @manner. */
void liaison_process_strip_set (LiaisonProcessStrip *self,
                                const LiaisonProcess *process,
                                const LiaisonManner *manner);
/* How wide it is to be, in units. */
void liaison_process_strip_set_room (LiaisonProcessStrip *self, double width);
void liaison_process_strip_set_selection (LiaisonProcessStrip *self, const LiaisonId *ids, guint n);

G_END_DECLS
