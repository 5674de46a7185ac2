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
  const char *main; /* NULL: that of Latin letters */
} fonts[] = {
  { "ja", BEFORE "Noto Sans CJK JP, " AFTER, "Noto Sans CJK JP" },
  { "ko", BEFORE "Noto Sans CJK KR, " AFTER, "Noto Sans CJK KR" },
  { "zh-Hant", BEFORE "Noto Sans CJK TC, " AFTER, "Noto Sans CJK TC" },
  { "zh-HK", BEFORE "Noto Sans CJK HK, " AFTER, "Noto Sans CJK HK" },
  { "zh-TW", BEFORE "Noto Sans CJK TC, " AFTER, "Noto Sans CJK TC" },
  { "zh", BEFORE "Noto Sans CJK SC, " AFTER, "Noto Sans CJK SC" },
  { "ar", BEFORE "Noto Sans Arabic, DejaVu Sans, Noto Sans Hebrew, Noto Sans CJK JP",
    "Noto Sans Arabic" },
  { "", BEFORE AFTER ", Noto Sans CJK JP" },
};

static gsize
find_row (const char *language)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    {
      gsize length = strlen (fonts[i].tag);

      if (strncmp (language, fonts[i].tag, length) == 0
          && (length == 0 || language[length] == '\0' || language[length] == '-'))
        return i;
    }
  g_assert_not_reached ();
}

const char *
liaison_fonts_for_language (const char *language)
{
  return fonts[find_row (language)].families;
}

const char *
liaison_fonts_get_main (const char *language, const char **package)
{
  const char *family = fonts[find_row (language)].main;

  *package =
      family != NULL && strstr (family, "CJK") != NULL ? "fonts-noto-cjk" : "fonts-noto-core";
  return family != NULL ? family : "Noto Sans";
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
