/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Participating nations and organisations. */
#pragma once

#include "record/kind.h"
#include "record/kinds/calendar-system.h"
#include "record/kinds/language-use.h"
#include "record/kinds/paper.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_NATION_TYPE_UNSET,
  LIAISON_NATION_TYPE_NATION,
  LIAISON_NATION_TYPE_ORGANISATION,
} LiaisonNationType;
extern const LiaisonChoices liaison_nation_types;

typedef enum
{
  LIAISON_NATION_ROLE_UNSET,
  LIAISON_NATION_ROLE_HOST,
  LIAISON_NATION_ROLE_LEAD,
  LIAISON_NATION_ROLE_PARTICIPANT,
  LIAISON_NATION_ROLE_OBSERVER,
} LiaisonNationRole;
extern const LiaisonChoices liaison_nation_roles;

typedef enum
{
  LIAISON_NATION_STATUS_UNSET,
  LIAISON_NATION_STATUS_INVITED,
  LIAISON_NATION_STATUS_INTERESTED,
  LIAISON_NATION_STATUS_COMMITTED,
  LIAISON_NATION_STATUS_CONFIRMED,
  LIAISON_NATION_STATUS_DECLINED,
  LIAISON_NATION_STATUS_WITHDRAWN,
} LiaisonNationStatus;
extern const LiaisonChoices liaison_nation_statuses;

typedef enum
{
  LIAISON_NAME_ORDER_UNSET,
  LIAISON_NAME_ORDER_GIVEN_FIRST,
  LIAISON_NAME_ORDER_FAMILY_FIRST,
  LIAISON_NAME_ORDER_SINGLE,
} LiaisonNameOrder;
extern const LiaisonChoices liaison_name_orders;

#define LIAISON_NATION_FIELDS(F, T)                                                                \
  F (T, NATION, code, "code", N_("Code"), .open = TRUE, .group = N_("Nation"),                     \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                  \
     .help = N_("ISO 3166 code, or the code of an organisation such as NATO, UN or EU."))          \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                 \
     .help = N_("As the nation wishes to be called."))                                             \
  F (T, TEXT, short_name, "short-name", N_("Short name"), .open = TRUE,                            \
     .help = N_("For tables and badges with little room."))                                        \
  F (T, TEXT, formal_name, "formal-name", N_("Formal name"), .open = TRUE)                         \
  F (T, STRING, aliases, "aliases", N_("Other spellings"),                                         \
     .help = N_("With commas between them; imports then recognise it."))                           \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_nation_types)          \
  F (T, CHOICE, role, "role", N_("Role"), .open = TRUE, .choices = &liaison_nation_roles,          \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_nation_statuses, \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, DATE, joined, "joined", N_("Joined on"), .open = TRUE)                                     \
  F (T, DATE, withdrawn, "withdrawn", N_("Withdrawn on"), .open = TRUE)                            \
  F (T, REFERENCE, logo, "logo", N_("Logo"), .open = TRUE, .targets = LIAISON_TARGET (ATTACHMENT), \
     .help = N_("A flag or badge given by the nation itself."))                                    \
  F (T, REFERENCE, contact, "contact", N_("Contact"), .open = TRUE, .group = N_("People"),         \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN)                       \
  F (T, REFERENCE, head, "head", N_("Head of delegation"), .open = TRUE,                           \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, NATION, represented_by, "represented-by", N_("Represented by"), .open = TRUE,              \
     .help = N_("The nation that speaks for it where it has nobody."))                             \
  F (T, INTEGER, planned_strength, "planned-strength", N_("Planned strength"), .open = TRUE,       \
     .minimum = 0, .maximum = 1000000)                                                             \
  F (T, INTEGER, confirmed_strength, "confirmed-strength", N_("Confirmed strength"), .open = TRUE, \
     .minimum = 0, .maximum = 1000000)                                                             \
  F (T, ITEMS, languages, "languages", N_("Languages"), .open = TRUE, .group = N_("Languages"),    \
     .items = &liaison_language_use_shape, .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, LEVEL, pack_language, "pack-language", N_("Language of packs"), .open = TRUE)              \
  F (T, CHOICE, name_order, "name-order", N_("Order of names"), .open = TRUE,                      \
     .choices = &liaison_name_orders)                                                              \
  F (T, ZONE, zone, "zone", N_("Time zone"), .open = TRUE,                                         \
     .group = N_("Times"), .flags = LIAISON_FIELD_COLUMN)                                          \
  F (T, CHOICE, calendar, "calendar", N_("Calendar"), .open = TRUE,                                \
     .choices = &liaison_calendar_systems)                                                         \
  F (T, DURATION, day_start, "day-start", N_("Working day begins"), .open = TRUE,                  \
     .minimum = 0, .maximum = 86400)                                                               \
  F (T, DURATION, day_end, "day-end", N_("Working day ends"), .open = TRUE,                        \
     .minimum = 0, .maximum = 86400)                                                               \
  F (T, CHOICE, paper, "paper", N_("Paper"), .open = TRUE, .choices = &liaison_papers)             \
  F (T, TEXT, embassy, "embassy", N_("Embassy"), .open = TRUE, .group = N_("Support"),             \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, support, "support", N_("National support"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG,                                                                  \
     .help = N_("What the nation brings for itself."))                                             \
  F (T, TEXT, caveats, "caveats", N_("Caveats"), .open = TRUE,                                     \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL,                                          \
     .help = N_("What its people may not do."))                                                    \
  F (T, TEXT, ceremony_name, "ceremony-name", N_("Name in ceremonies"), .open = TRUE,              \
     .group = N_("Ceremony"),                                                                      \
     .help = N_("Where it differs; flags are ordered by it."))                                     \
  F (T, TEXT, anthem, "anthem", N_("Anthem"), .open = TRUE)                                        \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Nation, nation, NATION)

G_END_DECLS
