/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "search/jump.h"

#include "search/jump-model.h"
#include "words/finder.h"

#include <glib/gi18n.h>

#define MAX_HITS 200

#define LIAISON_TYPE_JUMP (liaison_jump_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonJump, liaison_jump, LIAISON, JUMP, AdwWindow)

struct _LiaisonJump
{
  AdwWindow parent_instance;

  /* Owned */
  LiaisonSession *session;
  GListStore *items;
  GPtrArray *commands; /* LiaisonJumpItem: what could be done when the dialog was opened */
  GCancellable *search; /* the one under way, or NULL */

  /* Template */
  GtkSearchEntry *entry;
  GtkListView *list;
  GtkStack *pages;

  /* Borrowed */
  LiaisonWindow *window;

  LiaisonJumpScope scope;
};

G_DEFINE_FINAL_TYPE (LiaisonJump, liaison_jump, ADW_TYPE_WINDOW)

/* A search in a thread. */
typedef struct
{
  LiaisonSnapshot *snapshot;
  LiaisonManner manner;
  char *query;
  LiaisonFindScope scope;
} Job;

static void
job_free (gpointer data)
{
  Job *job = data;
  liaison_snapshot_unref (job->snapshot);
  liaison_words_unref (job->manner.words);
  g_free (job->query);
  g_free (job);
}

static void
search_thread (GTask        *task,
               gpointer      source,
               gpointer      data,
               GCancellable *cancellable)
{
  Job *job = data;
  GArray *hits = liaison_finder_find (&job->manner, job->snapshot, job->query, job->scope, MAX_HITS, cancellable);

  if (hits != NULL)
    g_task_return_pointer (task, hits, (GDestroyNotify) g_array_unref);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "search cancelled");
}

static void
show_items (LiaisonJump *self,
            GPtrArray   *items)
{
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)), items->pdata, items->len);
  /* The mark would go with what it was on; the best stands first. */
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list)), 0);
  if (items->len > 0)
    gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", 0);
  gtk_stack_set_visible_child_name (self->pages, items->len > 0 ? "list" : "none");
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      data)
{
  LiaisonJump *self = LIAISON_JUMP (source);
  g_autoptr (GArray) hits = g_task_propagate_pointer (G_TASK (result), NULL);
  const Job *job = g_task_get_task_data (G_TASK (result));

  if (hits == NULL || self->session == NULL)
    return;
  g_autoptr (GPtrArray) records = liaison_jump_describe_hits (self->session, hits);
  g_autoptr (GPtrArray) items = self->scope == LIAISON_JUMP_ANYTHING
                                    ? liaison_jump_find_commands (self->commands, job->query)
                                    : g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_extend_and_steal (items, g_steal_pointer (&records));
  show_items (self, items);
}

static void
stop_search (LiaisonJump *self)
{
  if (self->search != NULL)
    g_cancellable_cancel (self->search);
  g_clear_object (&self->search);
}

static void
start_search (LiaisonJump *self)
{
  const char *query = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  g_autoptr (GTask) task = NULL;
  Job *job;

  stop_search (self);
  if (*query == '\0')
    {
      g_autoptr (GPtrArray) items = self->scope == LIAISON_JUMP_ANYTHING ? liaison_jump_find_commands (self->commands, "")
                                                                         : g_ptr_array_new ();
      show_items (self, items);
      gtk_stack_set_visible_child_name (self->pages, "list");
      return;
    }
  job = g_new0 (Job, 1);
  job->snapshot = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  job->manner = liaison_session_get_manner (self->session);
  job->manner.words = liaison_words_ref (job->manner.words);
  job->manner.lookup = liaison_snapshot_get_lookup (job->snapshot);
  job->query = g_strdup (query);
  job->scope = self->scope == LIAISON_JUMP_TEXT ? LIAISON_FIND_TEXTS : LIAISON_FIND_NAMES;
  self->search = g_cancellable_new ();
  task = g_task_new (self, self->search, found_cb, NULL);
  g_task_set_source_tag (task, start_search);
  g_task_set_task_data (task, job, job_free);
  g_task_run_in_thread (task, search_thread);
}

/* The list's own single-click-activate marks whatever comes to lie under a resting pointer, and Enter would take that. */
static void
pressed_cb (GtkGesture *gesture)
{
  gtk_gesture_set_state (gesture, GTK_EVENT_SEQUENCE_CLAIMED);
}

static void
released_cb (GtkGesture  *gesture,
             int          n_press,
             double       x,
             double       y,
             GtkListItem *item)
{
  GtkWidget *row = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (gesture));

  if (gtk_widget_contains (row, x, y))
    g_signal_emit_by_name (gtk_widget_get_ancestor (row, GTK_TYPE_LIST_VIEW), "activate",
                           gtk_list_item_get_position (item));
}

static void
setup_cb (GtkSignalListItemFactory *factory,
          GtkListItem              *item)
{
  GtkGesture *click = gtk_gesture_click_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 12);
  GtkWidget *texts = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *title = gtk_label_new (NULL), *subtitle = gtk_label_new (NULL), *keys = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_ellipsize (GTK_LABEL (title), PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (GTK_LABEL (subtitle), 0);
  gtk_widget_add_css_class (subtitle, "dim-label");
  gtk_widget_add_css_class (subtitle, "caption");
  gtk_box_append (GTK_BOX (texts), title);
  gtk_box_append (GTK_BOX (texts), subtitle);
  gtk_box_append (GTK_BOX (box), gtk_image_new ());
  gtk_box_append (GTK_BOX (box), texts);
  gtk_widget_set_hexpand (texts, TRUE);
  gtk_widget_add_css_class (keys, "dim-label");
  gtk_box_append (GTK_BOX (box), keys);
  gtk_widget_set_margin_top (box, 4);
  gtk_widget_set_margin_bottom (box, 4);
  gtk_widget_set_hexpand (box, TRUE);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), NULL);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), item);
  gtk_widget_add_controller (box, GTK_EVENT_CONTROLLER (click));
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory,
         GtkListItem              *item)
{
  LiaisonJumpItem *jump = gtk_list_item_get_item (item);
  GtkWidget *icon = gtk_widget_get_first_child (gtk_list_item_get_child (item));
  GtkWidget *texts = gtk_widget_get_next_sibling (icon);
  const char *keys = liaison_jump_item_get_keys (jump);

  gtk_image_set_from_icon_name (GTK_IMAGE (icon), liaison_jump_item_get_icon (jump));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_first_child (texts)), liaison_jump_item_get_title (jump));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_last_child (texts)), liaison_jump_item_get_subtitle (jump));
  gtk_label_set_text (GTK_LABEL (gtk_widget_get_next_sibling (texts)), keys != NULL ? keys : "");
}

static void
go_to (LiaisonJump *self,
       guint        position)
{
  g_autoptr (LiaisonJumpItem) item = g_list_model_get_item (G_LIST_MODEL (self->items), position);
  LiaisonWindow *window = self->window;

  if (item == NULL)
    return;
  /* First, so that what comes up stands before the window and has the focus. */
  gtk_window_destroy (GTK_WINDOW (self));
  liaison_jump_item_run (item, window);
}

/* Enter in the entry takes the line that is marked, at first the best. */
static void
entry_activate_cb (LiaisonJump *self)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  go_to (self, gtk_single_selection_get_selected (selection));
}

/* The arrows move the mark while the letters stay in the entry. */
static gboolean
key_cb (LiaisonJump *self,
        guint        keyval)
{
  GtkSingleSelection *selection = GTK_SINGLE_SELECTION (gtk_list_view_get_model (self->list));
  guint at = gtk_single_selection_get_selected (selection);
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->items));

  if (keyval == GDK_KEY_Escape)
    {
      gtk_window_close (GTK_WINDOW (self));
      return TRUE;
    }
  if (n == 0 || (keyval != GDK_KEY_Down && keyval != GDK_KEY_Up))
    return FALSE;
  at = keyval == GDK_KEY_Down ? MIN (at + 1, n - 1) : at > 0 ? at - 1 : 0;
  gtk_single_selection_set_selected (selection, at);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", at);
  return TRUE;
}

static void
liaison_jump_dispose (GObject *object)
{
  LiaisonJump *self = LIAISON_JUMP (object);

  stop_search (self);
  g_clear_object (&self->session);
  g_clear_object (&self->items);
  g_clear_pointer (&self->commands, g_ptr_array_unref);
  gtk_widget_dispose_template (GTK_WIDGET (self), LIAISON_TYPE_JUMP);

  G_OBJECT_CLASS (liaison_jump_parent_class)->dispose (object);
}

static void
liaison_jump_class_init (LiaisonJumpClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_jump_dispose;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/liaisonplanner/Liaison/search/jump.ui");
  gtk_widget_class_bind_template_child (widget_class, LiaisonJump, entry);
  gtk_widget_class_bind_template_child (widget_class, LiaisonJump, list);
  gtk_widget_class_bind_template_child (widget_class, LiaisonJump, pages);
}

static void
liaison_jump_init (LiaisonJump *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkSingleSelection) selection = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->items = g_list_store_new (LIAISON_TYPE_JUMP_ITEM);
  selection = gtk_single_selection_new (G_LIST_MODEL (g_object_ref (self->items)));
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), NULL);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_signal_connect_object (self->list, "activate", G_CALLBACK (go_to), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "search-changed", G_CALLBACK (start_search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self, G_CONNECT_SWAPPED);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
}

void
liaison_jump_present (LiaisonWindow   *window,
                      LiaisonJumpScope scope)
{
  LiaisonJump *self;

  if (liaison_window_get_session (window) == NULL)
    return;
  self = g_object_new (LIAISON_TYPE_JUMP, "transient-for", window, NULL);
  self->window = window;
  self->session = g_object_ref (liaison_window_get_session (window));
  self->scope = scope;
  self->commands = liaison_jump_list_commands (window);
  if (scope == LIAISON_JUMP_TEXT)
    gtk_window_set_title (GTK_WINDOW (self), _("Search Every Text"));
  g_object_set (self->entry, "placeholder-text",
                scope == LIAISON_JUMP_TEXT ? _("Search every text in every language")
                                           : _("Go to a record, an area or a command"),
                NULL);
  start_search (self);
  gtk_window_present (GTK_WINDOW (self));
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
}
