/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/paper.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_papers,
  [LIAISON_PAPER_A4] = { "a4", N_("A4") },
  [LIAISON_PAPER_A5] = { "a5", N_("A5") },
  [LIAISON_PAPER_A3] = { "a3", N_("A3") },
  /* Translators: US paper size, 8.5 by 11 inches */
  [LIAISON_PAPER_LETTER] = { "letter", N_("US Letter") },
  /* Translators: US paper size, 8.5 by 14 inches */
  [LIAISON_PAPER_LEGAL] = { "legal", N_("US Legal") },
  /* Translators: US paper size, 11 by 17 inches */
  [LIAISON_PAPER_TABLOID] = { "tabloid", N_("Tabloid") },
  [LIAISON_PAPER_POCKET] = { "pocket", N_("Pocket card") });
