/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The schedule as a table. */
#pragma once

#include "shared/table-filter-bar.h"

G_BEGIN_DECLS

GtkWidget *liaison_schedule_table_new (LiaisonSession *session, LiaisonTableFilterBar *bar);

G_END_DECLS
