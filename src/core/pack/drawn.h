/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawn matter: a drawing of core/draw on pages, fitted to one or cut into tiles that are laid side
 * by side, its heads repeated on each. */
#pragma once

#include "draw/drawing.h"
#include "pack/matter.h"

G_BEGIN_DECLS

typedef struct
{
  gboolean tiled;  /* FALSE: all of it on one page, as large as it can be */
  double scale;    /* points a unit where it is tiled; 0: 0.7 */
  gboolean again;  /* the pages may flow several times: @drawing is nobody else's */
  LiaisonBox seen; /* not tiled: only what of the body a window shows; empty: all */
} LiaisonDrawnOptions;

/* Keeps @drawing; what @manner borrows must live until the flow is done. The flow measures and
 * draws it, in the thread that @drawing belongs to, and afterwards asks it to be measured anew by
 * whoever else shows it; the pages no longer need it then. */
LiaisonMatter *liaison_drawn_new (LiaisonDrawing *drawing,
                                  const LiaisonManner *manner,
                                  const LiaisonDrawnOptions *options);

/* What is told to those who do not see it; NULL, as at first: the heading it stands under. */
void liaison_drawn_set_description (LiaisonMatter *matter, const char *shows);

G_END_DECLS
