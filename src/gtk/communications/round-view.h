/* SPDX-License-Identifier: GPL-3.0-or-later */
/* LiaisonRoundView: the round of a day: what is to be checked, to be printed as a sheet in the operator's
 * language and typed back in by keyboard. Each line is kept as soon as it is entered. */
#pragma once

#include "arrangements/round.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_ROUND_VIEW (liaison_round_view_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRoundView, liaison_round_view, LIAISON, ROUND_VIEW, GtkWidget)

GtkWidget *liaison_round_view_new (LiaisonSession *session);

void liaison_round_view_set_day (LiaisonRoundView *self, gint32 day);
/* The lines as they are shown. Borrowed until the plan or the day changes. */
const LiaisonRound *liaison_round_view_get_round (LiaisonRoundView *self);
/* Enters what was typed for a line, as Enter does, as one edit. FALSE with a translated sentence where
 * it is not understood. */
gboolean
liaison_round_view_enter (LiaisonRoundView *self, guint line, const char *text, GError **error);

G_END_DECLS
