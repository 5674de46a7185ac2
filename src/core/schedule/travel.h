/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How long it takes from one site to another. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

/* All travel times of a plan. Reading is thread-safe. */
typedef struct _LiaisonTravel LiaisonTravel;

/* The snapshot must outlive it. */
LiaisonTravel *liaison_travel_new (const LiaisonSnapshot *snapshot);
/* Whether no site says how far it is from another. */
gboolean liaison_travel_is_empty (const LiaisonTravel *self);
void liaison_travel_free (LiaisonTravel *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTravel, liaison_travel_free)

/* The time, in s, that the plan gives from @from to @to: the entry of the sites themselves, else of
 * the nearest sites that they lie in; else the entry for the way back. Within one site (a building,
 * a base, not an area) it is nothing where no entry says otherwise. FALSE where the plan does not
 * say, or where one of them is no place to go to (virtual, a network). */
gboolean
liaison_travel_get (const LiaisonTravel *self, LiaisonId from, LiaisonId to, gint64 *seconds);

G_END_DECLS
