/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Edits that are made one by one, each safe at once, and taken back together: lines typed in a row. */
#pragma once

#include "edit/editor.h"

G_BEGIN_DECLS

/* The last group done belongs to the one before it: they are undone and redone together. In the audit trail and
 * the journal each stays what it is. */
void liaison_editor_join (LiaisonEditor *self);

G_END_DECLS
