/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/stage.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_stage_phases,
  [LIAISON_STAGE_PHASE_SPECIFICATION] = { "specification", N_("Specification") },
  [LIAISON_STAGE_PHASE_PLANNING] = { "planning", N_("Planning") },
  /* Translators: The stage in which an exercise is carried out */
  [LIAISON_STAGE_PHASE_CONDUCT] = { "conduct", N_("Conduct") },
  [LIAISON_STAGE_PHASE_ANALYSIS] = { "analysis", N_("Analysis and reporting") });

LIAISON_DEFINE_CHOICES (liaison_stage_statuses,
  [LIAISON_STAGE_STATUS_NOT_STARTED] = { "not-started", N_("Not started") },
  [LIAISON_STAGE_STATUS_RUNNING] = { "running", N_("Running") },
  [LIAISON_STAGE_STATUS_DONE] = { "done", N_("Done") },
  /* Translators: A stage that is not done in time */
  [LIAISON_STAGE_STATUS_LATE] = { "late", N_("Late") },
  [LIAISON_STAGE_STATUS_SKIPPED] = { "skipped", N_("Skipped") });

LIAISON_DEFINE_CHOICES (liaison_due_statuses,
  [LIAISON_DUE_STATUS_NOT_STARTED] = { "not-started", N_("Not started") },
  [LIAISON_DUE_STATUS_DRAFTING] = { "drafting", N_("Drafting") },
  [LIAISON_DUE_STATUS_REVIEW] = { "review", N_("In review") },
  [LIAISON_DUE_STATUS_APPROVED] = { "approved", N_("Approved") },
  [LIAISON_DUE_STATUS_ISSUED] = { "issued", N_("Issued") },
  [LIAISON_DUE_STATUS_DROPPED] = { "dropped", N_("Dropped") });

LIAISON_DEFINE_ITEM (StageProduct, liaison_stage_product_shape, "stage-product", N_("Product due"),
                     LIAISON_STAGE_PRODUCT_FIELDS);

/* Translators: A stage of the planning process, not of a theatre */
LIAISON_DEFINE_KIND (Stage, stage, STAGE, "stage", N_("Stage"),
                     .plural = "stages", .plural_label = N_("Stages"), .prefix = "ST")
