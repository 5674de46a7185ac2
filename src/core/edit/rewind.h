/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rewinding: the plan as it was at an earlier time, by taking back what the audit trail says was
 * done since. */
#pragma once

#include "edit/trail.h"

G_BEGIN_DECLS

/* The entries of @trail made after @when (Unix ms), newest first, as bytes for a thread. *@complete:
 * whether that is all that was done; older entries may have given way to a checkpoint. Of GBytes;
 * transfer full. */
GPtrArray *liaison_trail_list_since (LiaisonTrail *trail, gint64 when, gboolean *complete);

/* @now without what the @entries did to it. *@n_lost: how many edits could not be taken back, as
 * they are too large to stand in the trail, or do not fit. Any thread. Transfer full. */
LiaisonSnapshot *
liaison_snapshot_rewind (const LiaisonSnapshot *now, const GPtrArray *entries, guint *n_lost);

G_END_DECLS
