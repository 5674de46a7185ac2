/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Slots that two planners changed at once, until a person decides. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_CONFLICT_TYPE_UNSET,
  LIAISON_CONFLICT_TYPE_VALUE,
  LIAISON_CONFLICT_TYPE_REMOVED,
  LIAISON_CONFLICT_TYPE_PLACE,
  LIAISON_CONFLICT_TYPE_ORDER,
  LIAISON_CONFLICT_TYPE_IDENTITY,
} LiaisonConflictType;
extern const LiaisonChoices liaison_conflict_types;

typedef enum
{
  LIAISON_CONFLICT_STATUS_UNSET,
  LIAISON_CONFLICT_STATUS_OPEN,
  LIAISON_CONFLICT_STATUS_DECIDED,
  LIAISON_CONFLICT_STATUS_SETTLED,
} LiaisonConflictStatus;
extern const LiaisonChoices liaison_conflict_statuses;

/* What one planner set. */
#define LIAISON_CONFLICT_VALUE_FIELDS(F, T)                                                        \
  F (T, STRING, author, "author", N_("Author"),                                                    \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, INSTANT, when, "when", N_("When"), .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, STRING, value, "value", N_("Value"), .flags = LIAISON_FIELD_COLUMN,                        \
     .help = N_("As it stands in the file."))                                                      \
  F (T, STRING, change_set, "change-set", N_("Change set"), .flags = LIAISON_FIELD_HIDDEN)         \
  F (T, BOOLEAN, removed, "removed", N_("Removed"))                                                \
  F (T, BOOLEAN, holds, "holds", N_("Holds now"), .flags = LIAISON_FIELD_COLUMN,                   \
     .help = N_("The value that the plan has until somebody decides."))
LIAISON_DECLARE_DATA (ConflictValue, LIAISON_CONFLICT_VALUE_FIELDS)
extern const LiaisonShape liaison_conflict_value_shape;

#define LIAISON_CONFLICT_FIELDS(F, T)                                                              \
  /* Translators: One value of one record, such as the title of an event in French */              \
  F (T, STRING, slot, "slot", N_("Slot"), .group = N_("Conflict"),                                 \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .choices = &liaison_conflict_types,                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, record, "record", N_("Record"), .targets = LIAISON_ANY_TARGET,                  \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  /* Translators: A field of a record */                                                           \
  F (T, STRING, field, "field", N_("Field"), .flags = LIAISON_FIELD_COLUMN)                        \
  F (T, STRING, item, "item", N_("Item"), .flags = LIAISON_FIELD_HIDDEN)                           \
  F (T, STRING, language, "language", N_("Language"))                                              \
  F (T, STRING, before, "before", N_("Value before"),                                              \
     .help = N_("What it was before both changes."))                                               \
  F (T, ITEMS, values, "values", N_("Values"), .items = &liaison_conflict_value_shape,             \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .group = N_("Decision"),                           \
     .choices = &liaison_conflict_statuses, .flags = LIAISON_FIELD_COLUMN)                         \
  F (T, STRING, decided_by, "decided-by", N_("Decided by"))                                        \
  F (T, INSTANT, decided, "decided", N_("Decided at"))                                             \
  F (T, TEXT, reason, "reason", N_("Reason"))

LIAISON_DECLARE_KIND (Conflict, conflict, CONFLICT)

G_END_DECLS
