/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "injects/msel-view.h"

#include "injects/msel-columns.h"
#include "injects/msel-status.h"
#include "schedule/quick-line.h"
#include "schedule/time-actions.h"

#include "record/kinds/inject.h"
#include "screen.h"

#include <glib/gi18n.h>

#define MSEL_KEY "liaison-msel"

/* What the view adds to a table; it lives as long as the view. */
typedef struct
{
  LiaisonTableView *table; /* borrowed */
  GtkToggleButton *nested; /* borrowed */
  GtkToggleButton *flat;
} Msel;

static const LiaisonTreeShape tree_shape = { .kind = &liaison_inject_kind, .open = TRUE };

static gboolean
is_open (const LiaisonBlock *block)
{
  int status = LIAISON_DATA (Inject, block)->status;
  return status <= LIAISON_INJECT_STATUS_REVIEW;
}

static char *
tell_more (LiaisonRecordTree *tree)
{
  guint n = liaison_record_tree_count_if (tree, is_open);
  /* Translators: How many injects are drafts or in review */
  return liaison_screen_printf (ngettext ("%u not approved", "%u not approved", n), n);
}

/* A new inject goes below the selected storyline or incident, or beside the selected inject. */
static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  LiaisonInjectData *made = (LiaisonInjectData *) block;
  const LiaisonBlock *above = selected != NULL ? liaison_record_get_block (selected) : NULL;

  made->level = LIAISON_INJECT_LEVEL_INJECT;
  made->status = LIAISON_INJECT_STATUS_DRAFT;
  if (above == NULL || above->shape != &liaison_inject_kind.shape)
    return;
  made->parent = LIAISON_DATA (Inject, above)->level == LIAISON_INJECT_LEVEL_STORYLINE
                         || LIAISON_DATA (Inject, above)->level == LIAISON_INJECT_LEVEL_INCIDENT
                     ? above->id
                     : LIAISON_DATA (Inject, above)->parent;
}

static LiaisonTableSetup setup = {
  .name = "msel",
  .icon = "view-list-ordered-symbolic",
  .sort = "start-zulu",
  .filter = "type",
  .tree = &tree_shape,
  .tell_more = tell_more,
  .prepare = prepare,
  .deletes = liaison_msel_status_deletes,
};

static void
flat_cb (Msel *self, GParamSpec *spec, GtkToggleButton *button)
{
  LiaisonSession *session = liaison_table_view_get_session (self->table);
  LiaisonRecord *record = liaison_selection_get_record (liaison_session_get_selection (session));

  liaison_record_tree_set_flat (liaison_table_view_get_tree (self->table),
                                gtk_toggle_button_get_active (button));
  if (record != NULL)
    liaison_table_view_show_record (self->table, liaison_record_get_id (record));
}

static void
players_cb (Msel *self, GParamSpec *spec, GtkToggleButton *button)
{
  liaison_table_view_set_for_players (self->table, gtk_toggle_button_get_active (button));
}

static GtkWidget *
toggle_new (const char *icon, const char *label)
{
  GtkWidget *button = gtk_toggle_button_new ();

  gtk_button_set_icon_name (GTK_BUTTON (button), icon);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  return button;
}

static GtkWidget *
buttons_new (Msel *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *linked = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *nested =
      toggle_new ("view-list-ordered-symbolic", _ ("Storylines, incidents, injects"));
  GtkWidget *flat = toggle_new ("view-list-symbolic", _ ("All in one list, by time"));
  GtkWidget *players = toggle_new ("view-reveal-symbolic", _ ("Only what players see"));

  gtk_widget_add_css_class (linked, "linked");
  gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (flat), GTK_TOGGLE_BUTTON (nested));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (nested), TRUE);
  gtk_box_append (GTK_BOX (linked), nested);
  gtk_box_append (GTK_BOX (linked), flat);
  gtk_box_append (GTK_BOX (box), linked);
  gtk_box_append (GTK_BOX (box), players);
  gtk_widget_set_valign (box, GTK_ALIGN_START);
  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_end (box, 6);
  self->nested = GTK_TOGGLE_BUTTON (nested);
  self->flat = GTK_TOGGLE_BUTTON (flat);
  g_signal_connect_swapped (flat, "notify::active", G_CALLBACK (flat_cb), self);
  g_signal_connect_swapped (players, "notify::active", G_CALLBACK (players_cb), self);
  return box;
}

static gboolean
focus_line_cb (GtkWidget *box, GVariant *parameter, gpointer line)
{
  return gtk_widget_get_mapped (box) && gtk_widget_grab_focus (line);
}

/* The key works wherever the focus is in the window, while the list is shown. */
static void
add_key (GtkWidget *box, GtkWidget *line)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (keys), GTK_SHORTCUT_SCOPE_GLOBAL);
  gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_e, GDK_CONTROL_MASK),
                        gtk_callback_action_new (focus_line_cb, line, NULL)));
  gtk_widget_add_controller (box, keys);
}

static void
add_time_actions (LiaisonTableView *table)
{
  g_autoptr (GMenuModel) menu = liaison_time_actions_make_menu ();

  liaison_time_actions_add (GTK_WIDGET (table), liaison_table_view_get_session (table));
  liaison_table_view_append_menu (table, menu);
}

GtkWidget *
liaison_msel_view_new (LiaisonSession *session)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *top = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  Msel *self = g_new0 (Msel, 1);
  GtkWidget *line;

  setup.columns = liaison_msel_columns_get (&setup.n_columns);
  g_object_set_data_full (G_OBJECT (box), MSEL_KEY, self, g_free);
  self->table = liaison_table_view_new_with (session, &liaison_inject_kind, &setup, NULL);
  liaison_msel_status_add (self->table);
  add_time_actions (self->table);
  line = liaison_quick_line_new (session, &liaison_inject_kind,
                                 liaison_table_view_get_filter (self->table));
  liaison_quick_line_set_view (LIAISON_QUICK_LINE (line), GTK_WIDGET (self->table));
  gtk_widget_set_hexpand (line, TRUE);
  gtk_box_append (GTK_BOX (top), line);
  gtk_box_append (GTK_BOX (top), buttons_new (self));
  gtk_widget_set_vexpand (GTK_WIDGET (self->table), TRUE);
  gtk_box_append (GTK_BOX (box), top);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->table));
  add_key (box, line);
  return box;
}

LiaisonTableView *
liaison_msel_view_get_table (GtkWidget *view)
{
  return ((Msel *) g_object_get_data (G_OBJECT (view), MSEL_KEY))->table;
}

void
liaison_msel_view_set_flat (GtkWidget *view, gboolean flat)
{
  Msel *self = g_object_get_data (G_OBJECT (view), MSEL_KEY);

  gtk_toggle_button_set_active (flat ? self->flat : self->nested, TRUE);
}
