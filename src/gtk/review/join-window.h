/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two or more records that are one thing: which of them stays, and what that changes. */
#pragma once

#include "session.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Asks over @parent. @records (of LiaisonRecord, of one kind) are borrowed. Joined as one step that can be undone. */
void liaison_join_window_present (GtkWindow *parent, LiaisonSession *session, const GPtrArray *records);
/* Does it without asking: all of @ids become the one at @stays. FALSE: nothing was done. */
gboolean liaison_join_records (LiaisonSession *session, const LiaisonId *ids, guint n, guint stays);

G_END_DECLS
