/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/participant-role.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_participant_roles,
  [LIAISON_PARTICIPANT_ROLE_TRAINING_AUDIENCE] = { "training-audience", N_("Training audience") },
  [LIAISON_PARTICIPANT_ROLE_SECONDARY_AUDIENCE] = { "secondary-audience",
    N_("Secondary training audience") },
  [LIAISON_PARTICIPANT_ROLE_EXERCISE_CONTROL] = { "exercise-control", N_("Exercise control") },
  [LIAISON_PARTICIPANT_ROLE_RESPONSE_CELL] = { "response-cell", N_("Response cell") },
  [LIAISON_PARTICIPANT_ROLE_OPPOSING_FORCE] = { "opposing-force", N_("Opposing force") },
  [LIAISON_PARTICIPANT_ROLE_ROLE_PLAYER] = { "role-player", N_("Role player") },
  [LIAISON_PARTICIPANT_ROLE_OBSERVER] = { "observer", N_("Observer") },
  [LIAISON_PARTICIPANT_ROLE_EVALUATOR] = { "evaluator", N_("Evaluator") },
  [LIAISON_PARTICIPANT_ROLE_OBSERVER_TRAINER] = { "observer-trainer", N_("Observer and trainer") },
  [LIAISON_PARTICIPANT_ROLE_SUPPORT] = { "support", N_("Real-life support") },
  [LIAISON_PARTICIPANT_ROLE_SAFETY] = { "safety", N_("Safety") },
  [LIAISON_PARTICIPANT_ROLE_MEDIA] = { "media", N_("Media") },
  [LIAISON_PARTICIPANT_ROLE_VISITOR] = { "visitor", N_("Visitor") });
