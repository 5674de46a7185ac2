/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/search.h"

#include "words/words-private.h"

#include <string.h>
#include <unicode/unorm2.h>

#define TATWEEL 0x0640
/* Marks of lower classes are part of a letter: nukta, kana's voicing, virama. Class 0 holds the
 * vowels of Indic scripts. */
#define FIRST_ACCENT_CLASS 10

/* Letters that have no decomposition but that people type without their stroke. */
static const struct
{
  gunichar letter;
  const char *plain;
} plain_letters[] = {
  { 0x00e6, "ae" }, { 0x00f0, "d" }, { 0x00f8, "o" }, { 0x00fe, "th" }, { 0x0111, "d" },
  { 0x0127, "h" },  { 0x0131, "i" }, { 0x0142, "l" }, { 0x0153, "oe" }, { 0x0167, "t" },
};

static UCollator *
get_collator (LiaisonIcu *icu)
{
  UErrorCode status = U_ZERO_ERROR;

  if (icu->collator)
    return icu->collator;
  icu->collator = ucol_open (icu->locale, &status);
  if (U_SUCCESS (status))
    ucol_setAttribute (icu->collator, UCOL_NUMERIC_COLLATION, UCOL_ON, &status);
  if (U_FAILURE (status))
    g_clear_pointer (&icu->collator, ucol_close);
  return icu->collator;
}

char *
liaison_words_dup_sort_key (LiaisonWords *self, const char *text)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  UCollator *collator = get_collator (&self->icu);
  g_autofree UChar *wide = NULL;
  g_autofree char *key = NULL;
  int32_t length, size;

  if (!collator)
    return g_strdup (text);
  wide = liaison_icu_from_utf8 (text, &length);
  size = ucol_getSortKey (collator, wide, length, NULL, 0);
  key = g_malloc0 ((gsize) size + 1);
  ucol_getSortKey (collator, wide, length, (uint8_t *) key, size);
  return g_steal_pointer (&key);
}

int
liaison_words_compare (LiaisonWords *self, const char *a, const char *b)
{
  g_autoptr (GMutexLocker) lock = g_mutex_locker_new (&self->icu.lock);
  UCollator *collator = get_collator (&self->icu);
  UErrorCode status = U_ZERO_ERROR;

  if (!collator)
    return strcmp (a, b);
  return ucol_strcollUTF8 (collator, a, -1, b, -1, &status);
}

static const char *
find_plain (gunichar letter)
{
  for (gsize i = 0; i < G_N_ELEMENTS (plain_letters); i++)
    if (plain_letters[i].letter == letter)
      return plain_letters[i].plain;
  return NULL;
}

static gboolean
is_dropped (gunichar c)
{
  return c == TATWEEL || g_unichar_combining_class (c) >= FIRST_ACCENT_CLASS
         || g_unichar_type (c) == G_UNICODE_FORMAT;
}

static void
append_folded (GString *out, gunichar c)
{
  const char *plain = find_plain (c);

  if (is_dropped (c))
    return;
  if (plain)
    g_string_append (out, plain);
  else if (!g_unichar_isspace (c))
    g_string_append_unichar (out, c);
  else if (out->len > 0 && out->str[out->len - 1] != ' ')
    g_string_append_c (out, ' ');
}

/* @text in the form that @normalizer makes; NULL when ICU's data are missing. */
static char *
normalize (const UNormalizer2 *normalizer, const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  g_autofree UChar *wide = NULL;
  g_autofree UChar *out = NULL;
  int32_t length, size;

  if (!normalizer)
    return NULL;
  wide = liaison_icu_from_utf8 (text, &length);
  size = unorm2_normalize (normalizer, wide, length, NULL, 0, &status);
  if (status != U_BUFFER_OVERFLOW_ERROR && U_FAILURE (status))
    return NULL;
  status = U_ZERO_ERROR;
  out = g_new (UChar, size + 1);
  unorm2_normalize (normalizer, wide, length, out, size + 1, &status);
  return U_SUCCESS (status) ? liaison_icu_to_utf8 (out, size) : NULL;
}

char *
liaison_words_fold (const char *text)
{
  UErrorCode status = U_ZERO_ERROR;
  /* Not g_utf8_casefold, which turns Cherokee capitals to small letters and these to capitals. */
  g_autofree char *folded = normalize (unorm2_getNFKCCasefoldInstance (&status), text);
  g_autofree char *valid = folded ? NULL : g_utf8_make_valid (text, -1);
  g_autofree char *decomposed = NULL;
  GString *out = NULL;

  decomposed = g_utf8_normalize (folded ? folded : valid, -1, G_NORMALIZE_NFKD);
  out = g_string_sized_new (strlen (decomposed));
  for (const char *at = decomposed; *at; at = g_utf8_next_char (at))
    append_folded (out, g_utf8_get_char (at));
  if (out->len > 0 && out->str[out->len - 1] == ' ')
    g_string_truncate (out, out->len - 1);
  return g_string_free (out, FALSE);
}
