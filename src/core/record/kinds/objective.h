/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Exercise and training objectives. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/priority.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_OBJECTIVE_TYPE_UNSET,
  LIAISON_OBJECTIVE_TYPE_EXERCISE,
  LIAISON_OBJECTIVE_TYPE_TRAINING,
  LIAISON_OBJECTIVE_TYPE_EVALUATION,
  LIAISON_OBJECTIVE_TYPE_EXPERIMENTATION,
  LIAISON_OBJECTIVE_TYPE_NATIONAL,
} LiaisonObjectiveType;
extern const LiaisonChoices liaison_objective_types;

typedef enum
{
  LIAISON_OBJECTIVE_STATUS_UNSET,
  LIAISON_OBJECTIVE_STATUS_PROPOSED,
  LIAISON_OBJECTIVE_STATUS_AGREED,
  LIAISON_OBJECTIVE_STATUS_CHANGED,
  LIAISON_OBJECTIVE_STATUS_RETIRED,
} LiaisonObjectiveStatus;
extern const LiaisonChoices liaison_objective_statuses;

typedef enum
{
  LIAISON_OBJECTIVE_RATING_UNSET,
  LIAISON_OBJECTIVE_RATING_PERFORMED,
  LIAISON_OBJECTIVE_RATING_SOME_CHALLENGES,
  LIAISON_OBJECTIVE_RATING_MAJOR_CHALLENGES,
  LIAISON_OBJECTIVE_RATING_UNABLE,
  LIAISON_OBJECTIVE_RATING_NOT_OBSERVED,
} LiaisonObjectiveRating;
extern const LiaisonChoices liaison_objective_ratings;

typedef enum
{
  LIAISON_ECHELON_UNSET,
  LIAISON_ECHELON_POLITICAL_STRATEGIC,
  LIAISON_ECHELON_STRATEGIC,
  LIAISON_ECHELON_OPERATIONAL,
  LIAISON_ECHELON_TACTICAL,
  LIAISON_ECHELON_TECHNICAL,
} LiaisonEchelon;
extern const LiaisonChoices liaison_echelons;

/* One thing by which to tell whether an objective is met. */
#define LIAISON_MEASURE_FIELDS(F, T)                                                               \
  /* Translators: Something that can be measured */                                                \
  F (T, TEXT, title, "title", N_("Measure"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  /* Translators: What must be reached */                                                          \
  F (T, TEXT, target, "target", N_("Target"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)         \
  /* Translators: What an evaluator found */                                                       \
  F (T, TEXT, found, "found", N_("Found"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)            \
  /* Translators: A measure that was reached */                                                    \
  F (T, BOOLEAN, met, "met", N_("Met"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)               \
  F (T, REFERENCE, evaluator, "evaluator", N_("Evaluator"), .open = TRUE,                          \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  LIAISON_ORDER_FIELDS (F, T)
LIAISON_DECLARE_DATA (Measure, LIAISON_MEASURE_FIELDS)
extern const LiaisonShape liaison_measure_shape;

#define LIAISON_OBJECTIVE_FIELDS(F, T)                                                             \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Objective"),            \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_objective_types,       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (OBJECTIVE),                                                        \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, CHOICE, status, "status", N_("Status"), .open = TRUE,                                      \
     .choices = &liaison_objective_statuses,                                                       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .open = TRUE,                                \
     .choices = &liaison_priorities)                                                               \
  F (T, CHOICE, echelon, "echelon", N_("Level of command"), .open = TRUE,                          \
     .choices = &liaison_echelons)                                                                 \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, task, "task", N_("Task"), .open = TRUE, .flags = LIAISON_FIELD_LONG)                 \
  F (T, TEXT, conditions, "conditions", N_("Conditions"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, standards, "standards", N_("Standards"), .open = TRUE, .flags = LIAISON_FIELD_LONG)  \
  F (T, STRING, capability, "capability", N_("Capability"), .open = TRUE,                          \
     .help = N_("The capability or code in a capability list that it trains."))                    \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE, .group = N_("People"),           \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, REFERENCES, audience, "audience", N_("Training audience"), .open = TRUE,                   \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN)                       \
  F (T, REFERENCE, owner, "owner", N_("Owner"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCES, evaluators, "evaluators", N_("Evaluators"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCES, requirements, "requirements", N_("Requirements"), .open = TRUE,                \
     .targets = LIAISON_TARGET (REQUIREMENT))                                                      \
  F (T, REFERENCES, lessons, "lessons", N_("Lessons"), .open = TRUE,                               \
     .targets = LIAISON_TARGET (OBSERVATION),                                                      \
     .help = N_("Observations and lessons that the objective carries on."))                        \
  F (T, ITEMS, measures, "measures", N_("Measures"), .open = TRUE, .group = N_("Evaluation"),      \
     .items = &liaison_measure_shape)                                                              \
  F (T, CHOICE, rating, "rating", N_("Rating"), .open = TRUE,                                      \
     .choices = &liaison_objective_ratings,                                                        \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, evaluation, "evaluation", N_("Evaluation"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Objective, objective, OBJECTIVE)

G_END_DECLS
