/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "grid.h"
#include "show.h"

#include "record/kinds/action.h"
#include "record/kinds/exercise.h"
#include "record/zone.h"
#include "review/summary.h"
#include "words/dates.h"

#include <string.h>

#define DAY 86400
/* Open actions that are named; the others are counted. */
#define MAX_ACTIONS 10

/* What the halves below share. */
typedef struct
{
  const LiaisonManner *manner;
  const LiaisonExerciseData *exercise;
  const LiaisonSummary *summary;
  gint32 today; /* days since 1970 */
} Telling;

/* "141300ZMAY27, 14 May 2027, 15:00 (Oslo)", the second in the exercise's own zone. */
static char *
tell_time (const Telling *self, gint64 seconds)
{
  LiaisonManner local = *self->manner;
  g_autofree char *dtg = liaison_manner_tell_time (self->manner, seconds, "Etc/UTC");
  g_autofree char *date = NULL;

  local.format = LIAISON_TIME_AS_LOCAL;
  date = liaison_manner_tell_time (&local, seconds, self->exercise->zone);
  /* Translators: One time, written in two ways: “141300ZMAY27, 14 May 2027, 15:00 (Oslo)”. */
  return liaison_words_format (self->manner->words, N_ ("{dtg}, {date}"),
                               liaison_operand_text ("dtg", dtg),
                               liaison_operand_text ("date", date));
}

static void
print_line (const Telling *self, const char *label, const char *text)
{
  /* Translators: A line such as “Type: Live exercise”. */
  g_autofree char *line = liaison_words_format (self->manner->words, N_ ("{label}: {text}"),
                                                liaison_operand_field ("label", label),
                                                liaison_operand_text ("text", text));

  liaison_output_print_line (line);
}

static void
print_field (const Telling *self, guint index)
{
  const LiaisonBlock *block = &self->exercise->block;
  const LiaisonField *field = &block->shape->fields[index];
  g_autofree char *told = liaison_manner_tell_field (self->manner, block, field);

  if (liaison_block_field_is_set (block, field))
    print_line (self, field->label, told);
}

static void
print_time (const Telling *self, const char *label, LiaisonTimeState state, gint64 seconds)
{
  g_autofree char *told =
      state == LIAISON_TIME_KNOWN ? tell_time (self, seconds) : g_strdup (_ ("not fixed yet"));

  print_line (self, label, told);
}

/* Days from today until the day of STARTEX, in the person's zone. */
static gint32
count_down (const Telling *self)
{
  gint32 offset = 0;

  liaison_zone_get_offset (self->manner->zone, self->summary->startex, &offset);
  return (self->summary->startex + offset) / DAY - self->today;
}

static void
print_countdown (const Telling *self)
{
  g_autofree char *days = NULL;

  if (self->summary->startex_state != LIAISON_TIME_KNOWN)
    return;
  days = liaison_words_format_relative_days (self->manner->words, count_down (self));
  /* Translators: Before “in 12 days”, “today” or “3 days ago”. */
  print_line (self, N_ ("The exercise starts"), days);
}

static void
print_conference (const Telling *self)
{
  const LiaisonSummary *summary = self->summary;
  g_autofree char *name = NULL, *time = NULL, *told = NULL;

  if (liaison_id_is_zero (summary->next_conference))
    return;
  name = liaison_manner_tell_name (self->manner, summary->next_conference);
  time = tell_time (self, summary->next_conference_start);
  /* Translators: A conference and when it begins. */
  told = liaison_words_format (self->manner->words, N_ ("{conference}, {time}"),
                               liaison_operand_text ("conference", name),
                               liaison_operand_text ("time", time));
  print_line (self, N_ ("Next conference"), told);
}

static void
print_counts (const Telling *self)
{
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (2);

  liaison_grid_set_role (grid, 1, LIAISON_GRID_NUMBER);
  for (guint kind = LIAISON_KIND_EXERCISE + 1; kind < LIAISON_N_KINDS; kind++)
    {
      g_autofree char *count = g_strdup_printf ("%u", self->summary->counts[kind]);

      if (self->summary->counts[kind] == 0)
        continue;
      liaison_grid_add (grid, _ (liaison_kind_get (kind)->plural_label));
      liaison_grid_add (grid, count);
    }
  g_print ("\n");
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
print_action (const Telling *self, LiaisonId id)
{
  const LiaisonBlock *action = liaison_lookup_find (&self->manner->lookup, id);
  g_autofree char *name = liaison_manner_tell_name (self->manner, id);
  g_autofree char *date = NULL, *line = NULL;
  gint32 due;

  if (!liaison_action_get_due (&self->manner->lookup, action, &due))
    {
      line = g_strdup_printf ("  %s", name);
      liaison_output_print_line (line);
      return;
    }
  date = liaison_words_format_day (self->manner->words, due, LIAISON_DATE_MEDIUM);
  line = liaison_words_format (
      self->manner->words,
      due < self->today ? N_ ("  {action}, late since {date}") : N_ ("  {action}, due {date}"),
      liaison_operand_text ("action", name), liaison_operand_text ("date", date));
  liaison_output_print_line (line);
}

static void
print_actions (const Telling *self)
{
  const GArray *actions = self->summary->open_actions;
  g_autofree char *open = NULL, *late = NULL;

  if (actions->len == 0)
    return;
  open = liaison_words_format_plural (self->manner->words, "{n} open action", "{n} open actions",
                                      actions->len, liaison_operand_integer ("n", actions->len));
  /* Translators: Open actions that were due before today. */
  late = liaison_words_format_plural (self->manner->words, "{n} of them late", "{n} of them late",
                                      self->summary->late_actions,
                                      liaison_operand_integer ("n", self->summary->late_actions));
  g_autofree char *head = liaison_words_format (self->manner->words, N_ ("{open}, {late}:"),
                                                liaison_operand_text ("open", open),
                                                liaison_operand_text ("late", late));
  g_print ("\n");
  liaison_output_print_line (head);
  for (guint i = 0; i < MIN (actions->len, MAX_ACTIONS); i++)
    print_action (self, g_array_index (actions, LiaisonId, i));
  if (actions->len > MAX_ACTIONS)
    {
      guint more = actions->len - MAX_ACTIONS;
      g_autofree char *rest =
          liaison_words_format_plural (self->manner->words, "  and {n} more", "  and {n} more",
                                       more, liaison_operand_integer ("n", more));

      liaison_output_print_line (rest);
    }
}

static void
print_summary (const Telling *self)
{
  g_autofree char *name = liaison_manner_tell_block_name (self->manner, &self->exercise->block);

  liaison_output_print_line (name);
  print_field (self, LIAISON_FIELD (Exercise, type));
  print_field (self, LIAISON_FIELD (Exercise, phase));
  print_field (self, LIAISON_FIELD (Exercise, place));
  print_field (self, LIAISON_FIELD (Exercise, host));
  print_time (self, N_ ("STARTEX"), self->summary->startex_state, self->summary->startex);
  print_time (self, N_ ("ENDEX"), self->summary->endex_state, self->summary->endex);
  print_countdown (self);
  print_conference (self);
  print_counts (self);
  print_actions (self);
}

static void
write_time (LiaisonJsonWriter *writer, const char *name, gboolean known, gint64 seconds)
{
  char text[LIAISON_INSTANT_TEXT_SIZE] = "";
  LiaisonInstant instant;

  if (known && liaison_instant_from_unix (seconds, NULL, &instant))
    liaison_instant_format (&instant, text);
  liaison_command_write_member (writer, name, *text != '\0' ? text : NULL);
}

static void
write_id (LiaisonJsonWriter *writer, LiaisonId id)
{
  char text[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (id, text);
  liaison_json_writer_string (writer, text);
}

static void
write_conference (const Telling *self, LiaisonJsonWriter *writer)
{
  LiaisonId id = self->summary->next_conference;
  g_autofree char *name = NULL;

  liaison_json_writer_name (writer, "next-conference");
  if (liaison_id_is_zero (id))
    {
      liaison_json_writer_null (writer);
      return;
    }
  name = liaison_manner_tell_name (self->manner, id);
  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "id");
  write_id (writer, id);
  liaison_command_write_member (writer, "title", name);
  write_time (writer, "start", TRUE, self->summary->next_conference_start);
  liaison_json_writer_end_object (writer);
}

static void
write_choice (const Telling *self, LiaisonJsonWriter *writer, guint index)
{
  const LiaisonField *field = &self->exercise->block.shape->fields[index];
  int place = *(const int *) LIAISON_BLOCK_AT (self->exercise, field);

  liaison_command_write_member (writer, field->name,
                                place > 0 ? field->choices->choices[place].nick : NULL);
}

static int
write_summary (const Telling *self)
{
  const LiaisonSummary *summary = self->summary;
  LiaisonJsonWriter *writer = liaison_output_begin_json ();
  g_autofree char *name = liaison_manner_tell_block_name (self->manner, &self->exercise->block);

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "id");
  write_id (writer, self->exercise->block.id);
  liaison_command_write_member (writer, "name", name);
  write_choice (self, writer, LIAISON_FIELD (Exercise, type));
  write_choice (self, writer, LIAISON_FIELD (Exercise, phase));
  write_time (writer, "startex", summary->startex_state == LIAISON_TIME_KNOWN, summary->startex);
  write_time (writer, "endex", summary->endex_state == LIAISON_TIME_KNOWN, summary->endex);
  liaison_json_writer_name (writer, "days-to-startex");
  if (summary->startex_state == LIAISON_TIME_KNOWN)
    liaison_json_writer_integer (writer, count_down (self));
  else
    liaison_json_writer_null (writer);
  write_conference (self, writer);
  liaison_json_writer_name (writer, "counts");
  liaison_json_writer_begin_object (writer);
  for (guint kind = LIAISON_KIND_EXERCISE + 1; kind < LIAISON_N_KINDS; kind++)
    {
      liaison_json_writer_name (writer, liaison_kind_get (kind)->plural);
      liaison_json_writer_integer (writer, summary->counts[kind]);
    }
  liaison_json_writer_end_object (writer);
  liaison_json_writer_name (writer, "open-actions");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < summary->open_actions->len; i++)
    write_id (writer, g_array_index (summary->open_actions, LiaisonId, i));
  liaison_json_writer_end_array (writer);
  liaison_json_writer_name (writer, "late-actions");
  liaison_json_writer_integer (writer, summary->late_actions);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, LIAISON_EXIT_DONE);
}

int
liaison_show_summary (const LiaisonSnapshot *snapshot)
{
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_auto (LiaisonSummary) summary = { 0 };
  gint32 offset = 0;

  liaison_zone_get_offset (manner.zone, manner.now, &offset);
  liaison_summary_take (&summary, snapshot, &manner.lookup, manner.now, offset);
  const Telling telling = { &manner,
                            LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (snapshot)),
                            &summary, (manner.now + offset) / DAY };

  if (liaison_command_wants_json ())
    return write_summary (&telling);
  print_summary (&telling);
  return LIAISON_EXIT_DONE;
}
