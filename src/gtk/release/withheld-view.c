/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/withheld-view.h"

#include "shared/empty-page.h"
#include "shared/first-column.h"
#include "message.h"
#include "release/audience-list.h"
#include "release/seen-as.h"
#include "release/withheld-row.h"
#include "release/withheld-output.h"

#include "exchange/withheld-listing.h"
#include "release/copy-file.h"
#include "screen.h"
#include "words/search.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

/* Between an edit and looking anew, ms: edits come in groups. */
#define PAUSE 400

struct _LiaisonWithheldView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonRedaction *redaction; /* what is shown; NULL: nothing yet */
  LiaisonListing *listing;     /* the same, told */
  GListStore *items;           /* of LiaisonWithheldRow */
  GtkFilter *filter;
  GCancellable *looking; /* in a thread; NULL: nobody looks */
  char *wanted;          /* what was typed, folded; NULL: nothing */

  /* Borrowed, children */
  GtkWidget *box;
  LiaisonAudienceList *audiences;
  GtkStack *pages;
  GtkLabel *summary;
  GtkSingleSelection *selection;
  GtkSpinner *spinner;

  guint source; /* waits to look anew */
};

G_DEFINE_FINAL_TYPE (LiaisonWithheldView, liaison_withheld_view, GTK_TYPE_WIDGET)

static void
show_summary (LiaisonWithheldView *self)
{
  guint n = self->redaction->n_records;
  g_autofree char *text =
      liaison_screen_printf (ngettext ("%u record withheld", "%u records withheld", n), n);

  gtk_label_set_text (self->summary, text);
  gtk_stack_set_visible_child_name (self->pages,
                                    self->redaction->withheld->len > 0 ? "list" : "none");
}

/* As they stand in the listing. */
static void
add_rows (LiaisonWithheldView *self, GPtrArray *items, const GArray *things)
{
  for (guint i = 0; i < things->len; i++)
    g_ptr_array_add (items,
                     liaison_withheld_row_new (self->listing, items->len,
                                               g_array_index (things, LiaisonWithheld, i).record));
}

static void
show (LiaisonWithheldView *self, LiaisonRedaction *redaction)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (GPtrArray) items = g_ptr_array_new_with_free_func (g_object_unref);

  g_clear_pointer (&self->redaction, liaison_redaction_free);
  g_clear_pointer (&self->listing, liaison_listing_unref);
  self->redaction = redaction;
  self->listing = liaison_withheld_listing_new (redaction, &manner);
  add_rows (self, items, redaction->named);
  add_rows (self, items, redaction->withheld);
  g_list_store_splice (self->items, 0, g_list_model_get_n_items (G_LIST_MODEL (self->items)),
                       items->pdata, items->len);
  show_summary (self);
}

typedef struct
{
  LiaisonSnapshot *plan;
  LiaisonAudience *audience;
} Look;

static void
look_free (gpointer data)
{
  Look *look = data;

  liaison_snapshot_unref (look->plan);
  liaison_audience_unref (look->audience);
  g_free (look);
}

static void
look_thread (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;

  g_task_return_pointer (task, liaison_redact (look->plan, look->audience),
                         (GDestroyNotify) liaison_redaction_free);
}

static void
looked_cb (GObject *object, GAsyncResult *result, gpointer data)
{
  LiaisonWithheldView *self = LIAISON_WITHHELD_VIEW (object);
  LiaisonRedaction *redaction = g_task_propagate_pointer (G_TASK (result), NULL);

  /* Another look has begun since, or the view is gone. */
  if (redaction == NULL)
    return;
  g_clear_object (&self->looking);
  gtk_spinner_stop (self->spinner);
  show (self, redaction);
}

static void
look (LiaisonWithheldView *self)
{
  g_autoptr (LiaisonAudience) audience = liaison_audience_list_dup_chosen (self->audiences);
  g_autoptr (GTask) task = NULL;
  Look *wish;

  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  if (audience == NULL)
    {
      g_clear_pointer (&self->redaction, liaison_redaction_free);
      g_list_store_remove_all (self->items);
      gtk_label_set_text (self->summary, "");
      gtk_stack_set_visible_child_name (self->pages, "nobody");
      return;
    }
  wish = g_new0 (Look, 1);
  wish->plan = liaison_document_get_snapshot (liaison_session_get_document (self->session));
  wish->audience = g_steal_pointer (&audience);
  self->looking = g_cancellable_new ();
  gtk_spinner_start (self->spinner);
  task = g_task_new (self, self->looking, looked_cb, NULL);
  g_task_set_source_tag (task, look);
  g_task_set_check_cancellable (task, TRUE);
  g_task_set_task_data (task, wish, look_free);
  g_task_run_in_thread (task, look_thread);
}

static gboolean
look_cb (gpointer data)
{
  LiaisonWithheldView *self = data;

  self->source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

static void
queue_look (LiaisonWithheldView *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_timeout_add (self->redaction != NULL ? PAUSE : 0, look_cb, self);
}

static void
changed_cb (LiaisonWithheldView *self)
{
  g_clear_handle_id (&self->source, g_source_remove);
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    look (self);
}

static gboolean
matches (gpointer object, gpointer data)
{
  LiaisonWithheldView *self = data;

  if (self->wanted == NULL)
    return TRUE;
  for (guint i = 0; i < LIAISON_WITHHELD_COLUMNS; i++)
    {
      g_autofree char *folded = liaison_words_fold (liaison_withheld_row_get_text (object, i));

      if (strstr (folded, self->wanted) != NULL)
        return TRUE;
    }
  return FALSE;
}

static void
searched_cb (LiaisonWithheldView *self, GtkEditable *entry)
{
  g_autofree char *folded = liaison_words_fold (gtk_editable_get_text (entry));

  g_clear_pointer (&self->wanted, g_free);
  if (*folded != '\0')
    self->wanted = g_steal_pointer (&folded);
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

/* The record is shown in the inspector, where its marking can be mended. */
static void
selected_cb (LiaisonWithheldView *self)
{
  LiaisonWithheldRow *item = gtk_single_selection_get_selected_item (self->selection);

  if (item != NULL)
    liaison_selection_set_one (liaison_session_get_selection (self->session),
                               liaison_withheld_row_get_record (item));
}

static void
activated_cb (LiaisonWithheldView *self, guint position)
{
  g_autoptr (LiaisonWithheldRow) item =
      g_list_model_get_item (G_LIST_MODEL (self->selection), position);
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (liaison_withheld_row_get_record (item), id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

/* Of the plan as it is now: what is shown may be older. */
static LiaisonRedaction *
redact_now (LiaisonWithheldView *self)
{
  g_autoptr (LiaisonAudience) audience = liaison_audience_list_dup_chosen (self->audiences);
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));

  return audience != NULL ? liaison_redact (plan, audience) : NULL;
}

static void
see_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonWithheldView *self = LIAISON_WITHHELD_VIEW (widget);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (widget));
  LiaisonRedaction *redaction = redact_now (self);
  g_autofree char *name =
      redaction != NULL ? liaison_audience_tell (redaction->audience, &manner) : NULL;

  if (redaction != NULL)
    liaison_seen_as_open (gtk_window_get_application (window), redaction, name);
}

static void
write_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonWithheldView *self = LIAISON_WITHHELD_VIEW (widget);
  LiaisonRedaction *redaction = redact_now (self);

  if (redaction != NULL)
    liaison_withheld_write_copy (widget, self->session, redaction);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonWithheldView *self = LIAISON_WITHHELD_VIEW (widget);

  if (self->listing != NULL)
    liaison_withheld_export (widget, self->session, self->listing,
                             g_variant_get_string (parameter, NULL));
}

static void
liaison_withheld_view_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_withheld_view_parent_class)->map (widget);
  queue_look (LIAISON_WITHHELD_VIEW (widget));
}

static void
liaison_withheld_view_dispose (GObject *object)
{
  LiaisonWithheldView *self = LIAISON_WITHHELD_VIEW (object);

  g_clear_handle_id (&self->source, g_source_remove);
  if (self->looking != NULL)
    g_cancellable_cancel (self->looking);
  g_clear_object (&self->looking);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->redaction, liaison_redaction_free);
  g_clear_pointer (&self->listing, liaison_listing_unref);
  g_clear_object (&self->items);
  g_clear_object (&self->session);
  g_clear_pointer (&self->wanted, g_free);

  G_OBJECT_CLASS (liaison_withheld_view_parent_class)->dispose (object);
}

static void
liaison_withheld_view_class_init (LiaisonWithheldViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_withheld_view_dispose;
  widget_class->map = liaison_withheld_view_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "release.see", NULL, see_cb);
  gtk_widget_class_install_action (widget_class, "release.write", NULL, write_cb);
  gtk_widget_class_install_action (widget_class, "release.export", "s", export_cb);
}

static void
liaison_withheld_view_init (LiaisonWithheldView *self)
{
  self->items = g_list_store_new (LIAISON_TYPE_WITHHELD_ROW);
}

static void
setup_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
bind_cell_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer column)
{
  GtkWidget *label = gtk_list_item_get_child (item);
  const char *text =
      liaison_withheld_row_get_text (gtk_list_item_get_item (item), GPOINTER_TO_UINT (column));

  gtk_label_set_text (GTK_LABEL (label), text);
  gtk_widget_set_tooltip_text (label, text);
}

static int
compare_cells (gconstpointer a, gconstpointer b, gpointer column)
{
  return g_utf8_collate (
      liaison_withheld_row_get_text ((LiaisonWithheldRow *) a, GPOINTER_TO_UINT (column)),
      liaison_withheld_row_get_text ((LiaisonWithheldRow *) b, GPOINTER_TO_UINT (column)));
}

/* @width in pixels; 0: a share of what is left. */
static void
append_column (GtkColumnView *view, guint column, const char *title, int width)
{
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  g_autoptr (GtkColumnViewColumn) made = NULL;
  g_autoptr (GtkSorter) sorter =
      GTK_SORTER (gtk_custom_sorter_new (compare_cells, GUINT_TO_POINTER (column), NULL));

  g_signal_connect (factory, "setup", G_CALLBACK (setup_cell_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cell_cb), GUINT_TO_POINTER (column));
  made = gtk_column_view_column_new (title, factory);
  gtk_column_view_column_set_sorter (made, sorter);
  gtk_column_view_column_set_resizable (made, TRUE);
  gtk_column_view_column_set_expand (made, width == 0);
  if (width > 0)
    gtk_column_view_column_set_fixed_width (made, liaison_screen_scale (width));
  gtk_column_view_append_column (view, made);
}

static GtkWidget *
list_new (LiaisonWithheldView *self)
{
  GtkWidget *view = gtk_column_view_new (NULL), *scroller = gtk_scrolled_window_new ();
  GtkFilterListModel *filtered;
  GtkSortListModel *sorted;

  self->filter = GTK_FILTER (gtk_custom_filter_new (matches, self, NULL));
  filtered = gtk_filter_list_model_new (g_object_ref (G_LIST_MODEL (self->items)), self->filter);
  sorted = gtk_sort_list_model_new (
      G_LIST_MODEL (filtered), g_object_ref (gtk_column_view_get_sorter (GTK_COLUMN_VIEW (view))));
  self->selection = gtk_single_selection_new (G_LIST_MODEL (sorted));
  gtk_single_selection_set_autoselect (self->selection, FALSE);
  gtk_single_selection_set_can_unselect (self->selection, TRUE);
  append_column (GTK_COLUMN_VIEW (view), 0, _ ("Table"), 120);
  append_column (GTK_COLUMN_VIEW (view), 1, _ ("Record"), 0);
  append_column (GTK_COLUMN_VIEW (view), 2, _ ("Field"), 120);
  append_column (GTK_COLUMN_VIEW (view), 3, _ ("Reason"), 0);
  gtk_column_view_set_model (GTK_COLUMN_VIEW (view), GTK_SELECTION_MODEL (self->selection));
  g_object_unref (self->selection);
  gtk_accessible_update_property (GTK_ACCESSIBLE (view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("What is withheld"), -1);
  gtk_widget_add_css_class (view, "data-table");
  g_signal_connect_swapped (self->selection, "notify::selected", G_CALLBACK (selected_cb), self);
  g_signal_connect_swapped (view, "activate", G_CALLBACK (activated_cb), self);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), view);
  liaison_show_first_column (GTK_SCROLLED_WINDOW (scroller));
  return scroller;
}

static GtkWidget *
button_new (const char *label, const char *tip, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  return button;
}

static GtkWidget *
bar_new (LiaisonWithheldView *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *search = gtk_search_entry_new (), *summary = gtk_label_new (NULL),
            *spinner = gtk_spinner_new ();

  self->audiences = LIAISON_AUDIENCE_LIST (liaison_audience_list_new (self->session));
  self->summary = GTK_LABEL (summary);
  self->spinner = GTK_SPINNER (spinner);
  gtk_label_set_ellipsize (self->summary, PANGO_ELLIPSIZE_END);
  gtk_label_set_xalign (self->summary, 0);
  gtk_widget_set_hexpand (summary, TRUE);
  gtk_widget_add_css_class (summary, "dim-label");
  gtk_search_entry_set_key_capture_widget (GTK_SEARCH_ENTRY (search), NULL);
  gtk_editable_set_max_width_chars (GTK_EDITABLE (search), 18);
  gtk_accessible_update_property (GTK_ACCESSIBLE (search), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Search what is withheld"), -1);
  gtk_box_append (GTK_BOX (bar), GTK_WIDGET (self->audiences));
  gtk_box_append (GTK_BOX (bar), search);
  gtk_box_append (GTK_BOX (bar), summary);
  gtk_box_append (GTK_BOX (bar), spinner);
  gtk_box_append (GTK_BOX (bar),
                  button_new (_ ("_See as They Do"),
                              _ ("Open the plan as this audience sees it, to be read only"),
                              "release.see"));
  gtk_box_append (GTK_BOX (bar),
                  button_new (_ ("_Write Copy…"), _ ("Write the copy for this audience to a file"),
                              "release.write"));
  gtk_box_append (GTK_BOX (bar), liaison_withheld_export_button_new (_ (
                                     "Export the sheet of what is withheld: for planners only")));
  g_signal_connect_swapped (self->audiences, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (search, "search-changed", G_CALLBACK (searched_cb), self);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  return bar;
}

GtkWidget *
liaison_withheld_view_new (LiaisonSession *session)
{
  LiaisonWithheldView *self = g_object_new (LIAISON_TYPE_WITHHELD_VIEW, NULL);

  self->session = g_object_ref (session);
  self->pages = GTK_STACK (gtk_stack_new ());
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar_new (self));
  gtk_stack_add_named (self->pages, list_new (self), "list");
  gtk_stack_add_named (self->pages,
                       liaison_empty_page_new ("emblem-ok-symbolic", _ ("Nothing Is Withheld"),
                                   _ ("This audience may see the whole plan.")),
                       "none");
  gtk_stack_add_named (
      self->pages,
      liaison_empty_page_new (
          "system-users-symbolic", _ ("Nobody to Release To"),
          _ ("Add the nations that take part: then you see here what each of them may not see.")),
      "nobody");
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pages));
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_look), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_look), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

void
liaison_withheld_view_choose (LiaisonWithheldView *self, const char *audience)
{
  liaison_audience_list_choose (self->audiences, audience);
}

guint
liaison_withheld_view_count (LiaisonWithheldView *self)
{
  return self->redaction != NULL ? self->redaction->n_records : 0;
}

gboolean
liaison_withheld_view_is_settled (LiaisonWithheldView *self)
{
  return self->source == 0 && self->looking == NULL && self->redaction != NULL;
}
