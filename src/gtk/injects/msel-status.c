/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "injects/msel-status.h"

#include "message.h"
#include "preferences.h"
#include "schedule/workflow.h"
#include "screen.h"

#include <glib/gi18n.h>
#include <string.h>

static LiaisonWorkflowHand
make_hand (LiaisonSession *session, char **author)
{
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonBlock *exercise = liaison_record_get_block (
      liaison_document_get_exercise (liaison_session_get_document (session)));
  const char *zone = liaison_times_get_zone (&manner.lookup, exercise);

  *author = g_strdup (liaison_preferences_get_author (liaison_preferences_get_default ()));
  return (LiaisonWorkflowHand){ *author, manner.now, zone != NULL ? zone : manner.zone };
}

static GPtrArray *
list_blocks (const GPtrArray *records)
{
  GPtrArray *blocks = g_ptr_array_new ();

  for (guint i = 0; i < records->len; i++)
    g_ptr_array_add (blocks, (gpointer) liaison_record_get_block (records->pdata[i]));
  return blocks;
}

static void
commit (LiaisonTableView *view, const GPtrArray *records, LiaisonProposal *proposal)
{
  if (proposal == NULL)
    {
      gtk_widget_error_bell (GTK_WIDGET (view));
      return;
    }
  for (guint i = 0; i < records->len; i++)
    liaison_table_filter_keep (liaison_table_view_get_filter (view),
                               liaison_record_get_id (records->pdata[i]));
  /* The edit takes the row out and puts it back in: the focus stays with it. */
  if (liaison_session_commit (liaison_table_view_get_session (view), proposal, NULL)
      && records->len == 1)
    liaison_table_view_show_record (view, liaison_record_get_id (records->pdata[0]));
}

static void
step (LiaisonTableView *view, gboolean back)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  g_autoptr (GPtrArray) blocks = list_blocks (records);
  g_autofree char *author = NULL;
  LiaisonWorkflowHand hand = make_hand (liaison_table_view_get_session (view), &author);

  commit (view, records,
          liaison_workflow_step ((const LiaisonBlock *const *) blocks->pdata, blocks->len, back,
                                 &hand));
}

static void
set_status (LiaisonTableView *view, const GPtrArray *records, LiaisonInjectStatus status)
{
  g_autoptr (GPtrArray) blocks = list_blocks (records);
  g_autofree char *author = NULL;
  LiaisonWorkflowHand hand = make_hand (liaison_table_view_get_session (view), &author);

  commit (view, records,
          liaison_workflow_set ((const LiaisonBlock *const *) blocks->pdata, blocks->len, status,
                                &hand));
}

static void
advance_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  step (view, FALSE);
}

static void
back_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  step (view, TRUE);
}

static void
status_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  const char *nick = g_variant_get_string (parameter, NULL);
  guint status = liaison_choices_find (&liaison_inject_statuses, nick, strlen (nick));

  if (status != LIAISON_INJECT_STATUS_UNSET && records->len > 0)
    set_status (view, records, (LiaisonInjectStatus) status);
}

/* What leads to the inject: those it comes after, and those with a branch to it. */
static void
add_triggers (LiaisonDocument *document, const LiaisonBlock *block, GArray *ids)
{
  guint n;
  const LiaisonId *after = liaison_ids_get (LIAISON_DATA (Inject, block)->after, &n);

  g_array_append_vals (ids, after, n);
  const LiaisonId *users = liaison_document_find_uses (document, block->id, &n);
  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *user = liaison_document_find (document, users[i]);
      const LiaisonItems *branches =
          user != NULL && liaison_record_get_kind (user) == &liaison_inject_kind
              ? LIAISON_DATA (Inject, liaison_record_get_block (user))->branches
              : NULL;
      for (guint j = 0; j < liaison_items_get_size (branches); j++)
        if (liaison_id_same (LIAISON_DATA (InjectBranch, liaison_items_get (branches, j))->inject,
                             block->id))
          {
            g_array_append_val (ids, users[i]);
            break;
          }
    }
}

/* What the inject leads to: its branches, and those that come after it. */
static void
add_followers (LiaisonDocument *document, const LiaisonBlock *block, GArray *ids)
{
  const LiaisonItems *branches = LIAISON_DATA (Inject, block)->branches;
  guint n;
  const LiaisonId *users = liaison_document_find_uses (document, block->id, &n);

  for (guint i = 0; i < n; i++)
    {
      LiaisonRecord *user = liaison_document_find (document, users[i]);
      if (user != NULL && liaison_record_get_kind (user) == &liaison_inject_kind
          && liaison_ids_contains (LIAISON_DATA (Inject, liaison_record_get_block (user))->after,
                                   block->id))
        g_array_append_val (ids, users[i]);
    }
  for (guint i = 0; i < liaison_items_get_size (branches); i++)
    {
      LiaisonId id = LIAISON_DATA (InjectBranch, liaison_items_get (branches, i))->inject;
      if (!liaison_id_is_zero (id))
        g_array_append_val (ids, id);
    }
}

static void
go (LiaisonTableView *view, gboolean forwards)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));

  for (guint i = 0; i < records->len; i++)
    (forwards ? add_followers : add_triggers) (liaison_session_get_document (session),
                                               liaison_record_get_block (records->pdata[i]), ids);
  if (ids->len > 0)
    liaison_selection_set (liaison_session_get_selection (session), (const LiaisonId *) ids->data,
                           ids->len);
  else
    g_signal_emit_by_name (session, "notice",
                           forwards ? _ ("Nothing follows from what is selected.")
                                    : _ ("Nothing but its time triggers what is selected."),
                           FALSE);
}

static void
triggers_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  go (view, FALSE);
}

static void
followers_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  go (view, TRUE);
}

/* Retiring */

typedef struct
{
  GWeakRef view;
  GArray *ids;
} Question;

static void
question_free (Question *question)
{
  g_weak_ref_clear (&question->view);
  g_array_unref (question->ids);
  g_free (question);
}

static GPtrArray *
find_records (LiaisonTableView *view, const GArray *ids)
{
  LiaisonDocument *document = liaison_session_get_document (liaison_table_view_get_session (view));
  GPtrArray *records = g_ptr_array_new ();

  for (guint i = 0; i < ids->len; i++)
    {
      LiaisonRecord *record = liaison_document_find (document, g_array_index (ids, LiaisonId, i));
      if (record != NULL)
        g_ptr_array_add (records, record);
    }
  return records;
}

static void
answer_cb (const char *response, gpointer data)
{
  Question *question = data;
  g_autoptr (LiaisonTableView) view = g_weak_ref_get (&question->view);

  if (view != NULL)
    {
      g_autoptr (GPtrArray) records = find_records (view, question->ids);

      if (g_str_equal (response, "retire") && records->len > 0)
        set_status (view, records, LIAISON_INJECT_STATUS_RETIRED);
      else if (g_str_equal (response, "delete") && records->len > 0)
        liaison_table_view_delete_records (view, records);
    }
  question_free (question);
}

static gboolean
is_numbered (const LiaisonRecord *record)
{
  return LIAISON_DATA (Inject, liaison_record_get_block ((LiaisonRecord *) record))->serial != NULL;
}

gboolean
liaison_msel_status_deletes (LiaisonTableView *view, const GPtrArray *records, gpointer data)
{
  const LiaisonAnswer answers[] = { { "delete", _ ("_Delete"), TRUE, FALSE },
                                    { "retire", _ ("_Retire"), FALSE, TRUE } };
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (view));
  g_autofree char *heading = NULL;
  Question *question;
  guint numbered = 0;

  for (guint i = 0; i < records->len; i++)
    numbered += is_numbered (records->pdata[i]);
  if (numbered == 0)
    return FALSE;
  heading = liaison_screen_printf (
      ngettext ("Retire %u inject instead?", "Retire %u injects instead?", records->len),
      records->len);
  question = g_new0 (Question, 1);
  g_weak_ref_init (&question->view, view);
  question->ids = g_array_new (FALSE, FALSE, sizeof (LiaisonId));
  for (guint i = 0; i < records->len; i++)
    {
      LiaisonId id = liaison_record_get_id (records->pdata[i]);
      g_array_append_val (question->ids, id);
    }
  liaison_ask (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL, heading,
               _ ("What has a serial may be written down elsewhere. Retired, it stays in the list "
                  "with its serial and its history, and is left out of play. Deleted, it is gone; "
                  "its serial is not given to another."),
               answers, G_N_ELEMENTS (answers), answer_cb, question);
  return TRUE;
}

/* Keys and menu */

static void
add_key (GtkShortcutController *keys, guint key, GdkModifierType modifiers, const char *action)
{
  gtk_shortcut_controller_add_shortcut (
      keys,
      gtk_shortcut_new (gtk_keyval_trigger_new (key, modifiers), gtk_named_action_new (action)));
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) statuses = g_menu_new ();

  for (guint i = 1; i < liaison_inject_statuses.n; i++)
    {
      g_autofree char *action =
          g_strdup_printf ("inject.status::%s", liaison_inject_statuses.choices[i].nick);
      g_menu_append (statuses, _ (liaison_inject_statuses.choices[i].label), action);
    }
  g_menu_append (menu, _ ("Ad_vance Status"), "inject.advance");
  g_menu_append (menu, _ ("Status _Back"), "inject.back");
  g_menu_append_submenu (menu, _ ("Set _Status"), G_MENU_MODEL (statuses));
  g_menu_append (menu, _ ("Select What _Triggers It"), "inject.triggers");
  g_menu_append (menu, _ ("Select What _Follows"), "inject.followers");
  return G_MENU_MODEL (menu);
}

static void
update_cb (LiaisonTableView *view)
{
  static const char *const writing[] = { "advance", "back", "status" };
  GActionMap *actions = g_object_get_data (G_OBJECT (view), "liaison-inject-actions");
  gboolean writable = !liaison_editor_get_read_only (
      liaison_session_get_editor (liaison_table_view_get_session (view)));

  for (guint i = 0; i < G_N_ELEMENTS (writing); i++)
    g_simple_action_set_enabled (G_SIMPLE_ACTION (g_action_map_lookup_action (actions, writing[i])),
                                 writable);
}

void
liaison_msel_status_add (LiaisonTableView *view)
{
  static const GActionEntry entries[] = {
    { "advance", advance_cb },   { "back", back_cb },           { "status", status_cb, "s" },
    { "triggers", triggers_cb }, { "followers", followers_cb },
  };
  GSimpleActionGroup *actions = g_simple_action_group_new ();
  GtkEventController *keys = gtk_shortcut_controller_new ();
  g_autoptr (GMenuModel) menu = make_menu ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), view);
  gtk_widget_insert_action_group (GTK_WIDGET (view), "inject", G_ACTION_GROUP (actions));
  g_object_set_data_full (G_OBJECT (view), "liaison-inject-actions", actions, g_object_unref);
  liaison_table_view_append_menu (view, menu);
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Return, GDK_CONTROL_MASK, "inject.advance");
  add_key (GTK_SHORTCUT_CONTROLLER (keys), GDK_KEY_Return, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
           "inject.back");
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  gtk_widget_add_controller (GTK_WIDGET (view), keys);
  g_signal_connect_object (liaison_session_get_editor (liaison_table_view_get_session (view)),
                           "notify::read-only", G_CALLBACK (update_cb), view, G_CONNECT_SWAPPED);
  update_cb (view);
}
