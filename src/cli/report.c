/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "pages-output.h"

#include "pack/briefing-reports.h"
#include "record/kinds/briefing.h"
#include "record/kinds/event.h"

#include <string.h>

/* What the options say; kept for the life of the process. */
static struct
{
  char *output;
  char *paper;
  char *about;
} wishes;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Write the PDF there"), N_ ("FILE") },
  { "paper", 'p', 0, G_OPTION_ARG_STRING, &wishes.paper, N_ ("a4, letter and others"), N_ ("SIZE") },
  { "about", 'a', 0, G_OPTION_ARG_STRING, &wishes.about,
    N_ ("Only of this nation, or this event by its serial"), N_ ("WHAT") },
  { NULL },
};

static const struct
{
  const char *name;
  const char *title;
  LiaisonReportFunc make;
} reports[] = {
  { "after-action", N_ ("After-action report"), liaison_report_after_action },
  { "hand-receipts", N_ ("Hand receipts"), liaison_report_hand_receipts },
  { "briefings", N_ ("Briefing cards"), liaison_report_briefings },
  { "phrase-sheets", N_ ("Phrase sheets"), liaison_report_phrase_sheets },
  { "room-cards", N_ ("Room card"), liaison_report_room_cards },
  { "flags", N_ ("Order of flags"), liaison_report_flags },
  { "ranks", N_ ("Ranks side by side"), liaison_report_ranks },
};

static int
find_report (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (reports); i++)
    if (strcmp (reports[i].name, name) == 0)
      return (int) i;
  return -1;
}

static gboolean
read_paper (LiaisonPaper *paper)
{
  guint found = wishes.paper != NULL
                    ? liaison_choices_find (&liaison_papers, wishes.paper, strlen (wishes.paper))
                    : LIAISON_PAPER_A4;

  *paper = found;
  if (found != LIAISON_PAPER_UNSET)
    return TRUE;
  g_autofree char *problem
      = liaison_words_format (liaison_command_get_words (), N_ ("There is no paper “{text}”."),
                              liaison_operand_text ("text", wishes.paper));
  liaison_output_warn (problem);
  return FALSE;
}

/* The card of that nation, or the event with that serial. FALSE, and said so: there is none. */
static gboolean
find_subject (const LiaisonSnapshot *snapshot, LiaisonId *id)
{
  guint n;
  const LiaisonBlock *const *blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_BRIEFING, &n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (LIAISON_DATA (Briefing, blocks[i])->nation, wishes.about) == 0)
      {
        *id = blocks[i]->id;
        return TRUE;
      }
  blocks = liaison_snapshot_get (snapshot, LIAISON_KIND_EVENT, &n);
  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (LIAISON_DATA (Event, blocks[i])->serial, wishes.about) == 0)
      {
        *id = blocks[i]->id;
        return TRUE;
      }
  g_autofree char *problem = liaison_words_format (
      liaison_command_get_words (), N_ ("There is no card or event “{text}” in this plan."),
      liaison_operand_text ("text", wishes.about));
  g_autofree char *plain = liaison_words_dup_without_isolates (problem);
  liaison_output_warn (plain);
  return FALSE;
}

static int
run (int argc, char *argv[])
{
  LiaisonPaper paper;
  LiaisonId about;
  int place;

  if (!liaison_command_parse (&liaison_verb_report, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 3 || wishes.output == NULL)
    return liaison_command_usage (&liaison_verb_report,
                                  _ ("say which plan, which report, and where to write it"));
  place = find_report (argv[2]);
  if (place < 0)
    return liaison_command_usage (&liaison_verb_report,
                                  _ ("the reports are after-action, hand-receipts, briefings, "
                                     "phrase-sheets, room-cards, flags and ranks"));
  if (!read_paper (&paper))
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonReport report = { .snapshot = snapshot,
                                 .manner = liaison_command_get_manner (snapshot),
                                 .setup = { paper, FALSE, 15 * 72 / 25.4 },
                                 .now = liaison_command_get_manner (snapshot).now,
                                 .ids = &about,
                                 .n_ids = wishes.about != NULL };
  if (wishes.about != NULL && !find_subject (snapshot, &about))
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPages) pages = reports[place].make (&report);
  return liaison_pages_save (pages, _ (reports[place].title), report.now, wishes.output)
             ? LIAISON_EXIT_DONE
             : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_report = {
  "report",
  N_ ("PLAN REPORT -o FILE"),
  N_ ("Print a report made from the records"),
  run,
  N_ ("The after-action report has the exercise, its objectives and their ratings, and all "
      "observations with what became of them. Hand receipts are sheets on which each copy that was "
      "released is signed for. Briefings are the cards of the nations, room-cards tell the chair of an "
      "event who comes and what to mind: --about NO, --about EV-012. The others are phrase-sheets, "
      "flags and ranks. In the language of --language."),
};
