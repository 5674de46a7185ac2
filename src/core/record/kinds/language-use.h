/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A language and what it is used for. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_LANGUAGE_USE_UNSET,
  LIAISON_LANGUAGE_USE_OFFICIAL,
  LIAISON_LANGUAGE_USE_WORKING,
  LIAISON_LANGUAGE_USE_INTERPRETED,
  LIAISON_LANGUAGE_USE_PRINTED,
} LiaisonLanguageUse;
extern const LiaisonChoices liaison_language_uses;

#define LIAISON_LANGUAGE_USE_FIELDS(F, T)                                                          \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE,                                 \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, use, "use", N_("Used for"), .open = TRUE, .choices = &liaison_language_uses,       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (LanguageUse, LIAISON_LANGUAGE_USE_FIELDS)
extern const LiaisonShape liaison_language_use_shape;

G_END_DECLS
