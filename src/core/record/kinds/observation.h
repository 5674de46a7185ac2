/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Observations on their way to lessons learned. */
#pragma once

#include "record/kind.h"
#include "record/kinds/functional-area.h"
#include "record/kinds/precedent.h"
#include "record/kinds/priority.h"
#include "record/kinds/shared-fields.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_LESSON_STAGE_UNSET,
  LIAISON_LESSON_STAGE_OBSERVATION,
  LIAISON_LESSON_STAGE_ANALYSIS,
  LIAISON_LESSON_STAGE_LESSON_IDENTIFIED,
  LIAISON_LESSON_STAGE_ACTION,
  LIAISON_LESSON_STAGE_VALIDATED,
  LIAISON_LESSON_STAGE_LESSON_LEARNED,
  LIAISON_LESSON_STAGE_BEST_PRACTICE,
  LIAISON_LESSON_STAGE_CLOSED,
} LiaisonLessonStage;
extern const LiaisonChoices liaison_lesson_stages;

typedef enum
{
  LIAISON_OBSERVATION_TYPE_UNSET,
  LIAISON_OBSERVATION_TYPE_SUSTAIN,
  LIAISON_OBSERVATION_TYPE_IMPROVE,
  LIAISON_OBSERVATION_TYPE_NOTE,
} LiaisonObservationType;
extern const LiaisonChoices liaison_observation_types;

typedef enum
{
  LIAISON_CAPABILITY_LINE_UNSET,
  LIAISON_CAPABILITY_LINE_DOCTRINE,
  LIAISON_CAPABILITY_LINE_ORGANISATION,
  LIAISON_CAPABILITY_LINE_TRAINING,
  LIAISON_CAPABILITY_LINE_MATERIEL,
  LIAISON_CAPABILITY_LINE_LEADERSHIP,
  LIAISON_CAPABILITY_LINE_PERSONNEL,
  LIAISON_CAPABILITY_LINE_FACILITIES,
  LIAISON_CAPABILITY_LINE_INTEROPERABILITY,
} LiaisonCapabilityLine;
extern const LiaisonChoices liaison_capability_lines;

#define LIAISON_OBSERVATION_FIELDS(F, T)                                                           \
  F (T, STRING, serial, "serial", N_("Serial"), .open = TRUE, .group = N_("Observation"),          \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"), .open = TRUE,                                           \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, stage, "stage", N_("Stage of the lesson"), .open = TRUE,                           \
     .choices = &liaison_lesson_stages,                                                            \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, type, "type", N_("Type"), .open = TRUE, .choices = &liaison_observation_types,     \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .open = TRUE,                                \
     .choices = &liaison_priorities)                                                               \
  F (T, CHOICE, area, "area", N_("Functional area"), .open = TRUE,                                 \
     .choices = &liaison_functional_areas)                                                         \
  F (T, CHOICE, line, "line", N_("Line of capability"), .open = TRUE,                              \
     .choices = &liaison_capability_lines,                                                         \
     .help = N_("Doctrine, organisation, training and so on."))                                    \
  F (T, INSTANT, start, "start", N_("When"), .open = TRUE,                                         \
     .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)                                          \
  F (T, REFERENCE, observer, "observer", N_("Observer"), .open = TRUE,                             \
     .targets = LIAISON_TARGET (PARTICIPANT),                                                      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATION, nation, "nation", N_("Observer’s nation"), .open = TRUE)                           \
  F (T, NATIONS, nations, "nations", N_("Nations concerned"), .open = TRUE)                        \
  F (T, REFERENCE, site, "site", N_("Site"), .open = TRUE, .targets = LIAISON_TARGET (SITE))       \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .open = TRUE,                                  \
     .targets = LIAISON_TARGET (OBSERVATION),                                                      \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, TEXT, observation, "observation", N_("Observation"), .open = TRUE,                         \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCES, events, "events", N_("Events"), .open = TRUE, .group = N_("Belongs to"),       \
     .targets = LIAISON_TARGET (EVENT))                                                            \
  F (T, REFERENCES, injects, "injects", N_("Injects"), .open = TRUE,                               \
     .targets = LIAISON_TARGET (INJECT))                                                           \
  F (T, REFERENCES, objectives, "objectives", N_("Objectives"), .open = TRUE,                      \
     .targets = LIAISON_TARGET (OBJECTIVE))                                                        \
  /* Translators: The records that an observation concerns */                                      \
  F (T, REFERENCES, about, "about", N_("About"), .open = TRUE, .targets = LIAISON_ANY_TARGET)      \
  F (T, TEXT, discussion, "discussion", N_("Discussion"), .open = TRUE, .group = N_("Analysis"),   \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  /* Translators: The root cause */                                                                \
  F (T, TEXT, cause, "cause", N_("Cause"), .open = TRUE, .flags = LIAISON_FIELD_LONG)              \
  F (T, TEXT, conclusion, "conclusion", N_("Conclusion"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, TEXT, recommendation, "recommendation", N_("Recommendation"), .open = TRUE,                \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCE, analyst, "analyst", N_("Analyst"), .open = TRUE,                                \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, ITEMS, precedents, "precedents", N_("Precedents"), .open = TRUE,                           \
     .items = &liaison_precedent_shape)                                                            \
  F (T, TEXT, remedy, "remedy", N_("Remedial action"), .open = TRUE,                               \
     .group = N_("Remedial action"),                                                               \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCE, action_body, "action-body", N_("Action body"), .open = TRUE,                    \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN,                       \
     .help = N_("Who carries the remedial action out."))                                           \
  F (T, TEXT, action_body_name, "action-body-name", N_("Action body outside the exercise"),        \
     .open = TRUE)                                                                                 \
  F (T, TEXT, authority, "authority", N_("Tasking authority"), .open = TRUE)                       \
  F (T, DATE, due, "due", N_("Due"), .open = TRUE, .flags = LIAISON_FIELD_COLUMN)                  \
  F (T, DATE, completed, "completed", N_("Done on"), .open = TRUE)                                 \
  F (T, REFERENCES, actions, "actions", N_("Actions"), .open = TRUE,                               \
     .targets = LIAISON_TARGET (ACTION))                                                           \
  F (T, DATE, validated, "validated", N_("Validated on"), .open = TRUE, .group = N_("Validation")) \
  F (T, REFERENCE, validated_by, "validated-by", N_("Validated by"), .open = TRUE,                 \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, validation, "validation", N_("Validation"), .open = TRUE,                            \
     .flags = LIAISON_FIELD_LONG,                                                                  \
     .help = N_("How it was shown that the remedy works."))                                        \
  F (T, BOOLEAN, carry_on, "carry-on", N_("Carry on"), .open = TRUE,                               \
     .help = N_("Take it into the objectives of the next exercise."))                              \
  F (T, STRING, carried_from, "carried-from", N_("Carried from"), .open = TRUE,                    \
     .help = N_("The earlier exercise that it comes from."))                                       \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Observation, observation, OBSERVATION)

G_END_DECLS
