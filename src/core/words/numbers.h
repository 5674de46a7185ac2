/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Numbers, lists and durations in the words of a language. All texts are the caller's. */
#pragma once

#include "words/words.h"

G_BEGIN_DECLS

/* With the language's digits and grouping: 12 345, 12,345, ١٢٬٣٤٥. */
char *liaison_words_format_integer (LiaisonWords *self, gint64 value);
/* With at most two decimals: 2.5, 2,5. */
char *liaison_words_format_number (LiaisonWords *self, double value);
/* A whole percentage of a @fraction of 1: 0.25 is 25%, 25 %, ٪٢٥. */
char *liaison_words_format_percent (LiaisonWords *self, double fraction);

typedef enum
{
  LIAISON_LIST_AND, /* A, B and C */
  LIAISON_LIST_OR,  /* A, B or C */
} LiaisonListKind;

/* Joins @n @texts as the language does, in the order given. Each stands in U+2068/U+2069 (Unicode
 * Standard Annex #9), so that names in other scripts keep their place;
 * liaison_words_dup_without_isolates takes these out. No text: "". */
char *liaison_words_format_list (LiaisonWords *self,
                                 const char *const *texts,
                                 gsize n,
                                 LiaisonListKind kind);

/* A duration of @seconds in days of 24 h, hours, minutes and seconds, abbreviated: 2 h 30 min.
 * Parts that are zero are left out; nothing at all is 0 min; a negative one has a minus sign.
 * LIAISON_DURATION_UNSET is the empty text. */
char *liaison_words_format_duration (LiaisonWords *self, gint64 seconds);

G_END_DECLS
