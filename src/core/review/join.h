/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Records that are one thing, joined because a person says so and not because a rule found it. */
#pragma once

#include "record/finding.h"
#include "record/kind.h"

G_BEGIN_DECLS

/* FALSE: what refers to a record of the kind does not do so by its id, or there is one only. */
gboolean liaison_join_suits (LiaisonKindId kind);

/* A finding whose fix (fixes.h) lets all that refers to @gone refer to @stays, fills what @stays lacks from @gone, makes
 * its release list as narrow as both, and takes @gone out. It has none where the levels of the two differ, or where
 * something hangs on @gone in a way that a person has to write anew. */
LiaisonFinding *liaison_join_new (LiaisonId gone, LiaisonId stays);

G_END_DECLS
