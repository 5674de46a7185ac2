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
  F (T, STRING, serial, "serial", N_("Serial"), .group = N_("Observation"),                        \
     .flags = LIAISON_FIELD_CODE | LIAISON_FIELD_COLUMN)                                           \
  F (T, TEXT, title, "title", N_("Title"),                                                         \
     .flags = LIAISON_FIELD_TITLE | LIAISON_FIELD_REQUIRED | LIAISON_FIELD_COLUMN)                 \
  F (T, CHOICE, stage, "stage", N_("Stage of the lesson"), .choices = &liaison_lesson_stages,      \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, type, "type", N_("Type"), .choices = &liaison_observation_types,                   \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, CHOICE, priority, "priority", N_("Priority"), .choices = &liaison_priorities)              \
  F (T, CHOICE, area, "area", N_("Functional area"), .choices = &liaison_functional_areas)         \
  F (T, CHOICE, line, "line", N_("Line of capability"), .choices = &liaison_capability_lines,      \
     .help = N_("Doctrine, organisation, training and so on."))                                    \
  F (T, INSTANT, start, "start", N_("When"), .flags = LIAISON_FIELD_START | LIAISON_FIELD_COLUMN)  \
  F (T, REFERENCE, observer, "observer", N_("Observer"), .targets = LIAISON_TARGET (PARTICIPANT),  \
     .flags = LIAISON_FIELD_COLUMN)                                                                \
  F (T, NATION, nation, "nation", N_("Observer’s nation"))                                         \
  F (T, NATIONS, nations, "nations", N_("Nations concerned"))                                      \
  F (T, REFERENCE, site, "site", N_("Site"), .targets = LIAISON_TARGET (SITE))                     \
  F (T, REFERENCE, parent, "parent", N_("Part of"), .targets = LIAISON_TARGET (OBSERVATION),       \
     .flags = LIAISON_FIELD_PARENT)                                                                \
  F (T, TEXT, observation, "observation", N_("Observation"), .flags = LIAISON_FIELD_LONG)          \
  F (T, REFERENCES, events, "events", N_("Events"), .group = N_("Belongs to"),                     \
     .targets = LIAISON_TARGET (EVENT))                                                            \
  F (T, REFERENCES, injects, "injects", N_("Injects"), .targets = LIAISON_TARGET (INJECT))         \
  F (T, REFERENCES, objectives, "objectives", N_("Objectives"),                                    \
     .targets = LIAISON_TARGET (OBJECTIVE))                                                        \
  /* Translators: The records that an observation concerns */                                      \
  F (T, REFERENCES, about, "about", N_("About"), .targets = LIAISON_ANY_TARGET)                    \
  F (T, TEXT, discussion, "discussion", N_("Discussion"), .group = N_("Analysis"),                 \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  /* Translators: The root cause */                                                                \
  F (T, TEXT, cause, "cause", N_("Cause"), .flags = LIAISON_FIELD_LONG)                            \
  F (T, TEXT, conclusion, "conclusion", N_("Conclusion"), .flags = LIAISON_FIELD_LONG)             \
  F (T, TEXT, recommendation, "recommendation", N_("Recommendation"), .flags = LIAISON_FIELD_LONG) \
  F (T, REFERENCE, analyst, "analyst", N_("Analyst"), .targets = LIAISON_TARGET (PARTICIPANT))     \
  F (T, ITEMS, precedents, "precedents", N_("Precedents"), .items = &liaison_precedent_shape)      \
  F (T, TEXT, remedy, "remedy", N_("Remedial action"), .group = N_("Remedial action"),             \
     .flags = LIAISON_FIELD_LONG)                                                                  \
  F (T, REFERENCE, action_body, "action-body", N_("Action body"),                                  \
     .targets = LIAISON_TARGET (PARTICIPANT), .flags = LIAISON_FIELD_COLUMN,                       \
     .help = N_("Who carries the remedial action out."))                                           \
  F (T, TEXT, action_body_name, "action-body-name", N_("Action body outside the exercise"))        \
  F (T, TEXT, authority, "authority", N_("Tasking authority"))                                     \
  F (T, DATE, due, "due", N_("Due"), .flags = LIAISON_FIELD_COLUMN)                                \
  F (T, DATE, completed, "completed", N_("Done on"))                                               \
  F (T, REFERENCES, actions, "actions", N_("Actions"), .targets = LIAISON_TARGET (ACTION))         \
  F (T, DATE, validated, "validated", N_("Validated on"), .group = N_("Validation"))               \
  F (T, REFERENCE, validated_by, "validated-by", N_("Validated by"),                               \
     .targets = LIAISON_TARGET (PARTICIPANT))                                                      \
  F (T, TEXT, validation, "validation", N_("Validation"), .flags = LIAISON_FIELD_LONG,             \
     .help = N_("How it was shown that the remedy works."))                                        \
  F (T, BOOLEAN, carry_on, "carry-on", N_("Carry on"),                                             \
     .help = N_("Take it into the objectives of the next exercise."))                              \
  F (T, STRING, carried_from, "carried-from", N_("Carried from"),                                  \
     .help = N_("The earlier exercise that it comes from."))                                       \
  LIAISON_MARKED_FIELDS (F, T)                                                                     \
  LIAISON_REMARKS_FIELDS (F, T)

LIAISON_DECLARE_KIND (Observation, observation, OBSERVATION)

G_END_DECLS
