/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/time-actions.h"

#include "schedule/move-dialog.h"
#include "schedule/time-work.h"
#include "shared/table-view.h"

#include <glib/gi18n.h>

#define QUARTER 900
#define DAY     86400

static GPtrArray *
list_selected (LiaisonSession *session)
{
  LiaisonDocument *document = liaison_session_get_document (session);
  GPtrArray *blocks = g_ptr_array_new ();
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (session), &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *record = liaison_document_find (document, ids[i]);
      if (record != NULL)
        g_ptr_array_add (blocks, (gpointer) liaison_record_get_block (record));
    }
  return blocks;
}

gboolean
liaison_time_actions_move (LiaisonSession *session, gint64 by)
{
  LiaisonLookup lookup = liaison_document_get_lookup (liaison_session_get_document (session));
  g_autoptr (GPtrArray) blocks = list_selected (session);
  LiaisonProposal *proposal =
      liaison_proposal_new (blocks->len == 1 ? by > 0 ? N_ ("Move {record} {duration} later")
                                                      : N_ ("Move {record} {duration} earlier")
                            : by > 0 ? N_ ("Move {count} records {duration} later")
                                             : N_ ("Move {count} records {duration} earlier"));
  LiaisonTimeWork work = liaison_time_work_move (
      &lookup, (const LiaisonBlock *const *) blocks->pdata, blocks->len, by, FALSE, proposal);

  if (blocks->len == 1)
    liaison_proposal_take_operand (
        proposal, liaison_operand_record ("record", ((const LiaisonBlock *) blocks->pdata[0])->id));
  else
    liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", work.moved));
  liaison_proposal_take_operand (proposal, liaison_operand_duration ("duration", ABS (by)));
  if (work.moved == 0)
    {
      liaison_proposal_free (proposal);
      if (work.locked > 0)
        g_signal_emit_by_name (session, "notice",
                               _ ("What is selected is locked: it stays where it is."), FALSE);
      return FALSE;
    }
  return liaison_session_commit (session, proposal, NULL);
}

/* In a table sorted by time the row goes elsewhere, and the focus with it. */
static void
keep_focus (LiaisonTableView *view, LiaisonSession *session)
{
  guint n;
  const LiaisonId *ids = liaison_selection_get (liaison_session_get_selection (session), &n);

  if (n == 1)
    liaison_table_view_show_record (view, ids[0]);
}

static gboolean
move_cb (GtkWidget *widget, GVariant *parameter, gpointer session)
{
  gint64 by = g_variant_get_int64 (parameter);

  /* Where one reads from right to left, time goes to the left. */
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL && ABS (by) < DAY)
    by = -by;
  if (liaison_editor_get_read_only (liaison_session_get_editor (session))
      || !liaison_time_actions_move (session, by))
    gtk_widget_error_bell (widget);
  else if (LIAISON_IS_TABLE_VIEW (widget))
    keep_focus (LIAISON_TABLE_VIEW (widget), session);
  return TRUE;
}

static void
dialog_cb (GSimpleAction *action, GVariant *parameter, gpointer widget)
{
  LiaisonSession *session = g_object_get_data (G_OBJECT (action), "liaison-session");
  GtkRoot *root = gtk_widget_get_root (widget);
  guint n;

  liaison_selection_get (liaison_session_get_selection (session), &n);
  if (n > 0 && !liaison_editor_get_read_only (liaison_session_get_editor (session)))
    liaison_move_dialog_present (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, session);
  else
    gtk_widget_error_bell (widget);
}

static void
add_key (GtkShortcutController *keys, guint key, gint64 by, LiaisonSession *session)
{
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (key, GDK_CONTROL_MASK | GDK_SHIFT_MASK),
                        gtk_callback_action_new (move_cb, session, NULL));

  gtk_shortcut_set_arguments (shortcut, g_variant_new_int64 (by));
  gtk_shortcut_controller_add_shortcut (keys, shortcut);
}

void
liaison_time_actions_add (GtkWidget *widget, LiaisonSession *session)
{
  GtkShortcutController *keys = GTK_SHORTCUT_CONTROLLER (gtk_shortcut_controller_new ());
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) dialog = g_simple_action_new ("move", NULL);

  g_object_set_data (G_OBJECT (dialog), "liaison-session", session);
  g_signal_connect (dialog, "activate", G_CALLBACK (dialog_cb), widget);
  liaison_session_bind_writable (session, dialog, "enabled");
  g_action_map_add_action (G_ACTION_MAP (actions), G_ACTION (dialog));
  gtk_widget_insert_action_group (widget, "time", G_ACTION_GROUP (actions));
  add_key (keys, GDK_KEY_Right, QUARTER, session);
  add_key (keys, GDK_KEY_Left, -QUARTER, session);
  add_key (keys, GDK_KEY_Down, DAY, session);
  add_key (keys, GDK_KEY_Up, -DAY, session);
  gtk_shortcut_controller_add_shortcut (
      keys, gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_m, GDK_CONTROL_MASK),
                              gtk_named_action_new ("time.move")));
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (keys), GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (keys));
}

GMenuModel *
liaison_time_actions_make_menu (void)
{
  GMenu *menu = g_menu_new ();

  g_menu_append (menu, _ ("_Move, Copy or Stretch in Time…"), "time.move");
  return G_MENU_MODEL (menu);
}
