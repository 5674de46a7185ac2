/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/nation.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_nation_types,
  [LIAISON_NATION_TYPE_NATION] = { "nation", N_("Nation") },
  [LIAISON_NATION_TYPE_ORGANISATION] = { "organisation", N_("Organisation") });

LIAISON_DEFINE_CHOICES (liaison_nation_roles,
  /* Translators: The nation on whose ground the exercise takes place */
  [LIAISON_NATION_ROLE_HOST] = { "host", N_("Host") },
  /* Translators: The nation or organisation that leads the planning */
  [LIAISON_NATION_ROLE_LEAD] = { "lead", N_("Lead") },
  [LIAISON_NATION_ROLE_PARTICIPANT] = { "participant", N_("Participant") },
  [LIAISON_NATION_ROLE_OBSERVER] = { "observer", N_("Observer") });

LIAISON_DEFINE_CHOICES (liaison_nation_statuses,
  [LIAISON_NATION_STATUS_INVITED] = { "invited", N_("Invited") },
  [LIAISON_NATION_STATUS_INTERESTED] = { "interested", N_("Interested") },
  /* Translators: A nation that has promised to come */
  [LIAISON_NATION_STATUS_COMMITTED] = { "committed", N_("Committed") },
  [LIAISON_NATION_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [LIAISON_NATION_STATUS_DECLINED] = { "declined", N_("Declined") },
  [LIAISON_NATION_STATUS_WITHDRAWN] = { "withdrawn", N_("Withdrawn") });

LIAISON_DEFINE_CHOICES (liaison_name_orders,
  [LIAISON_NAME_ORDER_GIVEN_FIRST] = { "given-first", N_("Given name first") },
  [LIAISON_NAME_ORDER_FAMILY_FIRST] = { "family-first", N_("Family name first") },
  [LIAISON_NAME_ORDER_SINGLE] = { "single", N_("One name only") });

LIAISON_DEFINE_KIND (Nation, nation, NATION, "nation", N_("Nation"),
                     .plural = "nations", .plural_label = N_("Nations"))
