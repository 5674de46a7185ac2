/* SPDX-License-Identifier: GPL-3.0-or-later */
/* After how long a test is overdue, as the exercise has set its rule. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

/* In s. */
gint64 liaison_circuit_grace_find (const LiaisonSnapshot *snapshot);

G_END_DECLS
