/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Permissions that people and loads need. */
#pragma once

#include "record/kind.h"

G_BEGIN_DECLS

typedef enum
{
  LIAISON_CLEARANCE_STATE_UNSET,
  LIAISON_CLEARANCE_STATE_NOT_NEEDED,
  LIAISON_CLEARANCE_STATE_NEEDED,
  LIAISON_CLEARANCE_STATE_SENT,
  LIAISON_CLEARANCE_STATE_GRANTED,
  LIAISON_CLEARANCE_STATE_REFUSED,
  LIAISON_CLEARANCE_STATE_EXPIRED,
} LiaisonClearanceState;
extern const LiaisonChoices liaison_clearance_states;

G_END_DECLS
