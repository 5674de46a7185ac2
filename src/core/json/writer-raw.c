/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values kept as their bytes, laid out anew. */
#include "config.h"

#include "json/reader.h"
#include "json/scan.h"
#include "json/writer-private.h"

/* The length of the string at @bytes with its quotation marks; 0 if it is cut. */
static gsize
measure_string (const char *bytes, gsize n)
{
  gsize i = 1;

  while (i < n && bytes[i] != '"')
    {
      gsize run = liaison_json_text_run (bytes + i, n - i);

      /* What stops a run is a quotation mark, an escape or a byte that the reader would refuse. */
      if (run == 0)
        run = bytes[i] == '\\' ? 2 : 1;
      i += run;
    }
  return i < n ? i + 1 : 0;
}

static gboolean
is_scalar_byte (char byte)
{
  return g_ascii_isalnum (byte) || byte == '-' || byte == '+' || byte == '.';
}

/* The length of the token at @bytes, without looking whether it is right: the reader did. 0 if it
 * is cut. */
static gsize
measure_token (const char *bytes, gsize n)
{
  gsize i = 0;

  if (bytes[0] == '"')
    return measure_string (bytes, n);
  while (i < n && is_scalar_byte (bytes[i]))
    i++;
  return i;
}

/* Opens a level, unless the value was kept at a place less deep than the one where it is written.
 */
static gboolean
open_level (LiaisonJsonWriter *self, char bracket)
{
  if (liaison_json_writer_get_depth (self) == LIAISON_JSON_MAX_DEPTH)
    {
      liaison_json_writer_refuse (self, LIAISON_JSON_ERROR_LIMIT,
                                  "a kept value is nested too deep");
      return FALSE;
    }
  if (!liaison_json_writer_begin_value (self))
    return FALSE;
  liaison_json_writer_open (self, bracket == '{');
  return TRUE;
}

static gboolean
close_level (LiaisonJsonWriter *self, guint floor, char bracket)
{
  if (liaison_json_writer_get_depth (self) == floor
      || !liaison_json_writer_can_close (self, bracket == '}'))
    return FALSE;
  liaison_json_writer_close (self);
  return TRUE;
}

static gboolean
put_token (LiaisonJsonWriter *self, const char *bytes, gsize n)
{
  if (n == 0)
    return FALSE;
  if (liaison_json_writer_wants_name (self))
    liaison_json_writer_put_name (self, bytes, n);
  else if (liaison_json_writer_begin_value (self))
    liaison_json_writer_put (self, bytes, n);
  return TRUE;
}

/* Lays out what begins at @bytes; gives how much that was, 0 where it is broken. */
static gsize
lay_out_item (LiaisonJsonWriter *self, guint floor, const char *bytes, gsize n)
{
  gsize length;

  switch (bytes[0])
    {
    case '{':
    case '[':
      return open_level (self, bytes[0]) ? 1 : 0;
    case '}':
    case ']':
      return close_level (self, floor, bytes[0]) ? 1 : 0;
    case ',':
    case ':':
      return 1;
    default:
      length = measure_token (bytes, n);
      return put_token (self, bytes, length) ? length : 0;
    }
}

static gboolean
is_space (char byte)
{
  return byte == ' ' || byte == '\n' || byte == '\r' || byte == '\t';
}

/* One value, and nothing but white space after it. */
static gboolean
lay_out (LiaisonJsonWriter *self, const char *bytes, gsize length)
{
  guint floor = liaison_json_writer_get_depth (self);
  gboolean begun = FALSE;

  for (gsize i = 0, n; i < length; i += n)
    {
      n = 1;
      if (is_space (bytes[i]))
        continue;
      if (begun && liaison_json_writer_get_depth (self) == floor)
        return FALSE;
      begun = TRUE;
      n = lay_out_item (self, floor, bytes + i, length - i);
      if (n == 0)
        return FALSE;
    }
  return begun && liaison_json_writer_get_depth (self) == floor;
}

void
liaison_json_writer_raw (LiaisonJsonWriter *self, const char *bytes, gsize length)
{
  g_return_if_fail (bytes != NULL);
  g_return_if_fail (!liaison_json_writer_wants_name (self));

  if (!lay_out (self, bytes, length))
    liaison_json_writer_refuse (self, LIAISON_JSON_ERROR_SYNTAX, "a kept value is broken");
}
