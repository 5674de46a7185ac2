/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/conflict.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_conflict_types,
  [LIAISON_CONFLICT_TYPE_VALUE] = { "value", N_("Two values") },
  [LIAISON_CONFLICT_TYPE_REMOVED] = { "removed", N_("Changed and removed") },
  [LIAISON_CONFLICT_TYPE_PLACE] = { "place", N_("Moved to two places") },
  [LIAISON_CONFLICT_TYPE_ORDER] = { "order", N_("Two orders") },
  [LIAISON_CONFLICT_TYPE_IDENTITY] = { "identity", N_("Two records of one name") });

LIAISON_DEFINE_CHOICES (liaison_conflict_statuses,
  [LIAISON_CONFLICT_STATUS_OPEN] = { "open", N_("Undecided") },
  [LIAISON_CONFLICT_STATUS_DECIDED] = { "decided", N_("Decided") },
  [LIAISON_CONFLICT_STATUS_SETTLED] = { "settled", N_("Settled by a later change") });

LIAISON_DEFINE_ITEM (ConflictValue, liaison_conflict_value_shape, "conflict-value", N_("Value"),
                     LIAISON_CONFLICT_VALUE_FIELDS);

LIAISON_DEFINE_KIND (Conflict, conflict, CONFLICT, "conflict", N_("Conflict"),
                     .plural = "conflicts", .plural_label = N_("Conflicts"))
