/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How a test of a circuit was heard, as operators say and write it: readability and strength ("5 5",
 * "55", "5/5", "5 by 5"), or the words of ACP 125, in which strength comes first ("loud and clear",
 * "weak but readable", "fort et clair"); or that nothing was. */
#pragma once

#include "record/kinds/channel-test.h"
#include "words/words.h"

G_BEGIN_DECLS

/* A plain value; 0 for what was not said. */
typedef struct
{
  LiaisonTestResult result;
  int readability, strength; /* 1 to 5 */
  LiaisonReadabilityWord readability_word;
  LiaisonStrengthWord strength_word;
} LiaisonTestReading;

/* Understands @text in the language of @words and in English, by words that may be shortened as long
 * as they stay clear, whatever case and accents. "-" is no answer, "x" a test that was not made, "ok"
 * one that worked. FALSE with LIAISON_WORDS_ERROR_INPUT, a translated sentence. */
gboolean liaison_test_reading_parse (LiaisonWords *words,
                                     const char *text,
                                     LiaisonTestReading *reading,
                                     GError **error);
/* The reading that a test holds. */
LiaisonTestReading liaison_test_reading_of (const LiaisonBlock *test);
/* "5 5", "Loud and clear", else what came of it; "" for nothing. Is understood again. Transfer full. */
char *liaison_test_reading_tell (LiaisonWords *words, const LiaisonTestReading *reading);

G_END_DECLS
