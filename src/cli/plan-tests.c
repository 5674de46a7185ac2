/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "arrangements/days.h"
#include "arrangements/test-planning.h"
#include "edit/new-record.h"
#include "record/duration.h"
#include "record/kinds/event.h"
#include "record/kinds/exercise.h"
#include "record/record.h"
#include "words/clock.h"

#include <string.h>

typedef struct
{
  char *output, *first, *last, *time, *rhythm, *spacing, *grace, *title;
  gboolean with_startex;
} Wishes;

static void
clear_wishes (Wishes *self)
{
  g_free (self->output);
  g_free (self->first);
  g_free (self->last);
  g_free (self->time);
  g_free (self->rhythm);
  g_free (self->spacing);
  g_free (self->grace);
  g_free (self->title);
}
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Wishes, clear_wishes)

/* As they are said to --rhythm. */
static const char *const rhythms[] = {
  [LIAISON_RHYTHM_ONCE] = "once",
  [LIAISON_RHYTHM_DAILY] = "daily",
  [LIAISON_RHYTHM_WORKING_DAYS] = "working-days",
  [LIAISON_RHYTHM_TWICE_DAILY] = "twice-daily",
  [LIAISON_RHYTHM_FOUR_TIMES] = "four-times-daily",
  [LIAISON_RHYTHM_WEEKLY] = "weekly",
};

static gboolean
read_day (const char *text, gint32 *day)
{
  return text != NULL && liaison_date_parse (text, strlen (text), day, NULL);
}

static gboolean
read_rhythm (const char *text, LiaisonTestRhythm *rhythm)
{
  for (guint i = 0; i < G_N_ELEMENTS (rhythms); i++)
    if (g_ascii_strcasecmp (text, rhythms[i]) == 0)
      {
        *rhythm = (LiaisonTestRhythm) i;
        return TRUE;
      }
  return FALSE;
}

static gboolean
read_length (const char *text, gint64 most, gint64 *length)
{
  return text == NULL
         || (liaison_duration_parse_typed (text, length, NULL) && *length >= 0 && *length <= most);
}

/* What is wrong with what was asked for, or NULL. */
static const char *
read_wishes (const Wishes *wishes, LiaisonTestPlanning *planning)
{
  planning->time = 6 * 3600;
  planning->rhythm = LIAISON_RHYTHM_DAILY;
  planning->spacing = 60;
  planning->grace = LIAISON_DURATION_UNSET;
  planning->with_startex = wishes->with_startex;
  if (!read_day (wishes->first, &planning->first))
    return _ ("say with --first on which day the tests begin, such as 2027-10-14");
  planning->last = planning->first;
  if (wishes->last != NULL
      && (!read_day (wishes->last, &planning->last) || planning->last < planning->first))
    return _ ("--last is a day such as 2027-10-26, not before the first");
  if (wishes->time != NULL
      && (!liaison_clock_read (wishes->time, &planning->time) || planning->time == 86400))
    return _ ("--time is the time of the first call, such as 06:15");
  if (wishes->rhythm != NULL && !read_rhythm (wishes->rhythm, &planning->rhythm))
    return _ ("--rhythm is once, daily, working-days, twice-daily, four-times-daily or weekly");
  if (!read_length (wishes->spacing, 3600, &planning->spacing))
    return _ ("--spacing is how long a call takes, such as 1m");
  if (!read_length (wishes->grace, 8640000, &planning->grace))
    return _ ("--grace is after how long a missing result is overdue, such as 2h");
  return NULL;
}

/* Need lines stand for circuits and are not tested themselves. */
static gboolean
is_tested (const LiaisonBlock *block)
{
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, block);

  return channel->level != LIAISON_CHANNEL_LEVEL_NEED_LINE
         && channel->status != LIAISON_CHANNEL_STATUS_CLOSED;
}

static const LiaisonBlock *
find_channel (const LiaisonSnapshot *snapshot, const char *code)
{
  guint n;
  const LiaisonBlock *const *channels = liaison_snapshot_get (snapshot, LIAISON_KIND_CHANNEL, &n);

  for (guint i = 0; i < n; i++)
    {
      const char *own = LIAISON_DATA (Channel, channels[i])->code;
      if (own != NULL && g_ascii_strcasecmp (own, code) == 0)
        return channels[i];
    }
  return NULL;
}

/* The circuits with these codes, or (none) all that have no test plan yet. NULL after a complaint.
 */
static GArray *
choose (const LiaisonSnapshot *snapshot, char **codes)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  guint n;
  const LiaisonBlock *const *channels = liaison_snapshot_get (snapshot, LIAISON_KIND_CHANNEL, &n);

  for (guint i = 0; codes[0] == NULL && i < n; i++)
    if (is_tested (channels[i])
        && liaison_items_get_size (LIAISON_DATA (Channel, channels[i])->tests) == 0)
      g_array_append_val (ids, channels[i]->id);
  for (guint i = 0; codes[i] != NULL; i++)
    {
      const LiaisonBlock *channel = find_channel (snapshot, codes[i]);
      if (channel == NULL || !is_tested (channel))
        {
          g_autofree char *problem = liaison_words_format (
              liaison_command_get_words (), N_ ("No circuit that is open has the code “{text}”."),
              liaison_operand_text ("text", codes[i]));
          liaison_command_complain (problem, NULL);
          return NULL;
        }
      g_array_append_val (ids, channel->id);
    }
  return g_steal_pointer (&ids);
}

static gint64
get_now (gpointer data)
{
  return g_get_real_time () / 1000;
}

static void
tell (const LiaisonTestPlanning *planning)
{
  g_autofree char *told = liaison_words_format (
      liaison_command_get_words (),
      /* Translators: {tests} 630, {rounds} 21, {circuits} 30 */
      N_ ("Tests planned: {tests} (rounds: {rounds}, circuits: {circuits})."),
      liaison_operand_integer ("rounds", liaison_test_planning_count (planning)),
      liaison_operand_integer ("circuits", planning->n_channels),
      liaison_operand_integer ("tests", (gint64) liaison_test_planning_count (planning)
                                            * planning->n_channels));
  liaison_output_warn (told);
}

static int
work (LiaisonPlan *plan, const Wishes *wishes, LiaisonTestPlanning *planning, char **codes)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  const char *asked = liaison_command_get_asked_zone ();
  g_autoptr (LiaisonEditor) editor = liaison_editor_new (plan->document, get_now, NULL);
  g_autoptr (GArray) ids = choose (snapshot, codes);
  g_autoptr (GError) error = NULL;
  LiaisonProposal *proposal;

  if (ids == NULL)
    return LIAISON_EXIT_FAILED;
  planning->channels = (const LiaisonId *) (gconstpointer) ids->data;
  planning->n_channels = ids->len;
  planning->zone = asked != NULL ? asked : liaison_days_get_zone (&manner.lookup);
  planning->title = wishes->title != NULL ? wishes->title : _ ("Communications check");
  planning->language = liaison_words_get_language (liaison_command_get_words ());
  proposal = liaison_test_planning_propose (planning, snapshot, get_now (NULL),
                                            liaison_new_record (editor, plan->trail, &liaison_event_kind));
  if (proposal == NULL)
    {
      liaison_output_warn (
          ids->len == 0 ? _ ("There is no circuit without a test plan; name those that are meant.")
                        : _ ("There is no test within these days."));
      return LIAISON_EXIT_FAILED;
    }
  if (!liaison_editor_commit (editor, proposal, &error))
    {
      liaison_command_complain (_ ("The tests were not planned."), error);
      return LIAISON_EXIT_FAILED;
    }
  tell (planning);
  return liaison_command_save_and_tell (plan, wishes->output, FALSE);
}

static int
run (int argc, char *argv[])
{
  g_auto (Wishes) wishes = { 0 };
  LiaisonTestPlanning planning = { 0 };
  const char *problem;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Where to save the plan"),
      N_ ("FILE") },
    { "first", 0, 0, G_OPTION_ARG_STRING, &wishes.first, N_ ("The first day, such as 2027-10-14"),
      N_ ("DAY") },
    { "last", 0, 0, G_OPTION_ARG_STRING, &wishes.last, N_ ("The last day; else the first"),
      N_ ("DAY") },
    { "time", 0, 0, G_OPTION_ARG_STRING, &wishes.time, N_ ("When the first call is made (06:00)"),
      N_ ("TIME") },
    { "rhythm", 0, 0, G_OPTION_ARG_STRING, &wishes.rhythm,
      N_ ("once, daily (the usual one), working-days, twice-daily, four-times-daily or weekly"),
      N_ ("RHYTHM") },
    { "spacing", 0, 0, G_OPTION_ARG_STRING, &wishes.spacing, N_ ("How long a call takes (1m)"),
      N_ ("DURATION") },
    { "grace", 0, 0, G_OPTION_ARG_STRING, &wishes.grace,
      N_ ("After how long a missing result is overdue; else as the exercise says"),
      N_ ("DURATION") },
    { "title", 0, 0, G_OPTION_ARG_STRING, &wishes.title,
      N_ ("What the check is called on the schedule"), N_ ("TEXT") },
    { "with-startex", 0, 0, G_OPTION_ARG_NONE, &wishes.with_startex,
      N_ ("Let the tests move with STARTEX"), NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_plan_tests, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc < 2 || wishes.output == NULL)
    return liaison_command_usage (&liaison_verb_plan_tests,
                                  _ ("say which plan, and where to save it with -o OUT"));
  problem = read_wishes (&wishes, &planning);
  if (problem != NULL)
    return liaison_command_usage (&liaison_verb_plan_tests, problem);
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  return plan != NULL ? work (plan, &wishes, &planning, argv + 2) : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_plan_tests = {
  "plan-tests",
  N_ ("PLAN [CODE…] --first DAY [--last DAY] -o OUT"),
  N_ ("Plan tests of circuits: a communications check on the schedule and a test plan for each"),
  run,
  N_ ("The circuits are those with these codes, or without any those that have no test plan yet. "
      "They are called one after "
      "the other, in each round."),
};
