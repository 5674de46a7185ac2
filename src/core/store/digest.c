/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/digest.h"

#include <string.h>

#define BLOCK     64
#define TEXT_SIZE 65

struct _LiaisonDigest
{
  GChecksum *portable; /* NULL: the processor does it, and the rest counts */
  guint32 state[8];
  guint64 length; /* bytes so far */
  guint8 rest[BLOCK];
  char text[TEXT_SIZE]; /* "" until it is asked for */
};

#if defined(__x86_64__)

#include <cpuid.h>
#include <immintrin.h>

/* FIPS 180-4, section 4.2.2. */
static const guint32 constants[64] __attribute__ ((aligned (16))) = {
  0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
  0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
  0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
  0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
  0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
  0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
  0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
  0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static gboolean
has_instructions (void)
{
  static gsize known; /* 1: no, 2: yes */

  if (g_once_init_enter (&known))
    {
      guint a, b, c, d;
      gboolean vectors = __get_cpuid (1, &a, &b, &c, &d) && (c & bit_SSSE3) && (c & bit_SSE4_1);
      gboolean sha = __get_cpuid_count (7, 0, &a, &b, &c, &d) && (b & bit_SHA);
      g_once_init_leave (&known, vectors && sha ? 2 : 1);
    }
  return known == 2;
}

/* The instructions want the eight words as A B E F and C D G H, highest first. */
__attribute__ ((target ("sha,sse4.1"))) static void
add_blocks (guint32 state[8], const guint8 *bytes, gsize n)
{
  const __m128i swap = _mm_set_epi64x (0x0c0d0e0f08090a0b, 0x0405060700010203);
  __m128i dcba = _mm_shuffle_epi32 (_mm_loadu_si128 ((const __m128i *) state), 0xb1);
  __m128i hgfe = _mm_shuffle_epi32 (_mm_loadu_si128 ((const __m128i *) (state + 4)), 0x1b);
  __m128i abef = _mm_alignr_epi8 (dcba, hgfe, 8);
  __m128i cdgh = _mm_blend_epi16 (hgfe, dcba, 0xf0);

  for (; n > 0; n--, bytes += BLOCK)
    {
      __m128i words[16], abef_before = abef, cdgh_before = cdgh;

#pragma GCC unroll 16
      for (guint i = 0; i < 16; i++)
        {
          if (i < 4)
            words[i] = _mm_shuffle_epi8 (_mm_loadu_si128 ((const __m128i *) bytes + i), swap);
          else
            {
              __m128i sum = _mm_add_epi32 (_mm_sha256msg1_epu32 (words[i - 4], words[i - 3]),
                                           _mm_alignr_epi8 (words[i - 1], words[i - 2], 4));
              words[i] = _mm_sha256msg2_epu32 (sum, words[i - 1]);
            }
          __m128i keyed =
              _mm_add_epi32 (words[i], _mm_load_si128 ((const __m128i *) constants + i));
          cdgh = _mm_sha256rnds2_epu32 (cdgh, abef, keyed);
          abef = _mm_sha256rnds2_epu32 (abef, cdgh, _mm_shuffle_epi32 (keyed, 0x0e));
        }
      abef = _mm_add_epi32 (abef, abef_before);
      cdgh = _mm_add_epi32 (cdgh, cdgh_before);
    }

  __m128i feba = _mm_shuffle_epi32 (abef, 0x1b), dchg = _mm_shuffle_epi32 (cdgh, 0xb1);
  _mm_storeu_si128 ((__m128i *) state, _mm_blend_epi16 (feba, dchg, 0xf0));
  _mm_storeu_si128 ((__m128i *) (state + 4), _mm_alignr_epi8 (dchg, feba, 8));
}

#else

static gboolean
has_instructions (void)
{
  return FALSE;
}

static void
add_blocks (guint32 state[8], const guint8 *bytes, gsize n)
{
  g_assert_not_reached ();
}

#endif

LiaisonDigest *
liaison_digest_new_portable (void)
{
  LiaisonDigest *self = g_new0 (LiaisonDigest, 1);
  self->portable = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
}

LiaisonDigest *
liaison_digest_new (void)
{
  /* FIPS 180-4, section 5.3.3. */
  static const guint32 beginning[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                                        0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };

  if (!has_instructions ())
    return liaison_digest_new_portable ();
  LiaisonDigest *self = g_new0 (LiaisonDigest, 1);
  memcpy (self->state, beginning, sizeof beginning);
  return self;
}

void
liaison_digest_free (LiaisonDigest *self)
{
  g_clear_pointer (&self->portable, g_checksum_free);
  g_free (self);
}

void
liaison_digest_update (LiaisonDigest *self, const void *bytes, gsize length)
{
  const guint8 *at = bytes;
  gsize held = self->length % BLOCK;

  self->length += length;
  if (self->portable != NULL)
    {
      g_checksum_update (self->portable, bytes, length);
      return;
    }
  if (held > 0)
    {
      gsize taken = MIN (length, BLOCK - held);
      memcpy (self->rest + held, at, taken);
      if (held + taken < BLOCK)
        return;
      add_blocks (self->state, self->rest, 1);
      at += taken;
      length -= taken;
    }
  add_blocks (self->state, at, length / BLOCK);
  memcpy (self->rest, at + length / BLOCK * BLOCK, length % BLOCK);
}

/* Fills the last blocks up as FIPS 180-4, section 5.1.1, has it. */
static void
pad (LiaisonDigest *self)
{
  guint64 bits = GUINT64_TO_BE (self->length * 8);
  guint8 padding[2 * BLOCK] = { 0x80 };
  gsize held = self->length % BLOCK;
  gsize length = (held < BLOCK - 8 ? BLOCK : 2 * BLOCK) - held;

  memcpy (padding + length - 8, &bits, 8);
  liaison_digest_update (self, padding, length);
}

const char *
liaison_digest_get_string (LiaisonDigest *self)
{
  if (self->portable != NULL)
    return g_checksum_get_string (self->portable);
  if (self->text[0] == '\0')
    {
      pad (self);
      for (guint i = 0; i < 8; i++)
        g_snprintf (self->text + 8 * i, 9, "%08x", self->state[i]);
    }
  return self->text;
}
