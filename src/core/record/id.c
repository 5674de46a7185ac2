/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "record/id.h"

#include "record/random.h"

#include <string.h>

#define TIME_MAX     ((G_GUINT64_CONSTANT (1) << 48) - 1)
#define VERSION_MASK G_GUINT64_CONSTANT (0xf000)
#define VERSION_7    G_GUINT64_CONSTANT (0x7000)
#define VERSION_8    G_GUINT64_CONSTANT (0x8000)
#define VARIANT_MASK (G_GUINT64_CONSTANT (3) << 62)
#define VARIANT      (G_GUINT64_CONSTANT (2) << 62)
#define RANDOM_MASK  (~VARIANT_MASK)

/* Ids of codes are of version 8, marked by these 32 bits; their 14 characters fill 84 bits more. */
#define CODE_MARK G_GUINT64_CONSTANT (0x4c69636f)
#define CODE_MAX  14

/* Of the 62 random bits, so many at the top go on with the count of ids. */
#define COUNT_BITS 20

LiaisonId
liaison_id_new_from_parts (gint64 now, guint sequence, guint64 random)
{
  guint64 time = CLAMP (now, 0, (gint64) TIME_MAX);

  return (LiaisonId){
    .high = time << 16 | VERSION_7 | (sequence & 0xfff),
    .low = VARIANT | (random & RANDOM_MASK),
  };
}

/* A system call an id would cost more than all the rest, so each thread draws words by the dozen.
 */
static guint64
take_random_word (void)
{
  static __thread guint64 words[32];
  static __thread guint left;

  if (left == 0)
    {
      liaison_random_fill (words, sizeof words);
      left = G_N_ELEMENTS (words);
    }
  return words[--left];
}

/* Counts all ids of the process. It starts somewhere in the lower half, so that two processes
 * started together differ and two thousand million ids can be made before it begins again. */
static guint32
take_count (void)
{
  static guint32 count;
  static gsize ready;

  if (g_once_init_enter (&ready))
    {
      count = liaison_random_get_seed ()[0] >> 33;
      g_once_init_leave (&ready, 1);
    }
  return __atomic_fetch_add (&count, 1, __ATOMIC_RELAXED);
}

LiaisonId
liaison_id_new (gint64 now)
{
  guint32 count = take_count ();
  guint64 low = (guint64) (count & ((1u << COUNT_BITS) - 1)) << (62 - COUNT_BITS);

  return liaison_id_new_from_parts (now, count >> COUNT_BITS,
                                    low | (take_random_word () >> (2 + COUNT_BITS)));
}

/* A digit's value plus one; 0 for all that is no digit, capitals too. */
static const guint8 hex_values[256] = {
  ['0'] = 1, ['1'] = 2,  ['2'] = 3,  ['3'] = 4,  ['4'] = 5,  ['5'] = 6,  ['6'] = 7,  ['7'] = 8,
  ['8'] = 9, ['9'] = 10, ['a'] = 11, ['b'] = 12, ['c'] = 13, ['d'] = 14, ['e'] = 15, ['f'] = 16,
};

/* @count digits; FALSE where one is none. */
static inline gboolean
read_hex (const char *text, guint count, guint64 *value)
{
  gboolean all = TRUE;

  for (guint i = 0; i < count; i++)
    {
      guint digit = hex_values[(guint8) text[i]];

      all &= digit != 0;
      *value = *value << 4 | ((digit - 1) & 0xf);
    }
  return all;
}

gboolean
liaison_id_is_code (LiaisonId id)
{
  return (id.high & VERSION_MASK) == VERSION_8 && (id.low & VARIANT_MASK) == VARIANT
         && id.high >> 32 == CODE_MARK;
}

gboolean
liaison_id_parse (const char *text, gsize length, LiaisonId *id)
{
  LiaisonId read = { 0, 0 };

  if (length != LIAISON_ID_TEXT_SIZE - 1 || text[8] != '-' || text[13] != '-' || text[18] != '-'
      || text[23] != '-' || !read_hex (text, 8, &read.high) || !read_hex (text + 9, 4, &read.high)
      || !read_hex (text + 14, 4, &read.high) || !read_hex (text + 19, 4, &read.low)
      || !read_hex (text + 24, 12, &read.low) || liaison_id_is_zero (read)
      || liaison_id_is_code (read))
    return FALSE;
  *id = read;
  return TRUE;
}

void
liaison_id_format (LiaisonId id, char text[LIAISON_ID_TEXT_SIZE])
{
  static const char hex[] = "0123456789abcdef";
  guint at = 0;

  for (guint digit = 0; digit < 32; digit++)
    {
      guint64 word = digit < 16 ? id.high : id.low;

      if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
        text[at++] = '-';
      text[at++] = hex[word >> (60 - 4 * (digit % 16)) & 0xf];
    }
  text[at] = '\0';
}

/* 1 to 37; 0 ends a code and -1 is no character of one. */
static int
code_value (char letter)
{
  if (letter >= 'A' && letter <= 'Z')
    return letter - 'A' + 1;
  if (letter >= '0' && letter <= '9')
    return letter - '0' + 27;
  return letter == '-' ? 37 : -1;
}

LiaisonId
liaison_id_for_code (const char *code)
{
  guint64 front = 0, back = 0;
  guint length = 0;

  /* Four characters stand in the upper word (16 and 8 bits round the version) and ten in the lower
   * one. */
  for (; code[length] != '\0'; length++)
    {
      int value = code_value (code[length]);

      if (value < 0 || length == CODE_MAX)
        return (LiaisonId){ 0, 0 };
      if (length < 4)
        front |= (guint64) value << (18 - 6 * length);
      else
        back |= (guint64) value << (54 - 6 * (length - 4));
    }
  if (length == 0)
    return (LiaisonId){ 0, 0 };
  return (LiaisonId){
    .high = CODE_MARK << 32 | (front >> 8 & 0xffff) << 16 | VERSION_8 | (front & 0xff),
    .low = VARIANT | back,
  };
}

guint
liaison_id_hash (gconstpointer id)
{
  const LiaisonId *self = id;
  const guint64 *seed = liaison_random_get_seed ();
  guint64 hash = liaison_random_mix (self->high ^ seed[0], self->low ^ seed[1]);

  return (guint) (hash ^ hash >> 32);
}

gboolean
liaison_id_equal (gconstpointer a, gconstpointer b)
{
  return liaison_id_same (*(const LiaisonId *) a, *(const LiaisonId *) b);
}
