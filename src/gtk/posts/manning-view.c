/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "posts/manning-view.h"

#include "liaison/assignment.h"
#include "posts/shift-dialog.h"
#include "shared/plan-matrix-view.h"

#include <glib/gi18n.h>

static const LiaisonManning *
get_manning (LiaisonPlanMatrixView *view)
{
  return liaison_plan_matrix_get_manning (liaison_plan_matrix_view_get_facts (view));
}

static guint
get_place (LiaisonPlanMatrixView *view, guint row)
{
  return liaison_plan_matrix_get_place (liaison_plan_matrix_view_get_facts (view), row);
}

static gboolean
is_read_only (LiaisonPlanMatrixView *view)
{
  return liaison_editor_get_read_only (
      liaison_session_get_editor (liaison_plan_matrix_view_get_session (view)));
}

/* The stretch that the cursor is on; else the only one of the cell. */
static const LiaisonStand *
find_stand (LiaisonPlanMatrixView *view, guint row, guint column)
{
  LiaisonMatrix *matrix = liaison_plan_matrix_view_get_matrix (view);
  const LiaisonMatrixCursor *cursor = liaison_matrix_get_cursor (matrix);
  guint n, place = get_place (view, row);
  guint first = liaison_matrix_get_items (matrix, row, column, &n);
  guint item =
      cursor->item != LIAISON_MATRIX_NOWHERE && cursor->item >= first && cursor->item < first + n
          ? cursor->item
      : n > 0 ? first
              : LIAISON_MATRIX_NOWHERE;

  if (place == LIAISON_MATRIX_NOWHERE || item == LIAISON_MATRIX_NOWHERE)
    return NULL;
  return liaison_manning_find (get_manning (view), place, column,
                               liaison_matrix_get_item (matrix, item)->record);
}

static gboolean
activate (LiaisonPlanMatrixView *view, guint row, guint column)
{
  guint place = get_place (view, row);
  GtkWidget *widget = liaison_plan_matrix_view_get_widget (view);

  if (column == LIAISON_MATRIX_NOWHERE)
    return FALSE;
  if (place != LIAISON_MATRIX_NOWHERE && !is_read_only (view))
    liaison_shift_dialog_present (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  liaison_plan_matrix_view_get_session (view), get_manning (view),
                                  place, column, find_stand (view, row, column));
  return TRUE;
}

static gboolean
key (LiaisonPlanMatrixView *view, guint key_value, guint row, guint column)
{
  LiaisonSession *session = liaison_plan_matrix_view_get_session (view);
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (session));
  const LiaisonStand *stand;

  if (key_value != GDK_KEY_Delete && key_value != GDK_KEY_KP_Delete
      && key_value != GDK_KEY_BackSpace)
    return FALSE;
  stand = find_stand (view, row, column);
  if (stand != NULL && !is_read_only (view))
    liaison_session_commit (session, liaison_assignment_remove (&lookup, stand, FALSE),
                            _ ("The shift was taken off the board"));
  return TRUE;
}

static gboolean
can_move (LiaisonPlanMatrixView *view, LiaisonId record, guint row, guint column)
{
  return !liaison_id_is_zero (record) && get_place (view, row) != LIAISON_MATRIX_NOWHERE;
}

static void
move (LiaisonPlanMatrixView *view,
      LiaisonId record,
      guint from_row,
      guint from_column,
      guint row,
      guint column)
{
  LiaisonSession *session = liaison_plan_matrix_view_get_session (view);
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (session));
  const LiaisonManning *manning = get_manning (view);
  const LiaisonStand *stand =
      liaison_manning_find (manning, get_place (view, from_row), from_column, record);
  gint64 later = liaison_manning_get_watch (manning, column).start
                 - liaison_manning_get_watch (manning, from_column).start;
  LiaisonProposal *proposal =
      stand != NULL ? liaison_assignment_move (
          &lookup, stand, liaison_manning_get_post (manning, get_place (view, row)), later)
                    : NULL;

  if (proposal != NULL)
    liaison_session_commit (session, proposal, _ ("The shift was moved"));
}

static void
watch_cb (LiaisonPlanMatrixView *view, guint chosen)
{
  static const int hours[] = { 12, 8, 6, 4, 24 };

  liaison_plan_matrix_view_get_options (view)->watch =
      (gint64) hours[MIN (chosen, G_N_ELEMENTS (hours) - 1)] * 3600;
}

static void
by_cb (LiaisonPlanMatrixView *view, guint chosen)
{
  liaison_plan_matrix_view_get_options (view)->by = (LiaisonPostsBy) chosen;
}

static void
gaps_cb (LiaisonPlanMatrixView *view, guint chosen)
{
  liaison_plan_matrix_view_get_options (view)->gaps_only = chosen != 0;
}

GtkWidget *
liaison_manning_view_new (LiaisonSession *session)
{
  static const LiaisonPlanMatrixViewFuncs funcs = { activate, key, can_move, move };
  static const char *const watches[] = { N_ ("12 hours"), N_ ("8 hours"), N_ ("6 hours"),
                                         N_ ("4 hours"),  N_ ("Days"),    NULL };
  /* Translators: how liaison posts are put together on the manning board */
  static const char *const ways[] = { N_ ("By site"), N_ ("By sending nation"),
                                      N_ ("By receiving nation"), N_ ("By serial"), NULL };
  LiaisonPlanMatrixView *view =
      liaison_plan_matrix_view_new (session, liaison_plan_matrix_find_type ("manning"), &funcs);

  liaison_plan_matrix_view_add_toggle (view, _ ("Gaps only"),
                                       _ ("Only posts that are not manned throughout"), gaps_cb);
  liaison_plan_matrix_view_add_choice (view, ways, 0, _ ("How posts are put together"), by_cb);
  liaison_plan_matrix_view_add_choice (view, watches, 0, _ ("Length of a shift"), watch_cb);
  return liaison_plan_matrix_view_get_widget (view);
}
