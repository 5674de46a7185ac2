/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Who speaks for the nation, and when: asked before a statement or a card is approved or refused.
 */
#pragma once

#include "brief/approval.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @statement zero: the whole card. Withdrawing asks nothing and is done at once. */
void liaison_approval_present (GtkWindow *parent,
                               LiaisonSession *session,
                               LiaisonId briefing,
                               LiaisonId statement,
                               LiaisonApprovalStep step);

G_END_DECLS
