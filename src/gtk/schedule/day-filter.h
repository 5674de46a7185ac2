/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter of the schedule by days. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

/* Adds a button to @bar, above records with times: from one day to another,
 * both included, as the calendar stands at the place of each. */
void liaison_day_filter_add (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
