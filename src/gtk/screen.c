/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen.h"

#include "words/language.h"

#include <gtk/gtk.h>

#define USUAL_DPI (96 * 1024)

LiaisonWords *
liaison_screen_get_words (void)
{
  static LiaisonWords *words;

  if (words == NULL)
    {
      g_autofree char *language = liaison_language_from_locale (g_get_language_names ()[0]);
      words = liaison_words_new (language != NULL ? language : "en", NULL);
    }
  return words;
}

int
liaison_screen_scale (int width)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi = 0;

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  return dpi > USUAL_DPI ? (int) ((gint64) width * dpi / USUAL_DPI) : width;
}
