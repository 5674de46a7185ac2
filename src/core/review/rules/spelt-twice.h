/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What mends a thing that was entered twice. */
#pragma once

#include "review/review.h"

G_BEGIN_DECLS

/* Of a finding about the record that is to go, and the one that stays. */
void liaison_spelt_twice_fix (LiaisonReview *review, LiaisonFinding *finding);

G_END_DECLS
