/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Matter that holds other matter: kept on one page where it fits, and with a frame, a ground or a
 * bar around it where it is asked for. */
#pragma once

#include "pack/matter.h"

G_BEGIN_DECLS

/* A plain value, in points. */
typedef struct
{
  gboolean framed; /* a thin line all around */
  gboolean dashed; /* that is to be cut along */
  gboolean tinted; /* a light ground */
  gboolean barred; /* a thick bar where lines begin */
  LiaisonInk ink;  /* of all that */
  double pad;      /* within the frame */
  double height;   /* the least; 0: as high as what it holds */
  /* Where these are set, as many as have room fill a page evenly, `gap` between them; `reserve` of
   * it is left for a heading, so that all of them are of one height. */
  double gap, reserve;
  gboolean loose;   /* may be parted even where it fits on a page */
  gboolean at_foot; /* stands at the foot of its page */
} LiaisonGroupStyle;

LiaisonMatter *liaison_group_new (const LiaisonGroupStyle *style);
/* Takes @matter. */
void liaison_group_add (LiaisonMatter *self, LiaisonMatter *matter);

G_END_DECLS
