/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finds names of records in texts: many names, looked for at once. */
#pragma once

#include "record/block.h"

G_BEGIN_DECLS

typedef struct _LiaisonTitleFinder LiaisonTitleFinder;

LiaisonTitleFinder *liaison_title_finder_new (void);
void liaison_title_finder_free (LiaisonTitleFinder *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonTitleFinder, liaison_title_finder_free)

/* Looks for @text, which names @record, from now on. Short ones stand in texts by chance and are
 * left out. Borrows both. */
void
liaison_title_finder_add (LiaisonTitleFinder *self, const LiaisonBlock *record, const char *text);
/* The same for all languages of the record's title, where its kind has one. */
void liaison_title_finder_add_title (LiaisonTitleFinder *self, const LiaisonBlock *record);
/* Nothing is looked for. */
gboolean liaison_title_finder_is_empty (const LiaisonTitleFinder *self);
/* Adds the records, other than @but, that @text names to *@named, each once; makes the array when
 * the first is found. */
void liaison_title_finder_find (const LiaisonTitleFinder *self,
                                const char *text,
                                const LiaisonBlock *but,
                                GPtrArray **named);

G_END_DECLS
