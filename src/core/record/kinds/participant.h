/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Headquarters, units, cells, teams and persons, in a tree. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/objective.h"
#include "record/kinds/participant-role.h"
#include "record/kinds/shared-fields.h"
#include "record/kinds/site.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_PARTICIPANT_TYPE_UNSET,
  LIAISON_PARTICIPANT_TYPE_CONTINGENT,
  LIAISON_PARTICIPANT_TYPE_HEADQUARTERS,
  LIAISON_PARTICIPANT_TYPE_UNIT,
  LIAISON_PARTICIPANT_TYPE_CELL,
  LIAISON_PARTICIPANT_TYPE_TEAM,
  LIAISON_PARTICIPANT_TYPE_AGENCY,
  LIAISON_PARTICIPANT_TYPE_PERSON,
} LiaisonParticipantType;
extern const LiaisonChoices liaison_participant_types;

typedef enum
{
  LIAISON_DOMAIN_UNSET,
  LIAISON_DOMAIN_JOINT,
  LIAISON_DOMAIN_LAND,
  LIAISON_DOMAIN_MARITIME,
  LIAISON_DOMAIN_AIR,
  LIAISON_DOMAIN_SPACE,
  LIAISON_DOMAIN_CYBER,
  LIAISON_DOMAIN_SPECIAL_OPERATIONS,
  LIAISON_DOMAIN_CIVIL,
  LIAISON_DOMAIN_MULTI_DOMAIN,
} LiaisonDomain;
extern const LiaisonChoices liaison_domains;

typedef enum
{
  LIAISON_PARTICIPANT_STATUS_UNSET,
  LIAISON_PARTICIPANT_STATUS_PLANNED,
  LIAISON_PARTICIPANT_STATUS_NOMINATED,
  LIAISON_PARTICIPANT_STATUS_CONFIRMED,
  LIAISON_PARTICIPANT_STATUS_PRESENT,
  LIAISON_PARTICIPANT_STATUS_LEFT,
  LIAISON_PARTICIPANT_STATUS_CANCELLED,
} LiaisonParticipantStatus;
extern const LiaisonChoices liaison_participant_statuses;

/* A language that a person speaks. */
#define LIAISON_SPOKEN_LANGUAGE_FIELDS(F, T)                                                       \
  F (T, LEVEL, level, "level", N_("Language and level"), .open = TRUE,                             \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN,                                       \
     .help = N_("STANAG 6001: listening, speaking, reading, writing."))                            \
  F (T, BOOLEAN, native, "native", N_("First language"), .open = TRUE,                             \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, BOOLEAN, interprets, "interprets", N_("Interprets"), .open = TRUE)                         \
  F (T, DATE, tested, "tested", N_("Tested"), .open = TRUE)                                        \
  F (T, STRING, evidence, "evidence", N_("Certificate"))
LIAISON_DECLARE_DATA (SpokenLanguage, LIAISON_SPOKEN_LANGUAGE_FIELDS)
extern const LiaisonShape liaison_spoken_language_shape;

#define LIAISON_PARTICIPANT_FIELDS(F, T)                                                           \
  F (T, STRING, code, "code", N_("Code"), .open = TRUE, .group = N_("Participant"),                \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN,                                           \
     .help = N_("The short name used in tables."))                                                 \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, aliases, "aliases", N_("Other spellings"),                                         \
     .help = N_("With commas between them; imports then recognise it."))                           \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_participant_types,     \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (PARTICIPANT),                                                      \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, CHOICE, role, "role", N_("Role"), .open = TRUE, .choices = &liaison_participant_roles,     \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, CHOICE, domain, "domain", N_("Domain"), .open = TRUE, .choices = &liaison_domains)         \
  F (T, CHOICE, echelon, "echelon", N_("Level of command"), .open = TRUE,                          \
     .choices = &liaison_echelons)                                                                 \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_participant_statuses)                                                     \
  F (T, TEXT, task, "task", N_("Task"), .open = TRUE, .flags = LIAISON_FIELD_LONG)                 \
  /* Translators: Acts as somebody in the scenario */                                              \
  F (T, TEXT, plays, "plays", N_("Plays"), .open = TRUE,                                           \
     .help = N_("Whom or what it stands for in the scenario."))                                    \
  F (T, TEXT, given_name, "given-name", N_("Given name"), .open = TRUE, .group = N_("Person"))     \
  F (T, TEXT, family_name, "family-name", N_("Family name"), .open = TRUE)                         \
  F (T, TEXT, rank, "rank", N_("Rank"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)               \
  F (T, STRING, rank_code, "rank-code", N_("Rank code"), .open = TRUE,                             \
     .help = N_("Such as OF-3 or OR-7."))                                                          \
  /* Translators: A job, not a meeting */                                                          \
  F (T, TEXT, appointment, "appointment", N_("Appointment"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("The post a person holds at home or in the exercise."))                            \
  F (T, TEXT, address_as, "address-as", N_("Form of address"), .open = TRUE)                       \
  F (T, TEXT, pronunciation, "pronunciation", N_("Pronunciation"), .open = TRUE)                   \
  F (T, ITEMS, languages, "languages", N_("Languages"), .open = TRUE,                              \
     .items = &liaison_spoken_language_shape,                                                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, diet, "diet", N_("Diet"))                                                            \
  F (T, TEXT, skills, "skills", N_("Skills"), .open = TRUE)                                        \
  F (T, REFERENCE, photo, "photo", N_("Photograph"), .open = TRUE,                                 \
     .targets = LIAISON_TARGET (ATTACHMENT))                                                       \
  F (T, STRING, call_sign, "call-sign", N_("Call sign"), .open = TRUE, .group = N_("Contact"))     \
  F (T, STRING, phone, "phone", N_("Telephone"), .open = TRUE)                                     \
  F (T, STRING, mobile, "mobile", N_("Mobile telephone"), .open = TRUE)                            \
  F (T, STRING, email, "email", N_("E-mail"), .open = TRUE)                                        \
  F (T, STRING, chat, "chat", N_("Chat"), .open = TRUE)                                            \
  F (T, TEXT, address, "address", N_("Address"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, REFERENCE, commander, "commander", N_("Commander or head"), .open = TRUE,                  \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, reports_to, "reports-to", N_("Reports to"), .open = TRUE,                       \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, deputy, "deputy", N_("Deputy"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, STRING, next_of_kin, "next-of-kin", N_("Emergency contact"),                               \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .group = N_("Place and time"),          \
     .targets = LIAISON_TARGET (SITE), .flags = LIAISON_FIELD_COLUMN)                              \
  F (T, REFERENCE, quarters, "quarters", N_("Accommodation"), .open = TRUE,                        \
     .targets = LIAISON_TARGET (SITE))                                                             \
  F (T, ZONE, zone, "zone", N_("Time zone"), .open = TRUE)                                         \
  F (T, INSTANT, available_from, "available-from", N_("Available from"), .open = TRUE,             \
     .flags = LIAISON_FIELD_START)                                                                 \
  F (T, INSTANT, available_until, "available-until", N_("Available until"), .open = TRUE,          \
     .flags = LIAISON_FIELD_END)                                                                   \
  F (T, INTEGER, at_once, "at-once", N_("Events at once"), .open = TRUE,                           \
     .minimum = 1, .maximum = 1000,                                                                \
     .help = N_("How many events it can be at, at the same time; one where nothing is said."))     \
  F (T, INTEGER, planned_strength, "planned-strength", N_("Planned strength"), .open = TRUE,       \
     .group = N_("Strength and equipment"), .minimum = 0, .maximum = 1000000)                      \
  F (T, INTEGER, strength, "strength", N_("Actual strength"), .open = TRUE,                        \
     .minimum = 0, .maximum = 1000000,                                                             \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INTEGER, vehicles, "vehicles", N_("Vehicles"), .open = TRUE,                               \
     .minimum = 0, .maximum = 100000)                                                              \
  F (T, TEXT, equipment, "equipment", N_("Equipment"), .open = TRUE, .flags = LIAISON_FIELD_LONG)  \
  F (T, ITEMS, supplies, "supplies", N_("Supplies"), .open = TRUE, .items = &liaison_supply_shape, \
     .help = N_("What it provides to others."))                                                    \
  F (T, STRING, symbol, "symbol", N_("Symbol code"), .open = TRUE,                                 \
     .help = N_("The code of its map symbol after APP-6 or MIL-STD-2525."))                        \
  F (T, STRING, clearance, "clearance", N_("Clearance"), .group = N_("Clearance"),                 \
     .help = N_("The highest level it may see, a code of the marking scheme."))                    \
  F (T, DATE, clearance_until, "clearance-until", N_("Cleared until"))                             \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Participant, participant, PARTICIPANT)

G_END_DECLS
