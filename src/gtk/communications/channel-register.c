/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/channel-register.h"

#include "communications/planning-dialog.h"

#include "arrangements/circuits.h"
#include "screen.h"

#include <glib/gi18n.h>

static const LiaisonTreeShape tree_shape = { .kind = &liaison_channel_kind, .open = TRUE };

static gboolean
is_circuit (const LiaisonBlock *block)
{
  return !liaison_channel_is_need_line (block);
}

static char *
tell_more (LiaisonRecordTree *tree)
{
  guint n = liaison_record_tree_count_if (tree, is_circuit);

  return liaison_screen_printf (ngettext ("%u circuit", "%u circuits", n), n);
}

/* The first place in PACE that no circuit of the need line has. */
static int
find_free_pace (LiaisonDocument *document, LiaisonId line)
{
  LiaisonTable *table = liaison_document_get_table (document, LIAISON_KIND_CHANNEL);
  gboolean taken[LIAISON_PACE_EMERGENCY + 1] = { FALSE };

  for (guint i = 0; i < liaison_table_get_size (table); i++)
    {
      const LiaisonChannelData *channel =
          LIAISON_DATA (Channel, liaison_record_get_block (liaison_table_get (table, i)));

      if (liaison_id_same (channel->parent, line) && channel->pace <= LIAISON_PACE_EMERGENCY)
        taken[channel->pace] = TRUE;
    }
  for (int pace = LIAISON_PACE_PRIMARY; pace <= LIAISON_PACE_EMERGENCY; pace++)
    if (!taken[pace])
      return pace;
  return LIAISON_PACE_UNSET;
}

/* A new circuit serves the selected need line, or that of the selected circuit, between its ends.
 * The first record of a plan is a need line. */
static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonDocument *document = liaison_session_get_document (session);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  LiaisonChannelData *made = (LiaisonChannelData *) block;
  const LiaisonBlock *near = selected != NULL ? liaison_record_get_block (selected) : NULL;
  const LiaisonChannelData *channel = LIAISON_DATA (Channel, near);

  made->status = LIAISON_CHANNEL_STATUS_PLANNED;
  if (near == NULL || near->shape != &liaison_channel_kind.shape)
    {
      made->level = LIAISON_CHANNEL_LEVEL_NEED_LINE;
      return;
    }
  made->level = LIAISON_CHANNEL_LEVEL_CIRCUIT;
  made->parent = liaison_channel_is_need_line (near) ? near->id : channel->parent;
  made->from = channel->from;
  made->to = channel->to;
  made->nations = channel->nations != NULL ? liaison_codes_ref (channel->nations) : NULL;
  if (!liaison_id_is_zero (made->parent))
    made->pace = find_free_pace (document, made->parent);
}

static const char *
get_pace_mark (const LiaisonBlock *block)
{
  return *liaison_pace_get_letter (LIAISON_DATA (Channel, block)->pace) != '\0'
             ? liaison_pace_get_letter (LIAISON_DATA (Channel, block)->pace)
             : NULL;
}

static const char *
get_status_mark (const LiaisonBlock *block)
{
  static const char *const marks[] = {
    [LIAISON_CHANNEL_STATUS_PLANNED] = "◇",   [LIAISON_CHANNEL_STATUS_REQUESTED] = "◇",
    [LIAISON_CHANNEL_STATUS_INSTALLED] = "○", [LIAISON_CHANNEL_STATUS_WORKING] = "●",
    [LIAISON_CHANNEL_STATUS_DEGRADED] = "▲",  [LIAISON_CHANNEL_STATUS_DOWN] = "✕",
    [LIAISON_CHANNEL_STATUS_CLOSED] = "–",
  };
  int status = LIAISON_DATA (Channel, block)->status;

  return status > 0 && status < (int) G_N_ELEMENTS (marks) ? marks[status] : NULL;
}

static const LiaisonTableColumn *
list_columns (guint *n)
{
  static LiaisonTableColumn columns[] = {
    { "code", N_ ("Code"), NULL, NULL, 130, FALSE },
    { "title", N_ ("Title"), NULL, NULL, 0, FALSE },
    /* Translators: Primary, alternate, contingency, emergency */
    { "pace", N_ ("PACE"), NULL, NULL, 120, FALSE, NULL, get_pace_mark },
    { "status", N_ ("Status"), NULL, NULL, 120, FALSE, NULL, get_status_mark },
    { "medium", N_ ("Medium"), NULL, NULL, 150, FALSE },
    { "bearer", N_ ("Bearer"), NULL, NULL, 140, FALSE },
    /* Translators: What tells people to change to a circuit */
    { "trigger", N_ ("Use when"), NULL, NULL, 220, FALSE },
    { "from", N_ ("Near end"), NULL, NULL, 180, FALSE },
    { "to", N_ ("Far end"), NULL, NULL, 180, FALSE },
    { "carrier", N_ ("Carrier"), NULL, NULL, 160, TRUE },
    { "document", N_ ("Controlled document"), NULL, NULL, 160, FALSE },
    { "parent", N_ ("Need line"), NULL, NULL, 160, TRUE },
  };

  *n = G_N_ELEMENTS (columns);
  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = liaison_shape_find (&liaison_channel_kind.shape, columns[i].id, NULL);
  return columns;
}

static LiaisonTableSetup setup = {
  .name = "channel-register",
  .icon = "network-wireless-symbolic",
  .sort = "pace",
  .filter = "level",
  .tree = &tree_shape,
  .tell_more = tell_more,
  .prepare = prepare,
};

static void
plan_cb (GSimpleAction *action, GVariant *parameter, gpointer table)
{
  liaison_planning_dialog_present (GTK_WINDOW (gtk_widget_get_root (table)),
                                   liaison_table_view_get_session (table));
}

static void
add_menu (LiaisonTableView *table)
{
  static const GActionEntry entries[] = { { "plan-tests", plan_cb, NULL, NULL, NULL, { 0 } } };
  g_autoptr (GSimpleActionGroup) actions = g_simple_action_group_new ();
  g_autoptr (GMenu) menu = g_menu_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (actions), entries, G_N_ELEMENTS (entries), table);
  gtk_widget_insert_action_group (GTK_WIDGET (table), "channels", G_ACTION_GROUP (actions));
  liaison_session_bind_writable (liaison_table_view_get_session (table),
                                 g_action_map_lookup_action (G_ACTION_MAP (actions), "plan-tests"),
                                 "enabled");
  g_menu_append (menu, _ ("_Plan Tests…"), "channels.plan-tests");
  liaison_table_view_append_menu (table, G_MENU_MODEL (menu));
}

GtkWidget *
liaison_channel_register_new (LiaisonSession *session)
{
  LiaisonTableView *table;

  setup.columns = list_columns (&setup.n_columns);
  table = liaison_table_view_new_with (session, &liaison_channel_kind, &setup, NULL);
  add_menu (table);
  return GTK_WIDGET (table);
}
