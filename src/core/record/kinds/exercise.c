/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/exercise.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_exercise_types,
  [LIAISON_EXERCISE_TYPE_LIVE] = { "live", N_("Live exercise (LIVEX)") },
  [LIAISON_EXERCISE_TYPE_COMMAND_POST] = { "command-post", N_("Command post exercise (CPX)") },
  [LIAISON_EXERCISE_TYPE_COMPUTER_ASSISTED] = { "computer-assisted",
    N_("Computer-assisted exercise (CAX)") },
  [LIAISON_EXERCISE_TYPE_TABLE_TOP] = { "table-top", N_("Table-top exercise (TTX)") },
  [LIAISON_EXERCISE_TYPE_FIELD_TRAINING] = { "field-training",
    N_("Field training exercise (FTX)") },
  [LIAISON_EXERCISE_TYPE_MAP] = { "map", N_("Map exercise (MAPEX)") },
  [LIAISON_EXERCISE_TYPE_COMMUNICATIONS] = { "communications",
    N_("Communications exercise (COMMEX)") },
  [LIAISON_EXERCISE_TYPE_LOGISTICS] = { "logistics", N_("Logistics exercise (LOGEX)") },
  [LIAISON_EXERCISE_TYPE_STAFF] = { "staff", N_("Staff exercise (STAFFEX)") },
  [LIAISON_EXERCISE_TYPE_INTEROPERABILITY] = { "interoperability",
    N_("Interoperability exercise") },
  [LIAISON_EXERCISE_TYPE_EXPERIMENT] = { "experiment", N_("Experiment") },
  [LIAISON_EXERCISE_TYPE_WAR_GAME] = { "war-game", N_("War game") },
  [LIAISON_EXERCISE_TYPE_SEMINAR] = { "seminar", N_("Seminar") },
  [LIAISON_EXERCISE_TYPE_WORKSHOP] = { "workshop", N_("Workshop") },
  [LIAISON_EXERCISE_TYPE_DRILL] = { "drill", N_("Drill") },
  [LIAISON_EXERCISE_TYPE_FUNCTIONAL] = { "functional", N_("Functional exercise") },
  [LIAISON_EXERCISE_TYPE_FULL_SCALE] = { "full-scale", N_("Full-scale exercise") },
  /* Translators: An exercise of several types */
  [LIAISON_EXERCISE_TYPE_MIXED] = { "mixed", N_("Mixed") });

LIAISON_DEFINE_CHOICES (liaison_exercise_phases,
  [LIAISON_EXERCISE_PHASE_SPECIFICATION] = { "specification", N_("Specification") },
  [LIAISON_EXERCISE_PHASE_PLANNING] = { "planning", N_("Planning") },
  /* Translators: The stage in which an exercise is carried out */
  [LIAISON_EXERCISE_PHASE_CONDUCT] = { "conduct", N_("Conduct") },
  [LIAISON_EXERCISE_PHASE_ANALYSIS] = { "analysis", N_("Analysis and reporting") },
  [LIAISON_EXERCISE_PHASE_CLOSED] = { "closed", N_("Closed") });

LIAISON_DEFINE_CHOICES (liaison_time_formats,
  [LIAISON_TIME_FORMAT_DTG] = { "dtg", N_("Date-time groups") },
  [LIAISON_TIME_FORMAT_LOCAL] = { "local", N_("Dates in the reader’s language") });

LIAISON_DEFINE_CHOICES (liaison_flag_orders,
  [LIAISON_FLAG_ORDER_ALPHABET] = { "alphabet", N_("Alphabet of the chosen language") },
  [LIAISON_FLAG_ORDER_HOST_FIRST] = { "host-first", N_("Host first, then the alphabet") },
  [LIAISON_FLAG_ORDER_HOST_LAST] = { "host-last", N_("The alphabet, host last") },
  [LIAISON_FLAG_ORDER_ROTATION] = { "rotation", N_("Rotation") },
  [LIAISON_FLAG_ORDER_JOINING] = { "joining", N_("Order of joining") },
  [LIAISON_FLAG_ORDER_AS_LISTED] = { "as-listed", N_("As listed") });

LIAISON_DEFINE_CHOICES (liaison_rule_severities,
  /* Translators: A rule of the review is switched off */
  [LIAISON_RULE_SEVERITY_OFF] = { "off", N_("Off") },
  [LIAISON_RULE_SEVERITY_NOTE] = { "note", N_("Note") },
  [LIAISON_RULE_SEVERITY_WARNING] = { "warning", N_("Warning") },
  [LIAISON_RULE_SEVERITY_ERROR] = { "error", N_("Error") });

LIAISON_DEFINE_CHOICES (liaison_column_tables,
  [LIAISON_COLUMN_TABLE_EVENTS] = { "events", N_("Events") },
  [LIAISON_COLUMN_TABLE_INJECTS] = { "injects", N_("Injects") });

LIAISON_DEFINE_CHOICES (liaison_column_types,
  [LIAISON_COLUMN_TYPE_TEXT] = { "text", N_("Text") },
  [LIAISON_COLUMN_TYPE_TRANSLATED_TEXT] = { "translated-text", N_("Text in several languages") },
  [LIAISON_COLUMN_TYPE_NUMBER] = { "number", N_("Number") },
  [LIAISON_COLUMN_TYPE_YES_NO] = { "yes-no", N_("Yes or no") },
  [LIAISON_COLUMN_TYPE_CHOICE] = { "choice", N_("Choice") },
  [LIAISON_COLUMN_TYPE_DATE] = { "date", N_("Date") },
  [LIAISON_COLUMN_TYPE_TIME] = { "time", N_("Date and time") },
  [LIAISON_COLUMN_TYPE_DURATION] = { "duration", N_("Duration") },
  [LIAISON_COLUMN_TYPE_NATION] = { "nation", N_("Nation") });

LIAISON_DEFINE_CHOICES (liaison_contact_services,
  [LIAISON_CONTACT_SERVICE_EXERCISE_DIRECTION] = { "exercise-direction",
    N_("Exercise direction") },
  [LIAISON_CONTACT_SERVICE_MEDICAL] = { "medical", N_("Medical") },
  [LIAISON_CONTACT_SERVICE_POLICE] = { "police", N_("Police") },
  [LIAISON_CONTACT_SERVICE_FIRE] = { "fire", N_("Fire and rescue") },
  [LIAISON_CONTACT_SERVICE_SEARCH_RESCUE] = { "search-rescue", N_("Search and rescue") },
  [LIAISON_CONTACT_SERVICE_RANGE_CONTROL] = { "range-control", N_("Range control") },
  [LIAISON_CONTACT_SERVICE_SAFETY] = { "safety", N_("Safety") },
  [LIAISON_CONTACT_SERVICE_SECURITY] = { "security", N_("Security") },
  [LIAISON_CONTACT_SERVICE_CONSULAR] = { "consular", N_("Consular") },
  [LIAISON_CONTACT_SERVICE_DUTY_OFFICER] = { "duty-officer", N_("Duty officer") },
  [LIAISON_CONTACT_SERVICE_INTERPRETER] = { "interpreter", N_("Interpreter") },
  [LIAISON_CONTACT_SERVICE_POISON] = { "poison", N_("Poison information") },
  [LIAISON_CONTACT_SERVICE_ENVIRONMENT] = { "environment", N_("Environmental damage") },
  [LIAISON_CONTACT_SERVICE_CLAIMS] = { "claims", N_("Claims and damage") },
  [LIAISON_CONTACT_SERVICE_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_ITEM (ShownZone, liaison_shown_zone_shape, "shown-zone", N_("Zone shown"),
                     LIAISON_SHOWN_ZONE_FIELDS);

LIAISON_DEFINE_ITEM (EmergencyContact, liaison_emergency_contact_shape, "emergency-contact",
                     N_("Emergency contact"),
                     LIAISON_EMERGENCY_CONTACT_FIELDS);

LIAISON_DEFINE_ITEM (ExercisePhase, liaison_exercise_phase_shape, "exercise-phase", N_("Phase"),
                     LIAISON_EXERCISE_PHASE_FIELDS);

LIAISON_DEFINE_ITEM (RuleSetting, liaison_rule_setting_shape, "rule-setting", N_("Rule setting"),
                     LIAISON_RULE_SETTING_FIELDS);

LIAISON_DEFINE_ITEM (OwnColumn, liaison_own_column_shape, "own-column", N_("Own column"),
                     LIAISON_OWN_COLUMN_FIELDS);

LIAISON_DEFINE_KIND (Exercise, exercise, EXERCISE, "exercise", N_("Exercise"),
                     .plural = "exercises", .plural_label = N_("Exercises"), .prefix = "-")
