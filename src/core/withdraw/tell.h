/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Breaks and substitutes in words. */
#pragma once

#include "withdraw/withdrawal.h"

#include "words/manner.h"

G_BEGIN_DECLS

/* The sentence of a break or of a substitute, with the names of languages in it. Transfer full. */
char *liaison_withdrawal_tell (const LiaisonManner *manner,
                               const char *sentence,
                               const GArray *operands);

G_END_DECLS
