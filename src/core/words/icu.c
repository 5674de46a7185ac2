/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/words-private.h"

#include <string.h>
#include <unicode/uloc.h>
#include <unicode/unumsys.h>

#define FIRST_STRONG_ISOLATE    0x2068
#define POP_DIRECTIONAL_ISOLATE 0x2069

/* The name of the digits to write with: pinned, so that dates and numbers on one page cannot
 * differ. */
static void
get_digits (const char *locale, LiaisonDigits digits, char name[ULOC_KEYWORDS_CAPACITY])
{
  char wanted[ULOC_FULLNAME_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;
  UNumberingSystem *system;

  g_strlcpy (name, "latn", ULOC_KEYWORDS_CAPACITY);
  if (digits == LIAISON_DIGITS_WESTERN)
    return;

  g_strlcpy (wanted, locale, sizeof wanted);
  if (digits == LIAISON_DIGITS_NATIVE)
    uloc_setKeywordValue ("numbers", "native", wanted, sizeof wanted, &status);
  system = unumsys_open (wanted, &status);
  /* Numbers in words and Roman numerals are no digits to lay out a table with. */
  if (U_SUCCESS (status) && !unumsys_isAlgorithmic (system))
    g_strlcpy (name, unumsys_getName (system), ULOC_KEYWORDS_CAPACITY);
  if (U_SUCCESS (status))
    unumsys_close (system);
}

void
liaison_icu_init (LiaisonIcu *icu, const char *language, LiaisonDigits digits)
{
  char locale[ULOC_FULLNAME_CAPACITY] = "en", name[ULOC_KEYWORDS_CAPACITY];
  UErrorCode status = U_ZERO_ERROR;

  g_mutex_init (&icu->lock);
  /* English of no country in particular is the world's: day before month, weeks from Monday. */
  if (g_str_equal (language, "en"))
    language = "en-001";
  uloc_forLanguageTag (language, locale, sizeof locale, NULL, &status);
  get_digits (locale, digits, name);
  uloc_setKeywordValue ("calendar", "gregorian", locale, sizeof locale, &status);
  uloc_setKeywordValue ("numbers", name, locale, sizeof locale, &status);
  icu->locale = g_strdup (U_SUCCESS (status) ? locale : "en_001@calendar=gregorian;numbers=latn");
}

void
liaison_icu_clear (LiaisonIcu *icu)
{
  for (guint i = 0; i < LIAISON_WORDS_N_PATTERNS; i++)
    g_clear_pointer (&icu->dates[i], udat_close);
  for (guint i = 0; i < LIAISON_WORDS_N_NUMBERS; i++)
    g_clear_pointer (&icu->numbers[i], unumf_close);
  g_clear_pointer (&icu->days, udtitvfmt_close);
  g_clear_pointer (&icu->generator, udatpg_close);
  g_clear_pointer (&icu->and_list, ulistfmt_close);
  g_clear_pointer (&icu->or_list, ulistfmt_close);
  g_clear_pointer (&icu->unit_list, ulistfmt_close);
  g_clear_pointer (&icu->relative, ureldatefmt_close);
  g_clear_pointer (&icu->names, uldn_close);
  g_clear_pointer (&icu->collator, ucol_close);
  g_clear_pointer (&icu->zones, g_hash_table_unref);
  g_clear_pointer (&icu->locale, g_free);
  g_mutex_clear (&icu->lock);
}

UChar *
liaison_icu_from_utf8 (const char *text, int32_t *length)
{
  g_autofree char *valid = NULL;
  glong units = 0;
  UChar *copy;

  if (!g_utf8_validate (text, -1, NULL))
    text = valid = g_utf8_make_valid (text, -1);
  copy = g_utf8_to_utf16 (text, -1, NULL, &units, NULL);
  *length = (int32_t) units;
  return copy;
}

char *
liaison_icu_to_utf8 (const UChar *text, int32_t length)
{
  return g_utf16_to_utf8 (text, length, NULL, NULL, NULL);
}

static UNumberFormatter *
get_number (LiaisonIcu *icu, guint slot, const char *skeleton)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = NULL;
  int32_t length;

  g_assert (slot < LIAISON_WORDS_N_NUMBERS);
  if (!icu->numbers[slot])
    {
      wide = liaison_icu_from_utf8 (skeleton, &length);
      icu->numbers[slot] = unumf_openForSkeletonAndLocale (wide, length, icu->locale, &status);
    }
  if (U_FAILURE (status))
    g_clear_pointer (&icu->numbers[slot], unumf_close);
  return icu->numbers[slot];
}

static char *
take_number (UFormattedNumber *result, UErrorCode *status)
{
  const UFormattedValue *value = unumf_resultAsValue (result, status);
  int32_t length = 0;
  const UChar *text = ufmtval_getString (value, &length, status);
  char *number = U_SUCCESS (*status) ? liaison_icu_to_utf8 (text, length) : NULL;

  unumf_closeResult (result);
  return number;
}

char *
liaison_icu_format_number (LiaisonIcu *icu, guint slot, const char *skeleton, double value)
{
  UNumberFormatter *formatter = get_number (icu, slot, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result;

  if (!formatter)
    return NULL;
  result = unumf_openResult (&status);
  unumf_formatDouble (formatter, value, result, &status);
  return take_number (result, &status);
}

char *
liaison_icu_format_integer (LiaisonIcu *icu, guint slot, const char *skeleton, gint64 value)
{
  UNumberFormatter *formatter = get_number (icu, slot, skeleton);
  UErrorCode status = U_ZERO_ERROR;
  UFormattedNumber *result;

  if (!formatter)
    return NULL;
  result = unumf_openResult (&status);
  unumf_formatInt (formatter, value, result, &status);
  return take_number (result, &status);
}

/* Appends @text[@from, @to) as UTF-8. */
static void
append_units (GString *out, const UChar *text, int32_t from, int32_t to)
{
  g_autofree char *utf8 = liaison_icu_to_utf8 (text + from, to - from);

  if (utf8)
    g_string_append (out, utf8);
}

/* Copies a formatted list with every element isolated. NULL unless ICU names exactly @n elements.
 */
static char *
isolate_elements (const UFormattedValue *value, gsize n, UErrorCode *status)
{
  UConstrainedFieldPosition *position = ucfpos_open (status);
  g_autoptr (GString) out = g_string_new (NULL);
  int32_t length = 0, at = 0, start, end;
  const UChar *text = ufmtval_getString (value, &length, status);
  gsize elements = 0;

  ucfpos_constrainField (position, UFIELD_CATEGORY_LIST, ULISTFMT_ELEMENT_FIELD, status);
  while (ufmtval_nextPosition (value, position, status))
    {
      ucfpos_getIndexes (position, &start, &end, status);
      append_units (out, text, at, start);
      g_string_append_unichar (out, FIRST_STRONG_ISOLATE);
      append_units (out, text, start, end);
      g_string_append_unichar (out, POP_DIRECTIONAL_ISOLATE);
      at = end;
      elements++;
    }
  ucfpos_close (position);
  if (U_FAILURE (*status) || elements != n)
    return NULL;
  append_units (out, text, at, length);
  return g_string_free (g_steal_pointer (&out), FALSE);
}

static char *
join_units (const UListFormatter *list,
            const UChar *const *texts,
            const int32_t *lengths,
            gsize n,
            gboolean isolate)
{
  UErrorCode status = U_ZERO_ERROR;
  UFormattedList *result = ulistfmt_openResult (&status);
  const UFormattedValue *value;
  char *joined = NULL;

  ulistfmt_formatStringsToResult (list, texts, lengths, (int32_t) n, result, &status);
  value = ulistfmt_resultAsValue (result, &status);
  if (U_SUCCESS (status) && isolate)
    {
      joined = isolate_elements (value, n, &status);
    }
  else if (U_SUCCESS (status))
    {
      int32_t length = 0;
      const UChar *text = ufmtval_getString (value, &length, &status);

      joined = U_SUCCESS (status) ? liaison_icu_to_utf8 (text, length) : NULL;
    }
  ulistfmt_closeResult (result);
  return joined;
}

char *
liaison_icu_join (const UListFormatter *list, const char *const *texts, gsize n, gboolean isolate)
{
  g_autoptr (GPtrArray) units = g_ptr_array_new_with_free_func (g_free);
  g_autofree int32_t *lengths = g_new (int32_t, n);

  if (!list)
    return NULL;
  for (gsize i = 0; i < n; i++)
    g_ptr_array_add (units, liaison_icu_from_utf8 (texts[i], &lengths[i]));
  return join_units (list, (const UChar *const *) units->pdata, lengths, n, isolate);
}
