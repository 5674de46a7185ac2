/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The action, decision, issue, risk and assumption log. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/priority.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_ACTION_TYPE_UNSET,
  LIAISON_ACTION_TYPE_ACTION,
  LIAISON_ACTION_TYPE_DECISION,
  LIAISON_ACTION_TYPE_ISSUE,
  LIAISON_ACTION_TYPE_RISK,
  LIAISON_ACTION_TYPE_ASSUMPTION,
} LiaisonActionType;
extern const LiaisonChoices liaison_action_types;

typedef enum
{
  LIAISON_ACTION_STATUS_UNSET,
  LIAISON_ACTION_STATUS_OPEN,
  LIAISON_ACTION_STATUS_IN_PROGRESS,
  LIAISON_ACTION_STATUS_WAITING,
  LIAISON_ACTION_STATUS_DONE,
  LIAISON_ACTION_STATUS_DROPPED,
} LiaisonActionStatus;
extern const LiaisonChoices liaison_action_statuses;

typedef enum
{
  LIAISON_RISK_RESPONSE_UNSET,
  LIAISON_RISK_RESPONSE_AVOID,
  LIAISON_RISK_RESPONSE_REDUCE,
  LIAISON_RISK_RESPONSE_SHARE,
  LIAISON_RISK_RESPONSE_ACCEPT,
} LiaisonRiskResponse;
extern const LiaisonChoices liaison_risk_responses;

typedef enum
{
  LIAISON_ASSUMPTION_STATE_UNSET,
  LIAISON_ASSUMPTION_STATE_OPEN,
  LIAISON_ASSUMPTION_STATE_HOLDS,
  LIAISON_ASSUMPTION_STATE_FAILS,
} LiaisonAssumptionState;
extern const LiaisonChoices liaison_assumption_states;

/* What happened about an action. */
#define LIAISON_ACTION_ENTRY_FIELDS(F, T)                                                          \
  F (T, DATE, when, "when", N_("Date"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)               \
  F (T, STRING, author, "author", N_("Author"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)       \
  F (T, TEXT, text, "text", N_("Text"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_LONG)
LIAISON_DECLARE_DATA (ActionEntry, LIAISON_ACTION_ENTRY_FIELDS)
extern const LiaisonShape liaison_action_entry_shape;

#define LIAISON_ACTION_FIELDS(F, T)                                                                \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Action"),               \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_action_types,          \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_action_statuses, \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .open = TRUE,                                \
     .choices = &liaison_priorities,                                                               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (ACTION),                                                           \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  /* Translators: The records that an action concerns */                                           \
  F (T, REFERENCES, about, "about", N_("About"), .open = TRUE, .targets = LIAISON_ANY_TARGET,      \
     .help = N_("The records it is about."))                                                       \
  /* Translators: Who is answerable for something */                                               \
  F (T, REFERENCE, owner, "owner", N_("Owner"), .open = TRUE, .group = N_("People and dates"),     \
     .targets = LIAISON_TARGET (PARTICIPANT),                                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)   \
  /* Translators: The day by which something is to be done */                                      \
  F (T, DATE, due, "due", N_("Due"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)                  \
  F (T, REFERENCE, due_event, "due-event", N_("Due at"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (EVENT))                                                            \
  /* Translators: The date on which an issue was raised */                                         \
  F (T, DATE, raised, "raised", N_("Raised on"), .open = TRUE)                                     \
  F (T, REFERENCE, raised_by, "raised-by", N_("Raised by"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, event, "event", N_("Raised at"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (EVENT),                                                            \
     .flags = LIAISON_FIELD_COLUMN, .help = N_("The conference that it came from."))               \
  F (T, REFERENCE, stage, "stage", N_("Planning stage"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (STAGE))                                                            \
  F (T, DATE, closed, "closed", N_("Closed on"), .open = TRUE)                                     \
  F (T, REFERENCE, escalated_to, "escalated-to", N_("Escalated to"), .open = TRUE,                 \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, decision, "decision", N_("Decision"), .open = TRUE, .group = N_("Decision"),         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCE, decided_by, "decided-by", N_("Decided by"), .open = TRUE,                       \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, DATE, decided, "decided", N_("Decided on"), .open = TRUE)                                  \
  F (T, TEXT, rationale, "rationale", N_("Reasons"), .open = TRUE, .flags = LIAISON_FIELD_LONG)    \
  F (T, TEXT, options, "options", N_("Options considered"), .open = TRUE,                          \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, INTEGER, likelihood, "likelihood", N_("Likelihood"), .open = TRUE, .group = N_("Risk"),    \
     .minimum = 1, .maximum = 5, .help = N_("1 rare, 5 almost certain."))                          \
  F (T, INTEGER, impact, "impact", N_("Impact"), .open = TRUE, .minimum = 1, .maximum = 5,         \
     .help = N_("1 slight, 5 the exercise fails."))                                                \
  F (T, CHOICE, response, "response", N_("Response"), .open = TRUE,                                \
     .choices = &liaison_risk_responses)                                                           \
  F (T, TEXT, mitigation, "mitigation", N_("Mitigation"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, INTEGER, residual_likelihood, "residual-likelihood", N_("Remaining likelihood"),           \
     .open = TRUE,                                                                                 \
     .minimum = 1, .maximum = 5)                                                                   \
  F (T, INTEGER, residual_impact, "residual-impact", N_("Remaining impact"), .open = TRUE,         \
     .minimum = 1, .maximum = 5)                                                                   \
  F (T, TEXT, trigger, "trigger", N_("Warning sign"), .open = TRUE,                                \
     .help = N_("What would show that it is about to happen."))                                    \
  /* Translators: Whether an assumption holds */                                                   \
  F (T, CHOICE, assumption, "assumption", N_("State"), .open = TRUE, .group = N_("Assumption"),    \
     .choices = &liaison_assumption_states)                                                        \
  F (T, TEXT, if_false, "if-false", N_("If it fails"), .open = TRUE, .flags = LIAISON_FIELD_LONG,  \
     .help = N_("What follows if the assumption is not true."))                                    \
  F (T, ITEMS, entries, "entries", N_("Entries"), .open = TRUE, .group = N_("Progress"),           \
     .items = &liaison_action_entry_shape)                                                         \
  F (T, TEXT, result, "result", N_("Result"), .open = TRUE, .flags = LIAISON_FIELD_LONG)           \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Action, action, ACTION)

G_END_DECLS
