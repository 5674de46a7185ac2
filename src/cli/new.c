/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

#include <string.h>

/* Calls the exercise @name in the language that is spoken. */
static gboolean
set_name (LiaisonDocument *document, const char *name)
{
  LiaisonRecord *exercise = liaison_document_get_exercise (document);
  const LiaisonBlock *before = liaison_record_get_block (exercise);
  const LiaisonField *title = liaison_shape_find_flagged (before->shape, LIAISON_FIELD_TITLE);
  const char *language = liaison_words_get_language (liaison_command_get_words ());
  LiaisonBlock *block;

  if (!g_utf8_validate (name, -1, NULL) || *name == '\0'
      || strlen (name) > liaison_field_get_limit (title))
    return FALSE;
  block = liaison_block_copy (before);
  *(LiaisonText **) LIAISON_BLOCK_AT (block, title) = liaison_text_new (language, name);
  return liaison_document_fill (document, liaison_record_get_kind (exercise), block);
}

static int
run (int argc, char *argv[])
{
  g_autofree char *output = NULL, *name = NULL;
  gboolean overwrite = FALSE;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Where to write the plan; “-” for standard output"), N_ ("FILE") },
    { "name", 0, 0, G_OPTION_ARG_STRING, &name, N_ ("Name of the exercise"), N_ ("NAME") },
    { "force", 0, 0, G_OPTION_ARG_NONE, &overwrite, N_ ("Replace a file that is there"), NULL },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_new, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (output == NULL || argc > 1)
    return liaison_command_usage (&liaison_verb_new,
                                  _ ("say where to write the plan, with -o FILE"));
  if (!overwrite && strcmp (output, "-") != 0 && g_file_test (output, G_FILE_TEST_EXISTS))
    return liaison_command_usage (&liaison_verb_new,
                                  _ ("that file is there already; --force replaces it"));

  g_autoptr (LiaisonPlan) plan = liaison_plan_new (liaison_id_new (g_get_real_time () / 1000));
  if (name != NULL && !set_name (plan->document, name))
    return liaison_command_usage (&liaison_verb_new, _ ("that name is empty or too long"));
  return liaison_command_save_and_tell (plan, output, !overwrite);
}

const LiaisonVerb liaison_verb_new = {
  "new",
  N_ ("-o FILE"),
  N_ ("Make an empty plan"),
  run,
};
