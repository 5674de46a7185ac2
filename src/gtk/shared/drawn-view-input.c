/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawn-view-private.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <math.h>

#define ZOOM_STEP 1.25

static gboolean
find_at (LiaisonDrawnView *self, double x, double y, LiaisonHit *hit)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  double at_x, at_y;
  LiaisonDrawingPart part = liaison_drawn_view_to_part (self, x, y, &at_x, &at_y);

  return liaison_drawing_find (priv->drawing, part, at_x, at_y, hit);
}

static char *
tell (LiaisonDrawnView *self, const LiaisonHit *hit)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonManner manner = liaison_session_get_manner (priv->session);

  if (LIAISON_DRAWN_VIEW_GET_CLASS (self)->tell != NULL)
    return LIAISON_DRAWN_VIEW_GET_CLASS (self)->tell (self, hit);
  return liaison_drawing_tell (priv->drawing, &manner, hit);
}

void
liaison_drawn_view_say_cursor (LiaisonDrawnView *self)
{
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (self);
  g_autofree char *text = cursor != NULL ? tell (self, cursor) : NULL;

  if (text != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                    text, -1);
  else
    gtk_accessible_reset_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
}

static gboolean
query_tooltip_cb (
    LiaisonDrawnView *self, int x, int y, gboolean keyboard, GtkTooltip *tooltip, gpointer data)
{
  g_autofree char *text = NULL;
  GdkRectangle area;
  LiaisonHit hit;

  if (liaison_drawn_view_get_private (self)->drawing == NULL)
    return FALSE;
  if (keyboard && liaison_drawn_view_get_cursor (self) != NULL)
    hit = *liaison_drawn_view_get_cursor (self);
  else if (!find_at (self, x, y, &hit))
    return FALSE;
  text = tell (self, &hit);
  if (text == NULL || *text == '\0')
    return FALSE;
  liaison_drawn_view_from_part (self, hit.part, &hit.box, &area);
  gtk_tooltip_set_text (tooltip, text);
  gtk_tooltip_set_tip_area (tooltip, &area);
  return TRUE;
}

static void
select_hit (LiaisonDrawnView *self, const LiaisonHit *hit, GdkModifierType state)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonSelection *selection = liaison_session_get_selection (priv->session);

  if (liaison_id_is_zero (hit->record))
    return;
  if (state & (GDK_CONTROL_MASK | GDK_SHIFT_MASK))
    liaison_selection_toggle (selection, hit->record);
  else
    liaison_selection_set_one (selection, hit->record);
}

static void
press (LiaisonDrawnView *self, double x, double y, guint n_press, GdkModifierType state)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonDrawnViewClass *class = LIAISON_DRAWN_VIEW_GET_CLASS (self);
  double at_x, at_y;
  LiaisonDrawingPart part = liaison_drawn_view_to_part (self, x, y, &at_x, &at_y);
  LiaisonHit hit;
  gboolean found = liaison_drawing_find (priv->drawing, part, at_x, at_y, &hit);

  gtk_widget_grab_focus (GTK_WIDGET (self));
  if (class->pressed != NULL
      && class->pressed (self, part, at_x, at_y, found ? &hit : NULL, n_press, state))
    return;
  if (!found)
    return;
  liaison_drawn_view_set_cursor (self, &hit);
  select_hit (self, &hit, state);
  if (n_press == 2)
    gtk_widget_activate_action (GTK_WIDGET (self), "view.open", NULL);
}

static void
pressed_cb (LiaisonDrawnView *self, int n, double x, double y, GtkGesture *click)
{
  press (self, x, y, (guint) n,
         gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (click)));
}

GMenuModel *
liaison_drawn_view_dup_menu (LiaisonDrawnView *self)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) pictures = g_menu_new ();

  if (priv->menu != NULL)
    g_menu_append_section (menu, NULL, priv->menu);
  if (LIAISON_DRAWING_GET_CLASS (priv->drawing)->make_table != NULL)
    g_menu_append (pictures, _ ("Copy as _Table"), "view.copy-table");
  g_menu_append (pictures, _ ("Copy as _Picture"), "view.copy-picture");
  g_menu_append (pictures, _ ("_Save Picture…"), "view.save-picture");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (pictures));
  return G_MENU_MODEL (menu);
}

static void
popup_menu (LiaisonDrawnView *self, const GdkRectangle *at)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  if (priv->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = liaison_drawn_view_dup_menu (self);

      priv->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (priv->popover), FALSE);
      /* Mirrored, GTK 4.8 would put it beside what it points to. */
      if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_LTR)
        gtk_widget_set_halign (priv->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (priv->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (priv->popover), at);
  gtk_popover_popup (GTK_POPOVER (priv->popover));
}

/* A right click on what is not selected selects it first. */
static void
right_cb (LiaisonDrawnView *self, int n, double x, double y, GtkGesture *click)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonHit hit;

  if (!find_at (self, x, y, &hit) || liaison_id_is_zero (hit.record)
      || !liaison_selection_contains (liaison_session_get_selection (priv->session), hit.record))
    press (self, x, y, 1, 0);
  popup_menu (self, &(GdkRectangle){ (int) x, (int) y, 1, 1 });
}

static void
menu_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (widget);
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (self);
  GdkRectangle at = { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1 };

  if (cursor != NULL)
    liaison_drawn_view_from_part (self, cursor->part, &cursor->box, &at);
  popup_menu (self, &at);
}

/* Shows the form of what is selected, and goes there. */
static void
open_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GtkWidget *flap = gtk_widget_get_ancestor (widget, ADW_TYPE_FLAP);

  if (flap == NULL)
    return;
  adw_flap_set_reveal_flap (ADW_FLAP (flap), TRUE);
  gtk_widget_child_focus (adw_flap_get_flap (ADW_FLAP (flap)), GTK_DIR_TAB_FORWARD);
}

static void
focus_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  gtk_widget_grab_focus (widget);
}

static void
zoom_cb (GtkWidget *widget, const char *action, GVariant *parameter)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (widget);
  const LiaisonHit *cursor = liaison_drawn_view_get_cursor (self);
  GdkRectangle at = { gtk_widget_get_width (widget) / 2, gtk_widget_get_height (widget) / 2, 1, 1 };
  GdkRectangle of_cursor;

  if (cursor != NULL && cursor->part == LIAISON_PART_BODY)
    {
      liaison_drawn_view_from_part (self, cursor->part, &cursor->box, &of_cursor);
      if (of_cursor.x >= 0 && of_cursor.x < gtk_widget_get_width (widget) && of_cursor.y >= 0
          && of_cursor.y < gtk_widget_get_height (widget))
        at = of_cursor;
    }
  liaison_drawn_view_zoom (self, g_str_equal (action, "view.zoom-in") ? ZOOM_STEP : 1 / ZOOM_STEP,
                           at.x, at.y);
}

static gboolean
step_cb (GtkWidget *widget, GVariant *parameter, gpointer data)
{
  LiaisonDrawnView *self = LIAISON_DRAWN_VIEW (widget);
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);
  LiaisonStep step = (LiaisonStep) g_variant_get_int32 (parameter);
  LiaisonHit to;

  /* What is at the left or right is so on the screen. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && step <= LIAISON_STEP_END)
    step = step == LIAISON_STEP_START ? LIAISON_STEP_END : LIAISON_STEP_START;
  if (!liaison_drawing_step (priv->drawing, liaison_drawn_view_get_cursor (self), step, &to))
    return FALSE;
  liaison_drawn_view_set_cursor (self, &to);
  select_hit (self, &to, 0);
  liaison_drawn_view_reveal (self, &to.box);
  return TRUE;
}

static gboolean
scroll_cb (LiaisonDrawnView *self, double dx, double dy, GtkEventController *scroll)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  if (!(gtk_event_controller_get_current_event_state (scroll) & GDK_CONTROL_MASK) || dy == 0)
    return FALSE;
  liaison_drawn_view_zoom (self, pow (ZOOM_STEP, -dy), priv->pointer_x, priv->pointer_y);
  return TRUE;
}

static void
motion_cb (LiaisonDrawnView *self, double x, double y)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  priv->pointer_x = x;
  priv->pointer_y = y;
  priv->has_pointer = TRUE;
}

static void
leave_cb (LiaisonDrawnView *self)
{
  liaison_drawn_view_get_private (self)->has_pointer = FALSE;
}

static void
pinch_cb (LiaisonDrawnView *self, double scale, GtkGesture *pinch)
{
  double *last = g_object_get_data (G_OBJECT (pinch), "liaison-scale");
  double x, y;

  if (gtk_gesture_get_bounding_box_center (pinch, &x, &y) && scale > 0)
    liaison_drawn_view_zoom (self, scale / *last, x, y);
  *last = scale;
}

static void
pinch_begin_cb (GtkGesture *pinch)
{
  *(double *) g_object_get_data (G_OBJECT (pinch), "liaison-scale") = 1;
}

gboolean
liaison_drawn_view_get_pointer (LiaisonDrawnView *self, double *x, double *y)
{
  LiaisonDrawnViewPrivate *priv = liaison_drawn_view_get_private (self);

  *x = priv->pointer_x;
  *y = priv->pointer_y;
  return priv->has_pointer;
}

void
liaison_drawn_view_watch (LiaisonDrawnView *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkGesture *click = gtk_gesture_click_new (), *right = gtk_gesture_click_new ();
  GtkGesture *pinch = gtk_gesture_zoom_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
      gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_BOTH_AXES);

  g_signal_connect_swapped (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (right), GDK_BUTTON_SECONDARY);
  g_signal_connect_swapped (right, "pressed", G_CALLBACK (right_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (right));
  g_signal_connect_swapped (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect_swapped (motion, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (widget, motion);
  g_signal_connect_swapped (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
  g_object_set_data_full (G_OBJECT (pinch), "liaison-scale", g_new0 (double, 1), g_free);
  g_signal_connect (pinch, "begin", G_CALLBACK (pinch_begin_cb), NULL);
  g_signal_connect_swapped (pinch, "scale-changed", G_CALLBACK (pinch_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (pinch));
  g_signal_connect (self, "query-tooltip", G_CALLBACK (query_tooltip_cb), NULL);
}

void
liaison_drawn_view_class_install_actions (GtkWidgetClass *klass)
{
  static const struct
  {
    guint key;
    LiaisonStep step;
  } steps[] = {
    { GDK_KEY_Left, LIAISON_STEP_START }, { GDK_KEY_Right, LIAISON_STEP_END },
    { GDK_KEY_Up, LIAISON_STEP_UP },      { GDK_KEY_Down, LIAISON_STEP_DOWN },
    { GDK_KEY_Home, LIAISON_STEP_FIRST }, { GDK_KEY_End, LIAISON_STEP_LAST },
  };
  static const guint in[] = { GDK_KEY_plus, GDK_KEY_KP_Add, GDK_KEY_equal };
  static const guint out[] = { GDK_KEY_minus, GDK_KEY_KP_Subtract };
  static const GdkModifierType modifiers[] = { 0, GDK_CONTROL_MASK, GDK_SHIFT_MASK };

  gtk_widget_class_install_action (klass, "view.open", NULL, open_cb);
  gtk_widget_class_install_action (klass, "view.menu", NULL, menu_cb);
  gtk_widget_class_install_action (klass, "view.focus", NULL, focus_cb);
  gtk_widget_class_install_action (klass, "view.zoom-in", NULL, zoom_cb);
  gtk_widget_class_install_action (klass, "view.zoom-out", NULL, zoom_cb);
  for (guint i = 0; i < G_N_ELEMENTS (steps); i++)
    gtk_widget_class_add_binding (klass, steps[i].key, 0, step_cb, "i", steps[i].step);
  for (guint m = 0; m < G_N_ELEMENTS (modifiers); m++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (in); i++)
        gtk_widget_class_add_binding_action (klass, in[i], modifiers[m], "view.zoom-in", NULL);
      for (guint i = 0; i < G_N_ELEMENTS (out); i++)
        gtk_widget_class_add_binding_action (klass, out[i], modifiers[m], "view.zoom-out", NULL);
    }
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Return, 0, "view.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_KP_Enter, 0, "view.open", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_Menu, 0, "view.menu", NULL);
  gtk_widget_class_add_binding_action (klass, GDK_KEY_F10, GDK_SHIFT_MASK, "view.menu", NULL);
}
