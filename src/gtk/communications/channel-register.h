/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Channels as a tree: circuits below their need line, in the order of PACE. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

GtkWidget *liaison_channel_register_new (LiaisonSession *session);
LiaisonTableView *liaison_channel_register_get_table (GtkWidget *view);

G_END_DECLS
