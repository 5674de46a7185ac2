/* SPDX-License-Identifier: GPL-3.0-or-later */
/* "Shift the Exercise…": another STARTEX, and what would move, stay and clash. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

void liaison_shift_window_present (GtkWindow *parent, LiaisonSession *session);

G_END_DECLS
