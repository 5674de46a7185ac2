/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "schedule/process/stages-area.h"

#include "schedule/process/process-view.h"
#include "shared/page-area.h"
#include "shared/table-view.h"

#include "record/kinds/stage.h"

#include <glib/gi18n.h>

static GtkWidget *
create_board (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_process_view_new (session);
}

static GtkWidget *
create_table (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_table_view_new (session, kind);
}

static const LiaisonPage pages[] = {
  /* Translators: the planning process as a board, a column a stage */
  { "process", N_ ("Process"),
    N_ ("Stages, conferences and products due, planned back from STARTEX"), LIAISON_TARGET (STAGE),
    create_board, NULL },
  { "stages", N_ ("Table"), N_ ("Stages as a table"), 0, create_table, &liaison_stage_kind },
};

GtkWidget *
liaison_stages_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
