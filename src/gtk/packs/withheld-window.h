/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a copy for an audience leaves out, and why: for planners only. */
#pragma once

#include "release/redact.h"
#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Takes what it shows from @redaction, which need not outlive it. */
void liaison_withheld_window_show (GtkWindow *parent,
                                   LiaisonSession *session,
                                   const LiaisonRedaction *redaction);

G_END_DECLS
