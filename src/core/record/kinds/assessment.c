/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/assessment.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_assessment_results,
  [LIAISON_ASSESSMENT_RESULT_SUCCESS] = { "success", N_("Success") },
  [LIAISON_ASSESSMENT_RESULT_LIMITED_SUCCESS] = { "limited-success", N_("Limited success") },
  [LIAISON_ASSESSMENT_RESULT_INTEROPERABILITY_ISSUE] = { "interoperability-issue",
    N_("Interoperability issue") },
  [LIAISON_ASSESSMENT_RESULT_NOT_TESTED] = { "not-tested", N_("Not tested") },
  [LIAISON_ASSESSMENT_RESULT_NOT_APPLICABLE] = { "not-applicable", N_("Not applicable") });

LIAISON_DEFINE_CHOICES (liaison_assessment_statuses,
  [LIAISON_ASSESSMENT_STATUS_PLANNED] = { "planned", N_("Planned") },
  [LIAISON_ASSESSMENT_STATUS_TESTED] = { "tested", N_("Tested") },
  [LIAISON_ASSESSMENT_STATUS_AGREED] = { "agreed", N_("Agreed") },
  [LIAISON_ASSESSMENT_STATUS_RETEST] = { "retest", N_("To be tested again") },
  [LIAISON_ASSESSMENT_STATUS_CLOSED] = { "closed", N_("Closed") });

LIAISON_DEFINE_CHOICES (liaison_issue_severities,
  [LIAISON_ISSUE_SEVERITY_MINOR] = { "minor", N_("Minor") },
  [LIAISON_ISSUE_SEVERITY_MAJOR] = { "major", N_("Major") },
  [LIAISON_ISSUE_SEVERITY_BLOCKING] = { "blocking", N_("Blocking") });

LIAISON_DEFINE_KIND (Assessment, assessment, ASSESSMENT, "assessment", N_("Assessment"),
                     .plural = "assessments", .plural_label = N_("Assessments"), .prefix = "AS")
