/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "briefings/briefings-area.h"

#include "briefings/cards-page.h"
#include "briefings/offers-window.h"
#include "briefings/protocol-page.h"
#include "shared/table-keys.h"
#include "shared/page-area.h"
#include "shared/table-view.h"

#include "record/kinds/briefing.h"
#include "record/kinds/observance.h"
#include "record/kinds/term.h"

#include <glib/gi18n.h>

static GtkWidget *
create_cards (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_cards_page_new (session);
}

static GtkWidget *
create_protocol (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_protocol_page_new (session);
}

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

static void
suggest_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  liaison_offers_suggest (liaison_table_get_root_window (view),
                          liaison_table_view_get_session (view));
}

static void
calendar_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  liaison_offers_read_calendar (liaison_table_get_root_window (view),
                                liaison_table_view_get_session (view));
}

static void
refresh_cb (GSimpleAction *action, GVariant *parameter, gpointer view)
{
  if (!liaison_offers_refresh (liaison_table_get_root_window (view),
                               liaison_table_view_get_session (view)))
    liaison_table_refuse (view, _ ("No observance here was read from an address."));
}

static const LiaisonTableSetup observances = { .icon = "x-office-calendar-symbolic" };

static GtkWidget *
create_observances (LiaisonSession *session, const LiaisonKind *kind)
{
  static const char *const writing[] = { "suggest", "calendar", "refresh", NULL };
  static const GActionEntry entries[] = { { "suggest", suggest_cb },
                                          { "calendar", calendar_cb },
                                          { "refresh", refresh_cb } };
  g_autoptr (GMenu) menu = g_menu_new ();
  GActionMap *actions;
  LiaisonTableView *view = liaison_table_view_new_with (session, kind, &observances, NULL);
  GtkWidget *box;

  g_menu_append (menu, _ ("From a _Calendar…"), "observance.calendar");
  g_menu_append (menu, _ ("_Read Addresses Again"), "observance.refresh");
  actions = liaison_table_add_actions (view, "observance", entries, G_N_ELEMENTS (entries));
  liaison_table_bind_writing (view, actions, writing);
  box = liaison_table_box_new (view, "observance",
                               _ ("Computed days are suggestions: the nation confirms them."));
  liaison_table_box_add_button (box, _ ("_Suggest…"), "observance.suggest",
                                _ ("What the nations of the exercise keep, computed in their own "
                                   "calendars"));
  liaison_table_box_add_menu (box, _ ("_Import"), G_MENU_MODEL (menu));
  return box;
}

#define T(KIND) LIAISON_TARGET (KIND)

GtkWidget *
liaison_briefings_area_new (LiaisonSession *session)
{
  const LiaisonPage pages[] = {
    { "cards", N_ ("Cards"), N_ ("Cards to read, approve and print"), T (BRIEFING), create_cards,
      &liaison_briefing_kind },
    { "briefings", N_ ("Table"), N_ ("The same cards as a table"), T (BRIEFING), create_table,
      &liaison_briefing_kind },
    { "protocol", N_ ("Protocol"), N_ ("The order of flags, and ranks side by side"), 0,
      create_protocol, NULL },
    { "observances", N_ ("Observances"), NULL, T (OBSERVANCE), create_observances,
      &liaison_observance_kind },
    { "terms", N_ ("Glossary"), NULL, T (TERM), create_table, &liaison_term_kind },
  };

  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
