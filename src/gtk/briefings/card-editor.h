/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A briefing card to be written in several languages side by side: each text beside its
 * translations, what is missing counted, the question beside what is not answered. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @language is shown first. */
GtkWidget *liaison_card_editor_new (GtkWindow *parent,
                                    LiaisonSession *session,
                                    LiaisonId briefing,
                                    const char *language);

G_END_DECLS
