/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was found for a nation, or a pair of nations, against one requirement. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_ASSESSMENT_RESULT_UNSET,
  LIAISON_ASSESSMENT_RESULT_SUCCESS,
  LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS,
  LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE,
  LIAISON_ASSESSMENT_RESULT_NOT_TESTED,
  LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE,
} LiaisonAssessmentResult;
extern const LiaisonChoices liaison_assessment_results;

typedef enum
{
  LIAISON_ASSESSMENT_STATUS_UNSET,
  LIAISON_ASSESSMENT_STATUS_PLANNED,
  LIAISON_ASSESSMENT_STATUS_TESTED,
  LIAISON_ASSESSMENT_STATUS_AGREED,
  LIAISON_ASSESSMENT_STATUS_RETEST,
  LIAISON_ASSESSMENT_STATUS_CLOSED,
} LiaisonAssessmentStatus;
extern const LiaisonChoices liaison_assessment_statuses;

typedef enum
{
  LIAISON_ISSUE_SEVERITY_UNSET,
  LIAISON_ISSUE_SEVERITY_MINOR,
  LIAISON_ISSUE_SEVERITY_MAJOR,
  LIAISON_ISSUE_SEVERITY_BLOCKING,
} LiaisonIssueSeverity;
extern const LiaisonChoices liaison_issue_severities;

#define LIAISON_ASSESSMENT_FIELDS(F, T)                                                            \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Assessment"),           \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, REFERENCE, requirement, "requirement", N_("Requirement"), .open = TRUE,                    \
     .targets = LIAISON_TARGET (REQUIREMENT),                                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE,                                      \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                                       \
  F (T, NATION, other_nation, "other-nation", N_("With nation"), .open = TRUE,                     \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("The other nation of a pair; empty for the nation alone."))                        \
  F (T, CHOICE, result, "result", N_("Result"), .open = TRUE,                                      \
     .choices = &liaison_assessment_results,                                                       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, INTEGER, level, "level", N_("Interoperability level"), .open = TRUE,                       \
     .minimum = 0, .maximum = 3,                                                                   \
     .flags = LIAISON_FIELD_COLUMN,                                                                \
     .help = N_("0 not interoperable, 1 beside each other, 2 with each other, 3 as one."))         \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_assessment_statuses,                                                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, severity, "severity", N_("Severity"), .open = TRUE,                                \
     .choices = &liaison_issue_severities)                                                         \
  F (T, REFERENCE, event, "event", N_("Test event"), .open = TRUE, .group = N_("Test"),            \
     .targets = LIAISON_TARGET (EVENT), .flags = LIAISON_FIELD_COLUMN)                             \
  F (T, DATE, date, "date", N_("Date"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)               \
  F (T, REFERENCE, stage, "stage", N_("Planning stage"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (STAGE),                                                            \
     .help = N_("The stage that it counts for."))                                                  \
  F (T, STRING, system, "system", N_("System"), .open = TRUE)                                      \
  F (T, STRING, other_system, "other-system", N_("With system"), .open = TRUE)                     \
  F (T, STRING, version, "version", N_("Versions"), .open = TRUE)                                  \
  F (T, REFERENCES, participants, "participants", N_("Tested by"), .open = TRUE,                   \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCE, channel, "channel", N_("Channel"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  F (T, REFERENCE, previous, "previous", N_("Previous assessment"), .open = TRUE,                  \
     .targets = LIAISON_TARGET (ASSESSMENT))                                                       \
  /* Translators: What a test found */                                                             \
  F (T, TEXT, finding, "finding", N_("Finding"), .open = TRUE, .group = N_("Finding"),             \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, workaround, "workaround", N_("Workaround"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, evidence, "evidence", N_("Evidence"), .open = TRUE, .flags = LIAISON_FIELD_LONG)     \
  F (T, REFERENCE, action, "action", N_("Action"), .open = TRUE,                                   \
     .targets = LIAISON_TARGET (ACTION))                                                           \
  F (T, REFERENCE, owner, "owner", N_("Owner"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, DATE, due, "due", N_("Due"), .open = TRUE)                                                 \
  F (T, BOOLEAN, confirmed, "confirmed", N_("Confirmed by the nation"), .open = TRUE)              \
  F (T, BOOLEAN, other_confirmed, "other-confirmed", N_("Confirmed by the other nation"),          \
     .open = TRUE)                                                                                 \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Assessment, assessment, ASSESSMENT)

G_END_DECLS
