/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files of this folder share: the struct, and ICU's objects behind one lock. */
#pragma once

#include "words/words.h"

#include <unicode/ucol.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/udatpg.h>
#include <unicode/uldnames.h>
#include <unicode/ulistformatter.h>
#include <unicode/unumberformatter.h>
#include <unicode/ureldatefmt.h>
#include <unicode/utypes.h>

G_BEGIN_DECLS

#define LIAISON_WORDS_N_PATTERNS 16
#define LIAISON_WORDS_N_NUMBERS  6

/* ICU's objects are made when first wanted (some ms) and used under the lock: formatting is not
 * thread-safe in ICU. */
typedef struct
{
  GMutex lock;
  char *locale; /* ICU's id, with Gregorian calendar and digits pinned:
                   "ar@calendar=gregorian;numbers=arab" */

  UDateTimePatternGenerator *generator;
  UDateFormat *dates[LIAISON_WORDS_N_PATTERNS];
  UDateIntervalFormat *days;
  UNumberFormatter *numbers[LIAISON_WORDS_N_NUMBERS];
  UListFormatter *and_list;
  UListFormatter *or_list;
  UListFormatter *unit_list;
  URelativeDateTimeFormatter *relative;
  ULocaleDisplayNames *names;
  UCollator *collator;
  GHashTable *zones; /* name -> exemplar city */
} LiaisonIcu;

struct _LiaisonWords
{
  char *language;
  gboolean right_to_left;
  GPtrArray *catalogues; /* of LiaisonCatalogue, best first */
  GError *problem;
  LiaisonIcu icu;
};

void liaison_icu_init (LiaisonIcu *icu, const char *language, LiaisonDigits digits);
void liaison_icu_clear (LiaisonIcu *icu);

/* For ICU, whose strings are UTF-16; @length in units. Bytes that are not UTF-8 become U+FFFD. */
UChar *liaison_icu_from_utf8 (const char *text, int32_t *length);
/* NULL for what is not UTF-16. */
char *liaison_icu_to_utf8 (const UChar *text, int32_t length);

/* Formats with a skeleton of ICU's number formatter, kept in @slot of icu->numbers; NULL when ICU
 * cannot. Locks nothing: the caller holds the lock. */
char *liaison_icu_format_number (LiaisonIcu *icu, guint slot, const char *skeleton, double value);
char *liaison_icu_format_integer (LiaisonIcu *icu, guint slot, const char *skeleton, gint64 value);

/* Joins @texts by @list. With @isolate each element stands in U+2068/U+2069, put round it
 * afterwards so that it cannot change the words ICU chooses. NULL when ICU cannot. The caller holds
 * the lock. */
char *
liaison_icu_join (const UListFormatter *list, const char *const *texts, gsize n, gboolean isolate);

G_END_DECLS
