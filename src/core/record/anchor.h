/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Anchors: the records that instants hang on, numbered so that an instant need not hold an id. */
#pragma once

#include "record/id.h"

G_BEGIN_DECLS

/* Zero: none. Equal ids have equal numbers, for the life of the process. */
typedef guint32 LiaisonAnchor;

/* The zero id gives zero. Any thread. */
LiaisonAnchor liaison_anchor_for (LiaisonId id);
/* The zero id for what is no anchor's number. Any thread, without a lock. */
LiaisonId liaison_anchor_get_id (LiaisonAnchor anchor);

G_END_DECLS
