/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "application.h"

#include "accessible.h"
#include "draft.h"
#include "label-direction.h"
#include "screen.h"
#include "tooltip-surface.h"
#include "window.h"

#include <glib/gi18n.h>

struct _LiaisonApplication
{
  AdwApplication parent_instance;
};

G_DEFINE_FINAL_TYPE (LiaisonApplication, liaison_application, ADW_TYPE_APPLICATION)

static void
liaison_application_startup (GApplication *application)
{
  G_APPLICATION_CLASS (liaison_application_parent_class)->startup (application);
  liaison_accessible_install ();
  liaison_tooltip_surface_install ();
  liaison_label_direction_install ();

  /* GTK asks the locale, which need not be installed for the language that LANGUAGE chose. */
  if (liaison_words_is_right_to_left (liaison_screen_get_words ()))
    gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  liaison_application_add_actions (LIAISON_APPLICATION (application));
}

/* Opens what a crash left of plans that were never saved; each window then asks. */
static gboolean
open_lost_drafts (LiaisonApplication *self)
{
  g_auto (GStrv) lost = liaison_draft_find_lost ();

  for (guint i = 0; lost[i] != NULL; i++)
    liaison_application_open_path (self, lost[i]);
  return lost[0] != NULL;
}

/* Without a file: the start page. */
static void
liaison_application_activate (GApplication *application)
{
  GtkWindow *window = gtk_application_get_active_window (GTK_APPLICATION (application));

  if (window == NULL && open_lost_drafts (LIAISON_APPLICATION (application)))
    return;
  if (window == NULL)
    window = GTK_WINDOW (liaison_window_new (GTK_APPLICATION (application)));
  gtk_window_present (window);
}

static void
liaison_application_open (GApplication *application,
                          GFile       **files,
                          int           n_files,
                          const char   *hint)
{
  for (int i = 0; i < n_files; i++)
    {
      g_autofree char *path = g_file_get_path (files[i]);
      if (path != NULL)
        liaison_application_open_path (LIAISON_APPLICATION (application), path);
    }
}

static void
liaison_application_class_init (LiaisonApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  application_class->startup = liaison_application_startup;
  application_class->activate = liaison_application_activate;
  application_class->open = liaison_application_open;
}

static void
liaison_application_init (LiaisonApplication *self)
{
}

LiaisonApplication *
liaison_application_new (void)
{
  return g_object_new (LIAISON_TYPE_APPLICATION, "application-id", LIAISON_APP_ID, "flags", G_APPLICATION_HANDLES_OPEN,
                       "resource-base-path", "/org/liaisonplanner/Liaison", NULL);
}

/* A window that shows nothing yet, or a new one. */
static LiaisonWindow *
take_window (LiaisonApplication *self)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    if (LIAISON_IS_WINDOW (each->data) && liaison_window_is_empty (each->data))
      return each->data;
  return liaison_window_new (GTK_APPLICATION (self));
}

static LiaisonWindow *
find_window (LiaisonApplication *self,
             const char         *path)
{
  for (GList *each = gtk_application_get_windows (GTK_APPLICATION (self)); each != NULL; each = each->next)
    if (LIAISON_IS_WINDOW (each->data) && liaison_window_has_path (each->data, path))
      return each->data;
  return NULL;
}

void
liaison_application_open_path (LiaisonApplication *self,
                               const char         *path)
{
  LiaisonWindow *window = find_window (self, path);

  if (window == NULL)
    {
      window = take_window (self);
      liaison_window_load (window, path);
    }
  gtk_window_present (GTK_WINDOW (window));
}

void
liaison_application_open_sample (LiaisonApplication *self)
{
  LiaisonWindow *window = take_window (self);

  liaison_window_load_sample (window);
  gtk_window_present (GTK_WINDOW (window));
}

void
liaison_application_open_plan (LiaisonApplication *self,
                               LiaisonPlan        *plan)
{
  LiaisonWindow *window = take_window (self);

  liaison_window_show_plan (window, plan, NULL);
  liaison_editor_mark_modified (liaison_session_get_editor (liaison_window_get_session (window)));
  gtk_window_present (GTK_WINDOW (window));
}
