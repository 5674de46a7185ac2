/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The audiences of a plan to choose from: its nations, the roles that somebody has, its liaison
 * posts. */
#pragma once

#include "session.h"

#include "release/audience.h"

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIAISON_TYPE_AUDIENCE_LIST (liaison_audience_list_get_type ())
G_DECLARE_FINAL_TYPE (LiaisonAudienceList, liaison_audience_list, LIAISON, AUDIENCE_LIST, GtkWidget)

/* A drop-down that can be searched. Signal "changed": another was chosen, or the plan has others.
 */
GtkWidget *liaison_audience_list_new (LiaisonSession *session);
/* The one that is chosen; NULL: there is none. Transfer full. */
LiaisonAudience *liaison_audience_list_dup_chosen (LiaisonAudienceList *self);
/* Chooses by the audience's name ("FR"); nothing happens where it is not in the list. */
void liaison_audience_list_choose (LiaisonAudienceList *self, const char *name);

G_END_DECLS
