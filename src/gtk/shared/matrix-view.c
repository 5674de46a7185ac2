/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/matrix-view.h"

#include "shared/drawing-host.h"
#include "shared/tsv.h"

#include <glib/gi18n.h>

#define NOWHERE LIAISON_MATRIX_NOWHERE

struct _LiaisonMatrixView
{
  GtkWidget parent_instance;

  /* Owned */
  LiaisonSession *session;
  LiaisonMatrix *matrix;

  /* Borrowed */
  const LiaisonMatrixFuncs *funcs;
  gpointer data;

  /* Children */
  GtkWidget *scroller;
  LiaisonDrawingHost *host;

  /* While an item is held */
  LiaisonMatrixCursor held;
  double held_x, held_y; /* in the host */
  gboolean holding;
};

G_DEFINE_FINAL_TYPE (LiaisonMatrixView, liaison_matrix_view, GTK_TYPE_WIDGET)

static LiaisonId
get_record (LiaisonMatrixView *self, const LiaisonMatrixCursor *cursor)
{
  if (cursor->row == NOWHERE)
    return (LiaisonId){ 0 };
  if (cursor->item != NOWHERE)
    return liaison_matrix_get_item (self->matrix, cursor->item)->record;
  return cursor->column == NOWHERE ? liaison_matrix_get_row_id (self->matrix, cursor->row)
                                   : (LiaisonId){ 0 };
}

/* What a screen reader says of where the keys are. */
static void
tell_cursor (LiaisonMatrixView *self)
{
  LiaisonManner manner = liaison_session_get_manner (self->session);
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);
  g_autofree char *text = NULL;
  LiaisonHit hit = { 0 };

  if (cursor->row == NOWHERE || !liaison_matrix_get_box (self->matrix, cursor, &hit.box))
    return;
  hit.part = cursor->column == NOWHERE ? LIAISON_PART_START : LIAISON_PART_BODY;
  hit.index =
      cursor->item != NOWHERE ? cursor->item
      : cursor->column == NOWHERE
          ? cursor->row
          : 0x80000000u
                | (cursor->row * liaison_matrix_count_columns (self->matrix) + cursor->column);
  text = liaison_drawing_tell (LIAISON_DRAWING (self->matrix), &manner, &hit);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->host), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                  text != NULL ? text : "", -1);
}

static void
move_cursor (LiaisonMatrixView *self, const LiaisonMatrixCursor *cursor)
{
  LiaisonBox box;

  liaison_matrix_set_cursor (self->matrix, cursor);
  if (liaison_matrix_get_box (self->matrix, cursor, &box))
    {
      if (cursor->column == NOWHERE)
        box.x = box.width = 0;
      liaison_drawing_host_reveal (self->host, &box);
    }
  tell_cursor (self);
}

/* A record of the document that stands there becomes the selection; row heads only where they stand
 * for one. */
static void
select_at (LiaisonMatrixView *self, const LiaisonMatrixCursor *cursor, gboolean add)
{
  LiaisonSelection *selection = liaison_session_get_selection (self->session);
  LiaisonId record = get_record (self, cursor);

  if (liaison_id_is_zero (record)
      || liaison_document_find (liaison_session_get_document (self->session), record) == NULL)
    {
      if (!add && cursor->column != NOWHERE)
        liaison_selection_clear (selection);
      return;
    }
  if (add)
    liaison_selection_toggle (selection, record);
  else
    liaison_selection_set_one (selection, record);
}

static void
activate (LiaisonMatrixView *self, const LiaisonMatrixCursor *cursor)
{
  if (cursor->row == NOWHERE)
    return;
  if (cursor->column == NOWHERE && liaison_matrix_can_fold (self->matrix, cursor->row))
    {
      liaison_matrix_set_folded (self->matrix, cursor->row,
                                 !liaison_matrix_is_folded (self->matrix, cursor->row));
      return;
    }
  if (self->funcs != NULL && self->funcs->activate != NULL)
    self->funcs->activate (get_record (self, cursor), cursor->row, cursor->column, self->data);
}

static void
pressed_cb (LiaisonMatrixView *self, int n_press, double x, double y, GtkGestureClick *gesture)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  LiaisonMatrixCursor cursor;
  LiaisonHit hit;

  gtk_widget_grab_focus (GTK_WIDGET (self->host));
  if (!liaison_drawing_host_find (self->host, x, y, &hit)
      || !liaison_matrix_read_hit (self->matrix, &hit, &cursor))
    return;
  move_cursor (self, &cursor);
  if (cursor.column == NOWHERE && liaison_matrix_can_fold (self->matrix, cursor.row) && n_press == 1
      && liaison_id_is_zero (get_record (self, &cursor)))
    activate (self, &cursor);
  else if (n_press == 1)
    select_at (self, &cursor, state & GDK_CONTROL_MASK);
  else if (n_press == 2)
    activate (self, &cursor);
}

static gboolean
find_cell (LiaisonMatrixView *self, double x, double y, LiaisonMatrixCursor *cursor)
{
  LiaisonHit hit;

  return liaison_drawing_host_find (self->host, x, y, &hit)
         && liaison_matrix_read_hit (self->matrix, &hit, cursor) && cursor->column != NOWHERE;
}

static void
drag_begin_cb (LiaisonMatrixView *self, double x, double y, GtkGestureDrag *gesture)
{
  self->held_x = x;
  self->held_y = y;
  self->holding = self->funcs != NULL && self->funcs->move != NULL
                  && find_cell (self, x, y, &self->held) && self->held.item != NOWHERE
                  && !liaison_editor_get_read_only (liaison_session_get_editor (self->session));
  if (!self->holding)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

/* Where it would go; FALSE for a place that is none. */
static gboolean
find_target (LiaisonMatrixView *self, double dx, double dy, LiaisonMatrixCursor *cursor)
{
  if (!find_cell (self, self->held_x + dx, self->held_y + dy, cursor)
      || (cursor->row == self->held.row && cursor->column == self->held.column))
    return FALSE;
  return self->funcs->can_move == NULL
         || self->funcs->can_move (get_record (self, &self->held), cursor->row, cursor->column,
                                   self->data);
}

static void
drag_update_cb (LiaisonMatrixView *self, double dx, double dy)
{
  LiaisonMatrixCursor cursor;

  if (!self->holding
      || !gtk_drag_check_threshold (GTK_WIDGET (self->host), 0, 0, (int) dx, (int) dy))
    return;
  if (find_target (self, dx, dy, &cursor))
    liaison_matrix_set_target (self->matrix, cursor.row, cursor.column);
  else
    liaison_matrix_set_target (self->matrix, NOWHERE, NOWHERE);
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->host), "grabbing");
}

static void
drag_end_cb (LiaisonMatrixView *self, double dx, double dy)
{
  LiaisonMatrixCursor cursor;

  gtk_widget_set_cursor (GTK_WIDGET (self->host), NULL);
  liaison_matrix_set_target (self->matrix, NOWHERE, NOWHERE);
  if (!self->holding)
    return;
  self->holding = FALSE;
  if (gtk_drag_check_threshold (GTK_WIDGET (self->host), 0, 0, (int) dx, (int) dy)
      && find_target (self, dx, dy, &cursor))
    self->funcs->move (get_record (self, &self->held), self->held.row, self->held.column,
                       cursor.row, cursor.column, self->data);
}

static gboolean
step (LiaisonMatrixView *self, LiaisonStep where)
{
  LiaisonMatrixCursor cursor;

  if (liaison_matrix_find_step (self->matrix, where, &cursor))
    move_cursor (self, &cursor);
  return TRUE;
}

static gboolean
fold (LiaisonMatrixView *self, gboolean folded)
{
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (self->matrix);

  if (cursor->row != NOWHERE)
    liaison_matrix_set_folded (self->matrix, cursor->row, folded);
  return TRUE;
}

static gboolean
key_cb (LiaisonMatrixView *self,
        guint key,
        guint code,
        GdkModifierType state,
        GtkEventController *controller)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  LiaisonMatrixCursor cursor = *liaison_matrix_get_cursor (self->matrix);

  if (state & GDK_CONTROL_MASK && (key == GDK_KEY_c || key == GDK_KEY_C))
    {
      if (state & GDK_SHIFT_MASK)
        liaison_matrix_view_copy_picture (self);
      else
        liaison_matrix_view_copy_table (self);
      return TRUE;
    }
  if (state & (GDK_CONTROL_MASK | GDK_ALT_MASK))
    return FALSE;
  if (self->funcs != NULL && self->funcs->key != NULL && self->funcs->key (key, self->data))
    return TRUE;
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      return step (self, mirrored ? LIAISON_STEP_END : LIAISON_STEP_START);
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      return step (self, mirrored ? LIAISON_STEP_START : LIAISON_STEP_END);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return step (self, LIAISON_STEP_UP);
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return step (self, LIAISON_STEP_DOWN);
    case GDK_KEY_Home:
      return step (self, LIAISON_STEP_FIRST);
    case GDK_KEY_End:
      return step (self, LIAISON_STEP_LAST);
    case GDK_KEY_plus:
    case GDK_KEY_KP_Add:
      return fold (self, FALSE);
    case GDK_KEY_minus:
    case GDK_KEY_KP_Subtract:
      return fold (self, TRUE);
    case GDK_KEY_space:
      select_at (self, &cursor, state & GDK_SHIFT_MASK);
      return TRUE;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      activate (self, &cursor);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
selection_changed_cb (LiaisonMatrixView *self)
{
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (self->session), &n);

  liaison_matrix_set_selection (self->matrix, ids, n);
}

static void
room_cb (LiaisonMatrixView *self, int width, int height)
{
  liaison_matrix_set_room (self->matrix, width);
}

/* Keys have a place to begin from. */
static void
focus_cb (LiaisonMatrixView *self)
{
  if (liaison_matrix_get_cursor (self->matrix)->row == NOWHERE)
    step (self, LIAISON_STEP_DOWN);
}

static void
liaison_matrix_view_dispose (GObject *object)
{
  LiaisonMatrixView *self = LIAISON_MATRIX_VIEW (object);

  g_clear_pointer (&self->scroller, gtk_widget_unparent);
  g_clear_object (&self->matrix);
  g_clear_object (&self->session);

  G_OBJECT_CLASS (liaison_matrix_view_parent_class)->dispose (object);
}

static gboolean
liaison_matrix_view_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (LIAISON_MATRIX_VIEW (widget)->host));
}

static void
liaison_matrix_view_class_init (LiaisonMatrixViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = liaison_matrix_view_dispose;
  GTK_WIDGET_CLASS (klass)->grab_focus = liaison_matrix_view_grab_focus;
  gtk_widget_class_set_layout_manager_type (GTK_WIDGET_CLASS (klass), GTK_TYPE_BIN_LAYOUT);
}

static void
liaison_matrix_view_init (LiaisonMatrixView *self)
{
}

static void
add_controllers (LiaisonMatrixView *self)
{
  GtkWidget *host = GTK_WIDGET (self->host);
  GtkGesture *click = gtk_gesture_click_new (), *drag = gtk_gesture_drag_new ();
  GtkEventController *keys = gtk_event_controller_key_new (),
                     *focus = gtk_event_controller_focus_new ();

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_cb), self);
  g_signal_connect_swapped (focus, "enter", G_CALLBACK (focus_cb), self);
  gtk_widget_add_controller (host, GTK_EVENT_CONTROLLER (drag));
  gtk_widget_add_controller (host, GTK_EVENT_CONTROLLER (click));
  gtk_widget_add_controller (host, keys);
  gtk_widget_add_controller (host, focus);
}

LiaisonMatrixView *
liaison_matrix_view_new (LiaisonSession *session,
                         LiaisonMatrix *matrix,
                         const LiaisonMatrixFuncs *funcs,
                         gpointer data)
{
  LiaisonMatrixView *self = g_object_new (LIAISON_TYPE_MATRIX_VIEW, NULL);

  self->session = g_object_ref (session);
  self->matrix = g_object_ref (matrix);
  self->funcs = funcs;
  self->data = data;
  self->host = liaison_drawing_host_new (session, LIAISON_DRAWING (matrix));
  self->scroller = liaison_drawing_host_new_scrolled (self->host);
  gtk_widget_set_parent (self->scroller, GTK_WIDGET (self));
  g_signal_connect_swapped (self->host, "room", G_CALLBACK (room_cb), self);
  add_controllers (self);
  g_signal_connect_object (liaison_session_get_selection (session), "changed",
                           G_CALLBACK (selection_changed_cb), self, G_CONNECT_SWAPPED);
  selection_changed_cb (self);
  return self;
}

void
liaison_matrix_view_set_label (LiaisonMatrixView *self, const char *label)
{
  liaison_drawing_host_set_title (self->host, label);
}

gboolean
liaison_matrix_view_place (LiaisonMatrixView *self,
                           const LiaisonMatrixCursor *cursor,
                           GdkRectangle *area)
{
  LiaisonBox box;

  if (!liaison_matrix_get_box (self->matrix, cursor, &box))
    return FALSE;
  liaison_drawing_host_reveal (self->host, &box);
  liaison_drawing_host_place (
      self->host, cursor->column == NOWHERE ? LIAISON_PART_START : LIAISON_PART_BODY, &box, area);
  return TRUE;
}

void
liaison_matrix_view_get_seen (LiaisonMatrixView *self, LiaisonBox *seen)
{
  liaison_drawing_host_get_seen (self->host, seen);
}

LiaisonMatrix *
liaison_matrix_view_get_matrix (LiaisonMatrixView *self)
{
  return self->matrix;
}

char *
liaison_matrix_view_make_text (LiaisonMatrixView *self)
{
  g_autoptr (GPtrArray) table = liaison_matrix_make_table (self->matrix);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < table->len; i++)
    {
      char **cells = table->pdata[i];
      for (guint j = 0; cells[j] != NULL; j++)
        liaison_tsv_append (text, cells[j], j == 0);
      g_string_append_c (text, '\n');
    }
  return g_string_free (text, FALSE);
}

void
liaison_matrix_view_copy_table (LiaisonMatrixView *self)
{
  g_autofree char *text = liaison_matrix_view_make_text (self);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

void
liaison_matrix_view_copy_picture (LiaisonMatrixView *self)
{
  liaison_drawing_host_copy_picture (self->host, TRUE);
}
