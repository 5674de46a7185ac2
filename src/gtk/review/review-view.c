/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "review/review-view.h"

#include "review/accepted-view.h"
#include "review/findings-view.h"
#include "review/rules-view.h"
#include "review/trend-view.h"
#include "shared/page-area.h"

#include <glib/gi18n.h>

GtkWidget *
liaison_review_view_new (LiaisonSession *session)
{
  static const LiaisonPage pages[] = {
    { "findings", N_ ("Findings"), N_ ("What cannot be right, live"), 0, liaison_findings_view_new, NULL },
    /* Translators: Findings that planners have accepted */
    { "accepted", N_ ("Accepted"), N_ ("What planners have accepted, and why"), LIAISON_TARGET (ACCEPTED_FINDING),
      liaison_accepted_view_new, NULL },
    /* Translators: How the number of findings has changed */
    { "trend", N_ ("Trend"), N_ ("What has come and gone since the last conference"), 0, liaison_trend_view_new, NULL },
    { "rules", N_ ("Rules"), N_ ("What the review looks for, and how severe it is"), 0, liaison_rules_view_new, NULL },
  };

  return liaison_page_area_new (session, pages, G_N_ELEMENTS (pages));
}
