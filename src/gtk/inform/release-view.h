/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The release register: what was given to whom, with numbered copies and hand receipts. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_release_view_new (LiaisonSession *session);

G_END_DECLS
