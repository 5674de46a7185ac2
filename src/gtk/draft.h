/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drafts: where a plan that was never saved lives, so that a crash does not take it. */
#pragma once

#include "store/plan.h"

G_BEGIN_DECLS

/* Writes the plan as it is among the drafts and takes its stamp. The path is the caller's; NULL with @error. */
char *liaison_draft_write (LiaisonPlan *plan, GError **error);
gboolean liaison_draft_is_draft (const char *path);
void liaison_draft_remove (const char *path);

/* The drafts that a crash left with unsaved changes. NULL-terminated; free with g_strfreev. Those with none are removed. */
char **liaison_draft_find_lost (void);

G_END_DECLS
