/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/issues-view.h"

#include "shared/table-view.h"

#include "arrangements/agreement-dates.h"
#include "record/kinds/action.h"

#include <glib/gi18n.h>

static gboolean
is_issue (const LiaisonManner *manner, const LiaisonBlock *block, gpointer data)
{
  return liaison_agreement_has_issue (&manner->lookup, block);
}

/* A new one is an issue about the agreement that is selected. */
static void
prepare (LiaisonTableView *view, LiaisonBlock *block, gpointer data)
{
  LiaisonSession *session = liaison_table_view_get_session (view);
  LiaisonRecord *selected = liaison_selection_get_record (liaison_session_get_selection (session));
  LiaisonActionData *action = (LiaisonActionData *) block;
  LiaisonId id;

  action->type = LIAISON_ACTION_TYPE_ISSUE;
  action->status = LIAISON_ACTION_STATUS_OPEN;
  if (selected == NULL || liaison_record_get_kind (selected) != &liaison_agreement_kind)
    return;
  id = liaison_record_get_id (selected);
  action->about = liaison_ids_new (&id, 1);
}

static const LiaisonTableSetup setup = {
  .name = "agreement-issues",
  .icon = "object-select-symbolic",
  .sort = "due",
  .prepare = prepare,
};

/* The view is nothing without its condition. */
static void
keep (GtkWidget *button)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), TRUE);
}

static void
only_cb (LiaisonTableView *view, GParamSpec *spec, GtkToggleButton *button)
{
  liaison_table_filter_set_test (liaison_table_view_get_filter (view), "agreement-issues",
                                 gtk_toggle_button_get_active (button) ? is_issue : NULL, NULL, NULL);
}

GtkWidget *
liaison_issues_view_new (LiaisonSession *session)
{
  LiaisonTableView *view =
      liaison_table_view_new_with (session, &liaison_action_kind, &setup, NULL);
  GtkWidget *only = gtk_toggle_button_new_with_mnemonic (_ ("Only about _Agreements"));

  gtk_widget_set_tooltip_text (only, _ ("Off: the whole action log, to tie what is in it to agreements"));
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (only), TRUE);
  only_cb (view, NULL, GTK_TOGGLE_BUTTON (only));
  g_signal_connect_swapped (only, "notify::active", G_CALLBACK (only_cb), view);
  liaison_table_view_add_filter (view, only, G_CALLBACK (keep));
  return GTK_WIDGET (view);
}
