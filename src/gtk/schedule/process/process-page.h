/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The planning process among the views of the schedule. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

GtkWidget *liaison_process_page_new (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
