/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "inform/request-view.h"

#include "inform/request-flow.h"
#include "shared/table-keys.h"
#include "words/sentence.h"

#include <glib/gi18n.h>
#include <string.h>

#define STATUS(x) LIAISON_INFORMATION_REQUEST_STATUS_##x

static LiaisonRequestState
get_state (const LiaisonManner *manner, const LiaisonBlock *block, gint64 *late)
{
  return liaison_request_get_state (&manner->lookup, block, manner->now, late);
}

static char *
tell_state (const LiaisonManner *manner, const LiaisonBlock *block)
{
  gint64 late;
  LiaisonRequestState state = get_state (manner, block, &late);
  const char *sentence;

  switch (state)
    {
    case LIAISON_REQUEST_STATE_OVERDUE:
      sentence = N_ ("Overdue by {duration}");
      break;
    case LIAISON_REQUEST_STATE_USELESS:
      sentence = N_ ("Of no use any more");
      break;
    case LIAISON_REQUEST_STATE_DUE:
      sentence = N_ ("Due within a day");
      break;
    case LIAISON_REQUEST_STATE_ANSWERED:
      sentence = late > 0 ? N_ ("Answered, {duration} late") : N_ ("Answered in time");
      break;
    case LIAISON_REQUEST_STATE_CLOSED:
      return g_strdup ("");
    default:
      sentence = N_ ("Open");
    }
  /* Whole hours say enough. */
  late = late > 3600 ? late / 3600 * 3600 : late;
  return liaison_words_format (manner->words, sentence,
                               liaison_operand_duration ("duration", late));
}

/* Told apart by shape, not by colour. */
static const char *
get_mark (const LiaisonBlock *block)
{
  static const char *const marks[] = { "", "○", "◔", "◑", "●", "✓", "✕", "✕" };
  int status = LIAISON_DATA (InformationRequest, block)->status;

  return status >= 0 && status < (int) G_N_ELEMENTS (marks) ? marks[status] : NULL;
}

static LiaisonTableColumn columns[] = {
  { "serial", N_ ("Serial"), NULL, NULL, 90, FALSE },
  { "title", N_ ("Title"), NULL, NULL, 0, FALSE },
  { "status", N_ ("Status"), NULL, NULL, 120, FALSE, NULL, get_mark },
  /* Translators: Whether a request is open, overdue, answered in time */
  { "state", N_ ("State"), NULL, tell_state, 170, FALSE, .ornate = TRUE, .derived = TRUE },
};

static gboolean
is_unanswered (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  return get_state (manner, block, NULL) < LIAISON_REQUEST_STATE_ANSWERED;
}

static gboolean
is_overdue (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  LiaisonRequestState state = get_state (manner, block, NULL);

  return state == LIAISON_REQUEST_STATE_OVERDUE || state == LIAISON_REQUEST_STATE_USELESS;
}

static void
filter_cb (GtkDropDown *down, GParamSpec *spec, LiaisonTableView *view)
{
  static const LiaisonTableTest tests[] = { NULL, is_unanswered, is_overdue };
  guint chosen = MIN (gtk_drop_down_get_selected (down), G_N_ELEMENTS (tests) - 1);

  liaison_table_filter_set_test (liaison_table_view_get_filter (view), "request-state",
                                 tests[chosen], NULL, NULL);
}

static void
reset_cb (GtkWidget *down)
{
  gtk_drop_down_set_selected (GTK_DROP_DOWN (down), 0);
}

static void
add_filter (LiaisonTableView *view)
{
  const char *const texts[] = { _ ("Open and answered"), _ ("Not answered"), _ ("Overdue"), NULL };
  GtkWidget *down = gtk_drop_down_new_from_strings (texts);

  gtk_accessible_update_property (GTK_ACCESSIBLE (down), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("State of requests shown"), -1);
  g_signal_connect_object (down, "notify::selected", G_CALLBACK (filter_cb), view, 0);
  liaison_table_view_add_filter (view, down, G_CALLBACK (reset_cb));
}

/* All of them, or none where one cannot. */
static void
set_status (LiaisonTableView *view, LiaisonInformationRequestStatus status)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonManner manner = liaison_session_get_manner (session);
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  const char *zone = liaison_times_get_zone (&manner.lookup, exercise), *why = NULL;
  g_autoptr (GPtrArray) records = liaison_table_view_list_chosen (view);
  LiaisonProposal *proposal = liaison_proposal_new (N_ ("Change the status of {count} requests"));

  liaison_proposal_take_operand (proposal, liaison_operand_integer ("count", records->len));
  for (guint i = 0; i < records->len && why == NULL; i++)
    {
      const LiaisonBlock *block = liaison_record_get_block (records->pdata[i]);
      LiaisonInformationRequestStatus next =
          status != STATUS (UNSET)
              ? status
              : liaison_request_get_next (LIAISON_DATA (InformationRequest, block)->status);
      if (next != STATUS (UNSET))
        liaison_request_take (block, next, manner.now, zone, proposal, &why);
    }
  if (why != NULL || liaison_proposal_get_size (proposal) == 0)
    {
      liaison_proposal_free (proposal);
      liaison_table_refuse (view, why != NULL ? _ (why) : _ ("There is no further step."));
      return;
    }
  if (liaison_session_commit (session, proposal, NULL))
    liaison_table_keep (view, records);
}

static void
next_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  set_status (view, STATUS (UNSET));
}

static void
status_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  const char *nick = g_variant_get_string (parameter, NULL);
  guint status = liaison_choices_find (&liaison_information_request_statuses, nick, strlen (nick));

  if (status != STATUS (UNSET))
    set_status (view, status);
}

static GMenuModel *
make_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) statuses = g_menu_new ();

  for (guint i = 1; i < liaison_information_request_statuses.n; i++)
    {
      g_autofree char *action = g_strdup_printf (
          "request.status::%s", liaison_information_request_statuses.choices[i].nick);
      g_menu_append (statuses, _ (liaison_information_request_statuses.choices[i].label), action);
    }
  g_menu_append (menu, _ ("Ad_vance Status"), "request.next");
  g_menu_append_submenu (menu, _ ("Set _Status"), G_MENU_MODEL (statuses));
  return G_MENU_MODEL (menu);
}

static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonManner manner = liaison_session_get_manner (liaison_table_view_get_session (view));
  const LiaisonBlock *exercise = liaison_lookup_get_exercise (&manner.lookup);
  LiaisonInformationRequestData *made = (LiaisonInformationRequestData *) block;

  made->status = STATUS (OPEN);
  liaison_instant_from_unix (manner.now / 60 * 60,
                             liaison_times_get_zone (&manner.lookup, exercise), &made->start);
}

static const LiaisonTableSetup setup = {
  .icon = "dialog-question-symbolic",
  .sort = "needed-by",
  .columns = columns,
  .n_columns = G_N_ELEMENTS (columns),
  .prepare = prepare,
};

GtkWidget *
liaison_request_view_new (LiaisonSession *session)
{
  static const char *const writing[] = { "next", "status", NULL };
  static const GActionEntry entries[] = { { "next", next_cb }, { "status", status_cb, "s" } };
  g_autoptr (GMenuModel) menu = make_menu ();
  GActionMap *actions;
  LiaisonTableView *view;

  for (guint i = 0; i < G_N_ELEMENTS (columns); i++)
    columns[i].field = liaison_shape_find (
        &liaison_information_request_kind.shape,
        g_str_equal (columns[i].id, "state") ? "needed-by" : columns[i].id, NULL);
  view = liaison_table_view_new_with (session, &liaison_information_request_kind, &setup, NULL);
  actions = liaison_table_add_actions (view, "request", entries, G_N_ELEMENTS (entries));
  liaison_table_bind_writing (view, actions, writing);
  liaison_table_view_append_menu (view, menu);
  add_filter (view);
  liaison_table_add_key (view, GDK_KEY_Return, GDK_CONTROL_MASK, "request.next");
  return GTK_WIDGET (view);
}
