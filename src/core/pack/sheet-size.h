/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper and what of it may be printed on, in points (1/72 inch). */
#pragma once

#include "record/kinds/paper.h"

G_BEGIN_DECLS

/* A plain value. Margins are of the page as it lies; start and end are mirrored in languages that
 * run from right to left. */
typedef struct
{
  LiaisonPaper paper;
  gboolean landscape;
  double margin; /* all around */
  /* Of what is printed on both sides and bound: the text stands so much further from the back than
   * from the edge. 0: pages are printed on one side. */
  double binding;
} LiaisonPageSetup;

/* A4 upright. */
LiaisonPageSetup liaison_page_setup_default (void);
/* Of the page as it lies. */
void liaison_page_setup_get_size (const LiaisonPageSetup *self, double *width, double *height);
/* The paper that people in a region (ISO 3166; NULL: unknown) have in their printers: A4, or Letter
 * where that is usual. */
LiaisonPaper liaison_paper_for_region (const char *region);

G_END_DECLS
