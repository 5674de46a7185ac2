/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"
#include "build-paths.h"

#include <glib/gi18n.h>
#include <locale.h>

/* An uninstalled program finds its catalogues in the tree it was built in. */
static const char *
locale_dir (void)
{
  return g_file_test (LIAISON_LOCALEDIR "/fr/LC_MESSAGES/" GETTEXT_PACKAGE ".mo", G_FILE_TEST_EXISTS)
             ? LIAISON_LOCALEDIR
             : LIAISON_BUILD_LOCALEDIR;
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (LiaisonApplication) application = NULL;

  setlocale (LC_ALL, "");
  bindtextdomain (GETTEXT_PACKAGE, locale_dir ());
  bind_textdomain_codeset (GETTEXT_PACKAGE, "UTF-8");
  textdomain (GETTEXT_PACKAGE);
  /* Translators: The name of the program; it is not translated, but may be written in another script */
  g_set_application_name (_("Liaison"));

  application = liaison_application_new ();
  return g_application_run (G_APPLICATION (application), argc, argv);
}
