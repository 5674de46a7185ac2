/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "exchange/xlsx-private.h"

#include <string.h>

typedef struct
{
  LiaisonXlsxStrings *strings;
  GString *text;   /* of the item so far */
  gboolean inside; /* a <t> that counts */
  guint phonetic;  /* inside so many <rPh>, which say how the text is read aloud */
} Reading;

static gboolean
start (gpointer data, const char *name, const LiaisonXmlAttributes *attributes, GError **error)
{
  Reading *reading = data;

  if (strcmp (name, "si") == 0)
    g_string_truncate (reading->text, 0);
  else if (strcmp (name, "rPh") == 0)
    reading->phonetic++;
  else if (strcmp (name, "t") == 0)
    reading->inside = reading->phonetic == 0;
  return TRUE;
}

static gboolean
fail (GError **error, const char *what)
{
  g_set_error_literal (error, LIAISON_EXCHANGE_ERROR, LIAISON_EXCHANGE_ERROR_LIMIT, what);
  return FALSE;
}

/* The character that is written as _xHHHH_ at @at; 0: none is. */
static gunichar
read_escape (const char *at)
{
  gunichar c = 0;

  if (at[0] != '_' || at[1] != 'x')
    return 0;
  for (guint i = 2; i < 6; i++)
    {
      if (!g_ascii_isxdigit (at[i]))
        return 0;
      c = c * 16 + (gunichar) g_ascii_xdigit_value (at[i]);
    }
  return at[6] == '_' && g_unichar_validate (c) ? c : 0;
}

void
liaison_xlsx_unescape (GString *text)
{
  char *to = strstr (text->str, "_x");
  const char *from = to;

  if (to == NULL)
    return;
  while (*from != '\0')
    {
      gunichar c = read_escape (from);

      if (c != 0)
        {
          to += g_unichar_to_utf8 (c, to);
          from += 7;
        }
      else
        *to++ = *from++;
    }
  g_string_truncate (text, (gsize) (to - text->str));
}

static gboolean
add_string (Reading *reading, GError **error)
{
  LiaisonXlsxStrings *strings = reading->strings;
  gsize length;

  liaison_xlsx_unescape (reading->text);
  length = MIN (reading->text->len, LIAISON_CELL_MAX_TEXT);

  if (strings->texts->len == LIAISON_XLSX_MAX_STRINGS)
    return fail (error, "too many shared strings");
  while (length < reading->text->len && length > 0
         && ((guchar) reading->text->str[length] & 0xc0) == 0x80)
    length--;
  strings->n_bytes += length;
  if (strings->n_bytes > LIAISON_SHEET_MAX_TEXT)
    return fail (error, "too much text in shared strings");
  g_ptr_array_add (strings->texts, g_ref_string_new_len (reading->text->str, (gssize) length));
  return TRUE;
}

static gboolean
end (gpointer data, const char *name, GError **error)
{
  Reading *reading = data;

  if (strcmp (name, "t") == 0)
    reading->inside = FALSE;
  else if (strcmp (name, "rPh") == 0 && reading->phonetic > 0)
    reading->phonetic--;
  else if (strcmp (name, "si") == 0)
    return add_string (reading, error);
  return TRUE;
}

static gboolean
take_text (gpointer data, const char *text, gsize length, GError **error)
{
  Reading *reading = data;

  if (reading->inside && reading->text->len <= LIAISON_CELL_MAX_TEXT)
    g_string_append_len (reading->text, text, (gssize) length);
  return TRUE;
}

LiaisonXlsxStrings *
liaison_xlsx_strings_read (LiaisonZip *zip,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  static const LiaisonXmlHandler handler = { start, end, take_text };
  LiaisonXlsxStrings *self = g_new0 (LiaisonXlsxStrings, 1);
  Reading reading = { .strings = self };
  gboolean done;

  g_atomic_ref_count_init (&self->refs);
  self->texts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_ref_string_release);
  if (name == NULL || !liaison_zip_has (zip, name))
    return self;
  reading.text = g_string_new (NULL);
  done = liaison_xml_read (zip, name, &handler, &reading, NULL, NULL, cancellable, error);
  g_string_free (reading.text, TRUE);
  if (done)
    return self;
  liaison_xlsx_strings_unref (self);
  return NULL;
}

LiaisonXlsxStrings *
liaison_xlsx_strings_ref (LiaisonXlsxStrings *self)
{
  g_atomic_ref_count_inc (&self->refs);
  return self;
}

void
liaison_xlsx_strings_unref (LiaisonXlsxStrings *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  g_ptr_array_unref (self->texts);
  g_free (self);
}
