/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The clocks of an exercise beside the real one: time in the scenario, and time since STARTEX. */
#pragma once

#include "record/times.h"

G_BEGIN_DECLS

/* What the scenario's clock shows at Unix @seconds: the time that the exercise gives it at STARTEX,
 * run on at the speed it gives. FALSE when the exercise has no such clock, or no STARTEX. @zone
 * (may be NULL) is the zone it is read in; borrowed. */
gboolean liaison_scenario_clock_at (const LiaisonLookup *lookup,
                                    gint64 seconds,
                                    gint64 *scenario,
                                    const char **zone);
/* Seconds since STARTEX, negative before it. FALSE when it is not known. */
gboolean liaison_scenario_elapsed_at (const LiaisonLookup *lookup, gint64 seconds, gint64 *elapsed);

G_END_DECLS
