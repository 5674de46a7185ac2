/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sorting by a language's rules, and finding text whatever its accents and case. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* A key that sorts as @text does in the language: compare keys with strcmp. Numbers inside sort by
 * value, so that "Serial 9" comes before "Serial 10". The caller's; no UTF-8. */
char *liaison_words_dup_sort_key (LiaisonWords *self, const char *text);
/* Less than, equal to or greater than zero, by the same rules. For many texts keys are faster. */
int liaison_words_compare (LiaisonWords *self, const char *a, const char *b);

/* What is left of @text for finding: compatibility decomposition (NFKD), without accents, vowel
 * signs, tatweel and characters that cannot be seen, letters with strokes as their base letters,
 * case folded, runs of blanks as one. The same in every language, so that folded text can be kept:
 * look for a folded needle with strstr. The caller's. */
char *liaison_words_fold (const char *text);

G_END_DECLS
