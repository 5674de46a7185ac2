/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process/process-words.h"

#include "words/dates.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <stdlib.h>

const char *
liaison_process_tell_state (LiaisonProcessState state)
{
  static const char *const labels[] = {
    [LIAISON_PROCESS_UNKNOWN] = N_ ("No date"),
    [LIAISON_PROCESS_UPCOMING] = N_ ("To come"),
    [LIAISON_PROCESS_RUNNING] = N_ ("Running"),
    [LIAISON_PROCESS_DONE] = N_ ("Done"),
    /* Translators: something that should be done by now */
    [LIAISON_PROCESS_LATE] = N_ ("Late"),
    [LIAISON_PROCESS_DROPPED] = N_ ("Dropped"),
  };
  return _ (labels[state]);
}

const char *
liaison_process_get_icon (LiaisonProcessState state)
{
  static const char *const icons[] = {
    [LIAISON_PROCESS_UNKNOWN] = "dialog-question-symbolic",
    [LIAISON_PROCESS_UPCOMING] = "alarm-symbolic",
    [LIAISON_PROCESS_RUNNING] = "media-playback-start-symbolic",
    [LIAISON_PROCESS_DONE] = "object-select-symbolic",
    [LIAISON_PROCESS_LATE] = "dialog-warning-symbolic",
    [LIAISON_PROCESS_DROPPED] = "action-unavailable-symbolic",
  };
  return icons[state];
}

const char *
liaison_process_get_class (LiaisonProcessState state)
{
  static const char *const classes[] = {
    [LIAISON_PROCESS_UNKNOWN] = "dim-label", [LIAISON_PROCESS_UPCOMING] = "dim-label",
    [LIAISON_PROCESS_RUNNING] = "accent",    [LIAISON_PROCESS_DONE] = "success",
    [LIAISON_PROCESS_LATE] = "error",        [LIAISON_PROCESS_DROPPED] = "dim-label",
  };
  return classes[state];
}

char *
liaison_process_tell_days (LiaisonWords *words, gint32 first, gint32 last)
{
  g_autofree char *from = liaison_words_format_day (words, first, LIAISON_DATE_MEDIUM);
  g_autofree char *to = liaison_words_format_day (words, last, LIAISON_DATE_MEDIUM);

  if (*from == '\0' && *to == '\0')
    return g_strdup (_ ("No times yet"));
  if (*from == '\0')
    /* Translators: a day: “Until 14 May 2027” */
    return g_strdup_printf (_ ("Until %s"), to);
  if (*to == '\0' || first == last)
    return g_steal_pointer (&from);
  /* Translators: two days: “14 May 2027 to 16 May 2027” */
  return g_strdup_printf (_ ("%1$s to %2$s"), from, to);
}

char *
liaison_process_tell_lead (LiaisonWords *words, gint32 startex, gint32 day)
{
  gint32 days;
  guint n;

  if (startex == LIAISON_DATE_UNSET || day == LIAISON_DATE_UNSET)
    return g_strdup ("");
  days = startex - day;
  n = (guint) abs (days);
  if (n == 0)
    return g_strdup (_ ("At STARTEX"));
  if (n >= 14)
    {
      n = (n + 3) / 7;
      return days > 0 ? liaison_words_format_plural (words, "{n} week before STARTEX",
                                                     "{n} weeks before STARTEX", n,
                                                     liaison_operand_integer ("n", n))
                      : liaison_words_format_plural (words, "{n} week after STARTEX",
                                                     "{n} weeks after STARTEX", n,
                                                     liaison_operand_integer ("n", n));
    }
  return days > 0 ? liaison_words_format_plural (words, "{n} day before STARTEX",
                                                 "{n} days before STARTEX", n,
                                                 liaison_operand_integer ("n", n))
                  : liaison_words_format_plural (words, "{n} day after STARTEX",
                                                 "{n} days after STARTEX", n,
                                                 liaison_operand_integer ("n", n));
}

char *
liaison_process_tell_late (LiaisonWords *words, gint32 days)
{
  return liaison_words_format_plural (words, "{n} day late", "{n} days late",
                                      (guint) MAX (days, 0), liaison_operand_integer ("n", days));
}

GtkWidget *
liaison_process_new_badge (LiaisonProcessState state, const char *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 4);
  GtkWidget *icon = gtk_image_new_from_icon_name (liaison_process_get_icon (state));
  GtkWidget *label = gtk_label_new (text != NULL ? text : liaison_process_tell_state (state));

  gtk_image_set_pixel_size (GTK_IMAGE (icon), 12);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (box, liaison_process_get_class (state));
  gtk_box_append (GTK_BOX (box), icon);
  gtk_box_append (GTK_BOX (box), label);
  return box;
}
