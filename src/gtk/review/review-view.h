/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The findings of the review, each with a jump and, where there is one, a fix. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *liaison_review_view_new (LiaisonSession *session);

G_END_DECLS
