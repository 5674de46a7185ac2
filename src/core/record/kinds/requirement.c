/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/requirement.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_requirement_levels,
  [LIAISON_REQUIREMENT_LEVEL_CHAPTER] = { "chapter", N_("Chapter") },
  [LIAISON_REQUIREMENT_LEVEL_REQUIREMENT] = { "requirement", N_("Requirement") });

LIAISON_DEFINE_CHOICES (liaison_dimensions,
  /* Translators: Dimension of interoperability */
  [LIAISON_DIMENSION_HUMAN] = { "human", N_("Human") },
  /* Translators: Dimension of interoperability */
  [LIAISON_DIMENSION_PROCEDURAL] = { "procedural", N_("Procedural") },
  /* Translators: Dimension of interoperability */
  [LIAISON_DIMENSION_TECHNICAL] = { "technical", N_("Technical") });

LIAISON_DEFINE_CHOICES (liaison_obligations,
  [LIAISON_OBLIGATION_MANDATORY] = { "mandatory", N_("Mandatory") },
  [LIAISON_OBLIGATION_CONDITIONAL] = { "conditional", N_("Conditional") },
  [LIAISON_OBLIGATION_RECOMMENDED] = { "recommended", N_("Recommended") },
  [LIAISON_OBLIGATION_OPTIONAL] = { "optional", N_("Optional") });

LIAISON_DEFINE_CHOICES (liaison_assessed_pers,
  [LIAISON_ASSESSED_PER_NATION] = { "nation", N_("Each nation") },
  [LIAISON_ASSESSED_PER_PAIR] = { "pair", N_("Each pair of nations") },
  [LIAISON_ASSESSED_PER_EXERCISE] = { "exercise", N_("The exercise as a whole") });

LIAISON_DEFINE_KIND (Requirement, requirement, REQUIREMENT, "requirement", N_("Requirement"),
                     .plural = "requirements", .plural_label = N_("Requirements"), .prefix = "REQ")
