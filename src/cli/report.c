/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "picture.h"

#include "pack/report.h"

#include <string.h>

/* What the options say; kept for the life of the process. */
static struct
{
  char *output;
  char *paper;
} wishes;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &wishes.output, N_ ("Write the PDF there"), N_ ("FILE") },
  { "paper", 'p', 0, G_OPTION_ARG_STRING, &wishes.paper, N_ ("a4, letter and others"), N_ ("SIZE") },
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

static int
run (int argc, char *argv[])
{
  LiaisonPaper paper;
  int place;

  if (!liaison_command_parse (&liaison_verb_report, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 3 || wishes.output == NULL)
    return liaison_command_usage (&liaison_verb_report,
                                  _ ("say which plan, which report, and where to write it"));
  place = find_report (argv[2]);
  if (place < 0)
    return liaison_command_usage (&liaison_verb_report,
                                  _ ("the reports are “after-action” and “hand-receipts”"));
  if (!read_paper (&paper))
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  const LiaisonReport report = { .snapshot = snapshot,
                                 .manner = liaison_command_get_manner (snapshot),
                                 .setup = { paper, FALSE, 15 * 72 / 25.4 },
                                 .now = liaison_command_get_manner (snapshot).now };
  g_autoptr (LiaisonPages) pages = reports[place].make (&report);
  return liaison_pages_save (pages, _ (reports[place].title), report.now, wishes.output)
             ? LIAISON_EXIT_DONE
             : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_report = {
  "report",
  N_ ("PLAN after-action|hand-receipts -o FILE"),
  N_ ("Print a report made from the records"),
  run,
  N_ ("The after-action report has the exercise, its objectives and their ratings, and all "
      "observations with what became of them. Hand receipts are sheets on which each copy that was "
      "released is signed for. In the language of --language."),
};
