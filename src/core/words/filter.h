/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Conditions on records, as they are typed: status=confirmed, title~=bridge, nation!=FR. */
#pragma once

#include "words/column.h"

G_BEGIN_DECLS

typedef struct _LiaisonFilter LiaisonFilter;

/* NULL, with @error (LIAISON_WORDS_ERROR_INPUT or _UNKNOWN) a sentence of @words, when @text is no condition on records
 * of
 * @kind.
 *
 * A condition holds for what is told, for nicks, codes and serials and for the file's spelling,
 * whatever the case and the accents; of a set for any member of it. Beside the columns there is
 * "nation": any nation that the record names as its own, its recipients' or participants', and
 * those of the participants and posts it refers to. */
LiaisonFilter *liaison_filter_new (LiaisonWords *words,
                                   const LiaisonKind *kind,
                                   const char *text,
                                   GError **error);
void liaison_filter_free (LiaisonFilter *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonFilter, liaison_filter_free)

gboolean liaison_filter_matches (const LiaisonFilter *self,
                                 const LiaisonManner *manner,
                                 const LiaisonBlock *block);

G_END_DECLS
