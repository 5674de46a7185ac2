/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Findings of the review that a planner has accepted, with the reason. */
#pragma once

#include "record/kind.h"
#include "record/kinds/exercise.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

#define LIAISON_ACCEPTED_FINDING_FIELDS(F, T)                                                      \
  /* Translators: A rule of the review of the plan */                                              \
  F (T, STRING, rule, "rule", N_("Rule"), .group = N_("Finding"),                                  \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, STRING, key, "key", N_("Identity"), .flags = LIAISON_FIELD_HIDDEN,                         \
     .help = N_("What tells this finding from others of the same rule."))                          \
  F (T, REFERENCES, records, "records", N_("Records"), .targets = LIAISON_ANY_TARGET,              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  /* Translators: A field of a record */                                                           \
  F (T, STRING, field, "field", N_("Field"))                                                       \
  F (T, CHOICE, severity, "severity", N_("Severity"), .choices = &liaison_rule_severities)         \
  F (T, TEXT, reason, "reason", N_("Reason"), .group = N_("Acceptance"),                           \
     .flags = LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN | LIAISON_FIELD_LONG)                  \
  F (T, STRING, author, "author", N_("Accepted by"), .flags = LIAISON_FIELD_COLUMN)                \
  F (T, INSTANT, when, "when", N_("When"), .flags = LIAISON_FIELD_COLUMN)                          \
  F (T, DATE, until, "until", N_("Until"), .flags = LIAISON_FIELD_COLUMN,                          \
     .help = N_("When it is to be looked at again."))

LIAISON_DECLARE_KIND (AcceptedFinding, accepted_finding, ACCEPTED_FINDING)

G_END_DECLS
