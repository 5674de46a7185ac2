/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "overview/start-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MAX_RECENT 6

static GtkWidget *
pill_new (const char *label,
          const char *action,
          gboolean    suggested)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_add_css_class (button, "pill");
  if (suggested)
    {
      gtk_widget_add_css_class (button, "suggested-action");
      /* Enter does the likeliest thing. */
      g_signal_connect (button, "map", G_CALLBACK (gtk_widget_grab_focus), NULL);
    }
  return button;
}

static GtkWidget *
recent_row_new (GtkRecentInfo *info)
{
  g_autofree char *path = g_filename_from_uri (gtk_recent_info_get_uri (info), NULL, NULL);
  g_autofree char *folder = g_path_get_dirname (path);
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), gtk_recent_info_get_display_name (info));
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), folder);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name ("go-next-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-path");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", path);
  return row;
}

static GtkWidget *
recent_group_new (void)
{
  GtkWidget *group = adw_preferences_group_new ();
  GList *infos = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  guint shown = 0;

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Recent"));
  for (GList *each = infos; each != NULL && shown < MAX_RECENT; each = each->next)
    if (g_str_has_suffix (gtk_recent_info_get_uri (each->data), ".liaison") && gtk_recent_info_is_local (each->data)
        && gtk_recent_info_exists (each->data))
      {
        adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), recent_row_new (each->data));
        shown++;
      }
  g_list_free_full (infos, (GDestroyNotify) gtk_recent_info_unref);
  gtk_widget_set_visible (group, shown > 0);
  return group;
}

GtkWidget *
liaison_start_page_new (void)
{
  GtkWidget *page = adw_status_page_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);

  adw_status_page_set_icon_name (ADW_STATUS_PAGE (page), LIAISON_APP_ID);
  adw_status_page_set_title (ADW_STATUS_PAGE (page), _("Plan an Exercise Together"));
  adw_status_page_set_description (ADW_STATUS_PAGE (page),
                                   _("One file for who takes part, what happens when, and what each nation may see."));
  gtk_widget_set_halign (buttons, GTK_ALIGN_CENTER);
  gtk_box_append (GTK_BOX (buttons), pill_new (_("Open _Sample"), "app.open-sample", TRUE));
  gtk_box_append (GTK_BOX (buttons), pill_new (_("_Open…"), "app.open", FALSE));
  gtk_box_append (GTK_BOX (buttons), pill_new (_("_New Exercise"), "app.new", FALSE));
  gtk_box_append (GTK_BOX (box), buttons);
  gtk_box_append (GTK_BOX (box), recent_group_new ());
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 480);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  adw_status_page_set_child (ADW_STATUS_PAGE (page), clamp);
  return page;
}
