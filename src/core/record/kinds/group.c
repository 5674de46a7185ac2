/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/group.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_group_uses,
  [LIAISON_GROUP_USE_RELEASE] = { "release", N_("Release lists") },
  [LIAISON_GROUP_USE_ORGANISATION] = { "organisation", N_("Organisation") },
  [LIAISON_GROUP_USE_SUPPORT] = { "support", N_("Mutual support") },
  /* Translators: Tables with columns */
  [LIAISON_GROUP_USE_TABLE] = { "table", N_("Tables") });

LIAISON_DEFINE_KIND (Group, group, GROUP, "group", N_("Group"),
                     .plural = "groups", .plural_label = N_("Groups"))
