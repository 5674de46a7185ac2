/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store/digest.h"

#include <string.h>

static void
check (const char *text, const char *expected)
{
  g_autoptr (LiaisonDigest) fast = liaison_digest_new ();
  g_autoptr (LiaisonDigest) portable = liaison_digest_new_portable ();

  liaison_digest_update (fast, text, strlen (text));
  liaison_digest_update (portable, text, strlen (text));
  g_assert_cmpstr (liaison_digest_get_string (fast), ==, expected);
  g_assert_cmpstr (liaison_digest_get_string (fast), ==, expected);
  g_assert_cmpstr (liaison_digest_get_string (portable), ==, expected);
}

/* The examples that NIST publishes with FIPS 180-4. */
static void
test_examples (void)
{
  check ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  check ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  check ("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
         "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

/* Every length around the edges of blocks, in pieces of every kind, as GChecksum has it. */
static void
test_pieces (void)
{
  guint8 bytes[300];

  for (guint i = 0; i < sizeof bytes; i++)
    bytes[i] = g_test_rand_int ();
  for (gsize length = 0; length < sizeof bytes; length++)
    {
      g_autoptr (LiaisonDigest) digest = liaison_digest_new ();
      g_autofree char *expected = g_compute_checksum_for_data (G_CHECKSUM_SHA256, bytes, length);
      for (gsize done = 0, n; done < length; done += n)
        {
          gsize wanted = g_test_rand_int_range (1, 140);
          n = MIN (length - done, wanted);
          liaison_digest_update (digest, bytes + done, n);
        }
      g_assert_cmpstr (liaison_digest_get_string (digest), ==, expected);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/digest/examples", test_examples);
  g_test_add_func ("/store/digest/pieces", test_pieces);
  return g_test_run ();
}
