/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/clearance-state.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_clearance_states,
  [LIAISON_CLEARANCE_STATE_NOT_NEEDED] = { "not-needed", N_("Not needed") },
  [LIAISON_CLEARANCE_STATE_NEEDED] = { "needed", N_("Needed") },
  [LIAISON_CLEARANCE_STATE_SENT] = { "sent", N_("Sent") },
  [LIAISON_CLEARANCE_STATE_GRANTED] = { "granted", N_("Granted") },
  [LIAISON_CLEARANCE_STATE_REFUSED] = { "refused", N_("Refused") },
  [LIAISON_CLEARANCE_STATE_EXPIRED] = { "expired", N_("Expired") });
