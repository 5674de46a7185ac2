/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/release-matrix-page.h"

#include "release/withheld-output.h"
#include "shared/empty-page.h"
#include "shared/matrix-view.h"

#include "draw/visibility-matrix.h"
#include "exchange/visibility-listing.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LiaisonReleaseMatrixPage
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonMatrix *matrix;
  LiaisonVisibilityMatrix *filled; /* NULL: nothing yet */
  GArray *kinds;                   /* of LiaisonKindId: what the list of tables offers */

  /* Borrowed, children */
  GtkWidget *box;
  LiaisonMatrixView *view;
  GtkStack *pages;
  GtkDropDown *tables;
  GtkToggleButton *withheld_only;
  GtkLabel *telling;

  guint source; /* waits to fill anew */
};

G_DEFINE_FINAL_TYPE (LiaisonReleaseMatrixPage, liaison_release_matrix_page, GTK_TYPE_WIDGET)

static void
tell_cursor (LiaisonReleaseMatrixPage *self)
{
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autofree char *text = NULL;

  if (self->filled != NULL && cursor->row != LIAISON_MATRIX_NOWHERE
      && cursor->column != LIAISON_MATRIX_NOWHERE)
    {
      manner.lookup = liaison_snapshot_get_lookup (self->filled->snapshot);
      text = liaison_visibility_matrix_tell (self->filled, cursor->row, cursor->column, &manner);
    }
  else
    text = g_strdup (liaison_withheld_tell_legend (manner.words));
  gtk_label_set_text (self->telling, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->telling), text);
}

static void
fill (LiaisonReleaseMatrixPage *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  guint selected = gtk_drop_down_get_selected (self->tables);
  LiaisonVisibilityMatrixSetup setup = { .withheld_only =
                                             gtk_toggle_button_get_active (self->withheld_only) };

  setup.kind =
      g_array_index (self->kinds, LiaisonKindId, selected < self->kinds->len ? selected : 0);
  g_clear_pointer (&self->filled, liaison_visibility_matrix_free);
  self->filled = liaison_visibility_matrix_fill (self->matrix, snapshot, &manner, &setup);
  gtk_stack_set_visible_child_name (self->pages, self->filled->audiences->len == 0 ? "nobody"
                                                 : self->filled->blocks->len == 0  ? "empty"
                                                                                   : "matrix");
  tell_cursor (self);
}

static gboolean
fill_cb (gpointer data)
{
  LiaisonReleaseMatrixPage *self = data;

  self->source = 0;
  fill (self);
  return G_SOURCE_REMOVE;
}

static void
queue_fill (LiaisonReleaseMatrixPage *self)
{
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, fill_cb, self, NULL);
}

/* The record is shown in the inspector, where its marking can be mended. */
static void
pointed_cb (LiaisonReleaseMatrixPage *self)
{
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);
  LiaisonSelection *selection = liaison_session_get_selection (self->session);

  tell_cursor (self);
  if (cursor->row != LIAISON_MATRIX_NOWHERE)
    liaison_selection_set_one (selection, liaison_matrix_get_row_id (self->matrix, cursor->row));
}

static void
key_cb (LiaisonReleaseMatrixPage *self)
{
  tell_cursor (self);
}

static void
activate_cb (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonReleaseMatrixPage *self = data;
  char id[LIAISON_ID_TEXT_SIZE];

  liaison_id_format (liaison_matrix_get_row_id (self->matrix, row), id);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-record", "s", id);
}

static LiaisonKindId
get_kind (LiaisonReleaseMatrixPage *self)
{
  guint selected = gtk_drop_down_get_selected (self->tables);

  return g_array_index (self->kinds, LiaisonKindId, selected < self->kinds->len ? selected : 0);
}

static void
export_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonReleaseMatrixPage *self = LIAISON_RELEASE_MATRIX_PAGE (widget);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) plan =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  g_autoptr (LiaisonListing) listing = liaison_visibility_listing_new (
      plan, get_kind (self), gtk_toggle_button_get_active (self->withheld_only), &manner);

  liaison_withheld_export (widget, self->session, listing, g_variant_get_string (parameter, NULL));
}

static void
liaison_release_matrix_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (liaison_release_matrix_page_parent_class)->map (widget);
  queue_fill (LIAISON_RELEASE_MATRIX_PAGE (widget));
}

static void
liaison_release_matrix_page_dispose (GObject *object)
{
  LiaisonReleaseMatrixPage *self = LIAISON_RELEASE_MATRIX_PAGE (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_pointer (&self->filled, liaison_visibility_matrix_free);
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_release_matrix_page_parent_class)->dispose (object);
}

static void
liaison_release_matrix_page_finalize (GObject *object)
{
  LiaisonReleaseMatrixPage *self = LIAISON_RELEASE_MATRIX_PAGE (object);

  g_array_unref (self->kinds);

  G_OBJECT_CLASS (liaison_release_matrix_page_parent_class)->finalize (object);
}

static void
liaison_release_matrix_page_class_init (LiaisonReleaseMatrixPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_release_matrix_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_release_matrix_page_finalize;
  widget_class->map = liaison_release_matrix_page_map;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "release.export", "s", export_cb);
}

static void
liaison_release_matrix_page_init (LiaisonReleaseMatrixPage *self)
{
  self->matrix = liaison_matrix_new ();
  self->kinds = g_array_new (FALSE, FALSE, sizeof (LiaisonKindId));
}

/* The tables that somebody outside the planning cell may see, with the schedule first. */
static GtkWidget *
tables_new (LiaisonReleaseMatrixPage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  GtkWidget *down;
  guint chosen = 0;

  for (guint kind = LIAISON_KIND_STAGE; kind < LIAISON_N_KINDS; kind++)
    {
      const LiaisonKind *each = liaison_kind_get (kind);
      LiaisonKindId id = kind;

      if (!each->shape.fields[0].open)
        continue;
      if (id == LIAISON_KIND_EVENT)
        chosen = self->kinds->len;
      g_array_append_val (self->kinds, id);
      gtk_string_list_append (list, _ (each->plural_label));
    }
  down = gtk_drop_down_new (G_LIST_MODEL (g_steal_pointer (&list)), NULL);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), chosen);
  gtk_widget_set_tooltip_text (down, _ ("Table"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Table"),
                                  -1);
  self->tables = GTK_DROP_DOWN (down);
  g_signal_connect_swapped (down, "notify::selected", G_CALLBACK (queue_fill), self);
  return down;
}

static GtkWidget *
copy_new (LiaisonReleaseMatrixPage *self, const char *icon, const char *tip, GCallback func)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_tooltip_text (button, tip);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, tip, -1);
  g_signal_connect_swapped (button, "clicked", func, self->view);
  return button;
}

static GtkWidget *
bar_new (LiaisonReleaseMatrixPage *self)
{
  GtkWidget *bar = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6), *space = gtk_label_new (NULL);
  GtkWidget *only = gtk_toggle_button_new_with_label (_ ("Withheld Only"));

  self->withheld_only = GTK_TOGGLE_BUTTON (only);
  gtk_widget_set_tooltip_text (only, _ ("Only records that some nation may not see"));
  gtk_widget_set_hexpand (space, TRUE);
  gtk_box_append (GTK_BOX (bar), tables_new (self));
  gtk_box_append (GTK_BOX (bar), only);
  gtk_box_append (GTK_BOX (bar), space);
  gtk_box_append (GTK_BOX (bar),
                  copy_new (self, "edit-copy-symbolic", _ ("Copy as a table (Ctrl+C)"),
                            G_CALLBACK (liaison_matrix_view_copy_table)));
  gtk_box_append (GTK_BOX (bar), liaison_withheld_export_button_new (
                                     _ ("Export who sees what, and why not: for planners only")));
  g_signal_connect_swapped (only, "toggled", G_CALLBACK (queue_fill), self);
  gtk_widget_set_margin_top (bar, 6);
  gtk_widget_set_margin_bottom (bar, 6);
  gtk_widget_set_margin_start (bar, 6);
  gtk_widget_set_margin_end (bar, 6);
  return bar;
}

static void
fill_pages (LiaisonReleaseMatrixPage *self)
{
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_signal_connect_swapped (click, "released", G_CALLBACK (pointed_cb), self);
  g_signal_connect_swapped (keys, "key-released", G_CALLBACK (key_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->view), GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (GTK_WIDGET (self->view), keys);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (self->view));
  gtk_widget_set_vexpand (GTK_WIDGET (self->pages), TRUE);
  gtk_stack_add_named (self->pages, scroller, "matrix");
  gtk_stack_add_named (self->pages,
                       liaison_empty_page_new ("emblem-ok-symbolic", _ ("Nothing Is Withheld Here"),
                                   _ ("Every nation may see every record of this table.")),
                       "empty");
  gtk_stack_add_named (
      self->pages,
      liaison_empty_page_new ("system-users-symbolic", _ ("Nobody to Release To"),
                  _ ("Add the nations that take part: then you see here what goes to whom.")),
      "nobody");
}

GtkWidget *
liaison_release_matrix_page_new (LiaisonSession *session)
{
  static const LiaisonMatrixFuncs funcs = { .activate = activate_cb };
  LiaisonReleaseMatrixPage *self = g_object_new (LIAISON_TYPE_RELEASE_MATRIX_PAGE, NULL);
  GtkWidget *telling = gtk_label_new (NULL);

  self->session = g_object_ref (session);
  self->telling = GTK_LABEL (telling);
  self->view = liaison_matrix_view_new (session, self->matrix, &funcs, self);
  liaison_matrix_view_set_label (self->view, _ ("Who may see what"));
  self->pages = GTK_STACK (gtk_stack_new ());
  fill_pages (self);
  gtk_label_set_xalign (self->telling, 0);
  gtk_label_set_ellipsize (self->telling, PANGO_ELLIPSIZE_END);
  gtk_widget_set_margin_top (telling, 6);
  gtk_widget_set_margin_bottom (telling, 6);
  gtk_widget_set_margin_start (telling, 12);
  gtk_widget_set_margin_end (telling, 12);
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self->box), bar_new (self));
  gtk_box_append (GTK_BOX (self->box), GTK_WIDGET (self->pages));
  gtk_box_append (GTK_BOX (self->box), telling);
  gtk_widget_set_parent (self->box, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (queue_fill), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (queue_fill), self,
                           G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

const char *
liaison_release_matrix_page_get_telling (LiaisonReleaseMatrixPage *self)
{
  return gtk_label_get_text (self->telling);
}
