/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include "review/review.h"
#include "words/sentence.h"

#include <glib/gi18n.h>

static void
write_finding (LiaisonJsonWriter    *writer,
               const LiaisonManner  *manner,
               const LiaisonFinding *finding)
{
  g_autofree char *told = liaison_manner_tell_finding (manner, finding);
  g_autofree char *message = liaison_words_dup_without_isolates (told);

  liaison_json_writer_begin_object (writer);
  liaison_json_writer_name (writer, "rule");
  liaison_json_writer_string (writer, finding->rule);
  liaison_json_writer_name (writer, "severity");
  liaison_json_writer_string (writer, liaison_severity_get_nick (finding->severity));
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
    {
      liaison_json_writer_name (writer, "field");
      liaison_json_writer_string (writer, finding->field);
    }
  liaison_json_writer_name (writer, "message");
  liaison_json_writer_string (writer, message);
  liaison_json_writer_name (writer, "fixable");
  liaison_json_writer_boolean (writer, finding->fix != NULL);
  liaison_json_writer_end_object (writer);
}

static void
print_finding (const LiaisonManner  *manner,
               const LiaisonFinding *finding)
{
  static const char *const labels[] = { N_("note"), N_("warning"), N_("error") };
  g_autofree char *sentence = liaison_manner_tell_finding (manner, finding);

  g_print ("%s: ", _(labels[finding->severity]));
  liaison_command_print (sentence);
  g_print (" [%s]\n", finding->rule);
}

static int
run (int   argc,
     char *argv[])
{
  LiaisonCommonOptions common = { 0 };
  if (!liaison_command_parse (&liaison_verb_check, NULL, &common, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2)
    return liaison_command_usage (&liaison_verb_check, _("say which plan"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (plan->document);
  LiaisonManner manner = liaison_command_get_manner (&common, snapshot);
  g_autoptr (GPtrArray) findings = liaison_review_run (snapshot, manner.now, NULL);
  int status = findings->len > 0 ? LIAISON_EXIT_FOUND : LIAISON_EXIT_DONE;

  if (common.json)
    {
      LiaisonJsonWriter *writer = liaison_command_begin_json ();
      liaison_json_writer_begin_array (writer);
      for (guint i = 0; i < findings->len; i++)
        write_finding (writer, &manner, findings->pdata[i]);
      liaison_json_writer_end_array (writer);
      return liaison_command_finish_json (writer, status);
    }
  for (guint i = 0; i < findings->len; i++)
    print_finding (&manner, findings->pdata[i]);
  if (findings->len == 0)
    g_print ("%s\n", _("No findings."));
  else
    g_print (ngettext ("%u finding.\n", "%u findings.\n", findings->len), findings->len);
  return status;
}

const LiaisonVerb liaison_verb_check = { "check", N_("PLAN"), N_("Review a plan and list what cannot be right"), run };
