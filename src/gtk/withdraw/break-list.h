/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The list of what breaks: by date, each with a tick, what steps in, and a way to the record. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* A column view of LiaisonBreakItem in a scrolled window. Space ticks, Enter shows the record. */
GtkWidget *liaison_break_list_new (LiaisonSession *session, GListModel *items);

G_END_DECLS
