/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Any bytes: the reader never crashes, says the same however little it gets at a time, and what it
 * accepts is written so that it is accepted again and is the same. The first byte chooses the size
 * of a read. */
#include "config.h"

#include "json/reader.h"
#include "json/writer.h"

#include "fuzz.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

/* A stream of @step bytes a read, without a GObject type of its own: a chain of small memory
 * blocks. */
static GInputStream *
open_drip (const char *data, gsize length, gsize step)
{
  GInputStream *stream = g_memory_input_stream_new ();

  for (gsize i = 0; i < length; i += step)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static (data + i, MIN (step, length - i));

      g_memory_input_stream_add_bytes (G_MEMORY_INPUT_STREAM (stream), bytes);
    }
  return stream;
}

/* Unlike g_error, in a way that libFuzzer notices and keeps the input of. */
static void
give_up (const char *what, const GError *error)
{
  g_printerr ("%s: %s\n", what, error->message);
  abort ();
}

static gboolean
keep_raw (LiaisonJsonReader *reader, GString *raw, GError **error)
{
  return liaison_json_reader_read_raw (reader, raw, error)
         && liaison_json_reader_finish (reader, error);
}

static GString *
write_raw (const GString *raw, gboolean compact)
{
  GString *text = g_string_new (NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (GError) error = NULL;

  liaison_json_writer_set_compact (writer, compact);
  liaison_json_writer_raw (writer, raw->str, raw->len);
  if (!liaison_json_writer_finish (writer, &error))
    give_up ("what was accepted is not written", error);
  return text;
}

/* What was accepted is laid out, read again, and is the same. */
static void
check_round_trip (const GString *raw)
{
  for (int compact = 0; compact <= 1; compact++)
    {
      g_autoptr (GString) text = write_raw (raw, compact);
      g_autoptr (GString) again = g_string_new (NULL);
      g_autoptr (LiaisonJsonReader) reader =
          liaison_json_reader_new_for_data (text->str, text->len, "again", NULL);
      g_autoptr (GError) error = NULL;

      if (!keep_raw (reader, again, &error))
        give_up ("what was written is refused", error);
      g_assert_true (g_string_equal (raw, again));
      g_assert_true (!compact || g_string_equal (raw, text));
    }
}

/* Reads values one by one as a program would and writes them through the writer's calls. */
static gboolean copy_value (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error);

/* Names that fuzzing finds, so that the table, its hint and its order are used. */
static const char *const names[] = { "a", "b", "start", "id", "" };
static const guint8 lengths[] = { 1, 1, 5, 2, 0 };
static const LiaisonJsonNames table = { G_N_ELEMENTS (names), names, lengths };

static gboolean
copy_object (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error)
{
  guint index;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  liaison_json_writer_begin_object (writer);
  for (;;)
    {
      if (!liaison_json_reader_next_name (reader, &table, &index, error))
        return FALSE;
      if (index == LIAISON_JSON_NAME_END)
        break;
      liaison_json_writer_name (writer, liaison_json_reader_get_name (reader, NULL));
      if (!copy_value (reader, writer, error))
        return FALSE;
    }
  liaison_json_writer_end_object (writer);
  return TRUE;
}

static gboolean
copy_array (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error)
{
  gboolean more;

  if (!liaison_json_reader_begin_array (reader, error))
    return FALSE;
  liaison_json_writer_begin_array (writer);
  for (;;)
    {
      if (!liaison_json_reader_next_element (reader, &more, error))
        return FALSE;
      if (!more)
        break;
      if (!copy_value (reader, writer, error))
        return FALSE;
    }
  liaison_json_writer_end_array (writer);
  return TRUE;
}

static gboolean
copy_number (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error)
{
  double value;

  if (!liaison_json_reader_read_number (reader, &value, error))
    return FALSE;
  g_assert_true (isfinite (value));
  liaison_json_writer_number (writer, value);
  return TRUE;
}

static gboolean
copy_string (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  g_assert_true (strlen (text) == length && g_utf8_validate (text, (gssize) length, NULL));
  liaison_json_writer_string_n (writer, text, length);
  return TRUE;
}

static gboolean
copy_boolean (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error)
{
  gboolean value;

  if (!liaison_json_reader_read_boolean (reader, &value, error))
    return FALSE;
  liaison_json_writer_boolean (writer, value);
  return TRUE;
}

static gboolean
copy_value (LiaisonJsonReader *reader, LiaisonJsonWriter *writer, GError **error)
{
  LiaisonJsonType type;

  if (!liaison_json_reader_peek (reader, &type, error))
    return FALSE;
  switch (type)
    {
    case LIAISON_JSON_OBJECT:
      return copy_object (reader, writer, error);
    case LIAISON_JSON_ARRAY:
      return copy_array (reader, writer, error);
    case LIAISON_JSON_NUMBER:
      return copy_number (reader, writer, error);
    case LIAISON_JSON_STRING:
      return copy_string (reader, writer, error);
    case LIAISON_JSON_BOOLEAN:
      return copy_boolean (reader, writer, error);
    default:
      liaison_json_writer_null (writer);
      return liaison_json_reader_read_null (reader, error);
    }
}

static gboolean
copy_all (const char *data, gsize length, gsize step, GString *text, GError **error)
{
  g_autoptr (GInputStream) stream = open_drip (data, length, step);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_stream (stream, "fuzz", NULL, NULL);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_string (text);
  g_autoptr (GError) failure = NULL;

  if (!copy_value (reader, writer, error) || !liaison_json_reader_finish (reader, error))
    return FALSE;
  if (!liaison_json_writer_finish (writer, &failure))
    give_up ("what was read is not written", failure);
  return TRUE;
}

static void
check_same_errors (const GError *one, const GError *other)
{
  g_assert_true ((one == NULL) == (other == NULL));
  if (one == NULL)
    return;
  g_assert_true (one->domain == LIAISON_JSON_ERROR && other->domain == one->domain
                 && other->code == one->code);
  g_assert_cmpstr (one->message, ==, other->message);
}

/* A copy through values is canonical: copying it once more changes nothing. */
static void
check_copy (const char *data, gsize length, gsize step, const GError *expected)
{
  g_autoptr (GString) copy = g_string_new (NULL);
  g_autoptr (GString) second = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  if (!copy_all (data, length, step, copy, &error))
    {
      check_same_errors (expected, error);
      return;
    }
  g_assert_null (expected);
  if (!copy_all (copy->str, copy->len, copy->len, second, &error))
    give_up ("what was written is refused", error);
  g_assert_true (g_string_equal (copy, second));
}

int
LLVMFuzzerTestOneInput (const guint8 *input, gsize size)
{
  gsize step = size > 0 ? input[0] % 16 + 1 : 1;
  const char *data = size > 0 ? (const char *) input + 1 : "";
  gsize length = size > 0 ? size - 1 : 0;
  g_autoptr (LiaisonJsonReader) whole =
      liaison_json_reader_new_for_data (data, length, "fuzz", NULL);
  g_autoptr (GInputStream) stream = open_drip (data, length, step);
  g_autoptr (LiaisonJsonReader) drip =
      liaison_json_reader_new_for_stream (stream, "fuzz", NULL, NULL);
  g_autoptr (GString) raw = g_string_new (NULL);
  g_autoptr (GString) other = g_string_new (NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) drip_error = NULL;
  gboolean accepted = keep_raw (whole, raw, &error);

  g_assert_true (accepted == keep_raw (drip, other, &drip_error));
  check_same_errors (error, drip_error);
  if (accepted)
    {
      g_assert_true (g_string_equal (raw, other));
      check_round_trip (raw);
    }
  check_copy (data, length, step, error);
  return 0;
}
