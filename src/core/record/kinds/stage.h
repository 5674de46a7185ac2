/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stages: the planning process as data, back-planned from STARTEX. */
#pragma once

#include "record/kind.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_STAGE_PHASE_UNSET,
  LIAISON_STAGE_PHASE_SPECIFICATION,
  LIAISON_STAGE_PHASE_PLANNING,
  LIAISON_STAGE_PHASE_CONDUCT,
  LIAISON_STAGE_PHASE_ANALYSIS,
} LiaisonStagePhase;
extern const LiaisonChoices liaison_stage_phases;

typedef enum
{
  LIAISON_STAGE_STATUS_UNSET,
  LIAISON_STAGE_STATUS_NOT_STARTED,
  LIAISON_STAGE_STATUS_RUNNING,
  LIAISON_STAGE_STATUS_DONE,
  LIAISON_STAGE_STATUS_LATE,
  LIAISON_STAGE_STATUS_SKIPPED,
} LiaisonStageStatus;
extern const LiaisonChoices liaison_stage_statuses;

typedef enum
{
  LIAISON_DUE_STATUS_UNSET,
  LIAISON_DUE_STATUS_NOT_STARTED,
  LIAISON_DUE_STATUS_DRAFTING,
  LIAISON_DUE_STATUS_REVIEW,
  LIAISON_DUE_STATUS_APPROVED,
  LIAISON_DUE_STATUS_ISSUED,
  LIAISON_DUE_STATUS_DROPPED,
} LiaisonDueStatus;
extern const LiaisonChoices liaison_due_statuses;

/* A document that must be there by the end of a stage. */
#define LIAISON_STAGE_PRODUCT_FIELDS(F, T)                                                         \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, REFERENCE, responsible, "responsible", N_("Responsible"), .open = TRUE,                    \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN)                       \
  F (T, NATION, nation, "nation", N_("Nation"), .open = TRUE)                                      \
  F (T, INTEGER, lead_weeks, "lead-weeks", N_("Weeks before STARTEX"), .open = TRUE,               \
     .minimum = -520, .maximum = 520, .unit = N_("weeks"))                                         \
  F (T, DATE, due, "due", N_("Due"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)                  \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_due_statuses,    \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, DATE, completed, "completed", N_("Done on"), .open = TRUE)                                 \
  F (T, REFERENCE, event, "event", N_("Due at"), .open = TRUE, .targets = LIAISON_TARGET (EVENT),  \
     .help = N_("The conference that needs it."))                                                  \
  F (T, REFERENCE, product, "product", N_("Product"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PRODUCT) | LIAISON_TARGET (ATTACHMENT)                             \
                | LIAISON_TARGET (AGREEMENT) | LIAISON_TARGET (PACK))                              \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (StageProduct, LIAISON_STAGE_PRODUCT_FIELDS)
extern const LiaisonShape liaison_stage_product_shape;

#define LIAISON_STAGE_FIELDS(F, T)                                                                 \
  F (T, STRING, code, "code", N_("Code"), .open = TRUE, .group = N_("Stage"),                      \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, phase, "phase", N_("Phase"), .open = TRUE, .choices = &liaison_stage_phases,       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (STAGE),                                                            \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE, .choices = &liaison_stage_statuses,  \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, purpose, "purpose", N_("Purpose"), .open = TRUE, .flags = LIAISON_FIELD_LONG)        \
  F (T, INTEGER, lead_weeks, "lead-weeks", N_("Lead time"), .open = TRUE, .group = N_("Times"),    \
     .minimum = -520, .maximum = 520, .unit = N_("weeks"), .flags = LIAISON_FIELD_COLUMN,          \
     .help = N_("Weeks before STARTEX at which the stage begins; negative for after it."))         \
  F (T, INTEGER, end_lead_weeks, "end-lead-weeks", N_("Ends before STARTEX"), .open = TRUE,        \
     .minimum = -520, .maximum = 520, .unit = N_("weeks"),                                         \
     .help = N_("Weeks before STARTEX at which the stage ends; negative for after it."))           \
  F (T, INSTANT, start, "start", N_("Start"), .open = TRUE,                                        \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, INSTANT, end, "end", N_("End"), .open = TRUE,                                              \
     .flags = LIAISON_FIELD_END | LIAISON_FIELD_COLUMN)                                            \
  F (T, DATE, deadline, "deadline", N_("Deadline"), .open = TRUE)                                  \
  F (T, DATE, completed, "completed", N_("Done on"), .open = TRUE)                                 \
  F (T, REFERENCES, after, "after", N_("After"), .open = TRUE, .targets = LIAISON_TARGET (STAGE),  \
     .help = N_("Stages that must be done first."))                                                \
  F (T, ITEMS, products, "products", N_("Products due"), .open = TRUE, .group = N_("Products"),    \
     .items = &liaison_stage_product_shape)                                                        \
  F (T, REFERENCE, responsible, "responsible", N_("Responsible"), .open = TRUE,                    \
     .group = N_("Conditions"),                                                                    \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, entry, "entry", N_("Begins when"), .open = TRUE, .flags = LIAISON_FIELD_LONG,        \
     .help = N_("What must be there for the stage to begin."))                                     \
  F (T, TEXT, exit, "exit", N_("Ends when"), .open = TRUE, .flags = LIAISON_FIELD_LONG,            \
     .help = N_("What must be done for the stage to end."))                                        \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Stage, stage, STAGE)

G_END_DECLS
