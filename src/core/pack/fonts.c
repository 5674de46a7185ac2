/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pack/fonts.h"

#include <string.h>

/* "Sans" alone would be Noto Kufi Arabic where fonts-noto-core is installed, and Chinese characters
 * would come from whichever of the five families is found first: so everything is named. */
#define BEFORE "Noto Sans, "
#define AFTER  "Noto Sans Arabic, Noto Sans Hebrew, DejaVu Sans"

static const struct
{
  const char *tag;
  const char *families;
} fonts[] = {
  { "ja", BEFORE "Noto Sans CJK JP, " AFTER },
  { "ko", BEFORE "Noto Sans CJK KR, " AFTER },
  { "zh-Hant", BEFORE "Noto Sans CJK TC, " AFTER },
  { "zh-HK", BEFORE "Noto Sans CJK HK, " AFTER },
  { "zh-TW", BEFORE "Noto Sans CJK TC, " AFTER },
  { "zh", BEFORE "Noto Sans CJK SC, " AFTER },
  { "ar", BEFORE "Noto Sans Arabic, DejaVu Sans, Noto Sans Hebrew, Noto Sans CJK JP" },
  { "", BEFORE AFTER ", Noto Sans CJK JP" },
};

const char *
liaison_fonts_for_language (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      gsize length = strlen (fonts[i].tag);

      if (strncmp (language, fonts[i].tag, length) == 0
          && (length == 0 || language[length] == '\0' || language[length] == '-'))
        return fonts[i].families;
    }
  g_assert_not_reached ();
}

const char *
liaison_fonts_find_package (gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);

  if (c >= 0x1f000 && c <= 0x1faff)
    return "fonts-noto-color-emoji";
  switch (script)
    {
    case G_UNICODE_SCRIPT_HAN:
    case G_UNICODE_SCRIPT_HIRAGANA:
    case G_UNICODE_SCRIPT_KATAKANA:
    case G_UNICODE_SCRIPT_HANGUL:
    case G_UNICODE_SCRIPT_BOPOMOFO:
      return g_unichar_get_script (c) == G_UNICODE_SCRIPT_HAN && c >= 0x20000
                 ? "fonts-noto-cjk-extra"
                 : "fonts-noto-cjk";
    case G_UNICODE_SCRIPT_LATIN:
    case G_UNICODE_SCRIPT_GREEK:
    case G_UNICODE_SCRIPT_CYRILLIC:
    case G_UNICODE_SCRIPT_ARABIC:
    case G_UNICODE_SCRIPT_HEBREW:
    case G_UNICODE_SCRIPT_ARMENIAN:
    case G_UNICODE_SCRIPT_GEORGIAN:
    case G_UNICODE_SCRIPT_ETHIOPIC:
    case G_UNICODE_SCRIPT_DEVANAGARI:
    case G_UNICODE_SCRIPT_BENGALI:
    case G_UNICODE_SCRIPT_TAMIL:
    case G_UNICODE_SCRIPT_THAI:
    case G_UNICODE_SCRIPT_KHMER:
    case G_UNICODE_SCRIPT_LAO:
    case G_UNICODE_SCRIPT_MYANMAR:
    case G_UNICODE_SCRIPT_SINHALA:
    case G_UNICODE_SCRIPT_COMMON:
      return "fonts-noto-core";
    default:
      return "fonts-noto-extra";
    }
}
