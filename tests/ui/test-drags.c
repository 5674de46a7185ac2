/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is dragged with the pointer: shifts on the manning board, cards on the agreements board. The
 * gesture is told what a pointer would tell it. */
#include "config.h"

#include "table-fixture.h"

#include "agreements/stage-board-view.h"
#include "agreements/stage-board.h"
#include "draw/board.h"
#include "posts/manning-view.h"
#include "shared/drawn-page.h"
#include "shared/drawing-host.h"
#include "shared/live-matrix.h"
#include "shared/matrix-view.h"

static GtkGesture *
find_drag (GtkWidget *widget)
{
  g_autoptr (GListModel) all = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (all, i);
      if (GTK_IS_GESTURE_DRAG (controller))
        return GTK_GESTURE (controller);
    }
  return NULL;
}

/* Takes hold at (x, y), carries it by way of half the distance, and lets go. */
static void
drag (GtkWidget *widget, double x, double y, double to_x, double to_y)
{
  GtkGesture *gesture = find_drag (widget);

  g_assert_nonnull (gesture);
  g_signal_emit_by_name (gesture, "drag-begin", x, y);
  g_signal_emit_by_name (gesture, "drag-update", (to_x - x) / 2, (to_y - y) / 2);
  g_signal_emit_by_name (gesture, "drag-update", to_x - x, to_y - y);
  g_signal_emit_by_name (gesture, "drag-end", to_x - x, to_y - y);
  table_settle ();
}

/* The agreements board */

static LiaisonId
add_agreement (Fixture *f, const char *title, LiaisonAgreementStage stage)
{
  LiaisonAgreementData *agreement =
      (LiaisonAgreementData *) liaison_session_new_block (f->session, &liaison_agreement_kind);

  agreement->title = table_make_text (f, title);
  agreement->stage = (int) stage;
  return liaison_session_add_record (f->session, &liaison_agreement_kind, &agreement->block);
}

static gboolean
is_card (LiaisonDrawnView *view, double x, double y, LiaisonId id)
{
  double at_x, at_y;
  LiaisonDrawingPart part = liaison_drawn_view_to_part (view, x, y, &at_x, &at_y);
  LiaisonHit hit;

  return liaison_drawing_find (liaison_drawn_view_get_drawing (view), part, at_x, at_y, &hit)
         && liaison_id_same (hit.record, id);
}

static gboolean
is_column (LiaisonDrawnView *view, double x, double y, guint column)
{
  double at_x, at_y;
  guint found;

  liaison_drawn_view_to_part (view, x, y, &at_x, &at_y);
  return liaison_board_find_column_at (LIAISON_BOARD (liaison_drawn_view_get_drawing (view)), at_x,
                                       &found)
         && found == column;
}

/* Some way into it: a card begins with its edge. */
static gboolean
find_card_now (LiaisonDrawnView *view, LiaisonId id, double *x, double *y)
{
  for (*y = 4; *y < gtk_widget_get_height (GTK_WIDGET (view)); *y += 8)
    for (*x = 4; *x < gtk_widget_get_width (GTK_WIDGET (view)); *x += 8)
      if (is_card (view, *x, *y, id) && is_card (view, *x + 8, *y + 8, id))
        {
          *x += 8;
          *y += 8;
          return TRUE;
        }
  return FALSE;
}

/* It stands where it is drawn, once it has been. */
static void
find_card (LiaisonDrawnView *view, LiaisonId id, double *x, double *y)
{
  liaison_test_wait_until (find_card_now (view, id, x, y));
  g_assert_true (find_card_now (view, id, x, y));
}

static double
find_column (LiaisonDrawnView *view, double y, guint column)
{
  for (double x = 4; x < gtk_widget_get_width (GTK_WIDGET (view)); x += 8)
    if (is_column (view, x, y, column) && is_column (view, x + 16, y, column))
      return x + 16;
  g_assert_not_reached ();
}

static guint
column_of (LiaisonDrawnView *view, LiaisonId id)
{
  guint column = G_MAXUINT;

  liaison_board_find_column (LIAISON_BOARD (liaison_drawn_view_get_drawing (view)), id, &column);
  return column;
}

/* To the next column and back by undo; let go where it was, nothing is changed. */
static void
drag_card (Fixture *f, GtkTextDirection direction)
{
  LiaisonId id = add_agreement (f, "Treaty & <b>more</b>", LIAISON_AGREEMENT_STAGE_DRAFTING);
  GtkWidget *page;
  double x, y;
  guint edits;

  gtk_widget_set_default_direction (direction);
  page = liaison_stage_board_new (f->session);
  table_show (f, page);
  table_settle ();
  LiaisonDrawnView *view = liaison_drawn_page_get_view (LIAISON_DRAWN_PAGE (page));
  find_card (view, id, &x, &y);
  edits = table_count_edits (f);
  g_assert_cmpuint (column_of (view, id), ==, 1);
  drag (GTK_WIDGET (view), x, y, x + 20, y + 20);
  g_assert_cmpuint (table_count_edits (f), ==, edits);
  drag (GTK_WIDGET (view), x, y, find_column (view, y, 2), y);
  g_assert_cmpuint (column_of (view, id), ==, 2);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (column_of (view, id), ==, 1);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_card (Fixture *f, gconstpointer data)
{
  drag_card (f, GTK_TEXT_DIR_LTR);
}

static void
test_card_right_to_left (Fixture *f, gconstpointer data)
{
  drag_card (f, GTK_TEXT_DIR_RTL);
}

/* The manning board */

static LiaisonId
add_post (Fixture *f, const char *title, LiaisonId person)
{
  LiaisonPostData *post =
      (LiaisonPostData *) liaison_session_new_block (f->session, &liaison_post_kind);

  post->title = table_make_text (f, title);
  post->from_nation = g_intern_string ("FR");
  post->cover = LIAISON_POST_COVER_CONTINUOUS;
  liaison_instant_from_unix (DAY (3), NULL, &post->start);
  liaison_instant_from_unix (DAY (4), NULL, &post->end);
  if (!liaison_id_is_zero (person))
    {
      LiaisonShiftData *shift =
          (LiaisonShiftData *) liaison_block_new (&liaison_shift_shape, liaison_id_new (1));
      LiaisonBlock *block = &shift->block;
      shift->participant = person;
      liaison_instant_from_unix (DAY (3), NULL, &shift->start);
      liaison_instant_from_unix (DAY (3) + 12 * 3600, NULL, &shift->end);
      post->shifts = liaison_items_new_take (&block, 1);
    }
  return liaison_session_add_record (f->session, &liaison_post_kind, &post->block);
}

static guint
count_shifts (Fixture *f, LiaisonId id)
{
  const LiaisonBlock *post = liaison_record_get_block (liaison_document_find (f->document, id));

  return liaison_items_get_size (LIAISON_DATA (Post, post)->shifts);
}

/* The middle of a cell, or of the item in it, in the host. */
static void
find_middle (LiaisonMatrixView *view,
             GtkWidget *host,
             const LiaisonMatrixCursor *cursor,
             double *x,
             double *y)
{
  GdkRectangle area;

  /* Where it stands is known once it has a size. */
  liaison_test_wait_until (gtk_widget_get_width (host) > 0
                           && liaison_matrix_view_place (view, cursor, &area));
  g_assert_true (liaison_matrix_view_place (view, cursor, &area));
  g_assert_true (gtk_widget_translate_coordinates (
      GTK_WIDGET (view), host, area.x + area.width / 2.0, area.y + area.height / 2.0, x, y));
}

static guint
find_row (LiaisonMatrix *matrix, LiaisonId id)
{
  for (guint row = 0; row < liaison_matrix_count_rows (matrix); row++)
    if (liaison_id_same (liaison_matrix_get_row_id (matrix, row), id))
      return row;
  g_assert_not_reached ();
}

/* From one post to another, and later at the same one: each one edit, taken back by one undo. */
static void
drag_shift (Fixture *f, GtkTextDirection direction)
{
  LiaisonId person = table_add_participant (f, "Ada", "FR", (LiaisonId){ 0 });
  LiaisonId one = add_post (f, "One", person), two = add_post (f, "Two", (LiaisonId){ 0 });
  GtkWidget *widget, *host;
  double x, y, to_x, to_y;
  guint edits, n;

  gtk_widget_set_default_direction (direction);
  widget = liaison_manning_view_new (f->session);
  table_show (f, widget);
  table_settle ();
  LiaisonMatrix *matrix = liaison_live_matrix_get_matrix (LIAISON_LIVE_MATRIX (widget));
  LiaisonMatrixView *view = table_find_widget (widget, LIAISON_TYPE_MATRIX_VIEW);
  host = table_find_widget (widget, LIAISON_TYPE_DRAWING_HOST);
  LiaisonMatrixCursor from = { find_row (matrix, one), 0, 0 };
  LiaisonMatrixCursor to = { find_row (matrix, two), 1, G_MAXUINT };
  from.item = liaison_matrix_get_items (matrix, from.row, 0, &n);
  g_assert_cmpuint (n, ==, 1);
  find_middle (view, host, &from, &x, &y);
  find_middle (view, host, &to, &to_x, &to_y);
  edits = table_count_edits (f);
  drag (host, x, y, x + 2, y + 2);
  g_assert_cmpuint (table_count_edits (f), ==, edits);
  drag (host, x, y, to_x, to_y);
  g_assert_cmpuint (table_count_edits (f), ==, edits + 1);
  g_assert_cmpuint (count_shifts (f, one), ==, 0);
  g_assert_cmpuint (count_shifts (f, two), ==, 1);
  liaison_session_undo (f->session);
  table_settle ();
  g_assert_cmpuint (count_shifts (f, one), ==, 1);
  g_assert_cmpuint (count_shifts (f, two), ==, 0);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

static void
test_shift (Fixture *f, gconstpointer data)
{
  drag_shift (f, GTK_TEXT_DIR_LTR);
}

static void
test_shift_right_to_left (Fixture *f, gconstpointer data)
{
  drag_shift (f, GTK_TEXT_DIR_RTL);
}

int
main (int argc, char *argv[])
{
  if (!liaison_test_init (&argc, &argv))
    return 0;
  TABLE_ADD ("/drags/card", test_card);
  TABLE_ADD ("/drags/card-right-to-left", test_card_right_to_left);
  TABLE_ADD ("/drags/shift", test_shift);
  TABLE_ADD ("/drags/shift-right-to-left", test_shift_right_to_left);
  return g_test_run ();
}
