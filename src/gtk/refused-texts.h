/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What somebody typed into a form and the plan did not take: it is kept for its place, so that it
 * stands there again with the reason when its record is shown, until it is corrected or given up. */
#pragma once

#include "session.h"

G_BEGIN_DECLS

typedef struct _LiaisonRefusedTexts LiaisonRefusedTexts;

LiaisonRefusedTexts *liaison_refused_texts_new (void);
void liaison_refused_texts_free (LiaisonRefusedTexts *self);
/* Those of the window. */
LiaisonRefusedTexts *liaison_session_get_refused (LiaisonSession *session);

/* Keeps @text, which was refused for the reason @error, in the stead of what was kept for @place
 * before. @record is the record it was meant for, @label the translated name of the field. */
void liaison_refused_texts_keep (LiaisonRefusedTexts *self,
                                 const char *place,
                                 LiaisonId record,
                                 const char *label,
                                 const char *text,
                                 const char *error);
void liaison_refused_texts_drop (LiaisonRefusedTexts *self, const char *place);
void liaison_refused_texts_clear (LiaisonRefusedTexts *self);
gboolean liaison_refused_texts_is_empty (LiaisonRefusedTexts *self);
/* What is kept for @place, borrowed; NULL: nothing. @error is not touched then. */
const char *
liaison_refused_texts_find (LiaisonRefusedTexts *self, const char *place, const char **error);
/* Whether something is kept for a place that begins so. */
gboolean liaison_refused_texts_has_below (LiaisonRefusedTexts *self, const char *beginning);

/* A line for each of the first @most, of records that are still there; NULL: there is none.
 * @record (may be NULL) is the record of the first. */
char *liaison_refused_texts_tell (LiaisonRefusedTexts *self,
                                  const LiaisonManner *manner,
                                  guint most,
                                  LiaisonId *record);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LiaisonRefusedTexts, liaison_refused_texts_free)

G_END_DECLS
