/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "communications/communications-area.h"

#include "communications/channel-register.h"
#include "communications/nets-view.h"
#include "communications/round-view.h"
#include "communications/tests-view.h"
#include "shared/page-area.h"
#include "shared/table-view.h"

#include "record/kinds/channel-test.h"

#include <glib/gi18n.h>

static GtkWidget *
create_register (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_channel_register_new (session);
}

static GtkWidget *
create_nets (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_nets_view_new (session);
}

static GtkWidget *
create_tests (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_tests_view_new (session);
}

static GtkWidget *
create_round (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_round_view_new (session);
}

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

static const LiaisonPage pages[] = {
  { "list", N_ ("Channels"), N_ ("Need lines and the circuits that serve them, in the order of PACE"),
    LIAISON_TARGET (CHANNEL), create_register, NULL },
  /* Translators: Nets of stations, as a drawing */
  { "nets", N_ ("Nets"), N_ ("Stations and circuits as a drawing, with how each circuit does"),
    LIAISON_TARGET (CHANNEL), create_nets, NULL },
  { "trend", N_ ("Trend"), N_ ("How tests went day by day, and what is overdue"),
    LIAISON_TARGET (CHANNEL), create_tests, NULL },
  /* Translators: A round of calls to all stations */
  { "round", N_ ("Round"), N_ ("The checks of a day: to print, and to type in how they went"), 0,
    create_round, NULL },
  { "tests", N_ ("Tests"), NULL, LIAISON_TARGET (CHANNEL_TEST), create_table,
    &liaison_channel_test_kind },
};

GtkWidget *
liaison_communications_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
