/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/movement.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_movement_statuses,
  [LIAISON_MOVEMENT_STATUS_PLANNED] = { "planned", N_("Planned") },
  [LIAISON_MOVEMENT_STATUS_CONFIRMED] = { "confirmed", N_("Confirmed") },
  [LIAISON_MOVEMENT_STATUS_ARRIVED] = { "arrived", N_("Arrived") },
  [LIAISON_MOVEMENT_STATUS_DEPARTED] = { "departed", N_("Departed") },
  [LIAISON_MOVEMENT_STATUS_CANCELLED] = { "cancelled", N_("Cancelled") });

LIAISON_DEFINE_KIND (Movement, movement, MOVEMENT, "movement", N_("Movement"),
                     .plural = "movements", .plural_label = N_("Movements"), .prefix = "MV")
