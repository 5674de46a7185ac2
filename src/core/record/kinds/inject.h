/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Injects: the entries of the MEL/MIL (NATO) or MSEL (civil). */
#pragma once

#include "record/kind.h"
#include "record/kinds/column-value.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/priority.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_INJECT_LEVEL_UNSET,
  LIAISON_INJECT_LEVEL_STORYLINE,
  LIAISON_INJECT_LEVEL_INCIDENT,
  LIAISON_INJECT_LEVEL_INJECT,
} LiaisonInjectLevel;
extern const LiaisonChoices liaison_inject_levels;

typedef enum
{
  LIAISON_INJECT_TYPE_UNSET,
  LIAISON_INJECT_TYPE_KEY_EVENT,
  LIAISON_INJECT_TYPE_CONTEXTUAL,
  LIAISON_INJECT_TYPE_EXPECTED_ACTION,
  LIAISON_INJECT_TYPE_CONTINGENCY,
  LIAISON_INJECT_TYPE_ADMINISTRATIVE,
} LiaisonInjectType;
extern const LiaisonChoices liaison_inject_types;

typedef enum
{
  LIAISON_INJECT_STATUS_UNSET,
  LIAISON_INJECT_STATUS_DRAFT,
  LIAISON_INJECT_STATUS_REVIEW,
  LIAISON_INJECT_STATUS_APPROVED,
  LIAISON_INJECT_STATUS_HELD,
  LIAISON_INJECT_STATUS_RELEASED,
  LIAISON_INJECT_STATUS_COMPLETED,
  LIAISON_INJECT_STATUS_CANCELLED,
  LIAISON_INJECT_STATUS_RETIRED,
} LiaisonInjectStatus;
extern const LiaisonChoices liaison_inject_statuses;

typedef enum
{
  LIAISON_INJECT_METHOD_UNSET,
  LIAISON_INJECT_METHOD_RADIO,
  LIAISON_INJECT_METHOD_TELEPHONE,
  LIAISON_INJECT_METHOD_VIDEO,
  LIAISON_INJECT_METHOD_EMAIL,
  LIAISON_INJECT_METHOD_CHAT,
  LIAISON_INJECT_METHOD_MESSAGE,
  LIAISON_INJECT_METHOD_LETTER,
  LIAISON_INJECT_METHOD_IN_PERSON,
  LIAISON_INJECT_METHOD_ROLE_PLAY,
  LIAISON_INJECT_METHOD_LIAISON,
  LIAISON_INJECT_METHOD_SIMULATION,
  LIAISON_INJECT_METHOD_COMMAND_SYSTEM,
  LIAISON_INJECT_METHOD_DATA_LINK,
  LIAISON_INJECT_METHOD_NEWS,
  LIAISON_INJECT_METHOD_SOCIAL_MEDIA,
  LIAISON_INJECT_METHOD_HANDOUT,
  LIAISON_INJECT_METHOD_PHYSICAL,
  LIAISON_INJECT_METHOD_OTHER,
} LiaisonInjectMethod;
extern const LiaisonChoices liaison_inject_methods;

typedef enum
{
  LIAISON_INJECT_TRIGGER_UNSET,
  LIAISON_INJECT_TRIGGER_TIME,
  LIAISON_INJECT_TRIGGER_ACTION,
  LIAISON_INJECT_TRIGGER_PREVIOUS,
  LIAISON_INJECT_TRIGGER_CONTROLLER,
  LIAISON_INJECT_TRIGGER_EVENT,
} LiaisonInjectTrigger;
extern const LiaisonChoices liaison_inject_triggers;

typedef enum
{
  LIAISON_INJECT_OUTCOME_UNSET,
  LIAISON_INJECT_OUTCOME_AS_EXPECTED,
  LIAISON_INJECT_OUTCOME_PARTLY,
  LIAISON_INJECT_OUTCOME_DIFFERENTLY,
  LIAISON_INJECT_OUTCOME_NO_REACTION,
  LIAISON_INJECT_OUTCOME_NOT_OBSERVED,
} LiaisonInjectOutcome;
extern const LiaisonChoices liaison_inject_outcomes;

/* What follows, depending on what the players do. */
#define LIAISON_INJECT_BRANCH_FIELDS(F, T)                                                         \
  /* Translators: The condition of a branch */                                                     \
  F (T, TEXT, condition, "condition", N_("If"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  /* Translators: The inject that follows if the condition is met */                               \
  F (T, REFERENCE, inject, "inject", N_("Then"), .open = TRUE, .targets = LIAISON_TARGET (INJECT), \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, notes, "notes", N_("Notes"), .open = TRUE)                                           \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (InjectBranch, LIAISON_INJECT_BRANCH_FIELDS)
extern const LiaisonShape liaison_inject_branch_shape;

#define LIAISON_INJECT_FIELDS(F, T)                                                                \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Inject"),               \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  /* Translators: Storyline, incident or inject */                                                 \
  F (T, CHOICE, level, "level", N_("Level"), .open = TRUE, .choices = &liaison_inject_levels,      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (INJECT),                                                           \
     .flags = LIAISON_FIELD_PARENT, .help = N_("The storyline or incident."))                      \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_inject_types)          \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_inject_statuses, \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .open = TRUE,                                \
     .choices = &liaison_priorities)                                                               \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  /* Translators: A lane of the timeline */                                                        \
  F (T, STRING, track, "track", N_("Track"), .open = TRUE)                                         \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, INSTANT, start, "start", N_("Planned time"), .open = TRUE, .group = N_("Time"),            \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN,                                          \
     .help = N_("When it is to reach the players."))                                               \
  F (T, DURATION, duration, "duration", N_("Duration"), .open = TRUE,                              \
     .minimum = 0, .maximum = 31536000,                                                            \
     .flags = LIAISON_FIELD_LENGTH, .help = N_("How long it keeps the players busy."))             \
  F (T, INSTANT, actual, "actual", N_("Actual time"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN, \
     .help = N_("When it reached them."))                                                          \
  F (T, INSTANT, scenario_time, "scenario-time", N_("Scenario time"), .open = TRUE)                \
  F (T, BOOLEAN, locked, "locked", N_("Locked"))                                                   \
  /* Translators: The sender */                                                                    \
  F (T, TEXT, from, "from", N_("From"), .open = TRUE,                                              \
     .group = N_("Message"), .flags = LIAISON_FIELD_COLUMN,                                        \
     .help = N_("Who it comes from in the scenario."))                                             \
  F (T, REFERENCE, sent_by, "sent-by", N_("Sent by"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT),                                                      \
     .flags = LIAISON_FIELD_CONTROL, .help = N_("Who in exercise control really sends it."))       \
  /* Translators: The recipients */                                                                \
  F (T, REFERENCES, to, "to", N_("To"), .open = TRUE,                                              \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST),                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, to_others, "to-others", N_("To others"), .open = TRUE)                               \
  F (T, REFERENCES, copy_to, "copy-to", N_("Copy to"), .open = TRUE,                               \
     .targets = LIAISON_TARGET (PARTICIPANT) | LIAISON_TARGET (POST))                              \
  F (T, CHOICE, method, "method", N_("Method"), .open = TRUE, .choices = &liaison_inject_methods,  \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, channel, "channel", N_("Channel"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, TEXT, text, "text", N_("Text"), .open = TRUE, .flags = LIAISON_FIELD_LONG,                 \
     .help = N_("What the players hear or read."))                                                 \
  F (T, REFERENCES, handouts, "handouts", N_("Handouts"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (ATTACHMENT))                            \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .targets = LIAISON_TARGET (SITE))       \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE)                                  \
  F (T, REFERENCES, objectives, "objectives", N_("Objectives"), .open = TRUE,                      \
     .group = N_("Purpose"),                                                                       \
     .targets = LIAISON_TARGET (OBJECTIVE), .flags = LIAISON_FIELD_COLUMN)                         \
  F (T, REFERENCE, event, "event", N_("Event"), .open = TRUE, .targets = LIAISON_TARGET (EVENT),   \
     .help = N_("The event that it plays in."))                                                    \
  F (T, TEXT, expected_action, "expected-action", N_("Expected action"), .open = TRUE,             \
     .flags = LIAISON_FIELD_COLUMN | LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL)                   \
  F (T, DURATION, expected_within, "expected-within", N_("Expected within"), .open = TRUE,         \
     .minimum = 0, .maximum = 31536000, .flags = LIAISON_FIELD_CONTROL)                            \
  F (T, TEXT, effect, "effect", N_("Effect"), .open = TRUE,                                        \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL,                                          \
     .help = N_("What it is meant to bring about."))                                               \
  F (T, REFERENCE, controller, "controller", N_("Responsible controller"), .open = TRUE,           \
     .group = N_("Exercise control"), .targets = LIAISON_TARGET (PARTICIPANT),                     \
     .flags = LIAISON_FIELD_COLUMN | LIAISON_FIELD_CONTROL)                                        \
  F (T, REFERENCES, role_players, "role-players", N_("Role players"), .open = TRUE,                \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_CONTROL)                      \
  F (T, REFERENCES, evaluators, "evaluators", N_("Evaluators"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_CONTROL)                      \
  F (T, TEXT, controller_notes, "controller-notes", N_("Controller notes"), .open = TRUE,          \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL)                                          \
  F (T, TEXT, resources, "resources", N_("Resources"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL,                                          \
     .help = N_("Vehicles, props, markers and people that it needs."))                             \
  F (T, INTEGER, workload, "workload", N_("Workload"), .open = TRUE, .minimum = 1, .maximum = 10,  \
     .flags = LIAISON_FIELD_CONTROL,                                                               \
     .help = N_("How much it asks of the players: 1 little, 10 all they have."))                   \
  F (T, STRING, approved_by, "approved-by", N_("Approved by"), .open = TRUE,                       \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, DATE, approved, "approved", N_("Approved on"), .open = TRUE,                               \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, TEXT, retired_reason, "retired-reason", N_("Reason retired"), .open = TRUE,                \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, CHOICE, trigger, "trigger", N_("Trigger"), .open = TRUE, .group = N_("Trigger"),           \
     .choices = &liaison_inject_triggers, .flags = LIAISON_FIELD_CONTROL)                          \
  F (T, TEXT, trigger_condition, "trigger-condition", N_("Condition"), .open = TRUE,               \
     .flags = LIAISON_FIELD_CONTROL, .help = N_("What must have happened before it is released.")) \
  F (T, REFERENCES, after, "after", N_("After"), .open = TRUE, .targets = LIAISON_TARGET (INJECT), \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, ITEMS, branches, "branches", N_("Branches"), .open = TRUE,                                 \
     .items = &liaison_inject_branch_shape,                                                        \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, TEXT, observed_action, "observed-action", N_("Observed action"), .open = TRUE,             \
     .group = N_("Result"),                                                                        \
     .flags = LIAISON_FIELD_LONG | LIAISON_FIELD_CONTROL)                                          \
  F (T, CHOICE, outcome, "outcome", N_("Outcome"), .open = TRUE,                                   \
     .choices = &liaison_inject_outcomes,                                                          \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, INSTANT, completed, "completed", N_("Completed at"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_CONTROL)                                                               \
  F (T, ITEMS, values, "values", N_("Own columns"), .open = TRUE, .group = N_("Own columns"),      \
     .items = &liaison_column_value_shape)                                                         \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Inject, inject, INJECT)

G_END_DECLS
