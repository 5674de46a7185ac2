/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Imposition: pages put side by side on larger sheets, so that these can be folded into a booklet
 * and stitched through the back, or read two at a time. */
#pragma once

#include "pack/pages.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_IMPOSE_NOTHING,
  LIAISON_IMPOSE_BOOKLET, /* both sides of a sheet, folded once */
  LIAISON_IMPOSE_TWO_UP,  /* two pages beside each other, in order */
} LiaisonImposition;

/* No page: the side is blank there. */
#define LIAISON_NO_PAGE G_MAXUINT

/* How many sides of sheets @n pages make. Of a booklet always an even number. */
guint liaison_imposition_count_sides (LiaisonImposition self, guint n);
/* Which pages, counted from 0, stand at the left and the right of side @side; LIAISON_NO_PAGE:
 * none. What is read from right to left is bound at its right. */
void liaison_imposition_get_side (
    LiaisonImposition self, guint n, guint side, gboolean right_to_left, guint *left, guint *right);

/* The sheet of which each half is a page, lying. In points. */
void liaison_imposition_get_size (LiaisonImposition self,
                                  const LiaisonPages *pages,
                                  double *width,
                                  double *height);
/* Draws a side of a sheet, as liaison_pages_draw does a page. */
void liaison_imposition_draw (LiaisonImposition self,
                              const LiaisonPages *pages,
                              guint side,
                              cairo_t *cr);
/* Writes all sides as a PDF for the printer; nobody reads it on a screen, so it has no tags. */
gboolean liaison_imposition_write_pdf (LiaisonImposition self,
                                       const LiaisonPages *pages,
                                       const LiaisonPdfInfo *info,
                                       GOutputStream *stream,
                                       GCancellable *cancellable,
                                       GError **error);

G_END_DECLS
