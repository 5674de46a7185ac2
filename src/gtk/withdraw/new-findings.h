/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the review would find anew, as a list to read. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_new_findings_new (void);
/* @findings: of LiaisonFinding. The first ones are shown. */
void
liaison_new_findings_show (GtkWidget *view, LiaisonSession *session, const GPtrArray *findings);

G_END_DECLS
