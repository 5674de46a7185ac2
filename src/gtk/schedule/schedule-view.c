/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/schedule-view.h"

#include "preferences.h"
#include "schedule/day-filter.h"
#include "schedule/quick-line.h"
#include "schedule/schedule-views.h"
#include "schedule/site-filter.h"
#include "shared/table-view.h"

#include "record/kinds/event.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

/* Above this the filter works in slices between frames. */
#define MANY_EVENTS  20000
#define SETTING_VIEW "schedule-view"
#define MOST_KEYS    9

struct _LiaisonScheduleView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;
  GtkFilterListModel *matching; /* what the filter lets through, to be counted */

  /* Borrowed: children */
  GtkWidget *line;
  LiaisonTableFilterBar *bar;
  GtkStack *stack;
  GtkWidget *switcher;
  GPtrArray *buttons; /* of GtkToggleButton, by view */
};

G_DEFINE_FINAL_TYPE (LiaisonScheduleView, liaison_schedule_view, GTK_TYPE_WIDGET)

static void
remember (const char *name)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());

  if (settings != NULL)
    g_settings_set_string (settings, SETTING_VIEW, name);
}

static char *
recall (void)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());

  return settings != NULL ? g_settings_get_string (settings, SETTING_VIEW) : NULL;
}

static void
show_entry (LiaisonScheduleView *self, const LiaisonScheduleViewEntry *entry)
{
  gboolean is_table = strcmp (entry->name, "table") == 0;

  if (gtk_stack_get_child_by_name (self->stack, entry->name) == NULL)
    gtk_stack_add_named (self->stack, entry->create (self->session, self->bar), entry->name);
  gtk_stack_set_visible_child_name (self->stack, entry->name);
  gtk_widget_set_visible (GTK_WIDGET (liaison_table_filter_bar_get_columns_button (self->bar)),
                          is_table);
}

static void
toggled_cb (LiaisonScheduleView *self, GtkToggleButton *button)
{
  guint index, n;
  const LiaisonScheduleViewEntry *entries = liaison_schedule_views_get (&n);
  gboolean active = gtk_toggle_button_get_active (button);

  /* Only the one that is shown has room for its name. */
  gtk_widget_set_visible (gtk_widget_get_last_child (gtk_button_get_child (GTK_BUTTON (button))),
                          active);
  if (active && g_ptr_array_find (self->buttons, button, &index))
    {
      show_entry (self, &entries[index]);
      remember (entries[index].name);
    }
}

gboolean
liaison_schedule_view_show (LiaisonScheduleView *self, const char *name)
{
  guint n;
  const LiaisonScheduleViewEntry *entries = liaison_schedule_views_get (&n);

  for (guint i = 0; i < n; i++)
    if (g_strcmp0 (entries[i].name, name) == 0)
      {
        gtk_toggle_button_set_active (self->buttons->pdata[i], TRUE);
        return TRUE;
      }
  return FALSE;
}

static GtkWidget *
button_new (LiaisonScheduleView *self, const LiaisonScheduleViewEntry *entry, guint index)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (_ (entry->label));
  g_autofree char *tip =
      index < MOST_KEYS
          /* Translators: a view of the schedule and the key that shows it: “Timeline (Ctrl+2)” */
          ? liaison_screen_printf (_ ("%1$s (Ctrl+%2$u)"), _ (entry->label), index + 1)
          : g_strdup (_ (entry->label));

  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name (entry->icon));
  gtk_box_append (GTK_BOX (box), label);
  gtk_widget_set_visible (label, FALSE);
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ (entry->label), -1);
  g_signal_connect_swapped (button, "toggled", G_CALLBACK (toggled_cb), self);
  return button;
}

static GtkWidget *
switcher_new (LiaisonScheduleView *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  guint n;
  const LiaisonScheduleViewEntry *entries = liaison_schedule_views_get (&n);

  gtk_widget_add_css_class (box, "linked");
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_accessible_update_property (GTK_ACCESSIBLE (box), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Views of the schedule"), -1);
  for (guint i = 0; i < n; i++)
    {
      GtkWidget *button = button_new (self, &entries[i], i);
      if (i > 0)
        gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), self->buttons->pdata[0]);
      g_ptr_array_add (self->buttons, button);
      gtk_box_append (GTK_BOX (box), button);
    }
  return box;
}

static void
update_count (LiaisonScheduleView *self)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), LIAISON_KIND_EVENT);

  liaison_table_filter_bar_tell_count (self->bar, &liaison_event_kind,
                                       g_list_model_get_n_items (G_LIST_MODEL (self->matching)),
                                       liaison_table_get_size (table));
}

static void
clear_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_filter_bar_clear (LIAISON_SCHEDULE_VIEW (widget)->bar);
}

static void
find_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  liaison_table_filter_bar_focus (LIAISON_SCHEDULE_VIEW (widget)->bar);
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *view = gtk_stack_get_visible_child (LIAISON_SCHEDULE_VIEW (widget)->stack);

  if (LIAISON_IS_TABLE_VIEW (view))
    gtk_widget_activate_action (view, "table.focus-rows", NULL);
  else if (!gtk_widget_activate_action (view, "view.focus", NULL))
    gtk_widget_child_focus (view, GTK_DIR_TAB_FORWARD);
}

/* What is worked on has the focus, not the line above it. */
static gboolean
liaison_schedule_view_grab_focus (GtkWidget *widget)
{
  focus_cb (widget, NULL, NULL);
  return gtk_widget_get_focus_child (widget) != NULL;
}

/* A view that cannot begin a new event leaves it to the table. */
static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonScheduleView *self = LIAISON_SCHEDULE_VIEW (widget);

  if (gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "view.add", NULL))
    return;
  liaison_schedule_view_show (self, "table");
  gtk_widget_activate_action (gtk_stack_get_visible_child (self->stack), "table.add", NULL);
}

static void
manner_changed_cb (LiaisonScheduleView *self)
{
  liaison_table_cache_clear (liaison_table_filter_get_cache (self->filter));
  liaison_table_filter_bar_refresh (self->bar);
  update_count (self);
}

static void
read_only_cb (LiaisonScheduleView *self)
{
  gtk_widget_action_set_enabled (
      GTK_WIDGET (self), "table.add",
      !liaison_editor_get_read_only (liaison_session_get_editor (self->session)));
}

static gboolean
focus_line_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  return gtk_widget_get_mapped (widget)
         && gtk_widget_grab_focus (LIAISON_SCHEDULE_VIEW (widget)->line);
}

static gboolean
show_number_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LiaisonScheduleView *self = LIAISON_SCHEDULE_VIEW (widget);

  if (!gtk_widget_get_mapped (widget))
    return FALSE;
  gtk_toggle_button_set_active (self->buttons->pdata[GPOINTER_TO_UINT (data)], TRUE);
  focus_cb (widget, NULL, NULL);
  return TRUE;
}

static void
add_key (GtkShortcutController *keys, guint key, GtkShortcutFunc func, gpointer data)
{
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK),
                              gtk_callback_action_new (func, data, NULL)));
}

/* The keys work wherever the focus is in the window, while the schedule is shown. */
static void
install_keys (LiaisonScheduleView *self)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_e, focus_line_cb, NULL);
  for (guint i = 0; i < self->buttons->len && i < MOST_KEYS; i++)
    add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_1 + i, show_number_cb, GUINT_TO_POINTER (i));
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

static void
liaison_schedule_view_dispose (GObject *object)
{
  LiaisonScheduleView *self = LIAISON_SCHEDULE_VIEW (object);
  GtkWidget *child;

  if (self->matching != NULL)
    g_signal_handlers_disconnect_by_data (self->matching, self);
  for (guint i = 0; i < self->buttons->len; i++)
    g_signal_handlers_disconnect_by_data (self->buttons->pdata[i], self);
  g_ptr_array_set_size (self->buttons, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->matching);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_schedule_view_parent_class)->dispose (object);
}

static void
liaison_schedule_view_finalize (GObject *object)
{
  g_ptr_array_unref (LIAISON_SCHEDULE_VIEW (object)->buttons);

  G_OBJECT_CLASS (liaison_schedule_view_parent_class)->finalize (object);
}

static void
liaison_schedule_view_class_init (LiaisonScheduleViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_schedule_view_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_schedule_view_finalize;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  /* What the buttons of the filter line do, whichever view is shown. */
  gtk_widget_class_install_action (widget_class, "table.clear-filters", NULL, clear_cb);
  widget_class->grab_focus = liaison_schedule_view_grab_focus;
  gtk_widget_class_install_action (widget_class, "table.focus-rows", NULL, focus_cb);
  gtk_widget_class_install_action (widget_class, "table.find", NULL, find_cb);
  gtk_widget_class_install_action (widget_class, "table.add", NULL, add_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.find", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_n, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "table.add", NULL);
}

static void
liaison_schedule_view_init (LiaisonScheduleView *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
  self->buttons = g_ptr_array_new ();
}

static void
make_filter (LiaisonScheduleView *self)
{
  LiaisonTable *table =
      liaison_document_get_table (liaison_session_get_document (self->session), LIAISON_KIND_EVENT);
  g_autoptr (LiaisonTableCache) cache =
      liaison_table_cache_new (self->session, G_LIST_MODEL (table));

  self->filter = liaison_table_filter_new (cache);
  self->bar = LIAISON_TABLE_FILTER_BAR (g_object_new (LIAISON_TYPE_TABLE_FILTER_BAR, NULL));
  liaison_table_filter_bar_set_filter (self->bar, self->session, &liaison_event_kind, self->filter,
                                       NULL);
  liaison_table_filter_bar_set_prompt (self->bar, _ ("Search the schedule"),
                                       _ ("Search the schedule (Ctrl+Shift+F)"));
  liaison_site_filter_add (self->session, self->bar);
  liaison_day_filter_add (self->session, self->bar);
  self->matching = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (table)),
                                              GTK_FILTER (g_object_ref (self->filter)));
  gtk_filter_list_model_set_incremental (self->matching,
                                         liaison_table_get_size (table) > MANY_EVENTS);
  g_signal_connect_swapped (self->matching, "items-changed", G_CALLBACK (update_count), self);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
}

/* What is done to the whole schedule. */
static GtkWidget *
arrange_new (void)
{
  g_autoptr (GMenu) menu = g_menu_new ();
  GtkWidget *button = gtk_menu_button_new ();

  g_menu_append (menu, _("Resolve _Conflicts…"), "win.resolve-conflicts");
  g_menu_append (menu, _("_Shift the Exercise…"), "win.shift-exercise");
  g_menu_append (menu, _("Change a Time _Zone…"), "win.site-zone");
  g_menu_append (menu, _("Changed Clock _Rules…"), "win.clock-rules");
  /* Translators: A menu of what can be done to the whole schedule. */
  gtk_menu_button_set_label (GTK_MENU_BUTTON (button), _("Arrange"));
  gtk_menu_button_set_menu_model (GTK_MENU_BUTTON (button), G_MENU_MODEL (menu));
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  /* As the line beside it. */
  gtk_widget_set_margin_top (button, 6);
  gtk_widget_set_margin_end (button, 6);
  return button;
}

static void
lay_out (LiaisonScheduleView *self)
{
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  self->stack = GTK_STACK (gtk_stack_new ());
  gtk_stack_set_hhomogeneous (self->stack, FALSE);
  gtk_stack_set_vhomogeneous (self->stack, FALSE);
  gtk_widget_set_vexpand (GTK_WIDGET (self->stack), TRUE);
  self->switcher = switcher_new (self);
  self->line = liaison_quick_line_new (self->session, &liaison_event_kind, self->filter);
  liaison_quick_line_set_view (LIAISON_QUICK_LINE (self->line), GTK_WIDGET (self));
  gtk_widget_set_hexpand (self->line, TRUE);
  gtk_box_append (GTK_BOX (top), self->switcher);
  gtk_box_append (GTK_BOX (top), self->line);
  gtk_box_append (GTK_BOX (top), arrange_new ());
  gtk_widget_set_parent (top, GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->bar), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->stack), GTK_WIDGET (self));
}

GtkWidget *
liaison_schedule_view_new (LiaisonSession *session)
{
  LiaisonScheduleView *self = g_object_new (LIAISON_TYPE_SCHEDULE_VIEW, NULL);
  g_autofree char *recalled = recall ();

  self->session = g_object_ref (session);
  make_filter (self);
  lay_out (self);
  install_keys (self);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (manner_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_editor (session), "notify::read-only",
                           G_CALLBACK (read_only_cb), self, G_CONNECT_SWAPPED);
  read_only_cb (self);
  update_count (self);
  if (!liaison_schedule_view_show (self, recalled))
    liaison_schedule_view_show (self, "table");
  return GTK_WIDGET (self);
}
