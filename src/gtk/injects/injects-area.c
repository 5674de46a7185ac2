/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "injects/injects-area.h"

#include "injects/coverage-view.h"
#include "injects/density-view.h"
#include "injects/msel-view.h"
#include "shared/page-area.h"
#include "shared/table-view.h"

#include "record/kinds/objective.h"

#include <glib/gi18n.h>

static GtkWidget *
create_list (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_msel_view_new (session);
}

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

static GtkWidget *
create_density (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_density_view_new (session);
}

static GtkWidget *
create_coverage (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_coverage_view_new (session);
}

static const LiaisonPage pages[] = {
  /* Translators: Main Events List / Main Incidents List, as NATO calls it; keep it, or use what
     your forces say */
  { "list", N_ ("MEL/MIL"),
    N_ ("Main events and incidents list (NATO MEL/MIL, civil MSEL): storylines, incidents, "
        "injects"),
    LIAISON_TARGET (INJECT), create_list, NULL },
  { "density", N_ ("Density"), N_ ("How many injects reach each training audience when"),
    LIAISON_TARGET (INJECT), create_density, NULL },
  { "coverage", N_ ("Coverage"), N_ ("Which objectives have injects, and which have none"),
    LIAISON_TARGET (INJECT) | LIAISON_TARGET (OBJECTIVE), create_coverage, NULL },
  { "objectives", N_ ("Objectives"), NULL, LIAISON_TARGET (OBJECTIVE), create_table,
    &liaison_objective_kind },
};

GtkWidget *
liaison_injects_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
