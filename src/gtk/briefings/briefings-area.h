/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The area of briefings: cards to read, the same as a table, observances, and the glossary. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_briefings_area_new (LiaisonSession *session);

G_END_DECLS
