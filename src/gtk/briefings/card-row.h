/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A nation in the list of cards: its code and name, and how its card stands. */
#pragma once

#include "words/manner.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* @nation is interned; @card may be NULL: it has none. */
GtkWidget *liaison_card_row_new (const LiaisonManner *manner,
                                 const char *nation,
                                 const char *name,
                                 const LiaisonBlock *card,
                                 const char *language);
const char *liaison_card_row_get_nation (GtkWidget *row);

G_END_DECLS
