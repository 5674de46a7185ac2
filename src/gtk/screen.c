/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "screen.h"

#include "words/language.h"
#include "words/printed.h"

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

char *
liaison_screen_printf (const char *format, ...)
{
  GString *text = g_string_new (NULL);
  va_list arguments;

  va_start (arguments, format);
  liaison_words_append_printed (liaison_screen_get_words (), text, format, arguments);
  va_end (arguments);
  return g_string_free (text, FALSE);
}

void
liaison_screen_append (GString *text, const char *format, ...)
{
  va_list arguments;

  va_start (arguments, format);
  liaison_words_append_printed (liaison_screen_get_words (), text, format, arguments);
  va_end (arguments);
}

const char *
liaison_screen_separator (void)
{
  return liaison_words_get_separator (liaison_screen_get_words ());
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

void
liaison_screen_fill (GtkWindow *window)
{
  GtkWindow *parent = gtk_window_get_transient_for (window);
  int width, height;

  if (parent == NULL)
    return;
  gtk_window_get_default_size (window, &width, &height);
  gtk_window_set_default_size (window,
                               MAX (width, gtk_widget_get_width (GTK_WIDGET (parent)) * 9 / 10),
                               MAX (height, gtk_widget_get_height (GTK_WIDGET (parent)) * 9 / 10));
}
