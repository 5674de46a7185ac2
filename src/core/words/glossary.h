/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plain words of a plan in other languages: what has one name in the plan (a track, a branch of
 * service) is told by the term of the glossary that has that name. */
#pragma once

#include "record/snapshot.h"

G_BEGIN_DECLS

/* @word as the glossary has it in @language (BCP 47): of the term that is called exactly so in any
 * language, or abbreviated so. @word itself where there is none, or it is not translated. Borrowed
 * from the snapshot or from @word. */
const char *liaison_glossary_translate (const LiaisonSnapshot *snapshot,
                                        const char *word,
                                        const char *language);

G_END_DECLS
