/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/seen-as.h"

#include "screen.h"
#include "window.h"

#include "words/sentence.h"

#include <glib/gi18n.h>

#define SEEN_AS "liaison-seen-as"

const char *
liaison_seen_as_get (LiaisonDocument *document)
{
  return g_object_get_data (G_OBJECT (document), SEEN_AS);
}

void
liaison_seen_as_open (GtkApplication *application, LiaisonRedaction *redaction, const char *name)
{
  LiaisonRecord *exercise = liaison_document_get_exercise (redaction->document);
  LiaisonPlan *plan = liaison_plan_new (liaison_record_get_id (exercise));
  LiaisonWindow *window = liaison_window_new (application);

  g_set_object (&plan->document, redaction->document);
  /* To be read only, as a plan of a newer version is. */
  plan->newer = TRUE;
  g_object_set_data_full (G_OBJECT (plan->document), SEEN_AS, g_strdup (name), g_free);
  liaison_window_show_plan (window, plan, NULL);
  gtk_window_present (GTK_WINDOW (window));
  liaison_redaction_free (redaction);
}

static char *
tell (const char *name)
{
  /* Translators: Over a window that shows only what an audience may see: {audience} is such as
   * “France”. */
  return liaison_words_format (liaison_screen_get_words (), N_ ("As {audience} sees it"),
                               liaison_operand_text ("audience", name));
}

GtkWidget *
liaison_seen_as_banner_new (const char *name)
{
  GtkWidget *banner = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *icon = gtk_image_new_from_icon_name ("view-reveal-symbolic");
  g_autofree char *text = tell (name);
  GtkWidget *title = gtk_label_new (text);
  GtkWidget *detail =
      gtk_label_new (_ ("Read only. What this audience may not see is not in this window."));

  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_widget_add_css_class (title, "heading");
  gtk_widget_set_tooltip_text (title, text);
  gtk_widget_set_hexpand (detail, TRUE);
  gtk_label_set_xalign (GTK_LABEL (detail), 0);
  gtk_widget_set_margin_start (icon, 12);
  gtk_widget_set_margin_end (detail, 12);
  gtk_box_append (GTK_BOX (banner), icon);
  gtk_box_append (GTK_BOX (banner), title);
  gtk_box_append (GTK_BOX (banner), detail);
  gtk_widget_add_css_class (banner, "seen-as");
  return banner;
}
