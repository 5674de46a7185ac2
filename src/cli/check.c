/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"
#include "interrupt.h"

#include "edit/rewind.h"
#include "review/acceptance.h"
#include "review/fixes.h"
#include "review/review.h"
#include "review/trend.h"

/* Who accepted it, why and when. */
static void
write_acceptance (LiaisonJsonWriter *writer, const LiaisonManner *manner, const LiaisonBlock *block)
{
  const LiaisonAcceptedFindingData *data = LIAISON_DATA (AcceptedFinding, block);
  const char *reason = liaison_text_pick (
      data->reason, liaison_words_get_language (manner->words), NULL);
  char id[LIAISON_ID_TEXT_SIZE], when[LIAISON_INSTANT_TEXT_SIZE], until[LIAISON_DATE_TEXT_SIZE];

  liaison_id_format (block->id, id);
  liaison_json_writer_name (writer, "accepted");
  liaison_json_writer_begin_object (writer);
  liaison_command_write_member (writer, "id", id);
  if (reason != NULL)
    liaison_command_write_member (writer, "reason", reason);
  if (data->author != NULL)
    liaison_command_write_member (writer, "author", data->author);
  if (liaison_instant_format (&data->when, when) > 0)
    liaison_command_write_member (writer, "when", when);
  if (liaison_date_format (data->until, until) > 0)
    liaison_command_write_member (writer, "until", until);
  liaison_json_writer_end_object (writer);
}

/* @accepted: the record that accepts it, or NULL. */
static void
write_finding (LiaisonJsonWriter *writer,
               const LiaisonManner *manner,
               LiaisonFixes *fixes,
               LiaisonFinding *finding,
               const LiaisonBlock *accepted)
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
  liaison_json_writer_boolean (writer, liaison_fixes_look_up (fixes, finding)->fix != NULL);
  if (accepted != NULL)
    write_acceptance (writer, manner, accepted);
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

/* Those accepted stand apart, each with its reason below it. */
static void
print_accepted (const LiaisonManner *manner, const GPtrArray *accepted)
{
  for (guint i = 0; i < accepted->len; i++)
    {
      const LiaisonAcceptance *acceptance = accepted->pdata[i];
      const LiaisonAcceptedFindingData *data = LIAISON_DATA (AcceptedFinding, acceptance->record);
      const char *reason = liaison_text_pick (
          data->reason, liaison_words_get_language (manner->words), NULL);
      g_autofree char *line = NULL;
      print_finding (manner, acceptance->finding);
      /* Translators: Below a finding that was accepted: “Accepted by M. Kowalska: agreed with the nation” */
      line = liaison_words_format (
          manner->words,
          data->author != NULL ? N_ ("Accepted by {author}: {reason}") : N_ ("Accepted: {reason}"),
          liaison_operand_text ("author", data->author),
          liaison_operand_text ("reason", reason != NULL ? reason : ""));
      g_autofree char *indented = g_strconcat ("  ", line, NULL);
      liaison_output_print_line (indented);
    }
}

static void
count_accepted (const LiaisonManner *manner, const GPtrArray *accepted)
{
  g_autofree char *count = liaison_words_format_plural (
      manner->words, "{n} accepted finding.", "{n} accepted findings.", accepted->len,
      liaison_operand_integer ("n", accepted->len));

  if (accepted->len > 0)
    liaison_output_print_line (count);
}

static int
write_all (const LiaisonManner *manner,
           LiaisonFixes *fixes,
           const GPtrArray *findings,
           const GPtrArray *accepted,
           int status)
{
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_array (writer);
  for (guint i = 0; i < findings->len; i++)
    write_finding (writer, manner, fixes, findings->pdata[i], NULL);
  for (guint i = 0; accepted != NULL && i < accepted->len; i++)
    {
      const LiaisonAcceptance *acceptance = accepted->pdata[i];
      write_finding (writer, manner, fixes, acceptance->finding, acceptance->record);
    }
  liaison_json_writer_end_array (writer);
  return liaison_command_finish_json (writer, status);
}

static void
print_some (const LiaisonManner *manner, const char *heading, const GPtrArray *findings)
{
  if (findings->len > 0)
    {
      liaison_output_print_line ("");
      liaison_output_print_line (heading);
    }
  for (guint i = 0; i < findings->len; i++)
    print_finding (manner, findings->pdata[i]);
}

static int
write_trend (const LiaisonManner *manner, LiaisonFixes *fixes, const LiaisonReviewTrend *trend)
{
  static const char *const names[] = { "gone", "new" };
  const GPtrArray *const lists[] = { trend->comparison->gone, trend->comparison->arisen };
  LiaisonJsonWriter *writer = liaison_output_begin_json ();

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "then");
  liaison_json_writer_integer (writer, trend->comparison->n_before);
  liaison_json_writer_name (writer, "now");
  liaison_json_writer_integer (writer, trend->comparison->n_after);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      liaison_json_writer_name (writer, names[i]);
      liaison_json_writer_begin_array (writer);
      for (guint k = 0; k < lists[i]->len; k++)
        write_finding (writer, manner, fixes, lists[i]->pdata[k], NULL);
      liaison_json_writer_end_array (writer);
    }
  liaison_json_writer_end_object (writer);
  return liaison_command_finish_json (writer, trend->comparison->n_after > 0 ? LIAISON_EXIT_FOUND
                                                                             : LIAISON_EXIT_DONE);
}

/* What has come and gone since the last conference. */
static int
tell_trend (LiaisonPlan *plan, LiaisonSnapshot *snapshot, const LiaisonManner *manner)
{
  LiaisonId conference;
  gint64 then;
  gboolean complete;
  guint n_lost = 0;

  if (!liaison_review_find_conference (snapshot, manner->now, &conference, &then))
    {
      liaison_output_warn (_ ("No planning conference has taken place yet."));
      return LIAISON_EXIT_FAILED;
    }
  g_autoptr (GPtrArray) entries = liaison_trail_list_since (plan->trail, then * 1000, &complete);
  g_autoptr (LiaisonSnapshot) before = liaison_snapshot_rewind (snapshot, entries, &n_lost);
  g_autoptr (LiaisonReviewTrend) trend
      = liaison_review_trend_new (before, then, snapshot, manner->now, liaison_interrupt_begin ());
  liaison_interrupt_end ();
  if (trend == NULL)
    return LIAISON_EXIT_FAILED;
  if (!complete || n_lost > 0)
    liaison_output_warn (_ ("The history of the plan does not reach back so far, or leaves out "
                            "large changes: what stood there then is told as far as it is known."));
  if (liaison_command_wants_json ())
    {
      g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, manner->now);
      return write_trend (manner, fixes, trend);
    }
  g_autofree char *name = liaison_manner_tell_name (manner, conference);
  g_autofree char *line = liaison_words_format (
      manner->words, N_ ("Findings since “{conference}”: {then} then, {now} now."),
      liaison_operand_text ("conference", name),
      liaison_operand_integer ("then", trend->comparison->n_before),
      liaison_operand_integer ("now", trend->comparison->n_after));
  liaison_output_print_line (line);
  print_some (manner, _ ("New since then:"), trend->comparison->arisen);
  print_some (manner, _ ("Gone since then:"), trend->comparison->gone);
  return trend->comparison->n_after > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE;
}

static int
run (int argc, char *argv[])
{
  gboolean with_accepted = FALSE, with_trend = FALSE;
  const GOptionEntry entries[] = {
    { "accepted", 'a', 0, G_OPTION_ARG_NONE, &with_accepted,
      N_ ("List findings that planners have accepted, too"), NULL },
    { "trend", 0, 0, G_OPTION_ARG_NONE, &with_trend,
      N_ ("Tell what has come and gone since the last planning conference"), NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_check, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_check, _ ("say which plan"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;

  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (snapshot);
  if (with_trend)
    return tell_trend (plan, snapshot, &manner);
  g_autoptr (GPtrArray) accepted = NULL;
  g_autoptr (GPtrArray) findings =
      liaison_review_run_all (snapshot, manner.now, &accepted, liaison_interrupt_begin ());
  liaison_interrupt_end ();
  if (findings == NULL)
    return LIAISON_EXIT_FAILED;
  int status = findings->len > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE;

  if (liaison_command_wants_json ())
    {
      g_autoptr (LiaisonFixes) fixes = liaison_fixes_new (snapshot, manner.now);
      return write_all (&manner, fixes, findings, with_accepted ? accepted : NULL, status);
    }
  print_findings (&manner, findings);
  if (with_accepted)
    print_accepted (&manner, accepted);
  count_accepted (&manner, accepted);
  return status;
}

const LiaisonVerb liaison_verb_check = {
  "check",
  N_ ("PLAN"),
  N_ ("Review a plan and list what cannot be right"),
  run,
};
