/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/view-line.h"

#include <glib/gi18n.h>

static void
stop_search_cb (GtkWidget *view, GtkEditable *entry)
{
  gtk_editable_set_text (entry, "");
  gtk_widget_grab_focus (view);
}

static GtkWidget *
search_new (GtkWidget *view, const char *sought)
{
  GtkWidget *entry = gtk_search_entry_new ();
  g_autofree char *tip = g_strdup_printf ("%s (Ctrl+Shift+F)", sought);

  g_object_set (entry, "placeholder-text", sought, NULL);
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 8);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (entry), 12);
  gtk_widget_set_tooltip_text (entry, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, sought, -1);
  g_signal_connect_object (entry, "stop-search", G_CALLBACK (stop_search_cb), view,
                           G_CONNECT_SWAPPED);
  return entry;
}

static GtkWidget *
summary_new (void)
{
  GtkWidget *summary = gtk_label_new (NULL);

  gtk_label_set_ellipsize (GTK_LABEL (summary), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (summary), 0);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_widget_add_css_class (summary, "dim-label");
  return summary;
}

void
liaison_view_line_init (LiaisonViewLine *line,
                        LiaisonSession *session,
                        GtkWidget *view,
                        const char *sought,
                        GtkWidget *settings)
{
  line->line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  line->summary = GTK_LABEL (summary_new ());
  line->filter = NULL;
  line->search = NULL;
  gtk_widget_set_margin_top (line->line, 6);
  gtk_widget_set_margin_bottom (line->line, 6);
  gtk_widget_set_margin_start (line->line, 12);
  gtk_widget_set_margin_end (line->line, 6);
  gtk_box_append (GTK_BOX (line->line), GTK_WIDGET (line->summary));
  if (sought != NULL)
    {
      line->filter = LIAISON_AREA_FILTER (liaison_area_filter_new (session));
      line->search = search_new (view, sought);
      gtk_box_append (GTK_BOX (line->line), GTK_WIDGET (line->filter));
      gtk_box_append (GTK_BOX (line->line), line->search);
    }
  if (settings != NULL)
    gtk_box_append (GTK_BOX (line->line), settings);
}

void
liaison_view_line_tell (const LiaisonViewLine *line, const char *summary)
{
  gtk_label_set_text (line->summary, summary);
  gtk_widget_set_tooltip_text (GTK_WIDGET (line->summary), summary);
}
