/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pack/order.h"
#include "record/kinds/nation.h"

G_BEGIN_DECLS

/* What a pack record or a template says of paper, texts and contents, in @language or, where that
 * is NULL, its own. */
void liaison_pack_order_take_record (LiaisonPackOrder *self,
                                     const LiaisonBlock *pack,
                                     const char *language);

G_END_DECLS
