/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a block refers to, without codes: see references.h. */
#pragma once

#include "record/references.h"

G_BEGIN_DECLS

/* As liaison_block_foreach_reference (), all but nations by their codes: those cost much and rarely
 * matter. */
void liaison_block_foreach_record (const LiaisonBlock *block, LiaisonReferenceFunc func, gpointer data);

G_END_DECLS
