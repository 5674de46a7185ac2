/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pictures of attachments, fit for print: no larger than they are seen, so that a page holds
 * nothing beyond what is on it. */
#pragma once

#include "record/kinds/attachment.h"

#include <cairo.h>

G_BEGIN_DECLS

/* To be shown at most @width by @height points; checked and bounded while it is decoded. NULL: no
 * picture that can be read. The caller destroys it. For any thread. */
cairo_surface_t *liaison_picture_load (const LiaisonBlock *attachment, double width, double height);

/* Where a picture would be: a head and shoulders, in light grey. */
void liaison_picture_draw_nobody (cairo_t *cr, double x, double y, double width, double height);
/* @picture as large as it fits, in the middle. */
void liaison_picture_draw (
    cairo_t *cr, cairo_surface_t *picture, double x, double y, double width, double height);

G_END_DECLS
