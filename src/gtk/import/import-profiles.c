/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "import/import-private.h"

#include "exchange/import-profile.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
dup_profile_folder (void)
{
  return g_build_filename (g_get_user_config_dir (), "liaison", "import", NULL);
}

static GPtrArray *
list_profiles (void)
{
  g_autofree char *folder = dup_profile_folder ();
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (g_str_has_suffix (name, ".json"))
      g_ptr_array_add (names, g_strndup (name, strlen (name) - 5));
  return names;
}

static void
apply_profile (LiaisonImportWindow *self, const char *name)
{
  g_autofree char *folder = dup_profile_folder ();
  g_autofree char *file = g_strconcat (name, ".json", NULL);
  g_autofree char *path = g_build_filename (folder, file, NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LiaisonManner manner = liaison_import_window_get_manner (self);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  LiaisonImportMapping *mapping = NULL;
  gsize length;

  if (g_file_get_contents (path, &text, &length, &error))
    mapping = liaison_import_profile_apply (text, (gssize) length, self->sheet, &manner, snapshot,
                                            &error);
  liaison_import_window_tell (self, error);
  if (mapping == NULL)
    return;
  g_clear_pointer (&self->mapping, liaison_import_mapping_free);
  self->mapping = mapping;
  self->kind = mapping->kind;
  liaison_import_window_fill_columns (self);
}

static void
profile_cb (AdwComboRow *row, GParamSpec *spec, LiaisonImportWindow *self)
{
  GtkStringObject *item = adw_combo_row_get_selected_item (row);

  if (self->filling || item == NULL || adw_combo_row_get_selected (row) == 0)
    return;
  g_autofree char *name = g_strdup (gtk_string_object_get_string (item));
  apply_profile (self, name);
}

void
liaison_import_window_add_profiles (LiaisonImportWindow *self, AdwPreferencesGroup *group)
{
  g_autoptr (GPtrArray) names = list_profiles ();
  GtkStringList *labels;
  GtkWidget *row;

  if (names->len == 0)
    return;
  labels = gtk_string_list_new (NULL);
  gtk_string_list_append (labels, _ ("None"));
  for (guint i = 0; i < names->len; i++)
    gtk_string_list_append (labels, names->pdata[i]);
  row = liaison_import_window_add_combo (group, _ ("Take the columns as saved in"), labels, 0,
                                         G_CALLBACK (profile_cb), self);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), _ ("Profiles are saved in the next step."));
}
