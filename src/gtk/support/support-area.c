/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "support/support-area.h"

#include "shared/page-area.h"
#include "shared/table-view.h"
#include "support/balance-view.h"
#include "support/needs-view.h"
#include "support/people-view.h"

#include "record/kinds/movement.h"
#include "record/kinds/support-request.h"

#include <glib/gi18n.h>

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

static GtkWidget *
create_needs (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_needs_view_new (session);
}

static GtkWidget *
create_balance (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_balance_view_new (session);
}

static GtkWidget *
create_people (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_people_view_new (session);
}

static const LiaisonPage pages[] = {
  { "list", N_ ("Requests"), N_ ("Statement of requirements: who needs what, who provides it, under which agreement"),
    LIAISON_TARGET (SUPPORT_REQUEST), create_table, &liaison_support_request_kind },
  { "days", N_ ("By Day"), N_ ("What each nation asks for on each day"),
    LIAISON_TARGET (SUPPORT_REQUEST), create_needs, NULL },
  /* Translators: What is asked for against what there is */
  { "balance", N_ ("Balance"), N_ ("What is asked for on each day against what can be given"),
    LIAISON_TARGET (SUPPORT_REQUEST), create_balance, NULL },
  { "movements", N_ ("Movements"), N_ ("Arrivals, departures and visit requests"),
    LIAISON_TARGET (MOVEMENT), create_table, &liaison_movement_kind },
  { "people", N_ ("People by Day"), N_ ("Who arrives, stays and leaves on each day"),
    LIAISON_TARGET (MOVEMENT), create_people, NULL },
};

GtkWidget *
liaison_support_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
