/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The glossary: terms with their translations. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_TERM_STATUS_UNSET,
  LIAISON_TERM_STATUS_PROPOSED,
  LIAISON_TERM_STATUS_AGREED,
  LIAISON_TERM_STATUS_ADMITTED,
  LIAISON_TERM_STATUS_DEPRECATED,
} LiaisonTermStatus;
extern const LiaisonChoices liaison_term_statuses;

#define LIAISON_TERM_FIELDS(F, T)                                                                  \
  F (T, TEXT, term, "term", N_("Term"), .open = TRUE, .group = N_("Term"),                         \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, abbreviation, "abbreviation", N_("Abbreviation"), .open = TRUE,                    \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, abbreviations, "abbreviations", N_("Abbreviation in other languages"), .open = TRUE) \
  F (T, TEXT, definition, "definition", N_("Definition"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_COLUMN | LIAISON_FIELD_LONG)                                           \
  F (T, TEXT, example, "example", N_("Example"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, TEXT, avoid, "avoid", N_("Words to avoid"), .open = TRUE,                                  \
     .help = N_("They mean something else to some of the nations."))                               \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_term_statuses,   \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, REFERENCES, see_also, "see-also", N_("See also"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (TERM))                                                             \
  F (T, STRING, source, "source", N_("Source"), .open = TRUE)                                      \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE)                                  \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Term, term, TERM)

G_END_DECLS
