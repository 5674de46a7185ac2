/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/encoding-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As much of a file is looked at closely. */
#define SAMPLE (256 * 1024)

static const struct
{
  const char *name;
  const char *label;
  const char *languages; /* whose texts it was made for, each between blanks */
  const char *common;    /* letters past ASCII that are common in them */
} encodings[] = {
  [LIAISON_ENCODING_GUESS] = { "", N_ ("Detect"), "", "" },
  [LIAISON_ENCODING_UTF_8] = { "UTF-8", N_ ("Unicode (UTF-8)"), "", "" },
  [LIAISON_ENCODING_UTF_16_LE] = { "UTF-16LE", N_ ("Unicode (UTF-16LE)"), "", "" },
  [LIAISON_ENCODING_UTF_16_BE] = { "UTF-16BE", N_ ("Unicode (UTF-16BE)"), "", "" },
  [LIAISON_ENCODING_WINDOWS_1250] = { "windows-1250", N_ ("Central European (Windows-1250)"),
                                      " pl cs sk hu sl hr ro bs sq ",
                                      "ąćęłńóśźżěščřýáíéůúďťňőűöüäâîşţăđľĺôŁŚŻČŠŘŽ" },
  [LIAISON_ENCODING_WINDOWS_1251] = { "windows-1251", N_ ("Cyrillic (Windows-1251)"),
                                      " uk ru bg sr mk be ",
                                      "абвгдежзийклмнопрстуфхцчшщъыьэюяіїєґўјљњђћџѓќ" },
  [LIAISON_ENCODING_WINDOWS_1252] = { "windows-1252", N_ ("Western European (Windows-1252)"),
                                      " en fr de es it pt nl sv nb nn no da fi is ",
                                      "éèêëàâçùûüöäåøæñßóáíúãõôïîœÉÀÖÄÜÅØÆ" },
  [LIAISON_ENCODING_WINDOWS_1253] = { "windows-1253", N_ ("Greek (Windows-1253)"), " el ",
                                      "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώ" },
  [LIAISON_ENCODING_WINDOWS_1254] = { "windows-1254", N_ ("Turkish (Windows-1254)"), " tr az ",
                                      "ığşçöüâîİĞŞÇÖÜ" },
  [LIAISON_ENCODING_WINDOWS_1255] = { "windows-1255", N_ ("Hebrew (Windows-1255)"), " he ",
                                      "אבגדהוזחטיךכלםמןנסעףפץצקרשת" },
  [LIAISON_ENCODING_WINDOWS_1256] = { "windows-1256", N_ ("Arabic (Windows-1256)"), " ar fa ur ",
                                      "ابتثجحخدذرزسشصضطظعغفقكلمنهويىةأإآءئؤپچژگ" },
  [LIAISON_ENCODING_WINDOWS_1257] = { "windows-1257", N_ ("Baltic (Windows-1257)"), " et lv lt ",
                                      "āčēģīķļņšūžąęėįųõäöü" },
  [LIAISON_ENCODING_WINDOWS_1258] = { "windows-1258", N_ ("Vietnamese (Windows-1258)"), " vi ",
                                      "ăâđêôơưàáéíóú" },
};

const char *
liaison_encoding_get_name (LiaisonEncoding encoding)
{
  return encodings[encoding].name;
}

const char *
liaison_encoding_get_label (LiaisonEncoding encoding)
{
  return encodings[encoding].label;
}

LiaisonEncoding
liaison_encoding_find (const char *name)
{
  for (guint i = LIAISON_ENCODING_UTF_8; i < LIAISON_N_ENCODINGS; i++)
    if (g_ascii_strcasecmp (name, encodings[i].name) == 0)
      return i;
  return LIAISON_ENCODING_GUESS;
}

/* Pages */

static gunichar
decode_byte (guint page, guint8 byte)
{
  return byte < 0x80 ? byte : liaison_code_pages[page][byte - 0x80];
}

/* How one word of a file fares in a page. */
typedef struct
{
  int score;
  gunichar before; /* the character before */
  guint n_foreign; /* letters past ASCII in a row */
  guint n_hard;    /* consonants in a row, of scripts that write their vowels */
  GUnicodeScript script;
} Scoring;

static gboolean
is_common (LiaisonEncoding encoding, gunichar c)
{
  return g_utf8_strchr (encodings[encoding].common, -1, c) != NULL
         || g_utf8_strchr (encodings[encoding].common, -1, g_unichar_tolower (c)) != NULL;
}

/* Cyrillic and Greek words have vowels; Hebrew and Arabic ones, taken for them, do not. */
static gboolean
is_hard (gunichar c, GUnicodeScript script)
{
  static const char vowels[] = "аеёиоуыэюяієїαεηιουωάέήίόύώ";

  return (script == G_UNICODE_SCRIPT_CYRILLIC || script == G_UNICODE_SCRIPT_GREEK)
         && g_utf8_strchr (vowels, -1, g_unichar_tolower (c)) == NULL;
}

/* Letters that are common are good; symbols inside words, capitals after small letters and two
 * scripts in one word are not. */
static void
score_letter (Scoring *scoring, LiaisonEncoding encoding, gunichar c)
{
  GUnicodeScript script = g_unichar_get_script (c);
  gboolean inside = g_unichar_isalpha (scoring->before);

  scoring->score += is_common (encoding, c) ? 3 : 0;
  if (inside && g_unichar_islower (scoring->before) && g_unichar_isupper (c))
    scoring->score -= 4;
  if (inside && script != scoring->script && script != G_UNICODE_SCRIPT_INHERITED
      && scoring->script != G_UNICODE_SCRIPT_INHERITED)
    scoring->score -= 4;
  /* No language that is written in Latin letters has many past ASCII in a row. */
  scoring->n_foreign = c > 0x7f && inside ? scoring->n_foreign + 1 : 0;
  if (script == G_UNICODE_SCRIPT_LATIN && scoring->n_foreign > 2)
    scoring->score -= 4;
  scoring->n_hard = is_hard (c, script) ? (inside ? scoring->n_hard + 1 : 1) : 0;
  if (scoring->n_hard > 3)
    scoring->score -= 4;
  scoring->script = script;
}

static int
score_page (LiaisonEncoding encoding, const guint8 *bytes, gsize length)
{
  const guint page = encoding - LIAISON_ENCODING_WINDOWS_1250;
  Scoring scoring = { 0 };

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = decode_byte (page, bytes[i]);

      if (bytes[i] >= 0x80 && c == 0)
        scoring.score -= 20;
      else if (g_unichar_isalpha (c) && (bytes[i] >= 0x80 || g_unichar_isalpha (scoring.before)))
        score_letter (&scoring, encoding, c);
      else if (bytes[i] >= 0x80 && g_unichar_isalpha (scoring.before) && !g_unichar_ismark (c)
               && i + 1 < length && g_unichar_isalpha (decode_byte (page, bytes[i + 1]))
               && strchr ("\x92\x91\x96\x97\xa0\xad", (char) bytes[i]) == NULL)
        scoring.score -= 3;
      scoring.before = c;
      if (g_unichar_isalpha (c))
        scoring.script = g_unichar_get_script (c);
    }
  return scoring.score;
}

static gboolean
is_language (LiaisonEncoding encoding, const char *language)
{
  g_autofree char *between =
      language != NULL ? g_strdup_printf (" %.*s ", (int) strcspn (language, "-"), language) : NULL;

  return between != NULL && strstr (encodings[encoding].languages, between) != NULL;
}

static LiaisonEncoding
guess_page (const guint8 *bytes, gsize length, const char *language)
{
  LiaisonEncoding best = LIAISON_ENCODING_WINDOWS_1252;
  int highest = score_page (best, bytes, length) * 100 + 2;

  for (guint i = LIAISON_ENCODING_WINDOWS_1250; i < LIAISON_N_ENCODINGS; i++)
    {
      int score = score_page (i, bytes, length) * 100 + (is_language (i, language) ? 5 : 0);

      if (score <= highest)
        continue;
      highest = score;
      best = i;
    }
  return best;
}

/* Zero bytes at every second place: what was written in the Latin alphabet as UTF-16. */
static LiaisonEncoding
guess_wide (const guint8 *bytes, gsize length)
{
  gsize zeros[2] = { 0, 0 };

  for (gsize i = 0; i < length; i++)
    zeros[i % 2] += bytes[i] == 0;
  if (zeros[1] > length / 4 && zeros[0] * 8 < zeros[1])
    return LIAISON_ENCODING_UTF_16_LE;
  if (zeros[0] > length / 4 && zeros[1] * 8 < zeros[0])
    return LIAISON_ENCODING_UTF_16_BE;
  return LIAISON_ENCODING_GUESS;
}

static gboolean
has_mark (const guint8 *bytes, gsize length, const char *mark)
{
  return length >= strlen (mark) && memcmp (bytes, mark, strlen (mark)) == 0;
}

LiaisonEncoding
liaison_encoding_guess (const guint8 *bytes, gsize length, const char *language)
{
  const gsize sample = MIN (length, SAMPLE);
  LiaisonEncoding wide;

  if (has_mark (bytes, length, "\xef\xbb\xbf"))
    return LIAISON_ENCODING_UTF_8;
  if (has_mark (bytes, length, "\xff\xfe"))
    return LIAISON_ENCODING_UTF_16_LE;
  if (has_mark (bytes, length, "\xfe\xff"))
    return LIAISON_ENCODING_UTF_16_BE;
  wide = guess_wide (bytes, sample);
  if (wide != LIAISON_ENCODING_GUESS)
    return wide;
  if (g_utf8_validate_len ((const char *) bytes, length, NULL))
    return LIAISON_ENCODING_UTF_8;
  return guess_page (bytes, sample, language);
}

/* Decoding */

static GString *
decode_utf_8 (const guint8 *bytes, gsize length)
{
  g_autofree char *valid = NULL;

  if (has_mark (bytes, length, "\xef\xbb\xbf"))
    {
      bytes += 3;
      length -= 3;
    }
  if (g_utf8_validate_len ((const char *) bytes, length, NULL))
    return g_string_new_len ((const char *) bytes, (gssize) length);
  valid = g_utf8_make_valid ((const char *) bytes, (gssize) length);
  return g_string_new (valid);
}

static gunichar
get_unit (const guint8 *bytes, gsize at, gboolean big)
{
  return big ? (gunichar) (bytes[at] << 8 | bytes[at + 1])
             : (gunichar) (bytes[at + 1] << 8 | bytes[at]);
}

static GString *
decode_utf_16 (const guint8 *bytes, gsize length, gboolean big)
{
  GString *text = g_string_sized_new (length / 2);
  gsize at = has_mark (bytes, length, big ? "\xfe\xff" : "\xff\xfe") ? 2 : 0;

  for (; at + 1 < length; at += 2)
    {
      gunichar c = get_unit (bytes, at, big);

      if (c >= 0xd800 && c < 0xdc00 && at + 3 < length)
        {
          gunichar low = get_unit (bytes, at + 2, big);

          if (low >= 0xdc00 && low < 0xe000)
            {
              c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
              at += 2;
            }
        }
      g_string_append_unichar (text, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
    }
  return text;
}

static GString *
decode_page (guint page, const guint8 *bytes, gsize length)
{
  GString *text = g_string_sized_new (length + length / 4);

  for (gsize i = 0; i < length; i++)
    {
      gunichar c = decode_byte (page, bytes[i]);

      if (c < 0x80 && bytes[i] < 0x80)
        g_string_append_c (text, (char) c);
      else
        g_string_append_unichar (text, c != 0 ? c : 0xfffd);
    }
  return text;
}

GString *
liaison_encoding_decode (LiaisonEncoding encoding,
                         const guint8 *bytes,
                         gsize length,
                         GError **error)
{
  GString *text;

  switch (encoding)
    {
    case LIAISON_ENCODING_GUESS:
    case LIAISON_ENCODING_UTF_8:
      text = decode_utf_8 (bytes, length);
      break;
    case LIAISON_ENCODING_UTF_16_LE:
    case LIAISON_ENCODING_UTF_16_BE:
      text = decode_utf_16 (bytes, length, encoding == LIAISON_ENCODING_UTF_16_BE);
      break;
    default:
      text = decode_page (encoding - LIAISON_ENCODING_WINDOWS_1250, bytes, length);
    }
  if (memchr (text->str, '\0', text->len) == NULL)
    return text;
  g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_ENCODING,
                       "zero characters: this is no text");
  g_string_free (text, TRUE);
  return NULL;
}
