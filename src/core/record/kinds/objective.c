/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/objective.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_objective_types,
  [LIAISON_OBJECTIVE_TYPE_EXERCISE] = { "exercise", N_("Exercise objective") },
  [LIAISON_OBJECTIVE_TYPE_TRAINING] = { "training", N_("Training objective") },
  [LIAISON_OBJECTIVE_TYPE_EVALUATION] = { "evaluation", N_("Evaluation objective") },
  [LIAISON_OBJECTIVE_TYPE_EXPERIMENTATION] = { "experimentation",
    N_("Experimentation objective") },
  [LIAISON_OBJECTIVE_TYPE_NATIONAL] = { "national", N_("National objective") });

LIAISON_DEFINE_CHOICES (liaison_objective_statuses,
  [LIAISON_OBJECTIVE_STATUS_PROPOSED] = { "proposed", N_("Proposed") },
  [LIAISON_OBJECTIVE_STATUS_AGREED] = { "agreed", N_("Agreed") },
  [LIAISON_OBJECTIVE_STATUS_CHANGED] = { "changed", N_("Changed") },
  /* Translators: No longer pursued, its number not used again */
  [LIAISON_OBJECTIVE_STATUS_RETIRED] = { "retired", N_("Retired") });

LIAISON_DEFINE_CHOICES (liaison_objective_ratings,
  [LIAISON_OBJECTIVE_RATING_PERFORMED] = { "performed", N_("Performed without challenges") },
  [LIAISON_OBJECTIVE_RATING_SOME_CHALLENGES] = { "some-challenges",
    N_("Performed with some challenges") },
  [LIAISON_OBJECTIVE_RATING_MAJOR_CHALLENGES] = { "major-challenges",
    N_("Performed with major challenges") },
  [LIAISON_OBJECTIVE_RATING_UNABLE] = { "unable", N_("Unable to be performed") },
  [LIAISON_OBJECTIVE_RATING_NOT_OBSERVED] = { "not-observed", N_("Not observed") });

LIAISON_DEFINE_CHOICES (liaison_echelons,
  [LIAISON_ECHELON_POLITICAL_STRATEGIC] = { "political-strategic", N_("Political-strategic") },
  [LIAISON_ECHELON_STRATEGIC] = { "strategic", N_("Strategic") },
  /* Translators: Level of command between strategic and tactical */
  [LIAISON_ECHELON_OPERATIONAL] = { "operational", N_("Operational") },
  [LIAISON_ECHELON_TACTICAL] = { "tactical", N_("Tactical") },
  [LIAISON_ECHELON_TECHNICAL] = { "technical", N_("Technical") });

LIAISON_DEFINE_ITEM (Measure, liaison_measure_shape, "measure", N_("Measure"),
                     LIAISON_MEASURE_FIELDS);

LIAISON_DEFINE_KIND (Objective, objective, OBJECTIVE, "objective", N_("Objective"),
                     .plural = "objectives", .plural_label = N_("Objectives"), .prefix = "OBJ")
