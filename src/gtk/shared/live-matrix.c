/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/live-matrix.h"

#include "print/printable.h"
#include "shared/empty-page.h"
#include "shared/matrix-view.h"
#include "shared/page-area.h"
#include "shared/view-line.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _LiaisonLiveMatrix
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonMatrix *matrix;
  gpointer data;
  GDestroyNotify destroy;

  const LiaisonLiveMatrixFuncs *funcs;

  /* Borrowed, children */
  GtkWidget *content;
  GtkWidget *settings; /* or NULL */
  LiaisonViewLine line;
  GtkStack *pages;
  LiaisonMatrixView *view;
  AdwStatusPage *empty;

  guint source;   /* waits to count anew */
  gboolean stale; /* the plan has changed since it was counted */
};

static void liaison_live_matrix_printable_init (LiaisonPrintableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LiaisonLiveMatrix,
                               liaison_live_matrix,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (LIAISON_TYPE_PRINTABLE,
                                                      liaison_live_matrix_printable_init))

/* Of nothing there is nothing to say, nor to look for, but for what the filter has taken away. */
static void
show_page (LiaisonLiveMatrix *self, gboolean empty)
{
  gtk_widget_set_visible (GTK_WIDGET (self->line.summary), !empty);
  gtk_widget_set_sensitive (self->line.search, !empty);
  gtk_stack_set_visible_child_name (self->pages, empty ? "empty" : "matrix");
}

static void
count (LiaisonLiveMatrix *self)
{
  LiaisonDocument *document = liaison_session_get_document (self->session);
  LiaisonManner manner = liaison_session_get_manner (self->session);
  g_autoptr (LiaisonSnapshot) snapshot = liaison_document_get_snapshot (document);
  g_autofree char *summary = NULL;

  self->stale = FALSE;
  liaison_area_filter_look (self->line.filter);
  liaison_matrix_begin (self->matrix);
  summary = self->funcs->fill (self->matrix, snapshot, &manner, self->data);
  liaison_matrix_end (self->matrix);
  liaison_view_line_tell (&self->line, summary);
  show_page (self, liaison_matrix_count_rows (self->matrix) == 0
                       || liaison_matrix_count_columns (self->matrix) == 0);
}

static gboolean
count_cb (gpointer data)
{
  LiaisonLiveMatrix *self = data;

  self->source = 0;
  count (self);
  return G_SOURCE_REMOVE;
}

/* Edits come in groups; they are counted once, when the views have followed. */
void
liaison_live_matrix_refresh (LiaisonLiveMatrix *self)
{
  self->stale = TRUE;
  if (self->source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, count_cb, self, NULL);
}

/* Beside settings there is little room: what there is to say then has a line of its own below them. */
static void
place_summary (LiaisonLiveMatrix *self)
{
  GtkWidget *summary = GTK_WIDGET (self->line.summary), *line = gtk_widget_get_parent (summary);

  if (self->settings == NULL || gtk_widget_get_first_child (self->settings) == NULL
      || line == self->content)
    return;
  g_object_ref (summary);
  gtk_box_remove (GTK_BOX (line), summary);
  gtk_widget_set_halign (line, GTK_ALIGN_FILL);
  gtk_widget_set_hexpand (self->line.search, TRUE);
  gtk_widget_set_margin_start (line, 6);
  gtk_widget_set_margin_start (summary, 12);
  gtk_widget_set_margin_end (summary, 12);
  gtk_widget_set_margin_bottom (summary, 6);
  gtk_box_insert_child_after (GTK_BOX (self->content), summary, line);
  g_object_unref (summary);
}

static void
liaison_live_matrix_map (GtkWidget *widget)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (widget);

  place_summary (self);
  GTK_WIDGET_CLASS (liaison_live_matrix_parent_class)->map (widget);
  /* The table beside it may have been filtered meanwhile. */
  if (liaison_area_filter_look (self->line.filter) || self->stale)
    count (self);
}

static gboolean
is_shown (LiaisonId row, gpointer data)
{
  return liaison_area_filter_matches (LIAISON_LIVE_MATRIX (data)->line.filter, row);
}

static LiaisonDrawing *
get_drawing (LiaisonPrintable *printable, const char **title, LiaisonBox *seen)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (printable);

  if (self->matrix == NULL || liaison_matrix_count_rows (self->matrix) == 0
      || liaison_matrix_count_columns (self->matrix) == 0)
    return NULL;
  *title = self->funcs->title != NULL ? _ (self->funcs->title) : _ ("Matrix");
  liaison_matrix_view_get_seen (self->view, seen);
  return LIAISON_DRAWING (self->matrix);
}

/* What fills it remembers what it filled: the one on the screen is filled again after that. */
static LiaisonDrawing *
dup_drawing (LiaisonPrintable *printable, const LiaisonManner *manner, const char **title)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (printable);
  LiaisonMatrix *copy;
  g_autofree char *summary = NULL;

  if (self->matrix == NULL)
    return NULL;
  g_autoptr (LiaisonSnapshot) snapshot =
      liaison_document_get_snapshot (liaison_session_get_document (self->session));
  copy = liaison_matrix_new ();
  liaison_matrix_begin (copy);
  summary = self->funcs->fill (copy, snapshot, manner, self->data);
  liaison_matrix_end (copy);
  liaison_matrix_take_sight (copy, self->matrix);
  if (self->funcs->title != NULL)
    *title = liaison_words_get (manner->words, self->funcs->title);
  count (self);
  return LIAISON_DRAWING (copy);
}

static gboolean
is_filtered (LiaisonPrintable *printable)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (printable);

  return self->line.search != NULL
         && (liaison_area_filter_is_active (self->line.filter)
             || *gtk_editable_get_text (GTK_EDITABLE (self->line.search)) != '\0');
}

static void
liaison_live_matrix_printable_init (LiaisonPrintableInterface *iface)
{
  iface->get_drawing = get_drawing;
  iface->dup_drawing = dup_drawing;
  iface->is_filtered = is_filtered;
}

static gboolean
liaison_live_matrix_grab_focus (GtkWidget *widget)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (widget);

  /* What is not shown must not have the focus: no key would reach anything. */
  if (gtk_widget_get_mapped (GTK_WIDGET (self->view)) || !gtk_widget_get_mapped (widget))
    return gtk_widget_grab_focus (GTK_WIDGET (self->view));
  return gtk_widget_child_focus (GTK_WIDGET (self->empty), GTK_DIR_TAB_FORWARD)
         || gtk_widget_child_focus (self->content, GTK_DIR_TAB_FORWARD);
}

void
liaison_live_matrix_select (LiaisonLiveMatrix *self, guint row, guint column)
{
  g_autoptr (GArray) ids = self->funcs->list (row, column, self->data);

  liaison_selection_set (liaison_session_get_selection (self->session),
                         (const LiaisonId *) ids->data, ids->len);
}

static void
released_cb (LiaisonLiveMatrix *self)
{
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);

  if (cursor->row != LIAISON_MATRIX_NOWHERE)
    liaison_live_matrix_select (self, cursor->row, cursor->column);
}

gboolean
liaison_live_matrix_activate (LiaisonLiveMatrix *self, guint row, guint column)
{
  return self->funcs->activate != NULL && self->funcs->activate (row, column, self->data);
}

gboolean
liaison_live_matrix_press (LiaisonLiveMatrix *self, guint key_value, guint row, guint column)
{
  return self->funcs->key != NULL && self->funcs->key (key_value, row, column, self->data);
}

/* Enter and a double click go to the list, where the records are selected, unless they do more. */
static void
activate (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonLiveMatrix *self = data;
  GtkWidget *parent = GTK_WIDGET (self);

  if (liaison_live_matrix_activate (self, row, column))
    return;
  liaison_live_matrix_select (self, row, column);
  while ((parent = gtk_widget_get_parent (parent)) != NULL)
    if (liaison_page_area_show (parent, "list"))
      return;
}

static gboolean
key (guint key, gpointer data)
{
  LiaisonLiveMatrix *self = data;
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);

  if (cursor->row == LIAISON_MATRIX_NOWHERE)
    return FALSE;
  if (self->funcs->key != NULL && cursor->column != LIAISON_MATRIX_NOWHERE
      && self->funcs->key (key, cursor->row, cursor->column, self->data))
    return TRUE;
  if (key != GDK_KEY_space)
    return FALSE;
  liaison_live_matrix_select (self, cursor->row, cursor->column);
  return TRUE;
}

static gboolean
can_move (LiaisonId record, guint row, guint column, gpointer data)
{
  LiaisonLiveMatrix *self = data;

  return self->funcs->move != NULL
         && (self->funcs->can_move == NULL
             || self->funcs->can_move (record, row, column, self->data));
}

static void
move (LiaisonId record, guint from_row, guint from_column, guint row, guint column, gpointer data)
{
  LiaisonLiveMatrix *self = data;

  if (self->funcs->move != NULL)
    self->funcs->move (record, from_row, from_column, row, column, self->data);
}

static const LiaisonMatrixFuncs matrix_funcs = { activate, can_move, move, key };

static char *
tell (const LiaisonManner *manner, guint row, guint column, gpointer data)
{
  LiaisonLiveMatrix *self = data;

  return self->stale ? NULL : self->funcs->tell (manner, row, column, self->data);
}

static void
liaison_live_matrix_dispose (GObject *object)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (object);

  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_pointer (&self->content, gtk_widget_unparent);
  if (self->matrix != NULL)
    {
      liaison_matrix_set_teller (self->matrix, NULL, NULL);
      liaison_matrix_set_sieve (self->matrix, NULL, NULL);
    }
  self->line.search = NULL;
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_live_matrix_parent_class)->dispose (object);
}

static void
liaison_live_matrix_finalize (GObject *object)
{
  LiaisonLiveMatrix *self = LIAISON_LIVE_MATRIX (object);

  if (self->destroy != NULL)
    self->destroy (self->data);

  G_OBJECT_CLASS (liaison_live_matrix_parent_class)->finalize (object);
}

static void
search_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (LIAISON_LIVE_MATRIX (widget)->line.search);
}

static void
liaison_live_matrix_class_init (LiaisonLiveMatrixClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = liaison_live_matrix_dispose;
  G_OBJECT_CLASS (klass)->finalize = liaison_live_matrix_finalize;
  widget_class->map = liaison_live_matrix_map;
  widget_class->grab_focus = liaison_live_matrix_grab_focus;
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_install_action (widget_class, "view.search", NULL, search_action_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_f, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "view.search", NULL);
}

static void
liaison_live_matrix_init (LiaisonLiveMatrix *self)
{
  self->stale = TRUE;
}

static void
searched_cb (LiaisonLiveMatrix *self, GtkEditable *entry)
{
  liaison_matrix_set_search (self->matrix, gtk_editable_get_text (entry));
}

static GtkWidget *
pages_new (LiaisonLiveMatrix *self)
{
  GtkWidget *pages = gtk_stack_new ();
  GtkWidget *scroller = gtk_scrolled_window_new ();
  const char *title = self->funcs->empty_title;
  GtkWidget *empty = liaison_empty_page_new (
      "view-grid-symbolic", title != NULL ? _ (title) : _ ("Nothing to Count Yet"),
      _ (self->funcs->empty));
  LiaisonMatrixView *view =
      liaison_matrix_view_new (self->session, self->matrix, &matrix_funcs, self);
  GtkGesture *click = gtk_gesture_click_new ();

  self->empty = ADW_STATUS_PAGE (empty);
  self->view = view;
  if (self->funcs->title != NULL)
    liaison_matrix_view_set_label (view, _ (self->funcs->title));
  if (self->funcs->tell != NULL)
    liaison_matrix_set_teller (self->matrix, tell, self);
  g_signal_connect_swapped (click, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (view), GTK_EVENT_CONTROLLER (click));
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), GTK_WIDGET (view));
  gtk_stack_add_named (GTK_STACK (pages), scroller, "matrix");
  gtk_stack_add_named (GTK_STACK (pages), empty, "empty");
  gtk_widget_set_vexpand (pages, TRUE);
  self->pages = GTK_STACK (pages);
  return pages;
}

GtkWidget *
liaison_live_matrix_new (LiaisonSession *session,
                         const LiaisonLiveMatrixFuncs *funcs,
                         GtkWidget *settings,
                         gpointer data,
                         GDestroyNotify destroy)
{
  LiaisonLiveMatrix *self = g_object_new (LIAISON_TYPE_LIVE_MATRIX, NULL);

  self->session = g_object_ref (session);
  self->funcs = funcs;
  self->settings = settings;
  self->data = data;
  self->destroy = destroy;
  self->matrix = liaison_matrix_new ();
  liaison_matrix_set_sieve (self->matrix, is_shown, self);
  self->content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  liaison_view_line_init (&self->line, session, GTK_WIDGET (self), _ ("Only rows with these words"),
                          settings);
  g_signal_connect_swapped (self->line.filter, "cleared", G_CALLBACK (liaison_live_matrix_refresh),
                            self);
  g_signal_connect_swapped (self->line.search, "search-changed", G_CALLBACK (searched_cb), self);
  gtk_box_append (GTK_BOX (self->content), self->line.line);
  gtk_box_append (GTK_BOX (self->content), pages_new (self));
  gtk_widget_set_parent (self->content, GTK_WIDGET (self));
  g_signal_connect_object (liaison_session_get_document (session), "changed",
                           G_CALLBACK (liaison_live_matrix_refresh), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "manner-changed", G_CALLBACK (liaison_live_matrix_refresh),
                           self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

LiaisonMatrix *
liaison_live_matrix_get_matrix (LiaisonLiveMatrix *self)
{
  return self->matrix;
}

void
liaison_live_matrix_set_first_step (LiaisonLiveMatrix *self, const char *label, const char *action)
{
  GtkWidget *button = gtk_button_new_with_mnemonic (label);

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_halign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "pill");
  gtk_widget_add_css_class (button, "suggested-action");
  adw_status_page_set_child (self->empty, button);
}

gboolean
liaison_live_matrix_lets_through (LiaisonLiveMatrix *self, LiaisonId record)
{
  return liaison_area_filter_matches (self->line.filter, record);
}

gboolean
liaison_live_matrix_place (LiaisonLiveMatrix *self, guint row, guint column, GdkRectangle *area)
{
  const LiaisonMatrixCursor cursor = { row, column, LIAISON_MATRIX_NOWHERE };
  graphene_point_t point;

  if (!liaison_matrix_view_place (self->view, &cursor, area)
      || !gtk_widget_compute_point (GTK_WIDGET (self->view), GTK_WIDGET (self),
                                    &GRAPHENE_POINT_INIT ((float) area->x, (float) area->y),
                                    &point))
    return FALSE;
  area->x = (int) point.x;
  area->y = (int) point.y;
  return TRUE;
}

const char *
liaison_live_matrix_get_summary (LiaisonLiveMatrix *self)
{
  return gtk_label_get_text (self->line.summary);
}
