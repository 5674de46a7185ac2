/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "shared/drawn-view.h"

#include "display.h"
#include "record/kinds.h"

/* Two boxes of 100 by 40 in a row of 2000, each an event; heads of 80 and 30. */
#define TEST_TYPE_BOXES (test_boxes_get_type ())
G_DECLARE_FINAL_TYPE (TestBoxes, test_boxes, TEST, BOXES, LiaisonDrawing)

struct _TestBoxes
{
  LiaisonDrawing parent_instance;
  LiaisonId records[2];
};

G_DEFINE_FINAL_TYPE (TestBoxes, test_boxes, LIAISON_TYPE_DRAWING)

static const LiaisonBox boxes[] = { { 10, 10, 100, 40 }, { 1500, 10, 100, 40 } };

static void
test_boxes_measure (LiaisonDrawing *drawing, LiaisonCanvas *canvas, LiaisonDrawingSize *size)
{
  *size = (LiaisonDrawingSize){ 2000, 1500, 80, 30 };
}

static void
test_boxes_draw (LiaisonDrawing *drawing,
                 LiaisonCanvas *canvas,
                 LiaisonDrawingPart part,
                 const LiaisonBox *visible)
{
  for (guint i = 0; i < 2 && part == LIAISON_PART_BODY; i++)
    liaison_canvas_fill_box (canvas, &boxes[i], &canvas->palette->hues[LIAISON_HUE_BLUE].fill);
}

static gboolean
take (TestBoxes *self, guint index, LiaisonHit *hit)
{
  *hit = (LiaisonHit){ LIAISON_PART_BODY, boxes[index], self->records[index], index };
  return TRUE;
}

static gboolean
test_boxes_find (
    LiaisonDrawing *drawing, LiaisonDrawingPart part, double x, double y, LiaisonHit *hit)
{
  for (guint i = 0; i < 2 && part == LIAISON_PART_BODY; i++)
    if (liaison_box_contains (&boxes[i], x, y))
      return take (TEST_BOXES (drawing), i, hit);
  return FALSE;
}

static gboolean
test_boxes_locate (LiaisonDrawing *drawing, LiaisonId record, LiaisonHit *hit)
{
  for (guint i = 0; i < 2; i++)
    if (liaison_id_same (TEST_BOXES (drawing)->records[i], record))
      return take (TEST_BOXES (drawing), i, hit);
  return FALSE;
}

static gboolean
test_boxes_step (LiaisonDrawing *drawing, const LiaisonHit *from, LiaisonStep step, LiaisonHit *to)
{
  if (step > LIAISON_STEP_END)
    return FALSE;
  return take (TEST_BOXES (drawing), step == LIAISON_STEP_END && from != NULL ? 1 : 0, to);
}

static void
test_boxes_class_init (TestBoxesClass *klass)
{
  LIAISON_DRAWING_CLASS (klass)->measure = test_boxes_measure;
  LIAISON_DRAWING_CLASS (klass)->draw = test_boxes_draw;
  LIAISON_DRAWING_CLASS (klass)->find = test_boxes_find;
  LIAISON_DRAWING_CLASS (klass)->locate = test_boxes_locate;
  LIAISON_DRAWING_CLASS (klass)->step = test_boxes_step;
}

static void
test_boxes_init (TestBoxes *self)
{
}

typedef struct
{
  LiaisonSession *session;
  TestBoxes *drawing;
  LiaisonDrawnView *view;
  GtkWidget *window;
} Fixture;

static void
settle (void)
{
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static void
set_up (Fixture *f, gconstpointer direction)
{
  f->session = liaison_session_new (liaison_plan_new (liaison_id_new (1000)), NULL);
  f->drawing = g_object_new (TEST_TYPE_BOXES, NULL);
  for (guint i = 0; i < 2; i++)
    f->drawing->records[i] = liaison_session_add_record (
        f->session, &liaison_event_kind, liaison_session_new_block (f->session, &liaison_event_kind));
  liaison_selection_clear (liaison_session_get_selection (f->session));
  f->view =
      LIAISON_DRAWN_VIEW (liaison_drawn_view_new (f->session, LIAISON_DRAWING (f->drawing), "Boxes"));
  gtk_widget_set_direction (GTK_WIDGET (f->view), GPOINTER_TO_INT (direction));
  f->window = gtk_window_new ();
  gtk_window_set_default_size (GTK_WINDOW (f->window), 400, 300);
  gtk_window_set_child (GTK_WINDOW (f->window), liaison_drawn_view_wrap (f->view));
  gtk_window_present (GTK_WINDOW (f->window));
  settle ();
}

static void
tear_down (Fixture *f, gconstpointer direction)
{
  gtk_window_destroy (GTK_WINDOW (f->window));
  settle ();
  g_clear_object (&f->session);
}

/* A record selected elsewhere is scrolled to, and the cursor goes there. */
static void
test_follows_selection (Fixture *f, gconstpointer direction)
{
  double x, y, width, height;

  liaison_drawn_view_get_scroll (f->view, &x, &y);
  g_assert_cmpfloat (x, ==, 0);
  liaison_selection_set_one (liaison_session_get_selection (f->session), f->drawing->records[1]);
  settle ();
  liaison_drawn_view_get_scroll (f->view, &x, &y);
  liaison_drawn_view_get_room (f->view, &width, &height);
  g_assert_cmpfloat (x, <=, 1500);
  g_assert_cmpfloat (x + width, >=, 1600);
  g_assert_nonnull (liaison_drawn_view_get_cursor (f->view));
  g_assert_cmpuint (liaison_drawn_view_get_cursor (f->view)->index, ==, 1);
}

/* What comes beside the view does not hide what is worked on; what had been scrolled away stays away. */
static void
test_stays_seen (Fixture *f, gconstpointer direction)
{
  double x, y, width, height;

  liaison_selection_set_one (liaison_session_get_selection (f->session), f->drawing->records[1]);
  liaison_drawn_view_scroll_to (f->view, 1300, 0);
  gtk_widget_set_margin_end (GTK_WIDGET (f->view), 120);
  liaison_test_wait_until (gtk_widget_get_width (GTK_WIDGET (f->view)) < 300);
  liaison_drawn_view_get_scroll (f->view, &x, &y);
  liaison_drawn_view_get_room (f->view, &width, &height);
  g_assert_cmpfloat (width, <, 300);
  g_assert_cmpfloat (x, <=, 1500);
  g_assert_cmpfloat (x + width, >=, 1600);

  liaison_drawn_view_scroll_to (f->view, 200, 0);
  gtk_widget_set_margin_end (GTK_WIDGET (f->view), 140);
  liaison_test_wait_until (gtk_widget_get_width (GTK_WIDGET (f->view)) < 270);
  liaison_drawn_view_get_scroll (f->view, &x, &y);
  g_assert_cmpfloat (x, ==, 200);
}

/* There and back between widget and drawing, scrolled, in both directions. */
static void
test_places (Fixture *f, gconstpointer direction)
{
  GdkRectangle at;
  double x, y;

  liaison_drawn_view_scroll_to (f->view, 5, 7);
  liaison_drawn_view_from_part (f->view, LIAISON_PART_BODY, &boxes[0], &at);
  g_assert_cmpint (at.y, ==, 30 + 10 - 7);
  g_assert_cmpint (at.width, ==, 100);
  if (GPOINTER_TO_INT (direction) == GTK_TEXT_DIR_LTR)
    g_assert_cmpint (at.x, ==, 80 + 10 - 5);
  else
    g_assert_cmpint (at.x + at.width, ==, gtk_widget_get_width (GTK_WIDGET (f->view)) - 85);
  g_assert_cmpint (liaison_drawn_view_to_part (f->view, at.x + 1, at.y + 1, &x, &y), ==,
                   LIAISON_PART_BODY);
  g_assert_true (liaison_box_contains (&boxes[0], x, y));
}

static void
test_zoom (Fixture *f, gconstpointer direction)
{
  double before_x, before_y, x, y;

  liaison_drawn_view_scroll_to (f->view, 600, 400);
  liaison_drawn_view_to_part (f->view, 250, 200, &before_x, &before_y);
  liaison_drawn_view_zoom (f->view, 1.5, 250, 200);
  liaison_drawn_view_to_part (f->view, 250, 200, &x, &y);
  g_assert_cmpfloat_with_epsilon (x, before_x, 40);
  /* Its heads have grown too. */
  for (guint i = 0; i < 30; i++)
    liaison_drawn_view_zoom (f->view, 1.5, 250, 200);
  liaison_drawn_view_get_room (f->view, &x, &y);
  g_assert_cmpfloat (x, >, 10);
}

static void
test_picture (Fixture *f, gconstpointer direction)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) seen =
      liaison_drawn_view_make_picture (f->view, LIAISON_PICTURE_PNG, FALSE, &error);
  g_assert_no_error (error);
  g_autoptr (GdkTexture) texture = gdk_texture_new_from_bytes (seen, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (texture), ==,
                   2 * gtk_widget_get_width (GTK_WIDGET (f->view)));
  g_autoptr (GBytes) whole =
      liaison_drawn_view_make_picture (f->view, LIAISON_PICTURE_PNG, TRUE, &error);
  g_autoptr (GdkTexture) larger = gdk_texture_new_from_bytes (whole, &error);
  g_assert_no_error (error);
  g_assert_cmpint (gdk_texture_get_width (larger), ==, 2 * 2080);
  g_assert_cmpint (gdk_texture_get_height (larger), ==, 2 * 1530);
}

static void
test_finalised (Fixture *f, gconstpointer direction)
{
  g_object_add_weak_pointer (G_OBJECT (f->view), (gpointer *) &f->view);
  g_object_add_weak_pointer (G_OBJECT (f->drawing), (gpointer *) &f->drawing);
  gtk_window_set_child (GTK_WINDOW (f->window), NULL);
  /* A frame that was begun is drawn before the window lets go. */
  liaison_test_wait_until (f->view == NULL && f->drawing == NULL);
  g_assert_null (f->view);
  g_assert_null (f->drawing);
}

#define ADD(path, direction, func)                                                                 \
  g_test_add (path, Fixture, GINT_TO_POINTER (direction), set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  ADD ("/drawn-view/follows-selection", GTK_TEXT_DIR_LTR, test_follows_selection);
  ADD ("/drawn-view/follows-selection-mirrored", GTK_TEXT_DIR_RTL, test_follows_selection);
  ADD ("/drawn-view/stays-seen", GTK_TEXT_DIR_LTR, test_stays_seen);
  ADD ("/drawn-view/stays-seen-mirrored", GTK_TEXT_DIR_RTL, test_stays_seen);
  ADD ("/drawn-view/places", GTK_TEXT_DIR_LTR, test_places);
  ADD ("/drawn-view/places-mirrored", GTK_TEXT_DIR_RTL, test_places);
  ADD ("/drawn-view/zoom", GTK_TEXT_DIR_LTR, test_zoom);
  ADD ("/drawn-view/picture", GTK_TEXT_DIR_LTR, test_picture);
  ADD ("/drawn-view/finalised", GTK_TEXT_DIR_LTR, test_finalised);
  return g_test_run ();
}
