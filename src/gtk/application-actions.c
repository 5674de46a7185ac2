/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"
#include "message.h"
#include "new-exercise.h"
#include "preferences-window.h"

#include <glib/gi18n.h>

static void
new_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       data)
{
  liaison_new_exercise_present (data, gtk_application_get_active_window (data),
                                g_str_equal (g_action_get_name (G_ACTION (action)), "duplicate"));
}

static void
sample_cb (GSimpleAction *action,
           GVariant      *parameter,
           gpointer       data)
{
  liaison_application_open_sample (data);
}

static void
path_chosen_cb (char    *path,
                gpointer data)
{
  g_autofree char *chosen = path;
  if (chosen != NULL)
    liaison_application_open_path (data, chosen);
}

static void
open_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  liaison_choose_plan_to_open (gtk_application_get_active_window (data), path_chosen_cb, data);
}

static void
open_path_cb (GSimpleAction *action,
              GVariant      *parameter,
              gpointer       data)
{
  liaison_application_open_path (data, g_variant_get_string (parameter, NULL));
}

static void
preferences_cb (GSimpleAction *action,
                GVariant      *parameter,
                gpointer       data)
{
  gtk_window_present (liaison_preferences_window_new (gtk_application_get_active_window (data)));
}

static void
about_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       data)
{
  adw_show_about_window (
      gtk_application_get_active_window (data), "application-name", _("Liaison"), "application-icon", LIAISON_APP_ID,
      "version", LIAISON_VERSION, "developer-name", _("The Liaison founders"), "license-type", GTK_LICENSE_GPL_3_0,
      "comments",
      _("Plans multinational exercises: who takes part, what happens when, and what each nation may see.\n\n"
        "An administrative planning aid. It holds no keys, no frequencies and no classified content."),
      /* Translators: Your names, one a line. */
      "translator-credits", _("translator-credits"), NULL);
}

/* Windows are asked one after the other; a "Cancel" stops it. */
static void
quit_cb (GSimpleAction *action,
         GVariant      *parameter,
         gpointer       data)
{
  g_autoptr (GList) windows = g_list_copy (gtk_application_get_windows (data));
  for (GList *each = windows; each != NULL; each = each->next)
    gtk_window_close (each->data);
}

static const GActionEntry entries[] = {
  { .name = "new", .activate = new_cb },
  { .name = "duplicate", .activate = new_cb },
  { .name = "open", .activate = open_cb },
  { .name = "open-path", .parameter_type = "s", .activate = open_path_cb },
  { .name = "open-sample", .activate = sample_cb },
  { .name = "preferences", .activate = preferences_cb },
  { .name = "about", .activate = about_cb },
  { .name = "quit", .activate = quit_cb },
};

typedef struct
{
  const char *action;
  const char *keys[3];
} Accelerator;

static const Accelerator accelerators[] = {
  { "app.new", { "<Control>n" } },
  { "app.open", { "<Control>o" } },
  { "app.preferences", { "<Control>comma" } },
  { "app.quit", { "<Control>q" } },
  { "win.show-help-overlay", { "<Control>question", "F1" } },
};

void
liaison_application_add_actions (LiaisonApplication *self)
{
  g_action_map_add_action_entries (G_ACTION_MAP (self), entries, G_N_ELEMENTS (entries), self);
  for (guint i = 0; i < G_N_ELEMENTS (accelerators); i++)
    gtk_application_set_accels_for_action (GTK_APPLICATION (self), accelerators[i].action, accelerators[i].keys);
}
