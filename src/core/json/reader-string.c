/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Strings: in place where they lie whole in the chunk and have no escapes, else gathered in
 * self->text. */
#include "config.h"

#include "json/reader-private.h"
#include "json/scan.h"

#include <string.h>

/* A string on its way, and what may become of it. */
typedef struct
{
  gsize limit;
  const char *what;
  GError **error;
} Gathering;

static gboolean
refuse_long (LiaisonJsonReader *self, const Gathering *gathering)
{
  return liaison_json_reader_refuse_mark (self, gathering->error, LIAISON_JSON_ERROR_LIMIT,
                                          "the %s is longer than %" G_GSIZE_FORMAT " bytes",
                                          gathering->what, gathering->limit);
}

static gboolean
add_text (LiaisonJsonReader *self, const Gathering *gathering, const char *bytes, gsize n)
{
  if (n > gathering->limit - self->text->len)
    return refuse_long (self, gathering);
  g_string_append_len (self->text, bytes, (gssize) n);
  return TRUE;
}

static gboolean
refuse_end (LiaisonJsonReader *self, const Gathering *gathering)
{
  return liaison_json_reader_refuse (self, gathering->error, LIAISON_JSON_ERROR_SYNTAX, 0,
                                     "expected the end of the %s, found the end of the input",
                                     gathering->what);
}

/* A sequence above ASCII that the chunk cuts, or that is broken. */
static gboolean
gather_sequence (LiaisonJsonReader *self, const Gathering *gathering)
{
  char sequence[4] = { *self->next };
  guint length = liaison_json_sequence_length ((guchar) sequence[0]);
  guint n = 0;

  if (length > 0)
    {
      self->next++;
      for (n = 1; n < length; n++)
        {
          if (!liaison_json_reader_has_byte (self))
            break;
          if (!liaison_json_is_next ((guchar) sequence[0], n, (guchar) *self->next))
            break;
          sequence[n] = *self->next++;
        }
    }
  if (length > 0 && n == length)
    return add_text (self, gathering, sequence, n);
  return liaison_json_reader_refuse (self, gathering->error, LIAISON_JSON_ERROR_ENCODING,
                                     n > 0 ? 1 : 0, "the %s is not valid UTF-8", gathering->what);
}

/* Takes four hexadecimal digits. */
static gboolean
take_hex (LiaisonJsonReader *self, const Gathering *gathering, guint *unit)
{
  *unit = 0;
  for (guint i = 0; i < 4; i++)
    {
      if (!liaison_json_reader_has_byte (self))
        return refuse_end (self, gathering);
      if (!g_ascii_isxdigit (*self->next))
        return liaison_json_reader_refuse_byte (self, gathering->error,
                                                "four hexadecimal digits after \\u");
      *unit = *unit << 4 | (guint) g_ascii_xdigit_value (*self->next++);
    }
  return TRUE;
}

static gboolean
refuse_surrogate (LiaisonJsonReader *self, const Gathering *gathering, guint back)
{
  return liaison_json_reader_refuse (self, gathering->error, LIAISON_JSON_ERROR_ENCODING, back,
                                     "the %s has half of a surrogate pair", gathering->what);
}

/* Takes the escape that must follow one of a high surrogate, and gives the character of both. */
static gboolean
take_low_surrogate (LiaisonJsonReader *self,
                    const Gathering *gathering,
                    guint high,
                    guint *character)
{
  guint low;

  if (!liaison_json_reader_has_byte (self))
    return refuse_end (self, gathering);
  if (*self->next != '\\')
    return refuse_surrogate (self, gathering, 6);
  self->next++;
  if (!liaison_json_reader_has_byte (self))
    return refuse_end (self, gathering);
  if (*self->next != 'u')
    return refuse_surrogate (self, gathering, 7);
  self->next++;
  if (!take_hex (self, gathering, &low))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return refuse_surrogate (self, gathering, 12);
  *character = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

/* After the u of \u. */
static gboolean
gather_unit (LiaisonJsonReader *self, const Gathering *gathering)
{
  char sequence[6];
  guint character;

  if (!take_hex (self, gathering, &character))
    return FALSE;
  if (character == 0)
    return liaison_json_reader_refuse (self, gathering->error, LIAISON_JSON_ERROR_ENCODING, 6,
                                       "the %s has the character U+0000", gathering->what);
  if (character >= 0xdc00 && character <= 0xdfff)
    return refuse_surrogate (self, gathering, 6);
  if (character >= 0xd800 && character <= 0xdbff
      && !take_low_surrogate (self, gathering, character, &character))
    return FALSE;
  return add_text (self, gathering, sequence, (gsize) g_unichar_to_utf8 (character, sequence));
}

/* After the backslash. */
static gboolean
gather_escape (LiaisonJsonReader *self, const Gathering *gathering)
{
  static const char letters[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *letter;

  if (!liaison_json_reader_has_byte (self))
    return refuse_end (self, gathering);
  if (*self->next == 'u')
    {
      self->next++;
      return gather_unit (self, gathering);
    }
  letter = *self->next != '\0' ? strchr (letters, *self->next) : NULL;
  if (letter == NULL)
    return liaison_json_reader_refuse (self, gathering->error, LIAISON_JSON_ERROR_SYNTAX, 1,
                                       "the %s has an escape that JSON does not know",
                                       gathering->what);
  self->next++;
  return add_text (self, gathering, meanings + (letter - letters), 1);
}

/* One thing that is not a run of text: the end of the chunk, an escape, a cut or broken sequence, a
 * control character. */
static gboolean
gather_odd (LiaisonJsonReader *self, const Gathering *gathering)
{
  if (self->next == self->end)
    return liaison_json_reader_fill (self) || refuse_end (self, gathering);
  if (*self->next == '\\')
    {
      self->next++;
      return gather_escape (self, gathering);
    }
  if ((guchar) *self->next >= 0x80)
    return gather_sequence (self, gathering);
  return liaison_json_reader_refuse (
      self, gathering->error, LIAISON_JSON_ERROR_SYNTAX, 0,
      "the %s has the control character U+%04X, which must be escaped", gathering->what,
      (guint) (guchar) *self->next);
}

/* From the byte after the quotation mark, where a @run of text was found, to the one at the end,
 * which is then next. */
static gboolean
gather (LiaisonJsonReader *self, const Gathering *gathering, gsize run)
{
  g_string_truncate (self->text, 0);
  for (;; run = liaison_json_text_run (self->next, (gsize) (self->end - self->next)))
    {
      if (!add_text (self, gathering, self->next, run))
        return FALSE;
      self->next += run;
      if (*self->next == '"')
        return TRUE;
      if (!gather_odd (self, gathering))
        return FALSE;
    }
}

gboolean
liaison_json_reader_take_string (LiaisonJsonReader *self,
                                 const char **text,
                                 gsize *length,
                                 gsize limit,
                                 const char *what,
                                 GError **error)
{
  const Gathering gathering = { limit, what, error };
  gsize run;

  liaison_json_reader_tap_begin (self);
  self->next++;
  run = liaison_json_text_run (self->next, (gsize) (self->end - self->next));
  *text = self->next;
  *length = run;
  if (G_LIKELY (self->next[run] == '"'))
    {
      if (run > limit)
        return refuse_long (self, &gathering);
      self->next += run;
    }
  else
    {
      if (!gather (self, &gathering, run))
        return FALSE;
      *text = self->text->str;
      *length = self->text->len;
    }
  liaison_json_reader_tap_end (self, self->next + 1);
  *self->next++ = '\0';
  return TRUE;
}
