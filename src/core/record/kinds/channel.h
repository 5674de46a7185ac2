/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Channels: the need lines of the communications plan and the circuits that serve them, with their
 * place in PACE. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_CHANNEL_LEVEL_UNSET,
  LIAISON_CHANNEL_LEVEL_NEED_LINE,
  LIAISON_CHANNEL_LEVEL_CIRCUIT,
} LiaisonChannelLevel;
extern const LiaisonChoices liaison_channel_levels;

typedef enum
{
  LIAISON_PACE_UNSET,
  LIAISON_PACE_PRIMARY,
  LIAISON_PACE_ALTERNATE,
  LIAISON_PACE_CONTINGENCY,
  LIAISON_PACE_EMERGENCY,
} LiaisonPace;
extern const LiaisonChoices liaison_paces;

typedef enum
{
  LIAISON_MEDIUM_UNSET,
  LIAISON_MEDIUM_VOICE_RADIO,
  LIAISON_MEDIUM_DATA_RADIO,
  LIAISON_MEDIUM_SATELLITE_VOICE,
  LIAISON_MEDIUM_TELEPHONE,
  LIAISON_MEDIUM_MOBILE,
  LIAISON_MEDIUM_VIDEO,
  LIAISON_MEDIUM_CHAT,
  LIAISON_MEDIUM_EMAIL,
  LIAISON_MEDIUM_MESSAGE,
  LIAISON_MEDIUM_WEB,
  LIAISON_MEDIUM_COMMAND_SYSTEM,
  LIAISON_MEDIUM_DATA_LINK,
  LIAISON_MEDIUM_TRACKING,
  LIAISON_MEDIUM_FILE,
  LIAISON_MEDIUM_FAX,
  LIAISON_MEDIUM_COURIER,
  LIAISON_MEDIUM_LIAISON,
  LIAISON_MEDIUM_VISUAL,
  LIAISON_MEDIUM_OTHER,
} LiaisonMedium;
extern const LiaisonChoices liaison_mediums;

typedef enum
{
  LIAISON_BEARER_UNSET,
  LIAISON_BEARER_FIBRE,
  LIAISON_BEARER_COPPER,
  LIAISON_BEARER_MICROWAVE,
  LIAISON_BEARER_MOBILE_NETWORK,
  LIAISON_BEARER_INTERNET,
  LIAISON_BEARER_MILITARY_NETWORK,
  LIAISON_BEARER_SATELLITE,
  LIAISON_BEARER_HF,
  LIAISON_BEARER_VHF,
  LIAISON_BEARER_UHF,
  LIAISON_BEARER_WIRELESS,
  LIAISON_BEARER_PERSON,
  LIAISON_BEARER_NONE,
} LiaisonBearer;
extern const LiaisonChoices liaison_bearers;

typedef enum
{
  LIAISON_CHANNEL_HOURS_UNSET,
  LIAISON_CHANNEL_HOURS_CONTINUOUS,
  LIAISON_CHANNEL_HOURS_SCHEDULED,
  LIAISON_CHANNEL_HOURS_ON_CALL,
} LiaisonChannelHours;
extern const LiaisonChoices liaison_channel_hourses;

typedef enum
{
  LIAISON_CHANNEL_STATUS_UNSET,
  LIAISON_CHANNEL_STATUS_PLANNED,
  LIAISON_CHANNEL_STATUS_REQUESTED,
  LIAISON_CHANNEL_STATUS_INSTALLED,
  LIAISON_CHANNEL_STATUS_WORKING,
  LIAISON_CHANNEL_STATUS_DEGRADED,
  LIAISON_CHANNEL_STATUS_DOWN,
  LIAISON_CHANNEL_STATUS_CLOSED,
} LiaisonChannelStatus;
extern const LiaisonChoices liaison_channel_statuses;

typedef enum
{
  LIAISON_STATION_ROLE_UNSET,
  LIAISON_STATION_ROLE_CONTROL,
  LIAISON_STATION_ROLE_ALTERNATE_CONTROL,
  LIAISON_STATION_ROLE_MEMBER,
  LIAISON_STATION_ROLE_RELAY,
  LIAISON_STATION_ROLE_LISTENER,
} LiaisonStationRole;
extern const LiaisonChoices liaison_station_roles;

/* One end of a channel. */
#define LIAISON_STATION_FIELDS(F, T)                                                               \
  /* Translators: One end of a circuit */                                                          \
  F (T, REFERENCE, station, "station", N_("Station"), .open = TRUE, .subject = TRUE,               \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, STRING, call_sign, "call-sign", N_("Call sign"), .open = TRUE,                             \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, STRING, address, "address", N_("Number or address"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("Telephone number, room or address; no frequencies."))                             \
  F (T, CHOICE, role, "role", N_("Role"), .open = TRUE, .choices = &liaison_station_roles,         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, hours, "hours", N_("Hours"), .open = TRUE)                                           \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)                                           \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Station, LIAISON_STATION_FIELDS)
extern const LiaisonShape liaison_station_shape;

/* When a channel is to be tested; each occurrence becomes a communications check on the schedule.
 * */
#define LIAISON_TEST_PLAN_FIELDS(F, T)                                                             \
  F (T, INSTANT, start, "start", N_("First test"), .open = TRUE,                                   \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, rule, "rule", N_("Repeats"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,          \
     .help = N_("A recurrence rule as in iCalendar (RRULE), such as FREQ=DAILY;COUNT=21."))        \
  F (T, DURATION, grace, "grace", N_("Overdue after"), .open = TRUE,                               \
     .minimum = 0, .maximum = 8640000)                                                             \
  F (T, TEXT, procedure, "procedure", N_("Procedure"), .open = TRUE, .flags = LIAISON_FIELD_LONG)
LIAISON_DECLARE_DATA (TestPlan, LIAISON_TEST_PLAN_FIELDS)
extern const LiaisonShape liaison_test_plan_shape;

#define LIAISON_CHANNEL_FIELDS(F, T)                                                               \
  F (T, STRING, code, "code", N_("Code"), .open = TRUE, .group = N_("Channel"),                    \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, level, "level", N_("Need line or circuit"), .open = TRUE,                          \
     .choices = &liaison_channel_levels)                                                           \
  F (T, REFERENCE, parent, "parent", N_("Need line"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL),                                                          \
     .flags = LIAISON_FIELD_PARENT | LIAISON_FIELD_COLUMN,                                         \
     .help = N_("The need line that the circuit serves."))                                         \
  /* Translators: Primary, alternate, contingency, emergency */                                    \
  F (T, CHOICE, pace, "pace", N_("PACE"), .open = TRUE, .choices = &liaison_paces,                 \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, trigger, "trigger", N_("Use when"), .open = TRUE, .flags = LIAISON_FIELD_LONG,       \
     .help = N_("What tells people to change to this circuit."))                                   \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_channel_statuses,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, purpose, "purpose", N_("Purpose"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  /* Translators: One end of a circuit */                                                          \
  F (T, REFERENCE, from, "from", N_("Near end"), .open = TRUE, .group = N_("Ends"),                \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  /* Translators: The other end of a circuit */                                                    \
  F (T, REFERENCE, to, "to", N_("Far end"), .open = TRUE,                                          \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST) | LIAISON_TARGET (SITE),      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, ITEMS, stations, "stations", N_("Stations"), .open = TRUE,                                 \
     .items = &liaison_station_shape)                                                              \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE)                                  \
  F (T, CHOICE, medium, "medium", N_("Medium"), .open = TRUE, .group = N_("Technique"),            \
     .choices = &liaison_mediums, .flags = LIAISON_FIELD_COLUMN)                                   \
  F (T, CHOICE, bearer, "bearer", N_("Bearer"), .open = TRUE, .choices = &liaison_bearers,         \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("What it runs over: two circuits of one need line on one bearer fail together."))  \
  F (T, STRING, carrier, "carrier", N_("Carrier"),                                                 \
     .help = N_("The provider, satellite, cable or system, to tell bearers of one kind apart."))   \
  F (T, TEXT, equipment, "equipment", N_("Equipment"), .open = TRUE, .flags = LIAISON_FIELD_LONG)  \
  F (T, STRING, document, "document", N_("Controlled document"), .open = TRUE,                     \
     .help = N_("The number of the document that holds keys and frequencies; never the keys "      \
                "or frequencies themselves."))                                                     \
  F (T, STRING, highest_level, "highest-level", N_("Highest level"), .open = TRUE,                 \
     .help = N_("The highest level it may carry, a code of the marking scheme."))                  \
  F (T, LEVEL, language, "language", N_("Language"), .open = TRUE)                                 \
  F (T, INTEGER, at_once, "at-once", N_("Users at once"), .open = TRUE,                            \
     .minimum = 1, .maximum = 100000)                                                              \
  F (T, CHOICE, hours, "hours", N_("Hours"), .open = TRUE, .group = N_("Use"),                     \
     .choices = &liaison_channel_hourses)                                                          \
  F (T, INSTANT, start, "start", N_("Opens"), .open = TRUE, .flags = LIAISON_FIELD_START)          \
  F (T, INSTANT, end, "end", N_("Closes"), .open = TRUE, .flags = LIAISON_FIELD_END)               \
  F (T, TEXT, procedure, "procedure", N_("Procedure"), .open = TRUE, .flags = LIAISON_FIELD_LONG)  \
  F (T, REFERENCE, manager, "manager", N_("Manager"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, NATION, provider_nation, "provider-nation", N_("Provided by nation"), .open = TRUE)        \
  F (T, REFERENCE, provider, "provider", N_("Provided by"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCES, agreements, "agreements", N_("Agreements"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (AGREEMENT))                                                        \
  F (T, REFERENCES, requirements, "requirements", N_("Requirements"), .open = TRUE,                \
     .targets = LIAISON_TARGET (REQUIREMENT))                                                      \
  F (T, ITEMS, tests, "tests", N_("Test plan"), .open = TRUE, .group = N_("Tests"),                \
     .items = &liaison_test_plan_shape)                                                            \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Channel, channel, CHANNEL)

G_END_DECLS
