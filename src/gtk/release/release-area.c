/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "release/release-area.h"

#include "release/release-matrix-page.h"
#include "release/scheme-page.h"
#include "release/withheld-view.h"
#include "shared/page-area.h"

#include <glib/gi18n.h>

static GtkWidget *
create_matrix (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_release_matrix_page_new (session);
}

static GtkWidget *
create_withheld (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_withheld_view_new (session);
}

static GtkWidget *
create_scheme (LiaisonSession *session, const LiaisonKind *kind)
{
  return liaison_scheme_page_new (session);
}

static const LiaisonPage pages[] = {
  { "matrix", N_ ("Who Sees What"),
    N_ ("Each record against each nation, and why it goes there or not"), 0, create_matrix, NULL },
  { "withheld", N_ ("Withheld"),
    N_ ("What a nation, a role or a liaison post does not see, and why"), 0, create_withheld,
    NULL },
  /* Translators: The levels of markings, such as “EXERCISE – UNCLASSIFIED” */
  { "scheme", N_ ("Levels"),
    N_ ("The marking scheme of the exercise, its levels and how often they are used"), 0,
    create_scheme, NULL },
};

GtkWidget *
liaison_release_area_new (LiaisonSession *session)
{
  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
