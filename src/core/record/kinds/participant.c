/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/participant.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_participant_types,
  [LIAISON_PARTICIPANT_TYPE_CONTINGENT] = { "contingent", N_("Contingent") },
  [LIAISON_PARTICIPANT_TYPE_HEADQUARTERS] = { "headquarters", N_("Headquarters") },
  /* Translators: A military unit */
  [LIAISON_PARTICIPANT_TYPE_UNIT] = { "unit", N_("Unit") },
  /* Translators: A part of a staff */
  [LIAISON_PARTICIPANT_TYPE_CELL] = { "cell", N_("Cell") },
  [LIAISON_PARTICIPANT_TYPE_TEAM] = { "team", N_("Team") },
  [LIAISON_PARTICIPANT_TYPE_AGENCY] = { "agency", N_("Agency") },
  [LIAISON_PARTICIPANT_TYPE_PERSON] = { "person", N_("Person") });

LIAISON_DEFINE_CHOICES (liaison_domains,
  /* Translators: Several services together */
  [LIAISON_DOMAIN_JOINT] = { "joint", N_("Joint") },
  [LIAISON_DOMAIN_LAND] = { "land", N_("Land") },
  [LIAISON_DOMAIN_MARITIME] = { "maritime", N_("Maritime") },
  [LIAISON_DOMAIN_AIR] = { "air", N_("Air") },
  [LIAISON_DOMAIN_SPACE] = { "space", N_("Space") },
  [LIAISON_DOMAIN_CYBER] = { "cyber", N_("Cyber") },
  [LIAISON_DOMAIN_SPECIAL_OPERATIONS] = { "special-operations", N_("Special operations") },
  [LIAISON_DOMAIN_CIVIL] = { "civil", N_("Civil") },
  [LIAISON_DOMAIN_MULTI_DOMAIN] = { "multi-domain", N_("Multi-domain") });

LIAISON_DEFINE_CHOICES (liaison_participant_statuses,
  [LIAISON_PARTICIPANT_STATUS_PLANNED] = { "planned", N_("Planned") },
  [LIAISON_PARTICIPANT_STATUS_NOMINATED] = { "nominated", N_("Nominated") },
  [LIAISON_PARTICIPANT_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  /* Translators: Has arrived */
  [LIAISON_PARTICIPANT_STATUS_PRESENT] = { "present", N_("Present") },
  /* Translators: Has departed */
  [LIAISON_PARTICIPANT_STATUS_LEFT] = { "left", N_("Left") },
  [LIAISON_PARTICIPANT_STATUS_CANCELLED] = { "cancelled", N_("Cancelled") });

LIAISON_DEFINE_ITEM (SpokenLanguage, liaison_spoken_language_shape, "spoken-language",
                     N_("Language"),
                     LIAISON_SPOKEN_LANGUAGE_FIELDS);

LIAISON_DEFINE_KIND (Participant, participant, PARTICIPANT, "participant", N_("Participant"),
                     .plural = "participants", .plural_label = N_("Participants"))
