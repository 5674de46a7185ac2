/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The battle rhythm: boards by day, and below what they need and make on one day, in its order. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

#define LIAISON_TYPE_RHYTHM_PAGE (liaison_rhythm_page_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonRhythmPage, liaison_rhythm_page, LIAISON, RHYTHM_PAGE, GtkWidget)

/* For the schedule's table of views. */
GtkWidget *liaison_rhythm_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
