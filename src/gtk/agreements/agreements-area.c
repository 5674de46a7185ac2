/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "agreements/agreements-area.h"

#include "agreements/issues-view.h"
#include "agreements/positions-view.h"
#include "agreements/stage-board.h"
#include "agreements/steps-view.h"
#include "agreements/versions-view.h"
#include "shared/page-area.h"
#include "shared/table-view.h"

#include "record/kinds/agreement.h"

#include <glib/gi18n.h>

static GtkWidget *
create_board (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_stage_board_new (session);
}

static GtkWidget *
create_steps (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_steps_view_new (session);
}

static GtkWidget *
create_positions (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_positions_view_new (session);
}

static GtkWidget *
create_versions (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_versions_view_new (session);
}

static GtkWidget *
create_issues (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_issues_view_new (session);
}

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

static const LiaisonPage pages[] = {
  /* Translators: A board of cards, each column a stage */
  { "board", N_ ("Board"), N_ ("Agreements by stage; drag them, or move them with Ctrl and an arrow key"),
    LIAISON_TARGET (AGREEMENT), create_board, NULL },
  { "steps", N_ ("Timeline"), N_ ("When each is needed, and the last day on which each step can be done"),
    LIAISON_TARGET (AGREEMENT), create_steps, NULL },
  /* Translators: What parties to an agreement say to its articles */
  { "positions", N_ ("Positions"), N_ ("What the parties say, article by article"),
    LIAISON_TARGET (AGREEMENT), create_positions, NULL },
  /* Translators: Versions of agreements in several languages */
  { "versions", N_ ("Languages"), N_ ("In which languages each is, and how far each version is"),
    LIAISON_TARGET (AGREEMENT), create_versions, NULL },
  { "list", N_ ("Table"), NULL, LIAISON_TARGET (AGREEMENT), create_table, &liaison_agreement_kind },
  { "issues", N_ ("Issues"), N_ ("The action log, as far as it is about agreements"), 0, create_issues,
    NULL },
};

GtkWidget *
liaison_agreements_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
