/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Errors that name the place: "plan.liaison:12:7: events[3].start: expected a string, found a
 * number". */
#include "config.h"

#include "json/reader-private.h"

#include <string.h>

G_DEFINE_QUARK (liaison - json - error - quark, liaison_json_error)

static gboolean
is_plain_name (const char *name, gsize length)
{
  if (length == 0 || !(g_ascii_isalpha (name[0]) || name[0] == '_'))
    return FALSE;
  for (gsize i = 1; i < length; i++)
    if (!g_ascii_isalnum (name[i]) && name[i] != '_' && name[i] != '-')
      return FALSE;
  return TRUE;
}

/* In quotation marks, with everything that does not print as one character of its own written out.
 */
static void
append_quoted (GString *text, const char *name, gsize length)
{
  g_string_append_c (text, '"');
  for (const char *p = name; p < name + length; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '"' || c == '\\')
        g_string_append_printf (text, "\\%c", (char) c);
      else if (g_unichar_isprint (c) && !g_unichar_ismark (c))
        g_string_append_unichar (text, c);
      else if (c < 0x10000)
        g_string_append_printf (text, "\\u%04x", c);
      else
        g_string_append_printf (text, "\\u%04x\\u%04x", 0xd800 + ((c - 0x10000) >> 10),
                                0xdc00 + ((c - 0x10000) & 0x3ff));
    }
  g_string_append_c (text, '"');
}

static void
append_member (GString *text, const char *name, gsize length)
{
  if (is_plain_name (name, length))
    {
      if (text->len > 0)
        g_string_append_c (text, '.');
      g_string_append_len (text, name, (gssize) length);
      return;
    }
  g_string_append_c (text, '[');
  append_quoted (text, name, length);
  g_string_append_c (text, ']');
}

static char *
build_path (LiaisonJsonReader *self)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < self->depth; i++)
    {
      const LiaisonJsonFrame *frame = &self->frames[i];

      if (frame->is_object && frame->name != NULL)
        append_member (text, frame->name, frame->name_length);
      else if (!frame->is_object && frame->n > 0)
        g_string_append_printf (text, "[%" G_GUINT64_FORMAT "]", frame->n - 1);
    }
  return g_string_free (text, FALSE);
}

static GError *
build_error (LiaisonJsonReader *self,
             LiaisonJsonError code,
             LiaisonJsonPlace *place,
             guint back,
             const char *message)
{
  g_autofree char *path = build_path (self);

  liaison_json_reader_locate (self, place);
  return g_error_new (
      LIAISON_JSON_ERROR, (int) code, "%s:%" G_GUINT64_FORMAT ":%" G_GUINT64_FORMAT ": %s%s%s",
      self->display, place->line, place->column - back, path, path[0] != '\0' ? ": " : "", message);
}

gboolean
liaison_json_reader_refuse_again (LiaisonJsonReader *self, GError **error)
{
  g_propagate_error (error, g_error_copy (self->failure));
  return FALSE;
}

gboolean
liaison_json_reader_refuse (LiaisonJsonReader *self,
                            GError **error,
                            LiaisonJsonError code,
                            guint back,
                            const char *format,
                            ...)
{
  LiaisonJsonPlace here = { liaison_json_reader_get_position (self), 0, 0 };
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->failure == NULL)
    {
      va_start (arguments, format);
      message = g_strdup_vprintf (format, arguments);
      va_end (arguments);
      self->failure = build_error (self, code, &here, back, message);
    }
  return liaison_json_reader_refuse_again (self, error);
}

gboolean
liaison_json_reader_refuse_mark (
    LiaisonJsonReader *self, GError **error, LiaisonJsonError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  if (self->failure == NULL)
    {
      va_start (arguments, format);
      message = g_strdup_vprintf (format, arguments);
      va_end (arguments);
      self->failure = build_error (self, code, &self->mark, 0, message);
    }
  return liaison_json_reader_refuse_again (self, error);
}

gboolean
liaison_json_reader_fail (
    LiaisonJsonReader *self, GError **error, LiaisonJsonError code, const char *format, ...)
{
  g_autofree char *message = NULL;
  va_list arguments;

  va_start (arguments, format);
  message = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_propagate_error (error, build_error (self, code, &self->mark, 0, message));
  return FALSE;
}

static gboolean
begins_with_mark (LiaisonJsonReader *self)
{
  gsize n = (gsize) (self->end - self->next);

  if (self->start.offset != 0 || self->next != self->bytes)
    return FALSE;
  return (n >= 3 && memcmp (self->next, "\xef\xbb\xbf", 3) == 0)
         || (n >= 2
             && (memcmp (self->next, "\xfe\xff", 2) == 0
                 || memcmp (self->next, "\xff\xfe", 2) == 0));
}

gboolean
liaison_json_reader_refuse_byte (LiaisonJsonReader *self, GError **error, const char *expected)
{
  guchar byte = (guchar) *self->next;

  if (self->next == self->end)
    return liaison_json_reader_refuse (self, error, LIAISON_JSON_ERROR_SYNTAX, 0,
                                       "expected %s, found the end of the input", expected);
  if (begins_with_mark (self))
    return liaison_json_reader_refuse (
        self, error, LIAISON_JSON_ERROR_ENCODING, 0,
        "begins with a byte order mark; UTF-8 without one is needed");
  if (g_ascii_isgraph (byte))
    return liaison_json_reader_refuse (self, error, LIAISON_JSON_ERROR_SYNTAX, 0,
                                       "expected %s, found ‘%c’", expected, byte);
  return liaison_json_reader_refuse (self, error, LIAISON_JSON_ERROR_SYNTAX, 0,
                                     "expected %s, found the byte 0x%02X", expected, byte);
}
