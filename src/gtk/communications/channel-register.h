/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Channels as a tree: circuits below their need line, in the order of PACE; a LiaisonTableView. */
#pragma once

#include "shared/table-view.h"

G_BEGIN_DECLS

GtkWidget *liaison_channel_register_new (LiaisonSession *session);

G_END_DECLS
