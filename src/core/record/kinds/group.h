/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nations taken together for release, tables and packs. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_GROUP_USE_UNSET,
  LIAISON_GROUP_USE_RELEASE,
  LIAISON_GROUP_USE_ORGANISATION,
  LIAISON_GROUP_USE_SUPPORT,
  LIAISON_GROUP_USE_TABLE,
} LiaisonGroupUse;
extern const LiaisonChoices liaison_group_uses;

#define LIAISON_GROUP_FIELDS(F, T)                                                                 \
  F (T, STRING, code, "code", N_("Code"), .open = TRUE, .group = N_("Group"),                      \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                  \
     .help = N_("The short name used in markings, such as EXFOR."))                                \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, NATIONS, members, "members", N_("Members"), .open = TRUE,                                  \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, use, "use", N_("Used for"), .open = TRUE, .choices = &liaison_group_uses,          \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, purpose, "purpose", N_("Purpose"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, REFERENCE, contact, "contact", N_("Contact"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, DATE, from, "from", N_("Valid from"), .open = TRUE)                                        \
  F (T, DATE, until, "until", N_("Valid until"), .open = TRUE)                                     \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Group, group, GROUP)

G_END_DECLS
