/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/circuit-grace.h"

#include "review/review.h"
#include "review/settings.h"

gint64
liaison_circuit_grace_find (const LiaisonSnapshot *snapshot)
{
  const LiaisonRule *rule = liaison_review_find_rule ("test-overdue");

  return 3600
         * liaison_rule_get_setting (rule, liaison_snapshot_get_exercise (snapshot)).value;
}
