/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the reader and the writer look at many bytes at once. Private to this folder. */
#pragma once

#include <glib.h>
#include <string.h>

#ifdef __SSE2__
#include <emmintrin.h>
#endif

G_BEGIN_DECLS

#define LIAISON_JSON_ONES  (G_MAXUINT64 / 255)
#define LIAISON_JSON_HIGHS (LIAISON_JSON_ONES * 0x80)

static inline guint64
liaison_json_load (const char *bytes)
{
  guint64 word;

  memcpy (&word, bytes, sizeof word);
  return word;
}

/* Not zero where one of the eight bytes is zero; says only whether, not which. */
static inline guint64
liaison_json_has_zero (guint64 word)
{
  return (word - LIAISON_JSON_ONES) & ~word & LIAISON_JSON_HIGHS;
}

/* A byte that stands for itself inside a JSON string and is ASCII. */
static inline gboolean
liaison_json_is_plain (char byte)
{
  return byte >= 0x20 && byte != '"' && byte != '\\' && (guchar) byte < 0x80;
}

/* How many of the @n bytes come before the first that is not plain. */
static inline gsize
liaison_json_plain_run (const char *bytes, gsize n)
{
  gsize i = 0;

#ifdef __SSE2__
  for (; i + 16 <= n; i += 16)
    {
      __m128i block = _mm_loadu_si128 ((const __m128i *) (bytes + i));
      __m128i quote = _mm_cmpeq_epi8 (block, _mm_set1_epi8 ('"'));
      __m128i backslash = _mm_cmpeq_epi8 (block, _mm_set1_epi8 ('\\'));
      /* Signed, so that bytes from 0x80 on count as below too. */
      __m128i below = _mm_cmplt_epi8 (block, _mm_set1_epi8 (0x20));
      int found = _mm_movemask_epi8 (_mm_or_si128 (_mm_or_si128 (quote, backslash), below));

      if (found != 0)
        return i + (gsize) __builtin_ctz ((guint) found);
    }
#endif
  for (; i + 8 <= n; i += 8)
    {
      guint64 word = liaison_json_load (bytes + i);
      guint64 odd = word | (word - LIAISON_JSON_ONES * 0x20)
                    | liaison_json_has_zero (word ^ (LIAISON_JSON_ONES * '"'))
                    | liaison_json_has_zero (word ^ (LIAISON_JSON_ONES * '\\'));

      if ((odd & LIAISON_JSON_HIGHS) != 0)
        break;
    }
  while (i < n && liaison_json_is_plain (bytes[i]))
    i++;
  return i;
}

/* How long the UTF-8 sequence is that may begin with @lead; 0 where none may (RFC 3629). */
static inline guint
liaison_json_sequence_length (guchar lead)
{
  if (lead >= 0xc2 && lead <= 0xdf)
    return 2;
  if (lead >= 0xe0 && lead <= 0xef)
    return 3;
  if (lead >= 0xf0 && lead <= 0xf4)
    return 4;
  return 0;
}

/* Whether @byte may be the second of a sequence: no overlong forms, no surrogates, nothing past
 * U+10FFFF. */
static inline gboolean
liaison_json_is_second (guchar lead, guchar byte)
{
  guchar low = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
  guchar high = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;

  return byte >= low && byte <= high;
}

/* Whether @byte may follow the first @at bytes of a sequence that begins with @lead. */
static inline gboolean
liaison_json_is_next (guchar lead, guint at, guchar byte)
{
  return at == 1 ? liaison_json_is_second (lead, byte) : (byte & 0xc0) == 0x80;
}

/* Whether the bytes @from to @to of a sequence go on with it. */
static inline gboolean
liaison_json_goes_on (const char *bytes, guint from, guint to)
{
  for (guint i = from; i <= to; i++)
    if (((guchar) bytes[i] & 0xc0) != 0x80)
      return FALSE;
  return TRUE;
}

/* The length of the whole, valid UTF-8 sequence above ASCII at @bytes; 0 where it is broken or cut.
 * Most scripts have their letters where no second byte is special, so these are asked first. */
static inline guint
liaison_json_sequence (const char *bytes, gsize n)
{
  guchar lead = (guchar) bytes[0];
  guint length;

  if (lead >= 0xc2 && lead <= 0xdf)
    return n >= 2 && liaison_json_goes_on (bytes, 1, 1) ? 2 : 0;
  if (lead >= 0xe1 && lead <= 0xec)
    return n >= 3 && liaison_json_goes_on (bytes, 1, 2) ? 3 : 0;
  length = liaison_json_sequence_length (lead);
  if (length == 0 || length > n || !liaison_json_is_second (lead, (guchar) bytes[1]))
    return 0;
  return liaison_json_goes_on (bytes, 2, length - 1) ? length : 0;
}

/* Like plain_run, and over whole UTF-8 sequences too. */
static inline gsize
liaison_json_text_run (const char *bytes, gsize n)
{
  gsize i = liaison_json_plain_run (bytes, n);

  while (i < n && (guchar) bytes[i] >= 0x80)
    {
      guint length = liaison_json_sequence (bytes + i, n - i);

      if (length == 0)
        return i;
      i += length;
      /* Text of one script goes on in kind: asking again is dearer than a look at one byte. */
      if (i < n && (guchar) bytes[i] < 0x80)
        i += liaison_json_plain_run (bytes + i, n - i);
    }
  return i;
}

G_END_DECLS
