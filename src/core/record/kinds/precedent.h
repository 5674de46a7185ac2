/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Earlier cases that bear on a record. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

#define LIAISON_PRECEDENT_FIELDS(F, T)                                                             \
  F (T, STRING, case_key, "case-key", N_("Case"), .open = TRUE, .flags = LIAISON_FIELD_CODE,       \
     .help = N_("The key of a case on the shelf of case studies, if it is there."))                \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE, .flags = LIAISON_FIELD_TITLE)             \
  F (T, TEXT, lesson, "lesson", N_("What it teaches"), .open = TRUE, .flags = LIAISON_FIELD_LONG)  \
  F (T, STRING, source, "source", N_("Source"), .open = TRUE)                                      \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Precedent, LIAISON_PRECEDENT_FIELDS)
extern const LiaisonShape liaison_precedent_shape;

G_END_DECLS
