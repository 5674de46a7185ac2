/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "words/range.h"

#include <string.h>

/* Where characters are as wide as high the sign is too, and stands without blanks. */
static const struct
{
  const char *tag;
  const char *sign;
} wide_signs[] = { { "ja", "～" }, { "zh", "～" } };

static const char *
find_wide_sign (LiaisonWords *words)
{
  const char *language = liaison_words_get_language (words);

  for (gsize i = 0; i < G_N_ELEMENTS (wide_signs); i++)
    if (g_str_has_prefix (language, wide_signs[i].tag)
        && (language[2] == '\0' || language[2] == '-'))
      return wide_signs[i].sign;
  return NULL;
}

static void
append_isolated (GString *text, const char *part)
{
  if (part != NULL)
    g_string_append_printf (text, "\u2068%s\u2069", part);
}

char *
liaison_words_format_range (LiaisonWords *self,
                            const char *from,
                            const char *to,
                            LiaisonRange style)
{
  const char *sign = find_wide_sign (self);
  const char *blank = sign == NULL && style == LIAISON_RANGE_OPEN ? " " : "";
  GString *text = g_string_new (liaison_words_is_right_to_left (self) ? "\u2067" : "\u2066");

  append_isolated (text, from);
  g_string_append (text, from != NULL ? blank : "");
  g_string_append (text, sign != NULL ? sign : "–");
  g_string_append (text, to != NULL ? blank : "");
  append_isolated (text, to);
  g_string_append (text, "\u2069");
  return g_string_free (text, FALSE);
}
