/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "area.h"
#include "print/export-window.h"
#include "print/print-window.h"
#include "print/printable.h"
#include "schedule/proposal/level-window.h"
#include "schedule/proposal/shift-window.h"
#include "schedule/proposal/zone-window.h"
#include "import/import-window.h"
#include "inform/capture-window.h"
#include "inform/carry-window.h"
#include "search/jump.h"
#include "withdraw/withdraw-window.h"
#include "window-private.h"

#include "pack/briefing-reports.h"

#include <glib/gi18n.h>

static void
undo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  liaison_session_undo (LIAISON_WINDOW (widget)->session);
}

static void
redo_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  liaison_session_redo (LIAISON_WINDOW (widget)->session);
}

static void
save_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  liaison_window_save (LIAISON_WINDOW (widget));
}

static void
save_as_cb (GtkWidget  *widget,
            const char *action,
            GVariant   *parameter)
{
  liaison_window_save_as (LIAISON_WINDOW (widget));
}

static void
revert_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  liaison_window_revert (LIAISON_WINDOW (widget));
}

static void
cancel_loading_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  if (self->loading != NULL)
    g_cancellable_cancel (self->loading);
}

static void
show_areas_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  adw_leaflet_set_visible_child_name (LIAISON_WINDOW (widget)->leaflet, "sidebar");
}

static void
toggle_inspector_cb (GtkWidget  *widget,
                     const char *action,
                     GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  adw_flap_set_reveal_flap (self->flap, !adw_flap_get_reveal_flap (self->flap));
}

static void
area_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  liaison_window_show_area (LIAISON_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

static void
area_number_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  liaison_window_show_nth_area (LIAISON_WINDOW (widget), (int) g_variant_get_uint32 (parameter) - 1);
}

static void
next_area_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->areas);

  if (row != NULL)
    liaison_window_show_nth_area (self, gtk_list_box_row_get_index (row) + g_variant_get_int32 (parameter));
}

static void
show_record_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  gsize length;
  const char *text = g_variant_get_string (parameter, &length);
  LiaisonId id;

  if (LIAISON_WINDOW (widget)->session != NULL && liaison_id_parse (text, length, &id))
    liaison_window_show_record (LIAISON_WINDOW (widget), id);
}

static void
edit_exercise_cb (GtkWidget  *widget,
                  const char *action,
                  GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  LiaisonRecord *exercise = liaison_document_get_exercise (liaison_session_get_document (self->session));

  liaison_selection_set_one (liaison_session_get_selection (self->session), liaison_record_get_id (exercise));
  adw_flap_set_reveal_flap (self->flap, TRUE);
}

/* The form of what is selected, with the focus in it. */
static void
edit_record_cb (GtkWidget  *widget,
                const char *action,
                GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);

  if (self->session == NULL)
    return;
  adw_flap_set_reveal_flap (self->flap, TRUE);
  gtk_widget_child_focus (adw_bin_get_child (self->inspector_place), GTK_DIR_TAB_FORWARD);
}

static void
jump_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  liaison_jump_present (LIAISON_WINDOW (widget), LIAISON_JUMP_ANYTHING);
}

static void
find_cb (GtkWidget  *widget,
         const char *action,
         GVariant   *parameter)
{
  liaison_jump_present (LIAISON_WINDOW (widget), LIAISON_JUMP_TEXT);
}

static void
resolve_conflicts_cb (GtkWidget  *widget,
                      const char *action,
                      GVariant   *parameter)
{
  liaison_level_window_present (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session);
}

static void
shift_exercise_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  liaison_shift_window_present (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session);
}

static void
site_zone_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_zone_window_present_site (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session);
}

static void
clock_rules_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_zone_window_present_outdated (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session);
}

/* About the selected record; where that cannot be missing, about what is chosen there. */
static void
what_if_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  LiaisonRecord *record
      = self->session != NULL
            ? liaison_selection_get_record (liaison_session_get_selection (self->session))
            : NULL;

  if (self->session != NULL)
    liaison_withdraw_window_present (GTK_WINDOW (self), self->session,
                                     record != NULL ? liaison_record_get_id (record)
                                                    : (LiaisonId){ 0 });
}

static void
observe_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_capture_window_present (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session);
}

static void
carry_lessons_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_carry_present (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session);
}

/* The one that has the focus; of those within each other the outermost. */
static LiaisonPrintable *
find_focused (LiaisonWindow *self)
{
  LiaisonPrintable *found = NULL;

  for (GtkWidget *at = gtk_window_get_focus (GTK_WINDOW (self)); at != NULL; at = gtk_widget_get_parent (at))
    {
      if (at == GTK_WIDGET (self->area_stack))
        return found;
      if (LIAISON_IS_PRINTABLE (at))
        found = LIAISON_PRINTABLE (at);
    }
  return NULL;
}

/* What the area shows now; NULL, and said so, when it is nothing to print. */
static LiaisonPrintable *
find_printable (LiaisonWindow *self)
{
  LiaisonPrintable *view = self->session != NULL ? find_focused (self) : NULL;

  if (view == NULL && self->session != NULL)
    view = liaison_printable_find (GTK_WIDGET (self->area_stack));

  if (view == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("There is nothing here to print or export.")));
    }
  return view;
}

static void
print_cb (GtkWidget  *widget,
          const char *action,
          GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  LiaisonPrintable *view = find_printable (self);
  g_autoptr (LiaisonExtract) shown = view != NULL ? liaison_printable_extract (view) : NULL;
  const char *title = NULL;
  LiaisonBox seen = { 0 };
  LiaisonDrawing *drawing = view != NULL ? liaison_printable_get_drawing (view, &title, &seen) : NULL;

  if (view != NULL && liaison_printable_print (view, GTK_WINDOW (self)))
    return;
  if (shown != NULL)
    gtk_window_present (GTK_WINDOW (liaison_print_window_new (GTK_WINDOW (self), self->session, shown)));
  else if (drawing != NULL)
    gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_drawing (GTK_WINDOW (self), self->session, view)));
  else if (view != NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("There is nothing here to print or export.")));
}

/* Every table that has something in it, one after the other. */
static LiaisonExtract *
extract_whole (LiaisonWindow *self)
{
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));

  return liaison_extract_new_whole (snapshot);
}

static void
print_all_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  g_autoptr (LiaisonExtract) whole = self->session != NULL ? extract_whole (self) : NULL;

  if (whole != NULL)
    gtk_window_present (GTK_WINDOW (liaison_print_window_new (GTK_WINDOW (self), self->session, whole)));
}

static void
export_all_cb (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  g_autoptr (LiaisonExtract) whole = self->session != NULL ? extract_whole (self) : NULL;

  if (whole != NULL)
    gtk_window_present (GTK_WINDOW (liaison_export_window_new (GTK_WINDOW (self), self->session, whole, self->toasts)));
}

/* The selected events, each on a page for its chair. */
static void
room_card_cb (GtkWidget  *widget,
              const char *action,
              GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  LiaisonSelection *selection = liaison_session_get_selection (self->session);
  const LiaisonKind *kind = liaison_selection_get_kind (selection);
  guint n;
  const LiaisonId *ids = liaison_selection_get (selection, &n);

  if (kind == NULL || kind->id != LIAISON_KIND_EVENT)
    {
      adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("Select an event to print who will be in the room.")));
      return;
    }
  gtk_window_present (GTK_WINDOW (liaison_print_window_new_for_report (GTK_WINDOW (self), self->session,
                                                                       liaison_report_room_cards, ids, MIN (n, 50),
                                                                       _("Room Card"), "room-card")));
}

static void
export_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  LiaisonWindow *self = LIAISON_WINDOW (widget);
  LiaisonPrintable *view = find_printable (self);
  g_autoptr (LiaisonExtract) shown = view != NULL ? liaison_printable_extract (view) : NULL;

  const char *title = NULL;
  LiaisonBox seen;
  LiaisonManner manner = self->session != NULL ? liaison_session_get_manner (self->session) : (LiaisonManner){ 0 };
  LiaisonDrawing *drawing = view != NULL && shown == NULL ? liaison_printable_get_drawing (view, &title, &seen) : NULL;
  g_autoptr (GPtrArray) rows = drawing != NULL ? liaison_drawing_make_table (drawing, &manner) : NULL;

  if (rows != NULL)
    gtk_window_present (GTK_WINDOW (liaison_export_window_new_for_drawing (GTK_WINDOW (self), self->session, view, self->toasts)));
  else if (view != NULL && shown == NULL)
    adw_toast_overlay_add_toast (self->toasts, adw_toast_new (_("A drawing is saved as a picture, from its menu, or as PDF from Print.")));
  if (shown != NULL)
    gtk_window_present (GTK_WINDOW (liaison_export_window_new (GTK_WINDOW (self), self->session, shown, self->toasts)));
}

static void
import_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_import_present (GTK_WINDOW (widget), LIAISON_WINDOW (widget)->session, NULL, NULL);
}

/* Made when it is first asked for: GTK itself would make it with each window, before that is painted. */
static void
show_shortcuts_cb (GtkWidget  *widget,
                   const char *action,
                   GVariant   *parameter)
{
  static const char *const key = "liaison-shortcuts";
  GtkWindow *shortcuts = g_object_get_data (G_OBJECT (widget), key);

  if (shortcuts == NULL)
    {
      g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource ("/org/liaisonplanner/Liaison/shortcuts.ui");
      shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));
      gtk_window_set_transient_for (shortcuts, GTK_WINDOW (widget));
      gtk_window_set_destroy_with_parent (shortcuts, TRUE);
      g_object_set_data (G_OBJECT (widget), key, shortcuts);
    }
  gtk_window_present (shortcuts);
}

void
liaison_window_class_install_actions (GtkWidgetClass *klass)
{
  const guint control = GDK_CONTROL_MASK, shift = GDK_SHIFT_MASK;

  gtk_widget_class_install_action (klass, "win.undo", NULL, undo_cb);
  gtk_widget_class_install_action (klass, "win.redo", NULL, redo_cb);
  gtk_widget_class_install_action (klass, "win.save", NULL, save_cb);
  gtk_widget_class_install_action (klass, "win.save-as", NULL, save_as_cb);
  gtk_widget_class_install_action (klass, "win.revert", NULL, revert_cb);
  gtk_widget_class_install_action (klass, "win.import", NULL, import_cb);
  gtk_widget_class_install_action (klass, "win.cancel-loading", NULL, cancel_loading_cb);
  gtk_widget_class_install_action (klass, "win.show-areas", NULL, show_areas_cb);
  gtk_widget_class_install_action (klass, "win.toggle-inspector", NULL, toggle_inspector_cb);
  gtk_widget_class_install_action (klass, "win.print", NULL, print_cb);
  gtk_widget_class_install_action (klass, "win.print-all", NULL, print_all_cb);
  gtk_widget_class_install_action (klass, "win.export-all", NULL, export_all_cb);
  gtk_widget_class_install_action (klass, "win.room-card", NULL, room_card_cb);
  gtk_widget_class_install_action (klass, "win.export", NULL, export_cb);
  gtk_widget_class_install_action (klass, "win.jump", NULL, jump_cb);
  gtk_widget_class_install_action (klass, "win.find", NULL, find_cb);
  gtk_widget_class_install_action (klass, "win.area", "s", area_cb);
  gtk_widget_class_install_action (klass, "win.area-number", "u", area_number_cb);
  gtk_widget_class_install_action (klass, "win.next-area", "i", next_area_cb);
  gtk_widget_class_install_action (klass, "win.show-record", "s", show_record_cb);
  gtk_widget_class_install_action (klass, "win.edit-exercise", NULL, edit_exercise_cb);
  gtk_widget_class_install_action (klass, "win.resolve-conflicts", NULL, resolve_conflicts_cb);
  gtk_widget_class_install_action (klass, "win.shift-exercise", NULL, shift_exercise_cb);
  gtk_widget_class_install_action (klass, "win.site-zone", NULL, site_zone_cb);
  gtk_widget_class_install_action (klass, "win.clock-rules", NULL, clock_rules_cb);
  gtk_widget_class_install_action (klass, "win.what-if", NULL, what_if_cb);
  gtk_widget_class_install_action (klass, "win.observe", NULL, observe_cb);
  gtk_widget_class_install_action (klass, "win.carry-lessons", NULL, carry_lessons_cb);
  gtk_widget_class_install_action (klass, "win.edit-record", NULL, edit_record_cb);
  gtk_widget_class_install_action (klass, "win.show-help-overlay", NULL, show_shortcuts_cb);

  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, control, "win.undo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_z, control | shift, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_y, control, "win.redo", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_i, control, "win.import", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, control, "win.save", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_s, control | shift, "win.save-as", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_p, control, "win.print", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_e, control | shift, "win.export", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_k, control, "win.jump", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_f, control, "win.find", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_l, control | shift, "win.resolve-conflicts", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, control | shift, "win.what-if", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_o, control | shift, "win.observe", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F9, 0, "win.toggle-inspector", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_w, control, "window.close", NULL);
  for (guint i = 1; i <= 9; i++)
    gtk_widget_class_add_binding_action (klass, GDK_KEY_0 + i, GDK_ALT_MASK, "win.area-number", "u", i);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Down, GDK_ALT_MASK, "win.next-area", "i", 1);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Page_Up, GDK_ALT_MASK, "win.next-area", "i", -1);
}

void
liaison_window_update_actions (LiaisonWindow *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  LiaisonEditor *editor = self->session != NULL ? liaison_session_get_editor (self->session) : NULL;
  gboolean open = editor != NULL;
  gboolean writable = open && !liaison_editor_get_read_only (editor);

  gtk_widget_action_set_enabled (widget, "win.undo", open && liaison_editor_can_undo (editor));
  gtk_widget_action_set_enabled (widget, "win.redo", open && liaison_editor_can_redo (editor));
  gtk_widget_action_set_enabled (widget, "win.save", writable);
  gtk_widget_action_set_enabled (widget, "win.import", writable);
  gtk_widget_action_set_enabled (widget, "win.save-as", open);
  gtk_widget_action_set_enabled (widget, "win.revert", writable && liaison_session_get_path (self->session) != NULL
                                                           && liaison_editor_get_modified (editor));
  gtk_widget_action_set_enabled (widget, "win.jump", open);
  gtk_widget_action_set_enabled (widget, "win.room-card", open);
  gtk_widget_action_set_enabled (widget, "win.what-if", writable);
  gtk_widget_action_set_enabled (widget, "win.observe", writable);
  gtk_widget_action_set_enabled (widget, "win.carry-lessons", writable);
  gtk_widget_action_set_enabled (widget, "win.find", open);
  gtk_widget_action_set_enabled (widget, "win.area", open);
  gtk_widget_action_set_enabled (widget, "win.edit-exercise", open);
  gtk_widget_action_set_enabled (widget, "win.resolve-conflicts", writable);
  gtk_widget_action_set_enabled (widget, "win.shift-exercise", writable);
  gtk_widget_action_set_enabled (widget, "win.site-zone", writable);
  gtk_widget_action_set_enabled (widget, "win.clock-rules", writable);
  gtk_widget_action_set_enabled (widget, "win.area-number", open);
  gtk_widget_action_set_enabled (widget, "win.next-area", open);
  gtk_widget_action_set_enabled (widget, "win.toggle-inspector", open);
}
