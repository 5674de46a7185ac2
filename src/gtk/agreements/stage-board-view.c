/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/stage-board-view.h"

struct _LiaisonStageBoardView
{
  LiaisonDrawnView parent_instance;

  LiaisonBoardMoveFunc move;

  /* While a card is held */
  gboolean holding, moved;
  LiaisonHit held;
  double held_x, held_y; /* in the view */
  double dx, dy;
};

G_DEFINE_FINAL_TYPE (LiaisonStageBoardView, liaison_stage_board_view, LIAISON_TYPE_DRAWN_VIEW)

static LiaisonBoard *
get_board (LiaisonStageBoardView *self)
{
  return LIAISON_BOARD (liaison_drawn_view_get_drawing (LIAISON_DRAWN_VIEW (self)));
}

static gboolean
is_read_only (LiaisonStageBoardView *self)
{
  LiaisonSession *session = liaison_drawn_view_get_session (LIAISON_DRAWN_VIEW (self));

  return liaison_editor_get_read_only (liaison_session_get_editor (session));
}

static void
move_to (LiaisonStageBoardView *self, LiaisonId record, guint column)
{
  guint now;

  if (is_read_only (self) || column >= liaison_board_count_columns (get_board (self))
      || (liaison_board_find_column (get_board (self), record, &now) && now == column))
    return;
  self->move (liaison_drawn_view_get_session (LIAISON_DRAWN_VIEW (self)), record, column);
}

/* Dragging */

static void
drag_begin_cb (LiaisonStageBoardView *self, double x, double y, GtkGestureDrag *gesture)
{
  LiaisonDrawnView *view = LIAISON_DRAWN_VIEW (self);
  double at_x, at_y;
  LiaisonDrawingPart part = liaison_drawn_view_to_part (view, x, y, &at_x, &at_y);

  self->moved = FALSE;
  self->held_x = x;
  self->held_y = y;
  self->holding = !is_read_only (self)
                  && liaison_drawing_find (liaison_drawn_view_get_drawing (view), part, at_x, at_y,
                                           &self->held);
  if (!self->holding)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
}

static gboolean
find_target (LiaisonStageBoardView *self, double dx, double dy, guint *column)
{
  double at_x, at_y;

  liaison_drawn_view_to_part (LIAISON_DRAWN_VIEW (self), self->held_x + dx, self->held_y + dy, &at_x, &at_y);
  return liaison_board_find_column_at (get_board (self), at_x, column);
}

static void
drag_update_cb (LiaisonStageBoardView *self, double dx, double dy, GtkGestureDrag *gesture)
{
  guint column, now;

  if (!self->holding
      || (!self->moved && !gtk_drag_check_threshold (GTK_WIDGET (self), 0, 0, (int) dx, (int) dy)))
    return;
  if (!self->moved)
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->moved = TRUE;
  self->dx = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL ? -dx : dx;
  self->dy = dy;
  if (find_target (self, dx, dy, &column)
      && liaison_board_find_column (get_board (self), self->held.record, &now) && column != now)
    liaison_board_set_target (get_board (self), column);
  else
    liaison_board_set_target (get_board (self), G_MAXUINT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drop (LiaisonStageBoardView *self)
{
  self->holding = self->moved = FALSE;
  liaison_board_set_target (get_board (self), G_MAXUINT);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
drag_end_cb (LiaisonStageBoardView *self, double dx, double dy)
{
  gboolean moved = self->holding && self->moved;
  LiaisonId record = self->held.record;
  guint column;

  drop (self);
  if (moved && find_target (self, dx, dy, &column))
    move_to (self, record, column);
}

static void
cancel_cb (LiaisonStageBoardView *self)
{
  drop (self);
}

/* The card that is held, faint, where the pointer has it. */
static void
draw_over (LiaisonDrawnView *view, LiaisonCanvas *canvas, const LiaisonBox *visible)
{
  LiaisonStageBoardView *self = LIAISON_STAGE_BOARD_VIEW (view);
  LiaisonBox box = self->held.box;

  if (!self->holding || !self->moved)
    return;
  box.x += self->dx;
  box.y += self->dy;
  liaison_canvas_fill_box (canvas, &box, liaison_canvas_get_role (canvas, LIAISON_ROLE_SELECTION));
  liaison_canvas_frame_box (canvas, &box, 2, liaison_canvas_get_role (canvas, LIAISON_ROLE_ACCENT));
}

/* Keys */

static gboolean
move_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LiaisonStageBoardView *self = LIAISON_STAGE_BOARD_VIEW (widget);
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (self));
  int by = g_variant_get_int32 (parameter);
  guint column;

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    by = -by;
  if (cursor == NULL || !liaison_board_find_column (get_board (self), cursor->record, &column)
      || (gint64) column + by < 0)
    return FALSE;
  move_to (self, cursor->record, (guint) ((gint64) column + by));
  return TRUE;
}

static void
move_action_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonStageBoardView *self = LIAISON_STAGE_BOARD_VIEW (widget);
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (LIAISON_DRAWN_VIEW (self));

  if (cursor != NULL)
    move_to (self, cursor->record, (guint) g_variant_get_int32 (parameter));
}

static void
liaison_stage_board_view_class_init (LiaisonStageBoardViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  LIAISON_DRAWN_VIEW_CLASS (klass)->draw_over = draw_over;
  gtk_widget_class_install_action (widget_class, "board.move", "i", move_action_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Left, GDK_CONTROL_MASK, move_cb, "i", -1);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Right, GDK_CONTROL_MASK, move_cb, "i", 1);
}

static void
liaison_stage_board_view_init (LiaisonStageBoardView *self)
{
  GtkGesture *drag = gtk_gesture_drag_new ();

  g_signal_connect_swapped (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect_swapped (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect_swapped (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  g_signal_connect_swapped (drag, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (drag));
}

LiaisonDrawnView *
liaison_stage_board_view_new (LiaisonSession *session, const char *label, LiaisonBoardMoveFunc move)
{
  LiaisonStageBoardView *self = g_object_new (LIAISON_TYPE_STAGE_BOARD_VIEW, NULL);

  self->move = move;
  liaison_drawn_view_construct (LIAISON_DRAWN_VIEW (self), session,
                                LIAISON_DRAWING (liaison_board_new ()), label);
  return LIAISON_DRAWN_VIEW (self);
}
