/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Texts that are released and name what is withheld: the filter cannot mend them, a planner must.
 */
#pragma once

#include "release/view.h"

G_BEGIN_DECLS

/* Adds a LiaisonWithheld for each field of what the audience sees that holds the title of a record
 * that it does not see. */
void liaison_named_find (const LiaisonView *view, GArray *named);

G_END_DECLS
