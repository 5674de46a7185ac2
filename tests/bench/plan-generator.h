/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Large plans for measurements: the same for the same size and seed. */
#pragma once

#include "store/plan.h"

G_BEGIN_DECLS

/* As many events, a quarter as many injects, 2.5 bookings and 1.5 dependencies an event; nations,
 * sites and people only grow slowly, as in real exercises. */
LiaisonPlan *plan_generate (guint events, guint64 seed);

G_END_DECLS
