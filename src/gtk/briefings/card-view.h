/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonCardView: a briefing card as it is read, in one language, with what may be done to each
 * statement. It holds no text that can be written in: that is the card editor's. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_CARD_VIEW (liaison_card_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonCardView, liaison_card_view, LIAISON, CARD_VIEW, GtkWidget)

/* Signal "step" (const char *statement, int step): the person wants a LiaisonApprovalStep for the
 * statement with that id. */
LiaisonCardView *liaison_card_view_new (LiaisonSession *session);

/* What it shows, in a BCP 47 language. Zero: nothing. Told anew where the plan has changed. */
void liaison_card_view_show (LiaisonCardView *self, LiaisonId briefing, const char *language);

G_END_DECLS
