/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Requests for information, from open to answered, with what is overdue. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_request_view_new (LiaisonSession *session);

G_END_DECLS
