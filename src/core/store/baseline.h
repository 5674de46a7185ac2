/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Baselines: a plan frozen within itself, to be compared with later. The copy is the plan in
 * canonical form without other baselines and without its audit trail, compressed with gzip. */
#pragma once

#include "record/kinds/baseline.h"
#include "store/plan.h"

G_BEGIN_DECLS

/* Sets what @baseline, which nobody else knows yet, holds of @plan: the copy, its size, hash and
 * number of records. For any thread. LIAISON_STORE_ERROR_TOO_LARGE where that is over the limit. */
gboolean liaison_baseline_freeze (LiaisonBlock *baseline,
                                  const LiaisonSnapshot *plan,
                                  GCancellable *cancellable,
                                  GError **error);
/* The plan as it stood then; for any thread. LIAISON_STORE_ERROR_DAMAGED where what it holds is not
 * what was frozen, TOO_LARGE where it would unfold beyond the limit of plans. Transfer full. */
LiaisonPlan *
liaison_baseline_thaw (const LiaisonBlock *baseline, GCancellable *cancellable, GError **error);

/* The baseline of @plan with this name, else with this version, else with this id; NULL: there is
 * none. Of several the last one that was taken. */
const LiaisonBlock *liaison_baseline_find (const LiaisonSnapshot *plan, const char *text);

G_END_DECLS
