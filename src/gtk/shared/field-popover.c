/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/field-popover.h"

#include "words/search.h"

#include <glib/gi18n.h>
#include <string.h>

/* So few are seen at a glance. */
#define SEARCH_FROM 9
/* So many are filtered bit by bit, so that typing never waits. */
#define INCREMENTAL_FROM 2000

struct _LiaisonFieldPopover
{
  GtkPopover parent_instance;

  /* Owned */
  GListModel *model;
  GPtrArray *bound; /* of the GtkListItems shown at the moment, borrowed */
  char *needle;     /* folded; NULL: all */

  /* Borrowed */
  const LiaisonFieldPopoverFuncs *funcs;
  gpointer owner;
  GtkWidget *search;
  GtkWidget *scroller;
  GtkWidget *list;
  GtkWidget *nothing;
  GtkFilter *filter;
  GtkFilterListModel *filtered;

  gboolean several;
};

G_DEFINE_FINAL_TYPE (LiaisonFieldPopover, liaison_field_popover, GTK_TYPE_POPOVER)

static gboolean
match_cb (gpointer item, gpointer data)
{
  LiaisonFieldPopover *self = data;

  if (self->needle == NULL)
    return TRUE;
  g_autofree char *title = self->funcs->tell (item, self->owner);
  g_autofree char *folded = liaison_words_fold (title);
  if (strstr (folded, self->needle) != NULL)
    return TRUE;
  if (self->funcs->tell_detail == NULL)
    return FALSE;
  g_autofree char *detail = self->funcs->tell_detail (item, self->owner);
  g_autofree char *folded_detail = detail != NULL ? liaison_words_fold (detail) : NULL;
  return folded_detail != NULL && strstr (folded_detail, self->needle) != NULL;
}

static void
show_nothing (LiaisonFieldPopover *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->filtered)) == 0
                   && gtk_filter_list_model_get_pending (self->filtered) == 0;

  gtk_widget_set_visible (self->nothing, empty);
  gtk_widget_set_visible (self->scroller, !empty);
}

static void
search_changed_cb (LiaisonFieldPopover *self)
{
  g_autofree char *needle =
      liaison_words_fold (gtk_editable_get_text (GTK_EDITABLE (self->search)));

  g_clear_pointer (&self->needle, g_free);
  self->needle = *needle != '\0' ? g_steal_pointer (&needle) : NULL;
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
  show_nothing (self);
}

static void
choose_at (LiaisonFieldPopover *self, guint position)
{
  g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (self->filtered), position);

  if (item == NULL)
    return;
  g_object_ref (self);
  if (!self->several)
    gtk_popover_popdown (GTK_POPOVER (self));
  self->funcs->choose (item, self->owner);
  liaison_field_popover_refresh (self);
  g_object_unref (self);
}

static void
search_activate_cb (LiaisonFieldPopover *self)
{
  choose_at (self, 0);
}

/* The arrow leads from the search into the list. */
static gboolean
search_key_cb (LiaisonFieldPopover *self, guint key)
{
  if (key != GDK_KEY_Down)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *check = gtk_image_new_from_icon_name ("object-select-symbolic");
  GtkWidget *title = gtk_label_new (NULL);
  GtkWidget *detail = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_ellipsize (GTK_LABEL (detail), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (detail), 1);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (detail, "dim-label");
  gtk_widget_add_css_class (detail, "caption");
  gtk_box_append (GTK_BOX (box), check);
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), detail);
  gtk_list_item_set_child (item, box);
}

static void
show_chosen (LiaisonFieldPopover *self, GtkListItem *item)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  gboolean chosen = self->funcs->is_chosen (gtk_list_item_get_item (item), self->owner);

  gtk_widget_set_opacity (check, chosen ? 1 : 0);
  gtk_accessible_update_property (GTK_ACCESSIBLE (check), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  chosen ? _ ("chosen") : "", -1);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonFieldPopover *self)
{
  GtkWidget *check = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *title = gtk_widget_get_next_sibling (check);
  GtkWidget *detail = gtk_widget_get_next_sibling (title);
  gpointer object = gtk_list_item_get_item (item);
  g_autofree char *name = self->funcs->tell (object, self->owner);
  g_autofree char *more =
      self->funcs->tell_detail != NULL ? self->funcs->tell_detail (object, self->owner) : NULL;

  gtk_label_set_label (GTK_LABEL (title), name);
  gtk_label_set_label (GTK_LABEL (detail), more != NULL ? more : "");
  gtk_widget_set_visible (detail, more != NULL && *more != '\0');
  g_ptr_array_add (self->bound, item);
  show_chosen (self, item);
}

static void
unbind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, LiaisonFieldPopover *self)
{
  g_ptr_array_remove_fast (self->bound, item);
}

static void
liaison_field_popover_finalize (GObject *object)
{
  LiaisonFieldPopover *self = LIAISON_FIELD_POPOVER (object);

  g_clear_pointer (&self->bound, g_ptr_array_unref);
  g_clear_pointer (&self->needle, g_free);
  g_clear_object (&self->model);

  G_OBJECT_CLASS (liaison_field_popover_parent_class)->finalize (object);
}

static void
liaison_field_popover_class_init (LiaisonFieldPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = liaison_field_popover_finalize;
}

static void
liaison_field_popover_init (LiaisonFieldPopover *self)
{
  self->bound = g_ptr_array_new ();
}

static void
add_search (LiaisonFieldPopover *self, GtkBox *box)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->search = gtk_search_entry_new ();
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search"), -1);
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (self->search), GTK_WIDGET (self));
  g_signal_connect_swapped (self->search, "search-changed", G_CALLBACK (search_changed_cb), self);
  g_signal_connect_swapped (self->search, "activate", G_CALLBACK (search_activate_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (search_key_cb), self);
  gtk_widget_add_controller (self->search, keys);
  gtk_widget_set_visible (self->search, g_list_model_get_n_items (self->model) >= SEARCH_FROM);
  gtk_box_append (box, self->search);
}

static void
add_list (LiaisonFieldPopover *self, GtkBox *box, const char *label)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();

  g_signal_connect_object (factory, "setup", G_CALLBACK (setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (unbind_cb), self, 0);
  self->filter = GTK_FILTER (gtk_custom_filter_new (match_cb, self, NULL));
  self->filtered = gtk_filter_list_model_new (g_object_ref (self->model), self->filter);
  gtk_filter_list_model_set_incremental (self->filtered, g_list_model_get_n_items (self->model)
                                                             >= INCREMENTAL_FROM);
  g_signal_connect_object (self->filtered, "notify::pending", G_CALLBACK (show_nothing), self,
                           G_CONNECT_SWAPPED);

  GtkSelectionModel *selection =
      GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (self->filtered)));
  self->list = gtk_list_view_new (selection, factory);
  gtk_list_view_set_single_click_activate (GTK_LIST_VIEW (self->list), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, label,
                                  -1);
  g_signal_connect_swapped (self->list, "activate", G_CALLBACK (choose_at), self);

  self->scroller = gtk_scrolled_window_new ();
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), 320);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), self->list);
  gtk_box_append (box, self->scroller);
}

LiaisonFieldPopover *
liaison_field_popover_new (GListModel *model,
                           const LiaisonFieldPopoverFuncs *funcs,
                           gpointer owner,
                           const char *label,
                           gboolean several)
{
  LiaisonFieldPopover *self = g_object_new (LIAISON_TYPE_FIELD_POPOVER, NULL);
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 6));

  self->model = model;
  self->funcs = funcs;
  self->owner = owner;
  self->several = several;
  gtk_widget_set_size_request (GTK_WIDGET (box), 280, -1);
  add_search (self, box);
  add_list (self, box, label);

  self->nothing = gtk_label_new (_ ("Nothing found"));
  gtk_widget_add_css_class (self->nothing, "dim-label");
  gtk_widget_set_margin_top (self->nothing, 12);
  gtk_widget_set_margin_bottom (self->nothing, 12);
  gtk_box_append (box, self->nothing);
  show_nothing (self);
  gtk_popover_set_child (GTK_POPOVER (self), GTK_WIDGET (box));
  return self;
}

void
liaison_field_popover_open (LiaisonFieldPopover *self)
{
  gboolean searchable = g_list_model_get_n_items (self->model) >= SEARCH_FROM;

  gtk_editable_set_text (GTK_EDITABLE (self->search), "");
  gtk_widget_set_visible (self->search, searchable);
  search_changed_cb (self);
  liaison_field_popover_refresh (self);
  gtk_popover_popup (GTK_POPOVER (self));
  if (searchable)
    gtk_widget_grab_focus (self->search);
  else
    gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
}

void
liaison_field_popover_refresh (LiaisonFieldPopover *self)
{
  for (guint i = 0; i < self->bound->len; i++)
    show_chosen (self, self->bound->pdata[i]);
}
