/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "review/review.h"

static void
write_finding (LiaisonJsonWriter *writer,
               const LiaisonManner *manner,
               const LiaisonFinding *finding)
{
  g_autofree char *message = liaison_manner_tell_finding (manner, finding);

  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "rule", finding->rule);
  liaison_command_write_member (writer, "severity", liaison_severity_get_nick (finding->severity));
  liaison_json_writer_name (writer, "records");
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < finding->n_records; i++)
    {
      char id[LIAISON_ID_TEXT_SIZE];

      liaison_id_format (finding->records[i], id);
      liaison_json_writer_string (writer, id);
    }
  liaison_json_writer_end_array (writer);
  if (finding->field != NULL)
    liaison_command_write_member (writer, "field", finding->field);
  liaison_command_write_member (writer, "message", message);
  liaison_json_writer_name (writer, "fixable");
  liaison_json_writer_boolean (writer, finding->fix != NULL);
  liaison_json_writer_end_object (writer);
}

static void
print_finding (const LiaisonManner *manner, const LiaisonFinding *finding)
{
  /* Translators: Before a sentence about something in a plan, with {rule} the name of a rule. */
  static const char *const lines[] = {
    [LIAISON_SEVERITY_NOTE] = N_ ("Note: {finding} [{rule}]"),
    [LIAISON_SEVERITY_WARNING] = N_ ("Warning: {finding} [{rule}]"),
    [LIAISON_SEVERITY_ERROR] = N_ ("Error: {finding} [{rule}]"),
  };
  g_autofree char *sentence = liaison_manner_tell_finding (manner, finding);
  g_autofree char *line = liaison_words_format (manner->words, lines[finding->severity],
                                                liaison_operand_text ("finding", sentence),
                                                liaison_operand_text ("rule", finding->rule));

  liaison_output_print_line (line);
}

static void
print_findings (const LiaisonManner *manner, const GPtrArray *findings)
{
  g_autofree char *count = NULL;

  for (guint i = 0; i < findings->len; i++)
    print_finding (manner, findings->pdata[i]);
  if (findings->len == 0)
    count = g_strdup (_ ("No findings."));
  else
    count =
        liaison_words_format_plural (manner->words, "{n} finding.", "{n} findings.", findings->len,
                                     liaison_operand_integer ("n", findings->len));
  liaison_output_print_line (count);
}

static int
run (int argc, char *argv[])
{
  if (!liaison_command_parse (&liaison_verb_check, NULL, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_check, _ ("say which plan"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;

  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  g_autoptr (GPtrArray) findings =
      liaison_review_run (snapshot, manner.now, liaison_interrupt_begin ());
  liaison_interrupt_end ();
  int status = findings->len > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE;

  if (!liaison_command_wants_json ())
    {
      print_findings (&manner, findings);
      return status;
    }
  LiaisonJsonWriter *writer = liaison_output_begin_json ();
  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < findings->len; i++)
    write_finding (writer, &manner, findings->pdata[i]);
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, status);
}

const LiaisonVerb liaison_verb_check = {
  "check",
  N_ ("PLAN"),
  N_ ("Review a plan and list what cannot be right"),
  run,
};
