/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Plans interoperability tests in bulk: which nations, when and where, with what would come of it. */
#pragma once

#include "interoperability/test-events.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Of the requirements that are selected, else of all that are used. */
void liaison_plan_dialog_present (GtkWindow *parent, LiaisonSession *session);

/* What Create does: all of it in one edit. FALSE: nothing found a time. For tests. */
gboolean liaison_plan_dialog_plan (LiaisonSession *session, const LiaisonTestEvents *events);

G_END_DECLS
