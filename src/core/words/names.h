/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of nations, languages and time zones in a language, from CLDR by way of ICU. All texts are
 * the caller's.
 *
 * They are suggestions: a plan stores what a nation calls itself, and that goes before these. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* The name of a code of words/nation.h: "Norvège", "Nations Unies". An unknown code is its own
 * name. */
char *liaison_words_dup_nation (LiaisonWords *self, const char *code);
/* The name of the language with BCP 47 tag @tag: "norvégien", "portugais (Brésil)". What is no tag
 * is its own name. */
char *liaison_words_dup_language (LiaisonWords *self, const char *tag);
/* The city that stands for an IANA zone: "Oslo", "La Nouvelle-Orléans"; "UTC" for NULL and for
 * UTC's own names. For zones without a city, the last part of the name. */
char *liaison_words_dup_zone (LiaisonWords *self, const char *zone);

G_END_DECLS
