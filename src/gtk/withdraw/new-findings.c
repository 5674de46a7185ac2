/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "withdraw/new-findings.h"

#include "review/finding-edits.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_SHOWN 200
#define LIST_KEY  "liaison-list"

GtkWidget *
liaison_new_findings_new (void)
{
  GtkWidget *scrolled = gtk_scrolled_window_new (), *clamp = adw_clamp_new ();
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_set_selection_mode (GTK_LIST_BOX (list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (list, "boxed-list");
  gtk_widget_set_valign (list, GTK_ALIGN_START);
  gtk_widget_set_margin_top (list, 12);
  gtk_widget_set_margin_bottom (list, 12);
  gtk_widget_set_visible (list, FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("New findings"), -1);
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 900);
  adw_clamp_set_child (ADW_CLAMP (clamp), list);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scrolled), clamp);
  g_object_set_data (G_OBJECT (scrolled), LIST_KEY, list);
  return scrolled;
}

static GtkWidget *
row_new (LiaisonSession *session, const LiaisonFinding *finding)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  g_autofree char *text = liaison_manner_tell_finding (&manner, finding);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), liaison_severity_icon_new (finding->severity));
  return row;
}

void
liaison_new_findings_show (GtkWidget *view, LiaisonSession *session, const GPtrArray *findings)
{
  GtkWidget *list = g_object_get_data (G_OBJECT (view), LIST_KEY), *row;

  while ((row = gtk_widget_get_first_child (list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (list), row);
  for (guint i = 0; i < MIN (findings->len, MAX_SHOWN); i++)
    gtk_list_box_append (GTK_LIST_BOX (list), row_new (session, findings->pdata[i]));
  gtk_widget_set_visible (list, findings->len > 0);
}
