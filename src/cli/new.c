/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <glib/gi18n.h>

static int
run (int   argc,
     char *argv[])
{
  LiaisonCommonOptions common = { 0 };
  g_autofree char *output = NULL, *name = NULL;
  gboolean overwrite = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output, N_("Where to write the plan"), N_("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_("Name of the exercise"), N_("NAME") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &overwrite, N_("Replace a file that is there"), NULL },
    { NULL }
  };
  if (!liaison_command_parse (&liaison_verb_new, entries, &common, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (output == NULL || argc > 1)
    return liaison_command_usage (&liaison_verb_new, _("say where to write the plan, with -o FILE"));
  if (!overwrite && g_file_test (output, G_FILE_TEST_EXISTS))
    return liaison_command_usage (&liaison_verb_new, _("that file is there already; --force replaces it"));

  g_autoptr (LiaisonPlan) plan = liaison_plan_new (liaison_id_new (g_get_real_time () / 1000));
  if (name != NULL)
    {
      LiaisonRecord *exercise = liaison_document_get_exercise (plan->document);
      const LiaisonBlock *before = liaison_record_get_block (exercise);
      const LiaisonField *title = liaison_shape_find_flagged (before->shape, LIAISON_FIELD_TITLE);
      LiaisonBlock *block = liaison_block_copy (before);
      const char *language = liaison_words_get_language (liaison_command_get_words (&common));
      *(LiaisonText **) LIAISON_BLOCK_AT (block, title) = liaison_text_new (language, name);
      liaison_document_fill (plan->document, liaison_record_get_kind (exercise), block);
    }
  return liaison_command_save (plan, output) ? LIAISON_EXIT_DONE : LIAISON_EXIT_FAILED;
}

const LiaisonVerb liaison_verb_new = { "new", N_("-o FILE"), N_("Make an empty plan"), run };
