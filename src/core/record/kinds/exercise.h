/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The exercise itself: one record a plan. */
#pragma once

#include "record/kind.h"
#include "record/kinds/language-use.h"
#include "record/kinds/paper.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_EXERCISE_TYPE_UNSET,
  LIAISON_EXERCISE_TYPE_LIVE,
  LIAISON_EXERCISE_TYPE_COMMAND_POST,
  LIAISON_EXERCISE_TYPE_COMPUTER_ASSISTED,
  LIAISON_EXERCISE_TYPE_TABLE_TOP,
  LIAISON_EXERCISE_TYPE_FIELD_TRAINING,
  LIAISON_EXERCISE_TYPE_MAP,
  LIAISON_EXERCISE_TYPE_COMMUNICATIONS,
  LIAISON_EXERCISE_TYPE_LOGISTICS,
  LIAISON_EXERCISE_TYPE_STAFF,
  LIAISON_EXERCISE_TYPE_INTEROPERABILITY,
  LIAISON_EXERCISE_TYPE_EXPERIMENT,
  LIAISON_EXERCISE_TYPE_WAR_GAME,
  LIAISON_EXERCISE_TYPE_SEMINAR,
  LIAISON_EXERCISE_TYPE_WORKSHOP,
  LIAISON_EXERCISE_TYPE_DRILL,
  LIAISON_EXERCISE_TYPE_FUNCTIONAL,
  LIAISON_EXERCISE_TYPE_FULL_SCALE,
  LIAISON_EXERCISE_TYPE_MIXED,
} LiaisonExerciseType;
extern const LiaisonChoices liaison_exercise_types;

typedef enum
{
  LIAISON_EXERCISE_PHASE_UNSET,
  LIAISON_EXERCISE_PHASE_SPECIFICATION,
  LIAISON_EXERCISE_PHASE_PLANNING,
  LIAISON_EXERCISE_PHASE_CONDUCT,
  LIAISON_EXERCISE_PHASE_ANALYSIS,
  LIAISON_EXERCISE_PHASE_CLOSED,
} LiaisonExercisePhase;
extern const LiaisonChoices liaison_exercise_phases;

typedef enum
{
  LIAISON_TIME_FORMAT_UNSET,
  LIAISON_TIME_FORMAT_DTG,
  LIAISON_TIME_FORMAT_LOCAL,
} LiaisonTimeFormat;
extern const LiaisonChoices liaison_time_formats;

typedef enum
{
  LIAISON_FLAG_ORDER_UNSET,
  LIAISON_FLAG_ORDER_ALPHABET,
  LIAISON_FLAG_ORDER_HOST_FIRST,
  LIAISON_FLAG_ORDER_HOST_LAST,
  LIAISON_FLAG_ORDER_ROTATION,
  LIAISON_FLAG_ORDER_JOINING,
  LIAISON_FLAG_ORDER_AS_LISTED,
} LiaisonFlagOrder;
extern const LiaisonChoices liaison_flag_orders;

typedef enum
{
  LIAISON_RULE_SEVERITY_UNSET,
  LIAISON_RULE_SEVERITY_OFF,
  LIAISON_RULE_SEVERITY_NOTE,
  LIAISON_RULE_SEVERITY_WARNING,
  LIAISON_RULE_SEVERITY_ERROR,
} LiaisonRuleSeverity;
extern const LiaisonChoices liaison_rule_severities;

typedef enum
{
  LIAISON_COLUMN_TABLE_UNSET,
  LIAISON_COLUMN_TABLE_EVENTS,
  LIAISON_COLUMN_TABLE_INJECTS,
} LiaisonColumnTable;
extern const LiaisonChoices liaison_column_tables;

typedef enum
{
  LIAISON_COLUMN_TYPE_UNSET,
  LIAISON_COLUMN_TYPE_TEXT,
  LIAISON_COLUMN_TYPE_TRANSLATED_TEXT,
  LIAISON_COLUMN_TYPE_NUMBER,
  LIAISON_COLUMN_TYPE_YES_NO,
  LIAISON_COLUMN_TYPE_CHOICE,
  LIAISON_COLUMN_TYPE_DATE,
  LIAISON_COLUMN_TYPE_TIME,
  LIAISON_COLUMN_TYPE_DURATION,
  LIAISON_COLUMN_TYPE_NATION,
} LiaisonColumnType;
extern const LiaisonChoices liaison_column_types;

typedef enum
{
  LIAISON_CONTACT_SERVICE_UNSET,
  LIAISON_CONTACT_SERVICE_EXERCISE_DIRECTION,
  LIAISON_CONTACT_SERVICE_MEDICAL,
  LIAISON_CONTACT_SERVICE_POLICE,
  LIAISON_CONTACT_SERVICE_FIRE,
  LIAISON_CONTACT_SERVICE_SEARCH_RESCUE,
  LIAISON_CONTACT_SERVICE_RANGE_CONTROL,
  LIAISON_CONTACT_SERVICE_SAFETY,
  LIAISON_CONTACT_SERVICE_SECURITY,
  LIAISON_CONTACT_SERVICE_CONSULAR,
  LIAISON_CONTACT_SERVICE_DUTY_OFFICER,
  LIAISON_CONTACT_SERVICE_INTERPRETER,
  LIAISON_CONTACT_SERVICE_POISON,
  LIAISON_CONTACT_SERVICE_ENVIRONMENT,
  LIAISON_CONTACT_SERVICE_CLAIMS,
  LIAISON_CONTACT_SERVICE_OTHER,
} LiaisonContactService;
extern const LiaisonChoices liaison_contact_services;

#define LIAISON_SHOWN_ZONE_FIELDS(F, T)                                                            \
  F (T, ZONE, zone, "zone", N_("Time zone"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, TEXT, label, "label", N_("Label"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_COLUMN)                                          \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (ShownZone, LIAISON_SHOWN_ZONE_FIELDS)
extern const LiaisonShape liaison_shown_zone_shape;

#define LIAISON_EMERGENCY_CONTACT_FIELDS(F, T)                                                     \
  /* Translators: Medical, police, fire … */                                                       \
  F (T, CHOICE, service, "service", N_("Service"), .open = TRUE,                                   \
     .choices = &liaison_contact_services,                                                         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, phone, "phone", N_("Telephone"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN,      \
     .help = N_("With the country code: in an emergency people call from foreign phones."))        \
  F (T, STRING, second_phone, "second-phone", N_("Second telephone"), .open = TRUE)                \
  F (T, STRING, call_sign, "call-sign", N_("Call sign"), .open = TRUE)                             \
  F (T, REFERENCE, channel, "channel", N_("Channel"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .targets = LIAISON_TARGET (SITE))       \
  F (T, TEXT, hours, "hours", N_("When reachable"), .open = TRUE)                                  \
  F (T, TEXT, languages, "languages", N_("Languages spoken"), .open = TRUE)                        \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE, .flags = LIAISON_FIELD_LONG)              \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (EmergencyContact, LIAISON_EMERGENCY_CONTACT_FIELDS)
extern const LiaisonShape liaison_emergency_contact_shape;

/* A stretch of the conduct: a column of the synchronisation and execution matrices. */
#define LIAISON_EXERCISE_PHASE_FIELDS(F, T)                                                        \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, INSTANT, start, "start", N_("Start"), .open = TRUE,                                        \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, INSTANT, end, "end", N_("End"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, TEXT, aim, "aim", N_("Aim"), .open = TRUE, .flags = LIAISON_FIELD_LONG)                    \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (ExercisePhase, LIAISON_EXERCISE_PHASE_FIELDS)
extern const LiaisonShape liaison_exercise_phase_shape;

/* How the review treats one of its rules in this exercise. */
#define LIAISON_RULE_SETTING_FIELDS(F, T)                                                          \
  /* Translators: A rule of the review of the plan */                                              \
  F (T, STRING, rule, "rule", N_("Rule"),                                                          \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                  \
  F (T, CHOICE, severity, "severity", N_("Severity"), .choices = &liaison_rule_severities,         \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INTEGER, value, "value", N_("Threshold"), .minimum = 0, .maximum = 1000000,                \
     .help = N_("For rules with a limit, such as days or a number of people."))                    \
  F (T, TEXT, reason, "reason", N_("Reason"))
LIAISON_DECLARE_DATA (RuleSetting, LIAISON_RULE_SETTING_FIELDS)
extern const LiaisonShape liaison_rule_setting_shape;

/* A typed column that the planners add to a table. */
#define LIAISON_OWN_COLUMN_FIELDS(F, T)                                                            \
  /* Translators: The short name of a column, not a key on the keyboard */                         \
  F (T, STRING, key, "key", N_("Key"), .open = TRUE,                                               \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_REQUIRED,                                         \
     .help = N_("The short name by which values refer to the column; do not change it later."))    \
  F (T, TEXT, label, "label", N_("Heading"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, table, "table", N_("Table"), .open = TRUE, .choices = &liaison_column_tables,      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_column_types,          \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, TEXT, unit, "unit", N_("Unit of quantity"), .open = TRUE)                                  \
  F (T, STRING, choices, "choices", N_("Choices"), .open = TRUE, .flags = LIAISON_FIELD_LONG,      \
     .help = N_("For a column of type choice: one value a line."))                                 \
  F (T, BOOLEAN, players, "players", N_("Visible to players"), .open = TRUE,                       \
     .help = N_("Otherwise the column is for exercise control only."))                             \
  F (T, BOOLEAN, shown, "shown", N_("Shown"), .open = TRUE)                                        \
  F (T, TEXT, help, "help", N_("Explanation"), .open = TRUE)                                       \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (OwnColumn, LIAISON_OWN_COLUMN_FIELDS)
extern const LiaisonShape liaison_own_column_shape;

#define LIAISON_EXERCISE_FIELDS(F, T)                                                              \
  F (T, TEXT, name, "name", N_("Name"), .open = TRUE, .group = N_("Exercise"),                     \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, nickname, "nickname", N_("Nickname"), .open = TRUE,                                \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN,                                           \
     .help = N_("The short name people use, such as BRIDGE 27."))                                  \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_exercise_types,        \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, phase, "phase", N_("Phase"), .open = TRUE, .choices = &liaison_exercise_phases,    \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, place, "place", N_("Place"), .open = TRUE)                                           \
  F (T, TEXT, aim, "aim", N_("Aim"), .open = TRUE, .flags = LIAISON_FIELD_LONG,                    \
     .help = N_("What the exercise is for, in two or three sentences."))                           \
  F (T, TEXT, scope, "scope", N_("Scope"), .open = TRUE, .flags = LIAISON_FIELD_LONG,              \
     .help = N_("What is in and what is left out."))                                               \
  F (T, TEXT, concept, "concept", N_("Concept"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, REFERENCE, logo, "logo", N_("Logo"), .open = TRUE, .targets = LIAISON_TARGET (ATTACHMENT)) \
  F (T, STRING, series, "series", N_("Series"), .open = TRUE,                                      \
     .help = N_("The name of the series of exercises that this one belongs to."))                  \
  F (T, STRING, previous, "previous", N_("Previous exercise"), .open = TRUE)                       \
  F (T, STRING, directive, "directive", N_("Directive"), .open = TRUE,                             \
     .help = N_("The number of the exercise specification or directive: see the controlled "       \
                "document."))                                                                      \
  /* Translators: The nation on whose ground the exercise takes place */                           \
  F (T, NATION, host, "host", N_("Host"), .open = TRUE, .group = N_("Direction"),                  \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  /* Translators: The nation or organisation that leads the planning */                            \
  F (T, NATION, lead, "lead", N_("Lead"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)             \
  F (T, REFERENCE, scheduled_by, "scheduled-by", N_("Officer scheduling the exercise"),            \
     .open = TRUE,                                                                                 \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, conducted_by, "conducted-by", N_("Officer conducting the exercise"),            \
     .open = TRUE,                                                                                 \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, directed_by, "directed-by", N_("Exercise director"), .open = TRUE,              \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, planned_by, "planned-by", N_("Chief planner"), .open = TRUE,                    \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, INSTANT, startex, "startex", N_("STARTEX"), .open = TRUE, .group = N_("Times"),            \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, INSTANT, endex, "endex", N_("ENDEX"), .open = TRUE,                                        \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                   \
  F (T, ZONE, zone, "zone", N_("Time zone"), .open = TRUE, .flags = LIAISON_FIELD_REQUIRED,        \
     .help = N_("The zone of the exercise; what has no zone of its own is shown in it."))          \
  F (T, ITEMS, zones, "zones", N_("Zones shown"), .open = TRUE,                                    \
     .items = &liaison_shown_zone_shape,                                                           \
     .help = N_("Further zones shown beside it in schedules and clocks."))                         \
  F (T, CHOICE, time_format, "time-format", N_("Time format"), .open = TRUE,                       \
     .choices = &liaison_time_formats)                                                             \
  F (T, DURATION, day_start, "day-start", N_("Working day begins"), .open = TRUE,                  \
     .minimum = 0, .maximum = 86400,                                                               \
     .help = N_("Time of day, as hours and minutes after midnight."))                              \
  F (T, DURATION, day_end, "day-end", N_("Working day ends"), .open = TRUE,                        \
     .minimum = 0, .maximum = 86400)                                                               \
  F (T, DURATION, minimum_rest, "minimum-rest", N_("Rest between duties"), .open = TRUE,           \
     .minimum = 0, .maximum = 604800,                                                              \
     .help = N_("The least time off that people need after duty or night work."))                  \
  /* Translators: Phases of the conduct of an exercise */                                          \
  F (T, ITEMS, phases, "phases", N_("Phases"), .open = TRUE,                                       \
     .items = &liaison_exercise_phase_shape)                                                       \
  F (T, STRING, stage_set, "stage-set", N_("Stage set"), .open = TRUE,                             \
     .help = N_("The planning process that the stages were made from."))                           \
  F (T, STRING, requirement_set, "requirement-set", N_("Checklist set"), .open = TRUE,             \
     .help = N_("The interoperability checklist that the requirements were made from."))           \
  F (T, TEXT, scenario, "scenario", N_("Scenario"), .open = TRUE, .group = N_("Scenario"),         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  /* Translators: Where a scenario plays */                                                        \
  F (T, TEXT, setting, "setting", N_("Setting"), .open = TRUE,                                     \
     .help = N_("The fictional region or situation, in a few words."))                             \
  F (T, INSTANT, scenario_start, "scenario-start", N_("Scenario time at STARTEX"), .open = TRUE,   \
     .help = N_("The date and time in the scenario when the exercise starts, where they "          \
                "differ."))                                                                        \
  F (T, INTEGER, scenario_rate, "scenario-rate", N_("Speed of scenario time"), .open = TRUE,       \
     .minimum = 1, .maximum = 1000000, .unit = N_("%"),                                            \
     .help = N_("100 where scenario time runs as fast as real time."))                             \
  F (T, ITEMS, languages, "languages", N_("Languages"), .open = TRUE, .group = N_("Languages"),    \
     .items = &liaison_language_use_shape)                                                         \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  F (T, STRING, marking_scheme, "marking-scheme", N_("Marking scheme"), .open = TRUE,              \
     .help = N_("The scheme that the levels of all markings are taken from."))                     \
  F (T, MARKING, default_marking, "default-marking", N_("Default marking"), .open = TRUE,          \
     .help = N_("Given to new records."))                                                          \
  F (T, BOOLEAN, count_withheld, "count-withheld", N_("Tell how much is withheld"),                \
     .help = N_("Packs and copies then say “n items withheld”."))                                  \
  F (T, TEXT, handling, "handling", N_("Handling instructions"), .open = TRUE,                     \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, CHOICE, flag_order, "flag-order", N_("Order of flags"), .open = TRUE,                      \
     .group = N_("Ceremony"),                                                                      \
     .choices = &liaison_flag_orders)                                                              \
  F (T, LEVEL, flag_language, "flag-language", N_("Language of the order"), .open = TRUE)          \
  F (T, CHOICE, paper, "paper", N_("Paper"), .open = TRUE, .choices = &liaison_papers)             \
  F (T, ITEMS, emergency_contacts, "emergency-contacts", N_("Emergency contacts"), .open = TRUE,   \
     .group = N_("Emergency"), .items = &liaison_emergency_contact_shape)                          \
  F (T, STRING, no_play_word, "no-play-word", N_("No-play word"), .open = TRUE,                    \
     .help = N_("The word before every message that is about a real event."))                      \
  F (T, STRING, stop_word, "stop-word", N_("Stop word"), .open = TRUE,                             \
     .help = N_("The word that halts the exercise at once."))                                      \
  F (T, TEXT, real_world_procedure, "real-world-procedure", N_("Real-world procedure"),            \
     .open = TRUE,                                                                                 \
     .flags = LIAISON_FIELD_LONG, .help = N_("What everyone does when something real happens."))   \
  F (T, TEXT, safety, "safety", N_("Safety"), .open = TRUE, .flags = LIAISON_FIELD_LONG)           \
  /* Translators: Rules of the review of the plan */                                               \
  F (T, ITEMS, rules, "rules", N_("Rules"), .group = N_("Review"),                                 \
     .items = &liaison_rule_setting_shape)                                                         \
  F (T, ITEMS, columns, "columns", N_("Own columns"), .open = TRUE, .group = N_("Own columns"),    \
     .items = &liaison_own_column_shape)                                                           \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Exercise, exercise, EXERCISE)

G_END_DECLS
