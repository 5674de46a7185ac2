/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/timeline/timeline-page.h"

#include "preferences.h"
#include "schedule/timeline/overview-strip.h"
#include "schedule/timeline/timeline-view.h"
#include "schedule/timeline/zone-chooser.h"
#include "shared/empty-page.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#define SETTING_LANES "schedule-lanes"

struct _LiaisonTimelinePage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonTableFilter *filter;

  /* Borrowed: children */
  LiaisonTimelineView *view;
  GtkDropDown *by;
  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (LiaisonTimelinePage, liaison_timeline_page, GTK_TYPE_WIDGET)

static const char *const by_names[LIAISON_N_LANES_BY] = { "site", "nation",  "participant", "track",
                                                          "post", "channel", "type" };

static void
by_changed_cb (LiaisonTimelinePage *self)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());
  guint by = gtk_drop_down_get_selected (self->by);

  if (by >= LIAISON_N_LANES_BY)
    return;
  liaison_timeline_view_set_lanes_by (self->view, (LiaisonLanesBy) by);
  if (settings != NULL)
    g_settings_set_string (settings, SETTING_LANES, by_names[by]);
}

static void
recall_by (LiaisonTimelinePage *self)
{
  GSettings *settings = liaison_preferences_get_settings (liaison_preferences_get_default ());
  g_autofree char *name = settings != NULL ? g_settings_get_string (settings, SETTING_LANES) : NULL;

  for (guint i = 0; i < LIAISON_N_LANES_BY; i++)
    if (g_strcmp0 (by_names[i], name) == 0)
      gtk_drop_down_set_selected (self->by, i);
  by_changed_cb (self);
}

static GtkWidget *
by_new (LiaisonTimelinePage *self)
{
  const char *const labels[] = { _ ("By site"),         _ ("By nation"),
                                 _ ("By participant"),  _ ("By track"),
                                 _ ("By liaison post"), _ ("By channel"),
                                 _ ("By type"),         NULL };
  GtkWidget *down = gtk_drop_down_new_from_strings (labels);

  self->by = GTK_DROP_DOWN (down);
  gtk_widget_set_tooltip_text (down, _ ("Lanes of the timeline"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Lanes of the timeline"), -1);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (by_changed_cb), self);
  return down;
}

static void
set_flag (LiaisonTimelinePage *self, LiaisonTimelineFlags flag, gboolean on)
{
  LiaisonTimeline *timeline = liaison_timeline_view_get_timeline (self->view);
  LiaisonTimelineFlags flags = liaison_timeline_get_flags (timeline);

  liaison_timeline_set_flags (timeline, on ? flags | flag : flags & ~flag);
}

static void
links_cb (LiaisonTimelinePage *self, GtkCheckButton *check)
{
  set_flag (self, LIAISON_TIMELINE_LINKS, gtk_check_button_get_active (check));
}

static void
shade_cb (LiaisonTimelinePage *self, GtkCheckButton *check)
{
  set_flag (self, LIAISON_TIMELINE_SHADE, gtk_check_button_get_active (check));
}

static void
critical_cb (LiaisonTimelinePage *self, GtkCheckButton *check)
{
  set_flag (self, LIAISON_TIMELINE_CRITICAL, gtk_check_button_get_active (check));
}

static void
empty_cb (LiaisonTimelinePage *self, GtkCheckButton *check)
{
  liaison_timeline_view_set_with_empty (self->view, gtk_check_button_get_active (check));
}

static void
append_check (GtkWidget *box, const char *label, gboolean active, GCallback toggled, gpointer self)
{
  GtkWidget *check = gtk_check_button_new_with_mnemonic (label);

  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), active);
  g_signal_connect_swapped (check, "toggled", toggled, self);
  gtk_box_append (GTK_BOX (box), check);
}

static GtkWidget *
options_new (LiaisonTimelinePage *self)
{
  GtkWidget *button = gtk_menu_button_new (), *popover = gtk_popover_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);

  append_check (box, _ ("_All dependencies"), FALSE, G_CALLBACK (links_cb), self);
  append_check (box, _("_Critical path and slack"), FALSE, G_CALLBACK (critical_cb), self);
  append_check (box, _ ("_Time off and observances"), TRUE, G_CALLBACK (shade_cb), self);
  append_check (box, _ ("_Lanes without events"), FALSE, G_CALLBACK (empty_cb), self);
  gtk_popover_set_child (GTK_POPOVER (popover), box);
  gtk_menu_button_set_popover (GTK_MENU_BUTTON (button), popover);
  gtk_menu_button_set_icon_name (GTK_MENU_BUTTON (button), "view-more-symbolic");
  gtk_widget_set_tooltip_text (button, _ ("What the timeline shows"));
  gtk_widget_add_css_class (button, "flat");
  return button;
}

/* Buttons act on the timeline wherever the focus is. */
static void
action_cb (GtkButton *button, gpointer view)
{
  gtk_widget_activate_action (view, g_object_get_data (G_OBJECT (button), "liaison-action"), NULL);
}

static void
append_button (LiaisonTimelinePage *self,
               GtkWidget *bar,
               const char *icon,
               const char *tip,
               const char *action)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data (G_OBJECT (button), "liaison-action", (gpointer) action);
  g_signal_connect (button, "clicked", G_CALLBACK (action_cb), self->view);
  gtk_box_append (GTK_BOX (bar), button);
}

static void
zones_cb (const char *const *zones, guint n, gpointer data)
{
  LiaisonTimelinePage *self = data;
  liaison_timeline_set_zones (liaison_timeline_view_get_timeline (self->view), zones, n);
}

static GtkWidget *
bar_new (LiaisonTimelinePage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 3);
  GtkWidget *space = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), by_new (self));
  gtk_box_append (GTK_BOX (bar), liaison_zone_chooser_new (self->session, zones_cb, self));
  gtk_box_append (GTK_BOX (bar), options_new (self));
  gtk_box_append (GTK_BOX (bar), space);
  append_button (self, bar, "zoom-out-symbolic", _ ("Zoom Out (−)"), "view.zoom-out");
  append_button (self, bar, "zoom-in-symbolic", _ ("Zoom In (+)"), "view.zoom-in");
  append_button (self, bar, "zoom-fit-best-symbolic", _ ("Whole Plan (F)"), "timeline.fit");
  append_button (self, bar, "x-office-calendar-symbolic", _ ("Now (N)"), "timeline.now");
  return bar;
}

static GMenuModel *
menu_new (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) open = g_menu_new (), lanes = g_menu_new (), edit = g_menu_new ();

  g_menu_append (open, _ ("_Show Details"), "view.open");
  g_menu_append (open, _ ("_Add Event"), "view.add");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (open));
  g_menu_append (lanes, _ ("To the Lane A_bove"), "timeline.to-lane(-1)");
  g_menu_append (lanes, _ ("To the Lane Belo_w"), "timeline.to-lane(1)");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (lanes));
  g_menu_append (edit, _ ("Cu_t"), "timeline.cut");
  g_menu_append (edit, _ ("_Copy"), "timeline.copy");
  g_menu_append (edit, _ ("_Paste Here"), "timeline.paste");
  g_menu_append (edit, _ ("D_uplicate"), "timeline.duplicate");
  g_menu_append (edit, _ ("_Delete"), "timeline.delete");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (edit));
  return G_MENU_MODEL (menu);
}

static void
add_clicked_cb (GtkButton *button)
{
  gtk_widget_activate_action (GTK_WIDGET (button), "table.add", NULL);
}

static GtkWidget *
nothing_new (void)
{
  GtkWidget *page = liaison_empty_page_new ("edit-find-symbolic", _ ("Nothing Matches"),
                                            _ ("Look for something else, or show everything again."));
  GtkWidget *clear = liaison_empty_page_add_step (page, _ ("_Clear Filters"), FALSE);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (clear), "table.clear-filters");
  return page;
}

static GtkWidget *
empty_new (void)
{
  GtkWidget *page = liaison_empty_page_new (
      "x-office-calendar-symbolic", _ ("No Events With a Time Yet"),
      _ ("Type one in the line above, such as 141300ZMAY27 2h Planning conference, or "
         "add one."));

  g_signal_connect (liaison_empty_page_add_step (page, _ ("_Add"), TRUE), "clicked",
                    G_CALLBACK (add_clicked_cb), NULL);
  return page;
}

static void
range_changed_cb (LiaisonTimelinePage *self)
{
  const LiaisonLanes *lanes =
      liaison_timeline_get_lanes (liaison_timeline_view_get_timeline (self->view));
  gboolean any = liaison_lanes_count_events (lanes) > 0;

  gtk_stack_set_visible_child_name (self->pages, any ? "lanes"
                                                 : liaison_table_filter_is_active (self->filter)
                                                     ? "nothing"
                                                     : "empty");
}

/* While another page is shown the timeline is not mapped, and does not follow by itself. */
static void
changed_cb (LiaisonTimelinePage *self)
{
  if (g_strcmp0 (gtk_stack_get_visible_child_name (self->pages), "lanes") != 0)
    gtk_stack_set_visible_child_name (self->pages, "lanes");
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (LIAISON_TIMELINE_PAGE (widget)->view));
}

static void
add_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonTimelinePage *self = LIAISON_TIMELINE_PAGE (widget);

  gtk_stack_set_visible_child_name (self->pages, "lanes");
  gtk_widget_activate_action (GTK_WIDGET (self->view), "view.add", NULL);
}

static void
liaison_timeline_page_dispose (GObject *object)
{
  LiaisonTimelinePage *self = LIAISON_TIMELINE_PAGE (object);
  GtkWidget *child;

  if (self->by != NULL)
    g_signal_handlers_disconnect_by_data (self->by, self);
  self->by = NULL;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  g_clear_object (&self->filter);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_timeline_page_parent_class)->dispose (object);
}

static void
liaison_timeline_page_class_init (LiaisonTimelinePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_timeline_page_dispose;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_install_action (widget_class, "view.focus", NULL, focus_cb);
  gtk_widget_class_install_action (widget_class, "view.add", NULL, add_cb);
}

static void
liaison_timeline_page_init (LiaisonTimelinePage *self)
{
  gtk_orientable_set_orientation (
      GTK_ORIENTABLE (gtk_widget_get_layout_manager (GTK_WIDGET (self))), GTK_ORIENTATION_VERTICAL);
}

GtkWidget *
liaison_timeline_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar)
{
  LiaisonTimelinePage *self = g_object_new (LIAISON_TYPE_TIMELINE_PAGE, NULL);
  g_autoptr (GMenuModel) menu = menu_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  self->session = g_object_ref (session);
  self->filter = g_object_ref (liaison_table_filter_bar_get_filter (bar));
  self->view = LIAISON_TIMELINE_VIEW (liaison_timeline_view_new (session, self->filter));
  liaison_drawn_view_set_menu (LIAISON_DRAWN_VIEW (self->view), menu);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_widget_set_parent (bar_new (self), GTK_WIDGET (self));
  gtk_widget_set_parent (GTK_WIDGET (self->pages), GTK_WIDGET (self));
  gtk_box_append (GTK_BOX (box), liaison_drawn_view_wrap (LIAISON_DRAWN_VIEW (self->view)));
  gtk_box_append (GTK_BOX (box), liaison_overview_strip_new (self->view));
  gtk_stack_add_named (self->pages, box, "lanes");
  gtk_stack_add_named (self->pages, nothing_new (), "nothing");
  gtk_stack_add_named (self->pages, empty_new (), "empty");
  recall_by (self);
  g_signal_connect_object (self->view, "range-changed", G_CALLBACK (range_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->filter, "changed", G_CALLBACK (changed_cb), self,
                           G_CONNECT_SWAPPED);
  range_changed_cb (self);
  return GTK_WIDGET (self);
}
