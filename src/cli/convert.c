/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "command.h"

static int
run (int argc, char *argv[])
{
  g_autofree char *output = NULL;
  const GOptionEntry entries[] = {
    { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output,
      N_ ("Where to write the plan; “-” for standard output"), N_ ("FILE") },
    { NULL },
  };

  if (!liaison_command_parse (&liaison_verb_convert, entries, &argc, &argv))
    return LIAISON_EXIT_FAILED;
  if (argc != 2 || output == NULL)
    return liaison_command_usage (&liaison_verb_convert,
                                  _ ("say which plan, and where to write it with -o FILE"));

  g_autoptr (LiaisonPlan) plan = liaison_command_load_to_write (argv[1]);
  if (plan == NULL)
    return LIAISON_EXIT_FAILED;
  return liaison_command_save_and_tell (plan, output, FALSE);
}

const LiaisonVerb liaison_verb_convert = {
  "convert",
  N_ ("PLAN -o OUT"),
  N_ ("Write a plan in the canonical form of the current version"),
  run,
};
