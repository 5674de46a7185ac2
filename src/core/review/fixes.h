/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What would mend a finding: worked out when somebody looks, because most are never looked at. */
#pragma once

#include "record/finding.h"
#include "record/snapshot.h"

G_BEGIN_DECLS

typedef struct _LiaisonFixes LiaisonFixes;

/* For the findings of a review of @snapshot, of which it keeps a reference. One thread at a time. */
LiaisonFixes *liaison_fixes_new (LiaisonSnapshot *snapshot, gint64 now);
void liaison_fixes_free (LiaisonFixes *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFixes, liaison_fixes_free)

/* The same finding with the edits that mend it, if there are any, and the operands that tell of them.
 * Borrowed; the first call may take as long as a look at all bookings. */
LiaisonFinding *liaison_fixes_look_up (LiaisonFixes *self, LiaisonFinding *finding);

G_END_DECLS
