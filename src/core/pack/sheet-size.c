/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/sheet-size.h"

#define MILLIMETRES(mm) ((mm) *72.0 / 25.4)

static const struct
{
  double width, height;
} sizes[] = {
  [LIAISON_PAPER_UNSET] = { MILLIMETRES (210), MILLIMETRES (297) },
  [LIAISON_PAPER_A4] = { MILLIMETRES (210), MILLIMETRES (297) },
  [LIAISON_PAPER_A5] = { MILLIMETRES (148), MILLIMETRES (210) },
  [LIAISON_PAPER_A3] = { MILLIMETRES (297), MILLIMETRES (420) },
  [LIAISON_PAPER_LETTER] = { 612, 792 },
  [LIAISON_PAPER_LEGAL] = { 612, 1008 },
  [LIAISON_PAPER_TABLOID] = { 792, 1224 },
  [LIAISON_PAPER_POCKET] = { MILLIMETRES (74), MILLIMETRES (105) },
};

LiaisonPageSetup
liaison_page_setup_default (void)
{
  return (LiaisonPageSetup){ LIAISON_PAPER_A4, FALSE, MILLIMETRES (15) };
}

void
liaison_page_setup_get_size (const LiaisonPageSetup *self, double *width, double *height)
{
  LiaisonPaper paper = (guint) self->paper < G_N_ELEMENTS (sizes) ? self->paper : LIAISON_PAPER_A4;

  *width = self->landscape ? sizes[paper].height : sizes[paper].width;
  *height = self->landscape ? sizes[paper].width : sizes[paper].height;
}

/* CLDR 42, supplemental data, measurement: paperSize US-Letter. */
LiaisonPaper
liaison_paper_for_region (const char *region)
{
  static const char *const letter[] = { "BZ", "CA", "CL", "CO", "CR", "GT", "MX", "NI",
                                        "PA", "PH", "PR", "SV", "US", "VE", NULL };

  return region != NULL && g_strv_contains (letter, region) ? LIAISON_PAPER_LETTER
                                                            : LIAISON_PAPER_A4;
}
