/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How fast plan files are read and written, against json-glib on the same bytes in the same run.
 * bench-json [EVENTS | FILE [STEP]]: makes events itself (100,000 unless told) or takes a plan;
 * STEP runs that one only. */
#include "config.h"

#include "json/reader.h"
#include "json/writer.h"

#include <json-glib/json-glib.h>
#include <string.h>

#define ROUNDS 5

#define TITLES 2

typedef struct
{
  char *id, *start, *end, *kind, *site, *note;
  char *titles[TITLES];
  gint64 order;
  double hours;
  gboolean fixed;
} Event;

static const char *const event_names[] = { "id",   "kind",  "title", "start", "end",
                                           "site", "order", "hours", "fixed", "note" };
static const guint8 event_lengths[] = { 2, 4, 5, 5, 3, 4, 5, 5, 5, 4 };
static const LiaisonJsonNames event_table = { G_N_ELEMENTS (event_names), event_names,
                                              event_lengths };

static const char *const languages[TITLES] = { "en", "fr" };

static void
make_event (Event *event, guint i)
{
  event->id = g_strdup_printf ("0190%04x-7c3e-7a51-9b1d-%012x", i / 7, i);
  event->kind = g_strdup ("training-serial");
  event->titles[0] = g_strdup_printf ("Convoy escort and medical evacuation rehearsal %u", i);
  event->titles[1] =
      g_strdup_printf ("Répétition d’escorte de convoi et d’évacuation médicale %u", i);
  event->start = g_strdup_printf ("2027-05-%02uT%02u:00+02:00[Europe/Oslo]", 1 + i % 28, i % 24);
  event->end = g_strdup_printf ("STARTEX+%uh", i % 400);
  event->site = g_strdup_printf ("0190%04x-7c3e-7a51-8000-%012x", i % 50, i % 97);
  event->order = i;
  event->hours = (i % 96) / 4.0;
  event->fixed = i % 3 == 0;
  event->note = g_strdup (
      "Bring \"proof of identity\".\nThe host nation provides transport, rations and shelter.");
}

static void
clear_event (Event *event)
{
  g_free (event->id);
  g_free (event->kind);
  g_free (event->start);
  g_free (event->end);
  g_free (event->site);
  g_free (event->note);
  for (guint i = 0; i < TITLES; i++)
    g_free (event->titles[i]);
}

static void
write_event (LiaisonJsonWriter *writer, const Event *event)
{
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "id");
  liaison_json_writer_string (writer, event->id);
  liaison_json_writer_name (writer, "kind");
  liaison_json_writer_string (writer, event->kind);
  liaison_json_writer_name (writer, "title");
  liaison_json_writer_begin_object (writer);
  for (guint i = 0; i < TITLES; i++)
    {
      liaison_json_writer_name (writer, languages[i]);
      liaison_json_writer_string (writer, event->titles[i]);
    }
  liaison_json_writer_end_object (writer);
  liaison_json_writer_name (writer, "start");
  liaison_json_writer_string (writer, event->start);
  liaison_json_writer_name (writer, "end");
  liaison_json_writer_string (writer, event->end);
  liaison_json_writer_name (writer, "site");
  liaison_json_writer_string (writer, event->site);
  liaison_json_writer_name (writer, "order");
  liaison_json_writer_integer (writer, event->order);
  liaison_json_writer_name (writer, "hours");
  liaison_json_writer_number (writer, event->hours);
  liaison_json_writer_name (writer, "fixed");
  liaison_json_writer_boolean (writer, event->fixed);
  liaison_json_writer_name (writer, "note");
  liaison_json_writer_string (writer, event->note);
  liaison_json_writer_end_object (writer);
}

static void
write_events (GOutputStream *stream, const Event *events, guint n)
{
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_stream (stream, NULL);
  g_autoptr (GError) error = NULL;

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "events");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < n; i++)
    write_event (writer, &events[i]);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  if (!liaison_json_writer_finish (writer, &error))
    g_error ("%s", error->message);
}

static gboolean
read_text (LiaisonJsonReader *reader, char **to, GError **error)
{
  const char *text;
  gsize length;

  if (!liaison_json_reader_read_string (reader, &text, &length, error))
    return FALSE;
  *to = g_memdup2 (text, length + 1);
  return TRUE;
}

static gboolean
read_titles (LiaisonJsonReader *reader, Event *event, GError **error)
{
  const char *language;

  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  for (;;)
    {
      if (!liaison_json_reader_next_member (reader, &language, NULL, error))
        return FALSE;
      if (language == NULL)
        return TRUE;
      if (!read_text (reader, &event->titles[g_str_equal (language, "fr")], error))
        return FALSE;
    }
}

static gboolean
read_field (LiaisonJsonReader *reader, Event *event, guint index, GError **error)
{
  char **const texts[] = { &event->id,   &event->kind, NULL, &event->start, &event->end,
                           &event->site, NULL,         NULL, NULL,          &event->note };

  switch (index)
    {
    case 2:
      return read_titles (reader, event, error);
    case 6:
      return liaison_json_reader_read_integer (reader, &event->order, error);
    case 7:
      return liaison_json_reader_read_number (reader, &event->hours, error);
    case 8:
      return liaison_json_reader_read_boolean (reader, &event->fixed, error);
    case LIAISON_JSON_NAME_UNKNOWN:
      return liaison_json_reader_skip (reader, error);
    default:
      return read_text (reader, texts[index], error);
    }
}

static gboolean
read_event (LiaisonJsonReader *reader, Event *event, GError **error)
{
  guint index;

  memset (event, 0, sizeof *event);
  if (!liaison_json_reader_begin_object (reader, error))
    return FALSE;
  for (;;)
    {
      if (!liaison_json_reader_next_name (reader, &event_table, &index, error))
        return FALSE;
      if (index == LIAISON_JSON_NAME_END)
        return TRUE;
      if (!read_field (reader, event, index, error))
        return FALSE;
    }
}

static gboolean
read_events (LiaisonJsonReader *reader, GArray *events, GError **error)
{
  const char *name;
  gboolean more;
  Event event;

  if (!liaison_json_reader_begin_object (reader, error)
      || !liaison_json_reader_next_member (reader, &name, NULL, error)
      || !liaison_json_reader_begin_array (reader, error))
    return FALSE;
  while (liaison_json_reader_next_element (reader, &more, error) && more)
    {
      if (!read_event (reader, &event, error))
        return FALSE;
      g_array_append_val (events, event);
    }
  return liaison_json_reader_next_member (reader, &name, NULL, error)
         && liaison_json_reader_finish (reader, error);
}

/* Measurements: each works on the bytes of a plan. */

typedef struct
{
  const char *data;
  gsize length;
  GArray *events; /* the same as records; NULL for a file */
} Plan;

static void
require (gboolean done, GError *error)
{
  if (!done)
    g_error ("%s", error != NULL ? error->message : "failed");
}

static GInputStream *
open_plan (const Plan *plan)
{
  return g_memory_input_stream_new_from_data (plan->data, (gssize) plan->length, NULL);
}

/* What a measured step leaves. Releasing it is measured on its own: json-glib's tree is dear there.
 */
typedef struct
{
  GArray *events;
  JsonParser *parser;
  GString *raw;
} Result;

static void
clear_result (Result *result)
{
  g_clear_pointer (&result->events, g_array_unref);
  g_clear_object (&result->parser);
  if (result->raw != NULL)
    g_string_free (result->raw, TRUE);
}

static void
run_skip (const Plan *plan, Result *result)
{
  g_autoptr (GInputStream) stream = open_plan (plan);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_stream (stream, "plan", NULL, NULL);
  g_autoptr (GError) error = NULL;

  require (liaison_json_reader_skip (reader, &error) && liaison_json_reader_finish (reader, &error),
           error);
}

static void
run_raw (const Plan *plan, Result *result)
{
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_data (plan->data, plan->length, "plan", NULL);
  g_autoptr (GError) error = NULL;

  result->raw = g_string_sized_new (plan->length);
  require (liaison_json_reader_read_raw (reader, result->raw, &error), error);
}

static void
run_records (const Plan *plan, Result *result)
{
  g_autoptr (GInputStream) stream = open_plan (plan);
  g_autoptr (LiaisonJsonReader) reader =
      liaison_json_reader_new_for_stream (stream, "plan", NULL, NULL);
  g_autoptr (GError) error = NULL;

  result->events = g_array_new (FALSE, FALSE, sizeof (Event));
  g_array_set_clear_func (result->events, (GDestroyNotify) clear_event);
  require (read_events (reader, result->events, &error), error);
}

static void
run_json_glib (const Plan *plan, Result *result)
{
  g_autoptr (GError) error = NULL;

  result->parser = json_parser_new_immutable ();
  require (json_parser_load_from_data (result->parser, plan->data, (gssize) plan->length, &error),
           error);
}

static GOutputStream *
open_output (const Plan *plan)
{
  gsize size = plan->length * 2;

  return g_memory_output_stream_new (g_malloc (size), size, NULL, g_free);
}

static void
run_write (const Plan *plan, Result *result)
{
  g_autoptr (GOutputStream) stream = open_output (plan);

  write_events (stream, (const Event *) (gpointer) plan->events->data, plan->events->len);
}

static void
run_raw_write (const Plan *plan, Result *result)
{
  g_autoptr (GOutputStream) stream = open_output (plan);
  g_autoptr (LiaisonJsonWriter) writer = liaison_json_writer_new_for_stream (stream, NULL);
  g_autoptr (GError) error = NULL;

  liaison_json_writer_raw (writer, plan->data, plan->length);
  require (liaison_json_writer_finish (writer, &error), error);
}

/* In seconds. */
typedef struct
{
  double work;
  double release;
} Times;

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double one = ((const Times *) a)->work;
  double other = ((const Times *) b)->work;

  return (one > other) - (one < other);
}

/* The round with the median time of work. */
static Times
measure (void (*run) (const Plan *plan, Result *result), const Plan *plan, guint rounds)
{
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (Times));

  for (guint i = 0; i < rounds; i++)
    {
      Result result = { NULL };
      gint64 began = g_get_monotonic_time ();
      gint64 done;
      Times times;

      run (plan, &result);
      done = g_get_monotonic_time ();
      clear_result (&result);
      times.work = (double) (done - began) / G_USEC_PER_SEC;
      times.release = (double) (g_get_monotonic_time () - done) / G_USEC_PER_SEC;
      g_array_append_val (all, times);
    }
  g_array_sort (all, compare_times);
  return g_array_index (all, Times, rounds / 2);
}

static void
report (const char *what, Times times, const Plan *plan, Times limit)
{
  g_print ("%-14s %8.3f s %6.0f MB/s, %5.1f x json-glib; with release %.3f s, %5.1f x\n", what,
           times.work, (double) plan->length / times.work / 1e6, limit.work / times.work,
           times.work + times.release, (limit.work + limit.release) / (times.work + times.release));
}

static GBytes *
make_plan (guint n, GArray *events)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();

  g_array_set_size (events, n);
  for (guint i = 0; i < n; i++)
    make_event (&g_array_index (events, Event, i), i);
  write_events (stream, (const Event *) (gpointer) events->data, n);
  g_output_stream_close (stream, NULL, NULL);
  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (stream));
}

static GBytes *
load_plan (const char *path)
{
  g_autoptr (GError) error = NULL;
  char *data;
  gsize length;

  if (!g_file_get_contents (path, &data, &length, &error))
    g_error ("%s", error->message);
  return g_bytes_new_take (data, length);
}

static const struct
{
  const char *name;
  void (*run) (const Plan *plan, Result *result);
  gboolean of_events;
} steps[] = {
  { "scan", run_skip, FALSE },           { "keep-raw", run_raw, FALSE },
  { "write-raw", run_raw_write, FALSE }, { "read-records", run_records, TRUE },
  { "write-records", run_write, TRUE },
};

static gboolean
is_wanted (guint step, const Plan *plan, const char *only)
{
  return (plan->events != NULL || !steps[step].of_events)
         && (only == NULL || g_str_equal (only, steps[step].name));
}

int
main (int argc, char **argv)
{
  const char *what = argc > 1 ? argv[1] : "100000";
  gboolean is_count = strspn (what, "0123456789") == strlen (what);
  g_autoptr (GArray) events = g_array_new (FALSE, TRUE, sizeof (Event));
  g_autoptr (GBytes) bytes = NULL;
  Plan plan = { NULL };
  Times times[G_N_ELEMENTS (steps)];
  Times limit;

  g_array_set_clear_func (events, (GDestroyNotify) clear_event);
  bytes =
      is_count ? make_plan ((guint) g_ascii_strtoull (what, NULL, 10), events) : load_plan (what);
  plan.data = g_bytes_get_data (bytes, &plan.length);
  plan.events = is_count ? events : NULL;
  g_print ("%.1f MB\n", (double) plan.length / 1e6);

  /* json-glib last: the heap it leaves behind makes every later allocation slower. */
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (is_wanted (i, &plan, argc > 2 ? argv[2] : NULL))
      times[i] = measure (steps[i].run, &plan, ROUNDS);
  limit = measure (run_json_glib, &plan, 3);
  report ("json-glib", limit, &plan, limit);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    if (is_wanted (i, &plan, argc > 2 ? argv[2] : NULL))
      report (steps[i].name, times[i], &plan, limit);
  return 0;
}
