/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A tree drawn with boxes and lines, over as many pages or columns as it takes: organisations. */
#pragma once

#include "pack/matter.h"

G_BEGIN_DECLS

LiaisonMatter *liaison_chart_new (double factor);
/* In the order of a walk: what hangs under something follows it, one @level deeper. Copies. @detail
 * is a second line, or NULL. */
void liaison_chart_add (LiaisonMatter *self,
                        guint level,
                        const char *name,
                        const char *detail,
                        const LiaisonBlock *record);

G_END_DECLS
