/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pairs: names at the start of the line and what there is to say of each beside them, or below
 * where the page is narrow. For all that is no table: contact cards, places, briefs. */
#pragma once

#include "pack/matter.h"

G_BEGIN_DECLS

/* @factor of the size of type; @label_part of the measure is for the names (0: as usual). */
LiaisonMatter *liaison_pairs_new (double factor, double label_part);
/* Copies. Line breaks in @text begin paragraphs. @notes as for paragraphs, may be NULL. */
void liaison_pairs_add (LiaisonMatter *self,
                        const char *label,
                        const char *text,
                        const LiaisonBlock *record,
                        const GPtrArray *notes);
guint liaison_pairs_get_n (const LiaisonMatter *self);

G_END_DECLS
