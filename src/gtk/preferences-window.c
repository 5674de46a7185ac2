/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences-window.h"

#include "preferences.h"
#include "record/zone.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

static void
author_applied_cb (AdwEntryRow *row)
{
  liaison_preferences_set_author (liaison_preferences_get_default (), gtk_editable_get_text (GTK_EDITABLE (row)));
}

static GtkWidget *
author_row_new (void)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Your name in the audit trail"));
  gtk_editable_set_text (GTK_EDITABLE (row), liaison_preferences_get_author (liaison_preferences_get_default ()));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (author_applied_cb), NULL);
  return row;
}

/* A zone that is typed; it is taken as soon as it is one. */
static void
zone_applied_cb (AdwEntryRow *row)
{
  g_autofree char *zone = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (row))));

  if (liaison_zone_is_valid_name (zone, strlen (zone)) && liaison_zone_is_known (zone))
    {
      gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
      liaison_preferences_set_zone (liaison_preferences_get_default (), zone);
    }
  else
    gtk_widget_add_css_class (GTK_WIDGET (row), "error");
}

static GtkWidget *
zone_row_new (void)
{
  GtkWidget *row = adw_entry_row_new ();

  /* Translators: The zone of the person at the screen, such as Europe/Oslo. */
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Your time zone, such as Europe/Oslo"));
  gtk_editable_set_text (GTK_EDITABLE (row), liaison_preferences_get_zone (liaison_preferences_get_default ()));
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (zone_applied_cb), NULL);
  return row;
}

static void
clocks_applied_cb (AdwEntryRow *row)
{
  g_auto (GStrv) parts = g_strsplit_set (gtk_editable_get_text (GTK_EDITABLE (row)), ",; ", -1);
  g_autoptr (GStrvBuilder) zones = g_strv_builder_new ();
  gboolean all_known = TRUE;

  for (guint i = 0; parts[i] != NULL; i++)
    if (*parts[i] == '\0')
      continue;
    else if (liaison_zone_is_valid_name (parts[i], strlen (parts[i])) && liaison_zone_is_known (parts[i]))
      g_strv_builder_add (zones, parts[i]);
    else
      all_known = FALSE;

  if (!all_known)
    {
      gtk_widget_add_css_class (GTK_WIDGET (row), "error");
      return;
    }
  g_auto (GStrv) list = g_strv_builder_end (zones);
  gtk_widget_remove_css_class (GTK_WIDGET (row), "error");
  liaison_preferences_set_clocks (liaison_preferences_get_default (), (const char *const *) list);
}

static GtkWidget *
clocks_row_new (void)
{
  const char *const *clocks = liaison_preferences_get_clocks (liaison_preferences_get_default ());
  g_autofree char *text = g_strjoinv (", ", (char **) clocks);
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Clocks beside Zulu, separated by commas"));
  gtk_editable_set_text (GTK_EDITABLE (row), text);
  adw_entry_row_set_show_apply_button (ADW_ENTRY_ROW (row), TRUE);
  g_signal_connect (row, "apply", G_CALLBACK (clocks_applied_cb), NULL);
  return row;
}

static void
style_selected_cb (AdwComboRow *row)
{
  liaison_preferences_set_time_style (liaison_preferences_get_default (), adw_combo_row_get_selected (row));
}

static GtkWidget *
style_row_new (void)
{
  const char *const styles[] = { _("Date-time group, 141300ZMAY27"), _("As the language writes them"), NULL };
  g_autoptr (GtkStringList) list = gtk_string_list_new (styles);
  GtkWidget *row = adw_combo_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Times"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row),
                              liaison_preferences_get_time_style (liaison_preferences_get_default ()));
  g_signal_connect (row, "notify::selected", G_CALLBACK (style_selected_cb), NULL);
  return row;
}

static const char *const papers[] = { "A4", "Letter", NULL };

static void
paper_selected_cb (AdwComboRow *row)
{
  liaison_preferences_set_paper (liaison_preferences_get_default (), papers[adw_combo_row_get_selected (row)]);
}

static GtkWidget *
paper_row_new (void)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (papers);
  GtkWidget *row = adw_combo_row_new ();
  gboolean letter = strcmp (liaison_preferences_get_paper (liaison_preferences_get_default ()), "Letter") == 0;

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), _("Paper"));
  adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (list));
  adw_combo_row_set_selected (ADW_COMBO_ROW (row), letter);
  g_signal_connect (row, "notify::selected", G_CALLBACK (paper_selected_cb), NULL);
  return row;
}

static GtkWidget *
group_new (const char *title,
           GtkWidget  *first,
           GtkWidget  *second,
           GtkWidget  *third)
{
  GtkWidget *rows[] = { first, second, third };
  GtkWidget *group = adw_preferences_group_new ();

  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), title);
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    if (rows[i] != NULL)
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), rows[i]);
  return group;
}

GtkWindow *
liaison_preferences_window_new (GtkWindow *parent)
{
  GtkWidget *window = g_object_new (ADW_TYPE_PREFERENCES_WINDOW, "transient-for", parent, "modal", parent != NULL,
                                    "search-enabled", FALSE, NULL);
  AdwPreferencesPage *page = ADW_PREFERENCES_PAGE (adw_preferences_page_new ());

  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group_new (_("Person"), author_row_new (), NULL, NULL)));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group_new (_("Times"), style_row_new (), zone_row_new (),
                                                                    clocks_row_new ())));
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group_new (_("Printing"), paper_row_new (), NULL, NULL)));
  adw_preferences_window_add (ADW_PREFERENCES_WINDOW (window), page);
  return GTK_WINDOW (window);
}
