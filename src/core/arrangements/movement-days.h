/* SPDX-License-Identifier: GPL-3.0-or-later */
/* People, day by day: who arrives, who leaves and who stays the night. */
#pragma once

#include "record/kinds/movement.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct
{
  guint64 arrive, leave, stay;
} LiaisonMovementDay;

typedef struct
{
  LiaisonSnapshot *snapshot;
  gint32 first; /* day */
  guint n_days;
  LiaisonMovementDay *days;
  guint n_undated; /* movements without an arrival or a departure */
  guint n_open;    /* visit requests that are needed and not granted yet */
} LiaisonMovementDays;

/* Of @nation (NULL: of all). A movement that says no number is one person; one without a departure stays
 * until the last day that any of them names; a cancelled one does not count. */
LiaisonMovementDays *liaison_movement_days_new (LiaisonSnapshot *snapshot, const char *nation);
void liaison_movement_days_free (LiaisonMovementDays *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonMovementDays, liaison_movement_days_free)

/* The nation of a movement: its own, else its participant's. Interned; NULL: none. */
const char *liaison_movement_get_nation (const LiaisonLookup *lookup, const LiaisonBlock *block);

G_END_DECLS
