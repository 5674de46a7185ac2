/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The briefing cards of all nations: a list with search and a filter, and the card chosen, to be
 * read, approved, edited side by side and printed. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_cards_page_new (LiaisonSession *session);

G_END_DECLS
