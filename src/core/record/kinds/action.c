/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/kinds/action.h"

#include "record/record.h"

#include <glib/gi18n-lib.h>

LIAISON_DEFINE_CHOICES (liaison_action_types,
  [LIAISON_ACTION_TYPE_ACTION] = { "action", N_("Action") },
  [LIAISON_ACTION_TYPE_DECISION] = { "decision", N_("Decision") },
  [LIAISON_ACTION_TYPE_ISSUE] = { "issue", N_("Issue") },
  [LIAISON_ACTION_TYPE_RISK] = { "risk", N_("Risk") },
  [LIAISON_ACTION_TYPE_ASSUMPTION] = { "assumption", N_("Assumption") });

LIAISON_DEFINE_CHOICES (liaison_action_statuses,
  /* Translators: An action not done yet */
  [LIAISON_ACTION_STATUS_OPEN] = { "open", N_("Open") },
  [LIAISON_ACTION_STATUS_IN_PROGRESS] = { "in-progress", N_("In progress") },
  [LIAISON_ACTION_STATUS_WAITING] = { "waiting", N_("Waiting") },
  [LIAISON_ACTION_STATUS_DONE] = { "done", N_("Done") },
  [LIAISON_ACTION_STATUS_DROPPED] = { "dropped", N_("Dropped") });

LIAISON_DEFINE_CHOICES (liaison_risk_responses,
  /* Translators: Response to a risk */
  [LIAISON_RISK_RESPONSE_AVOID] = { "avoid", N_("Avoid") },
  /* Translators: Response to a risk */
  [LIAISON_RISK_RESPONSE_REDUCE] = { "reduce", N_("Reduce") },
  /* Translators: Response to a risk */
  [LIAISON_RISK_RESPONSE_SHARE] = { "share", N_("Share") },
  /* Translators: Response to a risk */
  [LIAISON_RISK_RESPONSE_ACCEPT] = { "accept", N_("Accept") });

LIAISON_DEFINE_CHOICES (liaison_assumption_states,
  [LIAISON_ASSUMPTION_STATE_OPEN] = { "open", N_("Not checked") },
  /* Translators: An assumption that is true */
  [LIAISON_ASSUMPTION_STATE_HOLDS] = { "holds", N_("Holds") },
  /* Translators: An assumption that is not true */
  [LIAISON_ASSUMPTION_STATE_FAILS] = { "fails", N_("Fails") });

LIAISON_DEFINE_ITEM (ActionEntry, liaison_action_entry_shape, "action-entry", N_("Entry"),
                     LIAISON_ACTION_ENTRY_FIELDS);

LIAISON_DEFINE_KIND (Action, action, ACTION, "action", N_("Action"),
                     .plural = "actions", .plural_label = N_("Actions"), .prefix = "AC")
