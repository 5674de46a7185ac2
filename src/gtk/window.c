/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "window.h"

#include "area.h"
#include "import/import-window.h"
#include "inspector/inspector.h"
#include "message.h"
#include "overview/start-page.h"
#include "release/seen-as.h"
#include "preferences.h"
#include "schedule/proposal/zone-window.h"
#include "status-strip.h"
#include "window-private.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (LiaisonWindow, liaison_window, ADW_TYPE_APPLICATION_WINDOW)

static void
title_changed_cb (LiaisonWindow *self)
{
  const char *path = liaison_session_get_path (self->session);
  gboolean modified = liaison_editor_get_modified (liaison_session_get_editor (self->session));
  g_autofree char *file = path != NULL ? g_path_get_basename (path) : g_strdup (_("Not saved yet"));
  /* Translators: {file} with changes that are not saved. */
  g_autofree char *shown = modified && path != NULL ? g_strdup_printf (_("%s, changed"), file) : g_strdup (file);

  adw_window_title_set_title (self->title, liaison_session_get_title (self->session));
  if (liaison_seen_as_get (liaison_session_get_document (self->session)) != NULL)
    adw_window_title_set_subtitle (self->title, _("Copy, read only"));
  else
    adw_window_title_set_subtitle (self->title, shown);
  gtk_window_set_title (GTK_WINDOW (self), liaison_session_get_title (self->session));
  liaison_window_update_actions (self);
}

static void
undo_clicked_cb (AdwToast *toast,
                 gpointer  data)
{
  LiaisonWindow *self = data;
  if (self->session != NULL)
    liaison_session_undo (self->session);
}

static void
notice_cb (LiaisonWindow *self,
           const char    *text,
           gboolean       undoable)
{
  g_autofree char *escaped = g_markup_escape_text (text, -1);
  AdwToast *toast = adw_toast_new (escaped);

  if (undoable)
    {
      adw_toast_set_button_label (toast, _("_Undo"));
      g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked_cb), self, 0);
    }
  adw_toast_overlay_add_toast (self->toasts, toast);
}

static void
problem_cb (LiaisonWindow *self,
            const char    *what,
            const char    *details)
{
  liaison_window_report (self, what, details);
}

void
liaison_window_report (LiaisonWindow *self,
                       const char    *what,
                       const char    *details)
{
  liaison_tell (GTK_WINDOW (self), what, details);
}

static void
restore_size (LiaisonWindow *self)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());

  if (settings == NULL)
    return;
  g_settings_bind (settings, "window-width", self, "default-width", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-height", self, "default-height", G_SETTINGS_BIND_DEFAULT);
  g_settings_bind (settings, "window-maximized", self, "maximized", G_SETTINGS_BIND_DEFAULT);
}

static gboolean
drop_cb (LiaisonWindow *self,
         const GValue  *value)
{
  GFile *file = g_value_get_object (value);

  if (file == NULL)
    return FALSE;
  g_autofree char *path = g_file_get_path (file);
  /* A spreadsheet goes into the plan that is open. */
  if (path != NULL && liaison_import_is_spreadsheet (path) && self->session != NULL
      && !liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    {
      liaison_import_present (GTK_WINDOW (self), self->session, NULL, path);
      return TRUE;
    }
  g_application_open (G_APPLICATION (gtk_window_get_application (GTK_WINDOW (self))), &file, 1, "");
  return TRUE;
}

static void
liaison_window_dispose (GObject *object)
{
  LiaisonWindow *self = LIAISON_WINDOW (object);

  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
  g_clear_object (&self->loading);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_WINDOW);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_window_parent_class)->dispose (object);
}

static void
liaison_window_class_init (LiaisonWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = liaison_window_close_request;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/liaisonplanner/Liaison/window.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, leaflet);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, areas);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, area_stack);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, strip_place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, inspector_place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, title);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, start_place);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, progress);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, loading_page);
  gtk_widget_class_bind_template_child (widget_class, LiaisonWindow, inspector_button);
  liaison_window_class_install_actions (widget_class);
}

static void
liaison_window_init (LiaisonWindow *self)
{
  GtkDropTarget *drop = gtk_drop_target_new (G_TYPE_FILE, GDK_ACTION_COPY);
  g_autoptr (GtkWindowGroup) group = gtk_window_group_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  /* A dialog of one plan, or of a copy for an audience, does not hold the windows of the others. */
  gtk_window_group_add_window (group, GTK_WINDOW (self));
  g_signal_connect_object (drop, "drop", G_CALLBACK (drop_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drop));
  adw_bin_set_child (self->start_place, liaison_start_page_new ());
  restore_size (self);
  liaison_window_watch_inspector (self);
  liaison_window_update_actions (self);
}

LiaisonWindow *
liaison_window_new (GtkApplication *application)
{
  return g_object_new (LIAISON_TYPE_WINDOW, "application", application, NULL);
}

gboolean
liaison_window_is_empty (LiaisonWindow *self)
{
  return self->session == NULL && self->loading == NULL;
}

gboolean
liaison_window_has_path (LiaisonWindow *self,
                         const char    *path)
{
  return self->session != NULL && g_strcmp0 (liaison_session_get_path (self->session), path) == 0;
}

LiaisonSession *
liaison_window_get_session (LiaisonWindow *self)
{
  return self->session;
}

/* Takes away what was shown of the plan before. */
static void
drop_session (LiaisonWindow *self)
{
  GtkWidget *child;

  adw_bin_set_child (self->inspector_place, NULL);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->area_stack))) != NULL)
    gtk_stack_remove (self->area_stack, child);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->strip_place))) != NULL)
    gtk_box_remove (self->strip_place, child);
  if (self->session != NULL)
    {
      g_signal_handlers_disconnect_by_data (self->session, self);
      g_signal_handlers_disconnect_by_data (liaison_session_get_editor (self->session), self);
    }
  g_clear_object (&self->session);
}

static void
follow_session (LiaisonWindow *self)
{
  LiaisonEditor *editor = liaison_session_get_editor (self->session);

  g_signal_connect_object (self->session, "notify::title", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::path", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::modified", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notify::saving", G_CALLBACK (title_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "notice", G_CALLBACK (notice_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "problem", G_CALLBACK (problem_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_selection (self->session), "changed",
                           G_CALLBACK (liaison_window_follow_selection), self, G_CONNECT_SWAPPED);
  liaison_zone_window_watch (GTK_WINDOW (self), self->session);
  g_signal_connect_object (editor, "notify", G_CALLBACK (liaison_window_update_actions), self, G_CONNECT_SWAPPED);
}

/* A copy for an audience says so over everything else. */
static void
show_seen_as (LiaisonWindow *self)
{
  const char *name = liaison_seen_as_get (liaison_session_get_document (self->session));
  GtkWidget *box;

  if (name == NULL)
    return;
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  g_object_ref (self->pages);
  adw_toast_overlay_set_child (self->toasts, NULL);
  gtk_box_append (GTK_BOX (box), liaison_seen_as_banner_new (name));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->pages));
  g_object_unref (self->pages);
  adw_toast_overlay_set_child (self->toasts, box);
}

void
liaison_window_show_plan (LiaisonWindow *self,
                          LiaisonPlan   *plan,
                          const char    *path)
{
  drop_session (self);
  self->session = liaison_session_new (plan, path);
  follow_session (self);
  /* What cannot be changed needs no journal. */
  if (!liaison_editor_get_read_only (liaison_session_get_editor (self->session)))
    liaison_session_begin_journal (self->session);
  show_seen_as (self);

  adw_bin_set_child (self->inspector_place, liaison_inspector_new (self->session));
  gtk_box_append (self->strip_place, liaison_status_strip_new (self->session));
  liaison_window_fill_sidebar (self);
  gtk_stack_set_visible_child_name (self->pages, "plan");
  liaison_window_show_area (self, "overview");
  liaison_window_follow_selection (self);
  title_changed_cb (self);
  if (liaison_session_get_path (self->session) != NULL)
    {
      g_autofree char *uri = g_filename_to_uri (path, NULL, NULL);
      if (uri != NULL)
        gtk_recent_manager_add_item (gtk_recent_manager_get_default (), uri);
    }
}

void
liaison_window_show_record (LiaisonWindow *self,
                            LiaisonId      record)
{
  LiaisonRecord *found = liaison_document_find (liaison_session_get_document (self->session), record);

  if (found == NULL)
    return;
  const LiaisonArea *area = liaison_area_for_kind (liaison_record_get_kind (found)->id);
  if (area != NULL)
    liaison_window_show_area (self, area->name);
  liaison_selection_set_one (liaison_session_get_selection (self->session), record);
  adw_flap_set_reveal_flap (self->flap, TRUE);
}
