/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The words of a language the other way round: from what is said to what is meant. Each look-up
 * also understands English, which comes second.
 *
 * Words are given folded (liaison_words_fold) and with western digits. What is needed is gathered
 * from ICU when first asked for (some ms) and kept for the life of the process, once a language;
 * for any thread. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* The month, 1-12, that @word names, in full, as an abbreviation, or by three letters or more that
 * begin no other; 0: none. */
guint liaison_lexicon_find_month (LiaisonWords *words, const char *word);
/* 1 Monday to 7 Sunday; 0: none. */
guint liaison_lexicon_find_weekday (LiaisonWords *words, const char *word);
/* Whether @word only stands between the parts of a date and tells nothing: "de", "年", "um". */
gboolean liaison_lexicon_is_filler (LiaisonWords *words, const char *word);

/* A duration as numbers.h writes it, also with units in full ("2 hours, 30 minutes"). */
gboolean liaison_lexicon_read_duration (LiaisonWords *words, const char *folded, gint64 *seconds);

/* The code of a country or organisation by its name, its own code or the alpha-3 code; interned;
 * NULL: none. */
const char *liaison_lexicon_find_nation (LiaisonWords *words, const char *folded);
/* The tag of a language by its name, or the tag itself; interned; NULL: none. */
const char *liaison_lexicon_find_language (LiaisonWords *words, const char *folded);
/* The IANA zone by its city or by its name in any case; interned; "UTC" for UTC; NULL: none. */
const char *liaison_lexicon_find_zone (LiaisonWords *words, const char *folded);

G_END_DECLS
