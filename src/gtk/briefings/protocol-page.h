/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Protocol: the order of flags, with the rule and language it follows, and the ranks of all nations
 * side by side. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_protocol_page_new (LiaisonSession *session);

G_END_DECLS
