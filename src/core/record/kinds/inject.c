/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/inject.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_inject_levels,
  [LIAISON_INJECT_LEVEL_STORYLINE] = { "storyline", N_("Storyline") },
  [LIAISON_INJECT_LEVEL_INCIDENT] = { "incident", N_("Incident") },
  [LIAISON_INJECT_LEVEL_INJECT] = { "inject", N_("Inject") });

LIAISON_DEFINE_CHOICES (liaison_inject_types,
  [LIAISON_INJECT_TYPE_KEY_EVENT] = { "key-event", N_("Key event") },
  [LIAISON_INJECT_TYPE_CONTEXTUAL] = { "contextual", N_("Contextual") },
  [LIAISON_INJECT_TYPE_EXPECTED_ACTION] = { "expected-action", N_("Expected action") },
  [LIAISON_INJECT_TYPE_CONTINGENCY] = { "contingency", N_("Contingency") },
  [LIAISON_INJECT_TYPE_ADMINISTRATIVE] = { "administrative", N_("Administrative") });

LIAISON_DEFINE_CHOICES (liaison_inject_statuses,
  [LIAISON_INJECT_STATUS_DRAFT] = { "draft", N_("Draft") },
  [LIAISON_INJECT_STATUS_REVIEW] = { "review", N_("In review") },
  [LIAISON_INJECT_STATUS_APPROVED] = { "approved", N_("Approved") },
  /* Translators: Held back for now */
  [LIAISON_INJECT_STATUS_HELD] = { "held", N_("Held") },
  /* Translators: Given to the players */
  [LIAISON_INJECT_STATUS_RELEASED] = { "released", N_("Released to players") },
  [LIAISON_INJECT_STATUS_COMPLETED] = { "completed", N_("Completed") },
  [LIAISON_INJECT_STATUS_CANCELLED] = { "cancelled", N_("Cancelled") },
  /* Translators: Taken out for good, its serial not used again */
  [LIAISON_INJECT_STATUS_RETIRED] = { "retired", N_("Retired") });

LIAISON_DEFINE_CHOICES (liaison_inject_methods,
  [LIAISON_INJECT_METHOD_RADIO] = { "radio", N_("Radio") },
  [LIAISON_INJECT_METHOD_TELEPHONE] = { "telephone", N_("Telephone") },
  [LIAISON_INJECT_METHOD_VIDEO] = { "video", N_("Video conference") },
  [LIAISON_INJECT_METHOD_EMAIL] = { "email", N_("E-mail") },
  [LIAISON_INJECT_METHOD_CHAT] = { "chat", N_("Chat") },
  [LIAISON_INJECT_METHOD_MESSAGE] = { "message", N_("Formal message") },
  [LIAISON_INJECT_METHOD_LETTER] = { "letter", N_("Letter") },
  [LIAISON_INJECT_METHOD_IN_PERSON] = { "in-person", N_("In person") },
  [LIAISON_INJECT_METHOD_ROLE_PLAY] = { "role-play", N_("Role play") },
  [LIAISON_INJECT_METHOD_LIAISON] = { "liaison", N_("Liaison officer") },
  [LIAISON_INJECT_METHOD_SIMULATION] = { "simulation", N_("Simulation") },
  [LIAISON_INJECT_METHOD_COMMAND_SYSTEM] = { "command-system", N_("Command and control system") },
  [LIAISON_INJECT_METHOD_DATA_LINK] = { "data-link", N_("Data link") },
  [LIAISON_INJECT_METHOD_NEWS] = { "news", N_("News") },
  [LIAISON_INJECT_METHOD_SOCIAL_MEDIA] = { "social-media", N_("Social media") },
  [LIAISON_INJECT_METHOD_HANDOUT] = { "handout", N_("Handout") },
  [LIAISON_INJECT_METHOD_PHYSICAL] = { "physical", N_("Physical effect") },
  [LIAISON_INJECT_METHOD_OTHER] = { "other", N_("Other") });

LIAISON_DEFINE_CHOICES (liaison_inject_triggers,
  /* Translators: The trigger of an inject: at its time */
  [LIAISON_INJECT_TRIGGER_TIME] = { "time", N_("At its time") },
  [LIAISON_INJECT_TRIGGER_ACTION] = { "action", N_("Player action") },
  [LIAISON_INJECT_TRIGGER_PREVIOUS] = { "previous", N_("Previous inject") },
  [LIAISON_INJECT_TRIGGER_CONTROLLER] = { "controller", N_("Controller’s decision") },
  [LIAISON_INJECT_TRIGGER_EVENT] = { "event", N_("Event") });

LIAISON_DEFINE_CHOICES (liaison_inject_outcomes,
  [LIAISON_INJECT_OUTCOME_AS_EXPECTED] = { "as-expected", N_("As expected") },
  [LIAISON_INJECT_OUTCOME_PARTLY] = { "partly", N_("Partly") },
  [LIAISON_INJECT_OUTCOME_DIFFERENTLY] = { "differently", N_("Differently") },
  [LIAISON_INJECT_OUTCOME_NO_REACTION] = { "no-reaction", N_("No reaction") },
  [LIAISON_INJECT_OUTCOME_NOT_OBSERVED] = { "not-observed", N_("Not observed") });

/* Translators: A way that the story may take */
LIAISON_DEFINE_ITEM (InjectBranch, liaison_inject_branch_shape, "inject-branch", N_("Branch"),
                     LIAISON_INJECT_BRANCH_FIELDS);

LIAISON_DEFINE_KIND (Inject, inject, INJECT, "inject", N_("Inject"),
                     .plural = "injects", .plural_label = N_("Injects"), .prefix = "INJ",
                     .control = TRUE)
