/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes as a catalogue and as a rule for plurals: refused with an error, or safe to ask
 * anything. */
#include "config.h"

#include "words/catalogue.h"
#include "words/plural.h"

#include "fuzz.h"

#include <string.h>

static const guint64 counts[] = { 0, 1, 2, 5, 11, 21, 100, 103, G_MAXUINT32, G_MAXUINT64 };

static void
check_text (const char *text)
{
  g_assert_true (!text || (*text != '\0' && g_utf8_validate (text, -1, NULL)));
}

static void
look_up (const LiaisonCatalogue *catalogue, const char *context, const char *msgid)
{
  check_text (liaison_catalogue_look_up (catalogue, context, msgid));
  for (gsize i = 0; i < G_N_ELEMENTS (counts); i++)
    check_text (liaison_catalogue_look_up_plural (catalogue, context, msgid, counts[i]));
}

/* Asks for some fixed messages, and for every piece of the input between NULs, which may well be a
 * msgid. */
static void
check_catalogue (const char *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonCatalogue) catalogue = liaison_catalogue_new_from_bytes (bytes, "fuzz", &error);

  g_assert_true ((catalogue == NULL) == (error != NULL));
  if (!catalogue)
    {
      g_assert_true (error->domain == LIAISON_WORDS_ERROR);
      return;
    }
  look_up (catalogue, NULL, "Schedule");
  look_up (catalogue, "verb", "Schedule");
  look_up (catalogue, "", "");
  for (gsize at = 0; at < size; at += strnlen (data + at, size - at) + 1)
    {
      g_autofree char *msgid = g_strndup (data + at, size - at);

      look_up (catalogue, NULL, msgid);
    }
}

static void
check_rule (const char *text, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonPlural) plural = liaison_plural_new (text, length, &error);

  g_assert_true ((plural == NULL) == (error != NULL));
  for (gsize i = 0; plural && i < G_N_ELEMENTS (counts); i++)
    g_assert_cmpuint (liaison_plural_get_form (plural, counts[i]), <,
                      liaison_plural_get_n_forms (plural));
}

int
LLVMFuzzerTestOneInput (const guint8 *input, gsize size)
{
  check_catalogue ((const char *) input, size);
  check_rule ((const char *) input, size);
  return 0;
}
