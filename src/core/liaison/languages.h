/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks what. Levels are those of STANAG 6001, kept twice (record/level.h). */
#pragma once

#include "record/kinds/participant.h"

G_BEGIN_DECLS

/* Whether two tags name one language: "pt" and "pt-BR", "no" and "nb". */
gboolean liaison_language_same (const char *a, const char *b);

/* Whether a person's level does for what is asked, in each skill that is asked for; a first
 * language always does. */
gboolean liaison_level_is_enough (const LiaisonSpokenLanguageData *spoken,
                                  const LiaisonLevel *asked);

/* What a person speaks best of that language, or NULL. */
const LiaisonSpokenLanguageData *liaison_person_find_language (const LiaisonBlock *person,
                                                               const char *language);

/* Whether somebody can speak for others in it: level 2, "limited working", in listening and
 * speaking, a first language, or one of which no level is told. */
gboolean liaison_language_serves (const LiaisonSpokenLanguageData *spoken);
/* The same of a person. */
gboolean liaison_person_speaks (const LiaisonBlock *person, const char *language);

G_END_DECLS
