/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Interoperability checklists: chapters and their lines. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_REQUIREMENT_LEVEL_UNSET,
  LIAISON_REQUIREMENT_LEVEL_CHAPTER,
  LIAISON_REQUIREMENT_LEVEL_REQUIREMENT,
} LiaisonRequirementLevel;
extern const LiaisonChoices liaison_requirement_levels;

typedef enum
{
  LIAISON_DIMENSION_UNSET,
  LIAISON_DIMENSION_HUMAN,
  LIAISON_DIMENSION_PROCEDURAL,
  LIAISON_DIMENSION_TECHNICAL,
} LiaisonDimension;
extern const LiaisonChoices liaison_dimensions;

typedef enum
{
  LIAISON_OBLIGATION_UNSET,
  LIAISON_OBLIGATION_MANDATORY,
  LIAISON_OBLIGATION_CONDITIONAL,
  LIAISON_OBLIGATION_RECOMMENDED,
  LIAISON_OBLIGATION_OPTIONAL,
} LiaisonObligation;
extern const LiaisonChoices liaison_obligations;

typedef enum
{
  LIAISON_ASSESSED_PER_UNSET,
  LIAISON_ASSESSED_PER_NATION,
  LIAISON_ASSESSED_PER_PAIR,
  LIAISON_ASSESSED_PER_EXERCISE,
} LiaisonAssessedPer;
extern const LiaisonChoices liaison_assessed_pers;

#define LIAISON_REQUIREMENT_FIELDS(F, T)                                                           \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Requirement"),          \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, level, "level", N_("Chapter or requirement"), .open = TRUE,                        \
     .choices = &liaison_requirement_levels)                                                       \
  F (T, REFERENCE, parent, "parent", N_("Chapter"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (REQUIREMENT),                                                      \
     .flags = LIAISON_FIELD_PARENT | LIAISON_FIELD_COLUMN)                                         \
  F (T, CHOICE, dimension, "dimension", N_("Dimension"), .open = TRUE,                             \
     .choices = &liaison_dimensions,                                                               \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, obligation, "obligation", N_("Obligation"), .open = TRUE,                          \
     .choices = &liaison_obligations,                                                              \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, TEXT, condition, "condition", N_("Condition"), .open = TRUE,                               \
     .help = N_("When a conditional requirement applies."))                                        \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, STRING, service, "service", N_("Service"), .open = TRUE,                                   \
     .help = N_("The kind of service: voice, chat, friendly-force tracking and so on."))           \
  F (T, TEXT, description, "description", N_("Description"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, STRING, standard, "standard", N_("Standard"), .open = TRUE, .group = N_("Standard"),       \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, STRING, edition, "edition", N_("Edition"), .open = TRUE)                                   \
  F (T, STRING, profile, "profile", N_("Profile"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)    \
  /* Translators: A set of requirements */                                                         \
  F (T, STRING, set, "set", N_("Set"), .open = TRUE,                                               \
     .help = N_("The checklist that the requirement was taken from."))                             \
  F (T, STRING, source, "source", N_("Source"), .open = TRUE)                                      \
  F (T, STRING, source_link, "source-link", N_("Link to the source"), .open = TRUE)                \
  F (T, DATE, source_date, "source-date", N_("Date of the source"), .open = TRUE)                  \
  F (T, BOOLEAN, selected, "selected", N_("Used in this exercise"), .open = TRUE,                  \
     .group = N_("Assessment"),                                                                    \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, per, "per", N_("Assessed for"), .open = TRUE, .choices = &liaison_assessed_pers)   \
  F (T, NATIONS, nations, "nations", N_("Nations"), .open = TRUE,                                  \
     .help = N_("Those it applies to; empty for all."))                                            \
  F (T, INTEGER, target, "target", N_("Level aimed at"), .open = TRUE, .minimum = 0, .maximum = 3) \
  F (T, INTEGER, weight, "weight", N_("Weight"), .open = TRUE, .minimum = 0, .maximum = 100)       \
  F (T, TEXT, method, "method", N_("How it is tested"), .open = TRUE, .flags = LIAISON_FIELD_LONG) \
  F (T, TEXT, evidence, "evidence", N_("Evidence asked for"), .open = TRUE,                        \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, DATE, due, "due", N_("Due"), .open = TRUE)                                                 \
  F (T, REFERENCE, due_event, "due-event", N_("Due at"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (EVENT))                                                            \
  F (T, REFERENCE, owner, "owner", N_("Owner"), .open = TRUE,                                      \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, REFERENCES, objectives, "objectives", N_("Objectives"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (OBJECTIVE))                                                        \
  F (T, REFERENCES, channels, "channels", N_("Channels"), .open = TRUE,                            \
     .targets = LIAISON_TARGET (CHANNEL))                                                          \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)                                                                    \
  LIAISON_ORDER_FIELDS (F, T)

LIAISON_DECLARE_KIND (Requirement, requirement, REQUIREMENT)

G_END_DECLS
