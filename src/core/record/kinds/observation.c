/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/observation.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_lesson_stages,
  [LIAISON_LESSON_STAGE_OBSERVATION] = { "observation", N_("Observation") },
  [LIAISON_LESSON_STAGE_ANALYSIS] = { "analysis", N_("Analysis") },
  [LIAISON_LESSON_STAGE_LESSON_IDENTIFIED] = { "lesson-identified", N_("Lesson identified") },
  [LIAISON_LESSON_STAGE_ACTION] = { "action", N_("Remedial action") },
  [LIAISON_LESSON_STAGE_VALIDATED] = { "validated", N_("Validated") },
  [LIAISON_LESSON_STAGE_LESSON_LEARNED] = { "lesson-learned", N_("Lesson learned") },
  [LIAISON_LESSON_STAGE_BEST_PRACTICE] = { "best-practice", N_("Best practice") },
  [LIAISON_LESSON_STAGE_CLOSED] = { "closed", N_("Closed without action") });

LIAISON_DEFINE_CHOICES (liaison_observation_types,
  /* Translators: Something that went well and should be kept */
  [LIAISON_OBSERVATION_TYPE_SUSTAIN] = { "sustain", N_("Sustain") },
  /* Translators: Something that should be done better */
  [LIAISON_OBSERVATION_TYPE_IMPROVE] = { "improve", N_("Improve") },
  [LIAISON_OBSERVATION_TYPE_NOTE] = { "note", N_("Note") });

LIAISON_DEFINE_CHOICES (liaison_capability_lines,
  [LIAISON_CAPABILITY_LINE_DOCTRINE] = { "doctrine", N_("Doctrine") },
  [LIAISON_CAPABILITY_LINE_ORGANISATION] = { "organisation", N_("Organisation") },
  [LIAISON_CAPABILITY_LINE_TRAINING] = { "training", N_("Training") },
  [LIAISON_CAPABILITY_LINE_MATERIEL] = { "materiel", N_("Materiel") },
  [LIAISON_CAPABILITY_LINE_LEADERSHIP] = { "leadership", N_("Leadership") },
  [LIAISON_CAPABILITY_LINE_PERSONNEL] = { "personnel", N_("Personnel") },
  [LIAISON_CAPABILITY_LINE_FACILITIES] = { "facilities", N_("Facilities") },
  [LIAISON_CAPABILITY_LINE_INTEROPERABILITY] = { "interoperability", N_("Interoperability") });

LIAISON_DEFINE_KIND (Observation, observation, OBSERVATION, "observation", N_("Observation"),
                     .plural = "observations", .plural_label = N_("Observations"), .prefix = "OB")
