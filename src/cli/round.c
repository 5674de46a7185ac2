/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "grid.h"
#include "pages-output.h"

#include "arrangements/circuits.h"
#include "arrangements/days.h"
#include "arrangements/round.h"
#include "edit/editor.h"
#include "pack/round-pages.h"
#include "record/duration.h"
#include "record/kinds/exercise.h"
#include "record/record.h"
#include "words/dates.h"

#include <stdlib.h>
#include <string.h>

typedef struct
{
  char *output, *day, *results, *paper;
  gboolean all;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->output);
  g_free (self->day);
  g_free (self->results);
  g_free (self->paper);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

static void
add_line (LiaisonGrid *grid, const LiaisonRound *round, guint number, const LiaisonManner *manner)
{
  const LiaisonRoundLine *line = &g_array_index (round->lines, LiaisonRoundLine, number);
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, line->channel);
  g_autofree char *count = g_strdup_printf ("%u", number + 1);
  g_autofree char *time = line->time != G_MAXINT64
                              ? liaison_manner_tell_time (manner, line->time, round->zone)
                              : g_strdup ("");
  g_autofree char *name = liaison_manner_tell_block_name (manner, line->channel);
  g_autofree char *to =
      !liaison_id_is_zero (line->to) ? liaison_manner_tell_name (manner, line->to) : g_strdup ("");
  LiaisonTestReading reading = { 0 };
  g_autofree char *told = NULL;

  if (line->test != NULL)
    reading = liaison_test_reading_of (line->test);
  told = liaison_test_reading_tell (manner->words, &reading);
  liaison_grid_add (grid, count);
  liaison_grid_add (grid, time);
  liaison_grid_add (grid, channel->code != NULL ? channel->code : "");
  liaison_grid_add (grid, name);
  liaison_grid_add (grid, to);
  liaison_grid_add (grid, *told == '\0' && line->overdue ? _ ("overdue") : told);
}

static void
print_round (const LiaisonRound *round, const LiaisonManner *manner)
{
  const char *const heads[] = { N_ ("No."),     N_ ("Time"), N_ ("Code"),
                                N_ ("Channel"), N_ ("Call"), N_ ("Result") };
  g_autoptr (LiaisonGrid) grid = liaison_grid_new (G_N_ELEMENTS (heads));
  g_autofree char *day = liaison_words_format_day (manner->words, round->day, LIAISON_DATE_FULL);

  liaison_output_print_line (day);
  if (round->lines->len == 0)
    {
      liaison_output_print_line (_ ("Nothing is to be checked on this day."));
      return;
    }
  liaison_grid_set_role (grid, 0, LIAISON_GRID_NUMBER);
  liaison_grid_set_role (grid, 1, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 2, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 3, LIAISON_GRID_NAME);
  for (guint i = 0; i < G_N_ELEMENTS (heads); i++)
    liaison_grid_add (grid, _ (heads[i]));
  for (guint i = 0; i < round->lines->len; i++)
    add_line (grid, round, i, manner);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static int
write_round (const LiaisonRound *round, const LiaisonManner *manner, int status)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();
  char date[LIAISON_DATE_TEXT_SIZE];

  liaison_date_format (round->day, date);
  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "day", date);
  liaison_json_writer_name (writer, "lines");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < round->lines->len; i++)
    {
      const LiaisonRoundLine *line = &g_array_index (round->lines, LiaisonRoundLine, i);
      char id[LIAISON_ID_TEXT_SIZE], time[LIAISON_INSTANT_TEXT_SIZE] = "";
      LiaisonInstant instant = { 0 };

      liaison_id_format (line->channel->id, id);
      if (line->time != G_MAXINT64
          && liaison_instant_from_unix (line->time, round->zone, &instant))
        liaison_instant_format (&instant, time);
      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "channel", id);
      liaison_command_write_member (writer, "code", LIAISON_DATA (Channel, line->channel)->code);
      liaison_command_write_member (writer, "time", *time != '\0' ? time : NULL);
      liaison_command_write_member (
          writer, "result",
          line->test != NULL
              ? liaison_test_results.choices[LIAISON_DATA (ChannelTest, line->test)->result].nick
              : NULL);
      liaison_json_writer_name (writer, "overdue");
      liaison_json_writer_boolean (writer, line->overdue);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, status);
}

/* Results typed in */

/* The line that @word names: its number on the sheet, or the code of its circuit. */
static gboolean
find_line (const LiaisonRound *round, const char *word, guint *line)
{
  char *end;
  guint64 number = g_ascii_strtoull (word, &end, 10);

  if (*end == '\0' && number >= 1 && number <= round->lines->len)
    {
      *line = (guint) number - 1;
      return TRUE;
    }
  for (*line = 0; *line < round->lines->len; (*line)++)
    {
      const LiaisonRoundLine *each = &g_array_index (round->lines, LiaisonRoundLine, *line);
      const char *code = LIAISON_DATA (Channel, each->channel)->code;

      if (code != NULL && g_ascii_strcasecmp (code, word) == 0)
        return TRUE;
    }
  return FALSE;
}

/* "3 5 5" or "CH-01P loud and clear"; a blank line and one that begins with # are passed over. */
static gboolean
read_line (const LiaisonRound *round,
           char *text,
           GArray *lines,
           GArray *readings,
           GError **error)
{
  LiaisonTestReading reading;
  char *rest = g_strstrip (text);
  guint line;

  if (*rest == '\0' || *rest == '#')
    return TRUE;
  rest += strcspn (rest, " \t:");
  if (*rest != '\0')
    *rest++ = '\0';
  if (!find_line (round, g_strstrip (text), &line))
    {
      g_autofree char *problem = liaison_words_format (
          liaison_command_get_words (),
          N_ ("“{text}” is neither the number of a line of the round nor the code of a circuit in it."),
          liaison_operand_text ("text", text));
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, problem);
      return FALSE;
    }
  if (!liaison_test_reading_parse (liaison_command_get_words (), g_strstrip (rest), &reading, error))
    return FALSE;
  g_array_append_val (lines, line);
  g_array_append_val (readings, reading);
  return TRUE;
}

static gboolean
read_results (
    const LiaisonRound *round, const char *path, GArray *lines, GArray *readings, GError **error)
{
  g_autofree char *text = NULL;
  g_auto (GStrv) typed = NULL;

  if (!g_file_get_contents (strcmp (path, "-") == 0 ? "/dev/stdin" : path, &text, NULL, error))
    return FALSE;
  typed = g_strsplit (text, "\n", -1);
  for (guint i = 0; typed[i] != NULL; i++)
    if (!read_line (round, typed[i], lines, readings, error))
      {
        g_prefix_error (error, "%u: ", i + 1);
        return FALSE;
      }
  return TRUE;
}

static gint64
get_now (gpointer data)
{
  return g_get_real_time () / 1000;
}

static int
enter (LiaisonPlan *plan, const LiaisonRound *round, const Wishes *wishes)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) readings = g_array_new (FALSE, FALSE, sizeof (LiaisonTestReading));
  g_autoptr (GError) error = NULL;
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  const LiaisonExerciseData *exercise =
      LIAISON_DATA (Exercise, liaison_snapshot_get_exercise (round->snapshot));
  const LiaisonRoundHand hand = { g_get_real_name (), get_now (NULL), exercise->default_marking };

  if (!read_results (round, wishes->results, lines, readings, &error))
    {
      liaison_command_complain (_ ("The results were not entered."), error);
      return LIAISON_EXIT_FAILED;
    }
  if (lines->len > 0
      && !liaison_editor_commit (
          editor,
          liaison_round_propose (round, (const guint *) (gconstpointer) lines->data,
                                 (const LiaisonTestReading *) (gconstpointer) readings->data, NULL,
                                 lines->len, liaison_words_get_language (liaison_command_get_words ()),
                                 &hand),
          &error))
    {
      liaison_command_complain (_ ("The results were not entered."), error);
      return LIAISON_EXIT_FAILED;
    }
  return liaison_command_save_and_tell (plan, wishes->output, FALSE);
}

static gboolean
choose_setup (const Wishes *wishes, LiaisonPageSetup *setup)
{
  g_autofree char *small = NULL;

  *setup = liaison_page_setup_default ();
  if (wishes->paper == NULL)
    return TRUE;
  small = g_ascii_strdown (wishes->paper, -1);
  setup->paper = liaison_choices_find (&liaison_papers, small, strlen (small));
  if (setup->paper == LIAISON_PAPER_UNSET)
    liaison_command_usage (&liaison_verb_round,
                           _ ("the paper is one of a4 a5 a3 letter legal tabloid pocket"));
  return setup->paper != LIAISON_PAPER_UNSET;
}

static int
work (LiaisonPlan *plan, const Wishes *wishes, gint32 day)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  const char *asked = liaison_command_get_asked_zone ();
  const char *zone = asked != NULL ? asked : liaison_days_get_zone (&manner.lookup);
  g_autoptr (LiaisonRound) round = NULL;
  LiaisonPageSetup setup;

  if (day == LIAISON_DATE_UNSET)
    day = liaison_round_find_day (snapshot, zone, manner.now);
  round = liaison_round_new (snapshot, zone, day, manner.now, wishes->all);
  if (wishes->results != NULL)
    return enter (plan, round, wishes);
  if (wishes->output != NULL)
    {
      g_autoptr (LiaisonPages) pages = NULL;

      if (!choose_setup (wishes, &setup))
        return LIAISON_EXIT_FAILED;
      pages = liaison_round_to_pages (round, &manner, &setup, manner.now);
      if (!liaison_pages_save (pages, _ ("Round sheet"), manner.now, wishes->output))
        return LIAISON_EXIT_FAILED;
    }
  if (liaison_command_wants_json ())
    return write_round (round, &manner, LIAISON_EXIT_DONE);
  if (wishes->output == NULL)
    print_round (round, &manner);
  return LIAISON_EXIT_DONE;
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  gint32 day = LIAISON_DATE_UNSET;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output,
      N_ ("Write the sheet as PDF, or with --enter the plan, to this file"), N_ ("FILE") },
    { "day", 'd', 0, G_OPTION_ARG_STRING, &wishes.day,
      N_ ("The day, such as 2027-10-26; else the next with checks"), N_ ("DAY") },
    { "enter", 'e', 0, G_OPTION_ARG_FILENAME, &wishes.results,
      N_ ("Enter results from a file, “-” for standard input: one a line, number or code and result"),
      N_ ("FILE") },
    { "all", 'a', 0, G_OPTION_ARG_NONE, &wishes.all,
      N_ ("Every circuit that is not closed, whether a test is planned or not"), NULL },
    { "paper", 'p', 0, G_OPTION_ARG_STRING, &wishes.paper,
      N_ ("The paper of a PDF: a4 (the usual one), a5, a3, letter, legal, tabloid or pocket"),
      N_ ("PAPER") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_round, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2 || (wishes.results != NULL && wishes.output == NULL))
    return liaison_command_usage (&liaison_verb_round,
                                  _ ("say which plan, and with --enter where to save it with -o OUT"));
  if (wishes.day != NULL && !liaison_date_parse (wishes.day, strlen (wishes.day), &day, NULL))
    return liaison_command_usage (&liaison_verb_round, _ ("a day is written as 2027-10-26"));
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  return plan != NULL ? work (plan, &wishes, day) : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_round = {
  "round",
  N_ ("PLAN [--day DAY] [-o FILE]"),
  N_ ("Print the round sheet of a day’s checks, or enter its results"),
  run,
  N_ ("With -o FILE.pdf the sheet is printed, in the language of --language. With --enter results are "
      "read, one a line: the number of the line or the code of the circuit, and readability and strength "
      "(5 5) or the words of ACP 125 (loud and clear); - for no answer, x where no test was made. All of "
      "them are entered or none."),
};
