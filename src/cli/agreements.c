/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "drawn-output.h"
#include "grid.h"

#include "arrangements/agreement-dates.h"
#include "draw/chart-tables.h"
#include "draw/step-chart.h"
#include "record/duration.h"
#include "record/record.h"
#include "words/dates.h"

static GPtrArray *
make_table (const LiaisonAgreements *agreements, const LiaisonManner *manner)
{
  return liaison_agreements_make_table (
      (const LiaisonAgreementDates *const *) agreements->agreements->pdata,
      agreements->agreements->len, manner);
}

static void
print_agreements (const LiaisonAgreements *agreements, const LiaisonManner *manner)
{
  g_autoptr (GPtrArray) rows = make_table (agreements, manner);
  g_autoptr (LiaisonGrid) grid = liaison_grid_new_for_rows (rows);

  liaison_grid_set_role (grid, 0, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 1, LIAISON_GRID_NAME);
  liaison_grid_set_role (grid, 4, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 5, LIAISON_GRID_WHOLE);
  liaison_grid_set_role (grid, 6, LIAISON_GRID_NUMBER);
  liaison_grid_print (grid, liaison_output_get_terminal_width ());
}

static void
write_date (LiaisonJsonWriter *writer, const char *name, gint32 days)
{
  char text[LIAISON_DATE_TEXT_SIZE];

  liaison_command_write_member (writer, name, liaison_date_format (days, text) > 0 ? text : NULL);
}

static void
write_steps (LiaisonJsonWriter *writer, const LiaisonAgreementDates *dates)
{
  liaison_json_writer_name (writer, "steps");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < dates->steps->len; i++)
    {
      const LiaisonAgreementStepDates *step =
          &g_array_index (dates->steps, LiaisonAgreementStepDates, i);

      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "stage",
                                    liaison_agreement_stages.choices[step->stage].nick);
      write_date (writer, "begin-by", step->first);
      write_date (writer, "done-by", step->last);
      write_date (writer, "done", step->done);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
}

static void
write_dependants (LiaisonJsonWriter *writer, const LiaisonAgreementDates *dates)
{
  liaison_json_writer_name (writer, "dependants");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < dates->dependants->len; i++)
    {
      char id[LIAISON_ID_TEXT_SIZE];

      liaison_id_format (g_array_index (dates->dependants, LiaisonDependant, i).block->id, id);
      liaison_json_writer_string (writer, id);
    }
  liaison_json_writer_end_array (writer);
}

static int
write_agreements (const LiaisonAgreements *agreements, const LiaisonManner *manner, int status)
{
  static const char *const states[] = { "in-force", "in-time", "soon", "late",
                                        "undated",  "over",    "missing" };
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < agreements->agreements->len; i++)
    {
      const LiaisonAgreementDates *dates = agreements->agreements->pdata[i];
      const LiaisonAgreementData *agreement = LIAISON_DATA (Agreement, dates->agreement);
      g_autofree char *name = liaison_manner_tell_block_name (manner, dates->agreement);
      char id[LIAISON_ID_TEXT_SIZE];

      liaison_id_format (dates->agreement->id, id);
      liaison_json_writer_begin_object (writer);
      liaison_command_write_member (writer, "id", id);
      liaison_command_write_member (writer, "serial", agreement->serial);
      liaison_command_write_member (writer, "name", name);
      liaison_command_write_member (writer, "stage",
                                    liaison_agreement_stages.choices[agreement->stage].nick);
      liaison_command_write_member (writer, "state", states[dates->state]);
      write_date (writer, "needed", dates->needed);
      write_date (writer, "last-day", dates->last_day);
      write_steps (writer, dates);
      write_dependants (writer, dates);
      liaison_json_writer_end_object (writer);
    }
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, status);
}

static int
get_status (const LiaisonAgreements *agreements)
{
  for (guint i = 0; i < agreements->agreements->len; i++)
    {
      const LiaisonAgreementDates *dates = agreements->agreements->pdata[i];

      if (dates->state == LIAISON_AGREEMENT_LATE || dates->state == LIAISON_AGREEMENT_MISSING)
        return LIAISON_EXIT_FOUND;
    }
  return LIAISON_EXIT_DONE;
}

static int
run (int argc, char *argv[])
{
  g_auto (LiaisonDrawnTarget) target = { 0 };
  const GOptionEntry entries[] = {
    LIAISON_DRAWN_TARGET_ENTRIES (target),
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_agreements, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_agreements, _ ("say which plan"));
  if (!liaison_drawn_target_check (&target, &liaison_verb_agreements))
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (LiaisonAgreements) agreements = liaison_agreements_new (snapshot, manner.now);

  if (liaison_drawn_target_is_set (&target))
    {
      g_autoptr (LiaisonStepChart) chart = liaison_step_chart_new ();
      const LiaisonDrawnOutput output = { LIAISON_DRAWING (chart), N_ ("Agreements"), &manner,
                                          snapshot };

      liaison_step_chart_set (chart, agreements, &manner, TRUE);
      return liaison_drawn_output_save (&output, &target) ? get_status (agreements)
                                                          : LIAISON_EXIT_FAILED;
    }
  if (liaison_command_wants_json ())
    return write_agreements (agreements, &manner, get_status (agreements));
  print_agreements (agreements, &manner);
  return get_status (agreements);
}

const LiaisonVerb liaison_verb_agreements = {
  "agreements",
  N_ ("PLAN [--format FORMAT] [-o FILE]"),
  N_ ("Show when agreements are needed, and the last day for their next step"),
  run,
  N_ ("An agreement is needed before the first thing that depends on it; its steps are counted back from "
      "there.\n\nThe status is 1 where the last responsible day of one has passed."),
};
