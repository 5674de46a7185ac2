/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lists of items for loops over very many of them. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

/* All of them, in ascending order of id; NULL where there are none. Borrowed. */
const LiaisonBlock *const *liaison_items_get_all (const LiaisonItems *self, guint *n);

G_END_DECLS
