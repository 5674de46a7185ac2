/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "display.h"

#include "tooltip-surface.h"

#include <adwaita.h>

gboolean
liaison_test_init (int *argc, char ***argv)
{
  /* A message bus for assistive technology is not there in a test, and its absence is a warning. */
  g_setenv ("GTK_A11Y", "none", TRUE);
  gtk_disable_setlocale ();
  g_test_init (argc, argv, NULL);
  if (!gtk_init_check ())
    {
      g_print ("1..0 # SKIP no display\n");
      return FALSE;
    }
  adw_init ();
  liaison_tooltip_surface_install ();
  return TRUE;
}
