/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every new record begins with, whoever makes it. */
#pragma once

#include "edit/editor.h"
#include "edit/trail.h"

G_BEGIN_DECLS

/* An unshared block with an id of its own, the next serial (where the kind has serials; @trail, may
 * be NULL, knows of those that are gone) and the marking that is usual in the exercise. It is not
 * in the document. Transfer full. */
LiaisonBlock *
liaison_new_record (LiaisonEditor *editor, LiaisonTrail *trail, const LiaisonKind *kind);

G_END_DECLS
