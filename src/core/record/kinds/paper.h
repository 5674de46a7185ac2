/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Paper sizes of packs. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PAPER_UNSET,
  LIAISON_PAPER_A4,
  LIAISON_PAPER_A5,
  LIAISON_PAPER_A3,
  LIAISON_PAPER_LETTER,
  LIAISON_PAPER_LEGAL,
  LIAISON_PAPER_TABLOID,
  LIAISON_PAPER_POCKET,
} LiaisonPaper;
extern const LiaisonChoices liaison_papers;

G_END_DECLS
