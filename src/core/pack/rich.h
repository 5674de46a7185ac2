/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Rich text as matter: paragraphs, lists, quotes and headings with emphasis in them. */
#pragma once

#include "brief/rich-text.h"
#include "pack/matter.h"

G_BEGIN_DECLS

/* One block. Copies it. @mark (may be NULL) hangs before its first line, in room of its own: a
 * bullet, a number; a block within a list is indented by its depth, with or without. */
LiaisonMatter *liaison_matter_new_rich (const LiaisonRichBlock *block,
                                        const char *mark,
                                        const LiaisonTypeStyle *style);

/* Notes at the foot of the page with its last line (of char *; borrowed with their texts, which
 * must outlive the pages; NULL: none). */
void liaison_matter_set_rich_notes (LiaisonMatter *matter, const GPtrArray *notes);

/* What takes pieces of matter that are made one after the other, such as liaison_pages_add. */
typedef void (*LiaisonMatterFunc) (LiaisonMatter *matter, gpointer data);

/* All blocks of @source (CommonMark) in @style, headings in it bold. @bullet: the first paragraph
 * is an item of a list. @tail (may be NULL) is added to the last block: the mark
 * of a note; and @notes (may be NULL) stand at the foot of its page. */
void liaison_rich_to_matter (const char *source,
                             gboolean bullet,
                             const char *tail,
                             const GPtrArray *notes,
                             const LiaisonTypeStyle *style,
                             LiaisonMatterFunc func,
                             gpointer data);

G_END_DECLS
