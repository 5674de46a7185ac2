/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "grid.h"
#include "interrupt.h"

#include "record/duration.h"
#include "schedule/working-times.h"

/* What is shown, and how it is told. Borrows all. */
typedef struct
{
  const LiaisonCriticalPath *path;
  const LiaisonScheduledEvent *events;
  const LiaisonTiming *timings;
  guint n;
  LiaisonManner manner;
} Path;

static char *
tell_duration (const Path *path, gint64 seconds)
{
  LiaisonOperand operand = liaison_operand_duration ("duration", seconds);

  return liaison_words_format_operand (path->manner.words, &operand, NULL);
}

static void
add_cell (LiaisonGrid *grid, char *taken)
{
  liaison_grid_add (grid, taken);
  g_free (taken);
}

static void
add_row (LiaisonGrid *grid, const Path *path, guint event)
{
  const LiaisonTiming *timing = &path->timings[event];
  const LiaisonBlock *block = path->events[event].block;
  const char *zone = liaison_times_get_zone (&path->manner.lookup, block);

  add_cell (grid, liaison_manner_tell_time (&path->manner, timing->earliest_start, zone));
  add_cell (grid,
            tell_duration (path, timing->earliest_end - timing->earliest_start));
  if (timing->bounded)
    {
      add_cell (grid, tell_duration (path, timing->total_slack));
      add_cell (grid, tell_duration (path, timing->free_slack));
    }
  else
    {
      liaison_grid_add (grid, "");
      liaison_grid_add (grid, "");
    }
  add_cell (grid, liaison_manner_tell_block_name (&path->manner, block));
}

static LiaisonGrid *
new_grid (void)
{
  /* Translators: Heads of a table of events: how late each may be before the end slips, and before
   * any other event must move. */
  const char *const heads[] = { N_ ("Start"), N_ ("Duration"), N_ ("Slack"), N_ ("Free slack"),
                                N_ ("Event") };
  LiaisonGrid *grid = liaison_grid_new (G_N_ELEMENTS (heads));

  liaison_grid_set_role (grid, 0, LIAISON_GRID_WHOLE);
  for (guint i = 1; i < 4; i++)
    liaison_grid_set_role (grid, i, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 4, LIAISON_GRID_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    liaison_grid_add (grid, _ (heads[i]));
  return grid;
}

static void
print_rows (const Path *path, const guint *events, guint n)
{
  g_autoptr (LiaisonGrid) grid = new_grid ();

  for (guint i = 0; i < n; i++)
    add_row (grid, path, events[i]);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
print_circle (const Path *path, guint circle)
{
  g_autoptr (GArray) operands = liaison_operands_new ();
  guint n;
  const guint *events = liaison_critical_path_get_circle (path->path, circle, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonOperand operand
          = liaison_operand_record ("events", path->events[events[i]].block->id);
      g_array_append_val (operands, operand);
    }
  g_autofree char *line = liaison_manner_tell_sentence (
      &path->manner, N_ ("These wait for each other in a circle: {events}."), operands);
  liaison_output_print_line (line);
}

static int
compare_events (gconstpointer a, gconstpointer b, gpointer data)
{
  const LiaisonTiming *timings = data;
  guint one = *(const guint *) a, two = *(const guint *) b;

  if (timings[one].earliest_start != timings[two].earliest_start)
    return timings[one].earliest_start < timings[two].earliest_start ? -1 : 1;
  return one < two ? -1 : one > two;
}

/* An event that only ends its network alone makes no chain. */
static guint
count_long_chains (const Path *path)
{
  guint n, n_long = 0;

  for (guint i = 0; i < liaison_critical_path_count_chains (path->path); i++)
    {
      liaison_critical_path_get_chain (path->path, i, &n);
      n_long += n > 1;
    }
  return n_long;
}

/* Notes the events of long chains, which are shown by themselves. */
static guint8 *
mark_chained (const Path *path)
{
  guint8 *marks = g_new0 (guint8, path->n + 1);
  guint n;

  for (guint i = 0; i < liaison_critical_path_count_chains (path->path); i++)
    {
      const guint *chain = liaison_critical_path_get_chain (path->path, i, &n);
      for (guint k = 0; n > 1 && k < n; k++)
        marks[chain[k]] = TRUE;
    }
  return marks;
}

static void
print_others (const Path *path)
{
  g_autoptr (GArray) others = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autofree guint8 *chained = mark_chained (path);

  for (guint i = 0; i < path->n; i++)
    if (path->timings[i].takes_part && path->timings[i].bounded && !chained[i])
      g_array_append_val (others, i);
  if (others->len == 0)
    return;
  g_qsort_with_data (others->data, others->len, sizeof (guint), compare_events,
                     (gpointer) path->timings);
  liaison_output_print_line ("");
  liaison_output_print_line (_ ("Events with slack or a deadline"));
  print_rows (path, (const guint *) (gconstpointer) others->data, others->len);
}

static void
print_path (const Path *path)
{
  guint n_chains = liaison_critical_path_count_chains (path->path);
  guint n_circles = liaison_critical_path_count_circles (path->path);
  guint n_long = count_long_chains (path);
  guint n, number = 0;

  for (guint i = 0; i < n_circles; i++)
    print_circle (path, i);
  for (guint i = 0; i < n_chains; i++)
    {
      const guint *chain = liaison_critical_path_get_chain (path->path, i, &n);
      if (n < 2)
        continue;
      g_autofree char *head = liaison_words_format (
          path->manner.words, N_ ("Critical chain {number} of {count}"),
          liaison_operand_integer ("number", ++number), liaison_operand_integer ("count", n_long));
      if (number > 1 || n_circles > 0)
        liaison_output_print_line ("");
      liaison_output_print_line (head);
      print_rows (path, chain, n);
    }
  if (n_long == 0)
    liaison_output_print_line (_ ("No two events depend on each other without slack between them: "
                                  "there is no critical chain."));
  print_others (path);
}

static void
write_id (const Path *path, guint event, LiaisonJsonWriter *writer)
{
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (path->events[event].block->id, id);
  liaison_json_writer_string (writer, id);
}

static void
write_time (const Path *path, guint event, const char *name, gint64 seconds,
            LiaisonJsonWriter *writer)
{
  const char *zone = liaison_times_get_zone (&path->manner.lookup, path->events[event].block);
  char text[LIAISON_INSTANT_TEXT_SIZE] = "";
  LiaisonInstant instant = { 0 };

  if (liaison_instant_from_unix (seconds, zone, &instant))
    liaison_instant_format (&instant, text);
  liaison_command_write_member (writer, name, text[0] != '\0' ? text : NULL);
}

static void
write_integer (LiaisonJsonWriter *writer, const char *name, gint64 integer)
{
  liaison_json_writer_name (writer, name);
  liaison_json_writer_integer (writer, integer);
}

static void
write_reasons (const Path *path, guint event, LiaisonJsonWriter *writer)
{
  g_autoptr (GArray) holds = liaison_critical_path_explain (path->path, event);

  liaison_json_writer_name (writer, "why");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < holds->len; i++)
    {
      const LiaisonHold *hold = &g_array_index (holds, LiaisonHold, i);
      g_autofree char *text
          = liaison_manner_tell_sentence (&path->manner, hold->sentence, hold->operands);
      g_autofree char *plain = liaison_words_dup_without_isolates (text);
      liaison_json_writer_string (writer, plain);
    }
  liaison_json_writer_end_array (writer);
}

static void
write_event (const Path *path, guint event, LiaisonJsonWriter *writer)
{
  const LiaisonTiming *timing = &path->timings[event];
  g_autofree char *name
      = liaison_manner_tell_block_name (&path->manner, path->events[event].block);

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "id");
  write_id (path, event, writer);
  liaison_command_write_member (writer, "name", name);
  write_time (path, event, "earliest-start", timing->earliest_start, writer);
  write_time (path, event, "earliest-end", timing->earliest_end, writer);
  if (timing->bounded)
    {
      write_time (path, event, "latest-start", timing->latest_start, writer);
      write_time (path, event, "latest-end", timing->latest_end, writer);
      write_integer (writer, "total-slack", timing->total_slack);
      write_integer (writer, "free-slack", timing->free_slack);
    }
  if (timing->network != LIAISON_NO_PLACE)
    write_integer (writer, "network", timing->network);
  liaison_json_writer_name (writer, "placed");
  liaison_json_writer_boolean (writer, timing->placed);
  liaison_json_writer_name (writer, "critical");
  liaison_json_writer_boolean (writer, timing->critical);
  write_reasons (path, event, writer);
  liaison_json_writer_end_object (writer);
}

static void
write_lists (const Path *path, const char *name, guint n_lists,
             const guint *(*get) (const LiaisonCriticalPath *path, guint list, guint *n),
             LiaisonJsonWriter *writer)
{
  guint n;

  liaison_json_writer_name (writer, name);
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < n_lists; i++)
    {
      const guint *events = get (path->path, i, &n);
      liaison_json_writer_begin_array (writer);
      for (guint k = 0; k < n; k++)
        write_id (path, events[k], writer);
      liaison_json_writer_end_array (writer);
    }
  liaison_json_writer_end_array (writer);
}

static int
write_path (const Path *path, int status)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  write_lists (path, "chains", liaison_critical_path_count_chains (path->path),
               liaison_critical_path_get_chain, writer);
  write_lists (path, "circles", liaison_critical_path_count_circles (path->path),
               liaison_critical_path_get_circle, writer);
  liaison_json_writer_name (writer, "events");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < path->n; i++)
    if (path->timings[i].takes_part)
      write_event (path, i, writer);
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, status);
}

/* A circle, or an event that is late already, is something found. */
static int
get_status (const Path *path)
{
  if (liaison_critical_path_count_circles (path->path) > 0)
    return LIAISON_EXIT_FOUND;
  for (guint i = 0; i < path->n; i++)
    if (path->timings[i].takes_part && path->timings[i].bounded && path->timings[i].total_slack < 0)
      return LIAISON_EXIT_FOUND;
  return LIAISON_EXIT_DONE;
}

static int
run (int argc, char *argv[])
{
  if (!liaison_command_parse (&liaison_verb_critical_path, NULL, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_critical_path, _ ("say which plan"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  g_autoptr (LiaisonBookings) bookings = liaison_bookings_new (snapshot);
  g_autoptr (LiaisonWorkingTimes) times = liaison_working_times_new (snapshot, bookings);
  g_autoptr (LiaisonCriticalPath) found
      = liaison_critical_path_new (snapshot, bookings, liaison_working_times_get (times));
  Path path = { .path = found, .manner = liaison_command_get_manner (snapshot) };

  path.events = liaison_bookings_get_events (bookings, &path.n);
  path.timings = liaison_critical_path_get_timings (found, &path.n);
  if (liaison_command_wants_json ())
    return write_path (&path, get_status (&path));
  print_path (&path);
  return get_status (&path);
}

const LiaisonVerb liaison_verb_critical_path = {
  "critical-path",
  N_ ("PLAN"),
  N_ ("Show what determines the end, and what may slip"),
  run,
  N_ ("The critical chains are the events that nothing may delay without delaying the last event "
      "that depends on them. Slack says how much later an event may be before that end, or a "
      "deadline, is missed; free slack, before any other event must move.\n\nThe status is 1 "
      "where events wait for each other in a circle or one is late already."),
};
