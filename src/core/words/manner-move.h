/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How far something is to move, as people type it. */
#pragma once

#include "words/manner.h"

G_BEGIN_DECLS

/* Understands "+2h", "-1d", "90 min" (later), and "to 261300Z", "STARTEX+2d", "0900": then the time
 * at which @block, the first of what moves, shall begin; a time of day alone is meant on its day.
 * *@by is in seconds. FALSE with a translated sentence when it is not understood, or @block has no
 * time. */
gboolean liaison_manner_read_move (const LiaisonManner *manner,
                                   const LiaisonSnapshot *snapshot,
                                   const LiaisonBlock *block,
                                   const char *text,
                                   gint64 *by,
                                   GError **error);

G_END_DECLS
