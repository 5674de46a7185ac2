/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The difference between two versions of a plan, as the edits that lead from one to the other. */
#pragma once

#include "edit/edit.h"

G_BEGIN_DECLS

/* The edits that turn @before into @after, slot by slot: one language of a text, one member of a
 * set, one item or a field of an item. Records that are gone come first, then kind by kind, in the
 * order of their ids, those that are new or changed. Members that no field knows are no slots:
 * where they differ, the last edit of a record or item puts the whole of it in the place of the
 * whole, alike in all known fields.
 *
 * Left out, as no edit can bring it about: the audit trail, unknown members of the file's root, and
 * the id of the exercise (the edits are made for the exercise of @before). Without edits in it the
 * plans are otherwise the same. Runs in any thread. Transfer full. */
LiaisonEditGroup *liaison_difference_new (const LiaisonSnapshot *before,
                                          const LiaisonSnapshot *after);

G_END_DECLS
