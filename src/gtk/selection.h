/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The selection of a window: which records are meant, one for all its views. */
#pragma once

#include "record/document.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_SELECTION (liaison_selection_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonSelection, liaison_selection, LIAISON, SELECTION, GObject)

/* Signal "changed": other records are selected, or the same ones were changed by an edit. Records that are removed leave the
 * selection. Keeps a reference to @document. */
LiaisonSelection *liaison_selection_new (LiaisonDocument *document);

/* The selected ids, the foremost first. Borrowed until the next change. */
const LiaisonId *liaison_selection_get (LiaisonSelection *self, guint *n);
gboolean liaison_selection_contains (LiaisonSelection *self, LiaisonId id);
/* The foremost record, or NULL. Borrowed. */
LiaisonRecord *liaison_selection_get_record (LiaisonSelection *self);
/* The kind all selected records are of; NULL when none or several. */
const LiaisonKind *liaison_selection_get_kind (LiaisonSelection *self);

void liaison_selection_set (LiaisonSelection *self, const LiaisonId *ids, guint n);
void liaison_selection_set_one (LiaisonSelection *self, LiaisonId id);
/* Takes it in, foremost, or out. */
void liaison_selection_toggle (LiaisonSelection *self, LiaisonId id);
void liaison_selection_clear (LiaisonSelection *self);

G_END_DECLS
