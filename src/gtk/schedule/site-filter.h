/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A filter of the schedule by site. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

/* Adds a drop-down to @bar: events at the chosen site or at one inside it. */
void liaison_site_filter_add (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
