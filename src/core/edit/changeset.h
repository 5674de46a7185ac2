/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out what a list of edits makes of a document, without touching it. */
#pragma once

#include "edit/edit.h"

G_BEGIN_DECLS

typedef struct _LiaisonChangeset LiaisonChangeset;

LiaisonChangeset *liaison_changeset_new (LiaisonDocument *document);
void liaison_changeset_free (LiaisonChangeset *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonChangeset, liaison_changeset_free)

/* The block of @id as it would be by now, or NULL when there would be none. Borrowed. */
const LiaisonBlock *liaison_changeset_find (LiaisonChangeset *self, LiaisonId id);
/* What stands at the slot by now; the caller clears it. */
void liaison_changeset_get (LiaisonChangeset *self, const LiaisonSlot *slot, LiaisonValue *value);
/* Puts @value there. Refuses (LIAISON_EDIT_ERROR) what does not fit. */
gboolean liaison_changeset_set (LiaisonChangeset *self, const LiaisonKind *kind, const LiaisonSlot *slot,
                                const LiaisonValue *value, GError **error);
/* Does it all; FALSE when it amounts to nothing. */
gboolean liaison_changeset_apply (LiaisonChangeset *self);

G_END_DECLS
