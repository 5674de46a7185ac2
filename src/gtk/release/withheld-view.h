/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an audience does not see, and why: for planners. From here its copy is looked at and
 * written. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_WITHHELD_VIEW (liaison_withheld_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonWithheldView, liaison_withheld_view, LIAISON, WITHHELD_VIEW, GtkWidget)

GtkWidget *liaison_withheld_view_new (LiaisonSession *session);
/* Chooses the audience by its name ("FR"). */
void liaison_withheld_view_choose (LiaisonWithheldView *self, const char *audience);
/* Records that are withheld from the audience. */
guint liaison_withheld_view_count (LiaisonWithheldView *self);
/* Whether what is shown is what the plan gives now. */
gboolean liaison_withheld_view_is_settled (LiaisonWithheldView *self);

G_END_DECLS
