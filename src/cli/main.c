/* SPDX-License-Identifier: GPL-3.0-or-later */
/* liaisonctl: everything the window can work out, without a window. */
#include "config.h"

#include "command.h"

#include <glib/gi18n.h>
#include <locale.h>
#include <string.h>

static const LiaisonVerb *const verbs[] = {
  &liaison_verb_new,     &liaison_verb_show, &liaison_verb_check,
  &liaison_verb_convert, &liaison_verb_diff, &liaison_verb_schema,
};

static void
print_usage (void)
{
  g_print ("%s\n\n", _("Usage: liaisonctl VERB [OPTION…] …"));
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    g_print ("  %-10s %s\n", verbs[i]->name, _(verbs[i]->summary));
  g_print ("\n%s\n", _("liaisonctl VERB --help tells more of a verb; liaisonctl --version the version."));
}

int
main (int   argc,
      char *argv[])
{
  gboolean built = !g_file_test (LIAISON_LOCALEDIR "/fr/LC_MESSAGES/" GETTEXT_PACKAGE ".mo", G_FILE_TEST_EXISTS);

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, built ? LIAISON_BUILD_LOCALEDIR : LIAISON_LOCALEDIR);
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  g_set_prgname ("liaisonctl");

  if (argc < 2)
    {
      print_usage ();
      return LIAISON_EXIT_FAILED;
    }
  if (strcmp (argv[1], "--help") == 0 || strcmp (argv[1], "-h") == 0 || strcmp (argv[1], "help") == 0)
    {
      print_usage ();
      return LIAISON_EXIT_DONE;
    }
  if (strcmp (argv[1], "--version") == 0)
    {
      g_print ("liaisonctl %s\n", LIAISON_VERSION);
      return LIAISON_EXIT_DONE;
    }
  for (guint i = 0; i < G_N_ELEMENTS (verbs); i++)
    if (strcmp (argv[1], verbs[i]->name) == 0)
      return verbs[i]->run (argc - 1, argv + 1);

  /* Translators: What was typed for a verb. */
  g_printerr (_("liaisonctl: there is no verb “%s”.\n"), argv[1]);
  print_usage ();
  return LIAISON_EXIT_FAILED;
}
