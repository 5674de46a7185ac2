/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records of any kind with something in every field, for tests that must know them all. */
#pragma once

#include "record/kinds.h"

/* A record of @kind in which every field is set, to another value for each @seed; texts hold what
 * breaks programs: quotes, line breaks, formulas, right-to-left, wide characters, separators. */
LiaisonBlock *every_field_block (const LiaisonKind *kind, guint seed);
